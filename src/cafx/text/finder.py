"""Finding figures: anchors first, then the grammar of the words around each of them."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from cafx.core.currency import KNOWN
from cafx.core.decimals import CONTEXT, MAX_PLACE, decimal_of
from cafx.core.text import printable
from cafx.errors import OptionError
from cafx.rates.selection import MAX_AGE
from cafx.text.amounts import amounts_of, begins
from cafx.text.anchors import stretches
from cafx.text.context import Places, currency_of
from cafx.text.digits import half_step
from cafx.text.evidence import SHORT, Evidence, is_near_rates, may_state_rates
from cafx.text.figure import Figure, figure_of
from cafx.text.hedges import hedge_of
from cafx.text.rates import NO_RATES, rates_in
from cafx.text.sharing import joined
from cafx.text.stretch import Stretch
from cafx.text.tokens import visible
from cafx.text.traps import is_trap, tickers_among
from cafx.text.words import ANY, FIVE, LANGUAGES
from cafx.text.worths import per_of, stated_among
from cafx.text.wrapping import unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import timedelta
    from typing import TypeAlias

    from cafx.core.dates import Day
    from cafx.rates.book import RateBook
    from cafx.text.amount import Amount
    from cafx.text.rates import Reading
    from cafx.text.stated_rate import StatedRate

__all__ = ["find_figures", "find_money", "find_rates"]

#: The place in the whole text of each character that is read; None where nothing was left out of it.
_Places: TypeAlias = "list[tuple[int, int]] | None"

_ALL_LANGUAGES: Final = tuple(language.code for language in LANGUAGES)


def find_figures(
    text: str, *, languages: Iterable[str] | None = None, currencies: Iterable[str] | str | None = None
) -> tuple[Figure, ...]:
    """Return the amounts of money in *text*, in order, none overlapping.

    Args:
        text: running text in English, Russian, Kazakh, Kyrgyz, Uzbek, Tajik or Turkmen; no hint of
            the language is needed. References to characters (``&nbsp;``) stand for what they name.
        languages: the languages that the text can be in, such as ``("ru", "ky")``, where that is known.
        currencies: the codes that are sought: the five of Central Asia when left out; ``"any"``
            adds dollars, euros, roubles, yuan and pounds.

    Raises:
        TypeError: *text* is no text.
        OptionError: *languages* names one that there is no table for, or *currencies* a currency.

    >>> for figure in find_figures("22.5 billion tenge ($41 million) and 100 Million Tenge"):
    ...     print(figure, "=", figure.stated)
    22,500,000,000 KZT = 41,000,000 USD
    100,000,000 KZT = None
    >>> [figure.text for figure in find_figures("полтора миллиарда тенге, 5,5-17 миң сом, 72 mlrd so‘mlik")]
    ['полтора миллиарда тенге', '5,5-17 миң сом', '72 mlrd so‘mlik']
    """
    if not isinstance(text, str):
        message = f"figures are found in text, not in {type(text).__name__}: decode bytes first"
        raise TypeError(message)
    codes = FIVE if currencies is None else _codes(currencies)
    spoken = _ALL_LANGUAGES if languages is None else _languages(languages)
    return _found_in(text, codes, spoken, None)[0]


def find_money(
    text: str, *, book: RateBook | None = None, on: Day | None = None, max_age: timedelta = MAX_AGE
) -> tuple[tuple[Figure, ...], tuple[StatedRate, ...]]:
    """Return the figures of *text* and the rates that it states, in one pass.

    The arguments and errors are those of ``find_rates``, and of ``find_figures`` for all that is left out.

    >>> figures, rates = find_money("Bread is 150 tenge, and the dollar costs 541 tenge.")
    >>> [str(figure) for figure in figures], [str(rate) for rate in rates]
    (['150 KZT'], ['USD/KZT = 541'])
    """
    if not isinstance(text, str):
        message = f"money is found in text, not in {type(text).__name__}: decode bytes first"
        raise TypeError(message)
    evidence = _evidence(book, on, max_age)
    return _found_in(text, FIVE, _ALL_LANGUAGES, evidence, is_thorough=True)


def _evidence(book: RateBook | None, on: Day | None, max_age: timedelta) -> Evidence | None:
    """Return what a book says of rates; without one the room of books is not opened."""
    if book is None:
        return None
    from cafx.rates.book import require_book

    return Evidence(require_book(book), on, max_age)


def _found_in(
    text: str,
    codes: frozenset[str],
    languages: tuple[str, ...],
    evidence: Evidence | None,
    *,
    is_thorough: bool = False,
) -> tuple[tuple[Figure, ...], tuple[StatedRate, ...]]:
    shown, moved = visible(text)
    seen = unwrapped(shown)
    around = tuple(stretches(seen, codes))
    if not (around or is_thorough):
        return (), ()
    places = Places(seen)
    reading: Reading | None = None
    if is_thorough:
        reading = rates_in(seen, languages, evidence, None, places)
    elif len(seen) < SHORT:
        is_near = is_near_rates(seen, around)
        reading = rates_in(seen, languages, evidence, around[-1][1], places) if is_near else NO_RATES
    found: list[list[Figure]] = []
    for start, end in around:
        stretch = Stretch(seen, start, end, places, languages)
        if reading is None and may_state_rates(stretch):  # a long text that does speak of rates
            reading = rates_in(seen, languages, evidence, around[-1][1], places)
            for index in _touched(around[: len(found)], reading.spans):
                earlier = Stretch(seen, *around[index], places, languages)
                found[index] = _figures_of(earlier, codes, reading.spans)
        found.append(_figures_of(stretch, codes, (reading or NO_RATES).spans))
    figures = itertools.chain.from_iterable(found)
    rates = (reading or NO_RATES).rates
    if moved is None and seen is text:
        return tuple(figures), rates
    return tuple(_moved(figure, text, moved) for figure in figures), _moved_rates(rates, text, moved)


def _touched(around: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int]]) -> set[int]:
    """Return the indexes of the stretches in which a span lies; both are in order."""
    touched: set[int] = set()
    for start, end in spans:
        index = bisect_left(around, (end, 0)) - 1
        while index >= 0 and around[index][1] > start:
            touched.add(index)
            index -= 1
    return touched


def _place(found: Figure | StatedRate, places: _Places) -> tuple[int, int]:
    """Return where what was found in the text as read stands in the whole one."""
    if places is None:
        return found.start, found.end
    return places[found.start][0], places[found.end - 1][1]


def _moved(figure: Figure, text: str, places: _Places) -> Figure:
    """Return a figure of the text as read with its place in the whole one, and as that one prints it."""
    start, end = _place(figure, places)
    own = text[start:end]
    stated = None if figure.stated is None else _moved(figure.stated, text, places)
    if start == figure.start and own == figure.text and stated is figure.stated:
        return figure  # nearly all of a text that was only unwrapped
    return figure.replace(text=own, start=start, end=end, stated=stated)


def _moved_rates(rates: tuple[StatedRate, ...], text: str, places: _Places) -> tuple[StatedRate, ...]:
    """Return rates of the text as read with their places in the whole one, and as that one prints them."""
    ends = [_place(rate, places) for rate in rates]
    return tuple(
        rate.replace(text=text[start:end], start=start, end=end)
        for rate, (start, end) in zip(rates, ends, strict=True)
    )


def find_rates(
    text: str,
    *,
    book: RateBook | None = None,
    on: Day | None = None,
    languages: Iterable[str] | None = None,
    max_age: timedelta = MAX_AGE,
) -> tuple[StatedRate, ...]:
    """Return the exchange rates that *text* states, in order; they are not among its figures.

    Args:
        text: running text, as for ``find_figures``.
        book: where a number within a factor of 1.5 of a pair's rate counts as evidence for a rate.
        on: the day of the text, for the book; None for the newest day known.
        languages: the languages that the text can be in, where that is known.
        max_age: how long before the day a rate of the book may have been last in force.

    Raises:
        TypeError: *text* is no text, or *book* is not a ``RateBook``.
        OptionError: *languages* names one that there is no table for.

    >>> for rate in find_rates("Доллар покупают за 12 115–12 180 сумов, продают за 12 210 сумов."):
    ...     print(rate)
    USD/UZS = 12115 to 12180 (buy)
    USD/UZS = 12210 (sell)
    """
    if not isinstance(text, str):
        message = f"rates are found in text, not in {type(text).__name__}: decode bytes first"
        raise TypeError(message)
    spoken = _ALL_LANGUAGES if languages is None else _languages(languages)
    evidence = _evidence(book, on, max_age)
    shown, moved = visible(text)
    seen = unwrapped(shown)
    found = rates_in(seen, spoken, evidence).rates
    return found if moved is None and seen is text else _moved_rates(found, text, moved)


def _codes(currencies: Iterable[str] | str) -> frozenset[str]:
    if currencies == "any":
        return ANY
    given = (currencies,) if isinstance(currencies, str) else tuple(currencies)
    asked = frozenset(code.upper() for code in given)
    if not asked or not asked <= ANY:
        unknown = ", ".join(sorted(asked - ANY)) or "no currency"
        message = f"there are no words for {unknown}: known are {', '.join(sorted(ANY))}, or 'any'"
        raise OptionError(message, option="currencies", value=currencies)
    return asked


def _languages(languages: Iterable[str]) -> tuple[str, ...]:
    asked = (languages,) if isinstance(languages, str) else tuple(languages)
    unknown = set(asked).difference(_ALL_LANGUAGES)
    if unknown or not asked:
        given = printable(", ".join(sorted(map(str, unknown)))) if unknown else "none"
        message = f"languages must be some of {', '.join(_ALL_LANGUAGES)}, not {given}"
        raise OptionError(message, option="languages", value=languages)
    return tuple(code for code in _ALL_LANGUAGES if code in asked)


def _figures_of(stretch: Stretch, codes: frozenset[str], spans: tuple[tuple[int, int], ...]) -> list[Figure]:
    """Read one stretch of text."""
    if spans and _is_all_rates(stretch, spans):
        return []
    money = [amount for amount in joined(stretch, amounts_of(stretch)) if amount.code]
    rates = tickers_among(stretch, money)
    if spans:
        rates.update(index for index, amount in enumerate(money) if _meets(spans, amount.start, amount.end))
    stated = stated_among(stretch, money, rates)
    found: list[Figure] = []
    before: Amount | None = None
    for index, amount in enumerate(money):
        earlier, before = before, amount
        code = amount.code
        if code not in ANY:
            code = _code_of(stretch, amount)
        if (
            code not in codes
            or index in rates
            or (earlier is not None and _repeats(stretch, earlier, amount))
            or is_trap(stretch, amount, money)
        ):
            continue
        if earlier is not None and amount.first < earlier.after:
            continue  # the worth inside another amount: 100 000 ($1150) сом
        worth = None
        other = stated.get(index)
        if other is not None:
            beside = money[other - 1] if other else None
            worth = _figure(stretch, money[other], money[other].code, beside, None)
        found.append(_figure(stretch, amount, code, earlier, worth))
    return found


def _code_of(stretch: Stretch, amount: Amount) -> str:
    """Return whose money *amount* is, by what the text around it says."""
    if amount.code == "T":
        return "KZT"
    return currency_of(amount.code, stretch.places, amount.start, stretch.language, amount.end)


def _repeats(stretch: Stretch, before: Amount, amount: Amount) -> bool:
    """Whether a bracket spells out the amount before it: ``25 000 KGS (twenty-five thousand soms)``."""
    return (
        amount.number.is_spelled != before.number.is_spelled
        and amount.number.value == before.number.value
        and before.after + 1 == amount.first
        and stretch.words[before.after] == "("
        and amount.high is None is before.high
    )


def _is_all_rates(stretch: Stretch, spans: tuple[tuple[int, int], ...]) -> bool:
    """Whether every place where an amount can begin lies in a span of *spans*, so that all are rates."""
    places = (stretch.starts[place] for place in begins(stretch))
    return all(_meets(spans, start, start + 1) for start in places)


def _meets(spans: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    """Whether the text from *start* to *end* shares a character with one of the spans that tell of rates."""
    index = bisect_left(spans, (end,))
    return any(first < end and start < last for first, last in spans[max(0, index - 3) : index])


def _figure(
    stretch: Stretch, amount: Amount, code: str, before: Amount | None, stated: Figure | None
) -> Figure:
    number, top = amount.number, amount.high
    value, half = number.value, half_step(number.place)
    low = CONTEXT.subtract(value, half)
    high = CONTEXT.add(value, half) if top is None else CONTEXT.add(top.value, half_step(top.place))
    if high.adjusted() >= MAX_PLACE:  # the gate of every number; nothing printed comes near it
        high = decimal_of(high)
    return figure_of(
        stretch.text[amount.start : amount.end],
        amount.start,
        amount.end,
        KNOWN[code],
        value,
        None if top is None else top.value,
        low,
        high,
        hedge_of(stretch, amount, before),
        per_of(stretch, amount),
        stretch.language,
        stated,
    )
