"""The ticker of a page: taken once, counted, and never silently wrong."""

from __future__ import annotations

import csv
import decimal
import pickle
import re
import sys
from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cafx import CafxError, OptionError, ParseError, Quotation, RateBook, TickerReading, read_ticker
from cafx.core.currency import CENTRAL_ASIA
from ticker.pages import SEED, STATES, html_page, text_page


def printed(reading):
    """What a reading took, as the page prints it."""
    return [
        f"{q.pair} = {q.price:f}" + ("" if q.change is None else f" {q.change}%") for q in reading.quotations
    ]


@pytest.mark.parametrize("state", STATES, ids=["2025", "2024-09", "2024-12", "four"])
@pytest.mark.parametrize("repeats", [1, 2, 8, 10])
@pytest.mark.parametrize("bullet", ["• ", "", "* ", "- "])
def test_every_known_state_is_read_at_any_repeat_count_with_any_bullet(state, repeats, bullet):
    reading = read_ticker(text_page(state, repeats, bullet))
    assert printed(reading) == list(state)
    assert reading.entries == repeats * len(state)
    assert reading.as_of == date(2025, 12, 16)
    assert (reading.conflicts, reading.rejected) == ((), ())
    assert {q.kind for q in reading.quotations} == {"ticker"}
    assert {q.as_of for q in reading.quotations} == {reading.as_of}


@pytest.mark.parametrize("state", STATES, ids=["2025", "2024-09", "2024-12", "four"])
def test_html_gives_what_the_text_gives(state):
    assert read_ticker(html_page(state)) == read_ticker(text_page(state))
    assert read_ticker(html_page(state).encode()) == read_ticker(text_page(state).encode())
    assert read_ticker(html_page(state).replace("<", "\n<")) == read_ticker(text_page(state))


def test_scripts_styles_and_comments_are_not_read():
    for hidden in (
        "<script>KZT/USD = 0.00194 0%</script>",
        "<SCRIPT type='a>b'>\nKZT/USD = 0.00194 0%\n</script >",
        "<style>\nKZT/USD = 0.00194 0%\n</style>",
        "<!--\nKZT/USD = 0.00194 0%\n-->",
        "<script>\nKZT/USD = 0.00194 0%",
        "<a title='\nKZT/USD = 0.00194 0%\n'>x</a>",
    ):
        with pytest.raises(ParseError):
            read_ticker(hidden)


@pytest.mark.parametrize(
    "text",
    [
        "KZT/USD=0.00194 -0.2%",
        "KZT/USD =0.00194-0.2%",
        "kzt/usd = 0.00194 -0.2%",
        "  ‣ KZT / USD  =  0.00194   -0.2 %  ",
        "KZT/USD\u00a0=\u202f0.00194\u2009−0.2%",
        "\ufeffK\u200bZT/U\u00adSD = 0.00194 –0.2%\u200b",
        "KZT/USD = 0.00194 (-0.2%)",
        "KZT/USD = 0.00194 -0.20%",
        "KZT/USD&nbsp;&#61;&#x20;0.00194&thinsp;&minus;0.2&percnt;",
        "<td>KZT/USD</td><td>=</td><td>0.00194</td><td>-0.2%</td>",
        "<b>KZT</b>/<b>USD</b> = <i>0.00194</i><!-- --> <u>-0.2%</u>",
        "KZT/USD\n=\n0.00194\n-0.2%",
        "• KZT/USD =\n\n0.00194\n-0.2%",
        "KZT/USD\r\n= 0.00194 -0.2%\r\n",
        "KZT／USD ＝ 0.00194 －0.2％",
    ],
)
def test_what_real_pages_do_to_an_entry_is_tolerated(text):
    (quotation,) = read_ticker(text).quotations
    assert (quotation.pair, str(quotation.price), quotation.change) == ("KZT/USD", "0.00194", Decimal("-0.2"))


@pytest.mark.parametrize(
    ("text", "change"),
    [("0%", "0"), ("-0%", "-0"), ("−0%", "-0"), ("+0.2%", "0.2"), ("0.76%", "0.76"), ("", "None")],
)
def test_the_change_keeps_its_sign_and_may_be_missing(text, change):
    (quotation,) = read_ticker(f"KZT/USD = 0.00194 {text}").quotations
    assert str(quotation.change) == change


def test_a_pair_the_other_way_round_is_kept_in_its_own_direction():
    (quotation,) = read_ticker("USD/KZT = 515.1").quotations
    assert (quotation.base, quotation.quote, str(quotation.price)) == ("USD", "KZT", "515.1")


def test_many_entries_on_one_line_are_read():
    reading = read_ticker(" ".join(f"• {line}" for line in SEED * 3))
    assert (printed(reading), reading.entries) == (list(SEED), 15)
    assert printed(read_ticker(" ".join(SEED))) == list(SEED)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("KZT/USD = 0 0%", "above zero"),
        ("KZT/USD = 0.00000", "above zero"),
        ("KZT/USD = -0.00194", "above zero"),
        ("КZТ/USD = 0.00194 0%", r"U\+041A, U\+0422"),
        ("TМТ/USD = 0.28571 0%", r"U\+041C, U\+0422"),
        ("XXX/USD = 0.00194 0%", "not an ISO 4217"),
        ("TMM/USD = 0.00007 0%", "use TMT"),
        ("USD/USD = 1", "one currency"),
        ("KZT/USD = 515.1", "inverse: USD/KZT = 515.1"),
        ("USD/KZT = 0.00194", "inverse: KZT/USD = 0.00194"),
        ("KZT/USD = 0.0194", "implausible"),
        ("KZT/USD = 0.000194", "implausible"),
        ("KZT/USD = 1.94e-3", "exponent"),
        ("KZT/USD = 0,00194", "comma"),
        ("KZT/USD = N/A", "not a plain decimal"),
        ("KZT/USD = NaN", "not a plain decimal"),
        ("KZT/USD = ٠.٠٠١٩٤", "not a plain decimal"),
        ("KZT/USD = 0.00\u202e194", "not a plain decimal"),
        ("KZT/USD = 0.00\x00194", "not a plain decimal"),
        ("KZT/USD = 0.00194 5", "follows the price"),
        ("KZT/USD = 0.00 194", "follows the price"),
        ("KZT/USD = 0.0019400000000000", "absurdly long"),
        ("KZT/USD = " + "9" * 400, "absurdly long"),
        ("KZT/USD =", "no price"),
    ],
)
def test_what_is_wrong_with_an_entry_is_said_with_its_place(line, says):
    page = "\n".join(["Menu", *SEED[:1], line, *SEED[2:], ""])
    reading = read_ticker(page)
    assert "KZT" not in {q.base for q in reading.quotations}
    (rejected,) = reading.rejected
    assert rejected.place == 3
    assert len(rejected.text) <= 80
    assert str(rejected).isprintable()
    assert re.search(says, rejected.reason)


@pytest.mark.parametrize(
    "line",
    [
        "KZT/USD = 0.00194%",
        "KZT/USD = 0.0019410%",
        "KZT/USD=0.0019412%",
        "TJS/USD = 0.1087712.5%",
        "USD/KZT = 5151%",
        "USD/KZT = 515.12%",
    ],
)
def test_a_price_and_a_change_run_together_are_refused_and_not_guessed(line):
    reading = read_ticker(line)
    assert reading.quotations == ()
    assert "nothing says where the one ends" in reading.rejected[0].reason


@pytest.mark.parametrize(
    "page",
    [
        "Rates: " + " • ".join(SEED),
        "<b>Rates</b> " + "".join(f"<span>{line}</span>" for line in SEED),
        "Home News " + " ".join(SEED) + " 16 December 2025 Kazakhstan to Invest $24 Billion",
        " ".join(SEED) + " Kazakhstan grew",
    ],
    ids=range(4),
)
def test_a_page_flattened_to_one_line_keeps_every_entry(page):
    reading = read_ticker(page)
    assert (printed(reading), reading.entries) == (list(SEED), 5)
    assert (reading.conflicts, reading.rejected) == ((), ())


def test_two_prints_of_one_price_are_a_conflict_in_any_order():
    for lines in (["KZT/USD = 0.0019", "KZT/USD = 0.00190"], ["KZT/USD = 0.00190", "KZT/USD = 0.0019"]):
        reading = read_ticker("\n".join(lines))
        assert reading.quotations == ()
        assert {str(q.price) for q in reading.conflicts[0].quotations} == {"0.0019", "0.00190"}


@pytest.mark.parametrize(
    "page",
    [
        "<tr><td>KZT/USD</td><td>0.00194</td><td>-0%</td></tr>",
        "<div><span>KZT/USD</span><span>0.00194</span> <span>-0%</span></div>",
        "KZT/US<wbr>D = 0.00<wbr>194 -0%<br>",
        "<!-- a --!><p>KZT/USD = 0.00194 -0%</p>",
        "<p>a\rKZT/USD = 0.00194 -0%\r</p>",
    ],
)
def test_what_html_puts_between_the_parts_of_an_entry(page):
    assert printed(read_ticker(page)) == ["KZT/USD = 0.00194 -0%"]


def test_a_place_is_a_line_of_the_source_also_in_html():
    for page in (
        "<p>a\n<b\n\n\n>x</b>\nKZT/USD = 0</p>",
        "<div>\n<!--\n\n\n-->\nKZT/USD = 0</div>",
        "a\n\n\n\n\nKZT/USD = 0<br>",
    ):
        assert [rejected.place for rejected in read_ticker(page).rejected] == [6]


def test_a_day_of_the_caller_that_contradicts_the_page_is_reported():
    reading = read_ticker(text_page(SEED), as_of="2025-12-09")
    assert reading.as_of == date(2025, 12, 9)
    assert "as_of= says 2025-12-09" in reading.rejected[0].reason
    assert read_ticker(text_page(SEED), as_of="2025-12-16").rejected == ()


def test_a_reading_can_be_made_a_book():
    reading = read_ticker(text_page(SEED))
    assert RateBook(reading) == RateBook(reading.quotations)
    assert len(RateBook().merge(reading)) == 5


def test_a_page_of_nothing_but_refusals_is_a_ticker_without_quotations():
    reading = read_ticker("KZT/USD = 515.1")
    assert reading.quotations == ()
    assert len(reading.rejected) == 1


def test_two_values_of_a_pair_are_a_conflict_and_neither_answers():
    page = "\n".join([*SEED, *SEED, "KZT/USD = 0.00195 0%", *SEED])
    reading = read_ticker(page)
    assert len(reading.quotations) == 4
    (conflict,) = reading.conflicts
    assert (conflict.base, conflict.quote, conflict.is_about_price) == ("KZT", "USD", True)
    assert [str(q.price) for q in conflict.quotations] == ["0.00194", "0.00195"]
    assert conflict.places == (2, 11)
    with pytest.raises(CafxError):
        RateBook(reading.quotations).rate("KZT", "USD")
    picked = reading.pick(conflict.quotations[1])
    assert picked.conflicts == ()
    assert RateBook(picked).rate("KZT", "USD").price == Fraction("0.00195")
    with pytest.raises(OptionError, match="in none of"):
        picked.pick(conflict.quotations[1])


def test_a_change_in_dispute_leaves_the_price_and_is_reported():
    reading = read_ticker("KZT/USD = 0.00194 0%\nKZT/USD = 0.00194 -0%")
    (quotation,) = reading.quotations
    assert quotation.change is None
    (conflict,) = reading.conflicts
    assert not conflict.is_about_price
    assert [str(q.change) for q in conflict.quotations] == ["0", "-0"]
    assert str(reading.pick(conflict.quotations[1]).quotations[0].change) == "-0"


def test_a_value_without_a_change_contradicts_nothing():
    reading = read_ticker("KZT/USD = 0.00194\nKZT/USD = 0.00194 -0%\nKZT/USD = 0.00194")
    assert (str(reading.quotations[0].change), reading.entries, reading.conflicts) == ("-0", 3, ())


@pytest.mark.parametrize(
    "prose",
    [
        "",
        "The KZT/USD = 0.00194 of Monday is out of date.",
        "KZT/USD = 0.00194 was the last rate that we saw",
        "Traders watch KZT/USD and USD/KZT.",
        "KZT/USD fell on Monday",
        "either/or = 1",
        "and/yes = 5",
        "Rates: KZT/USD = 0.00194, KGS/USD = 0.01144",
        "<p>The <b>KZT/USD</b> = 0.00194 rate of the day</p>",
    ],
)
def test_a_page_without_a_ticker_is_a_parse_error(prose):
    with pytest.raises(ParseError, match="no ticker in") as caught:
        read_ticker(prose)
    assert caught.value.reason == "the page carries no ticker"
    with pytest.raises(ParseError):
        read_ticker(prose.encode())


def test_prose_beside_a_ticker_adds_nothing():
    page = text_page(SEED) + "\nThe KZT/USD = 0.00200 of last week\nKZT/USD = 0.5 said the bank on Monday\n"
    assert read_ticker(page) == read_ticker(text_page(SEED))


@pytest.mark.parametrize(
    ("after", "as_of"),
    [
        ("16 December 2025", date(2025, 12, 16)),
        ("\n\n  8 Sept 2024 \n", date(2024, 9, 8)),
        ("8\u00a0May\u00a02025", date(2025, 5, 8)),
        ("Published 16 December 2025", None),
        ("Headline\n16 December 2025", None),
        ("16 Foobar 2025", None),
        ("", None),
    ],
    ids=range(7),
)
def test_the_pages_own_date_stands_alone_on_the_line_after_the_ticker(after, as_of):
    reading = read_ticker("\n".join([*SEED, after]))
    assert reading.as_of == as_of
    assert reading.rejected == ()


def test_a_date_that_is_none_is_reported_and_not_taken():
    reading = read_ticker("\n".join([*SEED, "31 February 2025"]))
    assert reading.as_of is None
    assert "no such day" in reading.rejected[0].reason
    two = read_ticker("\n".join([*SEED, "16 December 2025", *SEED, "17 December 2025"]))
    assert two.as_of is None
    assert len(two.rejected) == 2


def test_the_callers_day_comes_before_the_pages():
    assert read_ticker(text_page(SEED), as_of=date(2025, 1, 2)).as_of == date(2025, 1, 2)
    assert read_ticker(text_page(SEED), as_of="2025-01-02").quotations[0].as_of == date(2025, 1, 2)
    with pytest.raises(TypeError):
        read_ticker(text_page(SEED), as_of=datetime(2025, 1, 2, tzinfo=UTC))


def test_the_source_is_named():
    assert {q.source for q in read_ticker(text_page(SEED), source="mirror").quotations} == {"mirror"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_bytes_are_read_whatever_they_claim(encoding):
    page = text_page(SEED, bullet="") + "\n\u00e9t\u00e9"
    assert printed(read_ticker(page.encode(encoding))) == list(SEED)


@pytest.mark.parametrize("page", [None, 5, ["KZT/USD = 0.00194"]], ids=str)
def test_a_page_is_text_or_bytes(page):
    with pytest.raises(TypeError, match="text or bytes"):
        read_ticker(page)


def test_a_reading_is_a_value():
    reading = read_ticker(text_page([*SEED, "KZT/USD = 0.00195 0%", "UZS/USD = 0"]))
    assert TickerReading.from_json(reading.to_json()) == reading
    assert pickle.loads(pickle.dumps(reading)) == reading  # noqa: S301
    assert hash(reading) == hash(TickerReading.from_json(reading.to_json()))
    assert "1 conflict," in str(reading)


def test_the_seed_page(shared):
    reading = read_ticker((shared / "seeds" / "004_dfe43a911bdbb61a.txt").read_bytes())
    assert printed(reading) == list(SEED)
    assert (reading.entries, reading.as_of) == (40, date(2025, 12, 16))
    assert (reading.conflicts, reading.rejected) == ((), ())
    with pytest.raises(ParseError):
        read_ticker((shared / "seeds" / "000_6003f1f04a515889.txt").read_bytes())


def test_every_captured_state(shared):
    with (shared / "feeds" / "timesca-ticker-lines.csv").open(encoding="utf-8") as file:
        states = {}
        for row in csv.DictReader(file):
            states.setdefault((row["page"], row["page_date"]), []).append(row["line"])
    assert len(states) == 34
    for (_, day), state in states.items():
        shown = date.fromisoformat(day).strftime("%d %B %Y") if day else ""
        for repeats in (1, 8, 10):
            for page in (
                text_page(state, repeats, date=shown),
                text_page(state, repeats, bullet="", date=shown),
                html_page(state, repeats, date=shown),
            ):
                reading = read_ticker(page)
                assert printed(reading) == state
                assert reading.entries == repeats * len(state)
                assert reading.as_of == (date.fromisoformat(day) if day else None)
                assert (reading.conflicts, reading.rejected) == ((), ())


@pytest.mark.parametrize(
    "name", ["timesca-page-2025-12-09", "timesca-page-2024-09-08", "timesca-page-four-currencies"]
)
def test_every_captured_page(shared, name):
    reading = read_ticker((shared / "feeds" / f"{name}.txt").read_bytes())
    currencies = {q.base for q in reading.quotations}
    assert currencies == set(CENTRAL_ASIA) - ({"TMT"} if "four" in name else set())
    assert reading.rejected == ()


SPACES = st.sampled_from(["", " ", "  ", "\u00a0", "\u202f", "\t", "\u3000", "\u200b"])
BULLETS = st.sampled_from(["", "• ", "•", "* ", "▪\u00a0", " | "])


@given(st.data())
def test_any_mix_of_repeats_spacing_and_order_gives_the_same_reading(data):
    state = data.draw(st.sampled_from(STATES))
    lines = []
    for line in data.draw(st.permutations(list(state) * data.draw(st.integers(1, 4)))):
        pair, _, price, change = line.split()
        base, quote = pair.split("/")
        s = [data.draw(SPACES) for _ in range(6)]
        gap = data.draw(st.sampled_from([" ", "\u00a0", "\t "]))
        minus = data.draw(st.sampled_from(["-", "\u2212", "\u2013"]))
        code = data.draw(st.sampled_from([str.upper, str.lower, str.title]))
        lines.append(
            f"{s[0]}{data.draw(BULLETS)}{code(base)}{s[1]}/{s[2]}{code(quote)}{s[3]}={s[4]}{price}"
            f"{gap}{change.replace('-', minus)}{s[5]}"
        )
    glue = data.draw(st.sampled_from(["\n", "\r\n", "\n\n", "\u2028", " • "]))
    reading = read_ticker(glue.join(lines))
    assert set(printed(reading)) == set(state)
    assert reading.entries == len(lines)
    assert (reading.conflicts, reading.rejected) == ((), ())


PIECES = st.sampled_from(
    [
        *"KZT/USD|KZT|/|=| |\n|0.00194|-0%|%|•|<|>|</|<!--|-->|<script>|</script>".split("|"),
        *('"', "'", "<a b=", "&nbsp;", "&#", "&#x", ";", "9" * 30, "\u202e", "\x00", "\ud800", "К"),
        *("16 December 2025", "31 April 2025", "e9", ",", "(", "\u2028"),
    ]
)


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=40).map("".join))
@example("&#" + "9" * 5000 + ";<p>KZT/USD = 0.00194")
def test_any_text_gives_a_reading_or_a_cafx_error(page):
    try:
        reading = read_ticker(page)
    except CafxError:
        return
    assert all(isinstance(q, Quotation) for q in reading.quotations)
    assert TickerReading.from_json(reading.to_json()) == reading


@given(st.binary(max_size=300))
def test_any_bytes_give_a_reading_or_a_cafx_error(page):
    with suppress(CafxError):
        read_ticker(page)


HOSTILE = {
    "bullets": lambda n: "•" * n,
    "bulleted spaces": lambda n: "• " * n,
    "spaces": lambda n: "KZT/USD" + " " * n,
    "digits": lambda n: "KZT/USD = " + "1" * n,
    "letters": lambda n: "a" * n,
    "pairs": lambda n: "KZT/USD " * (n // 8),
    "open pairs": lambda n: "KZT/USD =\n" * (n // 10),
    "open pairs and blanks": lambda n: "KZT/USD\n" + "\n" * n,
    "prose entries": lambda n: "KZT/USD = a b c " * (n // 16),
    "tags": lambda n: "<a " * (n // 3),
    "open quotes": lambda n: '<a b="' * (n // 6),
    "open comments": lambda n: "<!--" * (n // 4),
    "open declarations": lambda n: "<!" * (n // 2),
    "closing tags": lambda n: "</a" * (n // 3),
    "scripts": lambda n: "<script>" * (n // 8),
    "scripts open and half closed": lambda n: "<script></script" * (n // 16),
    "equals": lambda n: "<a" + "= " * (n // 2),
    "references": lambda n: "&#" + "9" * n,
    "references many": lambda n: "&#9" * (n // 3),
    "entries": lambda n: "<p>KZT/USD = 0.00194</p>" * (n // 24),
    "distinct": lambda n: "\n".join(f"KZT/USD = 0.00{i % 9000:04}1 0%" for i in range(n // 25)),
    "refused": lambda n: "\n".join(f"KZT/USD = 9{i}" for i in range(n // 16)),
    "dates": lambda n: "KZT/USD = 0.00194\n" + "16 December 2025\n\n" * (n // 18),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_megabyte_of_anything_is_read_or_refused(kind):
    # Quadratic work on a million characters would take hours; the run's own limit would show it.
    page = HOSTILE[kind](1_000_000)
    with suppress(CafxError):
        read_ticker(page)


def test_the_callers_decimal_context_changes_nothing():
    page = text_page([*SEED, "USD/KGS = 0.001", "KZT/USD = 0.00195 0%"])
    expected = read_ticker(page)
    with decimal.localcontext(prec=2, rounding=decimal.ROUND_UP) as context:
        for trap in context.traps:
            context.traps[trap] = True
        assert read_ticker(page) == expected


WORK = (
    "<a>x</a> ",
    "<b>1</b>",
    "KZT/USD\n",
    "KZT/USD\n\n\n\n\n\n",
    "KZT/USD\n0.00194\n-0%\n",
    "<tr><td>KZT/USD</td><td>0.00194</td><td>0%</td></tr>",
    "KZT/USD = 0.00194 0% ",
    "KZT/USD = 0.00194 0%\n16 December 2025\n",
    "KZT/USD = x y ",
    "31 February 2025\n",
    "<!--",
    '<a b="',
    "&#9;",
    "• ",
    "\x1f",
)


@pytest.mark.parametrize("pattern", WORK, ids=repr)
def test_twice_the_page_is_twice_the_work(pattern):
    def steps(length):
        """Count the lines of code that a page of this length takes."""
        count = 0

        def trace(frame, event, _):
            nonlocal count
            if event == "line" and frame.f_globals.get("__name__", "").startswith("cafx."):
                count += 1
            return trace

        page = pattern * (length // len(pattern))
        before = sys.gettrace()
        sys.settrace(trace)
        try:
            with suppress(ParseError):
                read_ticker(page)
        finally:
            sys.settrace(before)
        return count

    steps(2_000)
    assert steps(16_000) < 2.2 * steps(8_000) + 200


@pytest.mark.parametrize("pattern", WORK[:6], ids=repr)
def test_a_megabyte_of_what_took_minutes_ends(pattern):
    with suppress(ParseError):
        read_ticker(pattern * (1_000_000 // len(pattern)))


def test_one_of_a_kind_is_counted_in_the_singular():
    assert (
        str(read_ticker("KZT/USD = 0.00194 -0%"))
        == "1 quotation of no date (1 entry, 0 conflicts, 0 rejected)"
    )
