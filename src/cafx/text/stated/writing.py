"""A rate is written down with all that its line says of it, and remembered for what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.core.currency import KNOWN
from cafx.text.plausible import is_plausible
from cafx.text.stated.clients import is_paid_by_client
from cafx.text.stated.details import date_of, span_of_bare
from cafx.text.stated.forecast import is_forecast
from cafx.text.stated.sayers import sayer_of
from cafx.text.stated.sides import is_official_side, side_of
from cafx.text.stated_rate import StatedRate
from cafx.text.words import FIVE

if TYPE_CHECKING:
    from cafx.text.stated.line import Line
    from cafx.text.stated.parts import Base, Price

__all__ = ["write"]


def write(line: Line, price: Price, base: Base, quote: str, *, is_explicit: bool) -> None:
    """Write the rate down, and remember it."""
    stretch, amount, memory = line.stretch, price.amount, line.memory
    start, end = amount.start, amount.end
    last = amount.last
    if not price.code:
        start, end, last = span_of_bare(line, amount, base, is_explicit=is_explicit)
    sayer = sayer_of(line, amount, base.place if is_explicit else last)
    if sayer == "official" and not line.sayers and is_paid_by_client(line, amount):
        sayer = None  # the sentence before told of the central bank, which sells to no client
    if is_forecast(line, amount):
        sayer = "forecast"
    side = side_of(line, amount, last)
    if sayer == "official" and not is_official_side(line, amount):
        side = None  # one ruble will be sold for: a bank's one rate
    number = amount.number
    ends = None if amount.high is None else (number.value, amount.high.value)
    line.rates.append(
        StatedRate(
            line.text[start:end],
            start,
            end,
            KNOWN[base.code],
            KNOWN[quote],
            nominal=base.nominal,
            price=number.value if ends is None else None,
            ends=ends,
            side=side,
            market_said=sayer,
            date_text=date_of(line, amount.first),
            language=stretch.language,
        )
    )
    line.spans.append((start, end))
    if base.is_counted and base.place < stretch.count:
        for unit in line.amounts:
            if unit.first == base.place:
                line.spans.append((unit.start, unit.end))
    if is_plausible(base.code, quote, price.low / base.nominal):  # 4,69 in 1993 measures nothing of later
        memory.last[base.code, quote] = price.low / base.nominal
    memory.quote = quote
    memory.bases = [base._replace(is_counted=False, place=-1)]
    memory.age = 0
    if base.is_counted and base.code not in FIVE and number.value > 1 and not amount.is_prefixed:
        # A round price is no unit of what follows: за тысячу рублей давали 100 СОМОНИ, а сегодня — 65.
        line.bases = [one for one in line.bases if one.place != amount.first or not one.is_counted]
    line.last_end = last + 1
    line.prices += 1
