"""``cafx rates --chart``: a small line with its band, in characters."""

from datetime import date, timedelta

from cafx import Quotation, RateBook
from cafx.cli import main
from cafx.cli.chart import chart_lines


def test_a_chart_shows_the_rate_within_its_band(capsys):
    assert main(["rates", "KZT", "--chart", "--on", "2025-12-31"]) == 0
    head, *rows, foot = capsys.readouterr().out.splitlines()
    assert head == "USD/KZT"
    assert len(rows) == 9
    assert all(len(row) <= 70 for row in rows)
    assert sum(row.count("●") for row in rows) == 60
    assert "░" in rows[0]
    assert foot.split() == ["2025-01-01", "2025-12-31"]


def test_the_scale_falls_from_top_to_bottom_and_holds_the_rate():
    book = RateBook.bundled()
    lines = chart_lines(book, "USD", "KZT", date(2025, 1, 1), date(2025, 12, 31))[1:-1]
    scale = [float(line.split("│")[0]) for line in lines]
    assert scale == sorted(scale, reverse=True)
    cell = next(place for place, line in enumerate(lines) if line.split("│")[1].startswith("●"))
    price = float(book.rate("USD", "KZT", on="2025-01-04").price)
    assert abs(scale[cell] - price) <= (scale[0] - scale[-1]) / 16 * 1.01


def test_a_flat_peg_is_one_line():
    lines = chart_lines(RateBook.bundled(), "USD", "TMT", date(2020, 1, 1), date(2020, 12, 30))
    assert len(lines) == 3
    assert lines[1].endswith("│" + "●" * 60)


def test_days_without_a_rate_stay_empty():
    start = date(2025, 1, 1)
    book = RateBook(
        Quotation("USD", "KZT", price, as_of=day, through=day + timedelta(29), kind="reference", source="x")
        for price, day in (("500", start), ("520", start + timedelta(335)))
    )
    lines = chart_lines(book, "USD", "KZT", start, start + timedelta(364))
    assert all(line.split("│")[1][20:40].strip() == "" for line in lines[1:-1])
    assert chart_lines(book, "USD", "KZT", date(2030, 1, 1), date(2030, 12, 31)) == []


def test_what_cannot_be_drawn_is_said(capsys):
    assert main(["rates", "KZT", "--chart", "--on", "1980-01-01"]) == 1
    assert "no rate of USD/KZT in the year up to 1980-01-01" in capsys.readouterr().err
    assert main(["rates", "KZT", "--chart", "--json"]) != 0
    assert "leave out --json" in capsys.readouterr().err


def test_rates_can_be_asked_of_some_currencies(capsys):
    assert main(["rates", "KZT", "TMT", "--on", "2025-12-31"]) == 0
    assert [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()] == ["USD/KZT", "USD/TMT"]
