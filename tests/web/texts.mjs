// Prints what cafx-money.js gives for the cells on standard input: [amount, currency, options] in, texts out,
// null where it refuses. The module and the rates are named first.
import { readFileSync } from "node:fs";

const { module, rates, cells } = JSON.parse(readFileSync(0, "utf8"));
const { formatMoney, setRates } = await import(module);
setRates(rates);
const texts = cells.map(([amount, currency, options]) => {
  try {
    return formatMoney(amount, currency, options);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
});
console.log(JSON.stringify(texts));
