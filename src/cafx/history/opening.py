"""How the file of a history is opened: safely, or not at all.

Nothing is created before something is written. A file that is not cafx's, that a newer cafx made
or that is damaged is refused with the remedy, and never written over. Only tables that are a
history's to the letter are used, so that no trigger or view of another program ever runs.
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

from cafx.core.text import printable
from cafx.errors import HistoryError
from cafx.history.location import MEMORY
from cafx.history.schema import APPLICATION_ID, SCHEMA, VERSION, insert, select
from cafx.history.totals import TOTALS, Sum, check_totals

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["BUSY", "check_schema", "connect", "explain_faults", "open_to_read", "open_to_write"]

#: How long a writer waits for another one, in seconds.
BUSY: Final = 10.0
_BUSY_STEP: Final = 0.01
#: Where SQLite's header says who made a file.
_MADE_BY: Final = slice(68, 72)
_HEAD: Final = 72
_RESCUE: Final = (
    "it has not been changed: `cafx history --rescue OUT` or cafx.history.rescue() saves what is sound"
)


def open_to_read(path: str, *, is_checked: bool = True) -> sqlite3.Connection | None:
    """Open the history at *path*, for reading too where it cannot be written; None where there is none.

    Unless it *is_checked*, what its small tables come to is not looked at.
    """
    if path == MEMORY:
        return open_to_write(path)
    if not os.path.lexists(path):
        return None
    with explain_faults(path):
        _check_file(path)
        if Path(path).stat().st_size == 0:
            return None
        _check_maker(path)
        if os.access(path, os.W_OK) and os.access(Path(path).parent, os.W_OK):
            connection = connect(path, "rw")
        else:
            connection = _connect_read_only(path)
        try:
            is_made = _check(connection, path, is_checked=is_checked)
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
    with explain_faults(path):
        if path != MEMORY:
            _create(path)
            _check_file(path)
            if not os.access(path, os.W_OK):  # SQLite would open it to read, and find out at the end
                raise PermissionError(EACCES, "it is read-only")
            _check_maker(path)
        connection = connect(path, "rw")
        try:
            _make_schema(connection, path)
            _check(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


@contextmanager
def explain_faults(path: str) -> Iterator[None]:
    """Let nothing leave but a ``HistoryError`` that names *path* and the remedy."""
    try:
        yield
    except HistoryError as error:
        if error.path:
            raise
        raise HistoryError(f"in the history {path}, {error}: {_RESCUE}", path=path) from error
    except sqlite3.Error as error:
        raise HistoryError(f"the history {path} {_explanation(error)}", path=path) from error
    except UnicodeDecodeError as error:  # of a name in its tables, before SQLite gets to an error of its own
        raise HistoryError(f"the history {path} is damaged ({error.reason}); {_RESCUE}", path=path) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise HistoryError(
            f"the history {path} cannot be used ({reason}): choose a path in a folder that can be written,"
            " or set CAFX_DATA to one",
            path=path,
        ) from error


def _explanation(error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    if primary == sqlite3.SQLITE_NOTADB:
        return f"is not a history, or its first page is damaged ({error}); {_RESCUE}"
    if primary in (sqlite3.SQLITE_CORRUPT, None):  # None: text that is not UTF-8 any more
        return f"is damaged ({error}); {_RESCUE}"
    if primary == sqlite3.SQLITE_FULL:
        return f"could not be written ({error}): free some space; what was stored before is whole"
    if primary in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_NOLFS):
        return f"could not be read, written or locked ({error}): check the disk, or keep it on a local one"
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return f"cannot be written ({error}): choose a path in a folder that can be, or set CAFX_DATA to one"
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
        message = f"the folder {folder} can be written by everyone: choose a folder of your own"
        raise HistoryError(message, path=path)
    try:
        made = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), 0o600)
    except FileExistsError:
        return  # another process was quicker
    os.close(made)


def _check_file(path: str) -> None:
    """Refuse what is not a plain file: a link could lead a write anywhere."""
    mode = os.lstat(path).st_mode
    if not stat.S_ISREG(mode):
        what = "a link" if stat.S_ISLNK(mode) else "not a plain file"
        raise HistoryError(f"the history {path} is {what}: name the file itself", path=path)


def _check_maker(path: str) -> None:
    """Refuse the database of another program without a write: closing one that has a log would empty it."""
    with Path(path).open("rb") as file:
        head = file.read(_HEAD)
    if len(head) < _HEAD or head[_MADE_BY] == APPLICATION_ID.to_bytes(4, "big"):
        return
    with suppress(sqlite3.OperationalError), closing(_connect_read_only(path)) as connection:
        _check(connection, path, is_checked=False)


def connect(path: str, mode: str) -> sqlite3.Connection:
    """Open *path* as SQLite's *mode* says (``ro``, ``rw``), without a look at what it holds."""
    target = path if path == MEMORY else f"{Path(path).absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(
        target, timeout=BUSY, isolation_level=None, check_same_thread=False, uri=path != MEMORY
    )
    try:
        connection.execute("PRAGMA trusted_schema=OFF")
    except BaseException:  # of a file that is not a database
        connection.close()
        raise
    return connection


def _connect_read_only(path: str) -> sqlite3.Connection:
    """Open without a write: WAL wants to make a file beside, which ``immutable`` does without."""
    connection = connect(path, "ro")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException as error:
        connection.close()
        if not isinstance(error, sqlite3.OperationalError):
            raise
        log = Path(f"{path}-wal")
        if log.exists() and log.stat().st_size:
            raise
        return connect(path, "ro&immutable=1")
    return connection


def _make_schema(connection: sqlite3.Connection, path: str) -> None:
    """Set up an empty file; one process makes it, the others find it.

    It is made before there is a log: so the file itself says from its first commit on that it is a
    history, and a copy without its log is never taken for an empty one.
    """
    if not _check(connection, path, is_checked=False):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if not check_schema(connection, path):
                for statement in SCHEMA:
                    connection.execute(statement)
                empty = Sum(0, 0)
                rows = [(name, *empty) for name in TOTALS]
                connection.executemany(insert("total", ("name", *Sum._fields)), rows)
                connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version={VERSION}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    if path != MEMORY and _use_wal(connection):
        # Of a write-ahead log, NORMAL can lose the last commits to a power cut, but never half of one;
        # what comes from a bank can be fetched again.
        connection.execute("PRAGMA synchronous=NORMAL")


def _check(connection: sqlite3.Connection, path: str, *, is_checked: bool = True) -> bool:
    """Whether the tables are there, and the small ones come to their totals; one look at one state."""
    connection.execute("BEGIN")
    try:
        is_made = check_schema(connection, path)
        if is_made and is_checked:
            check_totals(connection)
        return is_made
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def check_schema(connection: sqlite3.Connection, path: str) -> bool:
    """Return whether the tables are there; refuse anything but a history of this form or an empty file.

    It asks several questions: within a transaction, all of one state.

    Raises:
        HistoryError: it is of another program, of a newer cafx, or something was added to its tables.
    """
    tables = connection.execute(select(("type", "name", "sql"), "sqlite_master")).fetchall()
    version, made_by = _number(connection, "user_version"), _number(connection, "application_id")
    if made_by != APPLICATION_ID:
        if not made_by and not version and not tables:
            return False
        raise HistoryError(f"{path} is a database of another program: pass the path of a history", path=path)
    if version > VERSION:
        raise HistoryError(
            f"the history {path} was made by a newer cafx (form {version}, this one knows {VERSION}):"
            " install the newer one",
            path=path,
        )
    if version != VERSION:
        raise HistoryError(f"its form is {version}, and should be {VERSION}")
    own = set(SCHEMA)
    for kind, name, statement in tables:
        # SQLite adds indexes and statistics under names that nobody else may use, and no triggers.
        is_of_sqlite = str(name).startswith("sqlite_") and kind in ("table", "index")
        if not is_of_sqlite and statement not in own:
            raise HistoryError(f"the {printable(kind)[1:-1]} {printable(name)} is not what cafx made")
    missing = own.difference(statement for _, _, statement in tables)
    if missing:
        raise HistoryError(f"{len(missing)} of its tables and indexes are missing")
    return True


def _use_wal(connection: sqlite3.Connection) -> bool:
    """Return whether a write-ahead log was got; a file system that cannot share memory keeps the journal."""
    give_up = time.monotonic() + BUSY
    while True:
        try:
            if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
                return True
            return bool(connection.execute("PRAGMA journal_mode=WAL").fetchone()[0] == "wal")
        except sqlite3.OperationalError as error:
            # SQLite does not wait by itself for the lock that this change needs.
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY and time.monotonic() < give_up:
                time.sleep(_BUSY_STEP)
                continue
            connection.execute("PRAGMA journal_mode=DELETE").fetchone()
            return False


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    number: int = connection.execute(f"PRAGMA {pragma}").fetchone()[0]
    return number
