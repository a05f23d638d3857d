"""``cafx check``: what an article says its figures are worth, held against the rates of its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cafx.cli.options import add_articles, inputs, note_age, note_day
from cafx.core.decimals import plain, significant
from cafx.core.html import readable
from cafx.exchange import current_book
from cafx.text import Figure, check, implied_rates
from cafx.text.annotation import day_for

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from datetime import date

    from cafx.cli.screen import Screen
    from cafx.core.value import Json
    from cafx.text import Finding
    from cafx.values.rate import Rate


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    add_articles(parser)
    how_far = "how far a writer's rate may lie from the one at hand (0.05 is 5 %%)"
    parser.add_argument("--tolerance", default="0.05", help=how_far)


def run(arguments: Namespace, screen: Screen) -> int:
    """Print a line for each stated pair and rate, and the rate that the article's own figures imply."""
    book = current_book()
    rows: list[tuple[str, ...]] = []
    found: list[Json] = []
    rates: dict[tuple[Rate, date | None], None] = {}
    for name, page, *_ in inputs(arguments, screen):
        text = readable(page)
        day, said = day_for(page, arguments.on)
        checked = check(text, book, on=day, tolerance=arguments.tolerance, max_age=arguments.max_age)
        note_day(screen, name, checked.replace(date_text=said))
        for finding in checked:
            line = text.count("\n", 0, finding.figure.start) + 1
            rows.append((name, str(line), *_row(finding)))
            found.append(_as_json(name, line, finding))
        figures = [finding.figure for finding in checked if isinstance(finding.figure, Figure)]
        for implied in implied_rates(figures):
            screen.note(f"cafx: the figures of {name} imply {implied}")
        rates.update(dict.fromkeys((rate, day) for rate in checked.rates))
    if screen.is_json:
        screen.json(found)
    else:
        screen.table(("article", "line", "figure", "stated", "verdict", "reason"), rows, "lrllll")
    for rate, day in rates:
        note_age(screen, (rate,), day)
    if not rows:
        screen.note("cafx: no figure with a stated worth, and no stated rate")
    return 0 if rows else 1


def _row(finding: Finding) -> tuple[str, str, str, str]:
    figure = finding.figure
    stated = figure.stated.text if isinstance(figure, Figure) and figure.stated is not None else str(figure)
    said = " ".join(stated.split())
    return " ".join(figure.text.split()), said, finding.verdict or "", finding.reason


def _as_json(name: str, line: int, finding: Finding) -> Json:
    what = "figure" if isinstance(finding.figure, Figure) else "stated_rate"
    return {
        "article": name,
        "line": line,
        what: finding.figure.to_dict(),
        "verdict": finding.verdict,
        "factor": None if finding.factor is None else plain(significant(finding.factor, 4)),
        "doubt": None if finding.doubt is None else plain(significant(finding.doubt, 4)),
        "reason": finding.reason,
    }
