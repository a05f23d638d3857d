"""``SourceContract``: the tests that every source of rates passes, for one of a user's own."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, ClassVar, Final
from zoneinfo import ZoneInfo

from cafx.client.addresses import is_allowed
from cafx.core.currency import Currency
from cafx.core.decimals import plain
from cafx.errors import SourceError
from cafx.sources import Source

if TYPE_CHECKING:
    from cafx.sources import Request
    from cafx.sources.reading import SourceReading

__all__ = ["SourceContract"]

_MOMENT: Final = datetime(2026, 11, 28, 9, 30, tzinfo=UTC)
_DAMAGES: Final = 200
# What banks have sent in place of their table.
_OTHER_BODIES: Final = (
    b"",
    b" \r\n",
    b"{}",
    b"[]",
    b"null",
    b"<html><title>Request Rejected</title></html>",
    b"\x00\xff\xfe" * 50,
    b"[" * 50_000,
    b"<a>" * 50_000,
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
)


class SourceContract:
    """The contract of a source, as a class of tests: derive from it, and pytest runs them.

    Set ``source`` and ``capture``: an answer as it came, saved to a file. Where the answer is for a day that
    was asked for, set ``request`` as well.

    >>> from cafx.sources import NBK
    >>> class TestMyBank(SourceContract):
    ...     source = NBK()
    ...     capture = (
    ...         b'<rates><date>02.04.2026</date>'
    ...         b'<item><title>USD</title><description>474.20</description><quant>1</quant></item></rates>'
    ...     )
    >>> TestMyBank().test_the_capture_gives_quotations()
    """

    #: The source.
    source: ClassVar[Source]
    #: One of its answers, byte for byte.
    capture: ClassVar[bytes]
    #: What was asked for; None for the latest.
    request: ClassVar[Request | None] = None

    def test_its_facts_are_facts(self) -> None:
        """Its name, hosts, zone and currencies are such that the rest of cafx can use them."""
        source = self.source
        assert isinstance(source, Source), f"{source!r} is not a cafx.sources.Source"
        assert source.name, "name= is empty: quotations carry it"
        assert source.name.isprintable(), f"name {source.name!r} cannot be printed"
        assert source.hosts, "hosts= is empty: the client reaches no host but these"
        assert ZoneInfo(source.zone).key == source.zone, "zone= is not in the time zone database"
        for code in source.currencies:
            assert Currency(code) == code, f"currencies= holds {code!r}"

    def test_its_requests_stay_on_its_hosts(self) -> None:
        """It asks by https, on its own hosts, mirrors included; a day that it keeps is asked for by name."""
        source = self.source
        requests = [source.request()] if source.has_latest else []
        if source.first_day is not None:
            requests += [source.request(on=source.first_day), source.request(on=date(2026, 4, 1))]
        else:
            try:
                source.request(on=date(2026, 4, 1))
            except SourceError as error:
                assert error.cause == "refused", "a source that keeps no past refuses days"
        for asked in requests:
            for address in (asked.url, *asked.mirrors):
                assert is_allowed(address, source.hosts), f"{address} is not https on {source.hosts}"

    def test_the_capture_gives_quotations(self) -> None:
        """The capture is read: each quotation carries the source's name and kind, and a day."""
        reading = self._read(self.capture)
        assert reading.quotations, "the capture gave no quotation"
        for quotation in reading.quotations:
            assert quotation.source == self.source.name, f"{quotation} is not of {self.source.name}"
            assert quotation.kind == self.source.kind, f"{quotation} is not {self.source.kind}"
            assert quotation.as_of is not None, f"{quotation} has no day"
            assert quotation.observed_at == _MOMENT, "read() passes observed_at on"

    def test_prices_are_as_printed(self) -> None:
        """Each price stands in the capture with these very digits: not inverted, rounded or made up."""
        text = self.capture.decode("latin-1").replace("\xa0", "").replace(" ", "").replace(",", ".")
        for quotation in self._read(self.capture).quotations:
            digits = plain(quotation.price)
            assert digits in text, f"{quotation}: {digits} does not stand in the capture"

    def test_it_says_the_same_each_time(self) -> None:
        """Reading is pure: no clock, no memory."""
        assert self._read(self.capture) == self._read(self.capture)

    def test_another_body_is_an_error_that_says_so(self) -> None:
        """What is not its document is a ``SourceError``, and never an empty success or another exception."""
        for body in _OTHER_BODIES:
            try:
                reading = self._read(body)
            except SourceError as error:
                assert error.cause in {"changed", "refused"}, f"{body[:40]!r}: cause {error.cause!r}"
                assert self.source.name in str(error), f"the message {error} does not name the source"
            else:
                assert reading.quotations == (), f"{body[:40]!r} gave {reading.quotations}"
                assert self.request is not None, f"{body[:40]!r} passed for an answer without rates"

    def test_a_damaged_body_is_read_or_refused(self) -> None:
        """Whatever bytes come, they give quotations or a ``SourceError``."""
        chance = random.Random(20261128)  # noqa: S311 -- damage, not secrets
        for _ in range(_DAMAGES):
            body = bytearray(self.capture)
            for _ in range(chance.randrange(1, 8)):
                place = chance.randrange(len(body) + 1)
                match chance.randrange(3):
                    case 0:
                        body[place : place + 1] = bytes([chance.randrange(256)])
                    case 1:
                        del body[place : place + chance.randrange(1, 60)]
                    case _:
                        body[place:place] = self.capture[: chance.randrange(60)]
            try:
                self._read(bytes(body))
            except SourceError:
                continue

    def _read(self, body: bytes) -> SourceReading:
        if self.request is None:
            return self.source.read(body, observed_at=_MOMENT)
        return self.source.read(body, self.request, observed_at=_MOMENT)
