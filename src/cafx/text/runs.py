"""Numbers that one mark joins, with the unit of the last: ``50-60-70 тысяч сомов``, ``100/150/200 тенге``.

Three or more of them are a list, each an amount of its own, where they are of one size; but for strokes they
also go up or down all the way. What may be a date, a telephone number or a part of a name is refused whole,
its last number too; by commas the last number is left as it is.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from cafx.text.amount import Amount
from cafx.text.digits import read_number
from cafx.text.numbered import NUMBER_SIGNS, is_numbered, is_year
from cafx.text.numerals import Number
from cafx.text.tokens import NUMBER_KIND

if TYPE_CHECKING:
    from decimal import Decimal

    from cafx.text.stretch import Stretch

__all__ = ["is_third", "with_runs"]

_STROKE: Final = "/"
_PAUSES: Final = frozenset(",;")
_MARKS: Final = frozenset(("-", "‐", "‑", "–", "—", _STROKE, *_PAUSES))
_OPENS: Final = frozenset('(«“"[')
_PAIR, _LEAST, _MOST = 2, 3, 12
#: From a number to the mark before the one before it.
_STEPS: Final = 3
#: Two numbers by a stroke are a list from so many on: 100/150 тенге, but 3/4 is a fraction.
_HUNDRED: Final = 100
_ONE_SIZE: Final = 30
_LAST_DAY, _LAST_MONTH = 31, 12


def is_third(stretch: Stretch, index: int) -> bool:
    """Whether strokes join the number at *index* to two others before it: ``10/15/20``, and not ``3/4``."""
    return stretch.words[index - 1] == _STROKE and len(_joined_before(stretch, index)) > _PAIR


def with_runs(stretch: Stretch, found: list[Amount]) -> list[Amount]:
    """Return *found* with each number of a run as an amount, and without the runs that are no lists."""
    words = stretch.words
    for amount in found:
        mark = words[amount.first - 1]
        if mark in _MARKS and amount.code and (mark == _STROKE or words[amount.first - _STEPS] in _MARKS):
            break
    else:  # nearly always
        return found
    kept: list[Amount] = []
    for amount in found:
        places = _places_of(stretch, amount)
        while places and kept and kept[-1].last >= places[0]:
            kept.pop()
        kept += _read(stretch, places, amount) if places else [amount]
    return kept


def _places_of(stretch: Stretch, amount: Amount) -> list[int]:
    """Return the places of the numbers that a mark joins, the last of them that of *amount*; else none."""
    first, number = amount.first, amount.number
    mark = stretch.words[first - 1] if first else ""
    if mark not in _MARKS or not amount.code or amount.is_prefixed or amount.high is not None:
        return []
    if number.is_spelled or number.parts > 1 or number.first != first:
        return []
    places = _joined_before(stretch, first)
    if len(places) == _PAIR and mark == _STROKE:
        return places if _is_pair_of_prices(stretch, places, number) else []
    if mark in _PAUSES:
        return places if len(places) >= _LEAST and _read(stretch, places, amount) else []
    return places if len(places) >= _LEAST or _is_mixed(stretch, places, number) else []


def _is_mixed(stretch: Stretch, places: list[int], last: Number) -> bool:
    """Whether another mark joins more numbers to two that look like a range: ``10-15/20-25 тысяч``."""
    first = places[0]
    if len(places) != _PAIR or first <= 1 or not (stretch.is_glued(first) and stretch.is_glued(first - 1)):
        return False
    if stretch.words[first - 1] not in _MARKS or stretch.kinds[first - 2] != NUMBER_KIND:
        return False
    low, high = (_value_of(stretch, place, last) for place in places)
    if low is None or high is None:
        return True
    is_label = not stretch.is_glued(last.first) and not _is_of_one_size([low, high])
    return low < high and not is_label  # шины 195/65/15 — 5000 сомов


def _joined_before(stretch: Stretch, index: int) -> list[int]:
    """Return the places of the numbers that one mark joins before *index*, and *index*, in order."""
    places, link = [index], _link_before(stretch, index)
    while link and _link_before(stretch, index) == link and len(places) <= _MOST:
        index -= 2
        places.insert(0, index)
    return places


def _link_before(stretch: Stretch, index: int) -> str:
    """Return the mark that joins the number at *index* to one before, with a space if it stands apart."""
    mark = index - 1
    key = stretch.words[mark]
    if mark < 1 or key not in _MARKS or stretch.kinds[mark - 1] != NUMBER_KIND:
        return ""
    is_left, is_right = stretch.is_glued(mark), stretch.is_glued(index)
    if is_left and is_right:
        return "" if key in _PAUSES else key
    if not stretch.is_near(index) or is_right or is_left != (key in _PAUSES):
        return ""
    return f"{key} "


def _is_pair_of_prices(stretch: Stretch, places: list[int], last: Number) -> bool:
    """Whether two numbers by a stroke are two prices, and no fraction, season or number of a thing."""
    values = [_value_of(stretch, place, last) for place in places]
    return (
        all(value is not None and value >= _HUNDRED for value in values)
        and _is_free(stretch, places[0])
        and not all(is_year(stretch.words[place]) for place in places)
        and _is_of_one_size([value for value in values if value is not None])
    )


def _read(stretch: Stretch, places: list[int], last: Amount) -> list[Amount]:
    """Return the amounts of a run; none where it may be anything but a list."""
    number = last.number
    values = [_value_of(stretch, place, number) for place in places[:-1]]
    if number.scale:
        values.append(_value_of(stretch, places[-1], number))
    else:
        values.append(number.value)
    known = [value for value in values if value is not None]
    if len(known) != len(places) or not _is_list(stretch, places, known, has_scale=number.scale > 0):
        return []
    amounts: list[Amount] = []
    for place, value in zip(places[:-1], known, strict=False):
        digits = stretch.words[place]
        exponent = int(value.as_tuple().exponent)
        one = Number(place, place + 1, value, exponent, 0, 1, is_spelled=False, digits=digits)
        amount = Amount(stretch, one.rescaled(number.scale) if number.scale else one, last.code)
        amount.is_shared = True
        amounts.append(amount)
    return [*amounts, last]


def _value_of(stretch: Stretch, place: int, last: Number) -> Decimal | None:
    """Return what the digits at *place* say before the scale of the last number; None if it is not clear."""
    digits = stretch.words[place]
    if digits[0] == "0" and digits.isdecimal():
        return None  # a code, a telephone number
    comma = stretch.decimal_comma
    reading = read_number(digits, decimal_comma=comma, has_scale=last.scale > 0)
    return reading.value if reading is not None and reading.value > 0 else None


def _is_list(stretch: Stretch, places: list[int], values: list[Decimal], *, has_scale: bool) -> bool:
    """Whether the numbers are prices or sums beside one another, and nothing else that is written so."""
    printed = [stretch.words[place] for place in places]
    if not _is_free(stretch, places[0]) or not _is_of_one_size(values):
        return False
    if stretch.words[places[1] - 1] != _STROKE and not _is_in_order(values):
        return False
    if all(map(is_year, printed)) and not has_scale:
        return False
    mark = stretch.words[places[1] - 1]
    return has_scale or mark in _PAUSES or not _may_be_date(printed, stretch.language)


def _is_free(stretch: Stretch, first: int) -> bool:
    """Whether the first number names no thing, and none stands before it: ``0555 12-34-56``."""
    if not first:
        return True
    before = stretch.words[first - 1]
    if before in NUMBER_SIGNS or is_numbered(before):
        return False
    if stretch.is_glued(first):
        return before in _OPENS
    is_of_name = first > 1 and stretch.is_glued(first - 1) and stretch.is_word(first - 2)  # A34 150/200
    return stretch.kinds[first - 1] != NUMBER_KIND or is_year(before) or is_of_name


def _is_of_one_size(values: list[Decimal]) -> bool:
    return max(values) <= _ONE_SIZE * min(values)


def _is_in_order(values: list[Decimal]) -> bool:
    """Whether the values go up, or down, all the way."""
    pairs = list(itertools.pairwise(values))
    return all(one < other for one, other in pairs) or all(one > other for one, other in pairs)


def _may_be_date(printed: list[str], language: str) -> bool:
    """Whether three numbers can be a day: ``5/10/2015``, ``5-10-15``, ``2015-10-5``."""
    if len(printed) != _LEAST or not all(map(str.isdecimal, printed)):
        return False
    day, month, year = map(int, printed)
    if is_year(printed[0]):
        return month <= _LAST_MONTH and year <= _LAST_DAY
    if not (is_year(printed[2]) or len(printed[2]) == _PAIR):
        return False
    is_ours = day <= _LAST_DAY and month <= _LAST_MONTH
    return is_ours or (language == "en" and day <= _LAST_MONTH and month <= _LAST_DAY)
