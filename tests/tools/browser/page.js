// What the elements share: the tree that they stand in, and when they are drawn anew.

/** The elements in the page that depend on the rates and on the visitor's currency. */
export const drawn = new Set();

export const redrawAll = () => drawn.forEach((element) => element.redraw());

/** Make an element of text, with a name by which the styles of the page can reach it. */
export function node(name, part, text) {
  const made = document.createElement(name);
  made.part = part;
  made.textContent = text;
  return made;
}

/** Return the language that an element stands in, whatever shadow trees are between. */
export function langOf(element) {
  while (element) {
    const found = element.closest("[lang]");
    if (found) return found.lang;
    element = element.getRootNode().host;
  }
  return "";
}

/** Make an element known by its name, once; where there are no elements, as in Node, nothing is done. */
export function define(name, element) {
  const known = globalThis.customElements;
  if (known && !known.get(name)) known.define(name, element);
}
