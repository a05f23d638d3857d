"""Write what cafx asks of Babel's data for the locales of the region; ``make stock`` calls this.

To be run when another version of Babel is locked: until then cafx reads Babel's own files, at the old pace.
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from babel import Locale, __version__

from cafx.locale.kept import BETWEEN, FILE
from cafx.locale.stock import (
    cldr_version,
    fractions_of,
    native_system,
    stock_compact,
    stock_names,
    stock_text,
)
from cafx.locale.tags import lineage

#: As Babel writes them; a region that CLDR does not know for a language falls to the language itself.
LOCALES = """
en en_GB en_US kk kk_Cyrl kk_Cyrl_KZ kk_KZ ky ky_KG ru ru_KG ru_KZ ru_RU tg tg_TJ tk tk_TM
uz uz_Cyrl uz_Cyrl_UZ uz_Latn uz_Latn_UZ
""".split()
CURRENCIES = "KGS KZT TJS UZS TMT USD EUR RUB CNY JPY GBP".split()
TEXTS = """
decimal group currency_decimal currency_group minus plus percent about standard accounting number percentage
""".split()
KINDS = ("currency", "short", "long")


def row_of(locale: Locale) -> dict[str, str]:
    """Return all that is kept of a locale, as Babel's data say it."""
    row = {"line": BETWEEN.join(lineage(str(locale))), "native": native_system(locale)}
    row["plural"] = BETWEEN.join(chain.from_iterable(locale.plural_form.rules.items()))
    row |= {f"latn:{name}": stock_text(locale, f"latn:{name}") for name in TEXTS}
    row |= {f"symbol:{code}": stock_text(locale, f"symbol:{code}") for code in CURRENCIES}
    for kind in KINDS:
        row[f"compact:{kind}"] = BETWEEN.join(
            f"{power} {category} {pattern}"
            for power, patterns in stock_compact(locale, kind).items()
            for category, pattern in patterns.items()
        )
    for code in CURRENCIES:
        names = stock_names(locale, code)
        row[f"names:{code}"] = BETWEEN.join(chain.from_iterable((one, *two) for one, two in names.items()))
    return row


def written() -> str:
    """Return the file's text for the Babel installed."""
    of_all = {"cldr": str(cldr_version())} | {f"fractions:{code}": fractions_of(code) for code in CURRENCIES}
    lines = [__version__, "\t".join(("", *chain.from_iterable(of_all.items())))]
    for name in LOCALES:
        locale = Locale.parse(name)
        cells = [str(locale)]
        for key, value in row_of(locale).items():
            if any(mark in value for mark in "\t\n"):
                raise ValueError(f"{name} {key}: {value!r} cannot be written")
            cells += (key, value)
        lines.append("\t".join(cells))
    return "\n".join((*dict.fromkeys(lines), ""))


if __name__ == "__main__":
    Path(FILE).write_text(written(), "utf-8")
