"""Gaps: which rows of a column have no rate, said by currency and as ranges of days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.errors import RateNotFound
from cafx.frames.answers import day_at, stretch_of
from cafx.frames.cells import codes_in
from cafx.frames.table import table_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from cafx.core.currency import Currency
    from cafx.frames.answers import Rule
    from cafx.frames.request import Request
    from cafx.frames.table import RateTable

__all__ = ["Gap", "gaps_among", "gaps_of", "not_found"]

_SHOWN: Final = 4
_CURRENCIES: Final = 8


class Gap(NamedTuple):
    """Rows of a currency between two days of the column without a rate, and why there is none."""

    currency: Currency
    first: date
    last: date
    rows: int
    why: str


def gaps_of(table: RateTable, rule: Rule, lacking: Iterable[tuple[Currency, int, int]]) -> list[Gap]:
    """Return the gaps that *lacking* rows are in: currency, number of the day, and how many rows.

    Two days are in one gap where the book has no answer on any day between them. The currency of most rows
    comes first.
    """
    by_code: dict[Currency, dict[int, int]] = {}
    for code, day, rows in lacking:
        days = by_code.setdefault(code, {})
        days[day] = days.get(day, 0) + rows
    found: list[Gap] = []
    for code, days in sorted(by_code.items(), key=lambda item: (-sum(item[1].values()), item[0])):
        run: list[int] = []
        for day in sorted(days):
            if run and table.has_answer_between(code, run[-1], day):
                found.append(_gap(table, rule, code, run, days))
                run = []
            run.append(day)
        found.append(_gap(table, rule, code, run, days))
    return found


def gaps_among(request: Request, rows: Iterable[tuple[str, int, int]]) -> list[Gap]:
    """Return the gaps among pairs of a code and a day, each with its number of rows."""
    pairs = list(rows)
    texts = sorted({text for text, _, _ in pairs})
    known = dict(zip(texts, codes_in(texts, request.roles.code_column or ""), strict=True))
    days = [day for _, day, _ in pairs] or [0]
    codes = {code for code in known.values() if code is not None}
    table = table_of(request.rule, request.to, codes, min(days), max(days))
    found = ((known[text], day, count) for text, day, count in pairs)
    lacking = [
        (code, day, count)
        for code, day, count in found
        if code is not None and not table.has_answer_between(code, day, day)
    ]
    return gaps_of(table, request.rule, lacking)


def not_found(gaps: list[Gap], to: Currency, rows: int, remedy: str) -> RateNotFound:
    """Return the error that says how many of *rows* lack a rate, and where."""
    lacking = sum(gap.rows for gap in gaps)
    by_code: dict[Currency, list[Gap]] = {}
    for gap in gaps:
        by_code.setdefault(gap.currency, []).append(gap)
    texts = [_text(code, own) for code, own in by_code.items()]
    if len(texts) > _CURRENCIES:
        texts[_CURRENCIES:] = [f"and {len(texts) - _CURRENCIES} more currencies"]
    known = ", ".join(texts)
    return RateNotFound(
        f"{lacking:,} of {rows:,} rows have no rate into {to}: {known}; {remedy}",
        base=gaps[0].currency,
        quote=to,
        on=gaps[0].first,
        known=known,
    )


def _text(code: Currency, gaps: list[Gap]) -> str:
    ranges = [
        gap.first.isoformat()
        if gap.first == gap.last
        else f"{gap.first.isoformat()} to {gap.last.isoformat()}"
        for gap in gaps
    ]
    if len(ranges) > _SHOWN:
        ranges[_SHOWN:] = [f"and {len(ranges) - _SHOWN} more stretches"]
    return f"{code} {sum(gap.rows for gap in gaps):,} ({', '.join(ranges)})"


def _gap(table: RateTable, rule: Rule, code: Currency, run: list[int], days: dict[int, int]) -> Gap:
    first, last = run[0], run[-1]
    return Gap(
        code, day_at(first), day_at(last), sum(days[day] for day in run), _why(table, rule, code, first, last)
    )


def _why(table: RateTable, rule: Rule, code: Currency, first: int, last: int) -> str:
    start, end = stretch_of(rule.book, rule.max_age)
    if not table.has_answer_between(code, min(first, start), max(last, end)):
        return f"the book has no rate for {code}/{table.to} near these days"
    if code.until is not None and day_at(first) > code.until:
        return f"{code} was withdrawn after {code.until.isoformat()}: use {code.successor}"
    if not table.has_answer_between(code, min(first, start), first):
        return "before the first rate"
    if not table.has_answer_between(code, last, max(last, end)):
        return f"more than {rule.max_age.days} days after the last rate"
    return f"in a gap of more than {rule.max_age.days} days"
