// A page of React: a price as text and as an element, the same on the server and in the browser.
import { createElement as h } from "react";
import { formatMoney } from "cafx-money";

export const GOODS = [
  ["13500.5", "KZT"],
  ["8560400", "UZS"],
  ["650", "KGS"],
];

export function App({ lang }) {
  const price = ([amount, currency]) => formatMoney(amount, currency, { lang });
  const item = ([amount, currency]) =>
    h("li", { key: currency }, h("span", null, price([amount, currency])), " ",
      h("cafx-money", { amount, currency, lang }, price([amount, currency])));
  return h("main", null, h("ul", null, GOODS.map(item)));
}
