"""What stands beside a stated rate: its side, its day, what shows that it is none, and its span."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import (
    BEFORE_DATES,
    CONJUNCTIONS,
    CURRENCIES,
    DASHES,
    FILLERS,
    HYPHENS,
    MONTHS,
    ONE,
    PER,
    TO,
)
from cafx.text.rate_words import BUYING, DAYS, FROM_PRICES, GAPS, GOODS, GOODS_WORDS, RATES, SELLING, SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cafx.text.amount import Amount
    from cafx.text.rate_base import Base
    from cafx.text.rate_line import Line
    from cafx.text.stated_rate import Side
    from cafx.text.stretch import Stretch

__all__ = ["date_of", "is_bare_rate", "is_for_goods", "is_of_goods", "is_signed", "side_of", "span_of_bare"]

_PIECES: Final = frozenset(",;.")
_CLAUSE_ENDS: Final = frozenset(",;:.!?()–—")
_SIGNS: Final = frozenset("+-−–")
_NEAR: Final = 4
_NEXT: Final = 2


def side_of(line: Line, amount: Amount, last: int) -> Side | None:  # noqa: C901, PLR0912 -- three places, in order
    """Return whether a price is for buying or selling, said behind it, before it, or for a whole list."""
    stretch = line.stretch
    behind: list[str] = []
    for index in range(last + 1, min(last + 8, line.end)):
        key = stretch.key(index)
        if key in CONJUNCTIONS and index == last + 1 and stretch.is_number(index + 1):
            shared = next((one.last for one in line.amounts if one.first == index + 1), None)
            if shared is not None:  # 24 manat 50 we 24 manat 80 teňňeden satyn alýarlar
                return side_of(line, amount, shared)
        if key in _PIECES or key in CONJUNCTIONS or stretch.is_number(index):
            break
        behind.append(key)
    sides = _sides(behind)
    if len(sides) == 1:
        return sides.pop()
    if sides:
        return None
    start = line.last_end
    for index in range(amount.first - 1, start, -1):
        if stretch.key(index) in {"(", ";"}:
            start = index
            break
    before = _ordered_sides(stretch.keys(start, amount.first))
    if not before and line.prices and ":" in stretch.keys(line.sentence, amount.first):
        before = _ordered_sides(stretch.keys(line.sentence, amount.first))
    if not before and line.prices:
        pair = _ordered_sides(stretch.keys(line.sentence, line.last_end))
        if len(set(pair)) > 1:
            return "both" if amount.high is not None else pair[-1]
    if len(set(before)) > 1:
        line.memory.is_both = amount.high is not None
        return "both" if amount.high is not None else before[0]
    if before:
        line.memory.is_both = False
        return before[-1]
    return "both" if line.memory.is_both and amount.high is not None else None


def date_of(line: Line, first: int) -> str | None:
    """Return the words for a day that stand last before the price in its sentence."""
    stretch = line.stretch
    for index in range(first - 1, line.sentence - 1, -1):
        key = stretch.key(index)
        start = last = index
        if key.startswith(MONTHS) and stretch.is_word(index):
            if stretch.is_number(index - 1):
                start = index - 1
            elif stretch.key(index - 1) in DASHES and stretch.is_number(index - 2):
                start = index - 2
            elif stretch.is_number(index + 1):
                last = index + 1
            else:
                continue
        elif not (key.startswith(DAYS) and stretch.is_word(index)):
            continue
        while stretch.key(last + 1).startswith(DAYS) and stretch.is_word(last + 1):
            last += 1
        while start > line.sentence and stretch.key(start - 1) in BEFORE_DATES:
            start -= 1
        return stretch.printed(start, last)
    return None


def span_of_bare(line: Line, amount: Amount, base: Base, *, is_explicit: bool) -> tuple[int, int, int]:
    """Return the span of a price without a currency word, with the base that is glued to it."""
    stretch = line.stretch
    start, end, last = amount.start, amount.end, amount.last
    after = amount.after
    if stretch.key(after) == "/" and is_explicit:
        last = next((unit.last for unit in line.amounts if unit.first == base.place), base.place)
        return start, stretch.tokens[last].end, last
    has_move = (
        stretch.key(after) == "(" and stretch.key(after + 1) in _SIGNS and stretch.key(after + 3) == ")"
    )
    if has_move and stretch.key(after + 4) in CURRENCIES:
        return start, stretch.tokens[after + 4].end, after + 4
    before = amount.first - 1
    if stretch.key(before) in CURRENCIES and before == base.place and not stretch.starts_line(amount.first):
        return stretch.tokens[before].start, end, last
    if stretch.key(before) == ":" and stretch.key(before - 1) == "1":
        return stretch.tokens[before - 1].start, end, last
    return start, end, last


def is_bare_rate(line: Line, amount: Amount, base: Base, *, is_alike: bool) -> bool:
    """Whether a number without a currency word is a price all the same."""
    stretch = line.stretch
    first, number = amount.first, amount.number
    if (
        amount.suffix
        or number.is_spelled
        or stretch.key(amount.after).startswith(MONTHS)
        or stretch.key(amount.after) == "%"
    ):
        return False
    if stretch.key(first - 1).startswith(MONTHS):
        return False
    if stretch.key(first - 1) in (*TO, *FROM_PRICES, "от", "с") and line.has_change(first):
        return is_alike or "." in number.digits or "," in number.digits
    if is_alike:
        return "." in number.digits or "," in number.digits or line.has_side_behind(amount)
    if stretch.key(first - 1) == ":" and stretch.key(first - 2) == "1" and stretch.is_glued(first):
        return True
    has_point = "." in number.digits or "," in number.digits
    if not has_point:
        return False
    is_beside = 0 <= first - base.place <= _NEAR or stretch.key(first - 1) in CURRENCIES
    return is_beside or line.has_side_behind(amount) or line.memory.was_alone


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
            or stretch.is_word(first - 2)
        )
    )


def is_for_goods(line: Line, amount: Amount, following: Amount | None) -> bool:
    """Whether the price is for something else than money: ``за килограмм``, ``per loaf``."""
    stretch, after = line.stretch, amount.after
    if stretch.key(amount.first - 1).startswith(GAPS) or stretch.key(amount.first - 2).startswith(GAPS):
        return True
    if stretch.key(after) == "%":
        return True
    if stretch.key(after) not in PER and stretch.key(after) != "/":
        return False
    if following is not None and following.first - after <= _NEXT:
        return False
    unit = stretch.key(after + 1)
    if unit in ONE:
        unit = stretch.key(after + 2)
    if stretch.key(after) in {"на", "в", "a", "an"}:
        return False
    return stretch.is_word(after + 1) and unit not in CURRENCIES and unit not in FILLERS


def is_of_goods(line: Line, amount: Amount) -> bool:
    """Whether a price is of something else that is sold: ``а хлеб подорожал до 150 тенге``.

    A clause that names a currency or a rate is about that one: ``бензин дорожает, доллар стоит``.
    """
    stretch = line.stretch
    for index in range(amount.after, min(amount.after + _NEAR, line.end)):
        key = stretch.key(index)
        if key in _CLAUSE_ENDS or key in CURRENCIES:
            break
        if _is_goods(stretch, index):
            return True
    has_goods = False
    for index in range(amount.first - 1, max(line.sentence, line.last_end) - 1, -1):
        key = stretch.key(index)
        if key == "," and not has_goods and not stretch.is_glued(index + 1):
            continue  # хлеб, по словам продавцов, стоит: a clause that names nothing is about the one before
        if key in _CLAUSE_ENDS or key in CONJUNCTIONS:
            break
        if _is_goods(stretch, index):
            has_goods = True
        elif (
            key in SUBJECTS
            or key in CURRENCIES
            or (key.startswith(RATES) and not _is_goods(stretch, index - 1))  # non narxi: a price, of bread
        ):
            return False
    return has_goods


def _is_goods(stretch: Stretch, index: int) -> bool:
    key = stretch.key(index)
    if key in GOODS_WORDS:  # 541-нан is a number's ending, non-cash an adjective
        return stretch.key(index - 1) not in HYPHENS and stretch.key(index + 1) not in HYPHENS
    return key.startswith(GOODS)


def _sides(keys: Sequence[str]) -> set[Side]:
    return set(_ordered_sides(keys))


def _ordered_sides(keys: Sequence[str]) -> list[Side]:
    found: list[Side] = []
    for key in keys:
        if key.startswith(BUYING):
            found.append("buy")
        elif key.startswith(SELLING):
            found.append("sell")
    return found
