// <cafx-money amount currency [to] [lang] [format]>what the server printed</cafx-money>
//
// The server's text stays as it is, in a slot. What is shown in its place, because the visitor wants another
// currency or a script changed something, stands in the shadow tree, where no framework looks.

import { getCurrency } from "./currency.js";
import { define, drawn, langOf, node } from "./page.js";
import { areRatesSet, rateOf } from "./rates.js";
import { formatMoney } from "./worth.js";

const OLD = 4 * 24 * 60 * 60 * 1000; // the rate of a Friday is that of Monday too

class MoneyElement extends (globalThis.HTMLElement ?? Object) {
  static observedAttributes = ["amount", "currency", "to", "lang", "format"];

  #slot = document.createElement("slot");
  #shown = document.createElement("span");
  #isChanged = false;

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).append(this.#slot, this.#shown);
    this.#slot.addEventListener("slotchange", () => this.redraw());
  }

  connectedCallback() {
    drawn.add(this);
    this.redraw();
  }

  disconnectedCallback() {
    drawn.delete(this);
  }

  attributeChangedCallback() {
    if (!drawn.has(this)) return;
    this.#isChanged = true; // the text in the slot was of something else
    this.redraw();
  }

  /** Show what is to be shown now. To be called where `lang` changes further up, which is not noticed. */
  redraw() {
    let parts = [];
    try {
      parts = this.#parts();
    } catch {
      // An amount, currency, locale or option that there is not: the server's text stays.
    }
    this.#shown.replaceChildren(...parts);
    this.#slot.style.display = parts.length ? "none" : "";
  }

  /** Return what is to be shown in place of the server's text: nothing where that is right. */
  #parts() {
    const currency = this.getAttribute("currency");
    const beside = this.getAttribute("to");
    const to = getCurrency() || (beside ?? currency);
    const isOwn = this.#isChanged || !this.textContent.trim();
    if (!isOwn && !areRatesSet() && to === (beside ?? currency)) return [];

    const amount = this.getAttribute("amount");
    const options = { lang: langOf(this), ...optionsIn(this.getAttribute("format") ?? "") };
    const price = node("bdi", "price", formatMoney(amount, currency, options));
    if (to === currency) return [price];
    const worth = node("bdi", "worth", formatMoney(amount, currency, { ...options, to }));
    if (!worth.textContent) return isOwn ? [price] : [];
    const { day, source, isCarried } = rateOf(currency, to);
    worth.title = [source, day].filter(Boolean).join(", ");
    const parts = beside === null ? [worth] : [price, " ", worth];
    const isOld = isCarried || Date.now() - Date.parse(day) > OLD;
    return isOld && day ? [...parts, " ", node("time", "day", day)] : parts;
  }
}

/** Read an attribute such as "style:code digits:whole"; a name without a value is refused later. */
function optionsIn(text) {
  const pairs = text.split(/\s+/).filter(Boolean).map((option) => option.split(":"));
  return Object.fromEntries(pairs.map(([name, value = ""]) => [name, value]));
}

define("cafx-money", MoneyElement);
