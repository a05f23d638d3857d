"""Sources, clients and the history as a type checker sees them: checked by mypy, never run."""

# ruff: noqa: T201 -- to use what was got

from __future__ import annotations

from datetime import date

from cafx import Quotation, RateBook, read_tickers, sources
from cafx.backfill import Backfilled, Progress, fill_history
from cafx.client import AsyncClient, Client, Failure, Fetched, Limits, Step
from cafx.history import Added, History, Quarantined, user_book
from cafx.values.reading import Rejection


def read(body: bytes) -> None:
    bank: sources.Source = sources.NBK(["USD"])
    quotations: tuple[Quotation, ...] = bank.parse(body, on=date(2026, 4, 1))
    reading: sources.SourceReading = bank.read(body, bank.request())
    rejected: tuple[Rejection, ...] = reading.rejected
    gap: int = bank.calendar.missed(date(2026, 4, 1), date(2026, 4, 3)) + len(rejected) + len(quotations)
    bank.parse("<rates/>")  # type: ignore[arg-type]
    gap.bit_length()


def fetch() -> None:
    with Client(limits=Limits(deadline=10), user_agent="newsroom/1.0") as client:
        fetched: Fetched = client.latest([sources.NBK(), sources.CBU()])
        failures: tuple[Failure, ...] = fetched.failures
        book: RateBook = client.fetch(sources.NBK(), on=date(2026, 4, 1)).book()
        step: Step = next(client.steps(sources.NBK(), date(2026, 4, 1), date(2026, 4, 2)))
        keep(client, book, failures, step)
    Client(verify=False)  # type: ignore[arg-type]


def lend(body: bytes) -> None:
    import httpx

    with httpx.Client() as http:
        fetched: Fetched = Client(http).fetch("NBK")
    AsyncClient(httpx.AsyncClient())
    AsyncClient(httpx.Client())  # type: ignore[arg-type]
    Client(httpx.AsyncClient())  # type: ignore[arg-type]
    reading: sources.SourceReading = sources.TimesCA().read(body)
    both: RateBook = RateBook(fetched).merge(reading, read_tickers(body.decode().splitlines()))
    print(both, [rejection.place for rejection in fetched.rejected], fetched.remarks, fetched.entries)


async def await_it() -> Fetched:
    async with AsyncClient() as client:
        async for step in client.steps(sources.NBK(), date(2026, 4, 1), date(2026, 4, 2)):
            print(step.done, step.total, step.fetched.quotations)
        return await client.latest()


def keep(client: Client, book: RateBook, failures: tuple[Failure, ...], step: Step) -> None:
    def show(progress: Progress) -> None:
        print(progress.done, progress.total, progress.added.new, failures, step.on)

    with History(":memory:") as history:
        added: Added = history.add(book)
        done: Backfilled = fill_history(
            client, history, sources.NBK(), date(2026, 4, 1), date(2026, 4, 2), progress=show
        )
        waiting: tuple[Quarantined, ...] = history.quarantine()
        accepted: int = history.accept(one.number for one in waiting)
        own: RateBook | None = user_book()
        print(added, done.failures, accepted, own)


def accessors() -> None:
    import pandas as pd
    import polars as pl

    from cafx.pandas import FrameAccessor, SeriesAccessor
    from cafx.polars import ExpressionNamespace

    amounts, table = SeriesAccessor(pd.Series([1.0])), FrameAccessor(pd.DataFrame())
    print(amounts.to("USD", on="2024-02-29", currency="KZT", missing="null", period="month"))
    print(amounts.format("kk_KZ", currency="KZT", digits=0), amounts.figures(to="USD", on="2024-02-29"))
    print(table.convert("pay", "USD", on="day", currency="code", bounds=True, tz=None), table.figures("text"))
    amounts.to("USD", on="2024-02-29", currency="KZT", bounds=True)  # type: ignore[call-arg]
    amounts.format("kk_KZ", currency="KZT", style="loud")  # type: ignore[arg-type]
    table.convert("pay", "USD", on="day")  # type: ignore[call-arg]
    table.convert("pay", "USD", on="day", currency="code", missing="none")  # type: ignore[arg-type]
    table.figures("text", language="ru")  # type: ignore[call-arg]
    table.missing(on="day", currency="code", sources=True)  # type: ignore[call-arg]
    worth: pl.Expr = ExpressionNamespace(pl.col("pay")).to("USD", on="day", currency="code", bound="low")
    ExpressionNamespace(worth).to("USD", on="day", currency="code", bound="mid")  # type: ignore[arg-type]
