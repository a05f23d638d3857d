"""``format``: a column of amounts as its country writes them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar, cast

from cafx.core.decimals import decimal_of
from cafx.core.text import printable
from cafx.errors import OptionError
from cafx.frames.backends import engine_of, is_eager
from cafx.frames.cells import cells_of, codes_in, is_missing, numbers_in
from cafx.frames.request import column_of, currency_role
from cafx.locale.compiled import formatter

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Unpack

    from narwhals.typing import IntoDataFrame

    from cafx.core.currency import Currency
    from cafx.locale.options import Choices

__all__ = ["format"]

FrameT = TypeVar("FrameT")


def format(  # noqa: A001 -- cafx.frames.format, beside convert and rates
    frame: FrameT,
    amount: str,
    locale: str,
    *,
    currency: str,
    name: str | None = None,
    **choices: Unpack[Choices],
) -> FrameT:
    r"""Return a frame with its amounts as text, as ``format_money`` writes each; an empty cell stays empty.

    Args:
        frame: of pandas, polars or pyarrow.
        amount: the column of amounts; a float is printed by its shortest decimal.
        locale: such as ``"kk_KZ"``.
        currency: the column of codes, or one code for all rows.
        name: the new column; without it ``amount_text``.
        **choices: as in ``format_money``: *style*, *notation*, *digits* and so on.

    Raises:
        OptionError: a column or a choice that there is not.
        UnknownLocale: a locale that there is not.

    >>> import pandas
    >>> frame = pandas.DataFrame({"pay": [450000.0, None]})
    >>> format(frame, "pay", "kk_KZ", currency="KZT", digits=0)["pay_text"].tolist()[0]
    '450\xa0000\xa0₸'
    """
    engine = engine_of(frame)
    if not is_eager(frame):
        message = "format() writes rows that are at hand: collect the frame first"
        raise OptionError(message, option="frame")
    names = engine.names(frame)
    amounts = cells_of(frame, column_of(amount, names, "amount"))
    numbers_in((cell for cell in amounts if isinstance(cell, str)), amount)
    added = f"{amount}_text" if name is None else name
    if added in names:
        message = f"the frame has a column {printable(added)} already: pass name= for the new one"
        raise OptionError(message, option="name", value=added)
    column, code = currency_role(names, currency)
    if column is None:
        codes: list[Currency | None] = [code] * len(amounts)
    else:
        codes = codes_in(cells_of(frame, column), column)
    formats: dict[Currency, Callable[[Decimal | int | str], str]] = {
        one: formatter(locale, one, **choices) for one in sorted({one for one in codes if one is not None})
    }
    texts = [
        None if one is None or is_missing(cell) else formats[one](_decimal(cell))
        for cell, one in zip(amounts, codes, strict=True)
    ]
    return _with_texts(frame, added, texts)


def _decimal(cell: object) -> Decimal:
    return decimal_of(cell if isinstance(cell, Decimal | int | str) else repr(float(str(cell))))


def _with_texts(frame: FrameT, name: str, texts: list[str | None]) -> FrameT:
    import narwhals as nw

    table = nw.from_native(cast("IntoDataFrame", frame), eager_only=True)
    column = nw.new_series(name, texts, nw.String(), backend=table.implementation)
    return cast("FrameT", table.with_columns(column).to_native())
