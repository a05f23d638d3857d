"""Figures: against a bare scan for digits over the same text, and against peers where they are installed."""

from __future__ import annotations

import random
import re
import time
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

from stopwatch import compare, heading

from cafx import RateBook
from cafx.text import annotate, find_figures

if TYPE_CHECKING:
    from collections.abc import Callable

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
