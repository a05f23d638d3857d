"""``cafx history``: what the user's history holds, what waits in quarantine, and whether it is sound."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from cafx.core.decimals import plain

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from cafx.cli.screen import Screen
    from cafx.history import History

_HEADS = ("base", "quote", "kind", "source", "first", "last", "quotations")
_NOT_SOUND: Final = 2


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--history", metavar="FILE", help="the history file (yours when left out)")
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--quarantine", action="store_true", help="list what waits in quarantine, and why")
    ways.add_argument("--accept", type=int, nargs="+", metavar="N", help="put in force what waits under N")
    ways.add_argument("--accept-all", action="store_true", help="put in force all that waits")
    ways.add_argument("--discard", type=int, nargs="+", metavar="N", help="discard what waits under N")
    ways.add_argument("--discard-all", action="store_true", help="discard all that waits")
    ways.add_argument("--load", metavar="FILE", help="add what --export wrote (.csv, .jsonl, .parquet)")
    ways.add_argument("--export", metavar="OUT", help="write it all to OUT (.csv, .jsonl, .parquet)")
    ways.add_argument("--verify", action="store_true", help="check the whole file")
    ways.add_argument(
        "--rescue", metavar="OUT", help="save what is sound in a damaged file to a new one, OUT"
    )


def run(arguments: Namespace, screen: Screen) -> int:
    """Do the one thing that is asked for; show the coverage where nothing is."""
    from cafx.history import History

    if arguments.rescue is not None:
        return _rescue(arguments, screen)
    with History(arguments.history) as history:
        if arguments.accept or arguments.accept_all:
            count = history.accept_all() if arguments.accept_all else history.accept(arguments.accept)
            return _print(screen, f"{count} accepted")
        if arguments.discard or arguments.discard_all:
            count = history.discard_all() if arguments.discard_all else history.discard(arguments.discard)
            return _print(screen, f"{count} discarded")
        if arguments.load is not None:
            screen.progress(f"reading {arguments.load} ...")
            added = history.load(arguments.load)
            screen.progress("")
            return _print(screen, str(added))
        if arguments.export is not None:
            return _export(history, arguments.export, screen)
        if arguments.verify:
            return _verify(history, screen)
        return _list_quarantine(history, screen) if arguments.quarantine else _list_coverage(history, screen)


def _print(screen: Screen, text: str) -> int:
    if screen.is_json:
        screen.json({"result": text})
    else:
        screen.line(text)
    return 0


def _export(history: History, out: str, screen: Screen) -> int:
    screen.progress(f"writing {out} ...")
    try:
        count = history.export(out)
    finally:
        screen.progress("")
    return _print(screen, f"{count} rows written to {out}")


def _verify(history: History, screen: Screen) -> int:
    if not os.path.lexists(history.path):
        screen.note(f"cafx: there is no history at {history.path} yet; cafx update makes one")
        return 1
    screen.progress(f"checking {history.path} ...")
    try:
        problems = history.verify()
    finally:
        screen.progress("")
    for problem in problems:
        screen.note(f"cafx: {problem}")
    if problems:
        screen.note("cafx: cafx history --rescue OUT saves what is sound in a new file")
    _print(screen, "not sound" if problems else "sound")
    return _NOT_SOUND if problems else 0


def _rescue(arguments: Namespace, screen: Screen) -> int:
    from cafx.history import rescue

    screen.progress(f"reading what is sound into {arguments.rescue} ...")
    try:
        rescued = rescue(arguments.rescue, arguments.history)
    finally:
        screen.progress("")
    for line in rescued.lost:
        screen.note(f"cafx: lost: {line}")
    _print(screen, str(rescued))
    return 1 if rescued.lost else 0


def _list_quarantine(history: History, screen: Screen) -> int:
    waiting = history.quarantine()
    if screen.is_json:
        screen.json([one.to_dict() for one in waiting])
    else:
        rows = [
            (str(one.number), one.quotation.pair, plain(one.quotation.price), one.reason) for one in waiting
        ]
        screen.table(("number", "pair", "price", "in quarantine because"), rows, "rlrl")
    if not waiting:
        screen.note("cafx: nothing is in quarantine")
    return 0 if waiting else 1


def _list_coverage(history: History, screen: Screen) -> int:
    rows = history.book().holdings()
    if screen.is_json:
        screen.json([row.to_dict() for row in rows])
    elif rows:
        screen.table(_HEADS, [tuple(map(_cell, row.to_dict().values())) for row in rows], "llllllr")
    if not rows:
        screen.note(f"cafx: {history.path} holds nothing yet; cafx update fetches rates")
    return 0 if rows else 1


def _cell(value: object) -> str:
    return "" if value is None else str(value)
