"""Scenarios of the field that concern the readers, by their numbers, each with its right answer."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import ROUND_DOWN, Decimal, localcontext
from fractions import Fraction

import pytest

from cafx import OptionError, ParseError, Quotation, RateBook, SourceError, read_ticker, sources
from sources.specimens import CBR_DAY, CBU_ALL, NBK_DAY, NBKR_DAILY, NBT_DAY
from ticker.pages import SEED, STATES, html_page, text_page

NBK, NBKR, CBU, NBT, CBT, CBR = sources.central_banks()
PLAIN = "KGS/USD = 0.01144 0%"


def rejected(line):
    """The one rejection of a page whose second line is *line*."""
    reading = read_ticker(f"{PLAIN}\n{line}\n")
    assert [one.pair for one in reading] == ["KGS/USD"]
    (rejection,) = reading.rejected
    assert rejection.place == 2
    return rejection


def nbk(code="USD", price="474.20", nominal="1", day="01.04.2026"):
    row = f"<item><title>{code}</title><description>{price}</description><quant>{nominal}</quant></item>"
    good = "<item><title>EUR</title><description>543.10</description><quant>1</quant></item>"
    return f"<rates><date>{day}</date>{row}{good}</rates>".encode()


@pytest.mark.parametrize("repeats", range(8, 11))
def test_01_a_ticker_that_repeats_gives_one_quotation_a_pair(repeats):
    for page in (text_page(SEED, repeats), html_page(SEED, repeats)):
        reading = read_ticker(page)
        assert (len(reading), reading.entries, reading.repeats) == (5, 5 * repeats, 5 * repeats - 5)


def test_02_two_values_of_a_pair_are_a_conflict_and_neither_is_kept():
    reading = read_ticker("KZT/USD = 0.00194 0%\nKZT/USD = 0.00195 0%\n" + PLAIN)
    assert [one.pair for one in reading] == ["KGS/USD"]
    (conflict,) = reading.conflicts
    assert [str(one.price) for one in conflict.quotations] == ["0.00194", "0.00195"]
    assert conflict.places == (1, 2)


@pytest.mark.parametrize(
    ("change", "is_read_as"), [("-0%", "-0"), ("0.76%", "0.76"), ("−0.26%", "-0.26"), ("", None)]
)
def test_03_changes_are_read_with_their_sign_or_are_none(change, is_read_as):
    (quotation,) = read_ticker(f"KZT/USD = 0.00194 {change}")
    assert str(quotation.change) == str(is_read_as)


def test_04_a_page_of_four_pairs_gives_four():
    assert [one.base for one in read_ticker(text_page(STATES[3]))] == ["KGS", "KZT", "TJS", "UZS"]


def test_05_dollars_in_tenge_stay_dollars_in_tenge():
    (quotation,) = read_ticker("USD/KZT = 515.1")
    assert (quotation.base, quotation.quote) == ("USD", "KZT")
    assert RateBook([quotation]).rate("KZT", "USD").price == 1 / Fraction("515.1")


def test_06_a_price_the_wrong_way_round_is_rejected_and_the_inverse_named():
    assert "the inverse: USD/KZT = 515.1" in rejected("KZT/USD = 515.1").reason


def test_07_one_digit_is_kept_with_its_six_per_cent():
    (quotation,) = read_ticker("UZS/USD = 0.00008 0%")
    low, high = quotation.bounds
    assert (high - low) / 2 / quotation.unit_price == Fraction(625, 10_000)


@pytest.mark.parametrize("value", ["0", "-0.00194", "N/A", "0.00000"])
def test_08_a_price_of_nothing_is_rejected_with_its_reason(value):
    assert rejected(f"KZT/USD = {value}").reason


@pytest.mark.parametrize("value", ["1e5", "NaN", "Infinity", "9" * 400])
def test_09_what_is_not_a_plain_number_is_rejected(value):
    assert rejected(f"KZT/USD = {value}").reason
    assert len(NBK.read(nbk(price=value)).rejected) == 1


@pytest.mark.parametrize("value", ["٠.٠٠١٩٤", "０.００１９４", "0.00_194", "1_000"])
def test_10_digits_of_other_scripts_and_underscores_are_rejected(value):
    assert rejected(f"KZT/USD = {value}").reason
    assert len(NBK.read(nbk(price=value)).rejected) == 1


def test_11_a_cyrillic_letter_in_a_code_is_named_by_its_number():
    assert "U+041A" in rejected("КZT/USD = 0.00194 0%").reason
    assert "U+041A" in NBK.read(nbk(code="КZT")).rejected[0].reason


@pytest.mark.parametrize("mark", ["\u202e", "\x00"])
def test_12_a_mark_that_turns_text_around_rejects_the_entry_and_is_shown_escaped(mark):
    rejection = rejected(f"KZT/USD = 0.00{mark}194 0%")
    assert mark not in str(rejection)
    (taken,) = read_ticker("KZT/USD = 0.00\u200b194 0%")  # one without width is dropped
    assert str(taken.price) == "0.00194"


@pytest.mark.parametrize("junk", ["• ", " ", "1", "•", "\u00a0", "<a>x</a> ", "KZT/USD\n"])
def test_14_a_megabyte_of_nothing_ends(junk):
    with pytest.raises(ParseError):
        read_ticker(junk.replace("KZT/USD", "KZT/USX") * (1_000_000 // len(junk)))


@pytest.mark.parametrize("nominal", [10, 100, 1000])
def test_15_a_nominal_divides_exactly_and_is_kept(nominal):
    quotation = NBK.parse(nbk(nominal=str(nominal)))[0]
    assert (quotation.nominal, quotation.unit_price) == (nominal, Fraction("474.20") / nominal)


@pytest.mark.parametrize("nominal", ["0", "", "1.5"])
def test_16_a_nominal_that_is_none_rejects_the_row(nominal):
    assert [one.base for one in NBK.read(nbk(nominal=nominal))] == ["EUR"]


def test_17_a_nominal_that_changes_is_read_with_each_row():
    before, after = NBK.parse(nbk("IRR", "0.36", "1000"))[0], NBK.parse(nbk("IRR", "3.63", "10000"))[0]
    assert abs(before.unit_price / after.unit_price - 1) < Fraction(1, 100)


def test_18_a_decimal_comma_is_a_rule_of_the_source():
    assert str(NBKR.parse(NBKR_DAILY)[0].price) == "87.4500"
    assert "not written as this source" in NBK.read(nbk(price="474,20")).rejected[0].reason


def test_20_the_documents_own_word_about_its_encoding_counts():
    assert CBR.parse(CBR_DAY) == CBR.parse(CBR_DAY.decode("cp1251").replace("windows-1251", "utf-8").encode())


def test_21_a_web_page_in_place_of_rates_is_a_source_that_changed():
    for source in (*sources.central_banks(), sources.NBP()):
        with pytest.raises(SourceError, match="web page: 'Request Rejected'") as caught:
            source.parse(b"<html><head><title>Request Rejected</title></head></html>")
        assert caught.value.cause == "changed"


def test_22_no_rows_on_a_business_day_are_an_error():
    with pytest.raises(SourceError, match="no rates for 2026-04-01"):
        CBU.parse(b"[]", on=date(2026, 4, 1))


def test_23_an_answer_for_another_day_is_filed_under_its_own():
    assert {one.as_of for one in NBT.parse(NBT_DAY, on=date(2026, 5, 20))} == {date(2026, 5, 18)}
    assert {one.as_of for one in CBU.parse(CBU_ALL, on=date(2030, 1, 1))} == {date(2026, 4, 1)}


@pytest.mark.parametrize("day", ["31.02.2026", "2026-04-01", "04/01/2026"])
def test_24_a_date_in_any_other_form_is_refused(day):
    with pytest.raises(SourceError, match="is not a date"):
        NBK.parse(nbk(day=day))


def test_31_a_code_out_of_its_dates_is_rejected_with_its_successor():
    assert "use TMT, in force since 2009-01-01 (5000 TMM = 1 TMT)" in str(
        NBK.read(nbk("TMM", day="01.04.2012")).rejected[0]
    )
    assert "use TJS" in str(NBK.read(nbk("TJR", day="01.04.2005")).rejected[0])
    with pytest.raises(SourceError, match="KGS came on 1993-05-10"):
        NBK.read(nbk("KGS", day="01.04.1992"))
    assert [one.base for one in NBK.parse(nbk("TMM", day="01.04.2005"))] == ["TMM", "EUR"]


def test_37_the_callers_decimal_context_changes_nothing():
    usual = read_ticker(text_page(SEED)), NBK.read(NBK_DAY)
    with localcontext() as context:
        context.prec, context.rounding = 6, ROUND_DOWN
        assert (read_ticker(text_page(SEED)), NBK.read(NBK_DAY)) == usual


def test_42_a_document_type_is_refused():
    with pytest.raises(SourceError, match="declares a document type"):
        NBK.parse(b"<!DOCTYPE rates [<!ENTITY a 'b'>]>" + NBK_DAY.partition(b"?>\n")[2])


@pytest.mark.parametrize("code", ["X'; DROP TABLE", "../x"])
def test_43_what_is_not_a_code_or_a_name_stays_out(code):
    assert code not in {one.base for one in NBK.parse(nbk(code))}
    with pytest.raises(SourceError, match="no source is called"):
        sources.named(code)
    with pytest.raises(OptionError, match="a source is named"):
        Quotation("USD", "KZT", Decimal(1), as_of=None, kind="official", source="\x00")


def test_the_moment_of_reading_is_kept():
    moment = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
    assert {one.observed_at for one in NBK.read(NBK_DAY, observed_at=moment)} == {moment}
