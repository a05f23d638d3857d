"""``make cldr-check``: what cafx prints, held against the ICU of the Node at hand, cell by cell.

The home locales go with every currency in use; sixty others, drawn at random, with five. A cell that differs
must be a listed deviation; of the drawn ones one in a hundred may be another.
"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from babel.localedata import locale_identifiers

from cafx import formatter
from cafx.core.currency import KNOWN
from cafx.locale.deviations import ICU_FAULTS
from cafx.locale.tags import lineage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

NODE = shutil.which("node")
SCRIPT = Path(__file__).parent / "formatting" / "intl.js"
LANGUAGES = frozenset("kk ky tg uz tk ru de fr tr zh fa ja bg fi be en".split())
STYLES = {
    "symbol": {"currencyDisplay": "symbol"},
    "narrow": {"currencyDisplay": "narrowSymbol"},
    "code": {"currencyDisplay": "code"},
    "name": {"currencyDisplay": "name"},
    "accounting": {"currencySign": "accounting"},
}
NOTATIONS = {
    "standard": {},
    "compact": {"notation": "compact"},
    "compact_long": {"notation": "compact", "compactDisplay": "long"},
}
AMOUNTS = "-1234.5 0 1 1234567.891".split()
MORE = (
    "-0 0.05 0.5 1.5 2 5 11 21 99.995 100 999.5 1000 -15 12345.678 999999 1150000 22500000000 13000000000000"
).split()
FIVE = "USD EUR RUB JPY KZT".split()
SEED, DRAWN = 20261125, 60
_CHUNK = 4000


class Cell(NamedTuple):
    """One text: what is printed, and how."""

    locale: str
    currency: str
    style: str
    notation: str
    amount: str


def version() -> str:
    """Return which CLDR the Node at hand has, nothing where it lacks locales or is not there."""
    if NODE is None:
        return ""
    script = (
        "JSON.stringify([process.versions.cldr, Intl.NumberFormat.supportedLocalesOf(['ky', 'tg', 'tk'])])"
    )
    answer = subprocess.run([NODE, "-p", script], capture_output=True, text=True, check=False, timeout=60)
    known = json.loads(answer.stdout) if answer.returncode == 0 else ["", []]
    return str(known[0]) if len(known[1]) == 3 else ""


def known_locales() -> list[str]:
    """Return the locales that both have, in Babel's spelling."""
    tags = {name.replace("_", "-"): name for name in locale_identifiers() if "TARASK" not in name}
    # A script that ICU does not know falls away there: it would print another language's habits.
    script = """
      const tags = JSON.parse(require("fs").readFileSync(0, "utf8"));
      const letters = (tag) => new Intl.Locale(tag).maximize().script;
      const known = Intl.NumberFormat.supportedLocalesOf(tags).filter(
        (tag) => letters(tag) === letters(new Intl.NumberFormat(tag).resolvedOptions().locale));
      console.log(JSON.stringify(known));"""
    found = json.loads(_node(["-e", script], json.dumps(sorted(tags))))
    return [tags[tag] for tag in found if tag in tags]


def home_locales(known: Iterable[str]) -> list[str]:
    """Return those of the languages whose every currency is checked."""
    return [name for name in known if name.partition("_")[0] in LANGUAGES]


def texts(
    rows: Sequence[tuple[str, str, str, str]], amounts: Sequence[str], system: str = "latn"
) -> list[list[str]]:
    """Return what ICU prints of *amounts* for each locale, currency, style and notation."""
    cells = [
        [f"{locale.replace('_', '-')}-u-nu-{system}", currency, STYLES[style] | NOTATIONS[notation], amounts]
        for locale, currency, style, notation in rows
    ]
    return json.loads(_node([str(SCRIPT)], json.dumps(cells)))


def compared(
    locales: Iterable[str], currencies: Sequence[str], amounts: Sequence[str]
) -> Iterator[tuple[Cell, str, str]]:
    """Yield every cell with what cafx prints and what ICU does."""
    rows = [
        (locale, currency, style, notation)
        for locale in locales
        for currency in currencies
        for style in STYLES
        for notation in NOTATIONS
    ]
    for start in range(0, len(rows), _CHUNK):
        chunk = rows[start : start + _CHUNK]
        for (locale, currency, style, notation), expected in zip(chunk, texts(chunk, amounts), strict=True):
            show = formatter(locale, currency, style=style, notation=notation, sign="keep")
            for amount, text in zip(amounts, expected, strict=True):
                yield Cell(locale, currency, style, notation, amount), show(amount), text


def is_listed(cell: Cell) -> bool:
    """Whether ICU is known to be wrong in *cell*."""
    line = set(lineage(cell.locale))
    return any(
        not line.isdisjoint(row.locales.split())
        and row.style in {"", cell.style}
        and row.currency in {"", cell.currency}
        and cell.notation in row.notations.split()
        for row in ICU_FAULTS
    )


def report(title: str, cells: Iterable[tuple[Cell, str, str]]) -> float:
    """Print how many cells agree and where the others are; return the share of those that may stand."""
    total, listed, misses, examples = 0, 0, Counter(), {}
    for cell, ours, theirs in cells:
        total += 1
        if ours != theirs:
            if is_listed(cell):
                listed += 1
            else:
                where = (cell.locale, cell.style, cell.notation)
                misses[where] += 1
                examples.setdefault(where, (cell, ours, theirs))
    others = sum(misses.values())
    share = 1 - others / total
    print(f"{title}: {total:,} cells, {listed:,} listed deviations, {others:,} others: {share:.4%}")
    for where, count in misses.most_common(25):
        cell, ours, theirs = examples[where]
        print(f"  {count:>6} {'/'.join(where)}: {cell.currency} {cell.amount} {ours!a} {theirs!a}")
    return share


def main(arguments: Sequence[str]) -> int:
    """Compare all, or a sample for which a number of home locales is given."""
    if not version():
        print("there is no node with all of ICU here")
        return 1
    known = known_locales()
    home = home_locales(known)
    generator = random.Random(SEED)
    if arguments:
        home = generator.sample(home, int(arguments[0]))
    drawn = generator.sample([name for name in known if name not in set(home)], DRAWN)
    print(f"CLDR {version()} of node")
    whole = report(f"{len(home)} home locales, {len(KNOWN)} currencies", compared(home, list(KNOWN), AMOUNTS))
    others = report(
        f"{len(drawn)} locales drawn, {len(FIVE)} currencies", compared(drawn, FIVE, AMOUNTS + MORE)
    )
    return int(whole < 1 or others < 0.99)


def _node(arguments: list[str], given: str) -> str:
    answer = subprocess.run(
        [str(NODE), *arguments], input=given, capture_output=True, encoding="utf-8", check=True, timeout=300
    )
    return answer.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
