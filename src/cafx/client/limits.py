"""How long, how much and how often: the bounds within which a client asks."""

from __future__ import annotations

from typing import final

from cafx.core.value import Value

__all__ = ["Limits"]


@final
class Limits(Value):
    """The bounds of a client; times in seconds.

    Attributes:
        deadline: for the whole of a ``fetch`` or a document of a span: every retry, redirect and
            byte. A server that sends one byte at a time cannot stretch it.
        connect: for reaching a host.
        read: for one read, within the deadline.
        body: most bytes of an answer, as sent and again when unpacked; a source may allow fewer.
        redirects: most redirects that are followed, on the source's own hosts.
        retries: how often a request is repeated when a host is not reached or asks to wait.
        backoff: before the first repeat; it doubles, and up to half of it is added by chance.
        pause: between two requests of a span; None for what the source asks for.
        max_failures: after so many failures in a row a span is given up; a day without a table is
            not one.
        connections: most connections to one host at a time.

    >>> Limits(deadline=5).replace(retries=0)
    Limits(5, retries=0)
    """

    deadline: float = 30.0
    connect: float = 5.0
    read: float = 10.0
    body: int = 4 * 1024 * 1024
    redirects: int = 3
    retries: int = 3
    backoff: float = 0.5
    pause: float | None = None
    max_failures: int = 5
    connections: int = 4

    def __str__(self) -> str:
        return f"{self.deadline:g} seconds, {self.body} bytes, {self.retries} retries"
