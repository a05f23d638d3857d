// <cafx-ticker><button hidden>Pause</button><ul>…</ul></cafx-ticker>
//
// The list is complete without scripts. With them it is shown in the shadow tree, and where it is wider than the
// page it scrolls by, followed by a twin that only eyes meet. It stands still under the mouse, with the focus,
// for the button, and for those who asked their system for less motion; then it scrolls by hand.

import { LOCALES } from "./data.js";
import { define, langOf, node } from "./page.js";
import { localeOf } from "./printing.js";

const SPEED = 40; // pixels a second

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
    this.#box.tabIndex = 0; // so that the arrow keys scroll it
    this.#box.append(this.#track);
    new ResizeObserver(() => this.#measure()).observe(this.#box);
    new ResizeObserver(() => this.#measure()).observe(this.#track);
    new MutationObserver(() => this.#fill()).observe(this, { childList: true, characterData: true, subtree: true });
  }

  connectedCallback() {
    this.#fill();
  }

  /** Show what the list in the page says now; without one the page's own content stays. */
  #fill() {
    const list = this.querySelector("ul");
    if (!list) return this.shadowRoot.replaceChildren(document.createElement("slot"));
    const copies = [list, list].map((each) => each.cloneNode(true));
    for (const copy of copies) {
      copy.role = "list"; // which a list without bullets is not to all screen readers
      for (const element of copy.querySelectorAll("[class]")) element.part = element.className;
    }
    copies[1].inert = copies[1].ariaHidden = true;
    const locale = LOCALES[localeOf(langOf(this))] ?? LOCALES.en;
    this.#button.textContent = this.querySelector("button")?.textContent || locale.stop;
    this.#track.replaceChildren(...copies);
    this.shadowRoot.replaceChildren(this.#button, this.#box);
    this.#measure();
  }

  /** Move where not all of the list is to be seen, and only there. */
  #measure() {
    const width = this.#track.firstChild?.offsetWidth ?? 0;
    const fits = width <= this.#box.clientWidth;
    this.#button.hidden = this.#track.lastChild.hidden = fits;
    this.#button.ariaPressed = this.#isStopped;
    this.#box.classList.toggle("moves", !fits && !this.#isStopped);
    this.#track.style.animationDuration = `${width / SPEED}s`;
  }

  /** Stop where the strip is, or go on from there. */
  #press() {
    this.#isStopped = !this.#isStopped;
    const gone = -new DOMMatrix(getComputedStyle(this.#track).transform).e;
    this.#track.style.animationDelay = `${-this.#box.scrollLeft / SPEED}s`;
    this.#measure();
    this.#box.scrollLeft = this.#isStopped ? gone : 0;
  }
}

define("cafx-ticker", TickerElement);
