"""Figures: against a bare scan for digits over the same text, and against peers where they are installed."""

from __future__ import annotations

import random
import re
import time
from importlib.util import find_spec
from typing import TYPE_CHECKING

from stopwatch import compare, heading

from cafx import RateBook
from cafx.figures import annotate, find_figures

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = 5_000_000
# About one figure of the five currencies and some ten other numbers in two kilobytes, as in the articles
# that this is for.
ENGLISH = """
The government has approved a project to renew its energy networks by 2029, with investments of 13 trillion
tenge (over $24 billion). Officials said that the money would go to 86,000 kilometers of lines and to 7.3 GW
of new capacity, and that the first loans, around 144 billion tenge ($266 million), had been raised this year
for 48 companies. Lenders abroad remain cautious, and several of them asked for guarantees before the summer.

The river brought 10.2 billion cubic meters of water in the first half of 2025, some 32 centimeters more in the
lake than a year ago, and the shortfall of electricity reached 2.4 billion kWh. Specialists doubt that repairs
alone will help: the stations were built in the seventies, spare parts are no longer made, and young engineers
leave for the cities. The ministry promised a plan by 15 March and hearings in each of the 17 regions.

In the neighbouring country farmers asked for cheaper fuel, for seed and for a fair price of cotton. The
minister listened, took notes and spoke of patience. Nothing was signed, but the talks will go on next week,
when delegates from 60 countries come to the capital for a congress on trade, customs and the new corridor.
Most of them arrive by train, which has been late every day since the rails were warped by heat and floods.
"""
RUSSIAN = """
Правительство утвердило проект обновления энергосетей до 2029 года, вложения составят 13 трлн тенге (свыше
$24 млрд). По словам чиновников, деньги пойдут на 86 000 километров линий и 7,3 ГВт мощностей, а первые займы,
около 144 миллиардов тенге, уже получили 48 предприятий. Зарубежные кредиторы осторожны, и некоторые из них до
начала лета просили гарантий. Эксперты сомневаются, что одного ремонта хватит: станции построены давно.

За первое полугодие 2025 года река принесла 10,2 млрд кубометров воды, озеро поднялось на 32 сантиметра, а нехватка
электроэнергии достигла 2,4 млрд кВт·ч. Запасных частей больше не делают, молодые инженеры уезжают в города, и
вопросов у местных жителей становится только больше. Министерство обещало план к 15 марта и слушания в 17 областях.

В соседней стране крестьяне просят удешевить топливо и семена и установить справедливую цену на хлопок. Министр
слушал, записывал и говорил о терпении. Ничего не подписали, но переговоры продолжатся на будущей неделе, когда
в столицу на конгресс о торговле, таможне и новом коридоре приедут гости из 60 стран. Почти все они едут поездом.
"""
DIGITS = re.compile(r"\d+")


def run() -> None:
    for name, article in (("English", ENGLISH), ("Russian", RUSSIAN)):
        text = _varied(article)
        size = len(text.encode()) / 1e6
        found = len(find_figures(text))
        per_kilobyte = found / size / 1000
        heading(
            f"{size:.0f} MB of {name}, {per_kilobyte:.2f} figures a kB (the aim is <= 6 x the scan for digits)"
        )
        compare(
            {
                r"re.finditer(r'\d+')": lambda text=text: sum(1 for _ in DIGITS.finditer(text)),
                "find_figures": lambda text=text: find_figures(text),
            },
            floor=r"re.finditer(r'\d+')",
            rounds=5,
            unit="ms",
        )
    heading("one article of 2 kB")
    book = RateBook.bundled()
    compare(
        {"find_figures": lambda: find_figures(ENGLISH), "annotate": lambda: annotate(ENGLISH, book)},
        floor="find_figures",
        rounds=11,
        unit="us",
    )
    heading("against readers of other currencies, MB/s over the same English text (the aim is >= 300 x)")
    for name, read in (("quantulum3", _quantulum3()), ("recognizers_number_with_unit", _recognizers())):
        if read is None:
            print(f"  {name} is not installed: skipped")
        else:
            ours, theirs = _speed(find_figures, _varied(ENGLISH)[:1_000_000]), _speed(read, ENGLISH)
            print(f"  {name}: {theirs:.4f} MB/s, find_figures {ours:.1f} MB/s, {ours / theirs:.0f} x as fast")


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

    return lambda text: parser.parse(text)


def _recognizers() -> Callable[[str], object] | None:
    if find_spec("recognizers_number_with_unit") is None:
        return None
    from recognizers_number_with_unit import recognize_currency  # type: ignore[import-not-found,unused-ignore]

    return lambda text: recognize_currency(text, "en-us")
