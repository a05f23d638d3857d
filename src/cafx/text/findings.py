"""``Annotated``: what annotating or checking an article gives back, with all that it rests on."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final, Literal, get_args

from cafx.core.value import Value
from cafx.rates.calendars import warn_if_stale
from cafx.text.figure import Figure
from cafx.text.stated_rate import StatedRate
from cafx.values.conversion import Conversion
from cafx.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

    from cafx.core.notebook import Piece

__all__ = ["MISSING", "Annotated", "Finding", "Missing", "Skipped", "Verdict", "with_warnings"]

#: What a check says of the worth or the rate that a text states; ``undecided`` where the rate at hand is not
#: known well enough to tell.
Verdict: TypeAlias = Literal["consistent", "inconsistent", "undecided", "not comparable"]
#: What happens to a figure that has no rate: it is left as it is and named, or its error is raised.
Missing: TypeAlias = Literal["skip", "raise"]
MISSING: Final[tuple[Missing, ...]] = get_args(Missing)

_HEADS: Final = ("in the text", "it comes to", "rate and reason")


class Finding(Value):
    """What annotating or checking found of one figure, or of one rate that the text states.

    Args:
        figure: the figure, or the stated rate.
        rate: the rate that it was held against or converted at; None where the book has none.
        conversions: what the figure comes to: one, or two for the ends of a range; none for a stated rate.
        verdict: of a check, whether the text agrees with the rate; None where nothing was checked.
        factor: how many times the stated worth is what the rate gives; None where nothing was compared.
        reason: the verdict in words; it names a power of ten as the likely slip.
        doubt: of a check, how far the rate's own bounds reach from its price, as a share of it: 0.02 is 2 %;
            None where nothing was compared.

    >>> from cafx import RateBook, check
    >>> draft = "22.5 billion tenge ($410 million)"
    >>> (finding,) = check(draft, RateBook.bundled(), on="2025-09-18")
    >>> finding.verdict, round(float(finding.factor), 2)
    ('inconsistent', 9.86)
    """

    figure: Figure | StatedRate
    rate: Rate | None
    conversions: tuple[Conversion, ...] = ()
    verdict: Verdict | None = None
    factor: Fraction | None = None
    reason: str = ""
    doubt: Fraction | None = None

    @property
    def cells(self) -> tuple[str, str, str]:
        """The row of a table: what the text says, the verdict or what it comes to, the rate and why."""
        says = self.verdict or " to ".join(str(one.significant()) for one in self.conversions)
        rate = "" if self.rate is None else str(self.rate)
        why = self.reason if rate in self.reason else "; ".join(filter(None, (rate, self.reason)))
        return self.figure.text, says, why

    def _pieces(self) -> Sequence[Piece]:
        from cafx.core.notebook import Heading, Rows

        return Heading(str(self)), Rows(_HEADS, (self.cells,))

    def __str__(self) -> str:
        said = self.verdict or " to ".join(str(one.significant()) for one in self.conversions)
        return f"{self.figure.text}: {said}"


class Skipped(Value):
    """A figure that was left as it is, and why.

    >>> from cafx import RateBook, annotate
    >>> annotated = annotate("144 billion tenge ($266 million)", RateBook.bundled(), on="2025-09-18")
    >>> print(*annotated.skipped)
    144 billion tenge: the text states its worth
    """

    figure: Figure | StatedRate
    reason: str

    def __str__(self) -> str:
        return f"{self.figure.text}: {self.reason}"


class Annotated(Value):
    """An article that was annotated or checked: its text, what was found of its figures, what was skipped.

    It iterates over its findings, and ``str()`` of it is the text. One that was made of a page has
    ``__html__``, so that template engines leave its markup as it is.

    Args:
        text: the text; of ``annotate`` with the annotations in it, of ``check`` as it was.
        figures: what was found of the figures, in order.
        skipped: the figures that were left as they are, each with its reason.
        on: the day whose rates were used; None for the newest day known.
        date_text: the words of the article that name the day, where it was read from there.
        is_html: whether the text is a page.

    >>> from cafx import RateBook, annotate
    >>> annotated = annotate("13 trillion tenge", RateBook.bundled(), on="2025-09-18")
    >>> str(annotated), len(annotated.figures)
    ('13 trillion tenge (≈ $24 billion)', 1)
    """

    text: str
    figures: tuple[Finding, ...]
    skipped: tuple[Skipped, ...] = ()
    on: date | None = None
    date_text: str | None = None
    is_html: bool = False

    @property
    def rates(self) -> tuple[Rate, ...]:
        """The rates that were used, each once, in order."""
        return tuple(dict.fromkeys(one.rate for one in self.figures if one.rate is not None))

    @property
    def __html__(self) -> object:
        """What template engines ask for; text that is no page has none, and is escaped as text is."""
        if not self.is_html:
            raise AttributeError("__html__")
        return self.__str__

    def _pieces(self) -> Sequence[Piece]:
        from cafx.core.notebook import Heading, Items, Rows

        day = "at the newest rates" if self.on is None else f"at the rates of {self.on.isoformat()}"
        skipped = f", {len(self.skipped)} left as they are" if self.skipped else ""
        heading = Heading("Annotated", f"{len(self)} found{skipped}, {day}")
        rows = Rows(_HEADS, [one.cells for one in self.figures])
        return heading, rows, Items("Left as they are:", [str(one) for one in self.skipped])

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.figures)

    def __len__(self) -> int:
        return len(self.figures)

    def __bool__(self) -> bool:
        return bool(self.figures)

    def __str__(self) -> str:
        return self.text


def with_warnings(annotated: Annotated) -> Annotated:
    """Return *annotated*; warn the caller's caller of its stale rates where nothing said a day."""
    if annotated.on is None:
        for rate in annotated.rates:
            warn_if_stale(rate, stacklevel=3)
    return annotated
