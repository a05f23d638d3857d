// Prints what React renders on a server, where there is no DOM.
import { createElement as h } from "react";
import { renderToString } from "react-dom/server";
import { App } from "./app.js";

console.log(renderToString(h(App, { lang: process.argv[2] })));
