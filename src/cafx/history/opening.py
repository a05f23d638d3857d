"""Where a history lies, and how its file is opened: safely, or not at all.

Nothing is created before something is written. A file that is not cafx's, that a newer cafx made
or that is damaged is refused with the remedy, and never written over.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from contextlib import closing, contextmanager, suppress
from errno import EACCES
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cafx.errors import HistoryError
from cafx.history.schema import APPLICATION_ID, SCHEMA, VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MEMORY", "faults_explained", "open_to_read", "open_to_write"]

MEMORY: Final = ":memory:"
#: How long a writer waits for another one, in seconds.
_BUSY: Final = 10.0
_BUSY_STEP: Final = 0.01
#: Where SQLite's header says who made a file.
_MADE_BY: Final = slice(68, 72)
_HEAD: Final = 72


def open_to_read(path: str) -> sqlite3.Connection | None:
    """Open the history at *path*, for reading too where it cannot be written; None where there is none."""
    if path == MEMORY:
        return open_to_write(path)
    if not os.path.lexists(path):
        return None
    with faults_explained(path):
        _check_file(path)
        if Path(path).stat().st_size == 0:
            return None
        _check_maker(path)
        if os.access(path, os.W_OK) and os.access(Path(path).parent, os.W_OK):
            connection = _connected(path, "rw")
        else:
            connection = _connected_read_only(path)
        try:
            is_made = _check_schema(connection, path)
        except BaseException:
            connection.close()
            raise
        if not is_made:  # whoever was making it was killed, or is not done yet
            connection.close()
            return None
        return connection


def open_to_write(path: str) -> sqlite3.Connection:
    """Open the history at *path*, and make it where there is none, readable by its owner only.

    Raises:
        HistoryError: it cannot be made or written, or the file is not a history of this cafx.
    """
    with faults_explained(path):
        if path != MEMORY:
            _create(path)
            _check_file(path)
            if not os.access(path, os.W_OK):  # SQLite would open it to read, and find out at the end
                raise PermissionError(EACCES, "it is read-only")
            _check_maker(path)
        connection = _connected(path, "rw")
        try:
            _make_schema(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


@contextmanager
def faults_explained(path: str) -> Iterator[None]:
    """Turn what SQLite and the system say into a ``HistoryError`` with a remedy."""
    try:
        yield
    except sqlite3.Error as error:
        raise HistoryError(f"the history {path} {_explanation(error)}", path=path) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise HistoryError(
            f"the history {path} cannot be used ({reason}): pass path= or set CAFX_DATA to a folder"
            " that can be written",
            path=path,
        ) from error


def _explanation(error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return f"is damaged or no history ({error}): move it away; it has not been changed"
    if primary == sqlite3.SQLITE_FULL:
        return f"could not be written ({error}): free some space; what was stored before is whole"
    if primary == sqlite3.SQLITE_IOERR:
        return f"could not be read or written ({error}): check the disk, or pass path= to a local one"
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return f"cannot be written ({error}): pass path= or set CAFX_DATA to a folder that can be"
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return f"is being written by another program ({error}): try again"
    return f"could not be used ({error})"


def _create(path: str) -> None:
    """Make an empty file that only its owner can read, in a folder that nobody else can write to."""
    if os.path.lexists(path):
        return
    folder = Path(path).parent
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    mode = folder.stat().st_mode
    # Windows shows every folder as open to all; its own permissions are elsewhere.
    if os.name == "posix" and mode & stat.S_IWOTH and not mode & stat.S_ISVTX:
        message = f"the folder {folder} can be written by everyone: pass path= to a folder of your own"
        raise HistoryError(message, path=path)
    try:
        made = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), 0o600)
    except FileExistsError:
        return  # another process was quicker
    os.close(made)


def _check_file(path: str) -> None:
    """Refuse what is no plain file: a link could lead a write anywhere."""
    mode = os.lstat(path).st_mode
    if not stat.S_ISREG(mode):
        what = "a link" if stat.S_ISLNK(mode) else "no plain file"
        raise HistoryError(f"the history {path} is {what}: pass path= of the file itself", path=path)


def _check_maker(path: str) -> None:
    """Refuse the database of another program without a write: closing one that has a log would empty it."""
    with Path(path).open("rb") as file:
        head = file.read(_HEAD)
    if len(head) < _HEAD or head[_MADE_BY] == APPLICATION_ID.to_bytes(4, "big"):
        return
    with suppress(sqlite3.OperationalError), closing(_connected_read_only(path)) as connection:
        _check_schema(connection, path)


def _connected(path: str, mode: str) -> sqlite3.Connection:
    target = path if path == MEMORY else f"{Path(path).absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(
        target, timeout=_BUSY, isolation_level=None, check_same_thread=False, uri=path != MEMORY
    )
    try:
        connection.execute("PRAGMA trusted_schema=OFF")
    except BaseException:  # of a file that is no database
        connection.close()
        raise
    return connection


def _connected_read_only(path: str) -> sqlite3.Connection:
    """Open without a write: WAL wants to make a file beside, which ``immutable`` does without."""
    connection = _connected(path, "ro")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException as error:
        connection.close()
        if not isinstance(error, sqlite3.OperationalError):
            raise
        log = Path(f"{path}-wal")
        if log.exists() and log.stat().st_size:
            raise
        return _connected(path, "ro&immutable=1")
    return connection


def _make_schema(connection: sqlite3.Connection, path: str) -> None:
    """Set up an empty file, or check the one that is there; one process makes it, the others find it."""
    if not _check_schema(connection, path):
        _use_wal(connection)
        connection.execute("BEGIN IMMEDIATE")
        try:
            if not _tables(connection) and _number(connection, "user_version") == 0:
                for statement in SCHEMA:
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version={VERSION}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    _check_schema(connection, path)
    # Of a write-ahead log, NORMAL can lose the last commits to a power cut, but never half of one;
    # what comes from a bank can be fetched again.
    if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
        connection.execute("PRAGMA synchronous=NORMAL")


def _check_schema(connection: sqlite3.Connection, path: str) -> bool:
    """Whether the tables are there; anything but a history of this form or an empty file is refused."""
    # The tables first: they come together with the numbers, perhaps just now, from another process.
    tables = _tables(connection)
    version, made_by = _number(connection, "user_version"), _number(connection, "application_id")
    if made_by != APPLICATION_ID:
        if not made_by and not version and not tables:
            return False
        raise HistoryError(f"{path} is a database of another program: pass path= of a history", path=path)
    if version > VERSION:
        raise HistoryError(
            f"the history {path} was made by a newer cafx (form {version}, this one knows {VERSION}):"
            " install the newer one",
            path=path,
        )
    return True


def _use_wal(connection: sqlite3.Connection) -> None:
    """Ask for a write-ahead log; a file system that cannot share memory keeps the rollback journal."""
    give_up = time.monotonic() + _BUSY
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL").fetchone()
        except sqlite3.OperationalError as error:
            # SQLite does not wait by itself for the lock that this change needs.
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY and time.monotonic() < give_up:
                time.sleep(_BUSY_STEP)
                continue
            connection.execute("PRAGMA journal_mode=DELETE").fetchone()
        return


def _tables(connection: sqlite3.Connection) -> int:
    count: int = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return count


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    number: int = connection.execute(f"PRAGMA {pragma}").fetchone()[0]
    return number
