"""``cafx history``: what the user's history holds, what it holds back, and whether it is sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.core.decimals import plain
from cafx.core.value import json_ready

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from cafx.cli.screen import Screen
    from cafx.history import History

_HEADS = ("base", "quote", "kind", "source", "first", "last", "quotations")


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--history", metavar="FILE", help="the history file (yours when left out)")
    deeds = parser.add_mutually_exclusive_group()
    deeds.add_argument("--held", action="store_true", help="list what is held back, and why")
    deeds.add_argument("--accept", type=int, nargs="+", metavar="N", help="take what is held back under N")
    deeds.add_argument("--reject", type=int, nargs="+", metavar="N", help="refuse what is held back under N")
    deeds.add_argument("--export", metavar="OUT", help="write it all to OUT (.csv, .jsonl, .parquet)")
    deeds.add_argument("--verify", action="store_true", help="check the whole file")


def run(arguments: Namespace, screen: Screen) -> int:
    """Do the one thing that is asked for; show the coverage where nothing is."""
    from cafx.history import History

    with History(arguments.history) as history:
        if arguments.accept or arguments.reject:
            decide = history.accept if arguments.accept else history.reject
            return _said(screen, f"{decide(*(arguments.accept or arguments.reject))} decided")
        if arguments.export:
            return _said(screen, f"{history.export(arguments.export)} rows written to {arguments.export}")
        if arguments.verify:
            problems = history.verify()
            for problem in problems:
                screen.note(f"cafx: {problem}")
            return _said(screen, "unsound" if problems else "sound") or (2 if problems else 0)
        return _held(history, screen) if arguments.held else _coverage(history, screen)


def _said(screen: Screen, text: str) -> int:
    if screen.is_json:
        screen.json({"result": text})
    else:
        screen.line(text)
    return 0


def _held(history: History, screen: Screen) -> int:
    suspects = history.quarantine()
    if screen.is_json:
        screen.json([{name: json_ready(part) for name, part in one._asdict().items()} for one in suspects])
    else:
        rows = [
            (str(suspect.number), suspect.quotation.pair, plain(suspect.quotation.price), suspect.reason)
            for suspect in suspects
        ]
        screen.table(("number", "pair", "price", "held back because"), rows, "rlrl")
    if not suspects:
        screen.note("cafx: nothing is held back")
    return 0 if suspects else 1


def _coverage(history: History, screen: Screen) -> int:
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
