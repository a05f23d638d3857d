"""Quotations to files that other programs read: CSV, JSON lines, and Parquet where pyarrow is.

The file appears whole or not at all: it is written beside its place and then put there. Rows are
written as they come, so that a million of them takes no more memory than a thousand.
"""

from __future__ import annotations

import csv
import os
import tempfile
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cafx.core.text import printable
from cafx.errors import HistoryError, OptionError
from cafx.values.quotation import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType

__all__ = ["FORMATS", "format_of", "pyarrow", "write_quotations"]

#: What can be written and read, by the end of a file's name.
FORMATS: Final = {".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet"}

_BATCH: Final = 10_000


def format_of(path: Path, given: str | None) -> str:
    """Return the format of the file *path*: what was *given*, or what the end of its name says.

    Raises:
        OptionError: there is no such format.
    """
    found = FORMATS.get(path.suffix.lower()) if given is None else given
    if found in FORMATS.values():
        return str(found)
    said = (
        f"the name {printable(path.name)} tells no format"
        if given is None
        else (f"{printable(given)} is not a format")
    )
    remedy = f"end the name in {', '.join(FORMATS)}, or pass format='csv', 'jsonl' or 'parquet'"
    raise OptionError(f"{said}: {remedy}", option="format", value=given)


def write_quotations(quotations: Iterable[Quotation], path: Path, form: str) -> int:
    """Write *quotations* to *path* and return their number; every number is text, as printed.

    Raises:
        HistoryError: a folder that cannot be written, or no pyarrow for Parquet.
    """
    write = {"csv": _write_csv, "jsonl": _write_lines, "parquet": _write_parquet}[form]
    try:
        handle, part = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        os.close(handle)
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from error
    try:
        count = write(quotations, part)
        Path(part).replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        Path(part).unlink(missing_ok=True)
    return count


def pyarrow(path: str) -> tuple[ModuleType, ModuleType]:
    """Return pyarrow and its room for Parquet.

    Raises:
        HistoryError: it is not installed.
    """
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError:
        message = "Parquet is read and written by pyarrow: install it, or use CSV"
        raise HistoryError(message, path=path) from None


def _unwritable(path: Path, error: OSError | ValueError) -> HistoryError:
    reason = getattr(error, "strerror", None) or str(error)
    return HistoryError(f"{path} cannot be written ({reason})", path=str(path))


def _write_csv(quotations: Iterable[Quotation], part: str) -> int:
    count = 0
    with Path(part).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, Quotation._fields, lineterminator="\n")
        writer.writeheader()
        for count, quotation in enumerate(quotations, 1):  # noqa: B007 -- the last one is the number
            writer.writerow(quotation.to_dict())
    return count


def _write_lines(quotations: Iterable[Quotation], part: str) -> int:
    count = 0
    with Path(part).open("w", encoding="utf-8", newline="") as file:
        for count, quotation in enumerate(quotations, 1):  # noqa: B007 -- the last one is the number
            file.write(f"{quotation.to_json()}\n")
    return count


def _write_parquet(quotations: Iterable[Quotation], part: str) -> int:
    arrow, parquet = pyarrow(part)
    kinds = {"nominal": arrow.int64()}
    schema = arrow.schema([(name, kinds.get(name, arrow.string())) for name in Quotation._fields])
    rest, count = iter(quotations), 0
    with parquet.ParquetWriter(part, schema) as writer:
        while rows := [quotation.to_dict() for quotation in islice(rest, _BATCH)]:
            writer.write_table(arrow.Table.from_pylist(rows, schema=schema))
            count += len(rows)
    return count
