"""Ranges, lists and changes: numbers that share the currency, and the scale, of a later one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.figures.lexicon import CHANGES, CONJUNCTIONS, OPENING, TO
from cafx.figures.tokens import NUMBER_KIND, WORD_KIND

if TYPE_CHECKING:
    from decimal import Decimal

    from cafx.figures.quantities import Quantity
    from cafx.figures.tokens import Token

__all__ = ["joined"]

_DASHES: Final = frozenset("-‐‑‒–—−~÷")
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_MAX_WORDS: Final = 6


def joined(tokens: list[Token], found: list[Quantity]) -> list[Quantity]:
    """Give *found* with ranges made one, and with the currency lent to the numbers that share it.

    Quantities are taken from the last to the first, so that a currency reaches back over a whole
    list: ``макароны – 13, рис – 20 сомони``.
    """
    kept: list[Quantity] = []
    for quantity in reversed(found):
        follower = kept[-1] if kept else None
        if follower is not None and follower.code and not follower.is_range:
            gap = tokens[quantity.after : follower.first - (1 if follower.is_prefixed else 0)]
            if _is_range(tokens, quantity, follower, gap):
                _make_range(quantity, follower)
                kept[-1] = quantity
                continue
        if follower is not None and not follower.code and quantity.is_prefixed and not quantity.is_range:
            gap = tokens[quantity.after : follower.first]
            if len(gap) == 1 and (gap[0].key in _DASHES or gap[0].key in TO) and not follower.suffix:
                follower.code = quantity.code
                if _scaled_low_bare(quantity, follower) < follower.value:
                    _make_range(quantity, follower)
                    kept[-1] = quantity
                    continue
                follower.code = ""
        if follower is not None and follower.code and not quantity.code:
            _lend(tokens, quantity, follower)
        kept.append(quantity)
    kept.reverse()
    return kept


def _is_range(tokens: list[Token], low: Quantity, high: Quantity, gap: list[Token]) -> bool:
    """Whether two quantities with *gap* between them are the ends of one range."""
    if low.code and low.code not in {high.code, "T"}:
        return False
    if low.code and low.is_prefixed and high.code != low.code:
        return False
    if (len(gap) == 1 and (gap[0].key in _DASHES or gap[0].key in TO or gap[0].key == "…")) or (
        not gap and low.suffix in OPENING
    ):
        is_opened = True
    elif len(gap) == 1 and gap[0].key in CONJUNCTIONS:
        is_opened = _word_before(tokens, low) in ("between", "между")
    else:
        return False
    if not is_opened or _is_change(tokens, low, gap):
        return False
    if low.code and gap and gap[0].key in _DASHES and high.is_prefixed and not low.is_prefixed:
        return False
    return _scaled_low(low, high) < high.value


def _is_change(tokens: list[Token], low: Quantity, gap: list[Token]) -> bool:
    """Whether a verb of change stands before ``from A to B``, which makes it two amounts."""
    if gap and gap[0].key in _DASHES:
        return False
    for token in tokens[max(0, low.first - _MAX_WORDS - 1) : low.first]:
        if token.kind == WORD_KIND and token.key.startswith(CHANGES):
            return True
    return False


def _scaled_low(low: Quantity, high: Quantity) -> Decimal:
    if low.scale or not high.scale or low.code:
        return low.value
    scaled = low.scaled(high.scale)
    return scaled if scaled < high.value else low.value


def _scaled_low_bare(low: Quantity, high: Quantity) -> Decimal:
    """Give the low end of ``$5-7 million``, where the scale stands once and the sign before."""
    if low.scale or not high.scale:
        return low.value
    scaled = low.scaled(high.scale)
    return scaled if scaled < high.value else low.value


def _make_range(low: Quantity, high: Quantity) -> None:
    """Make *low* the whole range; its span reaches to the end of *high*."""
    shares_scale = not low.scale and high.scale and (not low.code or low.is_prefixed)
    if shares_scale and low.scaled(high.scale) < high.value:
        low.rescale(high.scale)
    low.is_range, low.high = True, high
    low.code = high.code
    low.after, low.last, low.end = high.after, high.last, high.end


def _word_before(tokens: list[Token], quantity: Quantity) -> str:
    first = quantity.first - (1 if quantity.is_prefixed else 0)
    return tokens[first - 1].key if first else ""


def _lend(tokens: list[Token], quantity: Quantity, follower: Quantity) -> None:
    """Give *quantity* the currency of *follower*, if only a list or a change parts them."""
    gap = tokens[quantity.after : follower.first]
    if follower.is_prefixed or (quantity.suffix and quantity.suffix not in OPENING) or len(gap) > _MAX_WORDS:
        return
    if not _may_share(tokens, quantity, follower, gap):
        return
    source = follower
    if not quantity.scale and source.scale and not quantity.is_spelled:
        scaled = quantity.scaled(source.scale)
        # 500 000 and 1 million: the first needs no scale.
        if quantity.value < 10**source.scale and scaled < 1000 * (source.high or source).value:
            quantity.rescale(source.scale)
    quantity.code, quantity.share = follower.code, True


def _may_share(tokens: list[Token], quantity: Quantity, follower: Quantity, gap: list[Token]) -> bool:
    keys = [token.key for token in gap]
    if len(keys) == 1 and (keys[0] in CONJUNCTIONS or keys[0] in TO):
        return not _is_year(quantity) or bool(quantity.scale)
    if not keys:
        return quantity.suffix in OPENING and bool(quantity.suffix)
    if len(keys) == 2 and keys[0] == "," and keys[1] in CONJUNCTIONS:  # noqa: PLR2004
        return not _is_year(quantity) or bool(quantity.scale)
    if keys == [","]:
        return quantity.share or (follower.share and not _is_year(quantity)) or bool(quantity.scale)
    before = _word_before(tokens, quantity)
    parallel = keys[-1] in _DASHES and before in _DASHES
    if keys[0] in (",", ";") and not any(token.kind == NUMBER_KIND for token in gap):
        return bool(quantity.scale) or parallel
    return False


def _is_year(quantity: Quantity) -> bool:
    return (
        len(quantity.digits) == 4  # noqa: PLR2004
        and quantity.digits.isdecimal()
        and _FIRST_YEAR <= int(quantity.digits) <= _LAST_YEAR
    )
