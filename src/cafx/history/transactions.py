"""The transactions of one history file: opened when they are needed, shared by threads, never by a fork."""

from __future__ import annotations

import logging
import os
import sqlite3
import time
from contextlib import closing, contextmanager
from threading import RLock
from typing import TYPE_CHECKING, Final, TypeAlias
from weakref import WeakSet

from cafx.history.location import MEMORY
from cafx.history.opening import BUSY, check_schema, explain_faults, open_to_read, open_to_write

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["State", "Transactions"]

#: What an operator may want to see: opening and writing at DEBUG, waits for other writers at INFO.
_LOG: Final = logging.getLogger("cafx.history")
#: A wait for another writer that is worth a line, in seconds.
_WAIT: Final = 0.5


#: A state of the file: how often it was opened, what others have changed since, and what this one has.
State: TypeAlias = tuple[int, int, int]


class Transactions:
    """Reads and writes of one file, each of one state of it.

    Args:
        path: the file, or ``":memory:"``.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._lock = RLock()
        self._connection: sqlite3.Connection | None = None
        self._can_write = False
        self._schema_version = -1
        self._openings = 0
        self._process = os.getpid()
        _LIVE.add(self)

    def __del__(self) -> None:
        # One that is dropped without a word lets go of its file too; Python 3.13 would warn.
        connection: sqlite3.Connection | None = getattr(self, "_connection", None)
        if connection is not None and self._process == os.getpid():
            connection.close()

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        with self._lock:
            self._leave_parent()
            connection, self._connection = self._connection, None
            if connection is not None:
                connection.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection | None]:
        """Hold one state of the file; None where there is none yet."""
        with self._lock, explain_faults(self._path):
            connection = self._open(to_write=False)
            if connection is None or connection.in_transaction:
                yield connection
                return
            with self._transaction(connection, "BEGIN"):
                yield connection

    def state(self, connection: sqlite3.Connection) -> State:
        """Return what differs once the file was changed, by whomever, or was opened anew."""
        (of_others,) = connection.execute("PRAGMA data_version").fetchone()
        return self._openings, of_others, connection.total_changes

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Hold the write lock from the start: a transaction that reads first could starve (150 of 150)."""
        with self._lock, explain_faults(self._path):
            connection = self._open(to_write=True)
            assert connection is not None  # noqa: S101 -- open_to_write gives one or raises
            changes = connection.total_changes
            with self._transaction(connection, "BEGIN IMMEDIATE"):
                yield connection
            if connection.total_changes != changes:
                self._empty_log(connection)

    @contextmanager
    def streaming(self, *, is_checked: bool = True) -> Iterator[sqlite3.Connection | None]:
        """Hold one state of the file for long, without keeping other threads from using it.

        Unless it *is_checked*, damage that shows on opening is left to whoever looks for it.
        """
        if self._path == MEMORY:
            with self.reading() as connection:
                yield connection
            return
        with explain_faults(self._path):
            own = open_to_read(self._path, is_checked=is_checked)
            if own is None:
                yield None
                return
            with closing(own):
                own.execute("BEGIN")
                yield own

    @contextmanager
    def _transaction(self, connection: sqlite3.Connection, begin: str) -> Iterator[None]:
        started = time.monotonic()
        connection.execute(begin)
        waited = time.monotonic() - started
        if waited > _WAIT:
            _LOG.info("%s: waited %.1f s for another writer", self._path, waited)
        try:
            self._check_schema(connection)
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise

    def _check_schema(self, connection: sqlite3.Connection) -> None:
        """Look at the tables again where another program has changed them since they were opened."""
        version = connection.execute("PRAGMA schema_version").fetchone()[0]
        if version != self._schema_version:
            check_schema(connection, self._path)
            self._schema_version = version

    def _empty_log(self, connection: sqlite3.Connection) -> None:
        """Bring the log into the file, so that a copy of the file alone is whole; a reader may prevent it."""
        try:
            connection.execute("PRAGMA busy_timeout=0")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.Error as error:  # what was committed stands in the log, and is brought in next time
            _LOG.info("%s: its log was not emptied (%s)", self._path, error)
        finally:
            connection.execute(f"PRAGMA busy_timeout={int(BUSY * 1000)}")

    def _open(self, *, to_write: bool) -> sqlite3.Connection | None:
        self._leave_parent()
        if self._connection is None or (to_write and not self._can_write):
            if self._connection is not None:
                self._connection.close()
                self._connection = None
            self._connection = (open_to_write if to_write else open_to_read)(self._path)
            self._can_write = to_write or self._path == MEMORY
            self._schema_version = -1
            self._openings += 1
            _LOG.debug("%s: opened to %s", self._path, "write" if to_write else "read")
        return self._connection

    def _leave_parent(self) -> None:
        """Leave a connection that came through a fork to the parent: closing it could free its locks."""
        if self._process != os.getpid():
            if self._connection is not None:
                _OF_PARENTS.append(self._connection)
            self._connection, self._process = None, os.getpid()

    def _renew_lock(self) -> None:
        """Take a free lock: in a fork, the thread of the parent that held the old one is not there."""
        self._lock = RLock()


# The state of the process, which no object of ours outlives: what is open, and what a fork must never close.
_LIVE: Final[WeakSet[Transactions]] = WeakSet()
_OF_PARENTS: Final[list[sqlite3.Connection]] = []


def _renew_locks() -> None:
    for transactions in list(_LIVE):
        transactions._renew_lock()  # noqa: SLF001


if hasattr(os, "register_at_fork"):  # Windows has no fork, and needs none of this
    os.register_at_fork(after_in_child=_renew_locks)
