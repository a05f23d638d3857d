"""``Memory``: what earlier clauses and lines named, until something replaces it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.text.stated.parts import MEMORY

if TYPE_CHECKING:
    from cafx.text.stated.parts import Base, Column
    from cafx.text.stated_rate import Sayer, Side

__all__ = ["Memory"]


class Memory:
    """What earlier clauses named, until something replaces it."""

    __slots__ = (
        "age", "asked", "bases", "carried", "columns", "homes", "is_both", "is_expected", "is_of_rates",
        "is_open", "language", "last", "named_side", "own", "quote", "sayer", "section", "sides", "topic",
        "was_alone", "was_board", "was_measured",
    )  # fmt: skip

    def __init__(self) -> None:
        self.bases: list[Base] = []
        self.quote = ""
        #: The currency of the country that the text names, by the rows that do not count.
        self.homes: dict[frozenset[str], str] = {}
        self.sayer: Sayer | None = None
        #: The last price of each pair.
        self.last: dict[tuple[str, str], float] = {}
        self.age = MEMORY + 1
        #: Whether ranges from buying to selling are told.
        self.is_both = False
        #: The sides of the last sentence that told prices, in their order.
        self.sides: tuple[Side, ...] = ()
        #: The one side that is a part of the name of a rate, until another is named: курс ПРОДАЖИ.
        self.named_side: Side | None = None
        #: Whether the sentence before asked for a price, and the side that it asked for.
        self.asked: tuple[bool, Side | None] = (False, None)
        #: Whether a question named two currencies, and nothing since says of which one a price is.
        self.is_open = False
        #: The one foreign currency of the sentence before, which a pronoun can stand for.
        self.topic: Base | None = None
        #: Whether the sentence before priced a measure of a thing, which a pronoun then stands for.
        self.was_measured = False
        #: Whether the last line was nothing but a currency.
        self.was_alone = False
        #: The language of the last line that is in one: rows of codes are in none.
        self.language = ""
        #: Of a board: the currency of its rows, its columns and their side, whether the last line was of it.
        self.carried: Base | None = None
        #: The one of the five that its title names.
        self.own = ""
        #: Whether its title tells what is expected, and of nothing but a rate.
        self.is_expected = self.is_of_rates = False
        self.columns: tuple[Column, ...] = ()
        self.section: Side | None = None
        self.was_board = False

    def forget_board(self) -> None:
        """Forget the board that ended."""
        self.carried, self.columns, self.section, self.was_board = None, (), None, False
        self.own, self.is_expected, self.is_of_rates = "", False, False
