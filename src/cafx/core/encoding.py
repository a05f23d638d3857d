"""Bytes to text: the encoding that their first bytes name, UTF-8 where they name none."""

from __future__ import annotations

from typing import Final

__all__ = ["decode", "encoding_of"]

_BOMS: Final = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


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
