"""``cafx ticker``: what the ticker of a page says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.cli.options import day, read_input
from cafx.core.decimals import percent, plain
from cafx.core.value import json_ready
from cafx.errors import ParseError
from cafx.ticker import read_ticker
from cafx.values.rate import Rate

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from cafx.cli.screen import Screen


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("page", metavar="PAGE", help="a file, or - for standard input")
    parser.add_argument("--as-of", type=day, help="the day the page was seen, where it shows none")


def run(arguments: Namespace, screen: Screen) -> int:
    """Print the quotations; conflicts and what was rejected go to standard error."""
    page = read_input(arguments.page)
    try:
        reading = read_ticker(page, as_of=arguments.as_of)
    except ParseError as error:
        screen.note(f"cafx: {error}")
        return 1
    if screen.is_json:
        screen.json(json_ready(reading))
    else:
        rows = []
        for quotation in reading.quotations:
            low, high = quotation.printed_bounds
            change = "" if quotation.change is None else f"{plain(quotation.change)}%"
            rows.append(
                (
                    quotation.pair,
                    plain(quotation.price),
                    change,
                    plain(low),
                    plain(high),
                    f"±{percent(Rate.of(quotation).margin)}%",
                    "" if quotation.as_of is None else quotation.as_of.isoformat(),
                )
            )
        screen.table(("pair", "price", "change", "low", "high", "known to", "as of"), rows, "lrrrrrl")
        screen.note(str(reading))
    for remark in (*reading.conflicts, *reading.rejected):
        screen.note(f"cafx: {remark}")
    return 0 if reading.quotations else 1
