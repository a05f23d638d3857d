"""The log of live rates: ``cafx.live``, silent until the program asks for it."""

from __future__ import annotations

import logging
from typing import Final

__all__ = ["log"]

log: Final = logging.getLogger("cafx.live")
log.addHandler(logging.NullHandler())
