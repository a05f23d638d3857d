"""Exchange rates in running text: read line by line, with what earlier clauses named kept in mind.

    rate  := price, with a base: counted («1 доллар … 441 тенге»), per («441 тенге за $1»), named
             («курс доллара … 441 тенге»), or carried over from a clause before
    move  := what a rate changed by: too small for a rate, with a sign, or told with *by*

A price is a rate where its pair allows it (``plausible``) and the sentence speaks of rates: a noun such as
*курс*, a verb of trade beside a currency, a side, or a price like the last one. What is for a kilogram, a
month or a litre is none, whatever it comes to, and neither is that of a thing that its clause names.
"""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.text.context import Places
from cafx.text.evidence import end_of_next_line, head_before, lines_of
from cafx.text.stated.line import Line
from cafx.text.stated.memory import Memory
from cafx.text.stated.parts import MEMORY
from cafx.text.stated.reading import read, read_head
from cafx.text.stretch import Stretch

if TYPE_CHECKING:
    from cafx.text.evidence import Evidence
    from cafx.text.stated_rate import StatedRate

__all__ = ["NO_RATES", "Reading", "rates_in"]

#: Entries of a ticker, which states no rate to a reader of prose: ``• KZT/USD = 0.00194 -0%``.
_TICKER_LINE: Final = re.compile(r"(?:\s*•?\s*[A-Z]{3}/[A-Z]{3} = [0-9.]++ [-+]?[0-9.]++%)++\s*")
_LIST_LINE: Final = re.compile(r"[A-Z]{3} [0-9]+[.,][0-9]+(?: [0-9]+[.,][0-9]+)?")


class Reading(NamedTuple):
    """What a text says of rates: the rates, and the spans that are no figures because of them."""

    rates: tuple[StatedRate, ...]
    spans: tuple[tuple[int, int], ...]


NO_RATES: Final = Reading((), ())


def rates_in(
    text: str,
    languages: tuple[str, ...],
    evidence: Evidence | None,
    until: int | None = None,
    places: Places | None = None,
) -> Reading:
    """Read the rates that *text* states.

    Args:
        text: the text.
        languages: those that it can be in.
        evidence: what a book says of rates.
        until: the place behind which no rate is asked for; None for the whole text.
        places: where the text names countries, if that was looked up before.
    """
    # A list takes the line before it as its head, so one line more is read.
    last = len(text) if until is None else end_of_next_line(text, until)
    rates: list[StatedRate] = []
    spans: list[tuple[int, int]] = []
    memory = Memory()
    behind = -1
    for start, end, is_evident in lines_of(text):
        if start > last:
            break
        if not is_evident and memory.age > MEMORY and not memory.was_board:
            continue
        if evidence is None and _TICKER_LINE.fullmatch(text, start, end):
            memory.age += 1
            memory.was_alone = False
            continue
        places = places or Places(text)
        if start and start - 1 > behind:  # lines were passed over
            if text[max(behind, 0) : start].strip():
                memory.forget_board()
            head = head_before(text, behind, start)
            if head is not None:
                read_head(Line(text, Stretch(text, *head, places, languages), memory, evidence))
        behind = end
        line = Line(text, Stretch(text, start, end, places, languages), memory, evidence)
        read(line)
        rates += line.rates
        spans += line.spans
        if line.is_list:
            spans += _list_before(text, start)
        if not (line.rates or is_evident or memory.was_board):
            memory.age = MEMORY + 1
    rates.sort(key=attrgetter("start"))
    return Reading(tuple(rates), tuple(sorted(spans)))


def _list_before(text: str, start: int) -> list[tuple[int, int]]:
    """Return where the line before a list stands, if it is of the list: its own currency is cut off."""
    before = text.rfind("\n", 0, max(0, start - 1)) + 1
    is_of_list = _LIST_LINE.fullmatch(text, before, max(before, start - 1)) is not None
    return [(before, start - 1)] if is_of_list else []
