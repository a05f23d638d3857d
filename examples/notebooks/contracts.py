"""A column of contracts in tenge, in dollars of the day each was signed, with bounds."""

import marimo

app = marimo.App()


@app.cell
def _():
    import marimo as mo
    import pandas as pd

    import cafx.frames as cf
    from cafx import RateBook

    book = RateBook.bundled()
    return RateBook, book, cf, mo, pd


@app.cell
def _(mo):
    mo.md("""# Contracts in dollars of their own day

    Each contract is worth what it was on its own day. The rate of a week is the mean of its days, so
    every result has bounds; a row without a rate would be an error that names it.""")
    return


@app.cell
def _(book, cf, pd):
    contracts = pd.DataFrame(
        {
            "number": [f"K-{place:03}" for place in range(1, 201)],
            "signed": pd.date_range("2022-01-10", periods=200, freq="5D"),
            "tenge": [1_250_000 * (place % 17 + 1) for place in range(200)],
        }
    )
    dollars = cf.convert(
        contracts, "tenge", "USD", on="signed", currency="KZT", bounds=True, sources=True, book=book
    )
    dollars.round(2).head(10)
    return contracts, dollars


@app.cell
def _(dollars):
    total = dollars[["tenge_usd_low", "tenge_usd", "tenge_usd_high"]].sum().round(-3)
    total
    return (total,)


@app.cell
def _(book, mo):
    mo.md(f"Rates: bundled with cafx, digest `{book.digest()}`.")
    return


if __name__ == "__main__":
    app.run()
