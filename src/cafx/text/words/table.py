"""``Language``: the table of words in which one language writes money, and how tables are made.

A table is data: the scanner knows no word of any language. Inflected languages give stems with
their endings, and every form is spelled out once, when the tables are joined.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["Example", "Language", "each", "forms"]


class Example(NamedTuple):
    """A sentence that stands beside a table, and what it holds."""

    sentence: str
    #: ``text currency amount`` or ``text currency low..high``, one a figure, in order.
    figures: tuple[str, ...]


class Language(NamedTuple):
    """The words of one language, in lower case; what is left out the language has not."""

    #: BCP 47, such as ``uz-Latn``.
    code: str
    #: Whether a comma before three digits is decimal where a scale word follows (not in English).
    decimal_comma: bool
    #: Letters and short words that other languages in the same script lack.
    letters: str = ""
    common: str = ""
    #: Number words below a thousand, and whole words such as ``полмиллиона``.
    numbers: dict[str, Decimal | int] = {}  # noqa: RUF012 -- never changed
    #: Scale words, by the power of ten.
    scales: dict[str, int] = {}  # noqa: RUF012
    #: Scale words that mean one of themselves when no number stands before them.
    singular: str = ""
    #: Words that add a half to the number before them, or stand for a half before a scale word.
    half: str = ""
    #: ``two AND a half``, ``ДВА С половиной``: words between a number and its half or its next part.
    joints: str = ""
    #: Words of a spelled-out decimal fraction: the point, then tenths, hundredths, thousandths.
    point: str = ""
    fractions: dict[str, int] = {}  # noqa: RUF012
    #: Currency words by code; SOM and MANAT are for more than one country, and read by context.
    currencies: dict[str, str] = {}  # noqa: RUF012
    #: Words for the hundredth part, by code.
    subunits: dict[str, str] = {}  # noqa: RUF012
    #: Words that go with a dollar of the United States behind it: ``долларов США``.
    american: str = ""
    #: Words that may stand between a number and its currency word.
    fillers: str = ""
    #: Words that make a range of two numbers, that open one, and that end one.
    to: str = ""
    opening: str = ""
    closing: str = ""
    #: Words that join the items of a list.
    conjunctions: str = ""
    #: Verbs of change (stems): after them ``from A to B`` is two amounts.
    changes: str = ""
    #: Hedges before and after a figure, by class; phrases separated by commas.
    before: dict[str, str] = {}  # noqa: RUF012
    after: dict[str, str] = {}  # noqa: RUF012
    #: What equates a figure with the next or the last one; phrases separated by commas.
    equals: str = ""
    #: Words (stems) that equate it over some distance: ``equivalent``.
    same: str = ""
    #: Words before a lone scale word that make it no number: ``several million``.
    vague: str = ""
    #: ``per``, and words that may come between it and the unit.
    per: str = ""
    #: Words for one unit of something, as in ``one dollar``.
    one: str = ""
    #: Words (stems) that say that a rate follows, and verbs (stems) that a price of a currency takes.
    rates: str = ""
    prices: str = ""
    examples: tuple[Example, ...] = ()


def forms(stem: str, endings: str) -> str:
    """Give *stem* with each of *endings* as words in one text; ``-`` is the bare stem.

    >>> forms("манат", "- а ов")
    'манат маната манатов'
    """
    return " ".join(stem + ("" if ending == "-" else ending) for ending in endings.split())


def each(words: str, value: int | Decimal) -> dict[str, Decimal | int]:
    """Give each of *words* the same *value*.

    >>> each("один одна", 1)
    {'один': 1, 'одна': 1}
    """
    return dict.fromkeys(words.split(), value)
