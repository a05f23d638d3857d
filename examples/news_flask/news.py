"""A newspaper in three languages: its articles say what their money is worth. Open http://127.0.0.1:8000.

python examples/news_flask/news.py
"""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple, Self

from babel.dates import format_date
from flask import Flask, Response, abort, g, render_template

from cafx import Money
from cafx.integrations.flask import init_app  # cafx

sys.path.append(str(Path(__file__).parents[1]))  # for loopback.py, which the examples share
from loopback import live_rates

#: Everything from this site, no script in a page, and no text that is made into markup by a script.
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
)


class Article(NamedTuple):
    """A text, its language and its day, by which its money is converted."""

    slug: str
    lang: str
    day: date
    title: str
    paragraphs: list[str]

    @property
    def dateline(self) -> str:
        """The day as the article's language writes it."""
        return format_date(self.day, "long", locale=self.lang)

    @classmethod
    def of(cls, file: Path) -> Self:
        """Read a file such as ``2026-03-12.en.bridge.txt``: its title, then paragraphs."""
        day, lang, slug = file.stem.split(".")
        title, *paragraphs = file.read_text("utf-8").strip().split("\n\n")
        return cls(slug, lang, date.fromisoformat(day), title, paragraphs)


ARTICLES = [Article.of(file) for file in sorted(Path(__file__).parent.glob("articles/*.txt"), reverse=True)]

app = Flask(__name__)
init_app(app, live_rates(), locale=lambda: g.get("lang", "en"), digits="auto", precision="minor")  # cafx


@app.get("/")
def front() -> str:
    """Show what is new."""
    return render_template("front.html", articles=ARTICLES)


@app.get("/<slug>")
def article(slug: str) -> str:
    """Show an article, in its own language."""
    found = next((each for each in ARTICLES if each.slug == slug), None) or abort(404)
    g.lang = found.lang
    return render_template("article.html", article=found)


@app.context_processor
def subscription() -> dict[str, object]:
    """Name the price of the paper to all pages."""
    return {"subscription": Money("1990", "KZT"), "currencies": "USD KGS KZT TJS TMT UZS".split()}


@app.after_request
def content_policy(response: Response) -> Response:
    """Say in each answer what its page may do."""
    response.headers["Content-Security-Policy"] = POLICY
    return response


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "8000")))
