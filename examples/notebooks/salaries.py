"""Salaries in five currencies, 2021 to 2026: what has no rate is said before anything is summed."""

import marimo

app = marimo.App()


@app.cell
def _():
    import marimo as mo

    mo.md("""# Salaries in five currencies, 2021 to 2026

    First the rows that have no rate: the last month is later than the bundled rates reach. In a sum such rows
    would count as nothing.""")
    return (mo,)


@app.cell
def _():
    from datetime import date

    import pandas as pd

    import cafx.frames as cf
    from cafx import RateBook

    book = RateBook.bundled()
    return RateBook, book, cf, date, pd


@app.cell
def _(date, pd):
    pay = {"KZT": 350_000.0, "KGS": 38_000.0, "TJS": 2_900.0, "UZS": 4_600_000.0, "TMT": 2_300.0}
    salaries = pd.DataFrame(
        [
            (code, date(2021 + month // 12, month % 12 + 1, 1), amount * 1.008**month)
            for code, amount in pay.items()
            for month in range(72)
        ],
        columns=["currency", "month", "salary"],
    )
    salaries.round(2).tail()
    return pay, salaries


@app.cell
def _(book, cf, salaries):
    cf.missing(salaries, on="month", currency="currency", book=book)
    return


@app.cell
def _(book, cf, salaries):
    monthly = cf.convert(
        salaries, "salary", "USD", on="month", currency="currency", period="month", book=book, missing="null"
    )
    monthly.pivot_table(index="month", columns="currency", values="salary_usd").round(0).iloc[::12]
    return (monthly,)


if __name__ == "__main__":
    app.run()
