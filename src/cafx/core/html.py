"""HTML taken apart in one pass, in time that grows with its length whatever it holds.

``html.parser`` of the standard library is quadratic on crafted input (an unclosed comment
repeated, for one) in the Python versions that cafx runs on. A reader of strangers' pages needs
only this much: where the text is, where the tags are, and what is hidden from the reader.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["BLOCKS", "Token", "has_markup", "readable", "text_of", "tokens"]

#: Elements that stand on lines of their own; between two of them a reader sees a line break.
BLOCKS: Final = frozenset(
    (
        "address article aside blockquote body br button caption center dd details dialog div dl dt "
        "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html li main marquee "
        "menu nav noscript ol option p pre section select summary table tbody td template tfoot th "
        "thead title tr ul"
    ).split()
)

# Their content is not for the reader, and ends only at the closing tag (HTML standard, 13.2.6).
_RAW: Final = {
    name: re.compile(rf"</{name}[\s/>]", re.IGNORECASE) for name in ("script", "style", "template")
}
_NAME: Final = re.compile(r"</?([a-zA-Z][a-zA-Z0-9:-]{0,63})")
# A quote is special only where it opens the value of an attribute: after an equals sign.
_TAG_END: Final = re.compile(
    r"""(?:[^>=]++|=(?!\s*+["'])|=\s*+"[^"]*+"|=\s*+'[^']*+')*+>""",
)
_COMMENT_END: Final = re.compile("--!?>")
_DECLARATION_END: Final = re.compile(">")
# Bounded, because html.unescape turns the digits into an int, which fails beyond 4300 of them.
_REFERENCE: Final = re.compile(r"&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[a-zA-Z][a-zA-Z0-9]{1,31};?)")
_LOOKS_MARKED_UP: Final = re.compile(r"<[a-zA-Z/!]|&[#a-zA-Z]").search


class Token(NamedTuple):
    """A piece of a page: ``text``, a ``tag``, or what is ``hidden`` (comments, scripts, doctype)."""

    kind: Literal["text", "tag", "hidden"]
    start: int
    end: int
    name: str = ""  # of a tag, in lower case


def has_markup(page: str) -> bool:
    """Return whether *page* holds anything that HTML would read as a tag, a comment or a reference."""
    return ("<" in page or "&" in page) and _LOOKS_MARKED_UP(page) is not None


def tokens(page: str) -> Iterator[Token]:
    """Return the pieces of *page* in order; together they cover it.

    >>> [page_piece.kind for page_piece in tokens("<p>1 < 2<!-- no -->")]
    ['tag', 'text', 'hidden']
    """
    here = text_start = 0
    is_torn = False  # a quote was left open: from there on the next ">" ends a tag, as a reader would
    while (mark := page.find("<", here)) >= 0:
        named = _NAME.match(page, mark)
        if named is None and not page.startswith(("<!", "<?", "</"), mark):
            here = mark + 1  # a plain less-than sign
            continue
        if named is None:
            is_comment = page.startswith("<!--", mark)
            ended = (_COMMENT_END if is_comment else _DECLARATION_END).search(page, mark + 2)
            token = Token("hidden", mark, len(page) if ended is None else ended.end())
        else:
            whole = None if is_torn else _TAG_END.match(page, named.end())
            end = page.find(">", named.end()) + 1 if whole is None else whole.end()
            is_torn = is_torn or whole is None
            if not end:
                break  # no ">" is left: the rest is text
            token = Token("tag", mark, end, named[1].lower())
        if mark > text_start:
            yield Token("text", text_start, mark)
        yield token
        here = text_start = token.end
        if token.name in _RAW and page[mark + 1] != "/":
            closed = _RAW[token.name].search(page, here)
            here = text_start = len(page) if closed is None else closed.start()
            if here > token.end:
                yield Token("hidden", token.end, here)
    if text_start < len(page):
        yield Token("text", text_start, len(page))


def text_of(page: str, start: int = 0, end: int | None = None) -> str:
    r"""Return the text that a piece of a page stands for, its references resolved.

    >>> text_of("0.00194&nbsp;&minus;0%")
    '0.00194\xa0−0%'
    """
    piece = page[start:end]
    return _REFERENCE.sub(_resolve, piece) if "&" in piece else piece


def readable(page: str) -> str:
    r"""Return the text that a reader of *page* sees; plain text is given back as it is.

    >>> readable("<p>13&nbsp;<b>trillion</b> tenge<p>in all<script>x</script>")
    '13\xa0trillion tenge\nin all'
    """
    if not has_markup(page):
        return page
    pieces: list[str] = []
    for token in tokens(page):
        if token.kind == "text":
            pieces.append(text_of(page, token.start, token.end))
        elif token.name in BLOCKS and pieces and not pieces[-1].endswith("\n"):
            pieces.append("\n")
    return "".join(pieces)


def _resolve(reference: re.Match[str]) -> str:
    return unescape(reference[0])
