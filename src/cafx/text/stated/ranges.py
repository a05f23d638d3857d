"""Two levels of a rate: one range, or the old and the new price of a change."""

from __future__ import annotations

from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from cafx.text.amount import Amount
from cafx.text.digits import read_number
from cafx.text.lexicon import (
    ALTERNATIVES,
    AMONG,
    BETWEEN,
    CLOSING,
    CONJUNCTIONS,
    DASHES,
    OPENING,
    TO,
    YEAR_WORDS,
    stems_of,
)
from cafx.text.rate_words import LEVELLING, PRICE_WORDS, sayers_in
from cafx.text.sharing import is_opened
from cafx.text.stated.parts import NOMINALS, SENTENCE_ENDS, is_year
from cafx.text.stated.side_words import sides_among
from cafx.text.stated.stems import (
    beginning,
    is_change,
    is_move,
    is_price_or_paying,
    is_settling,
    is_trading,
    is_year_word,
)

if TYPE_CHECKING:
    from cafx.text.numerals import Number
    from cafx.text.stretch import Stretch

__all__ = ["with_ranges"]

_NEAR: Final = 4
_REACH: Final = 8
_TWO: Final = 2
_GROUP: Final = 3
_CLOSE: Final = Decimal("1.1")
_APART: Final = Decimal("1.25")
_HUNDRED: Final = 100
#: The money of more than one country, whose hundredths are of one.
_UNSURE: Final = ("MANAT", "SOM")
#: Verbs of reaching the end of a range, or a new level.
_begins_arriving: Final = beginning(stems_of("arriving"))
_ENDS: Final = frozenset(",;.!?")
#: What joins one change to the next.
_JOINTS: Final = CONJUNCTIONS | {","}


def with_ranges(stretch: Stretch, amounts: list[Amount]) -> list[Amount]:
    """Return *amounts* with ranges joined that have no currency word, and with changes and years parted."""
    amounts = _with_subunit_ranges(stretch, _with_years_apart(stretch, amounts))
    amounts = _with_levels_apart(stretch, _with_bare_ranges(stretch, amounts))
    return _with_falling_ranges(stretch, amounts)


def _with_bare_ranges(stretch: Stretch, amounts: list[Amount]) -> list[Amount]:
    """Join numbers without a currency that make a range: ``87,6–87,8``, ``between 86.9 and 87.5``."""
    kept: list[Amount] = []
    for amount in amounts:
        low = kept[-1] if kept else None
        if low is None or amount.first != low.after + 1 or not _is_bare_range(stretch, low, amount):
            kept.append(amount)
            continue
        low.number = _reread_low(stretch, low, amount) or low.number
        low.high, low.code, low.is_shared = amount.number, amount.code, False
        low.after, low.last, low.end, low.suffix = amount.after, amount.last, amount.end, amount.suffix
    return kept


def _is_bare_range(stretch: Stretch, low: Amount, high: Amount) -> bool:
    """Whether two numbers with one token between them are a range, though no currency stands at both."""
    if _is_guess(stretch, low, high) or _reread_low(stretch, low, high):
        return True
    if any(one.code or one.high for one in (low, high)) or low.suffix:
        return False
    if high.suffix and not (high.suffix in OPENING and stretch.key(low.after) in DASHES):
        return False  # 341-342-ден
    if not 0 < low.value < high.value < low.value * 2:
        return False
    link = stretch.key(low.after)
    if link in DASHES:
        return low.number.place < 0 or _is_close(low, high)
    if link in CONJUNCTIONS and stretch.key(low.first - 1) in BETWEEN:
        return True
    return (link in TO and _is_span(stretch, low, high)) or (link in ALTERNATIVES and _is_close(low, high))


def _is_span(stretch: Stretch, before: Amount, amount: Amount) -> bool:
    """Whether *to* joins two decimals that lie close together: 0.1526 то 0.1545, от 0,93 до 0,96."""
    is_close = before.value < amount.value <= before.value * _CLOSE
    is_exact = before.number.place < -1 and amount.number.place < -1
    return is_close and is_exact and (stretch.language == "tg" or stretch.key(before.first - 1) in OPENING)


def _is_guess(stretch: Stretch, before: Amount, amount: Amount) -> bool:
    """Whether two numbers of one currency are guesses of one price: ``27 or 28 manats to the dollar``."""
    return (
        before.is_shared
        and before.code == amount.code
        and before.high is None is amount.high
        and stretch.key(before.after) in ALTERNATIVES
        and _is_close(before, amount)
    )


def _is_close(before: Amount, amount: Amount) -> bool:
    """Whether two whole numbers can be the ends of a range of prices: 11 930–11 950, not 2019–2021."""
    return before.value < amount.value <= before.value * _APART and not is_year(before)


def _reread_low(stretch: Stretch, before: Amount, amount: Amount) -> Number | None:
    """Return the low end of a range as it is, where it was read as thousands: ``1,045-1,07 сом``."""
    number = before.number
    if before.code or before.high or before.suffix or amount.high or not number.digits or number.scale:
        return None
    if stretch.key(before.after) not in DASHES or amount.number.place >= 0:
        return None
    reading = read_number(number.digits, decimal_comma=True, has_scale=False)
    other = None if reading is None else reading.other
    if other is None or not 0 < other < amount.value < other * 2:
        return None
    return number._replace(value=other, place=-_GROUP)


def _with_subunit_ranges(stretch: Stretch, amounts: list[Amount]) -> list[Amount]:
    """Join a range of which only the high end names the hundredths: ``18 manat 10-20 teňňe``."""
    kept: list[Amount] = []
    for amount in amounts:
        low = kept[-1] if kept else None
        if low is None or low.code or low.high or not _is_range_of_subunits(stretch, low, amount):
            kept.append(amount)
            continue
        whole = kept[-_TWO] if len(kept) > 1 and kept[-_TWO].after == low.first else None
        if whole is not None and (
            whole.code not in {amount.code, *_UNSURE} or whole.number.place or whole.high
        ):
            whole = None
        base = Decimal(0) if whole is None else whole.number.value
        first = low if whole is None else whole
        value = base + low.number.value / _HUNDRED
        first.number = low.number._replace(value=value, place=-_TWO, first=first.number.first)
        first.high = amount.number._replace(value=base + amount.number.value)
        first.code = amount.code if whole is None else whole.code
        first.last, first.after, first.end = amount.last, amount.after, amount.end
        del kept[len(kept) - 1 :]
        if whole is None:
            kept.append(first)
    return kept


def _is_range_of_subunits(stretch: Stretch, low: Amount, amount: Amount) -> bool:
    number, digits = amount.number, amount.number.digits
    is_hundredth = digits.isdecimal() and number.value * _HUNDRED == Decimal(digits or 0)
    is_whole = low.number.digits.isdecimal() and not low.number.scale
    return (
        bool(amount.code)
        and is_hundredth
        and is_whole
        and amount.first == low.after + 1
        and stretch.key(low.after) in DASHES
        and 0 < low.number.value < number.value * _HUNDRED
    )


def _with_years_apart(stretch: Stretch, amounts: list[Amount]) -> list[Amount]:
    """Take years off the currency behind them: ``2022-жылы доллар 80 сом болсо``."""
    for amount in amounts:
        number = amount.number
        if not amount.code or amount.is_prefixed or not is_year(amount) or number.scale:
            continue
        between = stretch.keys(number.after, amount.last)
        if any(map(is_year_word, (*between, stretch.key(amount.first - 1)))) or (
            stretch.key(amount.first - 1) in YEAR_WORDS
        ):
            amount.code = ""
            amount.last, amount.after = number.after - 1, number.after
            amount.end = stretch.ends[amount.last]
    return amounts


def _with_levels_apart(stretch: Stretch, amounts: list[Amount]) -> list[Amount]:
    """Part the old and the new level of a change: ``84 сомдон 87 сомго чейин көтөрүлдү``.

    A verb of change stands behind them, or a devaluation before them; what a dash joins stays a range.
    """
    kept: list[Amount] = []
    for amount in amounts:
        high = amount.high
        is_changed = high is not None and (
            _is_change(stretch, amount, high) or _goes_on_changing(stretch, kept[-_TWO:], amount, high)
        )
        if high is None or not is_changed or _is_of_other_side(stretch, kept, amount, amount):
            kept.append(amount)
            continue
        old = Amount(stretch, amount.number)
        old.code, old.is_shared = amount.code, True
        old.last = high.first - 1
        if stretch.key(old.last) in TO:
            old.last -= 1
        old.after, old.end = high.first, stretch.ends[old.last]
        new = Amount(stretch, high)
        new.code, new.after, new.last, new.end = amount.code, amount.after, amount.last, amount.end
        kept += (old, new)
    return kept


def _is_of_other_side(stretch: Stretch, before: list[Amount], first: Amount, last: Amount) -> bool:
    """Whether a range reaches its end, and that of the other side stands right before it.

    Покупка ``87,3 сомдон 87,1 сомго чейин болсо, САТУУ үчүн 87,5 сомдон 87,8 сомго чейин ЖЕТЕТ``.
    """
    verb = last.after + (stretch.key(last.after) in CLOSING)
    if not before or not _begins_arriving(stretch.key(verb)):
        return False
    other = before[-1] if before[-1].high is not None else before[-_TWO:][0]
    if not other.value / _CLOSE <= first.value <= other.value * _CLOSE:
        return False
    if other.high is None and not _is_falling_range(stretch, other, before[-1], None):
        return False
    sides = set(sides_among(stretch.keys(before[-1].after, first.first)))
    others = set(sides_among(stretch.keys(other.first - _REACH, other.first)))
    return len(sides) == len(others) == 1 and sides != others


def _goes_on_changing(stretch: Stretch, levels: list[Amount], amount: Amount, high: Number) -> bool:
    """Whether the change before is told of another place too: rose from A to B there AND FROM C TO D."""
    if len(levels) < _TWO or stretch.key(high.first - 1) not in TO:
        return False
    old, new = levels
    opener = stretch.key(old.first - 1)
    if opener not in OPENING or opener in BETWEEN or stretch.key(amount.first - 1) != opener:
        return False
    if old.high or new.high or stretch.keys(old.after, new.first)[1:] or stretch.key(old.after) not in TO:
        return False
    gap = range(new.after, amount.first - 1)
    if len(gap) > _REACH or _JOINTS.isdisjoint(stretch.keys(gap.start, gap.stop)):
        return False
    if any(_is_verb_or_end(stretch, index) for index in gap):
        return False
    before = takewhile(_is_inner, reversed(stretch.keys(old.first - _REACH, old.first)))
    return any(map(is_move, before))


def _is_verb_or_end(stretch: Stretch, index: int) -> bool:
    """Whether a sentence ends here, or a verb of price stands here: neither a name nor an exchange office."""
    key = stretch.words[index]
    if key in SENTENCE_ENDS:
        return True
    if not stretch.text[stretch.starts[index]].islower() or sayers_in(key):
        return False
    return key in PRICE_WORDS or is_price_or_paying(key) or is_trading(key) or is_settling(key)


def _is_change(stretch: Stretch, amount: Amount, high: Number) -> bool:
    """Whether *from A to B* tells of a change, by the words around it; a dash or *and* makes a range."""
    for index in range(amount.number.after, high.first):
        key = stretch.key(index)
        if key in CONJUNCTIONS or (
            key in DASHES and not (stretch.is_hyphenated(index) and stretch.is_word(index + 1))
        ):
            return False
    is_joined = any(key in DASHES for key in stretch.keys(amount.number.after, high.first))
    for key in reversed(stretch.keys(amount.first - _REACH, amount.first)):
        if key in _ENDS or is_joined:
            break
        if key.startswith(LEVELLING):
            return True
    for place, key in enumerate(stretch.keys(amount.after, amount.after + _NEAR)):
        if key == "," and not place and stretch.language == "tg":
            continue  # аз 10,2024 то 10,9140 сомонӣ, боло рафт
        if key in _ENDS:
            return False
        if is_change(key):
            return True
    return False


def _with_falling_ranges(stretch: Stretch, amounts: list[Amount]) -> list[Amount]:
    """Join a range whose high end is told first: ``between 12,870 and 12,820 soum``."""
    for place in range(len(amounts) - 1, 0, -1):
        top, amount = amounts[place - 1], amounts[place]
        unit = amounts[place - _TWO] if place > 1 else None
        before = amounts[max(0, place - _TWO - 1) : place - 1]
        if amount.first - top.after > 1 or not (
            _is_falling_range(stretch, top, amount, unit)
            or (_is_of_other_side(stretch, before, top, amount) and _is_fall(stretch, top, amount))
        ):
            continue
        high, low = top.number, amount.number
        # The ends change places, and what is said of their tokens stays.
        top.number = high._replace(value=low.value, place=low.place, digits=low.digits)
        top.high = low._replace(value=high.value, place=high.place, digits=high.digits)
        top.code, top.is_shared = amount.code or top.code, False
        top.after, top.last, top.end, top.suffix = amount.after, amount.last, amount.end, amount.suffix
        del amounts[place]
    return amounts


def _is_fall(stretch: Stretch, top: Amount, low: Amount) -> bool:
    """Whether the higher one of two ends that lie close together is told first."""
    if any(one.high or one.number.scale or not one.number.digits or one.value < 0 for one in (top, low)):
        return False
    if top.code not in {"", low.code} or not low.value < top.value <= low.value * _CLOSE or is_year(top):
        return False
    gap = stretch.between(top.after, low.first)
    is_lent = not gap and top.is_shared and top.suffix in OPENING  # 0,1470 дан 0,1465 сомонийгача
    return is_lent or is_opened(stretch, top, low, gap)


def _is_falling_range(stretch: Stretch, top: Amount, low: Amount, unit: Amount | None) -> bool:
    """Whether two prices close together are the ends of a range, and no change from one to the other."""
    if not _is_fall(stretch, top, low):
        return False
    gap = stretch.between(top.after, low.first)
    joint = gap[0].key if gap else ""
    if joint in DASHES:
        is_exact = top.number.place < 0 and low.number.place < 0
        return stretch.key(low.after) in AMONG or (is_exact and _is_settled(stretch, top, low))
    return joint in CONJUNCTIONS or _is_entry(stretch, top, low, unit) or _is_settled(stretch, top, low)


def _is_entry(stretch: Stretch, top: Amount, low: Amount, unit: Amount | None) -> bool:
    """Whether a price list says only of how many units it is: ``1 рубли русӣ аз 0.1125 то 0.1120;``."""
    if unit is None or not unit.code or unit.number.value not in NOMINALS or unit.number.place:
        return False
    is_from = (
        top.suffix in OPENING or stretch.key(top.after) in OPENING or stretch.key(top.first - 1) in OPENING
    )
    if top.first - unit.after > _NEAR or not is_from:
        return False
    following = stretch.key(low.after)
    return stretch.starts_line(unit.first) and (
        not following or following in _ENDS or stretch.starts_line(low.after)
    )


def _is_settled(stretch: Stretch, top: Amount, low: Amount) -> bool:
    """Whether *from A to B* tells where a rate lies, by the verb around it."""
    before = reversed(stretch.keys(top.first - _REACH, top.first))
    behind = stretch.keys(low.after, low.after + _NEAR)
    around = [*takewhile(_is_inner, before), *takewhile(_is_inner, behind)]
    if any(is_change(key) or key.startswith(LEVELLING) for key in around):
        return False
    return any(map(is_settling, around))


def _is_inner(key: str) -> bool:
    """Whether a word ends no clause."""
    return key not in _ENDS
