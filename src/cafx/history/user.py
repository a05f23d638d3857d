"""The rates of the user's own history, for those who convert without a book of their own."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING

from cafx.core.currency import Currency
from cafx.history.location import default_name
from cafx.rates.book import RateBook
from cafx.rates.series import PairQuotations, Series

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

__all__ = ["user_book"]


def user_book() -> RateBook | None:
    """Return the bundled book with the user's own history merged in; None where there is no history.

    A pair is read from the file when it is first looked up, as it was known when the book was made, so that
    a long history costs a command line little. The book is kept until the file changes, by whatever process.

    Raises:
        HistoryError: the file is there and cannot be read.

    >>> book = user_book()
    >>> book is None or len(book) > 0
    True
    """
    path = default_name()
    stamp = _changed_at(path)
    if stamp is None:
        return None
    return _book(path, (stamp, _changed_at(f"{path}-wal")))


@lru_cache(maxsize=1)
def _book(path: str, stamps: object) -> RateBook:  # noqa: ARG001 -- part of the key
    from cafx.history.store import History

    with History(path) as history:
        pairs, moment = history.pairs(), history.changed_at()
    if moment is None:
        return RateBook.bundled()
    own = (
        PairQuotations((Currency(base), Currency(quote)), (), (_StoredPair(path, base, quote, moment),))
        for base, quote in pairs
    )
    return RateBook.bundled().merge(RateBook.of_pairs(own))


class _StoredPair:
    """What a history holds of one pair, read when it is asked for and as it was known at a moment."""

    __slots__ = ("_base", "_moment", "_path", "_quote")

    def __init__(self, path: str, base: str, quote: str, moment: datetime) -> None:
        self._path = path
        self._base = base
        self._quote = quote
        self._moment = moment

    def series(self) -> Sequence[Series]:
        """Return the quotations as series; of one day and source the history has one that counts."""
        from cafx.history.store import History

        with History(self._path) as history:
            known = history.quotations(self._base, self._quote, as_known_on=self._moment)
        return PairQuotations((Currency(self._base), Currency(self._quote)), known).series


def _changed_at(path: str) -> tuple[int, int] | None:
    try:
        facts = os.stat(path)  # noqa: PTH116 -- asked with every conversion: a Path would cost twice as much
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size
