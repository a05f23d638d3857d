"""The command line: ``cafx`` and its commands, each a module of its own.

Exit codes: 0; 1 where nothing was found; 2 for bad input, also where only a part of it was bad; 130 where
the user stopped it. Errors are one line on standard error.
"""

from __future__ import annotations

import argparse
import os
import sys
import warnings
from importlib import import_module

from cafx.cli.screen import Screen
from cafx.errors import CafxError, CafxWarning, RateNotFound
from cafx.version import __version__

# As in cafx itself: importing typing for it would cost more than all that the command needs to begin.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Final, NoReturn

__all__ = ["main"]

_NOTHING_FOUND: Final = 1
_BAD_INPUT: Final = 2
_INTERNAL: Final = 70  # sysexits.h: EX_SOFTWARE
_STOPPED: Final = 130
_WIDTH: Final = 80
_MAX_DIGITS: Final = 6

# Each command is a module of its name with add_arguments(parser) and run(arguments, screen). Only the one
# that is called is imported, so that `cafx --help` opens at once.
_COMMANDS: Final = {
    "ticker": "read the exchange-rate ticker of a page (text or HTML)",
    "convert": 'convert money, such as "13 trillion tenge", and say how sure the result is',
    "figures": "find the money figures of an article and convert them",
    "annotate": "write behind each money figure of an article what it is worth",
    "check": "compare the dollars that an article states with the rates of its day",
    "format": "print an amount as a country writes it",
    "rates": "show the rates at hand, how precise each is, and how old",
    "update": "fetch official rates from the central banks into your history",
    "history": "show your history of rates, decide what is in quarantine, load, export, verify or rescue it",
}


class _Format(argparse.HelpFormatter):
    """Help as wide as the terminal, which argparse would import ``shutil`` and its archives to ask for."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line, like every other error of the command."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=_Format, **options)

    def error(self, message: str) -> NoReturn:
        self.exit(_BAD_INPUT, f"{self.prog}: {message} (see {self.prog} --help)\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with *arguments* (those of the process when left out); return its exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    parsed = _parser(given).parse_args(given)
    screen = Screen(is_json=parsed.json)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", CafxWarning)  # the command says the age of a rate itself
            code: int = parsed.run(parsed, screen)
        screen.flush()
    except BrokenPipeError:  # the reader, such as head, has seen enough
        screen.abandon()
        return 0
    except KeyboardInterrupt:
        return _failed("stopped", _STOPPED)
    except RateNotFound as error:
        when = "" if error.on is None else f" on {error.on.isoformat()}"
        remedy = "pass --on a day in reach, or run cafx update"
        return _failed(f"no rate for {error.pair}{when}: {error.known}; {remedy}", _NOTHING_FOUND)
    except (CafxError, OSError, UnicodeError) as error:
        return _failed(str(error), _BAD_INPUT)
    except Exception as error:
        if os.environ.get("CAFX_DEBUG"):
            raise
        reason = f"{type(error).__name__}: {error}"
        return _failed(
            f"a fault of cafx itself ({reason}): CAFX_DEBUG=1 shows where, please report it", _INTERNAL
        )
    return _BAD_INPUT if screen.has_fault else code


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    parser = _Parser(prog="cafx", description="The money of Central Asia, exact and honest about precision.")
    parser.add_argument("--version", action="version", version=f"cafx {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    called = next((word for word in given if word in _COMMANDS), None)
    # Where a command stands first the list of all is never shown: the parsers of the others are not made.
    shown = {called: _COMMANDS[called]} if called is not None and called == given[0] else _COMMANDS
    for name, text in shown.items():
        sub = commands.add_parser(name, help=text, description=text)
        if name == called:
            module = import_module(f"cafx.cli.{name}")
            module.add_arguments(sub)
            sub.add_argument("--json", action="store_true", help="print JSON")
            sub.set_defaults(run=module.run)
    return parser


def _columns() -> int:
    """Return how wide help is printed: as ``COLUMNS`` or the terminal says, else 80."""
    named = os.environ.get("COLUMNS", "")
    if named.isascii() and named.isdigit() and len(named) <= _MAX_DIGITS and int(named):
        return int(named)
    try:
        return os.get_terminal_size(1).columns or _WIDTH  # 1 is standard output, whatever it is
    except OSError:
        return _WIDTH


def _failed(message: str, code: int) -> int:
    print(f"cafx: {' '.join(message.split())}", file=sys.stderr)
    return code
