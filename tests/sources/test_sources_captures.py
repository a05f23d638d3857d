"""The stored answers of every source give the right quotations."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from cafx import RateBook, SourceError, sources

NBK, NBKR, CBU, NBT, CBT, CBR = sources.central_banks()
HISTORY_OF_DOLLAR = sources.Request("", currency="USD", is_series=True)


@pytest.fixture(scope="module")
def feed(shared):
    def read(name):
        return (shared / "feeds" / name).read_bytes()

    return read


@pytest.mark.parametrize(
    ("source", "name", "table"),
    [
        (NBK, "nbk-get_rates-2026-04-01.xml", (39, "2026-04-01", "100 UZS/KZT = ")),
        (NBK, "nbk-get_rates-2026-04-02.xml", (39, "2026-04-02", "USD/KZT = ")),
        (NBK, "nbk-rates_all-2026-06-27.sample.xml", (3, "2026-06-27", "USD/KZT = 486.47 ")),
        (NBKR, "nbkr-daily-2026-05-24.xml", (5, "2026-05-24", "USD/KGS = 87.4500 ")),
        (NBKR, "nbkr-daily-2026-07-03.xml", (5, "2026-07-03", "KZT/KGS = 0.1842 ")),
        (NBKR, "nbkr-weekly-2026-05-23.xml", (39, "2026-05-23", "TMT/KGS = 24.9857 ")),
        (CBU, "cbu-all-2026-04-01.json", (74, "2026-04-01", "TMT/UZS = 4037.68 ")),
        (CBU, "cbu-all-2026-04-03.json", (74, "2026-04-03", "RUB/UZS = 151.10 ")),
        (CBU, "cbu-single-usd-2026-10-01.sample.json", (1, "2026-10-01", "USD/UZS = 11808.76 ")),
        (NBT, "nbt-2026-05-18.xml", (36, "2026-05-18", "10 KZT/TJS = 0.1971 ")),
        (NBT, "nbt-2026-05-19.xml", (36, "2026-05-19", "100 UZS/TJS = 0.0777 ")),
        (CBT, "cbt-2026-05-20.xml", (48, "2026-05-20", "USD/TMT = 3.5 ")),
        (CBT, "cbt-2026-05-21.xml", (48, "2026-05-21", "AUD/TMT = 2.4889 ")),
        (CBR, "cbr-daily-2026-03-19.xml", (54, "2026-03-19", "100 KZT/RUB = 17.3533 ")),
        (sources.NBP(), "nbp-table-b-2026-03-04.json", (116, "2026-03-04", "UZS/PLN = 0.000302 ")),
        (sources.CurrencyAPI(), "currency-api-usd-2025-07-30.sample.json", (8, "2025-07-30", "USD/KZT = ")),
        (
            sources.CurrencyAPI(),
            "currency-api-eur-2025-07-30.sample.min.json",
            (7, "2025-07-30", "EUR/UZS = "),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value else "",
)
def test_a_capture_gives_its_table(feed, source, name, table):
    count, day, says = table
    quotations = source.parse(feed(name))
    assert len(quotations) == count
    assert {str(quotation.as_of) for quotation in quotations} == {day}
    assert {quotation.kind for quotation in quotations} == {source.kind}
    assert sum(str(quotation).startswith(says) for quotation in quotations) == 1


@pytest.mark.parametrize(
    ("code", "nominal", "first"),
    [
        ("USD", 1, "77.1734"),
        ("KZT", 100, "15.5104"),
        ("KGS", 100, "88.2534"),
        ("TJS", 10, "80.9998"),
        ("TMT", 1, "22.0495"),
        ("UZS", 10000, "63.3058"),
    ],
)
def test_the_bank_of_russias_series_leave_out_days_without_a_new_rate(feed, code, nominal, first):
    quotations = CBR.parse(feed(f"cbr-dynamic-{code.lower()}-2026-03-01_19.xml"))
    assert [quotation.as_of.day for quotation in quotations] == [3, 4, 5, 6, 7, 11, 12, 13, 14, 17, 18, 19]
    assert quotations[0].price.compare_total(Decimal(first)) == 0
    assert {(quotation.base, quotation.quote, quotation.nominal) for quotation in quotations} == {
        (code, "RUB", nominal)
    }


def test_a_page_of_nbkrs_history_is_read_with_the_currency_of_its_request(feed):
    page = feed("nbkr-history-usd-2005-06.html")
    quotations = NBKR.read(page, HISTORY_OF_DOLLAR).quotations
    assert str(quotations[0]) == "USD/KGS = 40.9614 (official, NBKR, 2005-06-25)"
    assert len(quotations) == 4
    assert sources.NBKR(["USD"]).parse(page) == quotations
    assert NBKR.parse(page, currency="usd") == quotations
    euros = NBKR.parse(feed("nbkr-history-eur-2005-06.html"), currency="EUR")
    assert {one.pair for one in euros} == {"EUR/KGS"}
    for bank in (NBKR, sources.NBKR(["USD", "EUR"])):
        with pytest.raises(SourceError, match=r"does not say its currency: pass currency="):
            bank.parse(page)


def test_the_weekly_table_holds_for_seven_days_and_refuses_the_withdrawn_rouble(feed):
    reading = NBKR.read(feed("nbkr-weekly-2026-05-23.xml"))
    assert {quotation.through for quotation in reading.quotations} == {date(2026, 5, 29)}
    (refused,) = reading.rejected
    assert refused.place == 12
    assert "use BYN" in refused.reason


def test_dropped_zeros_do_not_widen_the_bounds(feed):
    (dollar,) = (one for one in CBT.parse(feed("cbt-2026-05-20.xml")) if one.base == "USD")
    assert str(dollar.price) == "3.5"
    assert dollar.bounds == (Fraction("3.49995"), Fraction("3.50005"))
    somoni, manat = (
        one
        for one in sources.Frankfurter().parse(feed("frankfurter-v2-rates-base-usd.sample.json"))
        if one.quote in ("TJS", "TMT")
    )
    assert somoni.as_of == date(2026, 4, 2)
    assert manat.bounds == (Fraction("3.49995"), Fraction("3.50005"))


def test_a_span_of_polands_daily_tables(feed):
    quotations = sources.NBP(["USD"]).parse(feed("nbp-table-a-2026-03-02_05.json"))
    assert [(one.as_of.day, str(one.price)) for one in quotations] == [
        (2, "3.6056"),
        (3, "3.6820"),
        (4, "3.6770"),
        (5, "3.6771"),
    ]


def test_the_banks_own_error_reports_are_refusals(feed):
    with pytest.raises(SourceError, match="Invalid format date") as caught:
        NBK.parse(feed("nbk-bad-date.sample.json"))
    assert caught.value.cause == "refused"
    with pytest.raises(SourceError, match="no rates") as caught:
        CBU.parse(feed("cbu-unknown-currency.sample.json"))
    assert caught.value.cause == "changed"


def test_the_ticker_is_a_source_too(feed):
    for name, day, count in [
        ("timesca-page-2025-12-09.txt", date(2025, 12, 9), 5),
        ("timesca-page-2024-09-08.txt", date(2024, 9, 8), 5),
        ("timesca-page-four-currencies.txt", None, 4),
    ]:
        reading = sources.TimesCA().read(feed(name))
        assert [quotation.as_of for quotation in reading.quotations] == [day] * count


def test_the_slip_of_uzbekistans_bank_is_held_back_by_the_book(feed):
    read = [*CBU.parse(feed("cbu-all-2026-04-01.json")), *NBK.parse(feed("nbk-get_rates-2026-04-01.xml"))]
    book = RateBook.bundled().merge(read)
    day = date(2026, 4, 1)
    assert [(one.base, str(one.price)) for one in book.outliers()] == [("TMT", "4037.68")]
    assert round(float(book.rate("TMT", "UZS", on=day).price), 2) == round(12194.21 / 3.5, 2)


def test_the_banks_agree_with_one_another_within_half_a_per_cent(feed):
    day = date(2026, 4, 1)
    tashkent = RateBook(CBU.parse(feed("cbu-all-2026-04-01.json"))).rate("USD", "KZT", on=day)
    almaty = RateBook(NBK.parse(feed("nbk-get_rates-2026-04-01.xml"))).rate("USD", "KZT", on=day)
    assert [leg.source for leg in tashkent.legs] == ["CBU", "CBU"]
    assert abs(tashkent.price / almaty.price - 1) < Fraction(5, 1000)
