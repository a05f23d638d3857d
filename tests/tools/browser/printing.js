// Amounts as each country writes them: the texts of cafx.format_money, from cafx's own locale data.

import { APART, CURRENCIES, LOCALES } from "./data.js";
import { firstPlace, firstPlaceOf, plain, refuse, rounded } from "./numbers.js";

const DECIMALS = 2; // of all of these currencies
const THOUSAND = 3; // the first power of ten that has a word
const TRILLION = 12; // and the last one

const TAG = /^([a-z]{2})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}))?$/i;

/** What each option may be. In an attribute it is text, so digits are too. */
const OPTIONS = {
  style: /^(symbol|narrow|code|display)$/,
  notation: /^(standard|compact)$/,
  digits: /^(currency|whole|auto|\d|[1-5]\d|60)$/,
  significant: /^([1-9]|[1-5]\d|60)$/,
  precision: /^(supported|minor)$/,
};

/** Return the options that are given, each one checked. */
export function checked(options) {
  const given = {};
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    if (!Object.hasOwn(OPTIONS, name) || !OPTIONS[name].test(value)) refuse("an option", `${name}:${value}`);
    given[name] = value;
  }
  if (given.significant && (given.digits ?? "currency") !== "currency") {
    refuse("an option beside significant", `digits:${given.digits}`);
  }
  return given;
}

export const currencyOf = (code) => (CURRENCIES.includes(code) ? code : refuse("a currency", code));

/** Return the locale that a tag is written by; nothing for others, and for regions that write otherwise. */
export function localeOf(tag) {
  const [, language = "", script = "", region = ""] = TAG.exec(tag) ?? [];
  const plainTag = language.toLowerCase();
  const usual = LOCALES[plainTag];
  const isApart = APART[plainTag]?.match(/../g).includes(region.toUpperCase());
  if (!usual || isApart) return "";
  const letters = script && script[0].toUpperCase() + script.slice(1).toLowerCase();
  const known = letters && letters !== usual.script ? `${plainTag}-${letters}` : plainTag;
  const regional = `${known}-${region.toUpperCase()}`;
  return [regional, known].find((found) => LOCALES[found]) ?? "";
}

/** Write a number as an amount of a currency; the options have been checked. */
export function print(number, currency, lang, { style = "display", ...options }) {
  const locale = LOCALES[localeOf(lang)] ?? refuse("a locale", lang);
  const sign = style === "code" ? currency : locale[style].split(" ")[CURRENCIES.indexOf(currency)];
  const { count, digits, word } = shown(number, options, locale.words.split("|"));
  const [whole, decimals] = digits.split(".");
  // Beside a word, four digits stand together.
  const isGrouped = whole.length > (options.notation === "compact" ? 4 : 3);
  const text =
    (isGrouped ? whole.replace(/\B(?=(\d{3})+$)/g, locale.group) : whole) +
    (decimals ? locale.decimal + decimals : "") +
    word;
  // Before digits, a sign that ends in a letter keeps its distance.
  const money = locale.before ? sign + (/[\p{S}\p{Z}]$/u.test(sign) ? "" : "~") + text : `${text}~${sign}`;
  return ((count < 0n ? "-" : "") + money).replaceAll("~", "\u00a0");
}

/** Return a number rounded as the options ask, its digits, and the word for its power of ten. */
function shown(number, { notation, digits = "currency", significant }, words) {
  const decimals = Number(digits); // NaN for a word
  const isCompact = notation === "compact";
  if (!isCompact && !significant) {
    const place = -(digits === "whole" ? 0 : Number.isNaN(decimals) ? DECIMALS : decimals);
    const count = rounded(number, place);
    const text = plain(count, place);
    return { count, digits: digits === "auto" ? text.replace(/\.0+$/, "") : text, word: "" };
  }

  /** The place of the last digit, by that of the first one and the power that the word stands for. */
  const placeOf = (first, scale) => {
    if (significant) return first - significant + 1;
    if (!Number.isNaN(decimals)) return scale - decimals;
    // Whole where that leaves two digits or more, else two digits.
    return digits === "whole" || first > scale ? scale : first - 1;
  };

  let first = number[0] ? firstPlace(number) : 0;
  for (; ; first += 1) {
    const scale = isCompact && first >= THOUSAND ? Math.min(first - (first % 3), TRILLION) : 0;
    const place = placeOf(first, scale);
    const count = rounded(number, place);
    if (count && firstPlaceOf(count, place) > first) continue; // rounding carried: 999 500 is 1 million
    let text = plain(count, place - scale);
    if (significant || Number.isNaN(decimals)) text = text.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
    return { count, digits: text, word: scale ? wordOf(words, first) : "" };
  }
}

/** Return the word for a power of ten; in the data an empty one is as that before it. */
function wordOf(words, first) {
  let place = Math.min(first - THOUSAND, words.length - 1);
  while (!words[place]) place -= 1;
  return words[place];
}
