"""The markup around prices: days, and what stands in a page as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from cafx.formatting.html import escaped
from cafx.locale.options import option_key
from cafx.locale.tags import locale_of

if TYPE_CHECKING:
    from datetime import date

    from babel import Locale

    from cafx.formatting.results import Manner
    from cafx.locale.options import Choices, Digits

__all__ = ["day_markup", "format_markup", "lang_of"]


def day_markup(day: date | None, locale: str | Locale) -> str:
    """Return *day* as the locale writes it, as markup behind a space; nothing for None.

    >>> from datetime import date
    >>> day_markup(date(2026, 11, 28), "en")
    ' <time class="cafx-day" datetime="2026-11-28">Nov 28, 2026</time>'
    """
    if day is None:
        return ""
    from babel.dates import format_date

    text = escaped(format_date(day, "medium", locale=locale_of(locale)))
    return f' <time class="cafx-day" datetime="{day.isoformat()}">{text}</time>'


def lang_of(locale: str | Locale) -> str:
    """Return the locale as HTML's ``lang`` has it.

    >>> lang_of("uz_UZ")
    'uz-Latn-UZ'
    """
    return str(locale_of(locale)).replace("_", "-")


def format_markup(manner: Manner, digits: Digits) -> str:
    """Return the attribute by which ``cafx-money.js`` writes as a display does; nothing where that is usual.

    Options that the script does not have are named too: it then leaves the server's text as it is.

    >>> from cafx.formatting.conversions import manner_of
    >>> format_markup(manner_of("kk", None, "minor", {"style": "code", "symbols": "safe"}), "whole")
    ' format="style:code digits:whole precision:minor"'
    """
    given = dict(option_key(cast("Choices", {**manner.wording, "digits": digits}), "Display"))
    # The script's own style is a display's; and it knows safe signs only.
    style, symbols = given.pop("style", "symbol"), given.pop("symbols", "cldr")
    options = {
        **({} if style == "display" else {"style": style}),
        **({} if symbols == "safe" else {"symbols": symbols}),
        **given,
        **({} if manner.precision == "supported" else {"precision": manner.precision}),
    }
    text = " ".join(f"{name}:{''.join(str(value).split())}" for name, value in options.items())
    return f' format="{escaped(text)}"' if text else ""
