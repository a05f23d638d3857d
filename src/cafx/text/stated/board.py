"""Boards of rates: what banks and channels print as rows, under a head that says what their columns are.

    head := words for buying and selling, or currencies, and no number: Валюта | Покупка | Продажа
    row  := what it is for, then its prices: USD 518,5 522,0; Эсхата | 9,20 | 9,27; доллар ↑ 519,76 (+0,44)

A row has no verb: besides currencies, words of rates and days it holds at most the name of a bank. So
prose is given up at its first word of another kind. What a rate changed by is left out.
"""

from __future__ import annotations

import re
from copy import copy
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.text.goods import names_goods
from cafx.text.lexicon import CURRENCIES, PER
from cafx.text.plausible import PRICED, is_plausible
from cafx.text.rate_words import (
    AT_HOME,
    TRADED,
    TRADED_IN,
)
from cafx.text.stated.head import BAR, cells_of, is_date, is_name, is_of_boards, sides_of
from cafx.text.stated.names import named_at
from cafx.text.stated.nominals import reread
from cafx.text.stated.parts import MEMORY, NOMINALS, Base, Column, price_of
from cafx.text.stated.quote import home_of
from cafx.text.stated.stems import is_change, is_rate_word
from cafx.text.stated.writing import write
from cafx.text.words import FIVE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cafx.text.amount import Amount
    from cafx.text.stated.line import Line
    from cafx.text.stated_rate import Side

__all__ = ["take_board"]

_LONGEST_ROW: Final = 80
#: How far apart the two prices of a bank can be; a number further off is a move, or something else.
_SPREAD: Final = 1.25
_TWO: Final = 2
_ENTRY_ENDS: Final = frozenset(",;.")
_SIGNS: Final = frozenset("+-−–±▲▼△▽")


class _Price(NamedTuple):
    amount: Amount
    column: Column | None


class _Entry(NamedTuple):
    """What one row or one item of a list says."""

    #: None where nothing named it yet.
    base: Base | None
    #: The currency that a pair names, or a price: USD/KZT.
    quote: str
    prices: list[_Price]
    #: Whether its currency is named in it, or by its column; else a head or a title named it.
    is_named: bool
    #: The amount that its prices are for: 100 тенге.
    unit: Amount | None = None


def take_board(line: Line) -> bool:
    """Read a line as a row of a board, or as a list of rates, if it is one."""
    if line.stretch.count > _LONGEST_ROW:
        return False
    row = _Row(line)
    if not row.read():
        return False
    bases = {entry.base.code for entry in row.entries if entry.base}
    quote = next((entry.quote for entry in row.entries if entry.quote), "") or _quote_of_board(line, bases)
    entries = (_possible(line, entry, entry.quote or quote) for entry in row.entries)
    kept = [entry for entry in entries if entry.prices]
    if not _is_board(line, kept, is_headed=bool(row.heads or row.is_sectioned)):
        return False
    line.sentence, line.end, line.last_end = 0, line.stretch.count, 0
    line.is_list = True
    heads: list[Side | None] = [*row.heads] or [
        column.side for column in line.memory.columns if column.is_priced
    ]
    for entry in kept:
        _write(line, entry, heads)
    line.memory.age = 0
    return True


def _is_board(line: Line, kept: list[_Entry], *, is_headed: bool) -> bool:
    """Whether what was read is enough to be a row: two prices, two currencies, or a head above it."""
    memory = line.memory
    if not kept:
        return False
    if is_headed or (memory.age <= MEMORY and (memory.columns or memory.section)):
        return True
    if not all(entry.is_named for entry in kept):
        return False
    is_paired = any(len(entry.prices) > 1 for entry in kept)
    is_exact = all(price.amount.number.place < 0 for entry in kept for price in entry.prices)
    is_told = memory.was_board or any(map(is_rate_word, line.stretch.words))
    return is_paired or is_exact or (is_told and (memory.was_board or len(kept) > 1))


class _Row:
    """A row in the reading: the entries behind, and what is known of the one at hand."""

    __slots__ = (
        "base", "carried", "entries", "heads", "is_labelled", "is_sectioned", "line", "prices",
        "quote", "section", "unit",
    )  # fmt: skip

    def __init__(self, line: Line) -> None:
        memory = line.memory
        is_known = memory.age <= MEMORY or memory.was_board
        self.line = line
        self.entries: list[_Entry] = []
        #: The sides that the row itself says before its prices: покупка/продажа.
        self.heads: list[Side] = []
        self.section: Side | None = memory.section if is_known else None
        self.is_sectioned = False
        #: The currency that a head named, of rows that name banks only.
        self.carried = memory.carried if memory.was_board else None
        self._begin()

    def _begin(self) -> None:
        self.base: Base | None = None
        self.unit: Amount | None = None
        self.quote = ""
        self.is_labelled = False
        self.prices: list[_Price] = []

    def read(self) -> bool:
        """Read the entries; return whether every word is one that a row can have."""
        line, stretch = self.line, self.line.stretch
        numbers = {amount.number.first: amount for amount in line.amounts}
        if not numbers:
            return False
        if self._is_turned(numbers):
            return True
        keys = stretch.words[: stretch.count]
        columns = line.memory.columns
        cells = cells_of(keys) if BAR in keys and columns else []
        is_mapped = len(cells) == len(columns)
        has_quotes = any(key in CURRENCIES for key in keys[max(numbers) + 1 :])
        index = 0
        while index < stretch.count:
            amount = numbers.get(index)
            if amount is not None:
                column = _column_at(columns, cells, index) if is_mapped else None
                if not self._take_number(amount, column):
                    return False
                index = (amount.high or amount.number).after if amount is not self.unit else amount.after
                continue
            if not (stretch.is_number(index) or self._take_word(index, has_quotes=has_quotes)):
                return False
            index += 1
        self._end()
        return bool(self.entries) and all(entry.base for entry in self.entries)

    def _is_turned(self, numbers: dict[int, Amount]) -> bool:
        """Read a row that says its price first, then of what, then its move: ``9061 USD +179.00``."""
        stretch = self.line.stretch
        first = numbers.get(0)
        code = "" if first is None else named_at(self.line, first.number.after)
        if first is None or not code or code in FIVE or first.high is not None:
            return False
        sign = first.number.after + 1
        if stretch.key(sign) not in _SIGNS or sign + 2 != stretch.count or not stretch.is_number(sign + 1):
            return False
        self._add(Base(code, 1, 1, is_counted=False), [_Price(first, None)], is_named=True)
        self.is_sectioned = True
        return True

    def _take_number(self, amount: Amount, column: Column | None) -> bool:
        line, number = self.line, amount.number
        if len(set(self.heads)) == 1:
            return False  # dollar: покупка 518, продажа 522: each price has its side
        is_unit = number.value in NOMINALS and not number.place and not (amount.is_prefixed or amount.high)
        code = line.code_of(amount) if is_unit else ""
        if code in PRICED:
            self._end()
            self.base = Base(code, int(number.value), amount.first, is_counted=False)
            self.unit = amount
        elif not (is_date(line, amount) or _is_move(line, amount)) and (column is None or column.is_priced):
            self.prices.append(_Price(amount, column))
        return True

    def _take_word(self, index: int, *, has_quotes: bool) -> bool:
        stretch = self.line.stretch
        key = stretch.words[index]
        if key in _ENTRY_ENDS:
            self._end()
            if key == ".":
                self.section = self.line.memory.section
                self._carry()
            return True
        if not stretch.is_word(index) and key not in CURRENCIES:
            return key != "?" or _names_one(stretch.words[:index])
        if key in CURRENCIES:
            return self._take_currency(index, has_quotes=has_quotes)
        sides = sides_of(stretch.words, index)
        if sides:
            return self._take_side(index, sides[0])
        if is_of_boards(key) or key in TRADED or stretch.key(index - 1) in TRADED:
            return True
        self._end()
        self._carry()
        self.is_labelled = True
        return is_name(self.line, index) and not names_goods(key) and not is_change(key)

    def _take_currency(self, index: int, *, has_quotes: bool) -> bool:
        code, base = named_at(self.line, index), self.base
        if not code:
            return False
        if code in FIVE and (base is None or code != base.code):
            is_pair = base is not None and self.line.stretch.key(index - 1) == "/" and not self.prices
            if is_pair or (self.prices and has_quotes and not self.quote):
                self.quote = code
                return True
        if self.line.stretch.key(index - 1) in PER and (self.entries or self.prices):
            self._end()  # 11,900/11,970; 11,910/11,980 per dollar
            last = Base(code, 1, index, is_counted=False)
            self.entries = [entry._replace(base=entry.base or last) for entry in self.entries]
        elif base is None or base.code != code or self.prices:
            self._end()
            self.base = Base(code, 1, index, is_counted=False)
            self.unit = None
        return True

    def _take_side(self, index: int, side: Side) -> bool:
        """Take a word for a side: of a head, or of all that follows it: ``Продажа: Асакабанк — 12 060``."""
        stretch = self.line.stretch
        behind = index + 1 + (stretch.key(index + 1).startswith(TRADED_IN) and stretch.key(index) in TRADED)
        if stretch.key(behind) == ":" and stretch.is_word(behind + 1) and not self.heads:
            self._end()
            self._carry()
            self.section, self.is_sectioned = side, True
            return True
        if self.entries or self.prices:
            return False
        self.heads.append(side)
        return True

    def _carry(self) -> None:
        """Keep a currency without a price for the rows that follow: лучшие курсы ДОЛЛАРА."""
        if self.base is not None and not self.prices:
            self.carried = self.base
            self._begin()

    def _end(self) -> None:
        """End the entry at hand."""
        prices = self.prices
        if not prices:
            return
        memory = self.line.memory
        prices = [
            price
            if price.column or not self.section
            else price._replace(column=Column("", self.section, is_priced=True))
            for price in prices
        ]
        codes = dict.fromkeys(price.column.code for price in prices if price.column and price.column.code)
        for code in codes:
            some = [price for price in prices if price.column and price.column.code == code]
            self._add(Base(code, 1, -1, is_counted=False), some, is_named=True)
        rest = [price for price in prices if not (price.column and price.column.code)]
        if rest and self.base is not None:
            self._add(self.base, rest, is_named=True)
        elif rest:
            is_carried = self.is_labelled and (memory.columns or self.section or self.heads)
            self._add(self.carried if is_carried else None, rest, is_named=False)
        self._begin()

    def _add(self, base: Base | None, prices: list[_Price], *, is_named: bool) -> None:
        if base is not None:
            base = base._replace(place=prices[0].amount.first, is_counted=False)
        self.entries.append(_Entry(base, self.quote, prices, is_named, self.unit))


def _names_one(keys: list[str]) -> bool:
    """Whether what is asked before a price names one currency: of two, the price may be of either."""
    return len({CURRENCIES[key] for key in keys if key in CURRENCIES}) <= 1


def _column_at(columns: tuple[Column, ...], cells: list[tuple[int, int]], index: int) -> Column | None:
    """Return the column of the head under which a token stands."""
    return next(
        (column for column, (start, end) in zip(columns, cells, strict=True) if start <= index < end), None
    )


def _is_move(line: Line, amount: Amount) -> bool:
    """Whether a number tells by how much a rate moved: ``(+0,44)``, ``-0,2%``."""
    stretch, first = line.stretch, amount.number.first
    after = (amount.high or amount.number).after
    if amount.number.is_negative or stretch.key(after) == "%":
        return True
    is_bracketed = stretch.key(first - 2) == "("
    return (
        stretch.key(first - 1) in _SIGNS
        and stretch.is_glued(first)
        and (is_bracketed or not stretch.is_glued(first - 1))
    )


def _quote_of_board(line: Line, bases: set[str]) -> str:
    """Return whose money the prices of a board are: that of the text's country, which is no row of it."""
    memory = line.memory
    if memory.was_board and memory.quote not in {"", *bases}:
        return memory.quote
    if memory.own and memory.own not in bases:
        return memory.own
    return home_of(line, bases & FIVE) or AT_HOME.get(memory.language, "")


def _possible(line: Line, entry: _Entry, quote: str) -> _Entry:
    """Return an entry with those of its prices that can be rates of its pair; a bank's lie close together."""
    base, found = entry.base, entry.prices
    kept: list[_Price] = []
    if base is None or quote not in FIVE or quote == base.code:
        return entry._replace(prices=kept)
    first = found[0].amount.number
    if len(found) > 1 and first.value in NOMINALS and not first.place:
        ratio = found[1].amount.value / first.value
        if not (is_plausible(base.code, quote, float(first.value)) and 1 / _SPREAD <= ratio <= _SPREAD):
            base, found = base._replace(nominal=int(first.value)), found[1:]  # UZS 1000 7,3
    for price in _parted(found, base, quote):
        number, printed = price.amount.number, (price.amount.number, price.amount.high)
        if number.scale or number.is_spelled:
            continue
        if not _is_possible(base, quote, price.amount) and not (
            reread(line, price.amount) and _is_possible(base, quote, price.amount)
        ):
            price.amount.number, price.amount.high = printed
            continue
        value = float(price.amount.value)
        if not kept or 1 / _SPREAD <= value / float(kept[0].amount.value) <= _SPREAD:
            kept.append(price)
    return entry._replace(base=base, quote=quote, prices=kept)


def _is_possible(base: Base, quote: str, amount: Amount) -> bool:
    ends = (amount.number, amount.high or amount.number)
    return all(is_plausible(base.code, quote, float(end.value) / base.nominal) for end in ends)


def _parted(prices: list[_Price], base: Base, quote: str) -> list[_Price]:
    """Part two prices that were read as one number: ``598 606``."""
    amount, number = prices[0].amount, prices[0].amount.number
    parts = re.fullmatch(r"([0-9]{1,3})(\s)([0-9]{3}(?:[.,][0-9]+)?)", number.digits)
    if len(prices) > 1 or not parts or is_plausible(base.code, quote, float(number.value) / base.nominal):
        return prices
    found = []
    for place, group in enumerate((1, 3)):
        one = copy(amount)
        one.number = number._replace(value=Decimal(parts[group].replace(",", ".")), digits=parts[group])
        one.start = amount.start + parts.start(group) * place
        one.end = amount.end if place else amount.end - len(parts[2] + parts[3])
        found.append(_Price(one, None))
    return found


def _write(line: Line, entry: _Entry, heads: Sequence[Side | None]) -> None:
    """Write down the rates of an entry, each with the side of its column."""
    prices, base = entry.prices, entry.base
    if base is None:
        return
    sides = [price.column.side if price.column else None for price in prices]
    if not any(price.column for price in prices):
        if len(heads) == len(prices):
            sides = [*heads]
        elif len(prices) == _TWO:
            sides = ["buy", "sell"]
    if len(prices) == _TWO and set(sides) == {"buy", "sell"}:
        is_falling = prices[0].amount.value > prices[1].amount.value
        # The lower is for buying, whatever is said.
        sides = ["sell", "buy"] if is_falling else ["buy", "sell"]
    if entry.unit is not None:
        line.spans.append((entry.unit.start, entry.unit.end))
    for price, side in zip(prices, sides, strict=True):
        amount = price.amount
        is_both = amount.high is not None and len(set(heads)) == _TWO and side is None
        own = "" if amount.is_prefixed else line.code_of(amount)
        if own != entry.quote:  # доллар 519,76 евро 599,59: the word behind is of the next one
            amount.after = (amount.high or amount.number).after
            amount.last = amount.after - 1
            amount.end = line.stretch.ends[amount.last]
            own = ""
        write(line, price_of(amount, own), base, entry.quote, is_explicit=True)
        line.rates[-1] = line.rates[-1].replace(side="both" if is_both else side)
