// What a page's own script has to do for a currency switch, and what the tests ask of the page.
import * as cafx from "/cafx-money.js";

const choice = document.querySelector("select");
if (choice) {
  choice.value = cafx.getCurrency();
  choice.addEventListener("change", () => cafx.setCurrency(choice.value));
}

globalThis.cafx = cafx;
globalThis.violations = [];
document.addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective));

/** What a reader sees of a <cafx-money>. */
globalThis.shown = (element) => {
  const [slot, own] = element.shadowRoot.children;
  const isOwn = getComputedStyle(slot).display === "none";
  return isOwn ? own.textContent : slot.assignedNodes().map((node) => node.textContent).join("");
};
