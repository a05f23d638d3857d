"""Where a text may state rates: the lines that name a currency without counting it, or a rate."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.errors import RateNotFound
from cafx.text.digits import GROUP_MARKS
from cafx.text.lexicon import CURRENCIES, FILLERS, SCALES
from cafx.text.literals import Literals
from cafx.text.rate_literals import FOREIGN_WORDS, RATE_LITERALS, RATE_WORDS
from cafx.text.tokens import NUMBER_KIND, SIGN_KIND, SPACES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import timedelta

    from cafx.core.dates import Day
    from cafx.rates.book import RateBook
    from cafx.text.stretch import Stretch

__all__ = [
    "SHORT",
    "Evidence",
    "end_of_next_line",
    "head_before",
    "is_near_rates",
    "lines_of",
    "may_state_rates",
]

_COUNTED: Final = frozenset(("1", "10", "100", "1000", "1,000"))
#: A pair of codes and its price; with an equals sign it is a ticker's.
_PAIR_OF_CODES: Final = re.compile(r"/ ?[A-Z]{3} (?=[0-9])")
_CODE: Final = 3
#: What stands behind a code in a row of a board: a price with a comma and few decimals, or two prices.
_PRICES_OF_A_ROW: Final = re.compile(
    "[0-9]+(?:,(?:[0-9]{1,2}|[0-9]{4})(?![0-9,])"
    "|(?:[ \u00a0]?[0-9]{3})?(?:[.,][0-9]+)? ?[/|–—-] ?[0-9]"
    "| [0-9]+[.,])"
)
#: A year or a time before a currency counts nothing of it: соли 2020 доллар, на 15:30 доллар.
_YEAR: Final = re.compile("(?:19|20)[0-9]{2}|[0-9]{1,2}:[0-5][0-9]")
#: What an exchange office's board says before its two prices, without a currency.
_BOARDS: Final = (
    ("окупка", "родажа"),
    ("bid", "ask"),
    ("атып алу", "ату"),
    ("луу", "атуу"),
    ("отиб олиш", "отиш"),
    ("otib olish", "otish"),
    ("арид", "урӯш"),
    ("xarid", "sotuv"),
    ("atyn alyş", "atyş"),
)
#: A text of a few pages is looked at for rates anyway; in a longer one some stretch has to speak of them.
SHORT: Final = 20_000
_LONGEST_LINE: Final = 4_000
_MOVE_SIGNS: Final = ("+", "-", "−", "–")
#: The head of a board, in characters.
_LONGEST_HEAD: Final = 100
_DIGIT: Final = re.compile(r"\d")
#: The nouns of rates and the currencies, and one of the five with a round number, which is sought at once.
_IS_NOUN: Final = {literal: is_noun for literal, is_noun in RATE_LITERALS if is_noun is not None}
_LITERALS: Final = Literals(_IS_NOUN)
_ONE_OF_THE_FIVE: Final = re.compile(
    "1(?<!\\d1)(?:"
    + "|".join(re.escape(words[1:]) for words, is_noun in RATE_LITERALS if is_noun is None)
    + ")"
)


#: Words without which a stretch speaks of no rate.
_SPEAKING: Final = RATE_WORDS | FOREIGN_WORDS
_DECIMAL_MARKS: Final = frozenset(".,")
_GROUP_MARKS: Final = frozenset(GROUP_MARKS)
_GROUP: Final = 3
_LONGEST_NUMBER: Final = 48
#: The groups of a number before the one that is looked at.
_GROUPS: Final = re.compile(
    rf"(?<![0-9.,])(?<![^\W\d_]-)[0-9]{{1,3}}(?:[{re.escape(GROUP_MARKS)}][0-9]{{3}})*[{re.escape(GROUP_MARKS)}]\Z"
)


class Evidence(NamedTuple):
    """A book of rates, of what day, and how old they may be: a number near one of them may be a rate."""

    book: RateBook
    on: Day | None
    max_age: timedelta

    def price(self, base: str, quote: str) -> float | None:
        """Return the price of a pair; None where the book does not answer."""
        try:
            return float(self.book.rate(base, quote, on=self.on, max_age=self.max_age).price)
        except RateNotFound:
            return None


def may_state_rates(stretch: Stretch) -> bool:
    """Whether a stretch names a rate, or foreign money without counting it."""
    words = stretch.words
    if _SPEAKING.isdisjoint(words):
        return False
    if not RATE_WORDS.isdisjoint(words):
        return True
    for key in FOREIGN_WORDS.intersection(words):
        index = words.index(key)
        for _ in range(words.count(key) - 1):
            if not _is_counted(stretch, index):
                return True
            index = words.index(key, index + 1)
        if not _is_counted(stretch, index):
            return True
    return False


def _is_counted(stretch: Stretch, index: int) -> bool:
    """Whether a number other than a round one goes with the currency at *index*."""
    words, kinds = stretch.words, stretch.kinds
    if kinds[index + 1] == NUMBER_KIND and (kinds[index] == SIGN_KIND or len(words[index]) <= _CODE):
        return words[index + 1] not in _COUNTED or words[index + 2] in SCALES
    before = index - 1
    while words[before] in FILLERS:
        before -= 1
    if words[before] in SCALES or (words[before] == "." and words[before - 1] in SCALES):
        return True
    if stretch.is_time(before - 1):
        return False  # на 15:30 доллар
    return kinds[before] == NUMBER_KIND and words[before] not in _COUNTED


def is_near_rates(text: str, around: Sequence[tuple[int, int]]) -> bool:
    """Whether a line that ``lines_of`` returns can bear on one of the stretches *around*.

    Such a line holds a part of a stretch or stands right behind it; it names a currency or a rate itself,
    or follows a line that does with digits in each line between. So the rest of a text is not looked through.
    """
    pieces: list[str] = []
    here = 0
    for left, right in around:
        start = text.rfind("\n", here, left) + 1 or here
        while start > here:
            stop = start - 1
            start = text.rfind("\n", here, stop) + 1 or here
            if _DIGIT.search(text, start, stop) is None:
                if 0 < stop - start <= _LONGEST_HEAD:  # a head, and the title above it
                    start = text.rfind("\n", here, max(here, start - 1)) + 1 or here
                break
        end = end_of_next_line(text, right)
        if end > here:
            pieces.append(text[start:end])
            here = end
    lines = pieces[0] if len(pieces) == 1 else "\n".join(pieces)
    if len(lines) == len(text) <= _LONGEST_LINE:
        return bool(_marks(text))  # which are asked for again, if there are any
    if len(lines) > _LONGEST_LINE and max(map(len, lines.split("\n"))) > _LONGEST_LINE:
        return True
    return next(_evidence(lines), None) is not None


def end_of_next_line(text: str, place: int) -> int:
    """Return where the line behind that of *place* ends."""
    end = text.find("\n", place)
    end = text.find("\n", end + 1) if end >= 0 else end
    return len(text) if end < 0 else end


def lines_of(text: str) -> Iterator[tuple[int, int, bool]]:
    """Return the lines that may hold a rate and those behind them, with whether a currency is named."""
    marks = _marks(text) if len(text) <= _LONGEST_LINE else sorted(_evidence(text))
    here = 0
    index = 0
    while index < len(marks):
        start = text.rfind("\n", here, marks[index]) + 1 or here
        if marks[index] - start > _LONGEST_LINE:
            start = marks[index] - _LONGEST_LINE
        end = text.find("\n", marks[index])
        end = len(text) if end < 0 else end
        end = min(end, marks[index] + _LONGEST_LINE)
        yield start, end, True
        here = end
        while index < len(marks) and marks[index] < end:
            index += 1
        following = end + 1
        while following < len(text) and (index >= len(marks) or following <= marks[index]):
            stop = text.find("\n", following)
            stop = len(text) if stop < 0 else stop
            if index < len(marks) and marks[index] < stop:
                break
            if stop - following > _LONGEST_LINE:
                break
            if not (_DIGIT.search(text, following, stop) or _is_head(text, following, stop)):
                break
            yield following, stop, False
            here = stop
            following = stop + 1


def head_before(text: str, behind: int, start: int) -> tuple[int, int] | None:
    """Return the short line without digits right before the one at *start*, which may be the head of a board.

    Args:
        text: the text.
        behind: where the last line ends that was read.
        start: where the line begins.
    """
    first = text.rfind("\n", 0, start - 1) + 1
    if first <= behind or not 0 < start - 1 - first <= _LONGEST_HEAD or _DIGIT.search(text, first, start):
        return None
    return first, start - 1


def _is_head(text: str, start: int, end: int) -> bool:
    """Whether a line without digits can be the head of a board: a few words, and a line of digits behind."""
    if not 0 < end - start <= _LONGEST_HEAD or text[start:end].isspace():
        return False
    return _DIGIT.search(text, end, min(end + _LONGEST_HEAD, len(text))) is not None


@lru_cache(maxsize=1)
def _marks(text: str) -> Sequence[int]:
    """Return the evidence in a short text in order; kept for the last one, which is asked about twice."""
    return sorted(_evidence(text))


def _evidence(text: str) -> Iterator[int]:
    """Return the places where a currency is named without an amount of it, or a rate by its name."""
    for literal in _LITERALS.within(text):
        is_noun = _IS_NOUN[literal]
        place = text.find(literal)
        while place >= 0:
            if is_noun or _is_lone(text, place, literal):
                yield place
            place = text.find(literal, place + 1)
    for match in _ONE_OF_THE_FIVE.finditer(text):
        if not _is_end_of_a_number(text, match.start()):
            yield match.start()
    for buying, selling in _BOARDS:
        if buying in text and selling in text:
            for match in re.finditer(f"{buying}[ :–—-]{{1,3}}[0-9]", text):
                yield match.start()
    for match in _PAIR_OF_CODES.finditer(text):
        yield match.start()


def _is_end_of_a_number(text: str, place: int) -> bool:
    """Whether the digits at *place* are the last of a longer number: 921 100 тенге, 3,1 сомони."""
    mark = text[place - 1 : place]
    if mark in _DECIMAL_MARKS:
        return text[place - 2 : place - 1].isdecimal()
    is_group = mark in _GROUP_MARKS and text[place : place + _GROUP].isdecimal()
    return is_group and _GROUPS.search(text, max(0, place - _LONGEST_NUMBER), place) is not None


def _is_in_row(text: str, place: int, literal: str) -> bool | None:
    """Whether a code or a sign that stands before a number is one of a row of prices; None without one."""
    after = text[place + len(literal) : place + len(literal) + 8].lstrip(SPACES)
    if after[:1] in _MOVE_SIGNS and after[1:2].isdecimal() and literal.isupper():
        return True  # 9061 USD +179.00
    if not after[:1].isdecimal():
        return None
    digits = (after.split(maxsplit=1) or [""])[0].rstrip(".,;:)!?")
    if digits in _COUNTED:
        return True
    return literal.isalpha() and (
        "." in digits or _PRICES_OF_A_ROW.match(text, text.find(after[0], place)) is not None
    )


def _is_lone(text: str, place: int, literal: str) -> bool:
    """Whether the currency at *place* stands without a number of its own, or with a round one: $1."""
    if not literal[0].isalpha() or literal.isupper():
        is_row = _is_in_row(text, place, literal)
        if is_row is not None:
            return is_row
    start = place
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    if literal.isalpha() and not literal.isupper():
        end = place + len(literal)
        while end < len(text) and text[end].isalpha():
            end += 1
        if text[start:end].lower() not in CURRENCIES:
            return False
    words = text[max(0, start - 24) : start].rpartition("\n")[2].split()[-2:]
    if not words:
        return True
    last = words[-1].strip("(«“\"'").lower()
    scale = words[0].lower() if last in FILLERS else last
    if scale.rstrip(".") in SCALES:
        return scale.endswith(".") and text[start].isupper()  # на $12 млн. Доллар стоит
    if last == "000" and words[0] == "1":
        return True  # за 1 000 рублей
    number = last if last[-1:].isdecimal() else words[0] if last in FILLERS and len(words) > 1 else ""
    return not number[-1:].isdecimal() or number in _COUNTED or bool(_YEAR.fullmatch(number))
