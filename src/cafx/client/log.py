"""The logger ``cafx.client``: each request and its answer at DEBUG, what went wrong at INFO.

It is silent unless a program listens: nothing is logged at WARNING, since every failure is in the
result, with its cause.
"""

from __future__ import annotations

import logging
from typing import Final

__all__ = ["log"]

log: Final = logging.getLogger("cafx.client")
