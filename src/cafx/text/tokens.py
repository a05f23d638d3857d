"""Cutting a stretch of text into numbers, words and signs, once, with their places."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.core.html import text_of
from cafx.core.text import WHITE_SPACE
from cafx.text.digits import NUMBER

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "NUMBER_KIND",
    "SIGN_KIND",
    "SPACES",
    "WORD_KIND",
    "Pieces",
    "Token",
    "cut",
    "tokens_of",
    "visible",
    "zipped",
]

WORD_KIND: Final = 1
NUMBER_KIND: Final = 2
SIGN_KIND: Final = 3

#: White space that ends no line.
SPACES: Final = "".join(space for space in WHITE_SPACE if space.splitlines() == [space])

#: Every mark that people type for the apostrophe of so‘m; ʻ and ʼ are letters to Unicode.
_APOSTROPHES: Final = "'’‘ʻʼ`´ʹ′"
# Words stand first, since most tokens are words; us$ is one of them. One group, so that a split
# gives gap, token, gap, token and so on; that no token begins with a space is said first, which
# saves a fifth of the time.
_TOKEN: Final = re.compile(
    rf"((?!\s)(?:us\$(?=[\s0-9])|[^\W\d_]++(?:[{_APOSTROPHES}][^\W\d_]++)*+"
    rf"|{NUMBER}"
    r"|[^\w\s]|_))"
)
_HAS_APOSTROPHE: Final = re.compile(f"[{_APOSTROPHES}]").search
_ONE_APOSTROPHE: Final = str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))
_DIGITS: Final = frozenset("0123456789")
#: Signs that mostly stand behind a word and before a space.
_CLOSING: Final = frozenset(".,;:!?)»”")
_WORD_AND_SIGN: Final = (WORD_KIND, SIGN_KIND)
_IS_NUMBER: Final = re.compile(NUMBER).fullmatch
_DOLLAR: Final = "us$"
#: Marks of an apostrophe that are letters.
_LETTERS_FOR_APOSTROPHES: Final = "ʻʼʹ"
#: A piece without a space that is longer is none of those that come again.
_LONG: Final = 32


#: Marks that are not seen, and that word processors put inside words and numbers.
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


#: A reference to a character, and one character or such a reference.
_REFERENCE: Final = re.compile(r"&#?[0-9a-zA-Z]{1,31};")
_SHOWN: Final = re.compile(rf"{_REFERENCE.pattern}|.", re.DOTALL)

_MARKS_UNSEEN: Final = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


def visible(text: str) -> tuple[str, list[tuple[int, int]] | None]:
    """Return *text* as a reader sees it, and the place of each of its characters in the whole one.

    Soft hyphens and marks of no width are left out, and references to characters, which text from a page
    may still hold (``5&nbsp;000``), stand for what they name. The places are None where nothing was
    changed, which is nearly always.
    """
    is_plain = text.isascii() or not any(mark in text for mark in _MARKS_UNSEEN)
    if is_plain and ("&" not in text or not _REFERENCE.search(text)):
        return text, None
    seen: list[str] = []
    places: list[tuple[int, int]] = []
    for match in _SHOWN.finditer(text):
        shown = text_of(match[0])
        if len(shown) == 1 and not _INVISIBLE.match(shown):
            seen.append(shown)
            places.append(match.span())
        elif len(shown) > 1:  # no reference after all
            seen.append(shown)
            places += [(place, place + 1) for place in range(*match.span())]
    return "".join(seen), places


class Token(NamedTuple):
    """A number, a word or a sign, and its place in the text."""

    kind: int
    start: int
    end: int
    #: A word in lower case with straight apostrophes; a number or a sign as printed.
    key: str


#: A third of the cost of Token(...), for every word.
_token: Final = partial(tuple.__new__, Token)


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of ``text[start:end]``; spaces and unknown characters are left out."""
    pieces = cut(text, start, end)
    return zipped(pieces.keys, pieces.kinds, pieces.starts, pieces.ends)


def zipped(
    keys: Sequence[str], kinds: Sequence[int], starts: Sequence[int], ends: Sequence[int]
) -> list[Token]:
    """Return the tokens whose parts stand in four sequences, as many as there are ends."""
    return list(map(_token, zip(kinds, starts, ends, keys, strict=False)))


class Pieces(NamedTuple):
    """The tokens of a stretch, each of their parts in a list of its own: most are asked for one part only."""

    keys: list[str]
    kinds: list[int]
    #: One more than there are tokens: the last is the end of the stretch.
    starts: list[int]
    ends: list[int]


def cut(text: str, start: int, end: int) -> Pieces:  # noqa: C901 -- one pass over the pieces between spaces
    """Return the tokens of ``text[start:end]``.

    What stands between two spaces is nearly always a word, a number or one of them and a sign, which is seen
    without an expression: a third of the cost of splitting the stretch by one. Anything else is split by it.
    """
    stretch = text[start:end].lower()
    if len(stretch) != end - start:  # İ alone grows in lower case; as I it keeps every place
        stretch = text[start:end].replace("İ", "I").lower()
    keys: list[str] = []
    kinds: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    if _DOLLAR in stretch:  # the one token that depends on what stands behind a space
        keys, kinds, starts, ends = _split(stretch)
        starts = [*(start + own for own in starts), end]
        return Pieces(keys, kinds, starts, [start + own for own in ends])
    place, open_end, open_piece, open_count = start, -1, "", 0
    for piece in stretch.split(" "):
        end = place + len(piece)
        if piece.isalpha():
            keys.append(piece)
            kinds.append(WORD_KIND)
            starts.append(place)
            ends.append(end)
        elif piece:
            head, last = piece[:-1], piece[-1]
            if head.isalpha() and last in _CLOSING:
                keys += head, last
                kinds += _WORD_AND_SIGN
                starts += place, end - 1
                ends += end - 1, end
            else:
                whole, first = piece, place
                if place == open_end and piece[:3].isdecimal():  # the groups of 17 000 are one number
                    whole, first = f"{open_piece} {piece}", open_end - 1 - len(open_piece)
                    del keys[open_count:], kinds[open_count:], starts[open_count:], ends[open_count:]
                if last in _DIGITS:
                    open_end, open_piece, open_count = end + 1, whole, len(keys)
                if (whole.isdecimal() and whole.isascii()) or _IS_NUMBER(whole):
                    keys.append(whole)
                    kinds.append(NUMBER_KIND)
                    starts.append(first)
                    ends.append(end)
                else:
                    split = _split if end - first > _LONG else _known_split
                    own_keys, own_kinds, own_starts, own_ends = split(whole)
                    keys += own_keys
                    kinds += own_kinds
                    starts += [first + own for own in own_starts]
                    ends += [first + own for own in own_ends]
        place = end + 1
    starts.append(place - 1)
    if any(mark in stretch for mark in _LETTERS_FOR_APOSTROPHES):
        keys = _with_one_apostrophe(keys, kinds)
    return Pieces(keys, kinds, starts, ends)


def _split(piece: str) -> tuple[list[str], list[int], list[int], list[int]]:
    """Return the parts of the tokens of *piece* by the expression of a token, with places from its beginning.

    The places are the running sum of the lengths of the pieces: half the cost of asking a match a token.
    """
    pieces = _TOKEN.split(piece)
    places = list(accumulate(map(len, pieces)))
    keys = pieces[1::2]
    kinds = [WORD_KIND if key.isalpha() else _kind_of(key) for key in keys]
    if _HAS_APOSTROPHE(piece):
        keys = _with_one_apostrophe(keys, kinds)
    return keys, kinds, places[:-1:2], places[1::2]


#: Words with an apostrophe and words between marks come again; a text has a few hundred of them.
_known_split: Final = lru_cache(maxsize=2048)(_split)


def _with_one_apostrophe(keys: list[str], kinds: list[int]) -> list[str]:
    """Return *keys* with one mark for all apostrophes of their words."""
    return [
        key.translate(_ONE_APOSTROPHE) if kind == WORD_KIND else key
        for kind, key in zip(kinds, keys, strict=True)
    ]


def _kind_of(key: str) -> int:
    """Return the kind of a token by its first character: so'm and ½ are words too."""
    if key[0] in _DIGITS:
        return NUMBER_KIND
    return WORD_KIND if key[0].isalnum() else SIGN_KIND
