"""Writes the table of accuracy of a page: ``python tests/tools/accuracy.py FOLDER``.

FOLDER holds the annotated sets, ``figures/dev.jsonl`` and ``rates-in-text/dev.jsonl``.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from figures_scorer import rows_of, score
from rates_scorer import score_rates

__all__ = ["PAGE", "Line", "lines_on", "measure"]

PAGE = Path(__file__).parents[2] / "docs" / "understand" / "figures.md"
_NAMES = {
    "en": "English",
    "kk": "Kazakh",
    "ky": "Kyrgyz",
    "ru": "Russian",
    "tg": "Tajik",
    "tk": "Turkmen",
    "uz-Cyrl": "Uzbek, Cyrillic",
    "uz-Latn": "Uzbek, Latin",
}
_HEAD = "| what | texts | in them | right | too many |\n| --- | ---: | ---: | ---: | ---: |\n"
_ROW = re.compile(r"^\| ([^|]+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", re.MULTILINE)


class Line(NamedTuple):
    """One line of the table."""

    what: str
    texts: int
    known: int
    right: int
    spurious: int


def measure(folder: Path) -> list[Line]:
    """Score both sets: figures by language, then figures and stated rates in all."""
    rows = rows_of(folder / "figures" / "dev.jsonl")
    groups = [
        (f"figures in {name}", [row for row in rows if row["lang"] == key]) for key, name in _NAMES.items()
    ]
    lines = []
    for what, group in [*groups, ("**all figures**", rows)]:
        one = score(group)
        lines.append(Line(what, one.rows, one.figures, one.right, one.spurious))
    rates = score_rates(rows_of(folder / "rates-in-text" / "dev.jsonl"))
    lines.append(Line("**all stated rates**", rates.texts, rates.rates, rates.right, rates.spurious))
    return lines


def lines_on(page: str) -> list[Line]:
    """Return the lines that the page shows."""
    return [Line(what, *map(int, numbers)) for what, *numbers in _ROW.findall(page)]


if __name__ == "__main__":
    table = _HEAD + "".join(f"| {' | '.join(map(str, line))} |\n" for line in measure(Path(sys.argv[1])))
    text = PAGE.read_text("utf-8")
    PAGE.write_text(
        re.sub(r"\| what \| texts .*?\n\n", lambda _: f"{table}\n", text, flags=re.DOTALL), "utf-8"
    )
    print(table)
