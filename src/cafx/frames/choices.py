"""The options of ``cafx.frames`` as the accessors pass them on: names and types for a type checker.

The functions say what each means; the test of accessors holds the names here against theirs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import timedelta
    from typing import Literal

    from cafx.core.dates import Day
    from cafx.frames.request import Missing
    from cafx.frames.texts import WorkProgress
    from cafx.rates.book import RateBook

__all__ = ["ConvertChoices", "FigureChoices", "MissingChoices", "SeriesChoices", "check_choices"]


class _RateChoices(TypedDict, total=False):
    book: RateBook | None
    max_age: timedelta
    tz: str | None


class SeriesChoices(_RateChoices, total=False):
    """The options of ``convert`` that leave one column in, one column out."""

    period: Literal["week", "month", "year"] | None
    partial: bool
    missing: Missing
    start: Day | None
    end: Day | None


class ConvertChoices(SeriesChoices, total=False):
    """The options of ``cafx.frames.convert``."""

    on: Required[Day]
    currency: Required[str]
    bounds: bool
    sources: bool
    name: str | None


class MissingChoices(_RateChoices, total=False):
    """The options of ``cafx.frames.missing``."""

    on: Required[Day]
    currency: Required[str]
    to: str


class FigureChoices(_RateChoices, total=False):
    """The options of ``cafx.frames.figures``."""

    keep: Sequence[str]
    currencies: Iterable[str] | str | None
    languages: Iterable[str] | None
    to: str | None
    on: Day | None
    progress: Callable[[WorkProgress], object] | None


def check_choices(given: Mapping[str, object], choices: type[object], door: str) -> None:
    """Refuse an option that the *choices* of a method do not have.

    Raises:
        TypeError: the message names the option, and those that there are.
    """
    known = choices.__annotations__
    for name in given:
        if name not in known:
            message = f"{door} has no option {name!r}: there are {', '.join(known)}"
            raise TypeError(message)
