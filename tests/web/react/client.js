// Takes over what the server rendered; the visitor's currency is set before or after that, or never.
import { createElement as h } from "react";
import { hydrateRoot } from "react-dom/client";
import { setCurrency } from "cafx-money";
import { App } from "./app.js";

const order = new URLSearchParams(location.search).get("order");
globalThis.errors = [];
const note = (error) => errors.push(String(error));
if (order === "before") setCurrency("USD");
const root = hydrateRoot(document.getElementById("root"), h(App, { lang: document.documentElement.lang }), {
  onRecoverableError: note,
  onUncaughtError: note,
  onCaughtError: note,
});
globalThis.root = root;
setTimeout(() => {
  if (order === "after") setCurrency("USD");
  globalThis.isReady = true;
}, 100);
