"""The menu of a tea house in Osh, in seven languages, as files that any server may keep.

python examples/static/menu.py

writes the pages into ``examples/static/site``, or into a folder that is named, and serves them with Python's
own server: open http://127.0.0.1:8000. Their worths are those of the day on which they were written.
"""

from __future__ import annotations

import os
import shutil
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Final

from words import DISHES, LANGUAGES, Words

from cafx.web import island, script, static_path

if TYPE_CHECKING:
    from cafx.live.protocols import LiveRates

HERE = Path(__file__).parent
CURRENCIES: Final = ("USD", "KGS", "KZT", "TJS", "TMT", "UZS")


def write_site(rates: LiveRates, folder: Path) -> None:
    """Write a page for each language into *folder*, and beside them what they load."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in (*HERE.glob("assets/*"), *static_path().glob("*.js")):
        shutil.copy(file, folder)
    template = Template((HERE / "page.html").read_text("utf-8"))
    for lang, words in LANGUAGES.items():
        (folder / f"{lang}.html").write_text(page(template, rates, lang, words), "utf-8")
    shutil.copy(folder / "en.html", folder / "index.html")


def page(template: Template, rates: LiveRates, lang: str, words: Words) -> str:
    """Return the menu in a language: it is complete without scripts."""
    display = rates.display(lang, digits="auto", precision="minor")
    prices = zip(words.dishes, DISHES, strict=True)
    return template.substitute(
        words._asdict(),
        lang=lang,
        script=script("cafx-money.js"),
        island=island(rates.now(), on=rates.today),
        strip=display.strip(CURRENCIES),
        menu="\n".join(f"<li><span>{dish}</span> {display.element(som)}</li>" for dish, som in prices),
        codes="".join(f"<option>{code}</option>" for code in CURRENCIES),
        links=" ".join(
            f'<a href="{code}.html" lang="{code}" hreflang="{code}"{current}>{other.language}</a>'
            for code, other in LANGUAGES.items()
            for current in (' aria-current="page"' if code == lang else "",)
        ),
    )


def main() -> None:
    """Write the pages and serve them."""
    sys.path.append(str(HERE.parent))  # for loopback.py, which the examples share
    from loopback import live_rates

    folder = Path(sys.argv[1]) if sys.argv[1:] else HERE / "site"
    write_site(live_rates(), folder)
    port = int(os.environ.get("PORT", "8000"))
    serve = partial(SimpleHTTPRequestHandler, directory=folder)
    print(f"http://127.0.0.1:{port}")
    ThreadingHTTPServer(("127.0.0.1", port), serve).serve_forever()


if __name__ == "__main__":
    main()
