"""What a display may be told about how it prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias, TypedDict

from cafx.locale.compiled import kept_format
from cafx.locale.plan import plan_for
from cafx.locale.tags import locale_of

if TYPE_CHECKING:
    from datetime import timedelta
    from typing import Unpack

    from babel import Locale

    from cafx.core.currency import Currency
    from cafx.locale.compiled import Format
    from cafx.locale.options import Choices, Digits, Style, Symbols
    from cafx.locale.plan import Plan

__all__ = ["PRECISIONS", "DisplayChoices", "Precision", "Wording", "lang_of"]

#: Which digits a worth shows: those that the rate's bounds support, or all decimals of the minor unit or
#: none, as shops print prices.
Precision: TypeAlias = Literal["supported", "minor"]
PRECISIONS: Final[tuple[Precision, ...]] = ("supported", "minor")


class Wording(NamedTuple):
    """For whom, and how, currencies are written."""

    locale: str | Locale
    style: Style
    symbols: Symbols

    def format(self, currency: Currency, **choices: Unpack[Choices]) -> Format:
        """Return what prints amounts of *currency* so."""
        return kept_format(self.locale, currency, self._with(choices), "Display")

    def plan(self, currency: Currency, **choices: Unpack[Choices]) -> Plan:
        """Return the plan by which amounts of *currency* are printed so."""
        return plan_for(self.locale, currency, self._with(choices), "Display")

    def _with(self, choices: Choices) -> Choices:
        wording: Choices = {"style": self.style, "symbols": self.symbols}
        return {**wording, **choices}


class DisplayChoices(TypedDict, total=False):
    """The keywords of ``Display``, for the functions that pass them on."""

    style: Style
    symbols: Symbols
    digits: Digits
    precision: Precision
    max_age: timedelta


def lang_of(locale: str | Locale) -> str:
    """Return the locale as HTML's ``lang`` has it.

    >>> lang_of("uz_UZ")
    'uz-Latn-UZ'
    """
    return str(locale_of(locale)).replace("_", "-")
