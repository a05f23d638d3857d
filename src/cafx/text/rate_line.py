"""One line of a text, read for the rates that it states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from cafx.core.currency import KNOWN
from cafx.text.amounts import amounts_of
from cafx.text.lexicon import CURRENCIES, OPENING, PREFIXES, SCALES
from cafx.text.plausible import PRICED
from cafx.text.rate_base import (
    MEMORY,
    NOMINALS,
    SENTENCE_ENDS,
    Base,
    Price,
    base_before,
    base_behind,
    base_of_next,
    code_of,
    is_foreign_price,
    is_of_others,
    named_at,
    price_of,
)
from cafx.text.rate_board import take_board
from cafx.text.rate_claim import for_so_many, has_verb, is_spelled_out, is_told
from cafx.text.rate_details import (
    date_of,
    is_day,
    is_for_goods,
    is_of_goods,
    is_of_unknown_pair,
    is_signed,
    is_unit,
    span_of_bare,
    take_move,
)
from cafx.text.rate_forecast import expects, is_forecast
from cafx.text.rate_head import take_head, take_title
from cafx.text.rate_pairs import take_pairs
from cafx.text.rate_quote import quote_of
from cafx.text.rate_sides import is_official_side, order_of_sides, side_of, sides_among
from cafx.text.rate_table import (
    take_list,
    take_row,
    with_bare_ranges,
    with_levels_apart,
    with_subunit_ranges,
    with_years_apart,
)
from cafx.text.rate_words import BUYING, COURSES, MOVES, RATES, SELLING, is_telling, sayers_in
from cafx.text.sharing import joined
from cafx.text.stated_rate import StatedRate
from cafx.text.tokens import NUMBER_KIND, SIGN_KIND, WORD_KIND
from cafx.text.words import FIVE

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.evidence import Evidence
    from cafx.text.rate_memory import Memory
    from cafx.text.stated_rate import Sayer
    from cafx.text.stretch import Stretch

__all__ = ["Line"]

_NEAR: Final = 4
#: A line of so few words does not tell a language: USD: 518 / 522.
_SHORT: Final = 8
_PIECES: Final = frozenset(",;.")
_SIDES: Final = (*BUYING, *SELLING)
_CUES: Final = (*RATES, *_SIDES)
#: A number without its currency may have an ending that says *from*: 440-тан.
_OPEN_SUFFIXES: Final = OPENING | {""}


class Line:
    """One line, read from left to right."""

    __slots__ = (
        "amounts",
        "bases",
        "cues",
        "end",
        "evidence",
        "expected",
        "goods",
        "is_list",
        "last_end",
        "memory",
        "moves",
        "prices",
        "rates",
        "sayers",
        "sentence",
        "spans",
        "stretch",
        "taken",
        "text",
    )

    def __init__(self, text: str, stretch: Stretch, memory: Memory, evidence: Evidence | None) -> None:
        self.text = text
        self.stretch = stretch
        self.memory = memory
        self.evidence = evidence
        amounts = with_years_apart(stretch, joined(stretch, amounts_of(stretch, is_thorough=True)))
        amounts = with_subunit_ranges(stretch, amounts)
        self.amounts = with_levels_apart(stretch, with_bare_ranges(stretch, amounts))
        self.rates: list[StatedRate] = []
        self.spans: list[tuple[int, int]] = []
        #: Of the sentence at hand: where it begins and ends, the bases it names, and its words of rates.
        self.sentence = 0
        self.end = 0
        self.bases: list[Base] = []
        self.cues = False
        self.sayers: list[tuple[int, Sayer]] = []
        #: Its words by which something is expected, or may come.
        self.expected: set[int] = set()
        #: Amounts that are no rates of their pair, which may be its moves.
        self.moves: list[tuple[Amount, str]] = []
        #: Where prices of other things stand.
        self.goods: list[int] = []
        self.last_end = 0
        self.taken: set[int] = set()
        self.is_list = False
        self.prices = 0

    def read_head(self) -> None:
        """Read the line as a head of a board only."""
        self.memory.was_board = take_head(self) or take_title(self)

    def read(self) -> None:
        """Read the sentences of the line in order."""
        stretch, count = self.stretch, len(self.stretch.tokens)
        memory = self.memory
        if stretch.language != "und" and count > _SHORT:
            memory.language = stretch.language
        by_first = {amount.first: amount for amount in self.amounts}
        if not by_first and count and self._is_alone():
            return
        if take_head(self) or (by_first and (take_board(self) or take_row(self))):
            memory.was_board = True
            return
        if memory.was_board and memory.carried and memory.age > MEMORY and sides_among(stretch.words):
            memory.bases, memory.age = [memory.carried], 0
        start, words = 0, stretch.words
        while start < count:
            end = start
            while end < count and (words[end] not in SENTENCE_ENDS or not self._ends_sentence(end)):
                end += 1
            self._sentence(start, min(end + 1, count), by_first)
            memory.age += 1
            start = end + 1
        memory.was_alone = False
        memory.was_board = take_title(self)
        if not memory.was_board:
            memory.forget_board()

    def _is_alone(self) -> bool:
        """Take a line that is nothing but a currency, its price on the next one; return whether it is."""
        stretch, memory = self.stretch, self.memory
        if not all(token.key in CURRENCIES or token.kind == SIGN_KIND for token in stretch.tokens):
            return False
        codes = (CURRENCIES[token.key] for token in stretch.tokens if token.key in CURRENCIES)
        bases = [Base(code, 1, 0, is_counted=False) for code in codes if code in PRICED]
        if bases:
            memory.bases, memory.age, memory.was_alone = bases[:1], 0, True
        return True

    def _ends_sentence(self, index: int) -> bool:
        stretch = self.stretch
        following = stretch.at(index + 1)
        if not following.kind:
            return True
        if stretch.key(index) != ".":
            return True
        if stretch.is_glued(index + 1) or stretch.key(index - 1) in SCALES:
            return False
        first = self.text[following.start]
        return (
            not (following.kind == WORD_KIND and first.islower())
            and not (
                following.kind == NUMBER_KIND
                and stretch.is_number(index - 1)
                and any(one.first < index < one.number.after for one in self.amounts)
            )
            and (
                len(stretch.key(index - 1)) > 1
                or not stretch.key(index - 1).isalnum()
                or stretch.key(index - 2) in PREFIXES  # за $1.
            )
        )

    def _sentence(  # noqa: C901, PLR0912 -- one pass over its words, one over its prices
        self, start: int, end: int, by_first: dict[int, Amount]
    ) -> None:
        """Read one sentence: first what it names, then its prices."""
        self.sentence, self.end, self.last_end = start, end, start
        self.bases, self.prices = [], 0
        stretch = self.stretch
        here = [amount for amount in self.amounts if start <= amount.first < end]
        take_list(self, here)
        self.cues = False
        self.moves = []
        self.sayers = []
        self.expected, self.goods = set(), []
        inside = {index for amount in here for index in range(amount.first, amount.last + 1)}
        for index in range(start, end):
            if index in inside:
                amount = by_first.get(index)
                if amount is not None:
                    self._take_unit(amount)
                continue
            key = stretch.words[index]
            if stretch.kinds[index] == NUMBER_KIND or not is_telling(key):
                continue
            code = named_at(self, index)
            if code:
                self.bases.append(Base(code, 1, index, is_counted=False))
            elif key.startswith(_CUES):
                if any(one.startswith(COURSES) for one in stretch.keys(index - 1, index + 2)):
                    self.goods.append(start)
                    continue
                self.cues = True
            if expects(self, index):
                self.expected.add(index)
            for said in sayers_in(key):
                if self.sayers and self.sayers[-1] == (index - 1, "official"):
                    continue  # the bank of a central bank
                self.sayers.append((index, cast("Sayer", said)))
                self.cues = self.cues or said in {"official", "market", "street"}
        found = False
        take_pairs(self, here)
        for position, amount in enumerate(here):
            found = self._take_price(amount, here[position + 1 : position + 3]) or found
            if amount.code and amount.number.value not in NOMINALS:
                self.last_end = max(self.last_end, amount.after)
        for amount, quote in self.moves:
            take_move(self, amount, quote)
        self._remember(start, end, found=found)

    def _remember(self, start: int, end: int, *, found: bool) -> None:
        """Keep what the sentence named for those that follow."""
        stretch, memory = self.stretch, self.memory
        if self.sayers:
            memory.sayer = self.sayers[0][1]
        named = [base for base in self.bases if base.code not in FIVE]
        is_alone = all(key in CURRENCIES or not key.isalnum() for key in stretch.keys(start, end))
        is_kept = is_alone or (memory.age <= MEMORY and (self.cues or has_verb(self, start, end)))
        codes = {base.code for base in named}
        memory.topic = named[0]._replace(place=-1, is_counted=False) if len(codes) == 1 else None
        if not found and named and (is_kept or self.evidence is not None):
            memory.bases, memory.age = [named[-1]._replace(place=-1, is_counted=False)], 0
        if found:
            memory.age = 0
            memory.sides = order_of_sides(stretch.keys(start, end))

    def _take_unit(self, amount: Amount) -> None:
        """Remember one, ten, a hundred or a thousand of a currency as what a price can be for."""
        code = code_of(self, amount)
        value = amount.number.value
        if not code or amount.high is not None or amount.number.is_negative or value not in NOMINALS:
            return
        if code in PRICED and (
            not amount.number.scale or amount.number.is_spelled or amount.number.digits == "1"
        ):
            self.bases.append(Base(code, int(value), amount.first, is_counted=True))

    def _take_price(  # noqa: C901, PLR0912 -- one refusal after another
        self, amount: Amount, later: list[Amount]
    ) -> bool:
        """Read an amount as a rate, if it is one."""
        following = later[0] if later else None
        if amount.number.is_negative:
            self.moves.append((amount, amount.code))
        if amount.number.is_negative or amount.first in self.taken:
            return False
        code = code_of(self, amount)
        if code and code not in FIVE and not is_foreign_price(self, amount, code):
            return False
        if is_unit(self, amount, following) or is_day(self, amount):
            return False
        if is_of_unknown_pair(self, amount):
            self.spans.append((amount.start, amount.end))
            return False
        if not code and (amount.suffix not in _OPEN_SUFFIXES or amount.number.is_spelled):
            return False
        price = price_of(amount, code)
        if is_signed(self, amount):
            self.moves.append((amount, code))
            return False
        if price.low <= 0 or is_for_goods(self, amount, following):
            return False
        base = base_behind(self, amount, following)
        is_explicit = base is not None
        base = base or base_before(self, price) or base_of_next(self, amount, later)
        if base is None:
            return False
        if self.goods[:1] == [self.sentence] and not is_explicit:
            return False  # a course of lessons
        if not is_explicit and is_of_goods(self, amount):
            self.goods.append(amount.first)
            return False
        quote = code or ("" if is_of_others(self, amount, base) else quote_of(self, base.code))
        if not quote or quote == base.code:
            return False
        price, nominal = for_so_many(self, price, base, quote)
        if not nominal and is_spelled_out(self, price, base, quote, is_explicit=is_explicit):
            nominal = base.nominal
        elif not nominal:
            self.moves.append((amount, quote))
            return False
        elif not is_explicit and not is_told(self, price, base, quote, nominal):
            return False
        self.add(price, base._replace(nominal=nominal), quote, is_explicit=is_explicit)
        return True

    def has_change(self, first: int) -> bool:
        """Whether a verb of change stands in the sentence before a token."""
        return any(key.startswith(MOVES) for key in self.stretch.keys(self.sentence, first))

    def has_change_behind(self, amount: Amount) -> bool:
        """Whether a verb of change stands behind a token in the sentence."""
        return any(key.startswith(MOVES) for key in self.stretch.keys(amount.after, self.end))

    def has_side_behind(self, amount: Amount) -> bool:
        """Whether a side is said right behind an amount."""
        for key in self.stretch.keys(amount.after, amount.after + 3):
            if key in _PIECES:
                break
            if key.startswith(_SIDES):
                return True
        return False

    def has_both_sides(self) -> bool:
        """Whether the sentence tells of buying and of selling."""
        return len(set(sides_among(self.stretch.keys(self.sentence, self.end)))) > 1

    def language(self) -> str:
        """Return the language of the line; of a row of codes, that of the lines before."""
        return self.stretch.language if self.stretch.count > _SHORT else self.memory.language

    def code_of(self, amount: Amount) -> str:
        """Return whose money *amount* is; empty where it has none."""
        return code_of(self, amount)

    def add(self, price: Price, base: Base, quote: str, *, is_explicit: bool) -> None:
        """Write the rate down, and remember it."""
        stretch, amount, memory = self.stretch, price.amount, self.memory
        start, end = amount.start, amount.end
        last = amount.last
        if not price.code:
            start, end, last = span_of_bare(self, amount, base, is_explicit=is_explicit)
        sayer = next((said for index, said in reversed(self.sayers) if index < amount.first), memory.sayer)
        if is_forecast(self, amount):
            sayer = "forecast"
        side = side_of(self, amount, last)
        if sayer == "official" and not is_official_side(self, amount):
            side = None  # one ruble will be sold for: a bank's one rate
        number = amount.number
        ends = None if amount.high is None else (number.value, amount.high.value)
        self.rates.append(
            StatedRate(
                self.text[start:end],
                start,
                end,
                KNOWN[base.code],
                KNOWN[quote],
                nominal=base.nominal,
                price=number.value if ends is None else None,
                ends=ends,
                side=side,
                market_said=sayer,
                date_text=date_of(self, amount.first),
                language=stretch.language,
            )
        )
        self.spans.append((start, end))
        if base.is_counted and base.place < len(stretch.tokens):
            for unit in self.amounts:
                if unit.first == base.place:
                    self.spans.append((unit.start, unit.end))
        memory.last[base.code, quote] = price.low / base.nominal
        memory.quote = quote
        memory.bases = [base._replace(is_counted=False, place=-1)]
        memory.age = 0
        self.last_end = last + 1
        self.prices += 1
