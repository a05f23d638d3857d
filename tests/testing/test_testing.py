"""``cafx.testing``: what users' own tests stand on."""

from __future__ import annotations

import asyncio
import inspect
import json
import time
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import find, given, settings

from cafx import Conversion, Money, OptionError, Quotation, Rate, RateBook, RatesTooOld
from cafx.client import Limits
from cafx.live import Rates
from cafx.sources import CBU, NBK, Request, Row, TableSource
from cafx.testing import FAULTS, BankServer, FixedRates, SourceContract, strategies

PRICES = {"USD/KZT": "520.20", "USD/UZS": "11950.10"}


@pytest.fixture
def bank():
    with BankServer(PRICES, day="2026-11-28") as server:
        yield server


class TestFixedRates:
    def test_they_have_the_face_of_live_rates(self):
        for name, method in inspect.getmembers(Rates, inspect.isfunction):
            if not name.startswith("_") and name != "from_url":
                ours = inspect.signature(getattr(FixedRates, name))
                assert ours == inspect.signature(method), name
        assert isinstance(FixedRates.book, property)

    def test_they_are_there_at_once_and_stand_still(self):
        with FixedRates(PRICES, on="2026-11-28") as rates:
            assert rates.ready()
            assert asyncio.run(rates.aready())
            assert rates.now().book.rate("USD", "KZT").price == Decimal("520.20")
            assert rates.book == rates.now().book
            assert rates.display("kk-KZ").worth(Money(13500, "KZT")) == "≈\u00a025,95\u00a0$"
            assert rates.health().status == "fresh"
            assert rates.refresh().version == asyncio.run(rates.arefresh()).version
            assert "2 prices" in repr(rates)

    def test_time_passes_when_it_is_told_to(self):
        rates = FixedRates(PRICES, on="2026-11-28")
        rates.fail()
        rates.move(hours=2)
        assert (rates.health().status, rates.health().age) == ("stale", timedelta(hours=2))
        assert rates.display("en").worth(Money(13500, "KZT"))
        rates.move(days=7)
        with pytest.raises(RatesTooOld, match="the banks are down"):
            rates.now()
        assert rates.display("en").worth(Money(13500, "KZT")) == ""
        assert rates.display("en").text(Money(13500, "KZT")) == "₸13,500.00"
        assert not rates.ready()
        rates.mend()
        assert rates.health().status == "fresh"

    def test_new_prices_are_served(self):
        rates = FixedRates(PRICES, on="2026-11-28")
        old = rates.now()
        rates.set({"USD/KZT": 530})
        assert rates.now().book.rate("USD", "KZT").price == 530
        assert old.book.rate("USD", "KZT").price == Decimal("520.20")
        rates.set([Quotation("USD", "KZT", "540", as_of="2026-11-28", kind="official", source="NBK")])
        assert rates.now().book.rate("USD", "KZT").price == 540

    def test_rates_of_any_age_may_be_wanted(self):
        rates = FixedRates(PRICES, on="2026-11-28", hard=None)
        rates.fail()
        rates.move(days=400)
        assert rates.now().book.rate("USD", "KZT", on="2026-11-28")
        assert rates.display("en").worth(Money(13500, "KZT"))


class TestBankServer:
    def test_its_prices_are_fetched_and_counted(self, bank):
        with bank.client() as client:
            fetched = client.fetch(bank.source)
            assert {quotation.pair: str(quotation.price) for quotation in fetched} == PRICES
            assert client.fetch(bank.source).quotations == fetched.quotations
        assert (bank.asked, bank.unchanged) == (2, 1)
        bank.prices["USD/KZT"] = "530.00"
        bank.day = date(2026, 11, 29)
        with bank.client() as client:
            assert client.fetch(bank.source).quotations[0].as_of == date(2026, 11, 29)
            assert client.fetch(bank.source, on="2026-11-20").quotations[0].as_of == date(2026, 11, 20)

    @pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault != "slow"])
    def test_each_fault_is_a_failure_and_never_a_price(self, bank, fault):
        bank.misbehave(fault)
        with bank.client(Limits(deadline=0.5, read=0.3, retries=0)) as client:
            fetched = client.latest([bank.source])
            assert not fetched.quotations
            assert len(fetched.failures) == 1
            bank.behave()
            assert client.latest([bank.source]).quotations

    def test_a_slow_bank_answers_in_the_end(self, bank):
        bank.misbehave("slow")
        bank.delay = 0.05
        with bank.client() as client:
            assert client.fetch(bank.source).quotations

    def test_it_can_be_asked_with_await(self, bank):
        async def main():
            async with bank.async_client() as client:
                return await client.latest([bank.source])

        assert len(asyncio.run(main()).quotations) == 2

    def test_live_rates_stand_on_it(self, bank):
        with Rates(
            [bank.source], client=bank.client(), history=None, lock=None, start=[], keep_warm=False
        ) as live:
            assert live.ready()
            assert live.now().book.rate("USD", "KZT").price == Decimal("520.20")
            bank.misbehave("error")
            with pytest.raises(Exception, match="status 500"):
                live.refresh()
            assert live.now().book.rate("USD", "KZT").price == Decimal("520.20")

    def test_a_client_that_knows_the_table_sees_a_cut_all_the_same(self, bank):
        with bank.client() as client:
            assert client.fetch(bank.source)
            bank.misbehave("cut")
            assert client.latest([bank.source]).failures

    def test_there_may_be_several_and_each_has_its_name(self):
        with (
            BankServer(PRICES, day="2026-11-28", name="One") as one,
            BankServer({"USD/TJS": "9.50"}, day="2026-11-28", name="Two", kind="market") as two,
        ):
            assert one.port != two.port
            with two.client() as client:
                assert [(row.source, row.kind) for row in client.fetch(two.source)] == [("Two", "market")]
            assert "One" in repr(one)

    def test_what_is_not_a_fault_is_refused(self, bank):
        with pytest.raises(OptionError, match="fault 'lazy' is not one of down, slow"):
            bank.misbehave("lazy")

    def test_it_ends_while_somebody_waits(self):
        bank = BankServer(PRICES, day="2026-11-28")
        bank.misbehave("silent")
        with bank.client(Limits(deadline=0.2, read=0.1, retries=0)) as client:
            client.latest([bank.source])
        began = time.monotonic()
        bank.close()
        assert time.monotonic() - began < 5


class TestStrategies:
    @settings(max_examples=50)
    @given(
        strategies.moneys(),
        strategies.quotations(),
        strategies.rates(),
        strategies.conversions(),
        strategies.books(),
    )
    def test_they_give_values_of_their_kind(self, money, quotation, rate, conversion, book):
        assert isinstance(money, Money)
        assert isinstance(quotation, Quotation)
        assert isinstance(rate, Rate)
        assert rate.low <= rate.price <= rate.high
        assert isinstance(conversion, Conversion)
        assert isinstance(book, RateBook)

    @given(strategies.amounts(3, 100), strategies.currencies(["KZT", "UZS"]))
    def test_they_keep_to_what_is_asked(self, amount, currency):
        assert abs(amount) <= 100
        assert amount.as_tuple().exponent >= -3
        assert currency in {"KZT", "UZS"}

    def test_every_build_of_rate_comes_up(self):
        for powers in ((1,), (-1,), (-1, 1)):
            assert find(strategies.rates(), lambda rate, powers=powers: rate.powers == powers)
        assert find(strategies.rates(), lambda rate: rate.is_exact)
        assert find(strategies.moneys(), lambda money: money.amount < 0)


class TestNBK(SourceContract):
    source = NBK()
    capture = (
        b'<?xml version="1.0" encoding="utf-8"?><rates><date>02.04.2026</date>'
        b"<item><fullname>USD</fullname><title>USD</title><description>474.20</description><quant>1</quant></item>"
        b"<item><fullname>UZS</fullname><title>UZS</title><description>3.91</description><quant>100</quant></item>"
        b"</rates>"
    )


class TestCBU(SourceContract):
    source = CBU()
    capture = b'[{"Ccy":"USD","Nominal":"1","Rate":"12142.10","Diff":"-3.1","Date":"02.04.2026"}]'
    request = Request("", date(2026, 4, 2))


class Inverting(TableSource):
    """A source that breaks the contract in every way."""

    name = "Inverting"
    quote = "KZT"
    currencies = ("USD",)
    hosts = ("bank.invalid",)
    calendar = NBK.calendar
    zone = "Asia/Almaty"

    def request(self, on=None):
        return Request("http://elsewhere.invalid/", on)

    def rows(self, body):
        if b"USD" not in body:
            return
        yield Row("USD", "KZT", str(Decimal(1) / Decimal("0.00194"))[:8], "02.04.2026")


class Plain(TableSource):
    """A source as a user writes it: it reads JSON by itself and looks at nothing else."""

    name = "Plain"
    quote = "KZT"
    currencies = ("USD",)
    hosts = ("bank.invalid",)
    calendar = NBK.calendar
    zone = "Asia/Almaty"
    first_day = date(2020, 1, 6)

    def request(self, *, on=None):
        return Request("https://bank.invalid/", on)

    def rows(self, body):
        for code, price in json.loads(body)["rates"].items():
            yield Row(code, self.quote, price, "02.04.2026")


class TestPlain(SourceContract):
    """Nested JSON that Python's reader cannot take is the source's fault, and not a crash."""

    source = Plain()
    capture = b'{"rates": {"USD": "474.20"}}'


class TestContract:
    class Broken(SourceContract):
        source = Inverting()
        capture = b"USD 0.00194 02.04.2026"
        __test__ = False

    @pytest.mark.parametrize(
        ("check", "message"),
        [
            ("test_its_requests_stay_on_its_hosts", "is not https on"),
            ("test_prices_are_as_printed", "does not stand in the capture"),
        ],
    )
    def test_it_finds_what_is_wrong(self, check, message):
        with pytest.raises(AssertionError, match=message):
            getattr(self.Broken(), check)()

    def test_what_is_right_of_a_broken_source_passes(self):
        self.Broken().test_its_facts_are_facts()
        self.Broken().test_it_says_the_same_each_time()

    def test_it_is_documented_with_a_running_example(self):
        assert ">>> class TestMyBank(SourceContract):" in SourceContract.__doc__
        assert Path(inspect.getfile(SourceContract)).name == "contract.py"


@pytest.mark.parametrize("pair", ["USDKZT", "USD-KZT", ""])
def test_prices_by_what_is_not_a_pair_are_refused_with_its_form(pair):
    with pytest.raises(OptionError, match=r"is not a pair: write base/quote, such as 'USD/KZT'"):
        FixedRates({pair: "520"})
