"""A table for publication, in Russian, Kazakh and Uzbek."""

import marimo

app = marimo.App()


@app.cell
def _():
    import marimo as mo

    mo.md("""# One table in three languages

    The same tenge, as readers of Russian, Kazakh and Uzbek write them; a missing number stays missing.""")
    return (mo,)


@app.cell
def _():
    import pandas as pd
    from great_tables import GT

    import cafx.frames as cf

    return GT, cf, pd


@app.cell
def _(pd):
    budget = pd.DataFrame(
        {"year": ["2023", "2024", "2025"], "spent": [17_351_091_620.8, 19_400_000_000.0, None]}
    )
    return (budget,)


@app.cell
def _(GT, budget, cf):
    table = cf.format(budget, "spent", "ru_KZ", currency="KZT", notation="compact", name="in Russian")
    table = cf.format(table, "spent", "kk_KZ", currency="KZT", notation="compact", name="in Kazakh")
    table = cf.format(table, "spent", "uz_UZ", currency="KZT", notation="compact", name="in Uzbek")
    numbers = ["in Russian", "in Kazakh", "in Uzbek"]
    GT(table.drop(columns="spent")).tab_header("Budget").sub_missing().cols_align("right", columns=numbers)
    return numbers, table


if __name__ == "__main__":
    app.run()
