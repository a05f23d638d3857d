"""What the setting ``CAFX`` says, made once for each process, and anew where a test overrides it."""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING, Final, Generic, TypeVar, cast

from django.conf import settings
from django.core.signals import setting_changed
from django.templatetags.static import static
from django.utils.module_loading import import_string
from django.utils.translation import get_language

from cafx.integrations.pages import Pages
from cafx.web import Endpoint
from cafx.web.markup import SCRIPT

if TYPE_CHECKING:
    from collections.abc import Callable

    from cafx.display import DisplayChoices
    from cafx.live.protocols import LiveRates

__all__ = ["KEYS", "asked", "endpoint", "pages", "rates"]

#: What the setting may hold.
KEYS: Final = ("rates", "to", "choices")

_MAKING: Final = RLock()

T = TypeVar("T")


class _Once(Generic[T]):
    """What is made at the first call and kept; of threads that call at once, one makes it for all."""

    __slots__ = ("_kept", "_make")

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._kept: T | None = None

    def __call__(self) -> T:
        with _MAKING:
            if self._kept is None:
                self._kept = self._make()
            return self._kept

    def forget(self) -> None:
        """Have it made anew at the next call."""
        with _MAKING:
            self._kept = None


def asked() -> dict[str, object]:
    """Return the setting."""
    return dict(getattr(settings, "CAFX", None) or {})


@_Once
def rates() -> LiveRates:
    """Return the rates of the project.

    Raises:
        ImportError: the setting names what is not there.
    """
    named = asked().get("rates")
    if named is None:
        from cafx.live import Rates

        return Rates()
    return cast("LiveRates", import_string(named) if isinstance(named, str) else named)


@_Once
def endpoint() -> Endpoint:
    """Return the endpoint of the project."""
    return Endpoint(rates())


@_Once
def pages() -> Pages:
    """Return what the templates use."""
    given = asked()
    choices = cast("DisplayChoices", given.get("choices") or {})
    return Pages(rates(), _language, str(given.get("to", "USD")), src=lambda: static(SCRIPT), **choices)


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE


def _forget(*, setting: str, **_: object) -> None:
    if setting == "CAFX":
        for made in (rates, endpoint, pages):
            made.forget()


setting_changed.connect(_forget, dispatch_uid="cafx")
