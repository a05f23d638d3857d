// The currency that the visitor wants to see, kept from page to page.

import { redrawAll } from "./page.js";
import { currencyOf } from "./printing.js";
import { CURRENCIES } from "./data.js";

const KEY = "cafx-currency";

let wanted = stored();

/** Return the visitor's currency; nothing as long as he wants that of the seller. */
export const getCurrency = () => wanted;

/** Show all prices in a currency, or as the seller has them for nothing; kept in localStorage. */
export function setCurrency(code) {
  wanted = code ? currencyOf(code) : "";
  try {
    localStorage.setItem(KEY, wanted);
  } catch {
    // Storage may be forbidden: the choice then holds for this page.
  }
  redrawAll();
}

function stored() {
  try {
    const code = globalThis.document && localStorage.getItem(KEY);
    return CURRENCIES.includes(code) ? code : "";
  } catch {
    return "";
  }
}

// Chosen in another tab.
globalThis.document && addEventListener("storage", ({ key }) => {
  if (key !== KEY) return;
  wanted = stored();
  redrawAll();
});
