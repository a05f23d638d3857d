"""One file for each host, under a lock: what one process fetched serves the others, with its moments.

Whoever holds the lock asks the banks; the others wait, and read what came. The file is ``rates.json`` with
three further names: ``key``, what was asked; ``steady``, the moments by the clock that nobody sets; and
``tries``, how asking went, so that a bank that is down is asked by one process and not by eight. A process
that takes over what lies here takes its moments too: with the banks down, two processes must not keep each
other fresh.
"""

from __future__ import annotations

import os
import stat
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.errors import SourceError
from cafx.live.backoff import Try
from cafx.live.clocks import Clocks, Mark
from cafx.live.log import log
from cafx.live.wire import MAX_DOCUMENT, document_in, parts_of, write_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from cafx.core.value import Json
    from cafx.values.quotation import Quotation

__all__ = ["Held", "HostFile"]

# As long as a fetch may take, and a little more: who waits longer asks by himself.
_PATIENCE: Final = 45.0
_POLL: Final = 0.02
_OWNER_ONLY: Final = 0o600
_NAME: Final = "host"


class Held(NamedTuple):
    """What lies in the file.

    Attributes:
        version: the name of what it rests on.
        marks: when each source last answered.
        tries: how asking went, by the name that was asked.
        quotations: what the process that wrote it kept.
    """

    version: str
    marks: Mapping[str, Mark]
    tries: Mapping[str, Try]
    quotations: tuple[Quotation, ...]


class HostFile:
    """The file, and its lock.

    Args:
        path: where it lies; its folder is made when it is needed; None for nowhere.
        clocks: by which its moments are judged.
        key: tells what is asked: a file that was written for something else is written anew.
    """

    def __init__(self, path: str | os.PathLike[str] | None, clocks: Clocks, key: str = "") -> None:
        self.path = None if path is None else Path(path)
        self._clocks = clocks
        self._key = key

    def __repr__(self) -> str:
        return f"HostFile({str(self.path)!r})"

    @contextmanager
    def locked(self) -> Iterator[Locked | None]:
        """Hold the lock; None where there is none to hold: then every process asks for itself.

        That is so where the folder cannot be written, on a file system or a system without locks, where the
        file is somebody else's, and where another process has held the lock longer than a fetch may take.
        """
        if self.path is None:
            yield None
            return
        try:
            number = _opened(self.path)
        except OSError as error:
            log.info("rates are not shared with other processes: %s", error)
            yield None
            return
        try:
            yield Locked(number, self._clocks, self._key) if self._is_ours(number) and _lock(number) else None
        finally:
            os.close(number)  # which lets go of the lock

    def _is_ours(self, number: int) -> bool:
        """Whether nobody else could have written the file: what lies in it is believed."""
        facts = os.fstat(number)
        is_ours = stat.S_ISREG(facts.st_mode)
        if hasattr(os, "getuid"):
            is_ours = is_ours and facts.st_uid == os.getuid() and not facts.st_mode & 0o022
        if not is_ours:
            log.warning("%s is left alone: others than this user can write it", self.path)
        return is_ours


class Locked:
    """The file while its lock is held."""

    def __init__(self, number: int, clocks: Clocks, key: str) -> None:
        self._number = number
        self._clocks = clocks
        self._key = key

    def read(self) -> Held | None:
        """Return what lies in the file; None where that cannot be read whole, such as in a new one."""
        os.lseek(self._number, 0, os.SEEK_SET)
        body = b""
        while piece := os.read(self._number, MAX_DOCUMENT + 1 - len(body)):
            body += piece
        if not body:
            return None
        now = datetime.fromtimestamp(self._clocks.wall(), UTC)
        try:
            parts = parts_of(body, _NAME)
            if parts.get("key") != self._key:
                log.info("the host's file was written for other sources: it is written anew")
                return None
            document = document_in(parts, _NAME, now)
            return Held(
                document.version,
                {
                    source: self._mark(moment, parts.get("steady"), source)
                    for source, moment in document.checked.items()
                },
                _tries(parts.get("tries")),
                document.quotations,
            )
        except (SourceError, TypeError, ValueError) as error:
            log.info("the host's file is written anew: %s", error)
            return None

    def write(self, held: Held) -> None:
        """Put *held* into the file; whoever reads holds the lock too, so nobody sees half of it."""
        checked = {source: datetime.fromtimestamp(mark.wall, UTC) for source, mark in held.marks.items()}
        more: dict[str, Json] = {
            "key": self._key,
            "steady": {source: repr(mark.steady) for source, mark in held.marks.items()},
            "tries": {name: _texts(one) for name, one in held.tries.items()},
        }
        body = write_document(held.version, checked, held.quotations, **more)
        if len(body) > MAX_DOCUMENT:
            log.warning(
                "%d bytes are too many for the host's file: other processes ask for themselves", len(body)
            )
            return
        try:
            os.lseek(self._number, 0, os.SEEK_SET)
            os.ftruncate(self._number, 0)
            view = memoryview(body)
            while view:
                view = view[os.write(self._number, view) :]
        except OSError as error:  # a full disk: half a document is no document for the next reader
            log.warning("the host's file was not written: %s", error)

    def _mark(self, moment: datetime, steady: object, source: str) -> Mark:
        """Return the mark of *moment*; by the steady clock as noted, unless the machine was started since."""
        mark = self._clocks.mark(moment.timestamp())
        text = steady.get(source) if isinstance(steady, dict) else None
        noted = float(text) if isinstance(text, str) else mark.steady
        return mark._replace(steady=min(mark.steady, noted))


def _texts(one: Try) -> list[Json]:
    answered: Sequence[Json] = (
        [] if one.answered is None else [repr(one.answered.wall), repr(one.answered.steady)]
    )
    return [str(one.failures), repr(one.next_try), *answered]


def _tries(given: object) -> dict[str, Try]:
    if not isinstance(given, dict):
        return {}
    tries = {}
    for name, texts in given.items():
        failures, next_try, *answered = map(str, texts)
        mark = Mark(float(answered[0]), float(answered[1])) if answered else None
        tries[str(name)] = Try(mark, int(failures), float(next_try))
    return tries


def _opened(path: Path) -> int:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
    return os.open(path, flags | getattr(os, "O_BINARY", 0), _OWNER_ONLY)


def _lock(number: int) -> bool:
    """Wait for the lock and take it; whether that came about."""
    take = _taker()
    if take is None:
        log.info("this system has no locks: every process asks for itself")
        return False
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            take(number)
        except (BlockingIOError, PermissionError):
            if time.monotonic() > until:
                log.warning("another process holds the host's lock for over %d seconds", _PATIENCE)
                return False
            time.sleep(_POLL)
        except OSError as error:  # a file system without locks
            log.info("the host's file cannot be locked: %s", error)
            return False
        else:
            return True


def _taker() -> Callable[[int], None] | None:
    """Return what takes the lock without waiting: POSIX's, or Windows'; None where there is neither."""
    try:
        import fcntl
    except ImportError:
        return _windows_taker()
    return lambda number: fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _windows_taker() -> Callable[[int], None] | None:
    """Return what locks one byte far behind the document, since Windows' locks also bar reading."""
    from importlib import import_module

    try:
        msvcrt = import_module("msvcrt")
    except ImportError:
        return None

    def take(number: int) -> None:
        os.lseek(number, MAX_DOCUMENT * 2, os.SEEK_SET)
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)

    return take
