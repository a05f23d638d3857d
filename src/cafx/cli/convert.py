"""``cafx convert``: money in words or digits, in another currency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.book import RateBook
from cafx.cli.options import REFRESH, age_of, code, day, read_input
from cafx.exchange import convert, default_book
from cafx.formatting import format_money
from cafx.ticker import read_ticker
from cafx.value import json_ready

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from cafx.cli.screen import Screen

NAME = "convert"
HELP = 'convert money, such as "13 trillion tenge", and say how sure the result is'


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("what", metavar="MONEY", help='one amount: "13 trillion tenge", "450000 KZT"')
    parser.add_argument("to", metavar="CURRENCY", type=code, help="the currency wanted, such as usd")
    parser.add_argument("--on", type=day, help="the day whose rate is used (the newest known when left out)")
    parser.add_argument("--page", help="take the rates from the ticker of this page, or - for standard input")


def run(arguments: Namespace, screen: Screen) -> int:
    """Print the result with its bounds, and the rate with its age."""
    book = default_book()
    if arguments.page is not None:
        book = RateBook(read_ticker(read_input(arguments.page)).quotations)
    conversion = convert(arguments.what, arguments.to, on=arguments.on, book=book)
    rate = conversion.rate
    age = age_of(rate, arguments.on or screen.today)
    if screen.is_json:
        screen.json({**conversion.to_dict(), "significant": json_ready(conversion.significant()), "age": age})
        return 0
    shown = conversion.significant()
    text = format_money(shown, "en", digits="auto")
    if rate.is_exact:
        screen.line(f"{conversion.money} = {text}")
    else:
        low, high = (format_money(end, "en", digits="auto") for end in conversion.ends)
        screen.line(f"{conversion.money} ≈ {text} ({low} to {high})")
    screen.line(f"at {rate}, {age}")
    for leg in rate.legs:
        screen.line(f"from {leg}")
    if arguments.on is None and rate.legs and rate.age(screen.today):
        screen.note(f"cafx: the rate is {age}; {REFRESH}")
    return 0
