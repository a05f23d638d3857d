"""The day that an article itself names: in its page's metadata, in a ``<time>``, or on a line of its own."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, final

from cafx.core.html import has_markup, readable
from cafx.core.value import Value
from cafx.text.lexicon import ABLATIVES, MONTH_NUMBERS
from cafx.text.rate_words import DAYS

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
#: How far into a paragraph its date may reach, and how many of the first ones may begin with a bare one.
_LONGEST_OPENING: Final = 90
_FIRST: Final = 2
_MONTH: Final = r"[^\W\d_]{3,}\.?"
#: Months as papers cut them: Sept. 18, 2025; 18 сент. 2025.
_CUT_MONTHS: Final = {
    month: number
    for months in (
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "янв фев мар апр май июн июл авг сен окт ноя дек",
        "янв февр март апр мая июнь июль авг сент окт нояб дек",
    )
    for number, month in enumerate(months.split(), 1)
} | {"sept": 9}
#: What may stand behind a day or a year and belongs to it: 14th, 14-njy, 2024-жылдын, 2024 года.
_ENDING: Final = (
    r"(?:\s?[-‑]?\s?(?:st|nd|rd|th|of|n[jc][iy]|nji|njy|й|го|соли|сол|г\.|год[а-я]*|жыл[^\W\d_]*|ж\."
    r"|yil[^\W\d_]*|йил[^\W\d_]*|ýyl[^\W\d_]*|и)(?![^\W\d_])){0,2}"
)
_D: Final = rf"[0-3]?[0-9](?![0-9]){_ENDING}"
_Y: Final = rf"(?:соли\s)?(?:19|20)[0-9]{{2}}(?![0-9]){_ENDING}"
_GAP: Final = r"[\s,-]{1,3}"
#: A whole date in words, in the orders that the eight languages have, or in digits.
_FULL_DATE: Final = re.compile(
    rf"(?<![\w.])(?:{_D}{_GAP}{_MONTH}{_GAP}{_Y}|{_MONTH}{_GAP}{_D}{_GAP}{_Y}"
    rf"|{_Y}{_GAP}{_D}{_GAP}{_MONTH}|{_Y}{_GAP}{_MONTH}{_GAP}{_D}"
    r"|[0-3]?[0-9][./][01]?[0-9][./](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9])(?![0-9])",
    re.IGNORECASE,
)
#: What ends the place before a date, and the date before the text.
_PLACE_ENDS: Final = re.compile(r"[,./:;)—–-]\s*$")
_CUT: Final = re.compile(r"(?:\s*(?:kuni|күні|күнү|куни|года|г))?\s*[—–.:/|()-]|\s*$")
#: Words before a bare date at the start of a text, and what makes one the start or the end of something.
_ON: Final = frozenset(("on", "в", "во", "на", "дар"))
_UNTIL: Final = re.compile(
    r"\s*(?:дейін|чейин|бастап|баштап|boshlab|бошлаб|gacha|гача|çenli|başlap|оғоз|[-‑—–]\s?[0-9])",
    re.IGNORECASE,
)
_PAGE_HEAD: Final = 200_000


@final
class Dateline(Value):
    """A day, and the text that names it.

    >>> dateline_of("Astana, 18 September 2025").day
    datetime.date(2025, 9, 18)
    """

    day: date
    text: str

    def __str__(self) -> str:
        return f"{self.day.isoformat()}: {self.text}"


def dateline_of(page: str) -> Dateline | None:
    r"""Return the day that an article names for itself; None where it names none.

    A page says it in ``article:published_time``, in the ``datePublished`` of its JSON-LD, or in a ``<time>``;
    a text on a line of its own near the top, or at the start of a paragraph there: behind a place
    (``ALMATY, May 14, 2024 — …``), or as the first words of the body. A day in the middle of a sentence is
    no date line, and neither is one from which or until which something holds.

    >>> dateline_of("ALMATY, May 14, 2024 — The National Bank kept its rate.").day
    datetime.date(2024, 5, 14)
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
    paragraphs = 0
    for line in page.split("\n", _LINES)[:_LINES]:
        if len(line) <= _LONGEST_LINE and (day := _of_a_line(line)) is not None:
            return Dateline(day, line.strip())
        if len(line) > _LONGEST_LINE or (line.strip() and not page.strip().partition("\n")[2]):
            paragraphs += 1
        opening = _opening(line, is_first=paragraphs <= _FIRST)
        if opening is not None:
            return opening
    return None


def _opening(line: str, *, is_first: bool) -> Dateline | None:
    """Read the date that a paragraph begins with, behind a place or, in the first ones, without any."""
    head = line[:_LONGEST_OPENING]
    found = _FULL_DATE.search(head)
    if found is None:
        return None
    before, rest = head[: found.start()], head[found.end() :]
    place = _WORDS.findall(before)
    if len(place) > _MOST_WORDS or "(" in before.partition(")")[2]:
        return None
    month = next((word for word in _WORDS.findall(found[0]) if word.isalpha() and _month(word.lower())), "")
    day = _of_a_line(found[0])
    if day is None or (month.lower().endswith(ABLATIVES) and month.lower() not in MONTH_NUMBERS):
        return None
    is_place = bool(place) and all(word[0].isupper() for word in place) and bool(_PLACE_ENDS.search(before))
    is_cut = found[0].endswith(".") or bool(_CUT.match(rest))
    is_said = not place or (
        all(word.lower() in _ON or word.lower().startswith(DAYS) for word in place) and not _UNTIL.match(rest)
    )
    if (is_place and is_cut) or (is_first and is_said and not _UNTIL.match(rest)):
        return Dateline(day, (before + found[0]).strip())
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
    cut = _CUT_MONTHS.get(word, 0)
    return cut or next((number for stem, number in MONTH_NUMBERS.items() if word.startswith(stem)), 0)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
