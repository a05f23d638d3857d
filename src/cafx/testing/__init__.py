"""For the tests of programs that use cafx: rates that stand still, a bank that misbehaves, values by chance.

It needs no network, and nothing beside cafx but what a piece names: ``strategies`` needs Hypothesis,
``SourceContract`` is for pytest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.core.lazy import lazily

if TYPE_CHECKING:
    from cafx.testing import strategies
    from cafx.testing.banks import FAULTS, BankServer, LoopbackBank
    from cafx.testing.contract import SourceContract
    from cafx.testing.fixed import FixedRates

_HOMES: Final = {
    "FAULTS": "cafx.testing.banks",
    "BankServer": "cafx.testing.banks",
    "FixedRates": "cafx.testing.fixed",
    "LoopbackBank": "cafx.testing.banks",
    "SourceContract": "cafx.testing.contract",
    "strategies": "cafx.testing.strategies",
}

__all__ = ["FAULTS", "BankServer", "FixedRates", "LoopbackBank", "SourceContract", "strategies"]


__getattr__ = lazily("cafx.testing", _HOMES)


def __dir__() -> list[str]:
    return __all__
