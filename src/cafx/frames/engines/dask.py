"""dask: each partition is converted as a frame of pandas, from one table of rates that goes along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.frames.engines import pandas
from cafx.frames.gaps import gaps_among
from cafx.frames.table import codes_of, table_of
from cafx.rates.book import RateBook

if TYPE_CHECKING:
    from collections.abc import Sequence

    import dask.dataframe as dd

    from cafx.frames.gaps import Gap
    from cafx.frames.request import Request
    from cafx.frames.texts import Work

__all__ = ["converted", "gaps", "names", "spread"]


def names(frame: dd.DataFrame) -> Sequence[str]:
    """Return the names of the columns."""
    return pandas.names(frame._meta)  # noqa: SLF001 -- the empty frame that dask plans with


def converted(frame: dd.DataFrame, request: Request) -> dd.DataFrame:
    """Return the frame with the columns that *request* adds."""
    codes = (request.roles.code,) if request.roles.code else codes_of(request.rule, request.to)
    table = table_of(request.rule, request.to, codes, request.first, request.last)
    # The table says all that a partition needs, so the book stays here.
    sent = request._replace(rule=request.rule._replace(book=RateBook()))
    meta = pandas.converted(frame._meta, sent, table)  # noqa: SLF001
    return frame.map_partitions(pandas.converted, sent, table, meta=meta)


def gaps(frame: dd.DataFrame, request: Request) -> list[Gap]:
    """Return where the rows of a frame have no rate; the pairs of currency and day are computed."""
    meta = pandas.counted(frame._meta, request.roles)  # noqa: SLF001
    counts = frame.map_partitions(pandas.counted, request.roles, meta=meta).compute()
    rows = zip(*(counts[name].tolist() for name in ("code", "day", "rows")), strict=True)
    return gaps_among(request, rows)


def spread(frame: dd.DataFrame, work: Work) -> dd.DataFrame:
    """Return the columns that are kept, a row for each figure, and the figures, found where the texts are."""
    meta = pandas.spread(frame._meta, work)  # noqa: SLF001
    return frame.map_partitions(pandas.spread, work, meta=meta)
