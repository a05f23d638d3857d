"""Write the table of days off, ``src/cafx/rates/data/days_off.csv``; a maintainer runs it: ``make days-off``.

It takes the public holidays of the five countries from the package ``holidays``, with observed and moved
days, and leaves out Sundays, on which no bank publishes. Days that follow the moon are estimates.
"""

from __future__ import annotations

from pathlib import Path

import holidays

from cafx.rates.calendars import DAYS_OFF_UNTIL

_TABLE = Path(__file__).parents[2] / "src" / "cafx" / "rates" / "data" / "days_off.csv"
_COUNTRIES = ("KG", "KZ", "TJ", "TM", "UZ")
_FIRST_YEAR = 2020
_SUNDAY = 7


def main() -> None:
    """Write the table."""
    lines = ["country,year,days"]
    for country in _COUNTRIES:
        for year in range(_FIRST_YEAR, DAYS_OFF_UNTIL + 1):
            days = sorted(holidays.country_holidays(country, years=year))
            texts = [f"{day:%m%d}" for day in days if day.isoweekday() != _SUNDAY and day.year == year]
            lines.append(f"{country},{year},{' '.join(texts)}")
    _TABLE.write_text("\n".join(lines) + "\n", "ascii")


if __name__ == "__main__":
    main()
