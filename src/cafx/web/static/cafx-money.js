// cafx-money.js: prices as each country of Central Asia writes them. MIT License.
// Made by make js; the source, with comments, is in tests/tools/browser of cafx.
const drawn = new Set();
const redrawAll = () => drawn.forEach((element) => element.redraw());
function node(name, part, text) {
const made = document.createElement(name);
made.part = part;
made.textContent = text;
return made;
}
function langOf(element) {
while (element) {
const found = element.closest("[lang]");
if (found) return found.lang;
element = element.getRootNode().host;
}
return "";
}
function define(name, element) {
const known = globalThis.customElements;
if (known && !known.get(name)) known.define(name, element);
}
const CURRENCIES = "CNY EUR KGS KZT RUB TJS TMT USD UZS".split(" ");
const APART = {"en": "AGAIATAUBBBEBMBSBWBZCACCCHCKCMCXCYCZDDDEDGDKDMERESFIFJFKFMFRGBGDGGGHGIGMGSGYHKHUIDIEILIMINIOITJEJMKEKIKNKYLCLRLSMGMOMSMTMUMVMWMYNANFNGNLNONRNUNZPGPKPLPNPTPWRORWSBSCSDSESGSHSISKSLSSSXSZTCTKTOTTTVTZUGVCVGVUWSZAZMZW", "kk": "CN", "ru": "UA", "uz": "AF"};
const LOCALES = {
"en": {"before": 1, "decimal": ".", "group": ",", "words": "K|||M|||B|||T||", "symbol": "CN¥ € KGS KZT RUB TJS TMT $ UZS", "narrow": "¥ € KGS ₸ ₽ TJS TMT $ UZS", "display": "¥ € KGS ₸ ₽ TJS TMT $ UZS", "script": "Latn", "stop": "Pause"},
"kk": {"decimal": ",", "group": "~", "words": "~мың||~м.|~млн|||~млрд|||~трлн||", "symbol": "CN¥ € KGS ₸ ₽ TJS TMT $ UZS", "narrow": "¥ € сом ₸ ₽ TJS TMT $ UZS", "display": "¥ € сом ₸ ₽ TJS TMT $ UZS", "script": "Cyrl", "stop": "Тоқтату"},
"ky": {"decimal": ",", "group": "~", "words": "~миң|||~млн|||~млд|||~трлн||", "symbol": "CN¥ € сом KZT RUB TJS TMT USD UZS", "narrow": "¥ € сом ₸ ₽ TJS TMT $ UZS", "display": "¥ € сом ₸ ₽ TJS TMT $ UZS", "script": "Cyrl", "stop": "Токтотуу"},
"ru": {"decimal": ",", "group": "~", "words": "~тыс.|||~млн|||~млрд|||~трлн||", "symbol": "CN¥ € KGS KZT ₽ TJS TMT $ UZS", "narrow": "¥ € сом ₸ ₽ TJS TMT $ UZS", "display": "¥ € сом ₸ ₽ сомони манат $ сум", "script": "Cyrl", "stop": "Пауза"},
"ru-KG": {"decimal": ",", "group": "~", "words": "~тыс.|||~млн|||~млрд|||~трлн||", "symbol": "CN¥ € сом KZT ₽ TJS TMT $ UZS", "narrow": "¥ € сом ₸ ₽ TJS TMT $ UZS", "display": "¥ € сом ₸ ₽ сомони манат $ сум", "script": "Cyrl", "stop": "Пауза"},
"ru-KZ": {"decimal": ",", "group": "~", "words": "~тыс.|||~млн|||~млрд|||~трлн||", "symbol": "CN¥ € KGS ₸ ₽ TJS TMT $ UZS", "narrow": "¥ € сом ₸ ₽ TJS TMT $ UZS", "display": "¥ € сом ₸ ₽ сомони манат $ сум", "script": "Cyrl", "stop": "Пауза"},
"tg": {"decimal": ",", "group": "~", "words": "~ҳзр.|||~млн.|||~млрд.|||~трлн.||", "symbol": "CN¥ € KGS KZT RUB сомонӣ TMT $ UZS", "narrow": "¥ € KGS ₸ ₽ сомонӣ TMT $ UZS", "display": "¥ € KGS ₸ ₽ сомонӣ TMT $ UZS", "script": "Cyrl", "stop": "Ист"},
"tk": {"decimal": ",", "group": "~", "words": "~müň|||~mln|||~mlrd|||~trln||", "symbol": "CN¥ EUR KGS KZT RUB TJS TMT US$ UZS", "narrow": "¥ € KGS ₸ ₽ TJS TMT $ UZS", "display": "¥ € KGS ₸ ₽ TJS manat $ UZS", "script": "Latn", "stop": "Duruz"},
"uz-Cyrl": {"decimal": ",", "group": "~", "words": "минг|||млн|||млрд|||трлн||", "symbol": "CN¥ € KGS KZT RUB TJS TMT US$ сўм", "narrow": "¥ € сом ₸ ₽ TJS TMT $ сўм", "display": "¥ € сом ₸ ₽ TJS TMT $ сўм", "script": "Cyrl", "stop": "Тўхтатиш"},
"uz": {"decimal": ",", "group": "~", "words": "~ming|||~mln|||~mlrd|||~trln||", "symbol": "CN¥ € KGS KZT RUB TJS TMT US$ soʻm", "narrow": "¥ € KGS ₸ ₽ TJS TMT $ soʻm", "display": "¥ € KGS ₸ ₽ TJS TMT $ soʻm", "script": "Latn", "stop": "Toʻxtatish"}
};
const AMOUNT = /^-?\d{1,60}(\.\d{1,60})?$/;
const MOST_DIGITS = 100;
function refuse(what, value) {
throw new RangeError(`cafx: not ${what}: ${String(value).slice(0, 40)}`);
}
const tenTo = (power) => 10n ** BigInt(power);
const sizeOf = (n) => (n < 0n ? -n : n);
function numberOf(amount) {
const text = Number.isSafeInteger(amount) || typeof amount === "bigint" ? String(amount) : amount;
if (typeof text !== "string" || !AMOUNT.test(text) || text.replace(/\D/g, "").length > MOST_DIGITS) {
refuse("an amount", amount);
}
const [whole, decimals = ""] = text.split(".");
return [BigInt(whole + decimals), tenTo(decimals.length)];
}
const times = ([n, d], [m, e]) => [n * m, d * e];
const minus = ([n, d], [m, e]) => [n * e - m * d, d * e];
const inverse = ([n, d]) => [d, n];
function rounded([n, d], place) {
const size = place < 0 ? sizeOf(n) * tenTo(-place) : sizeOf(n);
const unit = place < 0 ? d : d * tenTo(place);
const rest = 2n * (size % unit);
let count = size / unit;
if (rest > unit || (rest === unit && count % 2n)) count += 1n;
return n < 0n ? -count : count;
}
const numberAt = (count, place) =>
place < 0 ? [count, tenTo(-place)] : [count * tenTo(place), 1n];
function firstPlace([n, d]) {
const size = sizeOf(n);
const unit = sizeOf(d);
const place = String(size).length - String(unit).length;
const isBelow = place < 0 ? size * tenTo(-place) < unit : size < unit * tenTo(place);
return isBelow ? place - 1 : place;
}
const firstPlaceOf = (count, place) => (count ? String(sizeOf(count)).length - 1 + place : 0);
function plain(count, place) {
const digits = String(sizeOf(count));
if (place >= 0) return count ? digits + "0".repeat(place) : digits;
const padded = digits.padStart(1 - place, "0");
return `${padded.slice(0, place)}.${padded.slice(place)}`;
}
const DECIMALS = 2;
const THOUSAND = 3;
const TRILLION = 12;
const TAG = /^([a-z]{2})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}))?$/i;
const OPTIONS = {
style: /^(symbol|narrow|code|display)$/,
notation: /^(standard|compact)$/,
digits: /^(currency|whole|auto|\d|[1-5]\d|60)$/,
significant: /^([1-9]|[1-5]\d|60)$/,
precision: /^(supported|minor)$/,
};
function checked(options) {
const given = {};
for (const [name, value] of Object.entries(options)) {
if (value === undefined) continue;
if (!Object.hasOwn(OPTIONS, name) || !OPTIONS[name].test(value)) refuse("an option", `${name}:${value}`);
given[name] = value;
}
if (given.significant && (given.digits ?? "currency") !== "currency") {
refuse("an option beside significant", `digits:${given.digits}`);
}
return given;
}
const currencyOf = (code) => (CURRENCIES.includes(code) ? code : refuse("a currency", code));
function localeOf(tag) {
const [, language = "", script = "", region = ""] = TAG.exec(tag) ?? [];
const plainTag = language.toLowerCase();
const usual = LOCALES[plainTag];
const isApart = APART[plainTag]?.match(/../g).includes(region.toUpperCase());
if (!usual || isApart) return "";
const letters = script && script[0].toUpperCase() + script.slice(1).toLowerCase();
const known = letters && letters !== usual.script ? `${plainTag}-${letters}` : plainTag;
const regional = `${known}-${region.toUpperCase()}`;
return [regional, known].find((found) => LOCALES[found]) ?? "";
}
function print(number, currency, lang, { style = "display", ...options }) {
const locale = LOCALES[localeOf(lang)] ?? refuse("a locale", lang);
const sign = style === "code" ? currency : locale[style].split(" ")[CURRENCIES.indexOf(currency)];
const { count, digits, word } = shown(number, options, locale.words.split("|"));
const [whole, decimals] = digits.split(".");
const isGrouped = whole.length > (options.notation === "compact" ? 4 : 3);
const text =
(isGrouped ? whole.replace(/\B(?=(\d{3})+$)/g, locale.group) : whole) +
(decimals ? locale.decimal + decimals : "") +
word;
const money = locale.before ? sign + (/[\p{S}\p{Z}]$/u.test(sign) ? "" : "~") + text : `${text}~${sign}`;
return ((count < 0n ? "-" : "") + money).replaceAll("~", "\u00a0");
}
function shown(number, { notation, digits = "currency", significant }, words) {
const decimals = Number(digits);
const isCompact = notation === "compact";
if (!isCompact && !significant) {
const place = -(digits === "whole" ? 0 : Number.isNaN(decimals) ? DECIMALS : decimals);
const count = rounded(number, place);
const text = plain(count, place);
return { count, digits: digits === "auto" ? text.replace(/\.0+$/, "") : text, word: "" };
}
const placeOf = (first, scale) => {
if (significant) return first - significant + 1;
if (!Number.isNaN(decimals)) return scale - decimals;
return digits === "whole" || first > scale ? scale : first - 1;
};
let first = number[0] ? firstPlace(number) : 0;
for (; ; first += 1) {
const scale = isCompact && first >= THOUSAND ? Math.min(first - (first % 3), TRILLION) : 0;
const place = placeOf(first, scale);
const count = rounded(number, place);
if (count && firstPlaceOf(count, place) > first) continue;
let text = plain(count, place - scale);
if (significant || Number.isNaN(decimals)) text = text.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
return { count, digits: text, word: scale ? wordOf(words, first) : "" };
}
}
function wordOf(words, first) {
let place = Math.min(first - THOUSAND, words.length - 1);
while (!words[place]) place -= 1;
return words[place];
}
const KEY = "cafx-currency";
let wanted = stored();
const getCurrency = () => wanted;
function setCurrency(code) {
wanted = code ? currencyOf(code) : "";
try {
localStorage.setItem(KEY, wanted);
} catch {
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
globalThis.document && addEventListener("storage", ({ key }) => {
if (key !== KEY) return;
wanted = stored();
redrawAll();
});
const FORMAT = 1;
const ISLAND = "cafx-rates";
const RATIO = /^([1-9]\d{0,199})(?:\/([1-9]\d{0,199}))?$/;
const WEEK = 7 * 24 * 60 * 60 * 1000;
let rates;
let isSet = false;
const areRatesSet = () => isSet;
function setRates(document) {
if (document !== null && (document?.cafx !== FORMAT || !document.pairs)) refuse("rates of format 1", document);
rates = document ?? {};
isSet = true;
redrawAll();
}
async function loadRates(url, init) {
const answer = await fetch(url, init);
if (!answer.ok) throw new Error(`cafx: ${url} answered ${answer.status}`);
setRates(await answer.json());
}
function rateOf(base, quote) {
const { pairs, checked } = known();
const moments = Object.values(checked ?? {}).map(Date.parse);
if (moments.length && !(Date.now() - Math.max(...moments) <= WEEK)) return undefined;
const direct = pairs?.[`${base}/${quote}`];
const row = direct ?? pairs?.[`${quote}/${base}`];
const [price, low, high] = row?.r?.map?.(ratioOf) ?? [];
if (!price || !low || !high || minus(price, low)[0] < 0n || minus(high, price)[0] < 0n) return undefined;
const bounds = direct ? [price, low, high] : [price, high, low].map(inverse);
return { bounds, day: row.d, source: row.s, isCarried: row.a > 0 };
}
function known() {
if (rates) return rates;
try {
const island = JSON.parse(globalThis.document.getElementById(ISLAND).textContent);
if (island.cafx === FORMAT) rates = island;
} catch {
}
return rates ?? {};
}
function ratioOf(text) {
const [, above, below = 1] = RATIO.exec(text) ?? [];
return above && [BigInt(above), BigInt(below)];
}
const COMPACT_FROM = 6;
const COMPACT_DIGITS = 5;
const FINEST = -2;
const FIRST_DIGITS = 2;
const MOST_PLACES = 60;
function formatMoney(amount, currency, { lang, to = currency, ...given } = {}) {
const options = checked(given);
const number = numberOf(amount);
if (currencyOf(to) === currencyOf(currency)) return print(number, currency, lang, options);
const rate = rateOf(currency, to);
return rate ? printWorth(number, rate.bounds, to, lang, options) : "";
}
function printWorth(number, [price, low, high], to, lang, { style, notation, precision }) {
const exact = times(number, price);
const width = times(number, minus(high, low));
const { count, place } = supported(exact, width, precision);
const first = firstPlaceOf(count, place);
const last = place < 0 ? place : place + /0*$/.exec(count)[0].length;
if (first >= MOST_PLACES || last < -MOST_PLACES) refuse("an amount that can be printed", to);
const isRound = first >= COMPACT_FROM && first - last < COMPACT_DIGITS;
const chosen = notation ?? (isRound ? "compact" : "standard");
const digits =
chosen === "compact"
? { significant: Math.max(1, Math.min(MOST_PLACES, first - last + 1)) }
: { digits: Math.max(0, -last) };
const shown = numberAt(count, place);
const isAll = !width[0] && !minus(exact, shown)[0];
return (isAll ? "" : "≈\u00a0") + print(shown, to, lang, { style, notation: chosen, ...digits });
}
function supported(exact, width, precision) {
const finest = width[0] ? Math.max(FINEST, firstPlace(width)) : FINEST;
const place = precision === "minor" && finest < 0 ? FINEST : finest;
const count = rounded(exact, place);
if (count || !exact[0]) return { count, place };
const least = -firstPlace(inverse(exact)) - FIRST_DIGITS;
return { count: rounded(exact, least), place: least };
}
const OLD = 4 * 24 * 60 * 60 * 1000;
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
this.#isChanged = true;
this.redraw();
}
redraw() {
let parts = [];
try {
parts = this.#parts();
} catch {
}
this.#shown.replaceChildren(...parts);
this.#slot.style.display = parts.length ? "none" : "";
}
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
function optionsIn(text) {
const pairs = text.split(/\s+/).filter(Boolean).map((option) => option.split(":"));
return Object.fromEntries(pairs.map(([name, value = ""]) => [name, value]));
}
define("cafx-money", MoneyElement);
const SPEED = 40;
const STYLE = `
:host { display: flex; align-items: center; gap: .5rem }
:host([hidden]), [hidden] { display: none !important }
button { flex: none; min-width: 44px; min-height: 44px; padding: 0 .75rem; font: inherit; color: inherit;
background: none; border: 1px solid; border-radius: 4px; cursor: pointer }
button[aria-pressed=true] { box-shadow: inset 0 0 0 2px }
:focus-visible { outline: 2px solid; outline-offset: -4px }
div { flex: 1; min-width: 0; overflow: auto hidden; scrollbar-width: thin }
p { display: flex; width: max-content; margin: 0 }
ul { display: flex; flex: none; margin: 0; padding: .75rem 0; list-style: none; white-space: nowrap }
li { padding-inline: 0 2rem }
@media (prefers-reduced-motion: no-preference) {
.moves { overflow: hidden }
.moves p { animation: cafx-by linear infinite }
:host(:hover) p, :host(:focus-within) p { animation-play-state: paused }
}
@media (prefers-reduced-motion: reduce) { button, [inert] { display: none } }
@keyframes cafx-by { to { transform: translateX(-50%) } }
`;
class TickerElement extends (globalThis.HTMLElement ?? Object) {
#button = document.createElement("button");
#box = document.createElement("div");
#track = document.createElement("p");
#isStopped = false;
constructor() {
super();
const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);
this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
this.#button.type = "button";
this.#button.part = "button";
this.#button.addEventListener("click", () => this.#press());
this.#box.tabIndex = 0;
this.#box.append(this.#track);
new ResizeObserver(() => this.#measure()).observe(this.#box);
new ResizeObserver(() => this.#measure()).observe(this.#track);
new MutationObserver(() => this.#fill()).observe(this, { childList: true, characterData: true, subtree: true });
}
connectedCallback() {
this.#fill();
}
#fill() {
const list = this.querySelector("ul");
if (!list) return this.shadowRoot.replaceChildren(document.createElement("slot"));
const copies = [list, list].map((each) => each.cloneNode(true));
for (const copy of copies) {
copy.role = "list";
for (const element of copy.querySelectorAll("[class]")) element.part = element.className;
}
copies[1].inert = copies[1].ariaHidden = true;
const locale = LOCALES[localeOf(langOf(this))] ?? LOCALES.en;
this.#button.textContent = this.querySelector("button")?.textContent || locale.stop;
this.#track.replaceChildren(...copies);
this.shadowRoot.replaceChildren(this.#button, this.#box);
this.#measure();
}
#measure() {
const width = this.#track.firstChild?.offsetWidth ?? 0;
const fits = width <= this.#box.clientWidth;
this.#button.hidden = this.#track.lastChild.hidden = fits;
this.#button.ariaPressed = this.#isStopped;
this.#box.classList.toggle("moves", !fits && !this.#isStopped);
this.#track.style.animationDuration = `${width / SPEED}s`;
}
#press() {
this.#isStopped = !this.#isStopped;
const gone = -new DOMMatrix(getComputedStyle(this.#track).transform).e;
this.#track.style.animationDelay = `${-this.#box.scrollLeft / SPEED}s`;
this.#measure();
this.#box.scrollLeft = this.#isStopped ? gone : 0;
}
}
define("cafx-ticker", TickerElement);
export { formatMoney, getCurrency, loadRates, localeOf, setCurrency, setRates };
