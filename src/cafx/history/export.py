"""Quotations to files that other programs read: CSV, JSON lines, and Parquet where pyarrow is.

The file appears whole or not at all: it is written beside its place and then put there.
"""

from __future__ import annotations

import csv
import os
import tempfile
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cafx.core.text import printable
from cafx.errors import HistoryError
from cafx.values.quotation import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["FORMATS", "export"]

#: What can be written, by the end of a file's name.
FORMATS: Final = {".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet"}


def export(quotations: Iterable[Quotation], path: Path, form: str | None) -> int:
    """Write *quotations* to *path* and give their number; every number is text, as printed.

    Raises:
        HistoryError: an unknown form, a folder that cannot be written, or no pyarrow for Parquet.
    """
    form = FORMATS.get(path.suffix.lower()) if form is None else form
    write = {"csv": _write_csv, "jsonl": _write_lines, "parquet": _write_parquet}.get(form or "")
    if write is None:
        said = f"{path} says no form" if form is None else f"{printable(form)} is no form"
        message = f"{said}: end the name in {', '.join(FORMATS)}, or pass form='csv', 'jsonl' or 'parquet'"
        raise HistoryError(message, path=str(path))
    try:
        handle, part = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        os.close(handle)
    except OSError as error:
        raise HistoryError(f"{path} cannot be written ({error.strerror})", path=str(path)) from error
    try:
        count = write(quotations, part)
        Path(part).replace(path)
    except OSError as error:
        raise HistoryError(f"{path} cannot be written ({error.strerror})", path=str(path)) from error
    finally:
        Path(part).unlink(missing_ok=True)
    return count


def _write_csv(quotations: Iterable[Quotation], part: str) -> int:
    rows = [quotation.to_dict() for quotation in quotations]
    with Path(part).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, Quotation._fields, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return len(rows)


def _write_lines(quotations: Iterable[Quotation], part: str) -> int:
    lines = [f"{quotation.to_json()}\n" for quotation in quotations]
    with Path(part).open("w", encoding="utf-8", newline="") as file:
        file.writelines(lines)
    return len(lines)


def _write_parquet(quotations: Iterable[Quotation], part: str) -> int:
    try:
        arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError:
        raise HistoryError("Parquet is written by pyarrow: install it, or export CSV", path=part) from None
    rows = [quotation.to_dict() for quotation in quotations]
    kinds = {"nominal": arrow.int64()}
    schema = arrow.schema([(name, kinds.get(name, arrow.string())) for name in Quotation._fields])
    parquet.write_table(arrow.Table.from_pylist(rows, schema=schema), part)
    return len(rows)
