"""For how many units of its base a price is, and which way its digits are read for that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.digits import read_number
from cafx.text.lexicon import CURRENCIES
from cafx.text.plausible import is_plausible
from cafx.text.rate_words import PRICE_PREPOSITIONS
from cafx.text.stated.parts import NOMINALS, Base, Price, price_of

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stated.line import Line

__all__ = ["for_so_many", "is_part_of_manat", "nominal_of_row", "reread"]

#: Where news gives the rouble by the ten or the hundred and does not say so.
_BY_THE_TEN: Final = frozenset(("TJS", "TMT"))
_TENS: Final = (10, 100, 1000)
_HUNDRED: Final = 100
_HUNDREDTHS: Final = 2
#: How near the last price of the pair a slip in the word for its money has to lie.
_NEAR: Final = 1.1


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
    if not nominal and _reread_hundredths(amount):
        other = price_of(amount, price.code)
        last = line.memory.last.get((base.code, quote), 0.0)
        is_near = last / _NEAR <= other.low / base.nominal <= last * _NEAR
        if is_near and line.stretch.key(amount.first - 1) in PRICE_PREPOSITIONS:
            return other, base.nominal
        amount.number, amount.high = printed
    return price, nominal


def _reread_hundredths(amount: Amount) -> bool:
    """Read hundredths with decimals as a slip for the whole money: ``продают по 70,20 тыйына``."""
    number, places = amount.number, -amount.number.place - _HUNDREDTHS
    if amount.high is not None or number.scale or places != _HUNDREDTHS:
        return False
    whole = number.value.scaleb(_HUNDREDTHS)
    if number.digits.replace(",", ".") != str(whole):
        return False
    amount.number = number._replace(value=whole, place=-_HUNDREDTHS)
    return True


def is_part_of_manat(base: Base, quote: str, price: Price) -> bool:
    """Whether a manat is a hundred of its parts, which many write as the tenge: 1 манат = 100 тенге."""
    pair = (base.code, base.nominal, quote, price.low)
    return (
        pair in {("TMT", 1, "KZT", _HUNDRED), ("KZT", _HUNDRED, "TMT", 1)} and not price.amount.number.place
    )


def nominal_of_row(line: Line, code: str, index: int) -> int:
    """Return how many units a pair's price is for, where its row begins with them: ``10 … AMD / KZT 11.38``.

    The word that names the currency beside its code need not be known.
    """
    stretch, amounts = line.stretch, line.amounts
    if stretch.key(index + 1) != "/" or not amounts:
        return 1
    unit = amounts[0]
    price = next((one for one in amounts if one.first > index), None)
    is_unit = unit.number.value in NOMINALS and not (unit.number.place or unit.code)
    if price is None or not is_unit or not stretch.starts_line(unit.first) or unit.after >= index:
        return 1
    nominal, quote = int(unit.number.value), CURRENCIES.get(stretch.key(index + 2), "")
    return nominal if is_plausible(code, quote, float(price.number.value) / nominal) else 1


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
        if "," in number.digits and _is_english(line, amount) and is_grouped:
            continue
        reading = read_number(number.digits, decimal_comma=True, has_scale=False)
        if reading is not None and reading.other is not None and reading.value == number.value:
            place = -3 if reading.other < reading.value else 0
            setattr(amount, name, number._replace(value=reading.other, place=place))
            changed = True
    return changed


def _is_english(line: Line, amount: Amount) -> bool:
    """Whether a price is one of English; a short line tells it only beside a word for the money."""
    return line.language() == "en" or bool(amount.code and line.stretch.language == "en")
