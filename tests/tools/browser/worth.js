// What an amount is worth in another currency: the texts of cafx.format_conversion, by exact bounds.

import { firstPlace, firstPlaceOf, inverse, minus, numberAt, numberOf, refuse, rounded, times } from "./numbers.js";
import { checked, currencyOf, print } from "./printing.js";
import { rateOf } from "./rates.js";

const COMPACT_FROM = 6; // from a million on a word is shorter than the zeros,
const COMPACT_DIGITS = 5; // but not than the digits before them
const FINEST = -2; // the last decimal of all of these currencies
const FIRST_DIGITS = 2; // shown of what would round to zero
const MOST_PLACES = 60;

/** Write an amount, or what it is worth in another currency: nothing where no rate leads there. */
export function formatMoney(amount, currency, { lang, to = currency, ...given } = {}) {
  const options = checked(given);
  const number = numberOf(amount);
  if (currencyOf(to) === currencyOf(currency)) return print(number, currency, lang, options);
  const rate = rateOf(currency, to);
  return rate ? printWorth(number, rate.bounds, to, lang, options) : "";
}

function printWorth(number, [price, low, high], to, lang, { style, notation, precision }) {
  const exact = times(number, price);
  const width = times(number, minus(high, low));
  const { count, place } = supported(exact, width, precision);
  const first = firstPlaceOf(count, place);
  const last = place < 0 ? place : place + /0*$/.exec(count)[0].length;
  if (first >= MOST_PLACES || last < -MOST_PLACES) refuse("an amount that can be printed", to);
  const isRound = first >= COMPACT_FROM && first - last < COMPACT_DIGITS;
  const chosen = notation ?? (isRound ? "compact" : "standard");
  const digits =
    chosen === "compact"
      ? { significant: Math.max(1, Math.min(MOST_PLACES, first - last + 1)) }
      : { digits: Math.max(0, -last) };
  const shown = numberAt(count, place);
  const isAll = !width[0] && !minus(exact, shown)[0];
  return (isAll ? "" : "≈\u00a0") + print(shown, to, lang, { style, notation: chosen, ...digits });
}

/** Round a result to the digits that its bounds support, or with all decimals or none; never to zero. */
function supported(exact, width, precision) {
  const finest = width[0] ? Math.max(FINEST, firstPlace(width)) : FINEST;
  const place = precision === "minor" && finest < 0 ? FINEST : finest;
  const count = rounded(exact, place);
  if (count || !exact[0]) return { count, place };
  const least = -firstPlace(inverse(exact)) - FIRST_DIGITS;
  return { count: rounded(exact, least), place: least };
}
