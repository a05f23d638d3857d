"""The streaming form: one reading for each capture of an archive, in little memory."""

from __future__ import annotations

import io
import sys
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cafx import Quotation, RateBook, read_ticker, read_tickers
from cafx.history import History
from ticker.pages import SEED, STATES, text_page


def archive_of(captures):
    return "\n".join(captures) + "\n"


DATED = [
    text_page(STATES[1], 10, date="08 September 2024"),
    text_page(STATES[2], 8, date="23 December 2024"),
    text_page(SEED, 9, bullet=""),
]


@pytest.mark.parametrize("form", ["lines", "text", "bytes", "text file", "binary file"])
def test_each_dated_capture_is_read_as_if_alone(form):
    text = archive_of(DATED)
    archive = {
        "lines": text.splitlines(),
        "text": text.splitlines(keepends=True),
        "bytes": text.encode().splitlines(keepends=True),
        "text file": io.StringIO(text),
        "binary file": io.BytesIO(text.encode()),
    }[form]
    assert list(read_tickers(archive)) == [read_ticker(page) for page in DATED]


def test_a_second_price_begins_a_new_state():
    states = [[*SEED * 8], [*STATES[1] * 10], [*SEED * 3]]
    readings = list(read_tickers([line for state in states for line in state], as_of="2025-12-16"))
    assert readings == [read_ticker("\n".join(state), as_of="2025-12-16") for state in states]


def test_rejections_name_their_line_in_the_archive():
    (reading,) = read_tickers(["Menu", *SEED, "UZS/USD = 0", *SEED, "KZT/USD = N/A"])
    assert [rejected.place for rejected in reading.rejected] == [7, 13]
    assert reading.entries == 10


def test_an_archive_without_a_ticker_gives_nothing():
    assert list(read_tickers([])) == []
    assert list(read_tickers(io.BytesIO(b""))) == []
    assert list(read_tickers(io.StringIO("prose\n" * 1000))) == []
    assert list(read_tickers(io.BytesIO(b"x" * 5_000_000))) == []


@given(
    st.lists(st.tuples(st.sampled_from(STATES), st.integers(1, 3), st.dates()), min_size=1, max_size=6),
    st.integers(1, 200),
)
def test_blocks_of_any_size_give_the_same_readings(captures, size):
    pages = [text_page(state, repeats, date=f"{day:%d %B} {day.year:04}") for state, repeats, day in captures]

    class Trickle(io.StringIO):
        def read(self, _=None):
            return super().read(0 if _ == 0 else size)

    assert list(read_tickers(Trickle(archive_of(pages)))) == [read_ticker(page) for page in pages]


class Endless:
    """A file that repeats a text to a given size without ever holding it."""

    def __init__(self, text, size):
        self.block = text * (1 + (1 << 20) // len(text))
        self.left = size

    def read(self, count):
        if count == 0:
            return self.block[:0]
        taken = min(count, len(self.block), self.left)
        self.left -= taken
        return self.block[:taken]


ENDLESS = {
    "dated": lambda n: Endless(archive_of(DATED).encode(), n),
    "one state": lambda n: Endless(archive_of(SEED), n),
    "prose": lambda n: Endless(b"prose without a ticker = but with equals signs\n", n),
    "refused": lambda n: Endless(b"KZT/USD = 9999\n", n),
    "one line": lambda n: Endless(b"x" * 1000, n),
    "one line of entries": lambda n: Endless(" • ".join(SEED) + " • ", n),
    "no ticker but refusals": lambda n: Endless("USD/USD = 1\n", n),
    "long lines": lambda n: (f"{i} = " + "x" * 20_000 for i in range(n // 20_000)),
    "bad dates": lambda n: (
        line for i in range(n // 40) for line in ("KZT/USD = 0.00194", f"31 February {2000 + i % 999}")
    ),
    "many refused": lambda n: (f"KZT/USD = {i}99.5\n" for i in range(n // 30)),
    "many states": lambda n: (f"KZT/USD = 0.00{100000 + i} 0.1%\n" for i in range(n // 30)),
    "much prose": lambda n: (f"prose number = {i}\n" for i in range(n // 20)),
}


@pytest.mark.parametrize("kind", ENDLESS)
def test_memory_does_not_grow_with_the_archive(kind):
    def peak(size):
        tracemalloc.start()
        for _ in read_tickers(ENDLESS[kind](size)):
            pass
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return top

    peak(200_000)  # what is kept for all archives is kept from now on
    small, large = peak(200_000), peak(800_000)
    assert large < small + 1_000_000
    assert large < 12_000_000


@pytest.mark.parametrize("lead", range(0, 24, 5))
def test_a_line_of_any_length_is_cut_between_entries(lead):
    line = " " * lead + "TJS/USD = 0.10877 -0.12% " * 60_000
    for archive in (
        io.StringIO(line),
        io.BytesIO(line.encode()),
        io.BytesIO(line.replace(" T", "\rT").encode()),
    ):
        readings = list(read_tickers(archive))
        assert {(str(q.price), str(q.change)) for r in readings for q in r.quotations} == {
            ("0.10877", "-0.12")
        }
        assert sum(r.entries for r in readings) == 60_000
        assert not any(r.rejected or r.conflicts for r in readings)


def test_bytes_and_text_give_the_same_readings_in_any_encoding():
    text = "\u200b• KZT/USD = 0.00194 -0%\u2028\u200b16 December 2025\u200b\r\nKZT/USD = 0.00195 0%\n"
    expected = list(read_tickers(io.StringIO(text)))
    assert [reading.as_of and reading.as_of.isoformat() for reading in expected] == ["2025-12-16", None]
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert list(read_tickers(io.BytesIO(text.encode(encoding)))) == expected


@pytest.mark.parametrize("text", ["KZT/USD = 0.00194", b"KZT/USD = 0.00194"], ids=["str", "bytes"])
def test_one_text_is_no_archive(text):
    with pytest.raises(TypeError, match="call read_ticker"):
        read_tickers(text)


def test_an_archive_goes_into_a_book_and_a_history_as_it_is():
    book = RateBook(read_tickers(archive_of(DATED).splitlines()))
    assert book == RateBook(quotation for page in DATED for quotation in read_ticker(page))
    assert RateBook().merge(read_tickers(archive_of(DATED).splitlines())) == book
    with History(":memory:") as history:
        history.add(read_tickers(archive_of(DATED).splitlines()))
        assert len(history) == len(book) == 15


def test_one_quotation_is_not_several():
    (quotation, *_) = read_ticker(DATED[0])
    for door in (RateBook, RateBook().merge):
        with pytest.raises(TypeError, match=r"pass a list, such as \[quotation\]"):
            door(quotation)


def test_an_archive_puts_days_in_order_and_counts_repeats_between_pages():
    archive = read_tickers(archive_of([*DATED, *DATED[::-1], *DATED]).splitlines())
    days = [quotation.as_of for quotation in archive.quotations]
    assert days == sorted(days)
    assert len(days) == 15
    assert archive.entries == 3 * 27 * 5
    assert archive.repeats == archive.entries - 15
    assert archive.conflicts == archive.rejected == ()
    assert str(archive) == "15 quotations of 3 days (405 entries, 390 repeats, 0 conflicts, 0 rejected)"
    assert list(archive) == []  # it was read to its end


def test_pages_of_one_day_that_show_two_prices_are_a_conflict_with_its_lines():
    lines = [*SEED, "16 December 2025", "", *SEED[:1], "KZT/USD = 0.00195 0%", "16 December 2025", *STATES[1]]
    archive = read_tickers([*lines, "17 December 2025"])
    (conflict,) = archive.conflicts
    assert str(conflict) == "KZT/USD is 0.00194 -0% (line 2) and 0.00195 0% (line 9)"
    assert [one.pair for one in archive.quotations if str(one.as_of) == "2025-12-16"] == [
        "KGS/USD",
        "TJS/USD",
        "UZS/USD",
        "TMT/USD",
    ]
    assert RateBook(read_tickers([*lines, "17 December 2025"])) == RateBook(archive.quotations)
    # Without a day they are states one after another, and contradict nothing.
    undated = read_tickers([line for line in lines if "December" not in line])
    assert undated.conflicts == ()
    assert len(undated.quotations) == 10  # the so‘m stands as it stood


@given(st.lists(st.tuples(st.sampled_from(STATES), st.integers(1, 3), st.dates()), max_size=6))
def test_the_sums_of_an_archive_are_those_of_its_readings(captures):
    pages = [text_page(state, repeats, date=f"{day:%d %B} {day.year:04}") for state, repeats, day in captures]
    readings = list(read_tickers(archive_of(pages).splitlines()))
    archive = read_tickers(archive_of(pages).splitlines())
    said = {}
    for quotation in (one for reading in readings for one in reading):
        said.setdefault((quotation.as_of, quotation.pair), []).append(quotation)
    sole = {key: ones for key, ones in said.items() if len({str(one.price) for one in ones}) == 1}
    assert archive.entries == sum(reading.entries for reading in readings)
    assert {(one.as_of, one.pair) for one in archive.quotations} == sole.keys()
    assert {(one.quotations[0].as_of, one.pair) for one in archive.conflicts if one.is_about_price} == (
        said.keys() - sole.keys()
    )
    assert all(isinstance(one, Quotation) for one in archive.quotations)


def test_memory_of_the_sums_is_bounded_by_what_differs():
    def peak(count):
        tracemalloc.start()
        archive = read_tickers(line + "\n" for _ in range(count) for line in archive_of(DATED).splitlines())
        assert len(archive.quotations) == 15
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return top

    peak(20)
    assert peak(400) < peak(100) + 200_000


ODDITIES = ("", "", "", "KZT/USD = 0", "KZT/USD = 0.00300 0%", "prose", "UZS/USD = N/A")
BULLETS = ("", "• ", "  • ", "* ")


@st.composite
def odd_captures(draw):
    """A capture as archives have them, now and then with something odd in it."""
    state = draw(st.sampled_from(STATES))
    bullet = draw(st.sampled_from(BULLETS))
    lines = [f"{bullet}{line}" for line in state] * draw(st.integers(1, 5))
    if draw(st.booleans()):
        lines[0] = lines[0].strip()
    odd = draw(
        st.sampled_from(["", "", "", "KZT/USD = 0", "KZT/USD = 0.00300 0%", "prose", "", "UZS/USD = N/A"])
    )
    if odd:
        lines.insert(draw(st.integers(0, len(lines))), odd)
    if draw(st.integers(0, 3)) == 0:
        del lines[draw(st.integers(0, len(lines) - 1))]
    date = draw(st.sampled_from(["09 December 2025", "31 February 2025", "10 December 2025", "no date", ""]))
    return [*lines, *[""] * draw(st.integers(0, 2)), date, *[""] * draw(st.integers(0, 2))]


@given(st.lists(odd_captures(), max_size=5), st.integers(40, 3000))
@settings(max_examples=300, deadline=None)
def test_the_short_way_and_the_long_way_give_the_same_readings(captures, size):
    text = archive_of([line for capture in captures for line in capture])

    class Trickle(io.StringIO):
        def read(self, _=None):
            return super().read(0 if _ == 0 else size)

    by_line = list(read_tickers(text.splitlines()))  # an iterable of lines goes line by line ...
    assert list(read_tickers(io.StringIO(text))) == by_line  # ... and a file by its groups
    assert list(read_tickers(Trickle(text))) == by_line
    one, other = read_tickers(text.splitlines()), read_tickers(io.StringIO(text))
    assert (one.quotations, one.conflicts, one.rejected) == (
        other.quotations,
        other.conflicts,
        other.rejected,
    )
    assert (one.entries, one.repeats) == (other.entries, other.repeats)


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_a_capture_that_repeats_itself_for_long_is_read_as_line_by_line(data):
    state = data.draw(st.sampled_from(STATES))
    bullet = data.draw(st.sampled_from(BULLETS))
    end = data.draw(st.sampled_from(("\n", "\r\n", "\r", "\x0b")))
    odds = st.lists(st.sampled_from([*ODDITIES, *state, "09 December 2025"]), max_size=2)
    group = [f"{bullet}{line}" for line in state] + data.draw(odds)
    lines = group * data.draw(st.sampled_from((2, 70, 150)))  # the first 8 kB are read otherwise
    for odd in data.draw(odds):
        lines.insert(data.draw(st.integers(0, len(lines))), odd)
    text = "".join(f"{line}{end}" for line in lines)
    size = data.draw(st.integers(1000, 9000))

    class Trickle(io.StringIO):
        def __init__(self):
            super().__init__(text, newline="")

        def read(self, _=None):
            return super().read(0 if _ == 0 else size)

    assert list(read_tickers(Trickle())) == list(read_tickers(text.splitlines()))


ENDLESS_LINES = (
    "a/b\n",
    "a/b = c\n",
    "KZT/USD\n",
    "KZT/USD = 0\n",
    "USD/USD = 1\n",
    "KZT/USD = 0.00194 0%\n",
    "KZT/USD = 0.00194 0%\nKGS/USD = 0.01144 0%\n",
    "KZT/USD = 0.00194 0%\n31 February 2025\n",
    "KZT/USD = 0.00194 0%\n\n\n16 December 2025\n",
    "16 December 2025\n",
)


@pytest.mark.parametrize("pattern", ENDLESS_LINES, ids=repr)
def test_twice_the_archive_is_twice_the_work(pattern):
    def steps(length):
        """Count the lines of code that an archive of this length takes."""
        count = 0

        def trace(frame, event, _):
            nonlocal count
            if event == "line" and frame.f_globals.get("__name__", "").startswith("cafx."):
                count += 1
            return trace

        archive = io.StringIO(pattern * (length // len(pattern)))
        before = sys.gettrace()
        sys.settrace(trace)
        try:
            list(read_tickers(archive))
        finally:
            sys.settrace(before)
        return count

    steps(2_000)
    assert steps(16_000) < 2.2 * steps(8_000) + 500
