"""``Rates``: rates that stay fresh in the background and are handed out without waiting."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, Self, final

from cafx.core.dates import REGION_ZONE, now_in_utc
from cafx.display.choices import copy_of, key_of
from cafx.errors import RatesTooOld, SourceError
from cafx.live.clocks import Clocks, Mark, steady_clock
from cafx.live.flights import Flights
from cafx.live.origins import Banks, Upstream
from cafx.live.snapshot import Health, Snapshot
from cafx.live.state import State, limits_of
from cafx.live.upkeep import Upkeep
from cafx.rates.book import MAX_AGE

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date
    from typing import Unpack

    from cafx.client.protocols import Http
    from cafx.display import Display, DisplayChoices
    from cafx.history import History
    from cafx.live.flights import Flight
    from cafx.live.origins import Fetcher, Origin
    from cafx.rates.book import RateBook
    from cafx.sources import Source
    from cafx.values.quotation import Quotation

__all__ = ["Rates"]

_HOUR: Final = timedelta(hours=1)
_MINUTE: Final = timedelta(minutes=1)
_WEEK: Final = timedelta(days=7)
# What a display may rest on where rates of any age are wanted.
_ANY_AGE: Final = timedelta(days=36_500)
_MAX_DISPLAYS: Final = 256


@final
class Rates:
    """Rates for a program that runs for long: fetched in the background, never waited for.

    ``now()`` gives an immutable snapshot at once. Past *soft* it also sets off one fetch, however many
    threads ask; past *hard* it raises, since rates that old must not pass for live. Age is counted from when
    a source last *answered*: on a weekend the rates are old and the answer is not. A bank that fails leaves
    the others' rates, and is asked again after a pause that grows from 5 seconds to 10 minutes.

    Threads, asyncio and forked workers may share one; the processes of a host fetch once for all of them.
    ``logging`` tells what happens, under ``cafx.live``.

    Args:
        sources: whom to ask: sources or their names; None for the region's central banks. An empty list
            asks nobody.
        history: where what came is kept: a ``History``, ``"user"`` for the user's own, None for memory only.
        start: the book that serves before the first answer, and under all that comes later; None for the
            bundled one. It has its own age, and is refused past *hard* like the rest.
        soft: past this age the sources are asked again.
        hard: past this age nothing is served; None serves rates of any age.
        keep_warm: ask in the background also while nobody calls.
        client: asks the banks; None for a ``Client`` made when it is needed.
        lock: the file by which the processes of a host fetch once for all of them: a path; ``"host"`` for one
            beside the history's file, and none where the history is in memory; None for none.
        offered: the locales that ``ready`` makes ready to print; None for ``cafx.display.OFFERED``.
        clock: gives the aware moment that is now.
        steady: gives seconds that only ever grow, in sleep too; None for the machine's own, or, beside a
            *clock* of one's own, for that.

    Raises:
        OptionError: *soft* is above *hard*, or one of them is not above zero.
        SourceError: no source has such a name.

    >>> from datetime import timedelta
    >>> rates = Rates([], history=None, hard=None)  # asks nobody: the bundled rates, however old
    >>> print(rates.now().book.rate("TMT", "USD").inverse())
    USD/TMT = 3.5 (2015-01-01)
    >>> rates.health().status
    'stale'
    """

    def __init__(
        self,
        sources: Iterable[Source | str] | Source | str | None = None,
        *,
        history: History | Literal["user"] | None = "user",
        start: RateBook | Iterable[Quotation] | None = None,
        soft: timedelta = _HOUR,
        hard: timedelta | None = _WEEK,
        keep_warm: bool = True,
        client: Fetcher | None = None,
        lock: str | os.PathLike[str] | None = "host",
        offered: Sequence[str] | None = None,
        clock: Callable[[], datetime] | None = None,
        steady: Callable[[], float] | None = None,
    ) -> None:
        from cafx.client.settings import sources_or_banks

        moment = clock or now_in_utc
        origin = Banks(sources_or_banks(sources), client, moment)
        if history == "user":
            from cafx.history import History

            history = History(clock=moment)
        if lock == "host":
            lock = _beside(history, origin)
        self._begin(origin, history, start, soft, hard, keep_warm, lock, offered, clock, steady)

    @classmethod
    def from_url(
        cls,
        url: str,
        *,
        start: RateBook | Iterable[Quotation] | None = None,
        soft: timedelta = _MINUTE,
        hard: timedelta | None = _WEEK,
        keep_warm: bool = True,
        http: Http | None = None,
        lock: str | os.PathLike[str] | None = None,
        offered: Sequence[str] | None = None,
        clock: Callable[[], datetime] | None = None,
        steady: Callable[[], float] | None = None,
    ) -> Self:
        """Return rates that another cafx fetches: it asks the banks, and any number of readers asks it.

        The age is the origin's, through every relay: while the banks do not answer it, these rates grow old
        too, however often they are read.

        Args:
            url: the address of its ``rates.json``.
            http: an httpx client to ask with; None for one made when it is needed.
            start: as for ``Rates``; so are the rest.
            soft: past this time since it was last asked, the origin is asked again.
            hard: as for ``Rates``.
            keep_warm: as for ``Rates``.
            lock: a file by which the processes of a host read once for all of them; None for none.
            offered: as for ``Rates``.
            clock: as for ``Rates``.
            steady: as for ``Rates``.

        Raises:
            OptionError: *url* is not an address of that kind.
        """
        rates = object.__new__(cls)
        origin = Upstream(url, http, clock or now_in_utc)
        rates._begin(origin, None, start, soft, hard, keep_warm, lock, offered, clock, steady)
        return rates

    def _begin(  # noqa: PLR0917 -- both constructors hand all of theirs on
        self,
        origin: Origin,
        history: History | None,
        start: RateBook | Iterable[Quotation] | None,
        soft: timedelta,
        hard: timedelta | None,
        keep_warm: bool,  # noqa: FBT001
        lock: str | os.PathLike[str] | None,
        offered: Sequence[str] | None,
        clock: Callable[[], datetime] | None,
        steady: Callable[[], float] | None,
    ) -> None:
        self._wall = time.time if clock is None else lambda: clock().timestamp()
        self._steady = steady or (steady_clock if clock is None else self._wall)
        self._limits = limits_of(soft, hard)
        self._clocks = Clocks(self._wall, self._steady)
        self._upkeep = Upkeep(origin, history, start, limits=self._limits, clocks=self._clocks, lock=lock)
        self._flights = Flights(self._upkeep, keep_warm=keep_warm)
        self._offered = offered
        self._is_warm = False
        self._displays: tuple[int, dict[object, Display]] = (0, {})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<cafx.live.Rates of {', '.join(self._upkeep.origin.names) or 'no source'}: {self.health()}>"

    def close(self) -> None:
        """Let the thread in the background end; from then on rates are fetched when they are asked for."""
        self._flights.close()

    def now(self) -> Snapshot:
        """Return what is known now, at once.

        Raises:
            RatesTooOld: no source has answered for longer than *hard*.
        """
        state = self._upkeep.state
        if self._steady() < state.quiet.steady and self._wall() < state.quiet.wall:
            return state.snapshot
        return self._looked_at(state)

    @property
    def book(self) -> RateBook:
        """The book of ``now()``; take ``now()`` once for a page, so that all of it rests on one book."""
        return self.now().book

    @property
    def today(self) -> date:
        """The day whose rates pages show: that of the region (UTC+5) by this program's clock."""
        return datetime.fromtimestamp(self._wall(), REGION_ZONE).date()

    @property
    def max_age(self) -> timedelta:
        """How long before ``today`` a rate may have been last in force, for a page to show it."""
        return _ANY_AGE if self._limits.hard is None else MAX_AGE

    def ready(self, timeout: float = 5.0) -> bool:
        """Wait for the first answer, for start-up, and make the offered locales ready to print.

        Args:
            timeout: the seconds after which waiting ends, come what may.

        Returns:
            Whether ``now()`` has rates to give.
        """
        until = time.monotonic() + timeout
        flight = self._flights.join() if self._is_overdue() else None
        self._warm()  # while the banks think
        self._flights.keep_warm()
        while flight is not None and flight.wait(until - time.monotonic()):
            pause = self._pause_before_another(until)
            time.sleep(pause)
            flight = self._flights.join() if pause else None
        return not self._is_expired()

    async def aready(self, timeout: float = 5.0) -> bool:  # noqa: ASYNC109 -- as ready has it
        """Return what ``ready`` does, without holding up the event loop; see ``ready``."""
        import asyncio

        until = time.monotonic() + timeout
        flight = self._flights.join() if self._is_overdue() else None
        await asyncio.to_thread(self._warm)
        self._flights.keep_warm()
        while flight is not None and await flight.awaited(until - time.monotonic()):
            pause = self._pause_before_another(until)
            await asyncio.sleep(pause)
            flight = self._flights.join() if pause else None
        return not self._is_expired()

    def refresh(self, timeout: float = 30.0) -> Snapshot:
        """Return rates at least as new as this call, and wait for them.

        Args:
            timeout: the seconds after which waiting ends.

        Raises:
            SourceError: no source answered, or none in time; ``now()`` still gives what was known.
        """
        if self._upkeep.origin.names:
            flight = self._flights.join(self._clocks.now())
            has_landed = flight.wait(timeout)
            self._raise_unless(flight, has_landed=has_landed, timeout=timeout)
        return self.now()

    async def arefresh(self, timeout: float = 30.0) -> Snapshot:  # noqa: ASYNC109 -- as refresh has it
        """Return what ``refresh`` does, without holding up the event loop; see ``refresh``.

        One fetch serves all that wait.
        """
        if self._upkeep.origin.names:
            flight = self._flights.join(self._clocks.now())
            has_landed = await flight.awaited(timeout)
            self._raise_unless(flight, has_landed=has_landed, timeout=timeout)
        return self.now()

    def health(self) -> Health:
        """Return how the upkeep goes, for a status page or an alarm; it fetches nothing."""
        state, now = self._upkeep.state, self._clocks.now()
        age = state.age(now)
        failing = {name: one for name, one in state.tries.items() if one.failures}
        next_try = min((one.next_try for one in failing.values()), default=None)
        return Health(
            state.status(now, self._limits),
            None if age is None else timedelta(seconds=age),
            state.snapshot.checked,
            len(state.snapshot.book.pairs()),
            {name: one.failures for name, one in failing.items()},
            state.last_error,
            None
            if next_try is None
            else datetime.fromtimestamp(now.wall + max(0.0, next_try - now.steady), UTC),
            state.fetches,
            state.remarks,
        )

    def display(self, locale: str, to: str = "USD", **choices: Unpack[DisplayChoices]) -> Display:
        """Return the display of the rates that are known now, for a locale and the currency of its reader.

        It is kept as long as the rates are. A page never breaks on it: past *hard* it prints prices without
        their worth.

        Args:
            locale: in Babel's or BCP 47's spelling.
            to: the currency that prices are worth in.
            **choices: as ``cafx.display.Display`` takes them.
        """
        try:
            snapshot = self.now()
        except RatesTooOld:
            snapshot, book = self._upkeep.state.snapshot, None
        else:
            book = snapshot.book
        day = self.today
        number, kept = self._displays
        if number != snapshot.number or len(kept) >= _MAX_DISPLAYS:
            self._displays = (snapshot.number, kept := {})
        key = (book is None, day, locale, to, key_of(choices))
        known = kept.get(key)
        if known is None:
            from cafx.display import Display

            choices = {"max_age": self.max_age, **copy_of(choices)}
            known = kept[key] = Display(book, locale, to, on=day, **choices)
        return known

    def _looked_at(self, state: State) -> Snapshot:
        """Set off what is due, and refuse what is too old."""
        now = self._clocks.now()
        if not self._flights.is_flying and state.due(now, self._limits.soft):
            self._flights.join()
        self._flights.keep_warm()
        if state.is_expired(now, self._limits.hard):
            raise self._too_old(state, now)
        return state.snapshot

    def _too_old(self, state: State, now: Mark) -> RatesTooOld:
        age = state.age(now)
        since = "no source has ever answered"
        if age is not None:
            since = f"no source has answered for {timedelta(seconds=int(age))}"
        hard = timedelta(seconds=self._limits.hard or 0.0)
        error = f" (last error: {state.last_error})" if state.last_error else ""
        return RatesTooOld(
            f"{since}, and hard= allows {hard}{error}: wait with ready(), or pass hard=None to have them",
            age=None if age is None else timedelta(seconds=age),
            last_error=state.last_error,
        )

    def _is_expired(self) -> bool:
        return self._upkeep.state.is_expired(self._clocks.now(), self._limits.hard)

    def _is_overdue(self) -> bool:
        """Whether an answer is to be waited for: one is due, or nothing may be served yet."""
        state, now = self._upkeep.state, self._clocks.now()
        return bool(state.tries) and bool(state.overdue(now, self._limits.soft))

    def _pause_before_another(self, until: float) -> float:
        """Return how long to wait before another flight for a first answer; 0 for not at all.

        One source that answered is enough; the others come when they come.
        """
        if not self._is_expired():
            return 0.0
        now = self._clocks.now()
        pause = min(one.next_try for one in self._upkeep.state.tries.values()) - now.steady
        return max(0.0, min(pause, until - time.monotonic()))

    def _raise_unless(self, flight: Flight, *, has_landed: bool, timeout: float) -> None:
        if not has_landed:
            names = ", ".join(self._upkeep.origin.names)
            raise SourceError(
                f"{names} did not answer within {timeout:g} seconds: pass a longer timeout=, or take now()",
                source=names,
                cause="unavailable",
            )
        error = flight.landed.result()
        if error is not None:
            raise error

    def _warm(self) -> None:
        """Load what printing in the offered locales needs, once."""
        if not self._is_warm:
            from cafx.display import OFFERED, warm

            warm(OFFERED if self._offered is None else self._offered)
            self._is_warm = True


def _beside(history: History | None, origin: Origin) -> Path | None:
    """Return the host's file for *origin* beside the history's; None where that is in memory."""
    if history is None:
        return None
    from cafx.history.location import MEMORY

    if history.path == MEMORY:
        return None
    key = blake2b(origin.key.encode(), digest_size=6).hexdigest()
    return Path(history.path).with_name(f"live-{key}.json")
