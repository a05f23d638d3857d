"""What stands beside a stated rate: its day, what shows that it is none, its moves, and its span."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import (
    ALTERNATIVES,
    BEFORE_DATES,
    CURRENCIES,
    DASHES,
    DATIVE_FORMS,
    HYPHENS,
    SUBUNITS,
    words_of,
)
from cafx.text.plausible import PRICED
from cafx.text.rate_words import (
    BEFORE_YEARS,
    BY,
    DIFFERING,
)
from cafx.text.stated.bare import FAR_APART
from cafx.text.stated.parts import LINKS, NOMINALS, is_foreign_pair, is_to_one, is_year
from cafx.text.stated.side_words import sides_among
from cafx.text.stated.stems import (
    is_change,
    is_day_word,
    is_month,
    is_rate_word,
    is_same,
)
from cafx.text.words import FIVE

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stated.line import Line
    from cafx.text.stated.parts import Base
    from cafx.text.stretch import Stretch

__all__ = [
    "date_of",
    "is_compared",
    "is_day",
    "is_of_unknown_pair",
    "is_signed",
    "is_unit",
    "past_move_of_side",
    "span_of_bare",
    "take_move",
]

#: What stands before a difference that is told beside its level: 9645 soum (678 soum higher).
_BEFORE_DIFFERENCES: Final = frozenset("(,")
#: Towns that a day is called too.
_TOWNS_OF_DAYS: Final = words_of("towns_of_days")
_SIGNS: Final = frozenset("+-−–")
_CODE: Final = 3
#: From the first to the last of the three numbers of a date, and what joins them.
_DATE: Final = 4
_MARKS_OF_DATES: Final = HYPHENS | {"/", "."}
_DIGITS_OF_MINUTES: Final = 2
_LAST_DAY: Final = 31
_NEAR: Final = 4
_REACH: Final = 6
_NEXT: Final = 2
#: The tokens of a pair: доллар, /, рубль.
_PAIR_TOKENS: Final = 3


def date_of(line: Line, first: int) -> str | None:
    """Return the words for a day that stand last before the price in its sentence."""
    stretch = line.stretch
    words = stretch.words
    for index in range(first - 1, line.sentence - 1, -1):
        key = words[index]
        start = last = index
        if is_month(key) and stretch.is_word(index):
            if stretch.is_number(index - 1):
                start = index - 1
            elif stretch.key(index - 1) in DASHES and stretch.is_number(index - 2):
                start = index - 2
            elif stretch.is_number(index + 1):
                last = index + 1
            else:
                continue
        elif not _is_day_name(stretch, index):
            continue
        while _is_day_name(stretch, last + 1):
            last += 1
        while start > line.sentence and stretch.key(start - 1) in BEFORE_DATES:
            start -= 1
        return stretch.printed(start, last)
    return None


def _is_day_name(stretch: Stretch, index: int) -> bool:
    """Whether a word names a day; with a capital, Dushanbe is the town and no Monday."""
    key = stretch.key(index)
    if not (is_day_word(key) and stretch.is_word(index)):
        return False
    return key not in _TOWNS_OF_DAYS or stretch.text[stretch.starts[index]].islower()


def span_of_bare(line: Line, amount: Amount, base: Base, *, is_explicit: bool) -> tuple[int, int, int]:
    """Return the span of a price without a currency word, with the base that is glued to it."""
    stretch = line.stretch
    start, end, last = amount.start, amount.end, amount.last
    after = amount.after
    if stretch.key(after) == "/" and is_explicit:
        last = next((unit.last for unit in line.amounts if unit.first == base.place), base.place)
        return start, stretch.ends[last], last
    has_move = (
        stretch.key(after) == "(" and stretch.key(after + 1) in _SIGNS and stretch.key(after + 3) == ")"
    )
    if has_move and stretch.key(after + 4) in CURRENCIES:
        return start, stretch.ends[after + 4], after + 4
    before = amount.first - 1
    if stretch.key(before) in CURRENCIES and before == base.place and not stretch.starts_line(amount.first):
        return stretch.starts[before], end, last
    if is_to_one(stretch, after):
        return start, stretch.ends[after + 1], after + 1
    if stretch.key(before) == ":" and stretch.key(before - 1) == "1":
        return stretch.starts[before - 1], end, last
    return start, end, last


def is_signed(line: Line, amount: Amount) -> bool:
    """Whether a sign makes it a change: ``(+7.21)``, ``KZT+0.22``."""
    stretch = line.stretch
    first = amount.number.first
    return (
        stretch.key(first - 1) in {"+", "-", "−"}
        and stretch.is_glued(first)
        and (
            first - 1 == 0
            or stretch.key(first - 2) == "("
            or not stretch.is_glued(first - 1)
            or (stretch.is_word(first - 2) and not _is_dash(stretch, amount))
        )
    )


def _is_dash(stretch: Stretch, amount: Amount) -> bool:
    """Whether the hyphen before a price stands for a dash: ``евро-7,74 сомонӣ``."""
    named = CURRENCIES.get(stretch.key(amount.number.first - 2))
    return named is not None and bool(amount.code) and not amount.is_prefixed and named != amount.code


def is_compared(line: Line, amount: Amount) -> bool:
    """Whether it is by how much one level lies above another: ``(678.6 soum HIGHER than a week ago)``."""
    before = line.stretch.key(amount.first - 1)
    if not line.prices or not (before in _BEFORE_DIFFERENCES or before in DASHES):
        return False
    behind = line.stretch.keys(amount.after, amount.after + 2)
    return behind[:1] != [] and behind[0] in DIFFERING and not ALTERNATIVES.intersection(behind[1:])


def past_move_of_side(line: Line, amount: Amount) -> int:
    """Step over what one side moved by, told beside the other: BY 43 (buying)-48 (selling) TYIYNS; 0 if none.

    A price of a side in brackets is written so too: 87.43 (buying)-87.48 (selling) soms.
    """
    stretch, first = line.stretch, amount.first
    if amount.code or stretch.words[amount.after] != "(":
        return 0
    behind = after = _past_side(stretch, amount.after)
    if not behind:
        return 0
    is_second = stretch.key(first - 1) in DASHES and stretch.key(first - _NEXT) == ")"
    if is_second and any(one.first < first < one.after + _REACH for one, _ in line.moves):
        return behind
    if stretch.key(first - 1) in BY and line.has_change(first):
        return behind
    if stretch.key(after) in DASHES and stretch.is_number(after + 1):
        after = _past_side(stretch, after + _NEXT)
    return behind if stretch.key(after) in SUBUNITS else 0


def _past_side(stretch: Stretch, index: int) -> int:
    """Step over a bracket that says a side; 0 where none stands at *index*."""
    keys = stretch.keys(index, index + _REACH)
    if keys[:1] != ["("] or ")" not in keys:
        return 0
    close = keys.index(")")
    return index + close + 1 if sides_among(keys[1:close]) else 0


def is_unit(line: Line, amount: Amount, following: Amount | None) -> bool:
    """Whether a round amount is what a price is for: ``100 сум – 4,41 тенге``, ``1:9.42``."""
    stretch, value = line.stretch, amount.number.value
    if value == 1 and stretch.key(amount.number.after) == ":":
        return True
    if value not in NOMINALS or amount.number.place:
        return False
    if is_rate_word(stretch.key(amount.after)):
        return True  # 100 тенгенин курсу
    code, stroke = stretch.key(amount.after), stretch.key(amount.after + 1)
    if stroke == "/" and CURRENCIES.get(code) == line.code_of(amount):
        return True  # 1 сом KGS / KZT 5
    if following is None or not amount.code or following.code == amount.code:
        return False
    between = stretch.keys(amount.after, following.first)
    if len(between) == 1:
        return between[0] in LINKS or between[0] in DASHES
    if not following.code or len(between) > _NEAR or "," in between:
        return False
    return (following.code in FIVE or value == 1) and any(map(is_same, between))


def is_of_unknown_pair(line: Line, amount: Amount) -> bool:
    """Whether a price is of a currency that is not read: neither a rate nor a figure, AUD / KZT 286.59."""
    stretch, code = line.stretch, amount.first - 2
    if is_foreign_pair(stretch, amount.first - _PAIR_TOKENS):
        return True  # доллар/рубль 95,1
    if code < 0 or not amount.is_prefixed or stretch.key(code + 1) != "/":
        return False
    if stretch.key(code) in CURRENCIES:
        return False
    printed = stretch.printed(code, code)
    return len(printed) == _CODE and printed.isupper() and printed not in PRICED


def is_day(line: Line, amount: Amount) -> bool:
    """Whether a number is of a date: from 10.2224 on September 19 to 9.9644; in 2003; 2026-11-28."""
    number = amount.number
    if not amount.code and (_is_of_date(line.stretch, number.first) or _is_time(line.stretch, amount)):
        return True
    if is_year(amount) and not amount.code:
        return line.stretch.key(number.first - 1) in BEFORE_YEARS
    return (
        is_month(line.stretch.key(number.first - 1))
        and not number.place
        and amount.is_shared
        and number.value <= _LAST_DAY
    )


def _is_of_date(stretch: Stretch, index: int) -> bool:
    """Whether marks join the number at *index* to two others: ``2026-11-28``, ``28/11/2026``."""
    first = last = index
    while last - first < _DATE and _is_joint(stretch, first - 1):
        first -= 2
    while last - first < _DATE and _is_joint(stretch, last + 1):
        last += 2
    return last - first >= _DATE


def _is_time(stretch: Stretch, amount: Amount) -> bool:
    """Whether a mark joins the number to another that is no part of it: 11:05, 1:3.04, в 10-45."""
    after = amount.after
    key, behind = stretch.words[after], stretch.words[after + 1]
    if not (stretch.is_number(after + 1) and stretch.is_glued(after) and stretch.is_glued(after + 1)):
        return False
    if key == ":":
        return behind != "1"  # 7.1101:1 is a price for one
    return key in HYPHENS and len(behind) == _DIGITS_OF_MINUTES


def _is_joint(stretch: Stretch, mark: int) -> bool:
    """Whether the sign at *mark* is glued between two numbers as in a date."""
    return (
        stretch.words[mark] in _MARKS_OF_DATES
        and stretch.is_number(mark - 1)
        and stretch.is_number(mark + 1)
        and stretch.is_glued(mark)
        and stretch.is_glued(mark + 1)
    )


def take_move(line: Line, amount: Amount, quote: str) -> None:
    """Leave a move of the rate out of the figures: no price of its pair, and told beside one."""
    stretch, last = line.stretch, line.memory.last.values()
    if not amount.code or amount.number.scale or not (line.prices or line.cues):
        return
    is_small = not last or abs(float(amount.number.value)) < max(last) / FAR_APART
    behind = stretch.keys(amount.after, amount.after + _NEAR)
    is_move = stretch.key(amount.first - 1) in BY or (
        stretch.key(amount.last) in DATIVE_FORMS and any(map(is_change, behind))
    )
    is_signed_move = is_signed(line, amount) and bool(line.prices)
    is_difference = is_compared(line, amount)
    if quote and (is_difference or (is_small and (is_move or is_signed_move or amount.number.is_negative))):
        line.spans.append((amount.start, amount.end))
