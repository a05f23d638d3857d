"""Rows and lists of rates: a currency and its price, or its two prices, without a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import CLOSING, CURRENCIES, DASHES, FILLERS, TO
from cafx.text.plausible import PRICED, is_plausible
from cafx.text.stated.names import named_at
from cafx.text.stated.parts import Base, Price, is_year, price_of
from cafx.text.stated.quote import quote_of
from cafx.text.stated.stems import is_move, is_year_word
from cafx.text.stated.writing import write

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stated.line import Line
    from cafx.text.stretch import Stretch

__all__ = [
    "PARTS",
    "take_level",
    "take_list",
    "take_row",
    "take_year",
]

_NEAR: Final = 4
_LEAST_DECIMALS: Final = 2
_TWO: Final = 2
#: What may stand in a row beside its year and its price.
_IN_ROWS: Final = DASHES | frozenset(":;,.•*")
#: What may stand in a line beside the level of its title.
_IN_LEVELS: Final = _IN_ROWS | TO | CLOSING
#: What parts the two prices of a currency.
PARTS: Final = frozenset("/|")


def take_row(line: Line) -> bool:
    """Read a row of a table: a currency, and its price or its two prices: ``Доллар 87,30 87,60``."""
    stretch, codes = line.stretch, set()
    taken = {index for amount in line.amounts for index in range(amount.first, amount.last + 1)}
    for index, key in enumerate(stretch.words[: stretch.count]):
        code = named_at(line, index) if stretch.is_word(index) or key in CURRENCIES else ""
        if code:
            codes.add(code)
        elif index not in taken and stretch.is_word(index) and key not in FILLERS and len(key) > 1:
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
    line.sentence, line.end, line.last_end = 0, stretch.count, 0
    base = Base(code, 1, prices[0].first, is_counted=False)
    line.is_list = True
    for amount, side in zip(prices, ("buy", "sell"), strict=False):
        write(line, price_of(amount, quote), base, quote, is_explicit=True)
        if len(prices) > 1:
            line.rates[-1] = line.rates[-1].replace(side=side)
    line.memory.age = 0
    return True


def take_year(line: Line) -> bool:
    """Read a row of a list over years, whose title names the currency: ``2025-yil — 13 650 so‘m``."""
    amounts = line.amounts
    if not line.memory.was_board or len(amounts) != _TWO or not is_year(amounts[0]) or amounts[0].code:
        return False
    rest = _besides(line, amounts)
    return all(key in _IN_ROWS or is_year_word(key) for key in rest) and _take_titled(line, amounts[1])


def take_level(line: Line) -> bool:
    """Read a line that says only where the rate of its title stands: ``До 12 844 сумов``, ``87,45 сома``."""
    amounts = line.amounts
    if not line.memory.was_board or len(amounts) != 1 or not amounts[0].code:
        return False
    rest = _besides(line, amounts)
    is_level = amounts[0].number.place < 0 or any(key in TO or is_move(key) for key in rest)
    is_alone = all(key in _IN_LEVELS or is_move(key) for key in rest)
    return is_level and is_alone and _take_titled(line, amounts[0])


def _besides(line: Line, amounts: list[Amount]) -> list[str]:
    """Return the words of a line that are no part of its amounts."""
    taken = {index for amount in amounts for index in range(amount.first, amount.last + 1)}
    stretch = line.stretch
    return [stretch.words[index] for index in range(stretch.count) if index not in taken]


def _take_titled(line: Line, amount: Amount) -> bool:
    """Read a price as one of the currency that the title above names, if it can be."""
    memory, base = line.memory, line.memory.carried
    if base is None or not memory.is_of_rates or amount.number.scale:
        return False
    code = line.code_of(amount)
    quote = code or memory.own or (memory.quote if memory.quote != base.code else "")
    price = price_of(amount, code)
    if quote in {"", base.code} or not all(
        is_plausible(base.code, quote, value) for value in (price.low, price.high)
    ):
        return False
    line.sentence, line.end, line.last_end = 0, line.stretch.count, 0
    write(line, price, base, quote, is_explicit=True)
    if memory.is_expected:
        line.rates[-1] = line.rates[-1].replace(market_said="forecast")
    memory.age = 0
    return True


def take_list(line: Line, here: list[Amount]) -> None:
    """Read the rates of a list or ticker line: a code and one price, or two: ``USD 69.8000 69.9000``."""
    stretch = line.stretch
    coded = [amount for amount in here if _is_coded(stretch, amount)]
    if not coded:
        return
    everywhere = [amount for amount in line.amounts if _is_coded(stretch, amount)]
    if not any(amount.number.place <= -_LEAST_DECIMALS for amount in everywhere) or not (
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
        write(line, Price(amount, quote, value, value), base, quote, is_explicit=True)
        if second is not None and is_plausible(amount.code, quote, float(second.number.value)):
            line.taken.add(second.first)
            line.rates[-1] = line.rates[-1].replace(side="buy")
            write(line, price_of(second, quote), base, quote, is_explicit=True)
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
