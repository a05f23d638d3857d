"""What a client remembers between two fetches: documents with their marks, and each bank's last table."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.client.headers import read_validators

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from decimal import Decimal

    from cafx.core.currency import Currency
    from cafx.values.quotation import Quotation

__all__ = ["Documents"]

_MAX_KEPT: Final = 64
_MAX_BYTES: Final = 1024 * 1024
# A shorter table may well say the same on two days: four of five currencies of NBKR once stood for a week.
_FEWEST: Final = 5


class _Kept(NamedTuple):
    """The marks of a document, and the body that they stand for."""

    marks: dict[str, str]
    body: bytes


class _Table(NamedTuple):
    """The prices of a bank's table of a day."""

    day: date
    prices: dict[tuple[Currency, Currency], Decimal]


class Documents:
    """A bounded memory that threads may share."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._tables: dict[str, _Table] = {}
        self.renew_lock()

    def renew_lock(self) -> None:
        """Make a new lock: in a forked process the old one may be held by a thread that is not there."""
        self._lock = Lock()

    def marks_of(self, address: str) -> dict[str, str]:
        """Return the conditions under which the document at *address* need not be sent again."""
        with self._lock:
            kept = self._kept.get(address)
        return {} if kept is None else kept.marks

    def body_of(self, address: str) -> bytes | None:
        """Return the document that was kept, if any."""
        with self._lock:
            kept = self._kept.get(address)
            if kept is not None:
                self._kept.move_to_end(address)
        return None if kept is None else kept.body

    def keep(self, address: str, headers: Mapping[str, str], body: bytes) -> None:
        """Keep a document that could be read, under the address that gave it."""
        marks = read_validators(headers)
        with self._lock:
            if not marks or len(body) > _MAX_BYTES:
                self._kept.pop(address, None)
                return
            self._kept[address] = _Kept(marks, body)
            self._kept.move_to_end(address)
            while len(self._kept) > _MAX_KEPT:
                self._kept.popitem(last=False)

    def day_repeated(self, source: str, day: date, quotations: Iterable[Quotation]) -> date | None:
        """Keep a bank's table of *day*; return the day before it whose every price it repeats, if it does."""
        prices = {(one.base, one.quote): one.price for one in quotations if one.as_of == day}
        if len(prices) < _FEWEST:
            return None
        with self._lock:
            known = self._tables.get(source)
            if known is None or known.day < day:
                self._tables[source] = _Table(day, prices)
        return known.day if known is not None and known.day < day and known.prices == prices else None
