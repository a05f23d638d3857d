"""Ranges, lists and changes: numbers that share the currency, and the scale, of a later one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import CHANGES, CLOSING, CONJUNCTIONS, DASHES, OPENING, TO
from cafx.text.tokens import NUMBER_KIND, WORD_KIND

if TYPE_CHECKING:
    from decimal import Decimal

    from cafx.text.quantity import Quantity
    from cafx.text.tokens import Token

__all__ = ["joined"]

_BETWEEN: Final = frozenset(("between", "между"))
_ABLATIVES: Final = ("ден", "дан", "дон", "дөн", "тан", "тен", "нан", "нен", "dan", "den")
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
        if follower is not None and not quantity.is_range and not follower.is_range:
            gap = _gap(tokens, quantity, follower)
            if _is_range(tokens, quantity, follower, gap):
                _make_range(quantity, follower)
                kept[-1] = quantity
                continue
        if follower is not None and follower.code and not quantity.code:
            _lend(tokens, quantity, follower)
        kept.append(quantity)
    kept.reverse()
    return kept


def _gap(tokens: list[Token], quantity: Quantity, follower: Quantity) -> list[Token]:
    """Give the tokens between two quantities, without the dot of an abbreviation: ``150 тыс. до``."""
    start, end = quantity.after, follower.first - (1 if follower.is_prefixed else 0)
    if start < end and tokens[start].key == "." and tokens[start].start == quantity.end:
        start += 1
    return tokens[start:end]


def _is_range(tokens: list[Token], low: Quantity, high: Quantity, gap: list[Token]) -> bool:
    """Whether two quantities with *gap* between them are the ends of one range."""
    code = high.code or (low.code if low.is_prefixed else "")
    if not code or (low.code and low.code != code) or (not high.code and high.suffix):
        return False
    if low.code and high.is_prefixed and not low.is_prefixed:
        return False
    return (
        _is_opened(tokens, low, high, gap)
        and not _is_change(tokens, low, gap)
        and _scaled_low(low, high) < high.value
    )


def _is_opened(tokens: list[Token], low: Quantity, high: Quantity, gap: list[Token]) -> bool:
    """Whether the words between two quantities make a range of them."""
    if len(gap) == 1:
        key = gap[0].key
        if key in CONJUNCTIONS:
            return _word_before(tokens, low) in _BETWEEN
        return key in DASHES or key in TO or key in OPENING
    if gap:
        return False
    last = tokens[low.last].key
    if not low.code:
        return low.suffix in OPENING or last in OPENING
    # 5 мың теңгеден 10 мың теңгеге дейін: from five to ten, with the currency said twice.
    closing = tokens[high.after].key if high.after < len(tokens) else ""
    is_closed = closing in CLOSING or tokens[high.last].key.endswith(("gacha", "гача"))
    return is_closed and last.endswith(_ABLATIVES)


def _is_change(tokens: list[Token], low: Quantity, gap: list[Token]) -> bool:
    """Whether a verb of change stands before ``from A to B``, which makes it two amounts."""
    if gap and gap[0].key in DASHES:
        return False
    return any(
        token.kind == WORD_KIND and token.key.startswith(CHANGES)
        for token in tokens[max(0, low.first - _MAX_WORDS - 1) : low.first]
    )


def _scaled_low(low: Quantity, high: Quantity) -> Decimal:
    """Give the low end with the scale that it shares, if the scale stands once: ``10-15 мың``."""
    if low.scale or not high.scale or (low.code and not low.is_prefixed):
        return low.value
    scaled = low.scaled(high.scale)
    return scaled if scaled < high.value else low.value


def _make_range(low: Quantity, high: Quantity) -> None:
    """Make *low* the whole range; its span reaches to the end of *high*."""
    if _scaled_low(low, high) != low.value:
        low.rescale(high.scale)
    low.is_range, low.high = True, high
    low.code = low.code or high.code
    low.after, low.last, low.end = high.after, high.last, high.end


def _word_before(tokens: list[Token], quantity: Quantity) -> str:
    first = quantity.first - (1 if quantity.is_prefixed else 0)
    return tokens[first - 1].key if first else ""


def _lend(tokens: list[Token], quantity: Quantity, follower: Quantity) -> None:
    """Give *quantity* the currency of *follower*, if only a list or a change parts them."""
    gap = _gap(tokens, quantity, follower)
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
    parallel = keys[-1] in DASHES and before in DASHES
    if keys[0] in (",", ";") and not any(token.kind == NUMBER_KIND for token in gap):
        return bool(quantity.scale) or parallel
    return False


def _is_year(quantity: Quantity) -> bool:
    return (
        len(quantity.digits) == 4  # noqa: PLR2004
        and quantity.digits.isdecimal()
        and _FIRST_YEAR <= int(quantity.digits) <= _LAST_YEAR
    )
