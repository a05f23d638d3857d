"""Import, the building of values and conversion: floors and peers in the same run."""

from __future__ import annotations

import datetime as dt
import pickle
import subprocess
import sys
from dataclasses import dataclass
from decimal import Decimal

from pydantic import BaseModel, ConfigDict, Field
from stopwatch import compare, heading, note_aim

from cafx import Money, Quotation, RateBook

DAY = dt.date(2025, 9, 18)


def run() -> None:
    _imports()
    _values()
    _comparison()
    _texts()
    _conversion()


def _imports() -> None:
    heading("import, in fresh processes (x the bare interpreter; the aim is over-bare <= 0.30 x pydantic's)")
    model = "from pydantic import BaseModel\nclass M(BaseModel):\n    a: int"

    def start(code: str) -> object:
        return subprocess.run([sys.executable, "-c", code], check=True)

    ratios = compare(
        {
            "bare interpreter": lambda: start("pass"),
            "import cafx": lambda: start("import cafx"),
            "import cafx, touch Money": lambda: start("import cafx; cafx.Money"),
            "import cafx, touch RateBook": lambda: start("import cafx; cafx.RateBook"),
            "pydantic and one model": lambda: start(model),
        },
        floor="bare interpreter",
        rounds=11,
        unit="ms",
    )
    over = {name: ratio - 1 for name, ratio in ratios.items()}
    for name in ("import cafx", "import cafx, touch Money", "import cafx, touch RateBook"):
        share = over[name] / over["pydantic and one model"]
        print(f"  {name}: over bare {share:.2f} x pydantic's")
        note_aim(name, share, at_most=0.30)


class MoneyModel(BaseModel):
    model_config = ConfigDict(frozen=True)

    amount: Decimal = Field(max_digits=100, decimal_places=60)
    currency: str = Field(pattern="^[A-Z]{3}$")


class QuotationModel(BaseModel):
    model_config = ConfigDict(frozen=True)

    base: str = Field(pattern="^[A-Z]{3}$")
    quote: str = Field(pattern="^[A-Z]{3}$")
    price: Decimal = Field(gt=0, max_digits=100, decimal_places=60)
    as_of: dt.date | None
    kind: str
    source: str = Field(min_length=1, max_length=60)
    nominal: int = Field(default=1, ge=1)
    through: dt.date | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    change: Decimal | None = None
    observed_at: dt.datetime | None = None


class PlainMoneyModel(BaseModel):
    amount: Decimal
    currency: str


def _values() -> None:
    heading("building a value (the aim is <= 0.60 x the same pydantic model)")
    amount, price = Decimal("1234.50"), Decimal("0.00194")
    compare(
        {
            "pydantic model of Money, its constraints": lambda: MoneyModel(amount=amount, currency="KZT"),
            "pydantic model of Money, types alone": lambda: PlainMoneyModel(amount=amount, currency="KZT"),
            "Money": lambda: Money(amount, "KZT"),
        },
        floor="pydantic model of Money, types alone",
        at_most={"Money": 0.60},
        number=5_000,
        rounds=25,
        unit="ns",
    )
    compare(
        {
            "pydantic model of Quotation": lambda: QuotationModel(
                base="KZT", quote="USD", price=price, as_of=DAY, kind="ticker", source="timesca"
            ),
            "Quotation": lambda: Quotation("KZT", "USD", price, as_of=DAY, kind="ticker", source="timesca"),
        },
        floor="pydantic model of Quotation",
        at_most={"Quotation": 0.60},
        number=5_000,
        rounds=25,
        unit="ns",
    )


def _texts() -> None:
    heading("a quotation from text, and from what was written of it")
    quotation = Quotation("KZT", "USD", "0.00194", as_of=DAY, kind="ticker", source="timesca")
    pickled, written = pickle.dumps(quotation), quotation.to_json()
    model = QuotationModel(
        base="KZT", quote="USD", price=Decimal("0.00194"), as_of=DAY, kind="ticker", source="timesca"
    )
    model_pickled, model_written = pickle.dumps(model), model.model_dump_json()
    compare(
        {
            "Quotation from text": lambda: Quotation(
                "KZT", "USD", "0.00194", as_of=DAY, kind="ticker", source="timesca"
            ),
            "unpickled": lambda: pickle.loads(pickled),  # noqa: S301 -- our own
            "from_json": lambda: Quotation.from_json(written),
            "pydantic model: unpickled": lambda: pickle.loads(model_pickled),  # noqa: S301
            "pydantic model: from JSON": lambda: QuotationModel.model_validate_json(model_written),
        },
        floor="Quotation from text",
        number=1_000,
        within={"Quotation from text": 5.0},
    )


@dataclass(frozen=True, slots=True)
class PlainMoney:
    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class PlainQuotation:
    base: str
    quote: str
    price: Decimal
    as_of: dt.date | None
    kind: str
    source: str
    nominal: int
    through: dt.date | None
    low: Decimal | None
    high: Decimal | None
    change: Decimal | None
    observed_at: dt.datetime | None


def _comparison() -> None:
    heading("equality and hash (the aim is <= 1.0 x a frozen slotted dataclass with the same fields)")
    for kind, plain, values in (
        (Money, PlainMoney, [Money(Decimal(n) / 8, "KZT") for n in range(1, 200)]),
        (Quotation, PlainQuotation, list(RateBook.bundled())[:500]),
    ):
        names = kind.__annotations__
        mine = [(one, kind(**one.to_dict())) for one in values]  # with numbers and days of its own
        theirs = [tuple(plain(*(getattr(one, name) for name in names)) for one in pair) for pair in mine]
        name = kind.__name__
        compare(
            {
                f"dataclass of {name}: ==": lambda pairs=theirs: [one == other for one, other in pairs],
                f"{name}: ==": lambda pairs=mine: [one == other for one, other in pairs],
            },
            floor=f"dataclass of {name}: ==",
            at_most={f"{name}: ==": 1.0},
            number=20,
        )
        compare(
            {
                f"dataclass of {name}: hash": lambda pairs=theirs: [hash(one) for one, _ in pairs],
                f"{name}: hash": lambda pairs=mine: [hash(one) for one, _ in pairs],
            },
            floor=f"dataclass of {name}: hash",
            at_most={f"{name}: hash": 1.0},
            number=20,
        )
    heading("merging 1,000 equal quotations into the bundled book (the aim is <= 1 ms)")
    book = RateBook.bundled()
    held = list(book)
    copies = [Quotation(**held[n % len(held)].to_dict()) for n in range(1000)]
    compare(
        {
            "floor: a set of their hashes": lambda: {hash(one) for one in copies},
            "book.merge": lambda: book.merge(copies),
        },
        floor="floor: a set of their hashes",
        unit="ms",
    )


def _conversion() -> None:
    heading("converting one amount at a day (the aim is <= 8 x the floor)")
    book = RateBook.bundled()
    ticker = RateBook(quotation for quotation in book if quotation.kind == "ticker")
    tenge, ticker_day = Money("13000000000000", "KZT"), dt.date(2025, 12, 16)
    amount, price, cent = Decimal(13000000000000), Decimal("0.00194"), Decimal("0.01")
    cases = {
        "floor: Decimal multiply and quantize": lambda: (amount * price).quantize(cent),
        "book.convert (result and bounds on demand)": lambda: ticker.convert(tenge, "USD", on=ticker_day),
        "book.convert(...).rounded(), rate as printed": lambda: ticker.convert(
            tenge, "USD", on=ticker_day
        ).rounded(),
        "book.convert(...).rounded(), rate inverse": lambda: book.convert(tenge, "USD", on=DAY).rounded(),
        "book.convert(...) with exact result and bounds": lambda: _everything(book, tenge),
    }
    try:
        from currency_converter import CurrencyConverter
    except ImportError:
        print("  (CurrencyConverter is not installed)")
    else:
        floats, exact = CurrencyConverter(), CurrencyConverter(decimal=True)
        then = dt.date(2015, 6, 1)
        cases["CurrencyConverter on a date, floats"] = lambda: floats.convert(1e13, "USD", "EUR", date=then)
        cases["CurrencyConverter on a date, decimals"] = lambda: exact.convert(
            amount, "USD", "EUR", date=then
        )
    try:
        from stockholm import Money as Stockholm
    except ImportError:
        print("  (stockholm is not installed)")
    else:
        cases["stockholm Money * rate, rounded"] = lambda: round(Stockholm(amount, "USD") * price, 2)
    aims = {
        "book.convert(...).rounded(), rate as printed": 8.0,
        "book.convert(...).rounded(), rate inverse": 8.0,
    }
    floor = "floor: Decimal multiply and quantize"
    compare(cases, floor=floor, number=2_000, rounds=25, unit="ns", at_most=aims)


def _everything(book: RateBook, money: Money) -> object:
    conversion = book.convert(money, "USD", on=DAY)
    return conversion.low, conversion.result, conversion.high
