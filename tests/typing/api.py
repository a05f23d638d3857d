"""The public face as a type checker sees it: checked by mypy, never run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import cafx


def values() -> None:
    money: cafx.Money = cafx.Money("1.50", "KZT") + cafx.Money(1, cafx.Currency("KZT"))
    amount: Decimal = (money * 2 / Decimal(3)).amount
    parts: tuple[cafx.Money, ...] = money.split(3)
    total: cafx.Money = cafx.Money.sum(parts)
    text: str = f"{total:kk_KZ} {amount}"
    again: cafx.Money = cafx.Money.from_json(text)
    money < again  # noqa: B015
    money + 1.5  # type: ignore[operator]
    money * 0.5  # type: ignore[operator]
    cafx.Money(0.1, "KZT")  # type: ignore[arg-type]


def rates() -> None:
    quotation = cafx.Quotation("KZT", "USD", "0.00194", as_of="2025-12-16", kind="ticker", source="timesca")
    rate: cafx.Rate = cafx.Rate.of(quotation).inverse()
    bounds: tuple[Fraction, Fraction] = (rate.low, rate.high)
    day: date | None = rate.as_of
    book = cafx.RateBook([quotation]).merge(cafx.RateBook.bundled(), [quotation])
    conversion: cafx.Conversion = book.convert(cafx.Money(1, "KZT"), "USD", on=day, max_age=timedelta(days=7))
    shown: cafx.Money = conversion.significant()
    exact: Fraction = conversion.result + bounds[0]
    rounded: cafx.Money = conversion.rounded(digits=0)
    both: tuple[cafx.Money, Fraction] = (shown + rounded, exact)
    both[1].numerator.bit_length()
    cafx.Quotation("KZT", "USD", "1", as_of=None, kind="guess", source="x")  # type: ignore[arg-type]


def readers() -> None:
    reading: cafx.TickerReading = cafx.read_ticker(b"", as_of=date(2025, 12, 16))
    quotations: tuple[cafx.Quotation, ...] = reading.quotations
    archive: Iterator[cafx.TickerReading] = cafx.read_tickers(["KZT/USD = 0.00194"])
    for figure in cafx.find_figures("13 trillion tenge"):
        found: cafx.Conversion = figure.convert(cafx.RateBook(quotations), "USD")
        next(archive).pick(found.rate.legs[0])
    cafx.convert("13 trillion tenge", "USD")
    cafx.convert(13, "USD")  # type: ignore[call-overload]
    cafx.formatter("kk_KZ", "KZT")(Decimal(5)).strip()


async def pages() -> None:
    with cafx.live.Rates(["NBK"], soft=timedelta(minutes=30), keep_warm=False) as rates:
        is_ready: bool = rates.ready(5) and await rates.aready()
        snapshot: cafx.live.Snapshot = rates.now()
        book: cafx.RateBook = snapshot.book.merge(rates.book, (await rates.arefresh()).book)
        page: cafx.display.Display = rates.display("kk-KZ", to="USD", precision="minor")
        html: str = page.price(cafx.Money(5, "KZT")) + page.strip(["KZT"]) + page.worth(cafx.Money(5, "KZT"))
        total: cafx.Money | None = page.lines([cafx.Money(5, "KZT")]).sum
        moments: list[datetime] = list(rates.health().checked.values())
        cafx.display.Display(book, cafx.display.negotiate(html), precision="cents")  # type: ignore[arg-type]
        rates.display("en", price=True)  # type: ignore[call-arg]
    assert is_ready
    assert total
    assert moments


def tests() -> None:
    rates = cafx.testing.FixedRates({"USD/KZT": "520.20"}, on="2026-11-28")
    rates.move(days=1)
    page: cafx.display.Display = rates.display("en")
    with cafx.testing.BankServer({"USD/KZT": "520.20"}, day=date(2026, 11, 28)) as bank:
        bank.misbehave("busy")
        fetched: tuple[cafx.Quotation, ...] = bank.client().latest([bank.source]).quotations
        bank.misbehave("lazy")  # type: ignore[arg-type]
    assert page.lang
    assert fetched


class Price:
    """Not Money, but an amount of a currency: a property of another class is as good."""

    @property
    def amount(self) -> Decimal:
        return Decimal(5)

    @property
    def currency(self) -> cafx.Currency:
        return cafx.Currency("KZT")


def formats(conversion: cafx.Conversion) -> None:
    text: str = cafx.format_money(Price(), "kk_KZ", style="display", digits=(0, 2), symbols="safe")
    text += cafx.format_conversion(conversion, "ru", precision="minor", bounds=True, date=True, style="none")
    text += cafx.format_rate(conversion.rate, "ru", equation=True, spaces="plain")
    cafx.format_html(Price(), "kk_KZ", offered=["KZT", "USD"]).strip()
    cafx.format_money(Price(), "kk_KZ", colour="red")  # type: ignore[call-arg]
    cafx.format_money(Price(), "kk_KZ", style="sign")  # type: ignore[arg-type]
    cafx.format_money(5, "kk_KZ")  # type: ignore[arg-type]
    cafx.format_rate(conversion.rate, "ru", significant=3)  # type: ignore[call-arg]
