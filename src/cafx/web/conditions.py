"""What a request's headers ask for: whether the document that it has still holds, and whether as gzip."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["has_tag", "is_gzip_wanted"]

# What is longer names no document of ours: a browser sends one mark, a cache a few.
_MAX_HEADER: Final = 8192
_TAG: Final = re.compile(r'(?:W/)?("[\x21\x23-\x7e\x80-\xff]{0,200}")')
_CODING: Final = re.compile(r"\s{0,8}([\w*.-]{1,40})\s{0,8}(?:;\s{0,8}q\s{0,8}=\s{0,8}([0-9.]{1,8})\s{0,8})?")


def has_tag(header: str, tag: str) -> bool:
    """Whether the header ``If-None-Match`` names *tag*: by the weak comparison (RFC 9110, 8.8.3.2).

    >>> has_tag('"a", W/"b"', 'W/"b"'), has_tag('"b"', 'W/"b"'), has_tag("*", 'W/"b"'), has_tag("b", 'W/"b"')
    (True, True, True, False)
    """
    if len(header) > _MAX_HEADER:
        return False
    return header.strip() == "*" or tag.removeprefix("W/") in _TAG.findall(header)


def is_gzip_wanted(header: str) -> bool:
    """Whether the header ``Accept-Encoding`` takes gzip (RFC 9110, 12.5.3).

    >>> is_gzip_wanted("br, gzip"), is_gzip_wanted("gzip;q=0, *"), is_gzip_wanted("*"), is_gzip_wanted("")
    (True, False, True, False)
    """
    found = [_CODING.fullmatch(part) for part in header[:_MAX_HEADER].split(",")]
    weights = {one[1].lower(): (one[2] or "1").strip("0.") != "" for one in found if one is not None}
    return weights.get("gzip", weights.get("*", False))
