"""The tenge since 1993 with its band, and a ticker over time."""

import marimo

app = marimo.App()


@app.cell
def _():
    import marimo as mo

    mo.md("""# The tenge since 1993

    The mean of each month in tenge to the dollar; the band is as wide as the month's rates reach. Below it a
    ticker of five decimals: what was printed stands for an interval.""")
    return (mo,)


@app.cell
def _():
    import altair as alt
    import matplotlib.pyplot as plt

    import cafx.frames as cf
    from cafx import RateBook, read_ticker

    book = RateBook.bundled()
    return RateBook, alt, book, cf, plt, read_ticker


@app.cell
def _(book, cf):
    years = cf.rates("USD", "KZT", "1993-11-15", "2026-10-25", every="month", book=book)
    years[["first", "last", "rate", "least", "most", "covered", "days"]].round(2).tail()
    return (years,)


@app.cell
def _(plt, years):
    _figure, axes = plt.subplots()
    axes.fill_between(years["first"], years["least"], years["most"], alpha=0.3)
    axes.plot(years["first"], years["rate"])
    axes.set_ylabel("tenge to the dollar")
    _figure
    return


@app.cell
def _(cf, read_ticker):
    lines = {
        "2025-09-18": "KZT/USD = 0.00185 -0%",
        "2025-10-20": "KZT/USD = 0.00186 0%",
        "2025-12-16": "KZT/USD = 0.00194 0%",
    }
    printed = cf.quotations([read_ticker(text, as_of=day) for day, text in lines.items()])
    printed[["as_of", "price", "low", "high"]]
    return (printed,)


@app.cell
def _(alt, printed):
    alt.Chart(printed).mark_errorbar(ticks=True).encode(
        x=alt.X("as_of:T", title="day of the ticker"),
        y=alt.Y("low:Q", title="dollars for a tenge").scale(zero=False),
        y2="high:Q",
    )
    return


if __name__ == "__main__":
    app.run()
