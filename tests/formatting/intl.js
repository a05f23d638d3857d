// Prints what Node's Intl gives for the cells on standard input: one JSON array of
// [tag, currency, options, amounts] in, one array of texts for each out.
const cells = JSON.parse(require("fs").readFileSync(0, "utf8"));
const texts = cells.map(([tag, currency, options, amounts]) => {
  const format = new Intl.NumberFormat(tag, { style: "currency", currency, roundingMode: "halfEven", ...options });
  return amounts.map((amount) => format.format(amount));
});
console.log(JSON.stringify(texts));
