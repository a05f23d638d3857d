"""What stands before and after the digits: affixes in typed pieces, for each sign."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias
from unicodedata import category

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cafx.locale.facts import Numbers, Pattern

__all__ = ["Affixes", "Layout", "Part", "PartKind", "joined", "layout_of", "name_affixes", "named_layout"]

#: What a piece of a printed amount is; the words of ``Intl.NumberFormat.formatToParts``.
PartKind: TypeAlias = Literal[
    "integer", "group", "decimal", "fraction", "currency", "literal", "minus", "plus", "compact", "percent"
]

_NO_BREAK: Final = "\u00a0"
# What may stand in a compact pattern besides its word: spaces and marks of direction.
_BLANK: Final = " \u00a0\u202f\u200e\u200f\u061c"


_ATOMS: Final = re.compile(r"'[^']*'|.", re.DOTALL).findall


class Part(NamedTuple):
    """One piece of a printed amount.

    >>> from cafx import Money, format_parts
    >>> [part.kind for part in format_parts(Money(5, "USD"), "en")]
    ['currency', 'integer', 'decimal', 'fraction']
    """

    kind: PartKind
    text: str

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:  # noqa: ARG002 -- IPython's names
        """Return what a notebook shows; a named tuple has no base that could say it."""
        from cafx.core.notebook import Heading, bundle_of

        return bundle_of(str(self), (Heading(self.text, self.kind),))


Affixes: TypeAlias = tuple[tuple[Part, ...], tuple[Part, ...]]


class Layout(NamedTuple):
    """What stands before and after the digits of a number with no sign, a minus and a plus."""

    plain: Affixes
    minus: Affixes
    plus: Affixes


def joined(parts: Iterable[Part]) -> str:
    """Return the text that pieces are of."""
    return "".join([part.text for part in parts])


def layout_of(pattern: Pattern, numbers: Numbers, symbol: str = "", *, is_compact: bool = False) -> Layout:
    """Return the layout of a CLDR pattern: the symbol set in, signs as the locale writes them.

    Between a symbol and digits that touch it goes a no-break space, unless the symbol's own
    character there is a sign or a space (CLDR's currencySpacing): ``$5`` but ``KZT 5``.
    """
    word: PartKind = "compact" if is_compact else "literal"

    # Chinese characters for digits are not digits to that rule.
    is_spaced = not numbers.digits or numbers.digits.isdecimal()

    def compiled(prefix: str, suffix: str, sign: str = "-") -> Affixes:
        before, after = (_pieces(affix, numbers, symbol, sign, word) for affix in (prefix, suffix))
        return _spaced(before, after) if is_spaced else (tuple(before), tuple(after))

    plain = compiled(pattern.prefix, pattern.suffix)
    minus = compiled(pattern.negative_prefix, pattern.negative_suffix)
    if "-" in pattern.negative_prefix + pattern.negative_suffix:
        plus = compiled(pattern.negative_prefix, pattern.negative_suffix, "+")
    else:  # parentheses: they mean a minus and nothing else
        plus = compiled("+" + pattern.prefix, pattern.suffix)
    return Layout(plain, minus, plus)


def named_layout(inner: Layout, name: Affixes) -> Layout:
    """Return the layout of a currency's name round a number that has affixes of its own."""
    before, after = name
    return Layout(*((before + prefix, suffix + after) for prefix, suffix in inner))


def name_affixes(before: str, after: str) -> Affixes:
    """Return the text before and after a number, one of which is the currency's name."""
    return _name_parts(before), _name_parts(after)


def _name_parts(text: str) -> tuple[Part, ...]:
    bare = text.strip(_BLANK)
    if not bare:
        return (Part("literal", text),) if text else ()
    left, _, right = text.partition(bare)
    pieces = (Part("literal", left), Part("currency", bare), Part("literal", right))
    return tuple(piece for piece in pieces if piece.text)


def _pieces(affix: str, numbers: Numbers, symbol: str, sign: str, word: PartKind) -> list[Part]:
    """Return the pieces of an affix of a pattern; text in quotes stands for itself."""
    pieces: list[Part] = []
    for atom in _ATOMS(affix):
        if atom == "¤":
            pieces.append(Part("currency", symbol))
        elif atom in {"-", "+"}:
            is_minus = (sign if atom == "-" else atom) == "-"
            pieces.append(Part("minus", numbers.minus) if is_minus else Part("plus", numbers.plus))
        elif atom == "%":
            pieces.append(Part("percent", numbers.percent))
        else:
            text = (atom[1:-1] or "'") if atom[0] == "'" else atom
            kind: PartKind = "literal" if not text.strip(_BLANK) else word
            if pieces and pieces[-1].kind == kind:
                text = pieces.pop().text + text
            pieces.append(Part(kind, text))
    return pieces


def _spaced(prefix: list[Part], suffix: list[Part]) -> Affixes:
    if prefix and prefix[-1].kind == "currency" and category(prefix[-1].text[-1])[0] not in "SZ":
        prefix = [*prefix, Part("literal", _NO_BREAK)]
    if suffix and suffix[0].kind == "currency" and category(suffix[0].text[0])[0] not in "SZ":
        suffix = [Part("literal", _NO_BREAK), *suffix]
    return tuple(prefix), tuple(suffix)
