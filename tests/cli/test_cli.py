"""The command, run as a user runs it: results on one stream, remarks on the other, honest exit codes."""

from __future__ import annotations

import gc
import io
import json
import os
import pty
import random
import subprocess
import sys

import pytest

import cafx
from cafx.client import Fetched, Step
from ticker.pages import SEED, text_page

ARTICLE = "Investments of 13 trillion tenge (over $24 billion) are planned.\nNothing else.\n"


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(text_page(SEED), "utf-8")
    return str(path)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, "utf-8")
    return str(path)


def test_ticker_prints_a_line_for_each_pair(cli, page):
    code, out, err = cli("ticker", page)
    assert code == 0
    lines = [line.split("\t") for line in out.splitlines()]
    assert [line[0] for line in lines] == ["KGS/USD", "KZT/USD", "TJS/USD", "UZS/USD", "TMT/USD"]
    assert lines[3][1:] == ["0.00008", "0%", "0.000075", "0.000085", "±6.25%", "2025-12-16"]
    assert "40 entries" in err


def test_ticker_reports_conflicts_and_refusals_beside_the_result(cli, tmp_path):
    path = tmp_path / "page"
    path.write_text("\n".join([*SEED, "KZT/USD = 0.00195 0%", "UZS/USD = 0"]), "utf-8")
    code, out, err = cli("ticker", str(path))
    assert code == 0
    assert "KZT" not in out
    assert "KZT/USD is 0.00194" in err
    assert "line 7" in err


def test_ticker_without_a_ticker_found_nothing(cli, article):
    code, out, err = cli("ticker", article)
    assert (code, out) == (1, "")
    assert err.startswith("cafx: no ticker in")
    assert err.count("\n") == 1


def test_ticker_reads_standard_input(cli, monkeypatch):
    stdin = io.TextIOWrapper(io.BytesIO(b"KZT/USD = 0.00194 -0%"))
    monkeypatch.setattr(sys, "stdin", stdin)
    code, out, _ = cli("ticker", "-", "--as-of", "2025-12-16", "--json")
    assert code == 0
    (quotation,) = json.loads(out)["quotations"]
    assert (quotation["price"], quotation["change"], quotation["as_of"]) == ("0.00194", "-0", "2025-12-16")


def test_convert_says_result_bounds_rate_and_age(cli):
    code, out, err = cli("convert", "13 trillion tenge", "usd", "--on", "2025-09-18")
    assert (code, err) == (0, "")
    assert "24" in out
    assert "covers 2025-09-18" in out
    assert "USD/KZT = 540.91 (reference, NBKR cross, 2025-09-15 to 2025-09-21)" in out


def test_convert_says_how_old_the_rate_is_and_how_to_refresh(cli):
    code, _, err = cli("convert", "13 trillion tenge", "usd")
    assert code == 0
    assert "days old" in err
    assert "cafx update" in err


def test_convert_takes_the_rates_of_a_page(cli, page):
    code, out, _ = cli("convert", "13 trillion tenge", "usd", "--page", page, "--on", "2025-12-16", "--json")
    assert code == 0
    answer = json.loads(out)
    assert (answer["result"], answer["low"], answer["high"]) == ("25220000000", "25155000000", "25285000000")
    assert answer["significant"] == {"amount": "25200000000", "currency": "USD"}
    assert answer["rate"]["legs"][0]["source"] == "timesca"


def test_convert_at_a_peg_is_exact(cli):
    code, out, err = cli("convert", "20000000 TMT", "usd")
    assert (code, err) == (0, "")
    assert "5,714,285.71" in out or "5.7" in out


def test_figures_are_listed_with_what_they_come_to_and_what_the_text_says(cli, article):
    code, out, _ = cli("figures", article, "--on", "2025-09-18")
    assert code == 0
    (line,) = out.splitlines()
    assert line.split("\t")[:2] == ["1", "13 trillion tenge"]
    assert line.endswith("$24 billion")
    code, out, _ = cli("figures", article, "--json")
    (figure,) = json.loads(out)
    assert (figure["amount"], figure["currency"]) == ("13000000000000", "KZT")
    assert figure["stated"]["amount"] == "24000000000"


def test_figures_are_listed_with_their_hedges(cli, tmp_path):
    article = tmp_path / "article.txt"
    article.write_text("Билеты от 5000 тенге.\n500 сомдон ашуун төлөндү.\nover\n5 soms", "utf-8")
    _, out, _ = cli("figures", str(article), "--on", "2025-09-18")
    assert [line.split("\t")[1] for line in out.splitlines()] == [
        "от 5000 тенге",
        "500 сомдон ашуун",
        "over 5 soms",
    ]


def test_figures_of_a_text_without_any_found_nothing(cli, tmp_path):
    path = tmp_path / "prose"
    path.write_text("10.2 billion cubic meters for $3 million", "utf-8")
    code, out, err = cli("figures", str(path))
    assert (code, out) == (1, "")
    assert "no money figure" in err


def test_format_prints_as_the_country_does(cli):
    assert cli("format", "13000000000000", "KZT", "--locale", "kk_KZ", "--compact")[:2] == (
        0,
        "13\u00a0трлн\u00a0₸\n",
    )
    assert cli("format", "-1234.5", "uzs", "--locale", "uz-UZ")[1] == "-1\u00a0234,50\u00a0soʻm\n"
    _, out, _ = cli("format", "5", "USD", "--json")
    assert json.loads(out) == {"amount": "5", "currency": "USD", "locale": "en", "text": "$5.00"}


def test_rates_show_each_currency_with_source_and_age(cli):
    code, out, _ = cli("rates", "--on", "2025-12-16")
    assert code == 0
    lines = [line.split("\t") for line in out.splitlines()]
    assert [line[0] for line in lines] == ["USD/KGS", "USD/KZT", "USD/TJS", "USD/UZS", "USD/TMT"]
    assert lines[4][1:] == ["3.5", "3.5", "3.5", "peg", "CBT", "in force", "covers 2025-12-16"]
    assert lines[0][-1] == "covers 2025-12-16"
    code, out, _ = cli("rates", "--json")
    assert {rate["quote"] for rate in json.loads(out)} == {"KGS", "KZT", "TJS", "UZS", "TMT"}


class Banks:
    """Answers as a client does, for one bank; the span is refused as the sources refuse it."""

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        pass

    def steps(self, source, start, end, *, known):  # noqa: ARG002
        if source.name == "NBT":
            raise cafx.SourceError("NBT turned this client away", source="NBT", cause="refused")
        for request in source.requests(start, end):
            priced = cafx.Quotation(
                "USD", source.quote, "3.5", as_of=request.on, kind="official", source=source.name
            )
            yield Step(1, 1, request.on, Fetched((priced,)))


def test_a_source_that_refuses_a_span_hides_no_other(cli, tmp_path, monkeypatch):
    monkeypatch.setattr("cafx.client.Client", Banks)
    file = str(tmp_path / "history.sqlite3")
    span = ("--from", "2020-04-10", "--to", "2020-04-18")
    named = [part for name in ("NBT", "timesca", "CBT") for part in ("--source", name)]
    code, out, err = cli("update", "--history", file, *span, *named)
    assert code == 1
    assert [line.split("\t")[0] for line in out.splitlines()][-3:] == ["NBT", "timesca", "CBT"]
    assert "2 new" in out.splitlines()[-1]
    assert "NBT turned this client away" in err
    assert "timesca shows only its latest rates" in err
    assert "CBT begins on 2020-04-17: asked from there" in err


def test_an_end_without_a_start_is_refused(cli, tmp_path):
    code, out, err = cli("update", "--to", "2026-03-31", "--history", str(tmp_path / "h.sqlite3"))
    assert (code, out) == (2, "")
    assert "pass --from" in err
    assert err.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_rates_of_a_day_before_all_history_found_something_only_where_there_is_a_peg(cli):
    code, out, err = cli("rates", "--on", "1993-08-01")
    assert code == 0
    assert out.splitlines() == [out.strip()]
    assert err.count("cafx: no rate for") == 4


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["convert", "5 tenge", "zzz"], 2, "not an ISO 4217"),
        (["convert", "5 tenge", "tmm"], 2, "use TMT"),
        (["convert", "nothing", "usd"], 1, "no amount of money"),
        (
            ["convert", "1000 TMM", "usd"],
            1,
            "TMM was withdrawn: use TMT, in force since 2009-01-01 (5000 TMM",
        ),
        (["convert", "5 tenge or 6 tenge", "usd"], 2, "tenge"),
        (["convert", "5 tenge", "usd", "--on", "18.09.2025"], 2, "write it as"),
        (["convert", "5 tenge", "usd", "--on", "1993-01-01"], 1, "no rate for KZT/USD on 1993-01-01"),
        (["ticker", "/does/not/exist"], 2, "cannot read"),
        (["figures", "/does/not/exist"], 2, "cannot read"),
        (["format", "1e999999999", "KZT"], 2, "plain decimal"),
        (["format", "5", "KZT", "--locale", "xx_XX"], 2, "xx"),
        (["nonsense"], 2, "invalid choice"),
        ([], 2, "required"),
    ],
    ids=str,
)
def test_an_error_is_one_line_and_an_exit_code(cli, arguments, code, says):
    found, out, err = cli(*arguments)
    assert (found, out) == (code, "")
    assert says in err
    assert err.count("\n") == 1
    assert "Traceback" not in err


def command(*arguments, **more):
    return subprocess.run(
        [sys.executable, "-m", "cafx", *arguments], capture_output=True, check=False, **more
    )


def test_the_module_runs_as_the_command_does():
    done = command("--version", text=True)
    assert (done.returncode, done.stdout) == (0, f"cafx {cafx.__version__}\n")


def test_an_ascii_terminal_and_a_closed_pipe_break_nothing(page):
    done = command("ticker", page, env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.returncode == 0
    assert b"0.00194" in done.stdout
    script = f"{sys.executable} -m cafx rates --json | true"
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=False)
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("more", "is_coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_a_terminal_gets_a_table_with_heads_in_colour_unless_told_not_to(more, is_coloured):
    master, slave = pty.openpty()
    env = {key: value for key, value in os.environ.items() if key != "NO_COLOR"} | {"TERM": "xterm"} | more
    with subprocess.Popen(
        [sys.executable, "-m", "cafx", "rates", "--on", "2025-12-16"], stdout=slave, env=env
    ) as process:
        process.wait()
    os.close(slave)
    shown = os.read(master, 65536).decode()
    os.close(master)
    assert ("\x1b[" in shown) == is_coloured
    heads, first, *_ = shown.splitlines()
    assert "price" in heads
    assert first.startswith("USD/KGS  ")
    assert "\t" not in shown


def test_several_articles_keep_their_names(cli, article, tmp_path):
    (tmp_path / "sub").mkdir()
    other = tmp_path / "sub" / "other.html"
    other.write_text("<p>It costs <b>22.5</b>&nbsp;billion tenge.<p>Nothing else", "utf-8")
    (tmp_path / "table.csv").write_text("1 billion tenge", "utf-8")
    code, out, _ = cli("figures", str(tmp_path), "--on", "2025-09-18")
    assert code == 0
    assert [line.split("\t")[0] for line in out.splitlines()] == [f"{article}:1", f"{other}:1"]
    code, out, _ = cli("annotate", str(tmp_path), "--on", "2025-09-18")
    assert f"==> {other} <==" in out
    assert "billion tenge (≈ $41.6 million)" in out
    folder = tmp_path / "annotated"
    assert cli("annotate", str(other), "--on", "2025-09-18", "--out", str(folder))[:2] == (0, "")
    assert "<b>22.5</b>&nbsp;billion tenge (≈ $41.6 million)." in (folder / "other.html").read_text("utf-8")


def test_an_empty_folder_is_said_to_be_one(cli, tmp_path):
    code, out, err = cli("figures", str(tmp_path))
    assert (code, out) == (1, "")
    assert "no article in" in err


def test_an_article_in_another_encoding_is_refused_until_it_is_named(cli, tmp_path):
    path = tmp_path / "old.txt"
    path.write_bytes("Потрачено 144 млрд тенге.".encode("windows-1251"))
    code, out, err = cli("annotate", str(path), "--on", "2025-09-18")
    assert (code, out) == (2, "")
    assert "--encoding" in err
    code, out, _ = cli("annotate", str(path), "--on", "2025-09-18", "--encoding", "windows-1251")
    assert (code, out) == (0, "Потрачено 144 млрд тенге (≈ $266 million).")
    path.write_text("144 млрд тенге", "utf-16")
    assert cli("figures", str(path), "--on", "2025-09-18")[0] == 0


def test_check_says_what_is_consistent_and_within_what(cli, tmp_path):
    path = tmp_path / "article.txt"
    path.write_text("13 trillion tenge (over $24 billion), 144 billion tenge ($266 billion)", "utf-8")
    code, out, err = cli("check", str(path), "--on", "2025-09-18")
    assert code == 0
    good, bad = (line.split("\t") for line in out.splitlines())
    assert (good[4], "within 5 %" in good[5]) == ("consistent", True)
    assert (bad[4], "1,000" in bad[5]) == ("inconsistent", True)
    assert "imply USD/KZT" in err
    code, out, _ = cli("check", str(path), "--on", "2025-09-18", "--json", "--tolerance", "0.01")
    assert [(found["line"], found["verdict"]) for found in json.loads(out)] == [
        (1, "consistent"),
        (1, "inconsistent"),
    ]


def test_how_old_a_rate_may_be_is_asked_of_articles_too(cli, tmp_path):
    path = tmp_path / "article.txt"
    path.write_text("13 trillion tenge (over $24 billion), and 5 billion tenge", "utf-8")
    for name in ("figures", "annotate", "check"):
        young, _, _ = cli(name, str(path), "--on", "2099-01-01")
        old, out, _ = cli(name, str(path), "--on", "2099-01-01", "--max-age", "40000")
        assert (young, old) == (0 if name == "check" else 1, 0)
        assert "no rate" not in out


def test_without_a_day_the_age_of_the_rates_is_said(cli, tmp_path):
    path = tmp_path / "article.txt"
    path.write_text("13 trillion tenge (over $24 billion), and 5 billion tenge", "utf-8")
    for name in ("figures", "annotate", "check"):
        _, _, err = cli(name, str(path))
        assert "days old" in err
        assert "--on" in err


def test_money_may_come_in_several_words(cli):
    code, out, _ = cli("convert", "450000", "KZT", "usd", "--on", "2025-09-18")
    assert code == 0
    assert out.startswith("450,000 KZT ≈\u00a0$832")


def test_a_page_in_conflict_with_itself_says_so(cli, tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("KGS/USD = 0.01144 0%\nKGS/USD = 0.01200 0%\nKZT/USD = 0.00194 0%", "utf-8")
    code, out, err = cli("convert", "5 KGS", "usd", "--page", str(path))
    assert (code, out) == (1, "")
    assert "KGS/USD is 0.01144 0% (line 1) and 0.01200 0% (line 2)" in err
    code, out, err = cli("convert", "5 KZT", "usd", "--page", str(path))
    assert (code, "of an unknown day" in out) == (0, True)
    assert (
        cli("convert", "5 KZT", "usd", "--page", str(path), "--as-of", "2025-12-16", "--on", "2025-12-16")[0]
        == 0
    )


def test_decimals_are_chosen(cli):
    assert (
        cli("format", "8560400", "UZS", "--locale", "uz_UZ", "--digits", "auto")[1]
        == "8\u00a0560\u00a0400\u00a0soʻm\n"
    )
    assert cli("format", "5", "USD", "--digits", "3")[1] == "$5.000\n"
    assert cli("format", "5", "USD", "--digits", "many")[0] == 2


def test_a_span_that_ends_before_it_begins_is_refused(cli):
    code, _, err = cli("update", "--source", "NBK", "--from", "2025-12-20", "--to", "2025-12-10")
    assert (code, err.count("\n")) == (2, 1)


def test_one_file_that_cannot_be_read_hides_no_other(cli, article, tmp_path):
    broken = tmp_path / "broken.txt"
    broken.symlink_to(tmp_path / "nowhere.txt")
    latin = tmp_path / "latin.txt"
    latin.write_bytes("5 тенге".encode("cp1251"))
    code, out, err = cli("figures", article, str(broken), str(latin), "--json")
    assert code == 2
    assert json.loads(out)
    assert "broken.txt" in err
    assert "--encoding" in err
    code, out, err = cli("figures", str(tmp_path), "--json")
    assert (code, bool(json.loads(out))) == (2, True)


def test_an_empty_name_is_no_folder(cli):
    code, out, err = cli("figures", "")
    assert (code, out) == (2, "")
    assert "a file name is empty" in err


def test_a_fault_of_the_program_is_one_line_and_can_be_seen_whole(cli, monkeypatch):
    def fail(*_, **__):
        message = "deliberate"
        raise LookupError(message)

    monkeypatch.setattr("cafx.cli.format.format_money", fail)
    monkeypatch.delenv("CAFX_DEBUG", raising=False)
    code, out, err = cli("format", "5", "KZT")
    assert (code, out, err.count("\n")) == (70, "", 1)
    assert "LookupError: deliberate" in err
    monkeypatch.setenv("CAFX_DEBUG", "1")
    with pytest.raises(LookupError):
        cli("format", "5", "KZT")


def test_an_interrupt_is_an_exit_code(cli, monkeypatch):
    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("cafx.cli.format.format_money", stop)
    assert cli("format", "5", "KZT") == (130, "", "cafx: stopped\n")


def test_a_pipe_is_utf_8_whatever_the_locale():
    run = subprocess.run(
        [sys.executable, "-m", "cafx", "convert", "13 trillion tenge", "USD", "--on", "2025-09-18"],
        check=True,
        capture_output=True,
        env={
            **os.environ,
            "LC_ALL": "C",
            "PYTHONUTF8": "0",
            "PYTHONIOENCODING": "ascii",
            "PYTHONCOERCECLOCALE": "0",
        },
    )
    assert "≈" in run.stdout.decode("utf-8")


@pytest.mark.parametrize("command", ["--version", "--help"])
def test_help_and_version_load_no_command(command):
    code = (
        "import sys; from cafx.cli import main\n"
        f"try: main([{command!r}])\nexcept SystemExit: pass\nprint(*sorted(sys.modules))"
    )
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    loaded = set(out.split())
    assert not loaded & {"decimal", "cafx.cli.convert", "cafx.rates.book", "sqlite3", "babel", "json"}


def test_the_collector_is_set_for_the_process_alone_which_ends_with_the_code_of_the_command(cli):
    before = gc.get_threshold(), gc.get_freeze_count()
    assert cli("convert", "no money", "USD")[0] == 1
    assert (gc.get_threshold(), gc.get_freeze_count()) == before
    code = (
        "import gc, sys; from cafx.__main__ import run; sys.argv = ['cafx', 'convert', 'no money', 'USD']\n"
        "try: run()\nexcept SystemExit as end: print(end.code, gc.get_freeze_count() > 1000)"
    )
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert out.split() == ["1", "True"]


def test_coverage_is_shown_by_currency_and_year(cli):
    code, out, _ = cli("rates", "--coverage")
    rows = [line.split("\t") for line in out.splitlines()]
    assert code == 0
    assert ["USD/KZT", "2024", "2024-01-01", "2024-12-31", "366", "-"] in [row[:6] for row in rows]
    code, out, _ = cli("rates", "--coverage", "--json")
    years = json.loads(out)
    assert {(year["quote"], year["year"]) for year in years} >= {("KZT", 1993), ("UZS", 1997), ("TMT", 2009)}
    assert all(year["gaps"] == [] for year in years if year["quote"] == "KZT")


def test_what_a_cross_of_a_bank_means_is_said(cli):
    _, out, err = cli("rates", "--on", "2025-09-18")
    assert "NBKR cross" in out
    assert "NBKR cross: the tenge in the Kyrgyz bank's tables" in err


def test_how_old_a_rate_may_be_can_be_said(cli):
    late = ("convert", "100 tenge", "usd", "--on", "2026-11-20")
    code, _, err = cli(*late)
    assert (code, "no rate for KZT/USD on 2026-11-20" in err) == (1, True)
    code, out, _ = cli(*late, "--max-age", "30")
    assert code == 0
    assert "2026-10-19, carried 26 days" in out
    assert cli(*late, "--max-age", "long")[0] == 2


PAGE = "<meta charset=windows-1251><p>Инвестиции составили 13 трлн тенге.</p>"


def test_a_page_keeps_the_encoding_that_it_declares(cli, tmp_path):
    page = tmp_path / "page.html"
    page.write_bytes(PAGE.encode("windows-1251"))
    code, out, _ = cli("annotate", str(page), "--on", "2025-09-18", "--out", str(tmp_path / "done"))
    assert (code, out) == (0, "")
    written = (tmp_path / "done" / "page.html").read_bytes()
    text = written.decode("windows-1251")
    assert text.startswith(PAGE[:-5])
    assert "?" not in text
    assert "&#8776;" in text  # ≈ is not in windows-1251: the page has a reference to it


def test_folders_of_results_are_kept_apart_and_no_input_is_written_over(cli, tmp_path):
    for name in ("may", "june"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(f"13 трлн тенге in {name}", "utf-8")
    folders = [str(tmp_path / "may"), str(tmp_path / "june")]
    code, _, _ = cli("annotate", *folders, "--on", "2025-09-18", "--out", str(tmp_path / "done"))
    assert code == 0
    for name in ("may", "june"):
        assert (tmp_path / "done" / name / "a.txt").read_text("utf-8").endswith(f"in {name}")
    code, _, err = cli("annotate", *folders, "--on", "2025-09-18", "--out", str(tmp_path))
    assert code == 2
    assert err.count("an article that was read") == 2
    same = [str(tmp_path / name / "a.txt") for name in ("may", "june")]
    code, _, err = cli("annotate", *same, "--on", "2025-09-18", "--out", str(tmp_path / "flat"))
    assert (code, err.count("another article's result")) == (2, 1)
    assert cli("annotate", same[0], "--out", "")[0] == 2


def test_a_figure_without_a_rate_hides_no_other_and_the_exit_code_tells(cli, tmp_path):
    article = tmp_path / "article.txt"
    article.write_text("13 trillion tenge and, in an old plan, 5 million somoni.", "utf-8")
    code, out, err = cli("annotate", str(article), "--on", "1999-05-05")
    assert code == 1
    assert "tenge (≈" in out
    assert "left alone" in err


@pytest.mark.parametrize("seed", range(3))
def test_hostile_command_lines_end_in_one_line_and_a_known_code(seed, tmp_path):
    dice = random.Random(seed)  # noqa: S311 -- no secret
    hostile = tmp_path / "hostile.html"
    hostile.write_bytes(bytes(dice.randrange(256) for _ in range(400)))
    words = (
        "convert ticker figures annotate check format rates update history --json --on 2025-09-18 0001-01-01 "
        "9999-12-31 USD - --to --out --encoding utf-7 --locale xx --verify --quarantine --coverage "
        "--max-age -1 1e999 --digits 99 /dev/null"
    ).split()
    words += ["", "13 trillion tenge", "\u202e", "\ud800"]
    words += [str(hostile), str(tmp_path), str(tmp_path / "gone")]
    environment = {
        **os.environ,
        "CAFX_DATA": dice.choice([str(tmp_path / "data"), "", "~nobody", str(hostile), "/dev/null"]),
        "LC_ALL": dice.choice(["C", "C.UTF-8", "xx_YY"]),
    }
    for _ in range(12):
        line = [word.encode("utf-8", "surrogatepass") for word in dice.choices(words, k=dice.randint(1, 6))]
        if b"update" in line:
            continue  # it would ask the banks
        run = subprocess.run(
            [sys.executable.encode(), b"-m", b"cafx", *line],
            check=False,
            capture_output=True,
            input=b"5 tenge",
            env=environment,
            cwd=tmp_path,
            timeout=60,
        )
        assert run.returncode in {0, 1, 2}, (line, run.stderr)
        assert b"Traceback" not in run.stderr, (line, run.stderr)
