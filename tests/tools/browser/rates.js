// The rates of the page: from its JSON island, or from a rates.json, which have the same names.

import { inverse, minus, refuse } from "./numbers.js";
import { redrawAll } from "./page.js";

const FORMAT = 1;
const ISLAND = "cafx-rates";
const RATIO = /^([1-9]\d{0,199})(?:\/([1-9]\d{0,199}))?$/;
const WEEK = 7 * 24 * 60 * 60 * 1000;

let rates;
let isSet = false;

/** Whether a script has set rates: then those behind the server's texts may be older ones. */
export const areRatesSet = () => isSet;

/** Take the rates of a document, or none for null; elements show them at once. */
export function setRates(document) {
  if (document !== null && (document?.cafx !== FORMAT || !document.pairs)) refuse("rates of format 1", document);
  rates = document ?? {};
  isSet = true;
  redrawAll();
}

/** Fetch a rates.json and take its rates. Where that fails the promise is rejected and the old ones stay. */
export async function loadRates(url, init) {
  const answer = await fetch(url, init);
  if (!answer.ok) throw new Error(`cafx: ${url} answered ${answer.status}`);
  setRates(await answer.json());
}

/** Return what is known of the rate of one currency in another: its price, low and high; nothing for none. */
export function rateOf(base, quote) {
  const { pairs, checked } = known();
  const moments = Object.values(checked ?? {}).map(Date.parse);
  // No source has answered for a week: such rates must not pass for live ones.
  if (moments.length && !(Date.now() - Math.max(...moments) <= WEEK)) return undefined;
  const direct = pairs?.[`${base}/${quote}`];
  const row = direct ?? pairs?.[`${quote}/${base}`];
  const [price, low, high] = row?.r?.map?.(ratioOf) ?? [];
  if (!price || !low || !high || minus(price, low)[0] < 0n || minus(high, price)[0] < 0n) return undefined;
  const bounds = direct ? [price, low, high] : [price, high, low].map(inverse);
  return { bounds, day: row.d, source: row.s, isCarried: row.a > 0 };
}

function known() {
  if (rates) return rates;
  try {
    const island = JSON.parse(globalThis.document.getElementById(ISLAND).textContent);
    if (island.cafx === FORMAT) rates = island;
  } catch {
    // There is none, or it is not yet there, or it is damaged: then there are no rates.
  }
  return rates ?? {};
}

function ratioOf(text) {
  const [, above, below = 1] = RATIO.exec(text) ?? [];
  return above && [BigInt(above), BigInt(below)];
}
