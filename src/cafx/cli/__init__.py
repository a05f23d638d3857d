"""The command line: ``cafx`` and its commands, each a module of its own.

Exit codes: 0, 1 where nothing was found, 2 for bad input. Errors are one line on standard error.
"""

from __future__ import annotations

import argparse
import sys
import warnings
from typing import TYPE_CHECKING, NoReturn

from cafx.cli import annotate, check, convert, figures, history, rates, ticker, update
from cafx.cli import format as format_
from cafx.cli.screen import Screen
from cafx.errors import CafxError, CafxWarning, RateNotFound
from cafx.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]

_NOTHING_FOUND = 1
_BAD_INPUT = 2

# Each command is a module with NAME, HELP, add_arguments(parser) and run(arguments, screen).
_COMMANDS = (ticker, convert, figures, annotate, check, format_, rates, update, history)


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line, like every other error of the command."""

    def error(self, message: str) -> NoReturn:
        self.exit(_BAD_INPUT, f"{self.prog}: {message} (see {self.prog} --help)\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with *arguments* (those of the process when left out); give its exit code."""
    parsed = _parser().parse_args(arguments)
    screen = Screen(is_json=parsed.json)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", CafxWarning)  # the command says the age of a rate itself
            code: int = parsed.run(parsed, screen)
        screen.flush()
    except BrokenPipeError:  # the reader, such as head, has seen enough
        screen.abandon()
        return 0
    except RateNotFound as error:
        when = "" if error.on is None else f" on {error.on.isoformat()}"
        remedy = "pass --on a day in reach, or run cafx update"
        return _failed(f"no rate for {error.pair}{when}: {error.known}; {remedy}", _NOTHING_FOUND)
    except (CafxError, OSError) as error:
        return _failed(str(error), _BAD_INPUT)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="cafx", description="The money of Central Asia, exact and honest about precision.")
    parser.add_argument("--version", action="version", version=f"cafx {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in _COMMANDS:
        sub = commands.add_parser(command.NAME, help=command.HELP, description=command.HELP)
        command.add_arguments(sub)
        sub.add_argument("--json", action="store_true", help="print JSON")
        sub.set_defaults(run=command.run)
    return parser


def _failed(message: str, code: int) -> int:
    print(f"cafx: {' '.join(message.split())}", file=sys.stderr)
    return code
