"""What a display may be told about how it prints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from cafx.locale.options import Wording

if TYPE_CHECKING:
    from datetime import timedelta

    from cafx.formatting.results import Precision
    from cafx.locale.options import Digits

__all__ = ["DisplayChoices", "copy_of", "key_of"]


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


def key_of(choices: Mapping[str, object]) -> tuple[object, ...]:
    """Return what tells choices from others by what they hold now: a mapping or a list may change later.

    Values of different types are different: ``True`` is not taken for the ``1`` that was checked before.

    >>> key_of({"digits": 0}) == key_of({"digits": False}), key_of({"words": {"KZT": "tg"}}) == key_of({})
    (False, False)
    """
    return tuple([(name, type(choices[name]), _content_of(choices[name])) for name in sorted(choices)])


def copy_of(choices: DisplayChoices) -> DisplayChoices:
    """Return choices that stay as they are, whatever becomes of a mapping or a list among those given.

    >>> words = {"KZT": "tg"}
    >>> kept = copy_of({"words": words})
    >>> words["KZT"] = "tenge"
    >>> kept
    {'words': {'KZT': 'tg'}}
    """
    return cast("DisplayChoices", {name: _copy_of(value) for name, value in choices.items()})


def _copy_of(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    return tuple(value) if isinstance(value, list) else value


def _content_of(value: object) -> object:
    if isinstance(value, Mapping):
        return tuple(map(_content_of, value.items()))
    if isinstance(value, list | tuple):
        return tuple(map(_content_of, value))
    return frozenset(value) if isinstance(value, set) else value
