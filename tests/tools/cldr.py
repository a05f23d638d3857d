"""Write the locale data that Babel lacks, from the JSON that CLDR publishes; ``make cldr`` calls this.

Two versions of the npm packages cldr-numbers-full and cldr-core are read, from folders that are named or
fetched into a temporary one: the newest, which is what is to be
printed, and that of the Babel installed. A datum that Babel has as its own CLDR has it, and the newest has
otherwise, is needed until Babel takes the newest; one that Babel lacks although its CLDR has it is left out
by Babel's importer (narrow symbols, drafts, range marks, patterns for native digits), and needed always.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from babel import Locale
from babel.localedata import locale_identifiers

from cafx.core.currency import KNOWN
from cafx.locale.overlay import FILE, compact_text
from cafx.locale.plurals import EXACTLY_ONE
from cafx.locale.stock import (
    cldr_version,
    fractions_of,
    native_system,
    stock_compact,
    stock_names,
    stock_text,
)
from cafx.locale.tags import lineage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: Languages that have the names of all currencies; the others have those of the first eleven.
HOME = frozenset("kk ky tg uz tk ru de fr tr zh fa ja bg fi be en".split())
#: Which CLDR is printed.
NEWEST = int(Path(FILE).stem.rpartition("-")[2])
ELEVEN = "KGS KZT TJS UZS TMT USD EUR RUB CNY JPY GBP".split()
SIGNS = {
    "decimal": ("decimal",),
    "group": ("group",),
    "currency_decimal": ("currencyDecimal", "decimal"),
    "currency_group": ("currencyGroup", "group"),
    "minus": ("minusSign",),
    "plus": ("plusSign",),
    "percent": ("percentSign",),
    "about": ("approximatelySign",),
}
COMPACT = {
    "currency": ("currencyFormats", "short", "standard"),
    "short": ("decimalFormats", "short", "decimalFormat"),
    "long": ("decimalFormats", "long", "decimalFormat"),
}


class Edition(NamedTuple):
    """One version of CLDR's JSON."""

    folder: Path

    def supplemental(self, name: str) -> dict[str, object]:
        """Return one file of the data that belong to no locale."""
        text = (self.folder / "cldr-core" / "supplemental" / f"{name}.json").read_text("utf-8")
        return json.loads(text)["supplemental"]

    def has(self, identifier: str) -> bool:
        """Whether there are data for a locale under just this name."""
        return self._path(identifier).is_dir()

    def facts(self, identifier: str, currencies: list[str], categories: tuple[str, ...]) -> dict[str, str]:
        """Return everything that is printed for a locale, by the keys of the overlay."""
        numbers = self._read(identifier, "numbers")
        money = self._read(identifier, "currencies")["currencies"]
        facts = {"minimum": str(numbers["minimumGroupingDigits"])}
        native = numbers["otherNumberingSystems"]["native"]
        for system in dict.fromkeys(("latn", native)):
            facts |= dict(self._of_system(numbers, system))
        latin = numbers["currencyFormats-numberSystem-latn"]
        for category in categories:
            facts[f"unit:{category}"] = _counted(latin, "unitPattern", category, "{0} {1}")
        for code in KNOWN:
            own = money.get(code, {})
            facts[f"symbol:{code}"] = own.get("symbol", code)
            facts[f"narrow:{code}"] = own.get("symbol-alt-narrow") or own.get("symbol", code)
            for what in ("pattern", "decimal", "group"):
                if what in own:
                    facts[f"{what}:{code}"] = own[what]
            if code in currencies:
                for category in categories:
                    name = own.get("displayName", code)
                    facts[f"name:{code}:{category}"] = _counted(own, "displayName", category, name)
        return facts

    def _of_system(self, numbers: Mapping[str, dict], system: str) -> Iterator[tuple[str, str]]:
        signs = numbers.get(f"symbols-numberSystem-{system}")
        if signs is None:  # only a name: it is written as with the digits 0 to 9
            return
        for name, keys in SIGNS.items():
            found = next((signs[key] for key in keys if key in signs), None)
            if found is not None:
                yield f"{system}:{name}", found
        money = numbers[f"currencyFormats-numberSystem-{system}"]
        yield f"{system}:standard", money["standard"]
        yield f"{system}:accounting", money["accounting"]
        yield f"{system}:number", numbers[f"decimalFormats-numberSystem-{system}"]["standard"]
        yield f"{system}:percentage", numbers[f"percentFormats-numberSystem-{system}"]["standard"]
        marks = numbers.get(f"miscPatterns-numberSystem-{system}", {})
        if "range" in marks:
            yield f"{system}:dash", marks["range"].replace("{0}", "").replace("{1}", "")
        for kind, (formats, length, last) in COMPACT.items():
            patterns = numbers[f"{formats}-numberSystem-{system}"].get(length, {}).get(last)
            if patterns:
                yield f"{system}:{kind}", compact_text(_compact(patterns))

    def _path(self, identifier: str) -> Path:
        return self.folder / "cldr-numbers-full" / "main" / identifier.replace("_", "-")

    def _read(self, identifier: str, name: str) -> dict[str, dict]:
        path = self._path(identifier)
        return json.loads((path / f"{name}.json").read_text("utf-8"))["main"][path.name]["numbers"]


def _counted(texts: Mapping[str, str], what: str, category: str, instead: str) -> str:
    """Return the text for a plural category, which is that of ``other`` where it has none of its own."""
    return texts.get(f"{what}-count-{category}") or texts.get(f"{what}-count-other") or instead


def _compact(patterns: Mapping[str, str]) -> dict[int, dict[str, str]]:
    table: dict[int, dict[str, str]] = {}
    for name, pattern in patterns.items():
        power, _, category = name.partition("-count-")
        if "-alt-" not in category:
            table.setdefault(len(power) - 1, {})[category] = pattern
    return table


def stock_facts(locale: Locale, keys: list[str]) -> dict[str, str]:
    """Return what Babel's data say for *keys*."""
    facts = {}
    names: dict[str, dict[str, tuple[str, str]]] = {}
    known = {*locale.plural_form.tags, "other", EXACTLY_ONE}
    for key in keys:
        what, _, rest = key.partition(":")
        if what == "name":
            code, _, category = rest.partition(":")
            names.setdefault(code, stock_names(locale, code))
            facts[key] = names[code].get(category, names[code]["other"])[0]
        elif what == "unit":
            names.setdefault("KGS", stock_names(locale, "KGS"))
            facts[key] = names["KGS"].get(rest, names["KGS"]["other"])[1]
        elif rest in COMPACT:
            table = stock_compact(locale, rest)
            rows = {
                power: {case: text for case, text in row.items() if case in known}
                for power, row in table.items()
            }
            facts[key] = compact_text(rows)
        elif what == "symbol":
            facts[key] = stock_text(locale, key) or rest
        elif rest == "accounting":
            facts[key] = stock_text(locale, f"{what}:standard")
        else:
            facts[key] = stock_text(locale, key)
    return facts


class Overlay:
    """The rows, made from the top of inheritance down: each has what those above it do not say already."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, tuple[str, str]]] = {"": {}}

    def add(self, identifier: str, until: str, key: str, value: str) -> None:
        """Add a datum."""
        if any(mark in value for mark in "\t\n"):
            raise ValueError(f"{identifier} {key}: {value!r} cannot be written")
        self.rows.setdefault(identifier, {})[key] = (until, value)

    def found(self, identifier: str, key: str) -> tuple[str, str] | None:
        """Return what the rows so far say for a locale."""
        rows = (self.rows.get(name, {}) for name in (*lineage(identifier), ""))
        return next((row[key] for row in rows if key in row), None)

    def write(self) -> None:
        """Write the file: one line for each locale and version, keys in order."""
        lines = [""]
        for identifier, row in sorted(self.rows.items()):
            for wanted in ("", str(cldr_version() + 1)):
                cells = [f"{key}\t{value}" for key, (until, value) in sorted(row.items()) if until == wanted]
                if cells:
                    lines.append("\t".join((identifier, wanted, *cells)))
        Path(FILE).write_text("\n".join((*lines, "")), "utf-8")


def root(overlay: Overlay, newest: Edition, facts: Mapping[str, dict[str, str]]) -> None:
    """Add what holds for all locales: narrow symbols, marks, decimals, native digits."""
    for key in ("minimum", "latn:dash", *(f"narrow:{code}" for code in KNOWN)):
        values = Counter(row[key] for row in facts.values())
        overlay.add("", "", key, values.most_common(1)[0][0])
    given = newest.supplemental("currencyData")["currencyData"]["fractions"]
    for code in KNOWN:
        row = given.get(code, given["DEFAULT"])
        text = f"{row['_digits']} {row.get('_cashDigits', row['_digits'])} {row.get('_cashRounding', '0')}"
        if text != fractions_of(code):
            overlay.add("", str(cldr_version() + 1), f"fractions:{code}", text)
    systems = newest.supplemental("numberingSystems")["numberingSystems"]
    for locale in map(Locale.parse, locale_identifiers()):
        system = native_system(locale)
        if system != "latn" and "_digits" in systems[system]:
            overlay.add("", "", f"digits:{system}", systems[system]["_digits"])


def write(newest: Edition, older: Edition) -> None:
    """Write the file from two editions of CLDR."""
    overlay = Overlay()
    locales = [name for name in locale_identifiers() if newest.has(name)]
    locales.sort(key=lambda name: (len(lineage(name)), name))
    wanted, before = {}, {}
    for name in locales:
        categories = tuple(sorted({*Locale.parse(name).plural_form.tags, "other"}))
        codes = list(KNOWN) if name.partition("_")[0] in HOME else ELEVEN
        wanted[name] = newest.facts(name, codes, categories)
        before[name] = older.facts(name, codes, categories) if older.has(name) else {}
    root(overlay, newest, wanted)
    for name in locales:
        stock = stock_facts(Locale.parse(name), list(wanted[name]))
        for key, value in wanted[name].items():
            found = overlay.found(name, key)
            is_narrow = key.startswith("narrow:")
            if (found[1] if found else stock[key]) == value:
                continue
            is_taken = key in before[name] and stock[key] == before[name][key] and not is_narrow
            is_overruled = found is not None and not found[0]
            overlay.add(name, "" if is_overruled or not is_taken else str(cldr_version() + 1), key, value)
    overlay.write()


def fetched(version: int, folder: Path) -> Edition:
    """Fetch the packages of one version of CLDR."""
    place = folder / str(version)
    for name in ("cldr-core", "cldr-numbers-full"):
        place.mkdir(exist_ok=True)
        command = ["npm", "pack", "--silent", f"{name}@{version}"]
        answer = subprocess.run(command, cwd=place, check=True, capture_output=True, text=True, timeout=300)
        with tarfile.open(place / answer.stdout.split()[-1]) as archive:
            archive.extractall(place, filter="data")
        (place / "package").rename(place / name)
    return Edition(place)


if __name__ == "__main__":
    if sys.argv[1:]:
        write(*(Edition(Path(folder)) for folder in sys.argv[1:]))
    else:
        with tempfile.TemporaryDirectory() as temporary:
            write(fetched(NEWEST, Path(temporary)), fetched(cldr_version(), Path(temporary)))
