// Exact numbers: pairs of BigInts, numerator and denominator (which is above zero). Rounding comes last.

const AMOUNT = /^-?\d{1,60}(\.\d{1,60})?$/;
const MOST_DIGITS = 100;

/** Refuse what cannot be understood whole; elements then leave the server's text as it is. */
export function refuse(what, value) {
  throw new RangeError(`cafx: not ${what}: ${String(value).slice(0, 40)}`);
}

const tenTo = (power) => 10n ** BigInt(power);

const sizeOf = (n) => (n < 0n ? -n : n);

/** Read an amount: text in plain notation, a BigInt or a whole number. Other numbers have lost digits. */
export function numberOf(amount) {
  const text = Number.isSafeInteger(amount) || typeof amount === "bigint" ? String(amount) : amount;
  if (typeof text !== "string" || !AMOUNT.test(text) || text.replace(/\D/g, "").length > MOST_DIGITS) {
    refuse("an amount", amount);
  }
  const [whole, decimals = ""] = text.split(".");
  return [BigInt(whole + decimals), tenTo(decimals.length)];
}

export const times = ([n, d], [m, e]) => [n * m, d * e];

export const minus = ([n, d], [m, e]) => [n * e - m * d, d * e];

export const inverse = ([n, d]) => [d, n];

/** How many times ten to `place` a number is, rounded, halves to even. */
export function rounded([n, d], place) {
  const size = place < 0 ? sizeOf(n) * tenTo(-place) : sizeOf(n);
  const unit = place < 0 ? d : d * tenTo(place);
  const rest = 2n * (size % unit);
  let count = size / unit;
  if (rest > unit || (rest === unit && count % 2n)) count += 1n;
  return n < 0n ? -count : count;
}

/** The number that is `count` times ten to `place`. */
export const numberAt = (count, place) =>
  place < 0 ? [count, tenTo(-place)] : [count * tenTo(place), 1n];

/** The place of the first digit of a number that is not zero: the greatest p with ten to p not above it. */
export function firstPlace([n, d]) {
  const size = sizeOf(n);
  const unit = sizeOf(d);
  const place = String(size).length - String(unit).length;
  const isBelow = place < 0 ? size * tenTo(-place) < unit : size < unit * tenTo(place);
  return isBelow ? place - 1 : place;
}

/** The place of the first digit of a rounded number; that of a zero is 0. */
export const firstPlaceOf = (count, place) => (count ? String(sizeOf(count)).length - 1 + place : 0);

/** Write `count` times ten to `place`, without its sign. */
export function plain(count, place) {
  const digits = String(sizeOf(count));
  if (place >= 0) return count ? digits + "0".repeat(place) : digits;
  const padded = digits.padStart(1 - place, "0");
  return `${padded.slice(0, place)}.${padded.slice(place)}`;
}
