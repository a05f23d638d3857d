"""A table for publication, in Russian, Kazakh and Uzbek."""

import marimo

app = marimo.App()


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
    table = cf.format(budget, "spent", "ru_KZ", currency="KZT", notation="compact", name="ru")
    table = cf.format(table, "spent", "kk_KZ", currency="KZT", notation="compact", name="kk")
    table = cf.format(table, "spent", "uz_UZ", currency="UZS", notation="compact", name="uz")
    GT(table.drop(columns="spent")).tab_header("Budget").sub_missing()
    return (table,)


if __name__ == "__main__":
    app.run()
