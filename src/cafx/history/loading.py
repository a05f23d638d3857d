"""Quotations from files: what ``export`` wrote, and tables of a user's own."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Final, cast

from cafx.core.text import printable
from cafx.errors import CafxError, HistoryError, OptionError, ParseError
from cafx.history.export import format_of, pyarrow
from cafx.values.quotation import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

__all__ = ["read_quotations"]

#: How many bad rows an error names; the others are counted.
_NAMED: Final = 3
_Row = dict[str, object]


def read_quotations(
    path: Path, form: str | None, columns: Mapping[str, str], constants: Mapping[str, str | int]
) -> list[Quotation]:
    """Return the quotations of a file; see ``History.load`` for the arguments and errors."""
    for name in (*columns, *constants):
        if name not in Quotation._fields:
            message = f"{printable(name)} is not a field of a quotation: {', '.join(Quotation._fields)}"
            raise OptionError(message, option="columns", value=name)
    read = {"csv": _csv_rows, "jsonl": _json_rows, "parquet": _parquet_rows}[format_of(path, form)]
    names = {name: columns.get(name, name) for name in Quotation._fields if name not in constants}
    quotations: list[Quotation] = []
    faults: list[str] = []
    count = 0
    try:
        for place, row in read(path):
            count += 1
            try:
                quotations.append(_quotation(row, names, columns, constants))
            except (CafxError, TypeError, ValueError) as error:
                faults.append(f"line {place}: {error}")
    except OSError as error:
        raise HistoryError(f"{path} cannot be read ({error.strerror or error})", path=str(path)) from error
    except (UnicodeDecodeError, csv.Error) as error:
        message = f"{path} is not a table in UTF-8 ({error}): write it as UTF-8 with commas"
        raise ParseError(message, text=str(path)) from error
    if faults:
        more = f"; and {len(faults) - _NAMED} more" if len(faults) > _NAMED else ""
        message = (
            f"{len(faults)} of {count} rows of {path} cannot be taken, and nothing was added:"
            f" {'; '.join(faults[:_NAMED])}{more}"
        )
        raise ParseError(message, text=str(path), reason=faults[0])
    return quotations


def _quotation(
    row: Mapping[str, object],
    names: Mapping[str, str],
    columns: Mapping[str, str],
    constants: Mapping[str, object],
) -> Quotation:
    fields: _Row = dict(constants)
    for field, name in names.items():
        if name in row:
            value = row[name]
            if isinstance(value, float):
                raise TypeError(
                    f"{name} {value!r} is a float, which has lost the printed digits: write it as text"
                )
            if value is not None and value != "":
                fields[field] = value
        elif field in columns:
            raise ParseError(f"there is no column {printable(name)}: known are {', '.join(map(str, row))}")
    fields.setdefault("as_of", None)
    missing = [name for name in ("base", "quote", "price", "kind", "source") if name not in fields]
    if missing:
        raise ParseError(f"there is no {' and no '.join(missing)}: name its column, or pass it as a constant")
    nominal = fields.get("nominal", 1)
    if isinstance(nominal, str):
        if not (nominal.isascii() and nominal.isdigit()):
            raise ParseError(f"nominal {printable(nominal)} is not a whole number")
        fields["nominal"] = int(nominal)
    return Quotation(**fields)  # type: ignore[arg-type]  # it checks each of them


def _csv_rows(path: Path) -> Iterator[tuple[int, _Row]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        for row in reader:
            if None in row or None in row.values():
                raise ParseError(
                    f"line {reader.line_num} of {path} has not as many cells as the head has names",
                    place=reader.line_num,
                )
            yield reader.line_num, cast("_Row", row)


def _json_rows(path: Path) -> Iterator[tuple[int, _Row]]:
    with path.open(encoding="utf-8-sig") as file:
        for place, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise ParseError(f"line {place} of {path} is not JSON ({error})", place=place) from error
            if not isinstance(row, dict):
                raise ParseError(f"line {place} of {path} is not a JSON object", place=place)
            yield place, row


def _parquet_rows(path: Path) -> Iterator[tuple[int, _Row]]:
    arrow, parquet = pyarrow(str(path))
    try:
        with parquet.ParquetFile(path) as file:
            place = 0
            for batch in file.iter_batches():
                for row in batch.to_pylist():
                    place += 1
                    yield place, row
    except arrow.ArrowException as error:
        raise ParseError(f"{path} is not Parquet ({printable(str(error))[1:-1]})") from error
