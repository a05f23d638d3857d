"""The day that an article itself names: in its page's metadata, in a ``<time>``, or on a line of its own."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, final

from cafx.core.html import has_markup, readable
from cafx.core.value import Value
from cafx.text.lexicon import MONTH_NUMBERS

__all__ = ["Dateline", "dateline_of"]

#: What publishers write a page's day into, the most telling first (Open Graph, schema.org, HTML).
_IN_A_PAGE: Final = (
    re.compile(
        r"""<meta\b[^>]{0,300}?(?:article:published_time|datePublished|pubdate)[^>]{0,300}?>""", re.IGNORECASE
    ),
    re.compile(r""""datePublished"\s*:\s*"[^"]{0,40}\"""", re.IGNORECASE),
    re.compile(r"""<time\b[^>]{0,300}?\bdatetime\s*=[^>]{0,80}>""", re.IGNORECASE),
)
_ISO: Final = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})-([01][0-9])-([0-3][0-9])(?![0-9])")
_DOTTED: Final = re.compile(r"([0-3]?[0-9])[./]([01]?[0-9])[./]((?:19|20)[0-9]{2})")
_WORDS: Final = re.compile(r"[^\W\d_]+|[0-9]+")
_CLOCK: Final = re.compile(r"[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?")
#: A date line stands near the top, and holds little besides the date.
_LINES: Final = 30
_LONGEST_LINE: Final = 60
_MOST_WORDS: Final = 6
_PAGE_HEAD: Final = 200_000


@final
class Dateline(Value):
    """A day, and the text that names it."""

    day: date
    text: str

    def __str__(self) -> str:
        return f"{self.day.isoformat()}: {self.text}"


def dateline_of(page: str) -> Dateline | None:
    r"""Return the day that an article names for itself; None where it names none.

    A page says it in ``article:published_time``, in the ``datePublished`` of its JSON-LD, or in a ``<time>``;
    a text on a line of its own near the top. A day in the middle of a sentence is no date line.

    >>> dateline_of("Energy plans\n18 September 2025\n\nAstana. 13 trillion tenge are planned.").day
    datetime.date(2025, 9, 18)
    """
    if has_markup(page):
        head = page[:_PAGE_HEAD]
        for pattern in _IN_A_PAGE:
            for match in pattern.finditer(head):
                found = _ISO.search(match[0])
                day = None if found is None else _day(found[1], found[2], found[3])
                if found is not None and day is not None:
                    return Dateline(day, found[0])
        page = readable(head)
    for line in page.split("\n", _LINES)[:_LINES]:
        day = _of_a_line(line) if len(line) <= _LONGEST_LINE else None
        if day is not None:
            return Dateline(day, line.strip())
    return None


def _of_a_line(line: str) -> date | None:
    """Read a line that holds a date and little else."""
    line = _CLOCK.sub(" ", line)
    if len(_WORDS.findall(line)) > _MOST_WORDS:
        return None
    if found := _ISO.search(line):
        return _day(found[1], found[2], found[3])
    if found := _DOTTED.search(line):
        return _day(found[3], found[2], found[1])
    words = _WORDS.findall(line.lower())
    months = [number for word in words if word.isalpha() and (number := _month(word))]
    years = [word for word in words if len(word) == 4 and word[:2] in {"19", "20"} and word.isdecimal()]  # noqa: PLR2004
    days = [word for word in words if len(word) <= 2 and word.isdecimal()]  # noqa: PLR2004
    if len(months) == len(years) == len(days) == 1:
        return _day(years[0], str(months[0]), days[0])
    return None


def _month(word: str) -> int:
    return next((number for stem, number in MONTH_NUMBERS.items() if word.startswith(stem)), 0)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
