// cafx-money: prices as each country of Central Asia writes them, in the browser as on the server.

import "./money.js";
import "./ticker.js";

export { getCurrency, setCurrency } from "./currency.js";
export { localeOf } from "./printing.js";
export { loadRates, setRates } from "./rates.js";
export { formatMoney } from "./worth.js";
