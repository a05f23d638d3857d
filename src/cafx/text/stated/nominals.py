"""For how many units of its base a price is, and which way its digits are read for that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.digits import read_number
from cafx.text.plausible import is_plausible
from cafx.text.stated.parts import Base, Price, price_of

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stated.line import Line

__all__ = ["for_so_many", "reread"]

#: Where news gives the rouble by the ten or the hundred and does not say so.
_BY_THE_TEN: Final = frozenset(("TJS", "TMT"))
_TENS: Final = (10, 100, 1000)


def for_so_many(line: Line, price: Price, base: Base, quote: str) -> tuple[Price, int]:
    """Return the price, read the other way where only that is one, and for how many units it is."""
    amount = price.amount
    nominal = _nominal_of(line, base, quote, price.low, price.high)
    printed = amount.number, amount.high
    if not nominal and reread(line, amount):
        other = price_of(amount, price.code)
        nominal = _nominal_of(line, base, quote, other.low, other.high)
        if nominal:
            return other, nominal
        amount.number, amount.high = printed
    return price, nominal


def _nominal_of(line: Line, base: Base, quote: str, low: float, high: float) -> int:
    """Return how many units the price is for; 0 where it can be no rate of the pair."""
    if is_plausible(base.code, quote, low / base.nominal) and is_plausible(
        base.code, quote, high / base.nominal
    ):
        return base.nominal
    if (base.code == "RUB" and quote in _BY_THE_TEN) and not base.is_counted:
        for nominal in _TENS:
            if is_plausible(base.code, quote, low / nominal) and line.cues:
                return nominal
    return 0


def reread(line: Line, amount: Amount) -> bool:
    """Read a point before three digits the other way: 10.5300 to 10.600; not a comma of English."""
    changed = False
    for name in ("number", "high"):
        number = getattr(amount, name)
        if number is None or not number.digits or number.scale or number.parts > 1:
            continue
        is_grouped = not line.cues or number.digits.endswith("00")
        if "," in number.digits and line.language() == "en" and is_grouped:
            continue
        reading = read_number(number.digits, decimal_comma=True, has_scale=False)
        if reading is not None and reading.other is not None and reading.value == number.value:
            place = -3 if reading.other < reading.value else 0
            setattr(amount, name, number._replace(value=reading.other, place=place))
            changed = True
    return changed
