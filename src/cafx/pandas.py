"""``import cafx.pandas``: the accessor ``cafx`` of pandas' series and frames; ``cafx.frames`` does the work.

>>> import pandas
>>> import cafx.pandas
>>> from cafx import RateBook
>>> pay = pandas.Series([3500.0], name="pay")
>>> pay.cafx.to("USD", on="2010-05-05", currency="TMT", book=RateBook.bundled()).tolist()
[1228.0701754385964]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from cafx import frames
from cafx.core.dates import day_of
from cafx.frames.choices import ConvertChoices, FigureChoices, MissingChoices, SeriesChoices, check_choices
from cafx.locale.options import Choices

if TYPE_CHECKING:
    from typing import Any, Unpack

__all__ = ["FrameAccessor", "SeriesAccessor"]

_AMOUNT = "amount"


@pd.api.extensions.register_series_accessor("cafx")
class SeriesAccessor:
    """``series.cafx``: what can be done with a column of amounts, or of texts.

    >>> import cafx.pandas
    >>> pd.Series([3500, 7000]).cafx.to("USD", on="2020-05-05", currency="TMT").tolist()
    [1000.0, 2000.0]
    """

    def __init__(self, series: pd.Series) -> None:
        self._series = series

    def to(self, to: str, *, on: object, currency: object, **choices: Unpack[SeriesChoices]) -> pd.Series:
        """Return the amounts in another currency; *on* and *currency* are one for all, or a series each.

        The other choices are those of ``cafx.frames.convert`` but for what adds or names columns: a frame's
        ``convert`` has *bounds* and *sources* too.
        """
        check_choices(choices, SeriesChoices, "series.cafx.to")
        columns, roles = _columns(self._series, on=on, currency=currency)
        frame = frames.convert(columns, _AMOUNT, to, name="result", **roles, **choices)
        return frame["result"].rename(self._series.name)

    def format(self, locale: str, *, currency: object, **choices: Unpack[Choices]) -> pd.Series:
        """Return the amounts as text; the choices are those of ``format_money``."""
        check_choices(choices, Choices, "series.cafx.format")
        columns, roles = _columns(self._series, currency=currency)
        frame = frames.format(columns, _AMOUNT, locale, name="result", **roles, **choices)
        return frame["result"].rename(self._series.name)

    def figures(self, **choices: Unpack[FigureChoices]) -> pd.DataFrame:
        """Return the money in the texts; the choices are those of ``cafx.frames.figures``."""
        check_choices(choices, FigureChoices, "series.cafx.figures")
        return frames.figures(self._series.to_frame("text"), "text", **choices)


@pd.api.extensions.register_dataframe_accessor("cafx")
class FrameAccessor:
    """``frame.cafx``: the functions of ``cafx.frames`` as methods of the frame.

    >>> import cafx.pandas
    >>> frame = pd.DataFrame({"pay": [3500], "day": ["2020-05-05"]})
    >>> frame.cafx.convert("pay", "USD", on="day", currency="TMT")["pay_usd"].tolist()
    [1000.0]
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame

    def convert(self, amount: str, to: str, **choices: Unpack[ConvertChoices]) -> pd.DataFrame:
        """Return the frame with its amounts in another currency; see ``cafx.frames.convert``."""
        check_choices(choices, ConvertChoices, "frame.cafx.convert")
        return frames.convert(self._frame, amount, to, **choices)

    def figures(self, text: str, **choices: Unpack[FigureChoices]) -> pd.DataFrame:
        """Return the money in a column of texts; see ``cafx.frames.figures``."""
        check_choices(choices, FigureChoices, "frame.cafx.figures")
        return frames.figures(self._frame, text, **choices)

    def format(
        self, amount: str, locale: str, *, currency: str, name: str | None = None, **choices: Unpack[Choices]
    ) -> pd.DataFrame:
        """Return the frame with its amounts as text; see ``cafx.frames.format``."""
        check_choices(choices, Choices, "frame.cafx.format")
        return frames.format(self._frame, amount, locale, currency=currency, name=name, **choices)

    def missing(self, **choices: Unpack[MissingChoices]) -> object:
        """Return where the frame has no rate; see ``cafx.frames.missing``."""
        check_choices(choices, MissingChoices, "frame.cafx.missing")
        return frames.missing(self._frame, **choices)


def _columns(series: pd.Series, **roles: object) -> tuple[pd.DataFrame, dict[str, Any]]:
    """Return the series as a frame, with the roles that are series beside it."""
    columns: dict[str, object] = {_AMOUNT: series}
    said: dict[str, Any] = {}
    for role, given in roles.items():
        if isinstance(given, pd.Series | pd.Index | list):
            name = f"column of {role}"
            columns[name] = given.array if isinstance(given, pd.Index) else given
            said[role] = name
        else:
            said[role] = day_of(given) if role == "on" else given  # type: ignore[arg-type]  # it refuses
    return pd.DataFrame(columns, index=series.index), said
