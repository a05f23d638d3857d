"""Rows and lists of rates: a currency and its price, or its two prices, without a verb."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from cafx.text.amount import Amount
from cafx.text.digits import read_number
from cafx.text.lexicon import BETWEEN, CONJUNCTIONS, CURRENCIES, DASHES, FILLERS, TO, YEAR_WORDS
from cafx.text.plausible import PRICED, is_plausible
from cafx.text.rate_bare import is_year
from cafx.text.rate_base import Base, Price, named_at, price_of
from cafx.text.rate_quote import quote_of
from cafx.text.rate_words import BUYING, CHANGES, LEVELLING, SELLING, TRADED_IN
from cafx.text.tokens import WORD_KIND

if TYPE_CHECKING:
    from cafx.text.numerals import Number
    from cafx.text.rate_line import Line
    from cafx.text.stretch import Stretch

__all__ = ["PARTS", "take_list", "take_row", "with_bare_ranges", "with_levels_apart", "with_years_apart"]

_NEAR: Final = 4
_REACH: Final = 8
_LEAST_DECIMALS: Final = 2
_TWO: Final = 2
_GROUP: Final = 3
_CLOSE: Final = Decimal("1.1")
#: What parts the two prices of a currency.
PARTS: Final = frozenset("/|")
#: Words (stems) for a year, beside the number of one.
_YEAR_WORDS: Final = ("жыл", "yil", "йил", "ýyl", "год", "соли")
_ENDS: Final = frozenset(",;.!?")


def take_row(line: Line) -> bool:
    """Read a row of a table: a currency, and its price or its two prices: ``Доллар 87,30 87,60``."""
    stretch, codes = line.stretch, set()
    taken = {index for amount in line.amounts for index in range(amount.first, amount.last + 1)}
    for index, token in enumerate(stretch.tokens):
        code = named_at(line, index) if token.kind == WORD_KIND or token.key in CURRENCIES else ""
        if code:
            codes.add(code)
        elif (
            index not in taken and token.kind == WORD_KIND and token.key not in FILLERS and len(token.key) > 1
        ):
            return False
    prices = [amount for amount in line.amounts if amount.code in {"", *codes}]
    if len(codes) != 1 or not 1 <= len(prices) <= _TWO or len(prices) != len(line.amounts):
        return False
    code = codes.pop()
    quote = quote_of(line, code)
    values = [float(amount.number.value) for amount in prices]
    if not quote or not all(
        amount.high is None and is_plausible(code, quote, value)
        for amount, value in zip(prices, values, strict=True)
    ):
        return False
    if all(not amount.number.place for amount in prices) and len(prices) == 1:
        return False
    line.sentence, line.end, line.last_end = 0, len(stretch.tokens), 0
    base = Base(code, 1, prices[0].first, is_counted=False)
    line.is_list = True
    for amount, side in zip(prices, ("buy", "sell"), strict=False):
        line.add(price_of(amount, quote), base, quote, is_explicit=True)
        if len(prices) > 1:
            line.rates[-1] = line.rates[-1].replace(side=side)
    line.memory.age = 0
    return True


def take_list(line: Line, here: list[Amount]) -> None:
    """Read the rates of a list or ticker line: a code and one price, or two: ``USD 69.8000 69.9000``."""
    stretch = line.stretch
    coded = [amount for amount in here if _is_coded(stretch, amount)]
    everywhere = [amount for amount in line.amounts if _is_coded(stretch, amount)]
    if not (coded and any(amount.number.place <= -_LEAST_DECIMALS for amount in everywhere)) or not (
        len(everywhere) > 1 or stretch.starts_line(coded[0].first) or _names_only(line, coded[0])
    ):
        return
    quote = _quote_of_list(line, coded)
    for amount in coded:
        behind = amount.after + (stretch.key(amount.after) in PARTS)
        second = next((other for other in here if other.first == behind and not other.code), None)
        value = float(amount.number.value)
        if not quote or not is_plausible(amount.code, quote, value):
            continue
        base = Base(amount.code, 1, amount.first, is_counted=False)
        line.is_list = True
        line.taken.add(amount.first)
        line.add(Price(amount, quote, value, value), base, quote, is_explicit=True)
        if second is not None and is_plausible(amount.code, quote, float(second.number.value)):
            line.taken.add(second.first)
            line.rates[-1] = line.rates[-1].replace(side="buy")
            line.add(price_of(second, quote), base, quote, is_explicit=True)
            line.rates[-1] = line.rates[-1].replace(side="sell")


def _is_coded(stretch: Stretch, amount: Amount) -> bool:
    """Whether an amount is a code and a number behind it, as the rows of a list are: ``USD 69.8000``."""
    return (
        amount.is_prefixed
        and amount.code in PRICED
        and amount.number.place < 0
        and stretch.is_word(amount.first)
        and amount.high is None
        and not amount.number.scale
    )


def _quote_of_list(line: Line, coded: list[Amount]) -> str:
    """Return the currency of a list's prices: one that has no price in it itself."""
    codes = {amount.code for amount in coded}
    quote = quote_of(line, coded[0].code)
    if quote in codes:
        quote = (
            line.memory.quote if line.memory.quote not in {"", *codes} else line.stretch.places.home(codes)
        )
    return "" if quote in codes else quote


def _names_only(line: Line, amount: Amount) -> bool:
    """Whether the line before an amount only names its currency: ``USA Dollar USD 69.8000``."""
    keys = line.stretch.keys(line.sentence, amount.first)
    return len(keys) <= _NEAR and any(key in CURRENCIES for key in keys)


def with_bare_ranges(stretch: Stretch, amounts: list[Amount]) -> list[Amount]:
    """Join numbers without a currency that make a range: ``87,6–87,8``, ``between 86.9 and 87.5``."""
    kept: list[Amount] = []
    for amount in amounts:
        before = kept[-1] if kept else None
        if (
            before is not None
            and not (
                before.code or amount.code or before.high or amount.high or before.suffix or amount.suffix
            )
            and amount.first == before.after + 1
            and (
                (
                    stretch.key(before.after) in DASHES
                    and (before.number.place < 0 or _has_side(stretch, before, amount))
                )
                or (stretch.key(before.after) in CONJUNCTIONS and stretch.key(before.first - 1) in BETWEEN)
            )
            and 0 < before.value < amount.value < before.value * 2
        ):
            before.high = amount.number
            before.after, before.last, before.end = amount.after, amount.last, amount.end
        elif before is not None and _is_reread_range(stretch, before, amount):
            before.high, before.code = amount.number, amount.code
            before.after, before.last, before.end = amount.after, amount.last, amount.end
        else:
            kept.append(amount)
    return kept


def _has_side(stretch: Stretch, before: Amount, amount: Amount) -> bool:
    """Whether two whole numbers stand right behind a side and close together: покупка 11 930–11 950."""
    is_close = before.value < amount.value <= before.value * _CLOSE
    key = stretch.key(before.first - 1)
    return is_close and not is_year(before) and key.startswith((*BUYING, *SELLING, *TRADED_IN))


def _is_reread_range(stretch: Stretch, before: Amount, amount: Amount) -> bool:
    """Whether the low end of a range was read as thousands: ``1,045-1,07 сом``; if so, read it as it is."""
    number = before.number
    if before.code or before.high or before.suffix or amount.high or not number.digits or number.scale:
        return False
    if (
        amount.first != before.after + 1
        or stretch.key(before.after) not in DASHES
        or amount.number.place >= 0
    ):
        return False
    reading = read_number(number.digits, decimal_comma=True, has_scale=False)
    other = None if reading is None else reading.other
    if other is None or not 0 < other < amount.value < other * 2:
        return False
    before.number = number._replace(value=other, place=-_GROUP)
    return True


def with_years_apart(stretch: Stretch, amounts: list[Amount]) -> list[Amount]:
    """Take years off the currency behind them: ``2022-жылы доллар 80 сом болсо``."""
    for amount in amounts:
        number = amount.number
        if not amount.code or amount.is_prefixed or not is_year(amount) or number.scale:
            continue
        between = stretch.keys(number.after, amount.last)
        if any(key.startswith(_YEAR_WORDS) for key in (*between, stretch.key(amount.first - 1))) or (
            stretch.key(amount.first - 1) in YEAR_WORDS
        ):
            amount.code = ""
            amount.last, amount.after = number.after - 1, number.after
            amount.end = stretch.tokens[amount.last].end
    return amounts


def with_levels_apart(stretch: Stretch, amounts: list[Amount]) -> list[Amount]:
    """Part the old and the new level of a change: ``84 сомдон 87 сомго чейин көтөрүлдү``.

    A verb of change stands behind them, or a devaluation before them; what a dash joins stays a range.
    """
    kept: list[Amount] = []
    for amount in amounts:
        high = amount.high
        if high is None or not _is_change(stretch, amount, high):
            kept.append(amount)
            continue
        old = Amount(stretch, amount.number)
        old.code, old.is_shared = amount.code, True
        old.last = high.first - 1
        if stretch.key(old.last) in TO:
            old.last -= 1
        old.after, old.end = high.first, stretch.tokens[old.last].end
        new = Amount(stretch, high)
        new.code, new.after, new.last, new.end = amount.code, amount.after, amount.last, amount.end
        kept += (old, new)
    return kept


def _is_change(stretch: Stretch, amount: Amount, high: Number) -> bool:
    """Whether *from A to B* tells of a change, by the words around it; a dash or *and* makes a range."""
    for index in range(amount.number.after, high.first):
        key = stretch.key(index)
        if key in CONJUNCTIONS or (
            key in DASHES and not (stretch.is_hyphenated(index) and stretch.is_word(index + 1))
        ):
            return False
    is_joined = any(key in DASHES for key in stretch.keys(amount.number.after, high.first))
    for key in reversed(stretch.keys(amount.first - _REACH, amount.first)):
        if key in _ENDS or is_joined:
            break
        if key.startswith(LEVELLING):
            return True
    for place, key in enumerate(stretch.keys(amount.after, amount.after + _NEAR)):
        if key == "," and not place and stretch.language == "tg":
            continue  # аз 10,2024 то 10,9140 сомонӣ, боло рафт
        if key in _ENDS:
            return False
        if key.startswith(CHANGES):
            return True
    return False
