"""What a page needs to show prices in the browser: the rates as data, and the script that reads them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cafx.core.currency import REGION
from cafx.core.dates import day_of
from cafx.formatting.html import Html, escaped
from cafx.live.wire import FORMAT, checked_texts
from cafx.rates.book import MAX_AGE
from cafx.web.document import answers_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import timedelta

    from cafx.core.dates import Day
    from cafx.live import Snapshot

__all__ = ["island", "script", "static_path"]

#: The file in ``static_path()`` that a page loads.
SCRIPT: Final = "cafx-money.js"

# What could end the element, or a line of a script in older browsers, is written as JSON's own escapes.
_UNSAFE: Final = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def island(
    snapshot: Snapshot,
    *,
    on: Day | None = None,
    currencies: Iterable[str] = REGION,
    max_age: timedelta = MAX_AGE,
) -> Html:
    """Return the rates of a page as data for its script: an element that shows nothing and runs nothing.

    It is ``rates.json`` without the quotations, so that prices can be shown in another currency without a
    request.

    Args:
        snapshot: the rates of the page, as ``cafx.live.Rates.now`` gives them.
        on: the day, a date or ISO text: ``rates.today``; None for the newest day known.
        currencies: between which.
        max_age: how long before the day a rate may have been last in force: ``rates.max_age``.

    Raises:
        UnknownCurrency: one of *currencies* is not a currency.

    >>> from cafx.testing import FixedRates
    >>> rates = FixedRates({"USD/KZT": "520.20"}, on="2026-11-28")
    >>> print(island(rates.now(), on=rates.today))
    <script type="application/json" id="cafx-rates">{"cafx":1,...,"usd":{"KZT":"520.2"}}</script>
    """
    day = None if on is None else day_of(on, what="on")
    document = {
        "cafx": FORMAT,
        "version": snapshot.version,
        "checked": checked_texts(snapshot.checked),
        **answers_of(snapshot.book, currencies, day, max_age).to_dict(),
    }
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)
    return Html(f'<script type="application/json" id="cafx-rates">{text}</script>')


def script(src: str, nonce: str = "") -> Html:
    """Return the element that loads ``cafx-money.js``.

    Args:
        src: the address at which the page finds the file.
        nonce: the page's own, where its Content-Security-Policy asks for one.

    >>> print(script("/static/cafx-money.js", nonce="c2Vl"))
    <script type="module" src="/static/cafx-money.js" nonce="c2Vl"></script>
    """
    seal = f' nonce="{escaped(nonce)}"' if nonce else ""
    return Html(f'<script type="module" src="{escaped(src)}"{seal}></script>')


def static_path() -> Path:
    """Return the folder with ``cafx-money.js``, for a server of static files.

    >>> static_path().name
    'static'
    """
    return Path(__file__).with_name("static")
