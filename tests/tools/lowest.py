"""The lowest versions that pyproject.toml allows, as constraints for pip: `make test-lowest` tests with them.

    python tests/tools/lowest.py pyproject.toml > lowest.txt

A lower bound is a promise; it is kept only where the suite runs on it. What has no lower bound is refused,
because nothing says what it would have to work with.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: The groups that are installed; what the benchmarks are only held against is no dependency.
GROUPS = ("dev", "engines")

_NAMED = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(?:\[[^]]*\])?\s*(?P<bounds>[^;]*)(?P<marker>;.*)?")
_LOWEST = re.compile(r">=\s*([0-9][0-9A-Za-z.]*)")


def lowest_of(project: Mapping[str, object]) -> dict[str, str]:
    """Return a constraint for each package that a pyproject.toml names, by name."""
    found: dict[str, str] = {}
    for requirement in requirements_in(project):
        named = _NAMED.fullmatch(requirement.strip())
        bound = _LOWEST.search(named["bounds"]) if named else None
        if named is None or bound is None:
            message = f"{requirement!r} has no lower bound"
            raise SystemExit(message)
        name = named["name"].lower()
        line = f"{named['name']}=={bound[1]}{named['marker'] or ''}"
        if found.setdefault(name, line) != line:
            message = f"{name} has two lower bounds: {found[name]!r} and {line!r}"
            raise SystemExit(message)
    return found


def requirements_in(project: Mapping[str, object]) -> Iterator[str]:
    """Yield the requirements of the project, its extras, its groups, and what builds it."""
    yield from project["build-system"]["requires"]
    yield from project["project"]["dependencies"]
    for extra in project["project"]["optional-dependencies"].values():
        yield from extra
    for group in GROUPS:
        yield from _in_group(project["dependency-groups"], group)


def _in_group(groups: Mapping[str, object], name: str) -> Iterator[str]:
    for requirement in groups[name]:
        if isinstance(requirement, str):
            yield requirement
        else:
            yield from _in_group(groups, requirement["include-group"])


if __name__ == "__main__":
    with Path(sys.argv[1]).open("rb") as file:
        print("\n".join(sorted(lowest_of(tomllib.load(file)).values(), key=str.lower)))
