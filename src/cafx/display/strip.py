"""The ticker strip: rates side by side, as markup that is complete without scripts."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Final, Protocol

from cafx.core.currency import Currency
from cafx.core.decimals import leading_place, plain, rounded_fraction
from cafx.display.markup import day_markup, lang_of
from cafx.formatting.html import Html, escaped
from cafx.formatting.rates import format_change
from cafx.locale.compiled import kept_format

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from babel import Locale

    from cafx.formatting.results import Manner
    from cafx.values.rate import Rate

__all__ = ["STOP", "Find", "carried_day", "strip_of"]


class Find(Protocol):
    """Finds the rate of a currency in the reader's."""

    def __call__(self, base: str, on: date | None = None) -> Rate | None:
        """Return the rate on the display's day or on *on*; None where none answers."""


_DIGITS: Final = 5
_DAY: Final = timedelta(days=1)
#: The word on the button that stops a strip that moves, by language. Not yet looked at by native readers.
STOP: Final = {
    "en": "Pause",
    "ru": "Пауза",
    "kk": "Тоқтату",
    "ky": "Токтотуу",
    "tg": "Ист",
    "tk": "Duruz",
    "uz": "Toʻxtatish",
    "uz-Cyrl": "Тўхтатиш",
}
_ARROWS: Final = {True: "▲", False: "▼"}


def strip_of(find: Find, manner: Manner, to: Currency, codes: Iterable[str]) -> Html:
    """Return the strip of *codes* in the currency *to*; see ``Display.strip``.

    Args:
        find: gives the rate of a currency on the display's day, or on another one; None for none.
        manner: for whom and how the prices are written.
        to: the reader's currency.
        codes: the currencies.
    """
    rates = [find(currency) for currency in dict.fromkeys(map(Currency, codes)) if currency != to]
    items = "".join(_item(find, manner, rate) for rate in rates if rate is not None)
    if not items:
        return Html()
    lang = lang_of(manner.locale)
    language, _, rest = lang.partition("-")
    stop = STOP.get(f"{language}-{rest[:4]}") or STOP.get(language, STOP["en"])
    return Html(
        f'<cafx-ticker lang="{lang}"><button type="button" hidden>{escaped(stop)}</button>'
        f'<ul class="cafx-strip">{items}</ul></cafx-ticker>'
    )


def carried_day(rate: Rate) -> date | None:
    """Return the day of a rate that is carried past it, to be printed beside it; else None."""
    return rate.as_of if rate.is_carried else None


def _item(find: Find, manner: Manner, rate: Rate) -> str:
    place = _place(rate)
    price = rounded_fraction(rate.price, -place)
    text = kept_format(manner.locale, rate.quote, manner.choices({"digits": max(0, -place)}), "Display")(
        price
    )
    return (
        f'<li><span class="cafx-pair" translate="no">{rate.pair}</span> '
        f'<data class="cafx" value="{plain(price)}" data-currency="{rate.quote}" translate="no">'
        f"<bdi>{escaped(text)}</bdi></data>{_change_markup(_change(find, rate), manner.locale)}"
        f"{day_markup(carried_day(rate), manner.locale)}</li>"
    )


def _place(rate: Rate) -> int:
    """Return the power of ten of the last digit: of five, or of those that the rate supports."""
    fifth = leading_place(rate.price) - _DIGITS
    half = max(rate.high - rate.price, rate.price - rate.low)
    if not half:
        return fifth
    if rate.powers == (1,) and not rate.is_carried and rate.legs[0].nominal == 1:
        return max(fifth, int(rate.legs[0].price.as_tuple().exponent))  # as it was printed
    return max(fifth, leading_place(half) - 1)


def _change_markup(change: Fraction | None, locale: str | Locale) -> str:
    """Return a change in per cent as markup; its sign says the way to whoever sees no arrow."""
    if change is None:
        return ""
    arrow = f'<span aria-hidden="true">{_ARROWS[change > 0]}</span>&nbsp;' if change else ""
    way = "up" if change > 0 else "down" if change else "same"
    text = escaped(format_change(change, locale, digits=2))
    return f' <span class="cafx-change cafx-{way}">{arrow}<bdi>{text}</bdi></span>'


def _change(find: Find, rate: Rate) -> Fraction | None:
    """Return the change from the day before of the same sources, in per cent; None where none is known."""
    if rate.powers == (1,) and rate.legs[0].change is not None:
        return Fraction(*rate.legs[0].change.as_integer_ratio())
    if rate.as_of is None or rate.is_exact:
        return None
    before = find(rate.base, rate.as_of - _DAY)
    if before is None or _voices(before) != _voices(rate):
        return None
    return (rate.price / before.price - 1) * 100


def _voices(rate: Rate) -> list[tuple[str, str, str]]:
    return [(leg.source, leg.base, leg.quote) for leg in rate.legs]
