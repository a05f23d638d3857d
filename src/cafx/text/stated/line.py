"""One line of a text: its amounts, and the state of the sentence that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.amounts import amounts_of
from cafx.text.context import currency_of
from cafx.text.rate_words import PRICE_WORDS
from cafx.text.sharing import joined
from cafx.text.stated.decimals import with_decimals
from cafx.text.stated.ranges import with_ranges
from cafx.text.stated.side_words import sides_among
from cafx.text.stated.stems import is_move, is_price, is_trader, is_trading

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.evidence import Evidence
    from cafx.text.stated.memory import Memory
    from cafx.text.stated.parts import Base
    from cafx.text.stated_rate import Sayer, StatedRate
    from cafx.text.stretch import Stretch

__all__ = ["SHORT", "Line"]

#: A line of so few words does not tell a language: USD: 518 / 522.
SHORT: Final = 8
_PIECES: Final = frozenset(",;.")


class Line:
    """One line, read from left to right."""

    __slots__ = (
        "amounts",
        "bases",
        "claimed",
        "cues",
        "end",
        "evidence",
        "expected",
        "goods",
        "is_list",
        "is_measured",
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
        amounts = with_decimals(stretch, joined(stretch, amounts_of(stretch, is_thorough=True)))
        self.amounts = with_ranges(stretch, amounts)
        self.rates: list[StatedRate] = []
        self.spans: list[tuple[int, int]] = []
        #: Of the sentence at hand: where it begins and ends, the bases it names, and its words of rates.
        self.sentence = 0
        self.end = 0
        self.bases: list[Base] = []
        self.cues = False
        self.sayers: list[tuple[int, Sayer]] = []
        #: The last of them that stands behind its price.
        self.claimed = -1
        #: Its words by which something is expected, or may come.
        self.expected: set[int] = set()
        #: Amounts that are no rates of their pair, which may be its moves.
        self.moves: list[tuple[Amount, str]] = []
        #: Where prices of other things stand.
        self.goods: list[int] = []
        #: Whether one of them is for a measure: 3.6 manats a pack.
        self.is_measured = False
        self.last_end = 0
        self.taken: set[int] = set()
        self.is_list = False
        self.prices = 0

    def begin(self, start: int, end: int) -> None:
        """Begin the sentence between two tokens: nothing of it is known yet but its words of rates."""
        self.sentence, self.end, self.last_end = start, end, start
        self.bases, self.prices = [], 0
        self.moves, self.sayers, self.claimed = [], [], -1
        self.expected, self.goods, self.is_measured = set(), [], False

    def has_change(self, first: int) -> bool:
        """Whether a verb of change stands in the sentence before a token."""
        return any(map(is_move, self.stretch.keys(self.sentence, first)))

    def has_change_behind(self, amount: Amount) -> bool:
        """Whether a verb of change stands behind a token in the sentence."""
        return any(map(is_move, self.stretch.keys(amount.after, self.end)))

    def has_verb(self, start: int, end: int) -> bool:
        """Whether a verb that tells a price stands between two tokens."""
        return any(key in PRICE_WORDS or is_price(key) for key in self.stretch.keys(start, end))

    def has_side_behind(self, amount: Amount) -> bool:
        """Whether a side is said right behind an amount."""
        for key in self.stretch.keys(amount.after, amount.after + 3):
            if key in _PIECES:
                break
            if is_trading(key):
                return not is_trader(key)  # 525 buyers
        return False

    def has_both_sides(self) -> bool:
        """Whether the sentence tells of buying and of selling."""
        return len(set(sides_among(self.stretch.keys(self.sentence, self.end)))) > 1

    def language(self) -> str:
        """Return the language of the line; of a row of codes, that of the lines before."""
        return self.stretch.language if self.stretch.count > SHORT else self.memory.language

    def code_of(self, amount: Amount) -> str:
        """Return whose money *amount* is, by the country that the text names; empty where it has none."""
        code = "KZT" if amount.code == "T" else amount.code
        places, language = self.stretch.places, self.stretch.language
        return code and currency_of(code, places, amount.start, language, amount.end)
