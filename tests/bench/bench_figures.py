"""Figures: against a bare scan for digits over the same text, and against peers where they are installed."""

from __future__ import annotations

import random
import re
import subprocess
import sys
import tempfile
import time
import tracemalloc
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from articles import ARTICLES, text_of
from rival import EARLIER, EARLIER_MODULE, Reader, earlier_source
from stopwatch import compare, cpu_seconds, heading, note_aim

import cafx
from cafx import RateBook
from cafx.text import annotate, annotate_html, find_figures, find_money, find_rates
from cafx.ticker import read_ticker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIZE = 5_000_000
# Two figures, two amounts in dollars and some twenty other numbers an article: what the
# pages of a Central Asian news site hold on average.
ENGLISH = """
The government has approved a project to renew its energy networks by 2029, with investments of 13
trillion tenge (over $24 billion). Officials said that the money would go to 86,000 kilometers of
lines and to 7.3 GW of new capacity, and that the first loans, around 144 billion tenge ($266
million), had been raised this year for 48 companies. Lenders abroad remain cautious, and several of
them asked for guarantees before the summer.

The river brought 10.2 billion cubic meters of water in the first half of 2025, some 32 centimeters
more in the lake than a year ago, and the shortfall of electricity reached 2.4 billion kWh.
Specialists doubt that repairs alone will help: the stations were built in the seventies, spare
parts are no longer made, and young engineers leave for the cities. The ministry promised a plan by
15 March and hearings in each of the 17 regions.

In the neighbouring country farmers asked for cheaper fuel, for seed and for a fair price of cotton.
The minister listened, took notes and spoke of patience. Nothing was signed, but the talks will go
on next week, when delegates from 60 countries come to the capital for a congress on trade, customs
and the new corridor. Most of them arrive by train, which has been late every day since the rails
were warped by heat and floods.

A new school will open in the old quarter, with 24 classrooms, a library and a garden that parents
planted themselves. Teachers have come back from 3 other districts, and the mayor, who cut the
ribbon, said that no child should walk for more than 2 kilometers. The heating works; the roof was
finished 5 days before the rain.

Archaeologists meanwhile described a settlement of the 9th century on the bank of a dry river. They
counted 140 graves, 2 wells and the walls of a caravanserai, and asked that the road planned for
2027 be moved by a little. A museum has offered to take what was found. Its director believes that
half of the finds were traded from far away, since the glass resembles that of ports on another sea,
and since no kiln has been found in the valley.

Swimmers from 11 countries met on the lake for the long race. The water had 17 degrees, the wind
came from the north, and two boats followed each of the swimmers. The winner needed 6 hours and 41
minutes; the last of them came ashore at dusk, to applause. Doctors treated three for cold. Next
year the course will be longer by a third.
"""
RUSSIAN = """
Правительство утвердило проект обновления энергосетей до 2029 года, вложения составят 13 трлн тенге
(свыше $24 млрд). По словам чиновников, деньги пойдут на 86 000 километров линий и 7,3 ГВт
мощностей, а первые займы, около 144 миллиардов тенге, уже получили 48 предприятий. Зарубежные
кредиторы осторожны, и некоторые из них до начала лета просили гарантий. Эксперты сомневаются, что
одного ремонта хватит: станции построены давно.

За первое полугодие 2025 года река принесла 10,2 млрд кубометров воды, озеро поднялось на 32
сантиметра, а нехватка электроэнергии достигла 2,4 млрд кВт·ч. Запасных частей больше не делают,
молодые инженеры уезжают в города, и вопросов у местных жителей становится только больше.
Министерство обещало план к 15 марта и слушания в 17 областях.

В соседней стране крестьяне просят удешевить топливо и семена и установить справедливую цену на
хлопок. Министр слушал, записывал и говорил о терпении. Ничего не подписали, но переговоры
продолжатся на будущей неделе, когда в столицу на конгресс о торговле, таможне и новом коридоре
приедут гости из 60 стран. Почти все они едут поездом.

В старом квартале открывается школа: 24 кабинета, библиотека и сад, который родители посадили сами.
Учителя вернулись из 3 соседних районов, а мэр, перерезая ленту, сказал, что ни один ребёнок не
должен ходить пешком дальше 2 километров. Отопление работает, крышу закончили за 5 дней до дождей,
осталось покрасить забор.

Археологи тем временем описали поселение IX века на берегу высохшей реки. Они насчитали 140 могил, 2
колодца и стены караван-сарая и просят немного сдвинуть дорогу, которую хотят строить в 2027 году.
Музей готов принять находки. Его директор считает, что половину вещей привезли издалека: стекло
похоже на портовое, а печей нет.

Пловцы из 11 стран встретились на озере. Вода прогрелась до 17 градусов, ветер дул с севера, и за
каждым шли две лодки. Победителю понадобилось 6 часов и 41 минута, последние вышли на берег в
сумерках под аплодисменты зрителей. Врачи помогли троим, замёрзшим на середине пути. На будущий год
дистанцию обещают сделать длиннее на треть.
"""
# The floor that the aim was written for: every number, with its separators.
DIGITS = re.compile(r"[0-9][0-9.,]*")
#: A text of each language, and how many sentences without money stand behind one with it; none has -1.
LENGTH = 1_000_000
DAY = "2025-06-02"
#: Two sentences of rates, which begin an article, and how many bytes of other sentences stand behind them.
RATES = {
    "en": "The dollar rose to 541.5 tenge on Tuesday. Offices buy it at 539 and sell it at 543 tenge.",
    "ru": "Курс доллара на сегодня — 541,5 тенге. В обменниках покупают по 539, продают по 543 тенге.",
    "kk": "Ресми бағам бойынша бір доллар 541,5 теңге. 539 теңгеден алып, 543 теңгеден сатады.",
    "ky": "Доллардын расмий курсу 87,45 сом. Доллар 87,3 сомдон алынып, 87,6 сомдон сатылып жатат.",
}
SIZES = (500, 1_000, 3_000)
KINDS = {"dense": 0, "sparse": 8, "without money": -1}
ROUNDS = 3
PAGE = Path(__file__).parents[2].parent / "shared" / "seeds" / "004_dfe43a911bdbb61a.txt"
#: The first call of a process, in milliseconds over the import.
FIRST_CALL = """
import time
from cafx.text import find_figures
start = time.process_time()
find_figures("Investments of 13 trillion tenge (over $24 billion) are planned.")
print((time.process_time() - start) * 1000)
"""


def run() -> None:
    for name, article in (("English", ENGLISH), ("Russian", RUSSIAN)):
        text = _varied(article)
        size = len(text.encode()) / 1e6
        found = len(find_figures(text))
        per_kilobyte = found / size / 1000
        heading(f"{size:.0f} MB of {name}, {per_kilobyte:.2f} figures a kB")
        compare(
            {
                "re.finditer('[0-9][0-9.,]*')": partial(_count_digits, text),
                "find_figures": partial(find_figures, text),
            },
            floor="re.finditer('[0-9][0-9.,]*')",
            rounds=5,
            unit="ms",
            at_most={"find_figures": 18.0},
        )
    heading("one article of 3 kB")
    book = RateBook.bundled()
    compare(
        {"find_figures": lambda: find_figures(ENGLISH), "annotate": lambda: annotate(ENGLISH, book)},
        floor="find_figures",
        rounds=11,
        unit="µs",
    )
    _against_the_earlier()
    _short_articles()
    _page()
    _first_call()
    _together()
    heading("against readers of other currencies, MB/s over the same English text")
    for name, read in (("quantulum3", _quantulum3()), ("recognizers_number_with_unit", _recognizers())):
        if read is None:
            print(f"  {name} is not installed: skipped")
        else:
            ours, theirs = _speed(find_figures, _varied(ENGLISH)[:1_000_000]), _speed(read, ENGLISH)
            print(
                f"  {name}: {theirs:.4f} MB/s, find_figures {ours:.1f} MB/s, {ours / theirs:.0f} x as fast"
                " (the aim: at least 300 x)"
            )


@contextmanager
def _readers(title: str) -> Iterator[tuple[Path, Reader, Reader] | None]:
    """Give a folder for texts, the earlier version and this one to read them; None where it is not there."""
    heading(f"{title}, times as fast as {EARLIER}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = earlier_source(folder)
        if source is None:
            print(f"  there is no {EARLIER} in this repository's history: skipped")
            yield None
            return
        earlier, now = Reader(source, EARLIER_MODULE), Reader(Path(cafx.__file__).parents[1], "cafx.text")
        yield folder, earlier, now
        earlier.close()
        now.close()


def _against_the_earlier() -> None:
    """Each language against the earlier version, in processes that are asked in turn."""
    with _readers("1 MB of each language") as readers:
        if readers is None:
            return
        folder, earlier, now = readers
        for language, article in ARTICLES.items():
            for kind, prose in KINDS.items():
                text = folder / f"{language} {kind}"
                text.write_text(text_of(article, prose, LENGTH), "utf-8")
                now.seconds(text)
                earlier.seconds(text)
                ratio = median(earlier.seconds(text) / now.seconds(text) for _ in range(ROUNDS))
                print(f"  {text.name:<30} {LENGTH / 1e6 / now.seconds(text):>8.2f} MB/s {ratio:>8.2f} x")
                note_aim(text.name, ratio, at_least=1.0 if prose < 0 else 2.5)


def _short_articles() -> None:
    """Short articles that state rates against the earlier version, which looked for none."""
    with _readers("short articles that state rates") as readers:
        if readers is None:
            return
        folder, earlier, now = readers
        for size in SIZES:
            texts = []
            for language, rates in RATES.items():
                texts.append(folder / f"{language} {size}")
                texts[-1].write_text(f"{rates} {text_of(ARTICLES[language], 4, size)}", "utf-8")
            ratios = []
            for _ in range(ROUNDS + 1):  # the first round warms both
                before = sum(earlier.seconds(text, calls=50) for text in texts)
                ratios.append(before / sum(now.seconds(text, calls=50) for text in texts))
            ratio = median(ratios[1:])
            print(f"  {size:>5} bytes of prose {ratio:>8.2f} x")
            note_aim(f"{size} bytes of prose", ratio, at_least=1.0)


def _page() -> None:
    """A real page: its figures, its ticker, and a page of many articles annotated."""
    if PAGE.is_file():
        page = PAGE.read_text("utf-8")
        heading("a page of 20 kB")
        compare(
            {
                "re.finditer('[0-9][0-9.,]*')": partial(_count_digits, page),
                "find_figures": partial(find_figures, page),
                "read_ticker": partial(read_ticker, page),
            },
            floor="re.finditer('[0-9][0-9.,]*')",
            number=5,
            unit="ms",
            at_most={"find_figures": 9.0},
        )
    heading("annotate_html, a page of 2 MB")
    articles = text_of(ARTICLES["en"], 8, 2 * LENGTH).replace("\n\n", "</p>\n<p>")
    page, book = f"<html><body><p>{articles}</p></body></html>", RateBook.bundled()
    annotate_html(page[: LENGTH // 100], book, on=DAY)
    start = cpu_seconds()
    annotate_html(page, book, on=DAY)
    speed = len(page.encode()) / 1e6 / (cpu_seconds() - start)
    tracemalloc.start()
    annotate_html(page, book, on=DAY)
    memory = tracemalloc.get_traced_memory()[1] / len(page.encode())
    tracemalloc.stop()
    print(f"  {speed:.2f} MB/s, {memory:.1f} bytes of memory a byte of page")
    note_aim("MB/s", speed, at_least=3.5)
    note_aim("bytes a byte of page", memory, at_most=12.0)


def _first_call() -> None:
    heading("the first call of a process, ms over its import")
    calls = [
        float(subprocess.run((sys.executable, "-c", FIRST_CALL), capture_output=True, check=True).stdout)
        for _ in range(7)
    ]
    print(f"  {median(calls):.1f} ms")
    note_aim("find_figures, ms", median(calls), at_most=3.0)


def _together() -> None:
    text = text_of(ARTICLES["ru"], 4, 15_000)
    heading("figures and rates of an article of 15 kB")
    compare(
        {
            "find_figures": lambda: find_figures(text),
            "find_money": lambda: find_money(text),
            "find_rates, then find_figures": lambda: (find_rates(text), find_figures(text)),
        },
        floor="find_figures",
        unit="ms",
        at_most={"find_money": 1.4, "find_rates, then find_figures": 1.4},
    )


def _count_digits(text: str) -> int:
    return sum(1 for _ in DIGITS.finditer(text))


def _varied(article: str) -> str:
    """Repeat an article to 5 MB with other digits each time."""
    dice = random.Random(20251216)  # noqa: S311 -- a text, no secret
    pieces: list[str] = []
    length = 0
    while length < SIZE:
        piece = re.sub(r"[1-9]", lambda _: str(dice.randint(1, 9)), article)
        pieces.append(piece)
        length += len(piece.encode())
    return "".join(pieces)


def _speed(read: Callable[[str], object], text: str) -> float:
    start = time.perf_counter()
    read(text)
    return len(text.encode()) / 1e6 / (time.perf_counter() - start)


def _quantulum3() -> Callable[[str], object] | None:
    if find_spec("quantulum3") is None:
        return None
    from quantulum3 import parser

    read: Callable[[str], object] = parser.parse
    return read


def _recognizers() -> Callable[[str], object] | None:
    if find_spec("recognizers_number_with_unit") is None:
        return None
    from recognizers_number_with_unit import recognize_currency  # type: ignore[import-not-found,unused-ignore]

    return lambda text: recognize_currency(text, "en-us")
