"""Five hundred articles to a table of figures, and the rate that their writers imply."""

import marimo

app = marimo.App()


@app.cell
def _():
    import marimo as mo

    mo.md("""# What articles say that a dollar was

    Each made-up article names a sum in tenge and its worth in dollars. Every such pair allows an interval of
    rates; the chart shows where those of a month meet.""")
    return (mo,)


@app.cell
def _():
    import altair as alt
    import pandas as pd

    import cafx.frames as cf
    from cafx import RateBook

    book = RateBook.bundled()
    return RateBook, alt, book, cf, pd


@app.cell
def _(book, pd):
    days = pd.date_range("2024-01-02", periods=500, freq="D")
    made_up = []
    for place, day in enumerate(days):
        tenge = 20 + place % 70
        dollars = tenge * 1000 / float(book.rate("USD", "KZT", on=day.date()).price)
        made_up.append(
            f"The plant cost {tenge} billion tenge (${dollars:.0f} million) and employs {place + 90} people."
        )
    articles = pd.DataFrame({"day": days, "text": made_up})
    articles.head()
    return (articles,)


@app.cell
def _(articles, book, cf):
    from tqdm import tqdm

    with tqdm(total=len(articles), unit=" texts") as bar:
        figures = cf.figures(
            articles,
            "text",
            on="day",
            to="USD",
            book=book,
            progress=lambda done: bar.update(done.rows - bar.n),
        )
    figures[["day", "figure", "amount", "stated", "amount_usd", "amount_usd_low", "amount_usd_high"]].head()
    return (figures,)


@app.cell
def _(cf, figures):
    implied = cf.implied(figures, every="month")
    implied.head()
    return (implied,)


@app.cell
def _(alt, implied):
    alt.Chart(implied).mark_bar().encode(
        x=alt.X("yearmonth(first):T", title="month"),
        y=alt.Y("low:Q", title="tenge to the dollar").scale(zero=False),
        y2="high:Q",
    )
    return


if __name__ == "__main__":
    app.run()
