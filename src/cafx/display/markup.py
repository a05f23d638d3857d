"""The markup around prices: days, and what stands in a page as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.formatting.html import escaped
from cafx.locale.tags import locale_of

if TYPE_CHECKING:
    from datetime import date

    from babel import Locale

__all__ = ["day_markup", "lang_of"]


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
