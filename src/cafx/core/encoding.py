"""Bytes to text, in one place: the encoding that their first bytes name, UTF-8 where they name none."""

from __future__ import annotations

import codecs
import re
from typing import Final

__all__ = ["declared_encoding", "decode", "decode_document", "encoding_of"]

_BOMS: Final = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
# What no text of a document holds, and what an XML parser would stop at.
_CONTROLS: Final = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535), "�")
# Where a page says its encoding: within its first 1,024 bytes (HTML standard, 4.2.5.4).
_DECLARED: Final = re.compile(
    rb"""<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE
)
_DECLARED_WITHIN: Final = 1024


def decode(page: str | bytes) -> str:
    """Return *page* as text; what is not valid in its encoding becomes U+FFFD.

    Raises:
        TypeError: *page* is neither text nor bytes.

    >>> decode("\ufeffкурс".encode()), decode("тенге")
    ('курс', 'тенге')
    """
    if isinstance(page, str):
        return page
    if not isinstance(page, bytes | bytearray | memoryview):
        message = f"a page is text or bytes, not {type(page).__name__}"
        raise TypeError(message)
    page = bytes(page)
    return page.decode(encoding_of(page), "replace")


def encoding_of(page: bytes) -> str:
    r"""Return the encoding that the mark at the start of *page* names; UTF-8 where there is none.

    >>> encoding_of(b"\xff\xfe1\x00")
    'utf-16'
    """
    return next((name for mark, name in _BOMS if page.startswith(mark)), "utf-8")


def declared_encoding(page: bytes) -> str | None:
    r"""Return the encoding that an HTML page declares in a ``meta`` element; None where it declares none.

    >>> declared_encoding(b'<meta charset="windows-1251">'), declared_encoding(b"<meta charset=x>")
    ('windows-1251', None)
    """
    found = _DECLARED.search(page[:_DECLARED_WITHIN])
    if found is None:
        return None
    name = found[1].decode("ascii")
    try:
        codecs.lookup(name)
    except LookupError:
        return None
    return name


def decode_document(body: bytes) -> str:
    r"""Return the text of a bank's document whose own word about its encoding is wrong.

    UTF-16 where its mark or its zeros say so, UTF-8 where the bytes are that, else windows-1251,
    which banks of the region send under any name. A byte that is not valid costs only itself: it
    becomes U+FFFD, as do control characters.

    >>> decode_document("сом".encode("cp1251")), decode_document("сом".encode()), decode_document(b"a\x98")
    ('сом', 'сом', 'a�')
    """
    encoding = encoding_of(body)
    if encoding == "utf-8":
        zeros = body[:2].find(0)
        encoding = ("utf-16-be", "utf-16-le")[zeros] if zeros >= 0 else encoding
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError:
        text = body.decode("windows-1251" if encoding == "utf-8" else encoding, "replace")
    return text.translate(_CONTROLS)
