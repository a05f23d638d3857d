"""Decimals that a space cut off a price without a currency word: ``курс 536, 88 көрсетіп тұр``.

Beside a currency they are read anyway, as the figures are. Without one a comma more often parts two numbers,
so that it takes a word for rate right before them and a verb of price right behind, and two digits.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from cafx.text.digits import read_number
from cafx.text.lexicon import CURRENCIES, DASHES, OPENING, TO
from cafx.text.rate_words import PRICE_WORDS
from cafx.text.stated.stems import is_being, is_rate_noun

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stretch import Stretch

__all__ = ["with_decimals"]

_CENTS: Final = 2
#: The tokens of a number that is cut: its whole, a mark and the decimals; and the most digits of the whole.
_TOKENS: Final = 3
_WHOLE: Final = 3
#: How far apart the ends of a range may lie, and what joins them.
_CLOSE: Final = Decimal("1.25")
_LINKS: Final = TO | OPENING | DASHES


def with_decimals(stretch: Stretch, amounts: list[Amount]) -> list[Amount]:
    """Return *amounts* with the decimals of a rate joined to its whole."""
    for place in range(len(amounts) - 1, 0, -1):
        whole, amount = amounts[place - 1], amounts[place]
        comma = whole.after
        if (
            amount.first != comma + 1
            or stretch.words[comma] != ","
            or not _are_decimals(stretch, whole, amount)
        ):
            continue
        digits = f"{whole.number.digits},{amount.number.digits}"
        reading = read_number(digits, decimal_comma=True, has_scale=False)
        if reading is None:
            continue
        whole.number = whole.number._replace(
            value=reading.value, place=reading.place, digits=digits, after=amount.number.after
        )
        whole.after, whole.last, whole.end = amount.after, amount.last, amount.end
        del amounts[place]
    return _with_ranges(stretch, amounts)


def _with_ranges(stretch: Stretch, amounts: list[Amount]) -> list[Amount]:
    """Join the decimals of both ends of a range, cut off alike: ``10. 2803 дан 10. 3000 сомонийгача``."""
    if len(amounts) < _TOKENS:
        return amounts
    kept: list[Amount] = []
    for amount in amounts:
        if amount.code and len(kept) > 1 and _join_range(stretch, kept, amount):
            continue
        kept.append(amount)
    return kept


def _join_range(stretch: Stretch, kept: list[Amount], high: Amount) -> bool:
    """Join the last amounts into a range, if *high* is the end of one whose decimals a space cut off."""
    end = high.number.after - _TOKENS
    start = end - 1 - _TOKENS
    if stretch.key(end - 1) not in _LINKS:
        return False
    place = next((-index for index, one in enumerate(reversed(kept[-_TOKENS:]), 1) if one.first == start), 0)
    if not place or kept[place].code:
        return False
    lows, tops = _cut_at(stretch, start), _cut_at(stretch, end)
    if not (lows and tops) or len(lows[-1]) != len(tops[-1]):
        return False
    least, most = (Decimal(".".join((keys[0], keys[-1]))) for keys in (lows, tops))
    if not 0 < least < most <= least * _CLOSE:
        return False
    low, digits = kept[place], len(lows[-1])
    low.number = low.number._replace(value=least, place=-digits, digits=",".join(lows[::2]))
    low.high = high.number._replace(value=most, place=-digits, digits=",".join(tops[::2]), first=end)
    low.code, low.last, low.after, low.end = high.code, high.last, high.after, high.end
    del kept[len(kept) + place + 1 :]
    return True


def _cut_at(stretch: Stretch, index: int) -> list[str]:
    """Return the whole, the mark and the decimals that a space cuts off, where they stand at *index*."""
    keys = stretch.keys(index, index + _TOKENS)
    if index < 0 or len(keys) < _TOKENS or keys[1] not in {".", ","}:
        return []
    is_number = all(key.isdecimal() for key in keys[::2]) and len(keys[0]) <= _WHOLE
    is_cut = stretch.is_glued(index + 1) and not stretch.is_glued(index + 2)
    return keys if is_number and is_cut and len(keys[-1]) >= _CENTS else []


def _are_decimals(stretch: Stretch, whole: Amount, amount: Amount) -> bool:
    """Whether a bare number behind a comma is the decimals of the one before it."""
    digits = amount.number.digits
    if any(one.code or one.high or one.suffix or one.number.scale for one in (whole, amount)):
        return False
    if len(digits) != _CENTS or not digits.isdecimal() or whole.number.place or not whole.number.digits:
        return False
    noun = whole.first - 1
    if stretch.key(noun) in CURRENCIES:
        noun -= 1  # курс доллара 87, 45
    verb = stretch.key(amount.after)
    return (
        stretch.is_glued(whole.after)
        and not stretch.starts_line(amount.first)
        and is_rate_noun(stretch.key(noun))
        and (is_being(verb) or verb in PRICE_WORDS)
    )
