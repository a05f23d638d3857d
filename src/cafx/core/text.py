"""How text from outside is shown in a message."""

from __future__ import annotations

from typing import Final

__all__ = ["printable"]

_LENGTH: Final = 40


def printable(text: object) -> str:
    r"""Give *text* quoted, in ASCII and at most 40 characters long, safe to print anywhere.

    Input may hold control characters, right-to-left overrides or a megabyte of digits; none of
    them belongs in a log line.

    >>> printable("12\u202e34")
    "'12\\u202e34'"
    >>> printable("9" * 1000)
    "'9999999999999999999999999999999999999999'... (1000 characters)"
    """
    if isinstance(text, bytes):
        text = text[: _LENGTH * 4].decode("utf-8", "replace")
    if not isinstance(text, str):
        return type(text).__name__
    if len(text) <= _LENGTH:
        return ascii(text)
    return f"{text[:_LENGTH]!a}... ({len(text)} characters)"
