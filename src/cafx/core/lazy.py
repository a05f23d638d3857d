"""Names that are imported when they are first asked for (PEP 562), so that a package opens light."""

from __future__ import annotations

import sys
from importlib import import_module

# As in cafx itself: Importing typing for it would cost ten times as much as all the rest.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["borrow", "lazily"]


def lazily(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """Return a package's ``__getattr__``: it looks a name up in the module that *homes* names for it.

    A home ``package.name`` is a module and is given as it is. What was found is kept in the package,
    so that each name is looked up once.
    """

    def look_up(name: str) -> object:
        home = homes.get(name)
        if home is None:
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message)
        module = import_module(home)
        value: object = module if home == f"{package}.{name}" else getattr(module, name)
        setattr(sys.modules[package], name, value)
        return value

    return look_up


def borrow(module: str, name: str) -> Callable[..., object]:
    """Return the function *name* of a *module* that stands above the caller, found when it is called.

    For a method that users look for on a value of the lowest floor and that only a higher one can answer,
    such as the name of a currency in a locale. Nothing is imported before it is asked for.
    """
    found: Callable[..., object] = getattr(import_module(module), name)
    return found
