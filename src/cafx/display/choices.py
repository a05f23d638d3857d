"""What a display may be told about how it prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.locale.options import Wording

if TYPE_CHECKING:
    from datetime import timedelta

    from cafx.formatting.results import Precision
    from cafx.locale.options import Digits

__all__ = ["DisplayChoices"]


class DisplayChoices(Wording, total=False):
    """The keywords of ``Display``, for the functions that pass them on; with those of every format.

    Attributes:
        digits: the decimals of prices, as ``format_money`` has it.
        precision: the digits of a worth, as ``format_conversion`` has it.
        max_age: how long before the day a rate may have been last in force.

    >>> from cafx.testing import FixedRates
    >>> choices: DisplayChoices = {"precision": "minor", "digits": 0}
    >>> FixedRates({"USD/KZT": "520.20"}).display("en", **choices).lang
    'en'
    """

    digits: Digits
    precision: Precision
    max_age: timedelta
