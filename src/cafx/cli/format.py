"""``cafx format``: an amount as a country writes it."""

from __future__ import annotations

from argparse import ArgumentTypeError
from typing import TYPE_CHECKING, cast, get_args

from cafx.cli.options import code
from cafx.formatting import format_money
from cafx.locale.options import Digits, Style
from cafx.values.money import Money

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from cafx.cli.screen import Screen


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("amount", metavar="AMOUNT", help="a plain number, such as 1234.50")
    parser.add_argument("currency", metavar="CURRENCY", type=code, help="a code, such as KZT")
    parser.add_argument("--locale", default="en", help="such as kk_KZ, ky_KG, tg_TJ, uz_UZ, tk_TM, ru or en")
    parser.add_argument(
        "--style", default="symbol", choices=get_args(Style), help="how the currency is written"
    )
    parser.add_argument("--compact", action="store_true", help="13 trillion instead of all the zeros")
    parser.add_argument(
        "--digits", type=_digits, default="currency", help="currency, whole, auto, cash, given, or a number"
    )


def run(arguments: Namespace, screen: Screen) -> int:
    """Print the formatted amount."""
    money = Money(arguments.amount, arguments.currency)
    text = format_money(
        money,
        arguments.locale,
        style=arguments.style,
        notation="compact" if arguments.compact else "standard",
        digits=arguments.digits,
    )
    if screen.is_json:
        screen.json({**money.to_dict(), "locale": arguments.locale, "text": text})
    else:
        screen.line(text)
    return 0


def _digits(text: str) -> Digits:
    """Read a number of decimals, or one of the words for one."""
    if text.isdecimal() and len(text) <= 2:  # noqa: PLR2004 -- 60 decimals are the most
        return int(text)
    for word in get_args(get_args(Digits)[0]):
        if text == word:
            return cast("Digits", word)
    message = "digits are currency, whole, auto, cash, given, or a number"
    raise ArgumentTypeError(message)
