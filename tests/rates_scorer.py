"""Scores ``find_rates`` against annotated texts: base, quote, nominal, price and side all have to agree."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.text import Figure, StatedRate, find_figures, find_rates

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from figures_scorer import Row

__all__ = ["RateScore", "marked_rows", "score_rates"]

_MARK: Final = re.compile(r"\{([^=}]*)=([A-Z]{3})/([A-Z]{3})([^}]*)\}")
_NUMBER: Final = re.compile(r"[0-9]+(?:[\s,.][0-9]+)*")
_GROUPED: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")


class RateScore(NamedTuple):
    """What was counted: how many stated rates are right, what was too much, what became a figure."""

    texts: int
    rates: int
    right: int
    spurious: int
    figures: int
    misses: tuple[str, ...]

    @property
    def share(self) -> float:
        """Rates that are right, in per cent."""
        return 100 * self.right / self.rates if self.rates else 100.0


def marked_rows(path: Path) -> list[Row]:
    """Read a file of texts whose rates are marked in them; its head says how."""
    rows: list[Row] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        language, _, marked = line.partition(" | ")
        if not marked or line.startswith("#"):
            continue
        text, here, rates = "", 0, []
        for match in _MARK.finditer(marked):
            text += marked[here : match.start()]
            rates.append(_marked(match, len(text), language))
            text += match[1]
            here = match.end()
        text = (text + marked[here:]).replace("⏎", "\n")
        rows.append({"id": f"{number}-{language}", "text": text, "rates": rates})
    return rows


def _marked(match: re.Match[str], start: int, language: str) -> Row:
    gold: Row = {
        "text": match[1], "start": start, "end": start + len(match[1]), "base": match[2], "quote": match[3],
        "nominal": "1", "price": None, "low": None, "high": None, "side": None, "kind": None,
    }  # fmt: skip
    for word in match[4].split():
        if word.startswith("*"):
            gold["nominal"] = word[1:]
        elif word.startswith("!"):
            gold["kind"] = word[1:]
        elif ".." in word:
            gold["low"], gold["high"] = word.split("..")
        elif word[0].isdecimal():
            gold["price"] = word
        else:
            gold["side"] = word
    if gold["price"] is None and gold["low"] is None:
        found = _NUMBER.search(match[1])
        assert found is not None
        digits = re.sub(r"\s", "", found[0])
        is_grouped = language == "en" and _GROUPED.fullmatch(digits)
        gold["price"] = digits.replace(",", "" if is_grouped else ".")
    return gold


def score_rates(rows: Iterable[Row]) -> RateScore:
    """Run the reader over *rows* without any hint, and count."""
    texts = rates = right = spurious = figures = 0
    misses: list[str] = []
    for row in rows:
        texts += 1
        found = list(find_rates(row["text"]))
        amounts = find_figures(row["text"])
        for gold in row["rates"]:
            rates += 1
            match = next((rate for rate in found if _overlaps(rate, gold)), None)
            figures += any(_overlaps(figure, gold) for figure in amounts)
            if match is not None:
                found.remove(match)
            if match is not None and _is_same(match, gold):
                right += 1
            else:
                misses.append(f"{row['id']} {gold['text']!r}: {match} in {row['text']!r}")
        spurious += len(found)
        misses += [f"{row['id']} spurious {rate.text!r}: {rate}" for rate in found]
    return RateScore(texts, rates, right, spurious, figures, tuple(misses))


def _is_same(rate: StatedRate, gold: Row) -> bool:
    if (rate.base, rate.quote, rate.nominal) != (gold["base"], gold["quote"], int(gold["nominal"])):
        return False
    if rate.side != gold["side"]:
        return False
    if gold["price"] is not None:
        return rate.price == Decimal(gold["price"])
    return rate.ends == (Decimal(gold["low"]), Decimal(gold["high"]))


def _overlaps(found: Figure | StatedRate, gold: Row) -> bool:
    return bool(found.start < gold["end"] and gold["start"] < found.end)
