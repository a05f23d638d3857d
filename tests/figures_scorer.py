"""Scores ``find_figures`` against annotated rows, by the rules that come with them."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from cafx.text import Figure, find_figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

__all__ = ["Row", "Score", "rows_of", "score", "table"]

Row = dict[str, Any]


class Score(NamedTuple):
    """What was counted: of all figures how many are right, and what was too much."""

    rows: int
    figures: int
    right: int
    exact_spans: int
    hedges: int
    spurious: int
    stated: int
    stated_right: int
    empty_rows: int
    clean_rows: int
    misses: tuple[str, ...]

    @property
    def share(self) -> float:
        """Figures with value and currency right, in per cent."""
        return 100 * self.right / self.figures if self.figures else 100.0

    @property
    def hedge_share(self) -> float:
        """Of the right ones, those with the right hedge class, in per cent."""
        return 100 * self.hedges / self.right if self.right else 100.0

    @property
    def stated_share(self) -> float:
        """Stated pairs that are right, in per cent."""
        return 100 * self.stated_right / self.stated if self.stated else 100.0

    @property
    def spurious_share(self) -> float:
        """Figures that nobody annotated, per 100 rows."""
        return 100 * self.spurious / self.rows if self.rows else 0.0


def rows_of(path: Path) -> list[Row]:
    """Read annotated rows, one JSON object a line."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def score(rows: Iterable[Row]) -> Score:
    """Run the finder over *rows* without any hint, and count."""
    counts: Counter[str] = Counter()
    misses: list[str] = []
    for row in rows:
        counts["rows"] += 1
        found = list(find_figures(row["text"]))
        gold = [figure for figure in row["figures"] if not figure["optional"]]
        _count(row, found, gold, counts, misses)
        if not row["figures"]:
            counts["empty"] += 1
            counts["clean"] += not found
    return Score(
        rows=counts["rows"],
        figures=counts["figures"],
        right=counts["right"],
        exact_spans=counts["spans"],
        hedges=counts["hedges"],
        spurious=counts["spurious"],
        stated=counts["stated"],
        stated_right=counts["stated_right"],
        empty_rows=counts["empty"],
        clean_rows=counts["clean"],
        misses=tuple(misses),
    )


def _count(row: Row, found: list[Figure], gold: list[Row], counts: Counter[str], misses: list[str]) -> None:
    left = list(found)
    for one in gold:
        counts["figures"] += 1
        match = next((figure for figure in left if _is_same(figure, one)), None)
        if match is None:
            match = _as_ends(one, gold, found)
        if one["stated"]:
            counts["stated"] += 1
            counts["stated_right"] += match is not None and _is_stated_right(match, one["stated"])
        if match is None:
            misses.append(f"{row['id']} missed {one['text']!r} in {row['text']!r}: found {_shown(found)}")
            continue
        if match in left and match.is_range == (one["amount"] is None):
            left.remove(match)
        counts["right"] += 1
        counts["spans"] += (match.start, match.end) == (one["start"], one["end"])
        is_hedged = match.hedge == one["hedge"]
        counts["hedges"] += is_hedged
        if not is_hedged:
            misses.append(f"{row['id']} hedge {match.hedge} for {one['hedge']}: {row['text']!r}")
        if one["stated"] and not _is_stated_right(match, one["stated"]):
            misses.append(
                f"{row['id']} stated {match.stated} for {one['stated']['text']!r}: {{row['text']!r}}"
            )
    for figure in left:
        if not any(_overlaps(figure, one) for one in row["figures"]):
            counts["spurious"] += 1
            misses.append(f"{row['id']} spurious {figure.text!r} in {row['text']!r}")


def _is_same(figure: Figure, gold: Row) -> bool:
    if not _overlaps(figure, gold) or figure.currency != gold["currency"]:
        return False
    if gold["amount"] is not None:
        return figure.amount is not None and figure.amount == Decimal(gold["amount"])
    return _ends(figure) == (Decimal(gold["low"]), Decimal(gold["high"]))


def _as_ends(gold: Row, others: Sequence[Row], found: list[Figure]) -> Figure | None:
    """Accept one range for the two figures of a change, and two figures for one range."""
    for figure in found:
        if gold["amount"] is None:
            ends = [Decimal(gold["low"]), Decimal(gold["high"])]
            inside = [
                one.amount for one in found if _overlaps(one, gold) and one.currency == gold["currency"]
            ]
            if inside == ends:
                return figure
        elif (
            figure.is_range
            and _overlaps(figure, gold)
            and figure.currency == gold["currency"]
            and Decimal(gold["amount"]) in _ends(figure)
            and sum(_overlaps(figure, other) for other in others) == 2
        ):
            return figure
    return None


def _is_stated_right(figure: Figure, gold: Row) -> bool:
    stated = figure.stated
    if stated is None or stated.currency != gold["currency"]:
        return False
    if gold["amount"] is not None:
        return stated.amount is not None and stated.amount == Decimal(gold["amount"])
    return _ends(stated) == (Decimal(gold["low"]), Decimal(gold["high"]))


def _ends(figure: Figure) -> tuple[Decimal, Decimal]:
    low, high = figure.ends
    return low.amount, high.amount


def _overlaps(figure: Figure, gold: Row) -> bool:
    return bool(figure.start < gold["end"] and gold["start"] < figure.end)


def _shown(found: list[Figure]) -> list[str]:
    return [f"{figure.text} = {figure}" for figure in found]


def table(rows: list[Row]) -> str:
    """Write the score by language and by tag as a table."""
    lines = [f"{'':24}{'rows':>6}{'figures':>9}{'right %':>9}{'hedge %':>9}{'stated %':>9}{'spurious':>9}"]
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[f"language {row['lang']}"].append(row)
        for tag in row["tags"]:
            groups[tag].append(row)
    ordered = sorted(groups.items(), key=lambda item: (not item[0].startswith("language"), item[0]))
    for name, group in [("all", rows), *ordered]:
        one = score(group)
        lines.append(
            f"{name[:23]:24}{one.rows:6}{one.figures:9}{one.share:9.1f}{one.hedge_share:9.1f}"
            f"{one.stated_share:9.1f}{one.spurious:9}"
        )
    return "\n".join(lines)
