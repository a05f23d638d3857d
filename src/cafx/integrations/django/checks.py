"""What ``manage.py check`` says of the setting ``CAFX`` and of the languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.conf import settings
from django.core.checks import Error, Warning  # noqa: A004 -- Django's names

from cafx.core.text import printable
from cafx.display import Display
from cafx.errors import CafxError, UnknownLocale
from cafx.integrations.django.settings import KEYS, asked, rates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.apps import AppConfig
    from django.core.checks import CheckMessage

    from cafx.display import DisplayChoices

__all__ = ["check_languages", "check_setting"]


def check_setting(
    app_configs: Sequence[AppConfig] | None = None,  # noqa: ARG001 -- Django's names
    **_: object,
) -> list[CheckMessage]:
    """Report what the setting ``CAFX`` holds and cannot mean."""
    given = asked()
    found: list[CheckMessage] = [
        Error(f"CAFX has no {printable(key)}", hint=f"It may hold {', '.join(KEYS)}.", id="cafx.E001")
        for key in given
        if key not in KEYS
    ]
    try:
        made = rates()
    except ImportError as error:
        hint = "Name a cafx.live.Rates, such as shop.rates.rates."
        found.append(Error(f"CAFX['rates'] cannot be imported: {error}", hint=hint, id="cafx.E002"))
    else:
        if not callable(getattr(made, "display", None)):
            hint = "Pass a cafx.live.Rates, or its dotted name."
            kind = type(made).__name__
            found.append(Error(f"CAFX['rates'] is no Rates but a {kind}", hint=hint, id="cafx.E002"))
    try:
        Display(None, "en", str(given.get("to", "USD")), **_choices(given))
    except (CafxError, TypeError) as error:
        hint = "CAFX['to'] is a currency, CAFX['choices'] what cafx.display.Display takes."
        found.append(Error(f"CAFX cannot be used: {error}", hint=hint, id="cafx.E003"))
    return found


def check_languages(
    app_configs: Sequence[AppConfig] | None = None,  # noqa: ARG001 -- Django's names
    **_: object,
) -> list[CheckMessage]:
    """Report languages in which no price can be printed, and a locale that nobody negotiates."""
    found: list[CheckMessage] = []
    for code, _name in settings.LANGUAGES:
        try:
            Display(None, code)
        except UnknownLocale:
            hint = "Prices on its pages are written as in English."
            found.append(Warning(f"no locale of CLDR is {code}", hint=hint, id="cafx.W001"))
    return found


def _choices(given: dict[str, object]) -> DisplayChoices:
    choices = given.get("choices") or {}
    if not isinstance(choices, dict):
        message = f"choices is a dictionary, not {type(choices).__name__}"
        raise TypeError(message)
    return cast("DisplayChoices", choices)
