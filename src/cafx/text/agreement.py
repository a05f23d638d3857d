"""What an article's own dollars say: the rate they imply, and the pairs that cannot be right."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, final

from cafx.core.currency import Currency
from cafx.core.decimals import decimal_of, fraction_of
from cafx.core.text import kind_of, printable
from cafx.core.value import Value
from cafx.errors import OptionError, ParseError, RateNotFound
from cafx.rates.book import MAX_AGE, require_book
from cafx.text.annotation import day_for
from cafx.text.figure import Figure, distinct_conversions_at
from cafx.text.finder import find_money
from cafx.text.findings import MISSING, Annotated, Finding, Missing, Skipped, Verdict, with_warnings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import timedelta
    from decimal import Decimal

    from cafx.core.dates import Day
    from cafx.core.notebook import Piece
    from cafx.rates.book import RateBook
    from cafx.text.stated_rate import StatedRate
    from cafx.values.rate import Rate

__all__ = ["ImpliedRate", "check", "implied_rate", "implied_rates"]

#: Rates that a book of official and market rates says nothing of.
_ELSEWHERE: Final = frozenset(("street", "forecast"))
_OPEN_ABOVE: Final = frozenset(("over", "at_least"))
_OPEN_BELOW: Final = frozenset(("under", "up_to", "almost"))
#: How far *over* and *almost* reach when a pair is checked: nobody says over 24 of 40.
_STRETCH: Final = Fraction(5, 4)
_ONE: Final = Fraction(1)
_SLIP_TOLERANCE: Final = Fraction(6, 5)
_SLIPS: Final = {
    power: f"a factor of {10**power:,}" + (" (a scale word off)" if power % 3 == 0 else "")
    for power in range(1, 13)
}


@final
class ImpliedRate(Value):
    """The rates that figures and their stated worth allow: *quote* units to one *base* unit.

    Attributes:
        base: the stated currency, as people say it: tenge to the dollar.
        quote: the currency of the figures.
        low: the least rate that most of them allow.
        high: the greatest; None where nothing bounds it.
        fitting: the figures that the interval holds for.
        misfits: the others.

    >>> from cafx import find_figures, implied_rate
    >>> implied = implied_rate(find_figures("144 billion tenge ($266 million)"))
    >>> print(implied)
    USD/KZT = 538.462 to 544.256
    """

    base: Currency
    quote: Currency
    low: Fraction
    high: Fraction | None
    fitting: tuple[Figure, ...]
    misfits: tuple[Figure, ...]

    def _pieces(self) -> Sequence[Piece]:
        from cafx.core.notebook import Heading, Rows

        heads = "in the text", "stated", f"{self.quote} for 1 {self.base}", "fits"
        figures = [(one, "yes") for one in self.fitting] + [(one, "no") for one in self.misfits]
        rows = [
            (one.text, "" if one.stated is None else one.stated.text, _implied_text(one), fits)
            for one, fits in figures
        ]
        note = f"what {len(self.fitting)} of {len(figures)} figures allow"
        return Heading(str(self), note), Rows(heads, rows)

    def __str__(self) -> str:
        high = "…" if self.high is None else f"{float(self.high):.6g}"
        return f"{self.base}/{self.quote} = {float(self.low):.6g} to {high}"


def _implied_text(figure: Figure) -> str:
    """Return the rates that a figure and its stated worth allow, in words."""
    low, high = _interval(figure)
    return f"{float(low):.6g} to {'…' if high is None else f'{float(high):.6g}'}"


def implied_rates(figures: Iterable[Figure]) -> tuple[ImpliedRate, ...]:
    """Return the implied rate of each pair of currencies that *figures* state, in their order.

    Raises:
        TypeError: *figures* are no figures, but text for instance.

    >>> from cafx import find_figures
    >>> figures = find_figures("144 billion tenge ($266 million) and 5 million som ($57,000)")
    >>> [str(one.base) + "/" + str(one.quote) for one in implied_rates(figures)]
    ['USD/KZT', 'USD/KGS']
    """
    if isinstance(figures, (str, bytes, Figure)):
        message = f"figures are needed, not {kind_of(figures)}: pass find_figures(text), or a list of them"
        raise TypeError(message)
    pairs: dict[tuple[Currency, Currency], list[Figure]] = {}
    for figure in figures:
        if not isinstance(figure, Figure):
            message = f"a rate is implied by figures, not by {kind_of(figure)}: pass find_figures(text)"
            raise TypeError(message)
        if figure.stated is not None:
            pairs.setdefault((figure.stated.currency, figure.currency), []).append(figure)
    return tuple(_implied(*pair, group) for pair, group in pairs.items())


def implied_rate(figures: Iterable[Figure]) -> ImpliedRate:
    """Return the interval of rates that *figures* and their stated dollars allow together.

    Each print allows an interval; the answer is where most of them meet, and the figures whose
    interval does not reach there are its misfits.

    Raises:
        ParseError: no figure has a stated worth, or they are of more than one pair of currencies
            (``implied_rates`` gives one answer a pair).
        TypeError: *figures* are no figures, but text for instance.

    >>> from cafx.text import find_figures
    >>> found = find_figures("144 billion tenge ($266 million), 22.5 billion tenge ($41 million)")
    >>> implied = implied_rate(found)
    >>> print(implied)
    USD/KZT = 540.964 to 544.256
    """
    found = implied_rates(figures)
    if len(found) == 1:
        return found[0]
    if not found:
        message = "no figure has a stated worth: nothing implies a rate"
    else:
        pairs = ", ".join(f"{one.base}/{one.quote}" for one in found)
        message = f"the figures imply rates of {pairs}: implied_rates() gives each of them"
    raise ParseError(message)


def check(
    text: str,
    book: RateBook,
    *,
    on: Day | None = None,
    tolerance: Decimal | str = "0.05",
    missing: Missing = "skip",
    max_age: timedelta = MAX_AGE,
) -> Annotated:
    """Hold what *text* states against the rates of its day: the worth of its figures, and exchange rates.

    Args:
        text: an article.
        book: the rates.
        on: the day of the article; where it is left out, the day that a date line of the text names, else
            the newest day known.
        tolerance: how far the writer's rate may lie from the price of the book's, as a share: 0.05 is 5 %.
        missing: ``skip`` calls a pair without a rate not comparable; ``raise`` raises its error.
        max_age: how long before the day an answer may have been last in force.

    Returns:
        A finding for each figure with a stated worth and each stated rate, in the order of the text. What
        lies within the tolerance of the rate's price is ``consistent``; what lies beyond the tolerance of
        every rate that its bounds allow is ``inconsistent``; what lies between them is ``undecided``: the
        rate, printed with few digits or carried for days, is not known well enough. ``doubt`` says how well.

    Raises:
        RateNotFound: the book does not answer, and *missing* is ``raise``.
        OptionError: *missing* is neither, or *tolerance* is not a share from 0 to below 1.
        TypeError: *book* is not a ``RateBook``.

    Warns:
        StaleRateWarning: no day is known and the newest rate of a pair is stale.

    >>> from cafx import Quotation, RateBook
    >>> book = RateBook([Quotation("USD", "KZT", "150", as_of="2014-06-01", kind="official", source="NBK")])
    >>> (finding,) = check("made 98,942 thousand tenge ($659), they say", book, on="2014-06-01")
    >>> print(finding.verdict, "-", finding.reason)
    inconsistent - $659 is 1/1001 of what the rate gives: a factor of 1,000 (a scale word off) is the...
    """
    if missing not in MISSING:
        message = f"missing={printable(missing)} is not one of {', '.join(MISSING)}"
        raise OptionError(message, option="missing", value=missing)
    share = _share(tolerance)
    require_book(book)
    day, said = day_for(text, on)
    figures, rates = find_money(text, book=book, on=day, max_age=max_age)

    def known(base: Currency, quote: Currency) -> Rate | str:
        try:
            return book.rate(base, quote, on=day, max_age=max_age)
        except RateNotFound as error:
            if missing == "raise":
                raise
            return str(error)

    found = [_checked(figure, known, share) for figure in figures if figure.stated]
    found += [_checked_rate(rate, known(rate.base, rate.quote), share) for rate in rates]
    skipped = tuple(
        Skipped(figure, "the text states no worth") for figure in figures if figure.stated is None
    )
    ordered = tuple(sorted(found, key=lambda finding: finding.figure.start))
    return with_warnings(Annotated(text, ordered, skipped, day, said))


def _interval(figure: Figure) -> tuple[Fraction, Fraction | None]:
    """Return the least and the most units of a figure's currency for one stated unit."""
    stated = figure.stated
    if stated is None:
        message = f"{figure} has no stated worth"
        raise ParseError(message)
    least, most = fraction_of(figure.low), fraction_of(figure.high)
    low, high = fraction_of(stated.low), fraction_of(stated.high)
    is_same_hedge = stated.hedge == figure.hedge  # more than 16 billion (over $32 million)
    from_above = Fraction(0) if stated.hedge in _OPEN_ABOVE and not is_same_hedge else least / high
    if low <= 0 or (stated.hedge in _OPEN_BELOW and not is_same_hedge):
        return from_above, None
    return from_above, most / low


def _implied(base: Currency, quote: Currency, figures: list[Figure]) -> ImpliedRate:
    """Find where most of the intervals meet; of equals the narrowest."""
    intervals = [_interval(figure) for figure in figures]
    events = sorted(
        [(low, 0, 1) for low, _ in intervals] + [(high, 1, -1) for _, high in intervals if high is not None]
    )
    meeting = most = 0
    low: Fraction = Fraction(0)
    for place, _, step in events:
        meeting += step
        if step > 0 and meeting >= most:
            most, low = meeting, place
    high = min((one[1] for one in intervals if one[1] is not None and one[0] <= low <= one[1]), default=None)
    fits = [one[0] <= low and (one[1] is None or low <= one[1]) for one in intervals]
    return ImpliedRate(
        base,
        quote,
        low,
        high,
        tuple(figure for figure, is_fit in zip(figures, fits, strict=True) if is_fit),
        tuple(figure for figure, is_fit in zip(figures, fits, strict=True) if not is_fit),
    )


def _share(tolerance: Decimal | str) -> Fraction:
    """Return the tolerance; 5, which would be 500 %, is surely meant as 5 %."""
    share = fraction_of(decimal_of(tolerance, what="tolerance"))
    if not 0 <= share < 1:
        message = f"tolerance {printable(str(tolerance))} is not a share from 0 to below 1: 0.05 is 5 %"
        raise OptionError(message, option="tolerance", value=tolerance)
    return share


def _checked(
    figure: Figure, known: Callable[[Currency, Currency], Rate | str], tolerance: Fraction
) -> Finding:
    """Hold a figure's stated worth against the rate, or say why there is none."""
    stated = figure.stated
    if stated is None:
        return Finding(figure, None, (), "not comparable", None, "no worth is stated")
    rate = known(figure.currency, stated.currency)
    if isinstance(rate, str):
        return Finding(figure, None, (), "not comparable", None, rate)
    conversions = distinct_conversions_at(figure, rate)
    least, most = fraction_of(stated.low), fraction_of(stated.high)
    if stated.hedge in _OPEN_ABOVE:
        most *= _STRETCH
    if stated.hedge in _OPEN_BELOW:
        least /= _STRETCH
    figure_low, figure_high = fraction_of(figure.low), fraction_of(figure.high)
    expected = (figure_low + figure_high) / 2 * rate.price
    if not expected:
        return Finding(figure, rate, conversions, "not comparable", None, f"{figure.text} is nothing")
    verdict = _verdict(least, most, (figure_low, figure_high), rate, tolerance)
    factor = (least + most) / 2 / expected
    if verdict == "inconsistent":
        factor = (fraction_of(stated.low) + fraction_of(stated.high)) / 2 / expected
    reason = _reason(stated.text, verdict, factor, rate, tolerance)
    return Finding(figure, rate, conversions, verdict, factor, reason, _doubt_of(rate))


def _checked_rate(stated: StatedRate, rate: Rate | str, tolerance: Fraction) -> Finding:
    """Hold a stated rate against the book's; what the street pays or somebody expects is not comparable."""
    if isinstance(rate, str):
        return Finding(stated, None, (), "not comparable", None, rate)
    low, high = stated.quotation(as_of=None, source="text").bounds
    factor = (low + high) / 2 / rate.price
    doubt = _doubt_of(rate)
    if stated.market_said in _ELSEWHERE:
        reason = f"a {stated.market_said} rate is not the book's"
        return Finding(stated, rate, (), "not comparable", factor, reason, doubt)
    verdict = _verdict(low, high, (_ONE, _ONE), rate, tolerance)
    reason = _reason(stated.text, verdict, factor, rate, tolerance)
    return Finding(stated, rate, (), verdict, factor, reason, doubt)


def _verdict(
    least: Fraction, most: Fraction, amount: tuple[Fraction, Fraction], rate: Rate, tolerance: Fraction
) -> Verdict:
    """Hold what is stated for *amount* against the price of *rate*, and against all that its bounds allow."""

    def agrees(low: Fraction, high: Fraction) -> bool:
        return least <= amount[1] * high * (1 + tolerance) and amount[0] * low * (1 - tolerance) <= most

    if agrees(rate.price, rate.price):
        return "consistent"
    return "undecided" if agrees(rate.low, rate.high) else "inconsistent"


def _doubt_of(rate: Rate) -> Fraction:
    """Return how far the bounds of *rate* reach from its price, as a share of it."""
    return max(rate.high - rate.price, rate.price - rate.low) / rate.price


def _reason(stated: str, verdict: Verdict, factor: Fraction, rate: Rate, tolerance: Fraction) -> str:
    """Say a verdict in words, and where the rate's own doubt is wider than the tolerance, that too."""
    doubt = _doubt_of(rate)
    known = f"the rate itself is known only within {_percent(doubt)} %"
    if verdict == "inconsistent":
        return _slip(stated, factor)
    if verdict == "undecided":
        return f"{_slip(stated, factor)}; {known}"
    said = f"{stated} agrees within {_percent(tolerance)} % with {rate}"
    return f"{said}; {known}" if doubt > tolerance else said


def _percent(share: Fraction) -> str:
    return f"{float(share * 100):.3g}"


def _slip(stated: str, factor: Fraction) -> str:
    """Say how far off what is stated is, and name the power of ten that would explain it."""
    times = factor if factor >= 1 else 1 / factor
    size = f"{float(times):.4g}" if times < 1000 else str(round(times))  # noqa: PLR2004 -- 1001, not 1e+03
    said = f"{stated} is {size} times what the rate gives"
    if factor < 1:
        said = f"{stated} is 1/{size} of what the rate gives"
    for power, slip in _SLIPS.items():
        if 10**power / _SLIP_TOLERANCE <= times <= 10**power * _SLIP_TOLERANCE:
            return f"{said}: {slip} is the likely slip"
    return said
