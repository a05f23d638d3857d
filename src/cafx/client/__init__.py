"""Fetching rates: ``Client`` and ``AsyncClient``, two drivers of one flow.

httpx is imported when a client asks for the first time, not before.
"""

from __future__ import annotations

from cafx.client.asynchronous import AsyncClient
from cafx.client.limits import Limits
from cafx.client.result import Failure, Fetched, Remark, Step
from cafx.client.synchronous import Client

__all__ = ["AsyncClient", "Client", "Failure", "Fetched", "Limits", "Remark", "Step"]
