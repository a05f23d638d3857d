"""``format_conversion``: what money comes to, to the digits that its bounds support."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, get_args

from cafx.core.bounded_cache import BoundedCache
from cafx.core.text import printable
from cafx.errors import OptionError
from cafx.formatting.results import Manner, Precision, result_text
from cafx.formatting.writers import compile_writer
from cafx.locale.options import require_wording
from cafx.values.conversion import Conversion

if TYPE_CHECKING:
    from typing import Unpack

    from babel import Locale

    from cafx.formatting.writers import Writer
    from cafx.locale.options import Notation, Wording
    from cafx.values.rate import Rate

__all__ = ["format_conversion", "manner_of"]

# By the rate's identity, which the entry keeps alive: its hash would cost more than the text.
_WRITERS: Final[BoundedCache[tuple[object, ...], tuple[Rate, Writer]]] = BoundedCache(1024)


def format_conversion(
    conversion: Conversion,
    locale: str | Locale,
    *,
    notation: Notation | None = None,
    precision: Precision = "supported",
    bounds: bool = False,
    date: bool = False,
    **wording: Unpack[Wording],
) -> str:
    r"""Return what a conversion comes to: ``≈ 25,2 млрд $``.

    No more digits than the rate's bounds and the figure's own print support, and no sign for "about" where
    the result is exact and none of its digits is left out.

    Args:
        conversion: what ``convert`` gave.
        locale: in Babel's or BCP 47's spelling, or a Babel ``Locale``.
        notation: as ``format_money`` has it; where it is None, compact from a million on, if that
            takes at most five digits.
        precision: ``supported``, as many digits as the bounds support; or ``minor``, all decimals of the
            currency where any are supported, else none, as shops print prices: never ``$29.1``.
        bounds: add the least and the most that the rate allows, rounded outward, where they
            are further apart than the last digit shown.
        date: add the day that the rate is for, if it is not one that is in force until further notice.
        **wording: ``style``, ``symbols``, ``spaces``, ``numbering``, ``words`` and ``offered``, as
            ``format_money`` takes them.

    Raises:
        OptionError: a value of an option that there is not.
        AmountError: the result is less than 60 decimals can show, or more than an amount can be.

    >>> from cafx import Conversion, Money, Quotation, Rate
    >>> tenge = Quotation("KZT", "USD", "0.00194", as_of="2025-12-16", kind="ticker", source="timesca")
    >>> budget = Conversion(Money("13000000000000", "KZT"), Rate.of(tenge))
    >>> format_conversion(budget, "ru")
    '≈\xa025,2\xa0млрд\xa0$'
    >>> format_conversion(budget, "en", bounds=True, date=True)
    '≈\xa0$25.2B ($25.15–25.29B; Dec 16, 2025)'
    >>> price = Conversion(Money("15000", "KZT"), Rate.of(tenge))
    >>> format_conversion(price, "en"), format_conversion(price, "en", precision="minor")
    ('≈\xa0$29.1', '≈\xa0$29.10')
    """
    if not isinstance(conversion, Conversion):
        text = f"format_conversion writes a Conversion, not {type(conversion).__name__}"
        raise TypeError(f"{text}: book.convert(money, to) and cafx.convert(money, to) make one")
    rate = conversion.rate
    kept = None
    if conversion.printed is None:
        key: tuple[object, ...] = (id(rate), locale, notation, precision, date, bounds)
        if wording:
            key = (*key, *wording.items())
        try:
            kept = _WRITERS.get(key)
            if kept is None:
                manner = manner_of(locale, notation, precision, wording)
                kept = _WRITERS.keep(key, (rate, compile_writer(rate, manner, date=date, bounds=bounds)))
        except TypeError:  # words or a list of codes, which cannot be kept
            kept = None
    text = kept[1](conversion.money.amount) if kept else None
    if text is not None:
        return text
    manner = manner_of(locale, notation, precision, wording)
    return result_text(conversion, manner, bounds=bounds, date=date)


def manner_of(
    locale: str | Locale, notation: Notation | None, precision: Precision, wording: Wording
) -> Manner:
    """Return the options of ``format_conversion`` in one piece.

    Raises:
        OptionError: a precision that there is not.
    """
    known = get_args(Precision)
    if precision not in known:
        text = f"precision {printable(precision)} is not one of {', '.join(known)}"
        raise OptionError(text, option="precision", value=precision)
    require_wording(wording, "format_conversion")
    return Manner(locale, notation, precision, wording)
