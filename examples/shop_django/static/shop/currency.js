// The visitor chooses a currency; it is kept from page to page. Without scripts there is nothing to choose.
import { getCurrency, setCurrency } from "../cafx-money.js";

const select = document.querySelector("#currency");
select.value = getCurrency();
select.addEventListener("change", () => setCurrency(select.value));
select.closest("label").hidden = false;
