"""The table of features: each cell is what a few lines with the library really give.

``python tests/bench/compare.py`` prints the table; ``--write`` puts it into ``docs/compare/features.md``.
The peers are in the dependency group ``compare``. A dash means that no public name of the package has to do
with the feature: the probe looks through all of them.
"""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import re
import sys
import warnings
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["FEATURES", "LIBRARIES", "PAGE", "cell", "table"]

PAGE = Path(__file__).parents[2] / "docs" / "compare" / "features.md"
#: By the name of the distribution: the name to import.
LIBRARIES = {
    "cafx": "cafx",
    "py-moneyed": "moneyed",
    "stockholm": "stockholm",
    "CurrencyConverter": "currency_converter",
    "babel": "babel.numbers",
    "price-parser": "price_parser",
}
_DAY = date(2019, 5, 14)
_TEXT = "A plan of 13 trillion tenge (over $24 billion), of which 144 billion tenge is found."


def _public_names(package: str) -> set[str]:
    """Return every public name of a package's modules, classes and functions, and their parameters."""
    top = importlib.import_module(package)
    modules = [top]
    for info in pkgutil.walk_packages(getattr(top, "__path__", []), f"{package}."):
        if not info.name.endswith("__main__"):
            try:
                modules.append(importlib.import_module(info.name))
            except Exception:  # noqa: BLE001, S112 -- an optional part, without what it needs
                continue
    names = set()
    for module in modules:
        for name, value in vars(module).items():
            if name.startswith("_") or not str(getattr(value, "__module__", "")).startswith(
                package.split(".", maxsplit=1)[0]
            ):
                continue
            names.add(name.lower())
            if inspect.isclass(value):
                names |= {member.lower() for member in vars(value) if not member.startswith("_")}
    return names


def lacks(package: str, *words: str) -> str:
    """Return a dash, once it is clear that no public name of *package* contains one of *words*."""
    found = sorted(name for name in _public_names(package) if any(word in name for word in words))
    if found:
        raise AssertionError(f"{package} offers {found}: try them")
    return "—"


def outcome(call: Callable[[], object]) -> object:
    """Return what *call* gives, or the error that it raises."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return call()
        except Exception as error:  # noqa: BLE001 -- that is what is asked
            return error


def _refuses(call: Callable[[], object]) -> str:
    got = outcome(call)
    return "yes" if isinstance(got, Exception) else f"takes it: `{got}`"


def _gives(call: Callable[[], object], expected: object) -> str:
    got = outcome(call)
    if got == expected:
        return "yes"
    return f"`{type(got).__name__}`" if isinstance(got, Exception) else f"`{got}`"


# --- what each feature comes to in each library ---------------------------------------------------


def float_amount() -> dict[str, str]:
    """Is a float refused as an amount?"""
    import moneyed
    import stockholm

    import cafx

    return {
        "cafx": _refuses(lambda: cafx.Money(0.1 + 0.2, "KZT")),
        "py-moneyed": _refuses(lambda: moneyed.Money(0.1 + 0.2, "KZT").amount),
        "stockholm": _refuses(lambda: stockholm.Money(0.1 + 0.2, "KZT").amount),
    }


def mixed_sum() -> dict[str, str]:
    """Is a sum of two currencies refused?"""
    import moneyed
    import stockholm

    import cafx

    return {
        "cafx": _refuses(lambda: cafx.Money(1, "KZT") + cafx.Money(1, "USD")),
        "py-moneyed": _refuses(lambda: moneyed.Money(1, "KZT") + moneyed.Money(1, "USD")),
        "stockholm": _refuses(lambda: stockholm.Money(1, "KZT") + stockholm.Money(1, "USD")),
    }


def split() -> dict[str, str]:
    """Do three parts of 100 add up to 100 again?"""
    import cafx

    return {
        "cafx": _gives(lambda: cafx.Money.sum(cafx.Money(100, "KZT").split(3)), cafx.Money(100, "KZT")),
        "py-moneyed": lacks("moneyed", "split", "alloc", "distribut"),
        "stockholm": lacks("stockholm", "split", "alloc", "distribut"),
    }


def json_again() -> dict[str, str]:
    """Is money the same after a round trip through JSON?"""
    import stockholm

    import cafx

    ours, theirs = cafx.Money("10.10", "KZT"), stockholm.Money("10.10", "KZT")
    return {
        "cafx": _gives(lambda: cafx.Money.from_json(ours.to_json()), ours),
        "py-moneyed": lacks("moneyed", "json", "dict"),
        "stockholm": _gives(lambda: stockholm.Money.from_json(theirs.json()), theirs),
    }


def daily_rate() -> dict[str, str]:
    """Tenge for a dollar on 2019-05-14, with no network."""
    from currency_converter import CurrencyConverter

    import cafx

    def official() -> bool:  # 379.43, the bank's rate of the day, lies within the bounds
        rate = cafx.RateBook.bundled().rate("USD", "KZT", on=_DAY)
        return rate.low <= Fraction("379.43") <= rate.high

    return {
        "cafx": _gives(official, True),
        "py-moneyed": lacks("moneyed", "rate", "convert", "exchange"),
        "stockholm": lacks("stockholm", "date", "histor"),
        "CurrencyConverter": _gives(lambda: CurrencyConverter().convert(1, "USD", "KZT", _DAY), None),
    }


def currencies() -> dict[str, str]:
    """How many of the five have a rate of October 2026 in the package?"""
    from currency_converter import CurrencyConverter

    import cafx

    five = ("KGS", "KZT", "TJS", "TMT", "UZS")
    ours = sum(bool(cafx.RateBook.bundled().rate("USD", code, on="2026-10-20")) for code in five)
    return {
        "cafx": str(ours),
        "CurrencyConverter": str(sum(code in CurrencyConverter().currencies for code in five)),
    }


def sunday() -> dict[str, str]:
    """A rate of a Sunday: does the answer name the day it is of?"""
    from currency_converter import CurrencyConverter

    import cafx

    def named() -> bool:
        rate = cafx.RateBook.bundled().rate("USD", "EUR", on="2025-09-21")
        return rate.as_of is not None

    plain = outcome(lambda: CurrencyConverter().convert(1, "USD", "EUR", date(2025, 9, 21)))
    assert isinstance(plain, Exception)
    carried = CurrencyConverter(fallback_on_missing_rate=True, fallback_on_missing_rate_method="last_known")
    number = carried.convert(1, "USD", "EUR", date(2025, 9, 21))
    return {
        "cafx": _gives(named, True),
        "CurrencyConverter": f"`{type(plain).__name__}`, or a bare `{type(number).__name__}`",
    }


def bounds() -> dict[str, str]:
    """Does a conversion say how far off it may be?"""
    import cafx

    def wide() -> bool:
        result = cafx.convert("13 trillion tenge", "USD", on="2025-09-18")
        return result.low < result.result < result.high

    return {
        "cafx": _gives(wide, True),
        "py-moneyed": lacks("moneyed", "bound", "margin", "uncertain", "interval"),
        "stockholm": lacks("stockholm", "bound", "margin", "uncertain", "interval"),
        "CurrencyConverter": "— (its `bounds` are dates)"
        if all(hasattr(one, "first_date") for one in _converter_bounds())
        else "?",
    }


def _converter_bounds() -> list[object]:
    from currency_converter import CurrencyConverter

    return [one for one in CurrencyConverter().bounds.values() if one is not None]


def exact_inverse() -> dict[str, str]:
    """Is there and back at one rate exactly 1?"""
    from currency_converter import CurrencyConverter

    import cafx

    rate = cafx.RateBook.bundled().rate("KZT", "USD", on=_DAY)
    back = CurrencyConverter()
    product = [
        back.convert(1, "USD", code, date(2025, 9, 22)) * back.convert(1, code, "USD", date(2025, 9, 22))
        for code in ("EUR", "GBP", "JPY", "CNY", "TRY", "PLN")
    ]
    return {
        "cafx": _gives(lambda: rate.price * rate.inverse().price, 1),
        "CurrencyConverter": "yes"
        if all(one == 1 for one in product)
        else f"`{next(p for p in product if p != 1)}`",
    }


def home_format() -> dict[str, str]:
    """1,234,567.50 tenge for Kazakhstan."""
    import moneyed
    import moneyed.l10n
    from babel.numbers import format_currency

    import cafx

    right = "1\u00a0234\u00a0567,50\u00a0₸"
    return {
        "cafx": _gives(lambda: cafx.format_money(cafx.Money("1234567.5", "KZT"), "kk_KZ"), right),
        "py-moneyed": _gives(
            lambda: moneyed.l10n.format_money(moneyed.Money("1234567.5", "KZT"), locale="kk_KZ"), right
        ),
        "stockholm": lacks("stockholm", "locale", "l10n"),
        "babel": _gives(lambda: format_currency(Decimal("1234567.5"), "KZT", locale="kk_KZ"), right),
    }


def compact() -> dict[str, str]:
    """999,999 tenge in short."""
    from babel.numbers import format_compact_currency

    import cafx

    right = "1\u00a0млн\u00a0₸"
    return {
        "cafx": _gives(
            lambda: cafx.format_money(cafx.Money(999_999, "KZT"), "kk_KZ", notation="compact"), right
        ),
        "py-moneyed": lacks("moneyed", "compact"),
        "stockholm": lacks("stockholm", "compact"),
        "babel": _gives(lambda: format_compact_currency(999_999, "KZT", locale="kk_KZ"), right),
    }


def uzbek_cyrillic() -> dict[str, str]:
    """13.5 billion soʻm in Uzbek Cyrillic, in short."""
    from babel.numbers import format_compact_currency

    import cafx

    right = "14млрд\u00a0сўм"
    return {
        "cafx": _gives(
            lambda: cafx.format_money(cafx.Money("13500000000", "UZS"), "uz_Cyrl_UZ", notation="compact"),
            right,
        ),
        "babel": _gives(lambda: format_compact_currency(13_500_000_000, "UZS", locale="uz_Cyrl_UZ"), right),
    }


def scale_words() -> dict[str, str]:
    """13 trillion tenge, as text."""
    import stockholm
    from price_parser import Price

    import cafx

    right = (Decimal(13_000_000_000_000), "KZT")
    money = cafx.parse_money("13 trillion tenge").money
    assert money is not None
    price = Price.fromstring("13 trillion tenge")
    return {
        "cafx": _gives(lambda: (money.amount, str(money.currency)), right),
        "stockholm": _gives(lambda: stockholm.Money("13 trillion tenge"), right),
        "price-parser": _gives(lambda: f"{price.amount} {price.currency}", right),
    }


def typed_amount() -> dict[str, str]:
    """1 234 567,89 ₸, as text."""
    import stockholm
    from babel.numbers import parse_decimal
    from price_parser import Price

    import cafx

    right = Decimal("1234567.89")
    text = "1 234 567,89 ₸"
    return {
        "cafx": _gives(lambda: cafx.parse_amount(text, "kk_KZ").amount, right),
        "stockholm": _gives(lambda: stockholm.Money(text), right),
        "babel": _gives(lambda: parse_decimal(text, locale="kk_KZ"), right),
        "price-parser": _gives(lambda: Price.fromstring(text).amount, right),
    }


def ambiguous() -> dict[str, str]:
    """Is 1,234 ₸ refused, which may be 1.234 or 1234?"""
    from babel.numbers import parse_decimal
    from price_parser import Price

    import cafx

    return {
        "cafx": _refuses(lambda: cafx.parse_amount("1,234 ₸", "kk_KZ")),
        "babel": _refuses(lambda: parse_decimal("1,234", locale="kk_KZ")),
        "price-parser": _refuses(lambda: Price.fromstring("1,234 ₸").amount),
    }


def running_text() -> dict[str, str]:
    """Both amounts of tenge in a sentence, with the dollars that belong to the first."""
    from price_parser import Price

    import cafx

    def found() -> object:
        first, second = cafx.find_figures(_TEXT)
        return first.stated is not None and str(first.stated.money), str(second.money)

    price = Price.fromstring(_TEXT)
    return {
        "cafx": _gives(found, ("24,000,000,000 USD", "144,000,000,000 KZT")),
        "py-moneyed": lacks("moneyed", "find", "extract"),
        "stockholm": lacks("stockholm", "find", "extract"),
        "price-parser": f"`{price.amount} {price.currency}`",
    }


def columns() -> dict[str, str]:
    """A pandas column, each row at the rate of its day."""
    import pandas as pd

    import cafx.frames

    frame = pd.DataFrame({"day": ["2019-05-14", "2024-02-29"], "amount": [100, 100]})
    return {
        "cafx": _gives(
            lambda: len(cafx.frames.convert(frame, "amount", "USD", on="day", currency="KZT")["amount_usd"]),
            2,
        ),
        "py-moneyed": lacks("moneyed", "frame", "series", "column"),
        "stockholm": lacks("stockholm", "frame", "series", "column"),
        "CurrencyConverter": lacks("currency_converter", "frame", "series", "column"),
    }


def typed_package() -> dict[str, str]:
    """Does it come with its types (py.typed)?"""
    marks = {}
    for name, package in LIBRARIES.items():
        top = importlib.import_module(package.split(".")[0])
        assert top.__file__ is not None
        marks[name] = "yes" if (Path(top.__file__).parent / "py.typed").exists() else "no"
    return marks


#: Every feature: its name, and what gives its cells. A library that is not named is not made for it.
FEATURES: dict[str, Callable[[], dict[str, str]]] = {
    "refuses a float": float_amount,
    "refuses KZT + USD": mixed_sum,
    "splits without loss": split,
    "JSON and back": json_again,
    "KZT rate of 2019-05-14, offline": daily_rate,
    "of the five, rates of October 2026": currencies,
    "names the day of a Sunday's rate": sunday,
    "bounds of a conversion": bounds,
    "rate × inverse is exactly 1": exact_inverse,
    "`kk_KZ`: 1 234 567,50 ₸": home_format,
    "`kk_KZ`, short: 1 млн ₸ for 999,999": compact,
    "`uz_Cyrl`, short: 14млрд сўм": uzbek_cyrillic,
    "reads “13 trillion tenge”": scale_words,
    "reads “1 234 567,89 ₸”": typed_amount,
    "refuses “1,234 ₸”": ambiguous,
    "finds amounts in a sentence": running_text,
    "a column, each row at its day": columns,
    "has types (`py.typed`)": typed_package,
}


def cell(feature: str, library: str) -> str:
    """Return one cell; empty where the library is not made for the feature."""
    return FEATURES[feature]().get(library, "")


def table() -> str:
    """Return the whole table as Markdown, with the versions and the day."""
    heads = ["", *(f"{name} {version(name)}" for name in LIBRARIES)]
    lines = [heads, ["---"] * len(heads)]
    for feature, probe in FEATURES.items():
        cells = probe()
        lines.append([feature, *(cells.get(library, "") for library in LIBRARIES)])
    body = "\n".join(f"| {' | '.join(one.replace('|', chr(92) + '|') for one in line)} |" for line in lines)
    python = ".".join(map(str, sys.version_info[:2]))
    return f"{body}\n\nWritten on {datetime.now(UTC).date()} with Python {python}.\n"


if __name__ == "__main__":
    made = table()
    print(made if "--json" not in sys.argv else json.dumps(made))
    if "--write" in sys.argv:
        text = PAGE.read_text("utf-8")
        pattern = r"<!-- table -->\n.*?<!-- end of table -->"
        new = f"<!-- table -->\n\n{made}\n<!-- end of table -->"
        PAGE.write_text(re.sub(pattern, lambda _: new, text, flags=re.DOTALL), "utf-8")
