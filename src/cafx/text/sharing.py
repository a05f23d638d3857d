"""Ranges, lists and changes: numbers that share the currency, and the scale, of a later one."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from cafx.core.decimals import CONTEXT
from cafx.text.denomination import is_loaf
from cafx.text.lexicon import (
    ABLATIVE_FORMS,
    ABLATIVES,
    AMONG,
    BEFORE,
    BETWEEN,
    CLOSING,
    CONJUNCTIONS,
    CURRENCIES,
    DASHES,
    DATIVE_ENDINGS,
    HUNDREDS,
    NUMBER_LANGUAGES,
    OPENING,
    PER,
    SCALES,
    TO,
    UNTIL_ENDINGS,
    words_of,
)
from cafx.text.numbered import NUMBER_SIGNS, is_numbered, is_year
from cafx.text.parallels import is_count, is_parallel
from cafx.text.price_list import lend_along
from cafx.text.rate_words import CHANGES_IN, NOW, PRICE_WORDS, SUBJECTS
from cafx.text.runs import with_runs
from cafx.text.tokens import NUMBER_KIND, WORD_KIND

if TYPE_CHECKING:
    from decimal import Decimal

    from cafx.text.amount import Amount
    from cafx.text.numerals import Number
    from cafx.text.stretch import Stretch
    from cafx.text.tokens import Token

__all__ = ["is_opened", "joined"]

_MAX_WORDS: Final = 6
#: What an amount is for may take more of them.
_MAX_PURPOSE: Final = 9
_PURPOSES: Final = words_of("purposes")
_PAIR: Final = 2
_TEN: Final = 10
_HUNDRED: Final = 100
_CENTS: Final = 2
_PERCENT: Final = frozenset("%‰°")
#: What parts the amount of a time before from that of now, and what may stand beside the words for them.
_EARLIER: Final = words_of("earlier")
_NOW: Final = NOW | words_of("by_now")
_PAUSES: Final = frozenset(",;") | DASHES
_BESIDE_NOW: Final = PER | TO | SUBJECTS | PRICE_WORDS | words_of("each") | frozenset(("at",))
_REACH_OF_EARLIER: Final = 4


def joined(stretch: Stretch, found: list[Amount]) -> list[Amount]:
    """Return *found* with ranges made one, and with the currency lent to the numbers that share it.

    Amounts are taken from the last to the first, so that a currency reaches back over a whole
    list: ``макароны – 13, рис – 20 сомони``.
    """
    found = with_runs(stretch, found)
    if len(found) < _PAIR:
        return found
    kept: list[Amount] = []
    has_bare = False
    for amount in reversed(found):
        follower = kept[-1] if kept else None
        if follower is not None and (amount.code or follower.code):
            distance = follower.first - amount.after  # a dot and one word part the ends of a range
            longest = _MAX_PURPOSE if amount.number.scale else _MAX_WORDS
            if distance <= (_PAIR if amount.code else longest + 1):
                gap = _gap(stretch, amount, follower)
                if (
                    amount.high is None is follower.high
                    and not amount.is_shared  # of a run
                    and _is_range(stretch, amount, follower, gap)
                ):
                    _make_range(stretch, amount, follower)
                    kept[-1] = amount
                    continue
                if follower.code and not amount.code:
                    _lend(stretch, amount, follower, gap)
        kept.append(amount)
        has_bare = has_bare or not amount.code or amount.is_shared
    kept.reverse()
    if not has_bare:  # nothing to lend to
        return kept
    _take_heads(stretch, kept)
    lend_along(stretch, kept)
    for before, amount in itertools.pairwise(kept):
        if before.code and not before.is_prefixed and not amount.code:
            _lend_on(stretch, before, amount)
    return kept


def _take_heads(stretch: Stretch, kept: list[Amount]) -> None:
    """Add to a number that shares a scale, or to both ends of a range, what stands before it.

    ``1 МЛН 200–300 тысяч тенге``; ``1 МЛН 200 и 300 тысяч тенге``, where the second has no million.
    """
    for place in range(len(kept) - 1, 0, -1):
        head, amount = kept[place - 1], kept[place]
        number, high, scale = amount.number, amount.high, head.number.scale
        if (
            (high is None and not (amount.is_shared and number.scale))
            or head.code
            or head.after != amount.first
            or not (head.number.digits and number.digits and (high or number).digits)
            or stretch.words[head.last] not in SCALES
            or stretch.words[head.last] in ABLATIVE_FORMS
            or not stretch.is_near(amount.first)
            or (high or number).value >= 10**scale
            or head.high is not None
        ):
            continue
        amount.number = number._replace(
            value=CONTEXT.add(head.value, number.value), first=head.number.first, scale=scale
        )
        amount.high = high and high._replace(value=CONTEXT.add(head.value, high.value))
        amount.first, amount.start = head.first, head.start
        del kept[place - 1]


def _lend_on(stretch: Stretch, before: Amount, amount: Amount) -> None:
    """Lend the goal of a change the currency of its start: ``26 450 сомдон 31 200гө``."""
    keys = stretch.keys(before.after, amount.first)
    if before.high is not None or (before.number.scale and not amount.number.scale):
        return
    if amount.suffix:
        is_goal = (
            not keys and stretch.words[before.last].endswith(ABLATIVES) and amount.suffix in DATIVE_ENDINGS
        )
    else:
        following = stretch.at(amount.after)
        is_goal = (
            len(keys) == 1
            and keys[0] in TO
            and stretch.words[before.first - 1] in OPENING
            and (following.kind not in {WORD_KIND, NUMBER_KIND} or following.key in PER)
            and following.key not in _PERCENT
        )
    if is_goal:
        amount.code, amount.is_shared = before.code, True
        if amount.suffix and stretch.is_glued(amount.after - 1):
            amount.last, amount.end = amount.after - 1, stretch.at(amount.after - 1).end


def _gap(stretch: Stretch, amount: Amount, follower: Amount) -> list[Token]:
    """Return the tokens between two amounts, without the dot of an abbreviation: ``150 тыс. до``."""
    start, end = amount.after, follower.first
    if start < end and stretch.words[start] == "." and stretch.is_glued(start):
        start += 1
    return stretch.between(start, end)


def _is_range(stretch: Stretch, low: Amount, high: Amount, gap: list[Token]) -> bool:
    """Whether two amounts with *gap* between them are the ends of one range."""
    code = high.code or (low.code if low.is_prefixed else "")
    if not code or (low.code and low.code != code) or (not high.code and high.suffix):
        return False
    if low.code and high.is_prefixed and not low.is_prefixed:
        return False
    if low.number.is_negative or high.number.is_negative or _is_high_end(stretch, low):
        return False
    return (
        is_opened(stretch, low, high, gap)
        and not _is_change(stretch, low, gap)
        and _scaled_low(stretch, low, high).value < high.value
    )


def _is_high_end(stretch: Stretch, amount: Amount) -> bool:
    """Whether an amount is the high end of a range itself: five-SIX thousand to ten thousand."""
    first = amount.first
    if stretch.words[first - 1] not in DASHES or not stretch.is_glued(first):
        return False
    return stretch.is_glued(first - 1) and (
        stretch.is_number(first - 2) or stretch.words[first - 2] in NUMBER_LANGUAGES
    )


def is_opened(stretch: Stretch, low: Amount, high: Amount, gap: list[Token]) -> bool:
    """Whether the words between two amounts make a range of them."""
    if low.suffix and low.suffix not in OPENING:
        return False  # an ordinal, which names a year or a thing: 2025-yil — 13 650 so‘m
    if len(gap) == 1:
        key = gap[0].key
        if key in CONJUNCTIONS:
            return stretch.words[low.first - 1] in BETWEEN or stretch.words[high.after] in AMONG
        if key in DASHES:
            return not _is_label(stretch, low, high)
        return key in TO or (key in OPENING and not is_loaf(stretch, low))
    if gap:
        return _goes_up_to(stretch, low, gap)
    last = stretch.words[low.last]
    if not low.code:
        return low.suffix in OPENING or last in OPENING or last.endswith(ABLATIVES)
    # 5 мың теңгеден 10 мың теңгеге дейін: from five to ten, with the currency said twice.
    is_closed = stretch.words[high.after] in CLOSING or stretch.words[high.last].endswith(UNTIL_ENDINGS)
    return is_closed and last.endswith(ABLATIVES)


def _is_label(stretch: Stretch, low: Amount, high: Amount) -> bool:
    """Whether the number before a dash is of a name, and no low end: ``iPhone 15 — 450 000 тенге``.

    It has a sign of numbers; or it is ten times less, behind what is numbered; or a hundred times less than
    what a dash with spaces around it parts from it.
    """
    if low.code or low.number.scale or low.number.is_spelled:
        return False
    before = low.first - 1
    key = stretch.words[before] if before >= 0 else ""
    if key in NUMBER_SIGNS or (key == "+" and stretch.is_glued(low.first)):
        return True
    least = _scaled_low(stretch, low, high).value * _TEN
    if least >= high.value:
        return False
    if key == "." and before and stretch.is_glued(before):
        key = stretch.words[before - 1]  # кв. 15 — 200 000 тенге
    if is_numbered(key):
        return True
    is_spaced = not (stretch.is_glued(low.after) or stretch.is_glued(high.first))
    return is_spaced and least * _TEN < high.value


def _goes_up_to(stretch: Stretch, low: Amount, gap: list[Token]) -> bool:
    """Whether *and up to* closes what *from* opened: ``от 500 И ДО 600``, ``from 500 AND UP TO 600``."""
    if gap[0].key not in CONJUNCTIONS or stretch.words[low.first - 1] not in OPENING:
        return False
    return gap[-1].key in TO and (
        len(gap) == _PAIR or BEFORE.get(" ".join(token.key for token in gap[1:])) == "up_to"
    )


def _is_change(stretch: Stretch, low: Amount, gap: list[Token]) -> bool:
    """Whether a verb of change stands before ``from A to B``, which makes it two amounts."""
    if gap and gap[0].key in DASHES:
        return False
    return any(
        token.kind == WORD_KIND and token.key.startswith(CHANGES_IN[stretch.language])
        for token in stretch.tokens[max(0, low.first - _MAX_WORDS - 1) : low.first]
    )


def _scaled_low(stretch: Stretch, low: Amount, high: Amount) -> Number:
    """Return the low end with the scale that it shares, if the scale stands once: ``10-15 мың``."""
    number, power = low.number, _shared_power(stretch, low.number, high.number)
    if number.scale or not power or (low.code and not low.is_prefixed):
        return number
    rescaled = number.rescaled(power)
    return rescaled if rescaled.value < high.value else number


def _shared_power(stretch: Stretch, number: Number, later: Number) -> int:
    """Return the power of ten of the scale of a later number, and of its hundred: ``үш-төрт жүз мың``."""
    if number.scale or not (number.is_spelled and later.is_spelled) or number.value >= _TEN:
        return later.scale
    counted = CONTEXT.scaleb(later.value, -later.scale)
    if counted < _HUNDRED or HUNDREDS.isdisjoint(stretch.words[later.first : later.after]):
        return later.scale
    return later.scale + _CENTS if counted < _HUNDRED * _TEN and not counted % _HUNDRED else 0


def _make_range(stretch: Stretch, low: Amount, high: Amount) -> None:
    """Make *low* the whole range; its span reaches to the end of *high*."""
    low.number, low.high = _scaled_low(stretch, low, high), high.number
    low.code = low.code or high.code
    low.after, low.last, low.end = high.after, high.last, high.end


def _lend(stretch: Stretch, amount: Amount, follower: Amount, gap: list[Token]) -> None:
    """Return *amount* the currency of *follower*, if only a list or a change parts them."""
    if follower.is_prefixed or (amount.suffix and amount.suffix not in OPENING):
        return
    if len(gap) > (_MAX_PURPOSE if gap and gap[0].key in _PURPOSES else _MAX_WORDS):
        return
    if follower.number.is_negative or not _may_share(stretch, amount, follower, gap):
        return
    number, scale = amount.number, _shared_power(stretch, amount.number, follower.number)
    if not number.scale and scale and (not number.is_spelled or follower.number.is_spelled):
        rescaled = number.rescaled(scale)
        # 500 000 and 1 million: the first needs no scale.
        if number.value < 10**scale and rescaled.value < 1000 * (follower.high or follower.number).value:
            amount.number = rescaled
    amount.code, amount.is_shared = follower.code, True


def _may_share(stretch: Stretch, amount: Amount, follower: Amount, gap: list[Token]) -> bool:
    keys = [token.key for token in gap]
    if len(keys) > 1 and keys[-1] in OPENING and keys[-2] in CONJUNCTIONS:  # от 5 до 10 и от 15 до 20 тысяч
        keys.pop()
    is_counted = not is_year(amount.number.digits) or bool(amount.number.scale)
    if len(keys) == 1 and (keys[0] in CONJUNCTIONS or keys[0] in TO):
        return is_counted
    if not keys:
        # 5-6 миңден 10 миң сомго, 10 миңден 5 миң сомго: an ablative before the next amount
        return stretch.words[amount.last] in ABLATIVE_FORMS or (
            amount.suffix in OPENING and bool(amount.suffix)
        )
    if len(keys) > 1 and keys[0] == "," and " ".join(keys[1:]) in CONJUNCTIONS:
        return is_counted
    if _goes_up_to(stretch, amount, gap) or _is_of_before(stretch, amount, follower, keys):
        return is_counted
    if " ".join(keys) in CONJUNCTIONS or "".join(keys) in CONJUNCTIONS:
        return is_counted
    if keys[0] in _PURPOSES and keys[-1] in CONJUNCTIONS and amount.number.scale and follower.number.scale:
        # 280 billion for schools and 100 billion tenge for roads
        return all(token.kind == WORD_KIND for token in gap)
    if keys == [","]:
        return amount.is_shared or (follower.is_shared and is_counted) or bool(amount.number.scale)
    parallel = keys[-1] in DASHES and stretch.words[amount.first - 1] in DASHES
    if keys[0] in {",", ";"} and not any(token.kind == NUMBER_KIND for token in gap):
        return parallel or (bool(amount.number.scale) and not is_count(stretch, amount))
    return is_parallel(stretch, amount, follower, gap)


def _is_of_before(stretch: Stretch, amount: Amount, follower: Amount, keys: list[str]) -> bool:
    """Whether two times part two amounts of the same thing: ``МУРДА 3 000, ЭМИ 5 000 сом``."""
    if _NOW.isdisjoint(keys):
        return False
    now = next(index for index, key in enumerate(keys) if key in _NOW)
    pause, behind = keys[:now], keys[now + 1 :]
    if not 1 <= len(pause) <= _PAIR or not all(key in _PAUSES or key in CONJUNCTIONS for key in pause):
        return False
    if not all(key in _BESIDE_NOW for key in behind):
        return False
    before = stretch.keys(amount.first - _REACH_OF_EARLIER, amount.first)
    if _EARLIER.isdisjoint(before) or any(key in CURRENCIES for key in before):
        return False  # what a currency was before is a rate
    unscaled = CONTEXT.scaleb(follower.value, -follower.number.scale)
    return any(_is_alike(amount.value, value) for value in (follower.value, unscaled))


def _is_alike(one: Decimal, other: Decimal) -> bool:
    return one <= _TEN * other and other <= _TEN * one
