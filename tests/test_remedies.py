"""Every remedy that an error names exists at the very door at which the error was met."""

from __future__ import annotations

import inspect
import re
import statistics
import warnings
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

import cafx
from cafx import Money, Quotation, Rate, RateBook

BOOK = RateBook.bundled()
TENGE = Quotation("KZT", "USD", "0.00194", as_of="2025-12-16", kind="ticker", source="timesca")
DAY = "2025-09-18"

# The door, the attribute of cafx that it is, and a call that is wrong in one way.
WRONG = {
    "a float": (Money, lambda: Money(0.1, "KZT")),
    "a bool": (Money, lambda: Money(True, "KZT")),
    "no number": (Money, lambda: Money("1,5", "KZT")),
    "a huge number": (Money, lambda: Money("9" * 500, "KZT")),
    "an unknown code": (Money, lambda: Money("1", "ZZZ")),
    "a withdrawn code": (Money, lambda: Money("1", "TMM")),
    "look-alike letters": (Money, lambda: Money("1", "КZТ")),
    "a code that is a number": (Money, lambda: Money("1", 398)),
    "two currencies added": (Money, lambda: Money(1, "KZT") + Money(1, "USD")),
    "setting a field": (Money, lambda: setattr(Money(1, "KZT"), "amount", Decimal(2))),
    "an unknown rounding": (Money.rounded, lambda: Money(1, "KZT").rounded(2, "HALF_UP")),
    "digits beside cash": (Money.rounded, lambda: Money(1, "KZT").rounded(2, cash=True)),
    "a lossy rounding": (Money.rounded, lambda: Money("1.25", "KZT").rounded(1, "ROUND_UNNECESSARY")),
    "minor units of a fraction": (Money, lambda: Money("1.001", "KZT").minor),
    "a third": (Money, lambda: Money(1, "KZT") * Fraction(1, 3)),
    "half a part": (Money.split, lambda: Money(1, "KZT").split(1.5)),
    "no ratios": (Money.allocate, lambda: Money(1, "KZT").allocate([])),
    "nothing to add": (Money.sum, lambda: Money.sum([])),
    "a format spec": (Money, lambda: f"{Money(1, 'KZT'):.2f}"),
    "a spec of alignment": (Money, lambda: f"{Money(1, 'KZT'):>20}"),
    "Money of no JSON": (Money.from_json, lambda: Money.from_json('{"amount": 1.5, "currency": "KZT"}')),
    "one currency twice": (Quotation, lambda: quotation(quote="KZT")),
    "an unknown kind": (Quotation, lambda: quotation(kind="guess")),
    "a price of zero": (Quotation, lambda: quotation(price="0")),
    "a hidden precision": (Quotation, lambda: quotation(price=Decimal("5E+2"))),
    "one bound": (Quotation, lambda: quotation(low="0.00193")),
    "bounds that miss": (Quotation, lambda: quotation(low="0.1", high="0.2")),
    "a peg with bounds": (Quotation, lambda: quotation(kind="peg", low="0.00193", high="0.00195")),
    "a span backward": (Quotation, lambda: quotation(through="2025-12-01")),
    "a moment for a day": (Quotation, lambda: quotation(as_of=datetime(2025, 12, 16))),  # noqa: DTZ001
    "no date": (Quotation, lambda: quotation(as_of="16.12.2025")),
    "a moment without a zone": (Quotation, lambda: quotation(observed_at=datetime(2025, 12, 16))),  # noqa: DTZ001
    "no legs": (Rate, lambda: Rate("KZT", "USD", ())),
    "legs that lead elsewhere": (Rate, lambda: Rate("KGS", "USD", (TENGE,))),
    "a rate of another currency": (cafx.Conversion, lambda: cafx.Conversion(Money(1, "KGS"), Rate.of(TENGE))),
    "no rate that day": (BOOK.rate, lambda: BOOK.rate("KZT", "USD", on="1990-01-01")),
    "no such pair": (BOOK.rate, lambda: BOOK.rate("KZT", "KWD", on=DAY)),
    "a moment for on": (BOOK.rate, lambda: BOOK.rate("KZT", "USD", on=datetime(2025, 12, 16))),  # noqa: DTZ001
    "a number for max_age": (BOOK.rate, lambda: BOOK.rate("KZT", "USD", on=DAY, max_age=14)),
    "a number for max_age of spans": (BOOK.spans, lambda: BOOK.spans("USD", "KZT", DAY, DAY, max_age=14)),
    "an amount that is NaN": (Money, lambda: Money(float("nan"), "KZT")),
    "an old currency in text": (cafx.convert, lambda: cafx.convert("1000 TMM", "USD")),
    "a mean of money": (Money, lambda: statistics.mean([Money(1, "KZT")])),
    "a tolerance of five": (cafx.check, lambda: cafx.check("5 tenge ($1)", BOOK, tolerance="5")),
    "a book of a page": (RateBook, lambda: RateBook("KZT/USD = 0.00194")),
    "digits as text": (cafx.format_money, lambda: cafx.format_money(Money(1, "KZT"), "kk", digits="2")),
    "text for money": (BOOK.convert, lambda: BOOK.convert("100 KZT", "USD", on=DAY)),
    "a book of texts": (RateBook, lambda: RateBook(["KZT"])),
    "a book of one quotation": (RateBook, lambda: RateBook(TENGE)),
    "changing a book": (RateBook, lambda: setattr(BOOK, "pairs", 1)),
    "converting nothing": (cafx.convert, lambda: cafx.convert("good morning", "USD", on=DAY)),
    "converting two figures": (cafx.convert, lambda: cafx.convert("5 tenge and 6 som", "USD", on=DAY)),
    "converting a number": (cafx.convert, lambda: cafx.convert(100, "USD", on=DAY)),
    "a day before the currency": (cafx.convert, lambda: cafx.convert("100 tenge", "USD", on="1990-01-01")),
    "a rate for a book": (
        cafx.convert,
        lambda: cafx.convert("100 tenge", "USD", on=DAY, book=Rate.of(TENGE)),
    ),
    "no book to annotate": (cafx.annotate, lambda: cafx.annotate("1 tenge", None)),
    "a reading for a book": (
        cafx.annotate,
        lambda: cafx.annotate("1 tenge", cafx.read_ticker("KZT/USD = 0.00194 0%")),
    ),
    "no book to check": (cafx.check, lambda: cafx.check("1 tenge ($1)", None)),
    "an unknown language": (cafx.find_figures, lambda: cafx.find_figures("x", languages=["xx"])),
    "a currency without words": (cafx.find_figures, lambda: cafx.find_figures("x", currencies=["XAU"])),
    "bytes for text": (cafx.find_figures, lambda: cafx.find_figures(b"5 tenge")),
    "no ticker": (cafx.read_ticker, lambda: cafx.read_ticker("nothing here")),
    "a number for a page": (cafx.read_ticker, lambda: cafx.read_ticker(5)),
    "one text for an archive": (cafx.read_tickers, lambda: list(cafx.read_tickers("KZT/USD = 1"))),
    "an unknown style": (cafx.format_money, lambda: cafx.format_money(Money(1, "KZT"), "kk", style="bold")),
    "an unknown locale": (cafx.format_money, lambda: cafx.format_money(Money(1, "KZT"), "xx")),
    "a number to format": (cafx.format_money, lambda: cafx.format_money(5, "kk")),
    "an unknown option": (cafx.formatter, lambda: cafx.formatter("kk", "KZT", colour="red")),
    "too many digits": (cafx.format_money, lambda: cafx.format_money(Money(1, "KZT"), "kk", digits=99)),
    "money for a conversion": (cafx.format_conversion, lambda: cafx.format_conversion(Money(1, "KZT"), "kk")),
    "a number for a rate": (cafx.format_rate, lambda: cafx.format_rate(5, "kk")),
    "an ambiguous sign": (cafx.parse_amount, lambda: cafx.parse_amount("¥5", "en")),
    "no amount": (cafx.parse_amount, lambda: cafx.parse_amount("five", "en", currency="KZT")),
    "no money": (cafx.parse_money, lambda: cafx.parse_money("good morning")),
    "a source that is not": (cafx.sources.named, lambda: cafx.sources.named("ECB")),
    "a decoded body": (cafx.sources.NBK().parse, lambda: cafx.sources.NBK().parse("<rates/>")),
    "an empty body": (cafx.sources.NBK().parse, lambda: cafx.sources.NBK().parse(b"")),
    "another document": (cafx.sources.CBU().parse, lambda: cafx.sources.CBU().parse(b"<html></html>")),
}


def quotation(**changes):
    given = {
        "base": "KZT",
        "quote": "USD",
        "price": "0.00194",
        "as_of": "2025-12-16",
        "kind": "ticker",
        "source": "timesca",
        **changes,
    }
    return Quotation(given.pop("base"), given.pop("quote"), given.pop("price"), **given)


@pytest.mark.parametrize("name", WRONG)
def test_what_an_error_tells_to_do_can_be_done_there(name):
    door, call = WRONG[name]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.raises((cafx.CafxError, TypeError, AttributeError)) as caught:
            call()
    message = str(caught.value)
    assert message.isprintable()
    assert "\n" not in message
    assert len(message) < 600
    assert "object has no attribute" not in message
    assert not re.search(r"\bis no\b|\bis none of\b|_Draft|Options\.", message), message
    for argument in re.findall(r"(?<![\w.])([a-z_]+)=", message):
        assert argument in accepted_by(door, message), f"{argument}= is not taken there: {message}"
    for called in re.findall(r"([A-Za-z_.]+)\(\w*", message):
        assert exists(called.lstrip("."), door), f"{called}() is not there: {message}"


def accepted_by(door, message):
    """Return the keywords that the door, or a function that the message tells to call, takes."""
    functions = [door]
    for called in re.findall(r"([A-Za-z_.]+)\(", message):
        found = look_up(called.removeprefix("cafx."), door)
        if found is not None:
            functions.append(found)
    names = {"days"} if "timedelta(" in message else set()  # a class in C has no signature to ask
    for function in functions:
        parameters = inspect.signature(function).parameters.values()
        names.update(parameter.name for parameter in parameters)
        if any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters):
            names.update(inspect.signature(cafx.format_money).parameters)
    if getattr(door, "__self__", None) is not None or isinstance(door, type):
        names.update(inspect.signature(type(getattr(door, "__self__", None)).__init__).parameters)
    return names


def exists(name, door):
    known_elsewhere = {
        "datetime.now",
        "moment.date",
        "moment.astimezone",
        "str",
        "date",
        "timedelta",
        "len",
        "print",
        "format",
        "json.dumps",
    }
    return name in known_elsewhere or look_up(name.removeprefix("cafx."), door) is not None


def look_up(name, door):
    owners = {"book": RateBook, "rate": Rate, "money": Money, "source": cafx.sources.Source}
    first, _, rest = name.partition(".")
    if rest and first in owners:
        return getattr(owners[first], rest, None)
    if not rest:
        bound = getattr(door, "__self__", None)
        for owner in (cafx, Money, Quotation, RateBook, cafx.Figure, type(bound)):
            if hasattr(owner, name):
                return getattr(owner, name)
        return date if name == "date" else None
    target = cafx
    for part in name.split("."):
        target = getattr(target, part, None)
    return target
