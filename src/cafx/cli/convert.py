"""``cafx convert``: money in words or digits, in another currency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.cli.options import REFRESH, age_of, code, day, days_old, max_age, read_input
from cafx.core.value import json_ready
from cafx.exchange import convert
from cafx.formatting import format_conversion
from cafx.rates.book import MAX_AGE, RateBook
from cafx.text.single import lone_figure

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from cafx.cli.screen import Screen


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "what", metavar="MONEY", nargs="+", help='one amount: "13 trillion tenge", "450000 KZT"'
    )
    parser.add_argument("to", metavar="CURRENCY", type=code, help="the currency wanted, such as usd")
    parser.add_argument("--on", type=day, help="the day whose rate is used (the newest known when left out)")
    parser.add_argument(
        "--max-age", type=max_age, default=MAX_AGE, metavar="DAYS", help="how old a rate may be (14)"
    )
    parser.add_argument("--page", help="take the rates from the ticker of this page, or - for standard input")
    parser.add_argument("--as-of", type=day, help="the day that the page was seen, where it shows none")
    parser.add_argument("--locale", default="en", help="whose way of writing amounts is followed (en)")


def run(arguments: Namespace, screen: Screen) -> int:
    """Print the result with its bounds, and the rate with its age."""
    what = " ".join(arguments.what)
    if not _holds_money(what):
        from cafx.text.refusals import why_none
        from cafx.text.words import ANY

        screen.note(f"cafx: {why_none(what, ANY, remedy='')}")
        return 1
    if arguments.page is None:
        book = None
    else:
        from cafx.ticker import read_ticker

        reading = read_ticker(read_input(arguments.page), as_of=arguments.as_of)
        book = RateBook(reading)
        for remark in (*reading.conflicts, *reading.rejected):
            screen.note(f"cafx: {remark}")
    conversion = convert(what, arguments.to, on=arguments.on, book=book, max_age=arguments.max_age)
    rate, asked = conversion.rate, arguments.on or screen.today
    if screen.is_json:
        extra = {"significant": json_ready(conversion.significant()), "age_days": days_old(rate, asked)}
        screen.json({**conversion.to_dict(), **extra})
    else:
        for end in dict.fromkeys(conversion.ends):
            screen.line(f"{end.money} {format_conversion(end, arguments.locale, bounds=True)}")
        screen.line(f"at {rate}, {age_of(rate, asked)}")
        for leg in rate.legs:
            screen.line(f"from {leg}")
    if arguments.on is None and days_old(rate, asked) != 0:
        way = REFRESH if arguments.page is None else "pass a page of today"
        screen.note(f"cafx: the rate is {age_of(rate, asked)}; {way}, or --on for the day that is meant")
    return 0


def _holds_money(text: str) -> bool:
    """Whether *text* holds an amount; the grammar of running text is asked only where it needs it."""
    if lone_figure(text) is not None:
        return True
    from cafx.text import find_figures

    return bool(find_figures(text, currencies="any"))
