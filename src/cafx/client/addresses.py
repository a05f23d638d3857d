"""Which addresses a client may go to: https, and the source's own hosts only."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urljoin, urlsplit

__all__ = ["host_of", "is_allowed", "join"]

# What can stand in an address that is followed: printable ASCII without the signs that programs
# read differently, such as a backslash.
_IS_ADDRESS: Final = re.compile(r"[!#-;=?-Z_a-z~\[\]]{1,2000}").fullmatch
_IS_PLACE: Final = re.compile(r"[a-z0-9.-]{1,253}(?::[0-9]{1,5})?").fullmatch


def is_allowed(address: str, hosts: tuple[str, ...]) -> bool:
    """Return whether *address* is https on one of *hosts*; ``*.pages.dev`` allows every name under it.

    >>> is_allowed("https://cbu.uz/en/", ("cbu.uz",)), is_allowed("http://cbu.uz/en/", ("cbu.uz",))
    (True, False)
    >>> is_allowed("https://cbu.uz@127.0.0.1/", ("cbu.uz",)), is_allowed("file:///etc/passwd", ("cbu.uz",))
    (False, False)
    """
    if not _IS_ADDRESS(address):
        return False
    parts = urlsplit(address)
    place = parts.netloc.lower().removesuffix(":443")
    if parts.scheme != "https" or not _IS_PLACE(place):
        return False
    return any(place == host or (host[:2] == "*." and place.endswith(host[1:])) for host in hosts)


def join(address: str, location: str) -> str | None:
    """Return where a redirect of *address* leads; None where *location* is not an address."""
    try:
        return urljoin(address, location) if location else ""
    except ValueError:
        return None


def host_of(address: str) -> str:
    """Return the host, and the port where it is not the usual one, that *address* names."""
    return urlsplit(address).netloc
