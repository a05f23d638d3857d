// The visitor chooses a currency; it is kept from page to page. Without scripts there is nothing to choose.
import { getCurrency, setCurrency } from "/cafx/cafx-money.js";

const select = document.querySelector("#currency");
select.value = getCurrency();
select.addEventListener("change", () => setCurrency(select.value));
select.closest("label").hidden = false;

// The form asks the API, and shows its answer: a price, or what is wrong with what was sent.
const form = document.querySelector("form");
const [answer, json] = [document.querySelector("#answer"), document.querySelector("#json")];

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const response = await fetch("/worth", {
    method: "POST",
    headers: { "Content-Type": "application/json", "Accept-Language": document.documentElement.lang },
    body: JSON.stringify({ amount: form.elements.amount.value, currency: form.elements.currency.value }),
  });
  const body = await response.json();
  answer.textContent = response.ok
    ? [body.text, body.worth?.text].filter(Boolean).join(" ")
    : body.detail.map((each) => each.msg).join("; ");
  json.textContent = JSON.stringify(body, null, 2);
});
form.closest("section").hidden = false;
form.requestSubmit();
