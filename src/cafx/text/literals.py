"""``Literals``: many short strings that are sought in a text at once, of which nearly all are absent."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

__all__ = ["Literals"]

#: Letters from the rare to the frequent ones in the news of eight languages; what is not here is rarer.
_BY_FREQUENCY: Final = (
    "НЖDТZУҚхKAçЕRБШцxСюäэұUКчfSьzАҳvTşüӯqwөүpjяғфпжшňkcýйӣқзuңhгбbіgвкуўmмдsстdынotрyлlrеnиeiоаa '"
)
_RANK: Final = {letter: rank for rank, letter in enumerate(_BY_FREQUENCY)}
#: In a shorter text a search a literal costs less than a look at all letters, or than making the expressions.
_LONG: Final = 1_000


class _Group(NamedTuple):
    """Literals with one letter in common."""

    letter: str
    literals: tuple[str, ...]
    letters: frozenset[str]


class Literals:
    """Literals, grouped by a letter that few texts have, or have seldom.

    One look at a letter that a text lacks leaves out all that is spelled with it, and one search for
    the letter and what stands around it tells that a text has none of a group.
    """

    __slots__ = ("_groups",)

    def __init__(self, literals: Iterable[str]) -> None:
        self._groups = tuple(_groups_of(literals))

    def within(self, text: str) -> list[str]:
        """Return those of the literals that *text* holds.

        >>> Literals(("tenge", "tanga", "сом")).within("five tenge")
        ['tenge']
        """
        if len(text) <= _LONG:
            return [
                literal
                for letter, literals, _ in self._groups
                if letter in text
                for literal in literals
                if literal in text
            ]
        groups = [group for group in self._groups if group.letter in text]
        letters: frozenset[str] = frozenset().union(*(group.letters for group in groups))
        missing = {letter for letter in letters if letter not in text}
        found: list[str] = []
        for group in groups:
            sought = [literal for literal in group.literals if missing.isdisjoint(literal)]
            if len(sought) > 1 and _search_of(group)(text) is None:
                continue
            found += [literal for literal in sought if literal in text]
        return found


def _groups_of(literals: Iterable[str]) -> Iterator[_Group]:
    left = sorted(set(literals))
    letters = sorted(set("".join(left)), key=lambda letter: (_RANK.get(letter, -1), letter))
    for at_least in (2, 1):
        for letter in letters:
            group = tuple(literal for literal in left if letter in literal)
            if len(group) >= at_least:
                left = [literal for literal in left if letter not in literal]
                yield _Group(letter, group, frozenset("".join(group)))


@lru_cache(maxsize=256)
def _search_of(group: _Group) -> Callable[[str], re.Match[str] | None]:
    """Return what finds any of a group: its letter, which ``re`` can skip to, then what stands around it."""
    letter, literals = group.letter, group.literals
    ways: dict[str, list[str]] = {}
    for literal in literals:
        ways.setdefault(literal.partition(letter)[2], []).append(literal)
    behind = "|".join(
        re.escape(rest) + _settled(ways[rest], letter + rest) for rest in sorted(ways, reverse=True)
    )
    return re.compile(f"{re.escape(letter)}(?:{behind})").search


def _settled(literals: Sequence[str], end: str) -> str:
    """Return what looks back for one of *literals*: for the letter before their *end* first."""
    wholes = "|".join(f"(?<={re.escape(literal)})" for literal in literals)
    befores = "".join(sorted({literal.removesuffix(end)[-1:] for literal in literals}))
    is_apart = all(literal != end for literal in literals) and len(literals) > 1
    near = f"(?<=[{re.escape(befores)}]{re.escape(end)})" if is_apart else ""
    return f"{near}(?:{wholes})"
