"""From a ticker page and an article to dollars, and to the five ways of printing an amount.

Run it with ``make demo``. It needs no network: the page and the article lie beside it, and the
reference rates are in the package.
"""

from __future__ import annotations

from datetime import date
from math import ceil
from pathlib import Path

import cafx

HERE = Path(__file__).parent
ARTICLE_DAY = date(2025, 9, 18)
HOME = {"KZT": "kk_KZ", "KGS": "ky_KG", "TJS": "tg_TJ", "UZS": "uz_UZ", "TMT": "tk_TM"}


def dollars(conversion: cafx.Conversion) -> str:
    """The result with the digits that are supported."""
    return cafx.format_conversion(conversion, "en")


def show_ticker() -> cafx.RateBook:
    """Read the page, and show what each printed price can mean."""
    reading = cafx.read_ticker((HERE / "ticker-page.txt").read_bytes())
    print(f"1. The ticker of {reading.as_of}: {reading.entries} entries on the page, ", end="")
    print(f"{len(reading.quotations)} pairs\n")
    for quotation in reading.quotations:
        rate = cafx.Rate.of(quotation)
        margin = ceil(rate.margin * 10_000) / 100  # rounded up: a doubt is never made smaller
        print(f"   {quotation.pair} = {quotation.price:<8}  known to ±{margin}%")
    return cafx.RateBook(reading.quotations)


def show_article(ticker: cafx.RateBook) -> None:
    """Find the figures, convert them at two rates, and hold them against the article's own dollars."""
    figures = cafx.find_figures((HERE / "article.txt").read_text("utf-8"))
    print(f"\n2. The article of {ARTICLE_DAY}: {len(figures)} figures\n")
    print(
        f"   {'the article says':<22}{'its own dollars':>17}  {'rate of its day':>17}  {'at the ticker':>17}"
    )
    for figure in figures:
        then = figure.convert(cafx.RateBook.bundled(), "USD", on=ARTICLE_DAY)
        now = figure.convert(ticker, "USD")
        stated = "" if figure.stated is None else figure.stated.text
        print(f"   {figure.text:<22}{stated:>17}  {dollars(then):>17}  {dollars(now):>17}")
    implied = cafx.implied_rate(figures)
    week = cafx.RateBook.bundled().rate("USD", "KZT", on=ARTICLE_DAY)
    print(f"\n   The article's dollars imply {implied}")
    print(f"   The week's reference rate   {week}")


def show_doubt(ticker: cafx.RateBook) -> None:
    """Show one conversion with its doubt: a price of one digit is worth one digit."""
    conversion = ticker.convert(cafx.Money(1_000_000, "UZS"), "USD")
    print(f"\n3. How sure is that? {conversion}\n")


def show_check() -> None:
    """Hold the article's dollars against the rate of its day, and annotate what has none."""
    article = (HERE / "article.txt").read_text("utf-8")
    book = cafx.RateBook.bundled()
    verdicts = [finding.verdict for finding in cafx.check(article, book, on=ARTICLE_DAY)]
    headline = cafx.annotate(article, book, on=ARTICLE_DAY).text.splitlines()[-1]
    print(f"   Of the article's {len(verdicts)} pairs {verdicts.count('consistent')} are consistent.")
    print(f"   {headline}")


def show_locales() -> None:
    """Print one amount as each of the five countries writes it."""
    print("4. The same number of units, as each country writes it\n")
    for code, locale in HOME.items():
        money = cafx.Money("13500000000.5", code)
        short = cafx.format_money(money, locale, notation="compact")
        print(f"   {locale}  {money:{locale}}   or   {short}")


def main() -> None:
    """Run the whole of it."""
    ticker = show_ticker()
    show_article(ticker)
    show_check()
    show_doubt(ticker)
    show_locales()


if __name__ == "__main__":
    main()
