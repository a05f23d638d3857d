"""The ticker strip: rates side by side, as markup that is complete without scripts."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from cafx.core.currency import Currency
from cafx.core.decimals import leading_place, plain, rounded_fraction
from cafx.display.markup import escaped
from cafx.formatting import Html

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cafx.display.displays import Display
    from cafx.values.rate import Rate

__all__ = ["strip_of"]

_DIGITS: Final = 5
_DAY: Final = timedelta(days=1)
# The word on the button that stops a strip that moves. Not yet looked at by native readers.
_STOP: Final = {
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


def strip_of(display: Display, codes: Iterable[str]) -> Html:
    """Return the strip of *codes* in the display's currency; see ``Display.strip``."""
    currencies = dict.fromkeys(map(Currency, codes))
    rates = [display.rate(currency) for currency in currencies if currency != display.to]
    items = "".join(_item(display, rate) for rate in rates if rate is not None)
    if not items:
        return Html()
    stop = _STOP.get("-".join(display.lang.split("-")[:2])) or _STOP.get(
        display.lang.split("-")[0], _STOP["en"]
    )
    return Html(
        f'<cafx-ticker lang="{display.lang}"><button type="button" hidden>{escaped(stop)}</button>'
        f'<ul class="cafx-strip">{items}</ul></cafx-ticker>'
    )


def _item(display: Display, rate: Rate) -> str:
    place = _place(rate)
    price = rounded_fraction(rate.price, -place)
    text = display.shown(price, max(0, -place))
    day = display.time(display.carried_day(rate))
    return (
        f'<li><span class="cafx-pair" translate="no">{rate.pair}</span> '
        f'<data class="cafx" value="{plain(price)}" data-currency="{rate.quote}" translate="no">'
        f"<bdi>{escaped(text)}</bdi></data>{_change(display, rate)}{day}</li>"
    )


def _place(rate: Rate) -> int:
    """Return the power of ten of the last digit: of five, or of those that the rate supports."""
    fifth = leading_place(rate.price) - _DIGITS
    half = max(rate.high - rate.price, rate.price - rate.low)
    if not half:
        return fifth
    if len(rate.legs) == 1 and rate.powers == (1,) and rate.legs[0].nominal == 1:
        return max(fifth, int(rate.legs[0].price.as_tuple().exponent))
    return max(fifth, leading_place(half) - 1)


def _change(display: Display, rate: Rate) -> str:
    """Return the change from the day before of the same source, as markup; nothing where none is known."""
    change = _percent(display, rate)
    if change is None:
        return ""
    arrow = f'<span aria-hidden="true">{_ARROWS[change > 0]}</span>&nbsp;' if change else ""
    way = "up" if change > 0 else "down" if change else "same"
    return f' <span class="cafx-change cafx-{way}">{arrow}<bdi>{escaped(display.change(change))}</bdi></span>'


def _percent(display: Display, rate: Rate) -> Fraction | None:
    if rate.powers == (1,) and rate.legs[0].change is not None:
        return Fraction(*rate.legs[0].change.as_integer_ratio())
    if rate.as_of is None or rate.is_exact:
        return None
    before = display.rate(rate.base, rate.as_of - _DAY)
    if before is None or _voices(before) != _voices(rate):
        return None
    return (rate.price / before.price - 1) * 100


def _voices(rate: Rate) -> list[tuple[str, str, str]]:
    return [(leg.source, leg.base, leg.quote) for leg in rate.legs]
