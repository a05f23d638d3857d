"""Money that changes hands at a price, beside how much of it: 20 млн долларов ПО 87,4 сома."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.text.lexicon import ABLATIVES, DATIVE_FORMS, OPENING, WORTH_FORMS
from cafx.text.plausible import PRICED
from cafx.text.rate_words import BUYING, NO_SIDES, PAYING, PRICE_PREPOSITIONS, PRICES, RATES, SELLING
from cafx.text.stated.parts import NOMINALS, Base, Price
from cafx.text.stated.stems import beginning, is_taking, is_trading
from cafx.text.words import FIVE

if TYPE_CHECKING:
    from cafx.text.stated.line import Line

__all__ = ["base_sold"]

_NEAR: Final = 4
_begins_rate: Final = beginning((*RATES, *PRICES))
_begins_trade: Final = beginning((*BUYING, *SELLING, *PAYING), but=NO_SIDES)


def base_sold(line: Line, price: Price) -> Base | None:
    """Return the foreign money that was sold at the price, in millions: 20 млн долларов ПО 87,4 сома."""
    first, stretch = price.amount.first, line.stretch
    from_so_much = _base_sold_from(line, price)
    if from_so_much is not None or not any(map(_begins_trade, stretch.keys(line.sentence, first))):
        return from_so_much
    sold = next((one for one in reversed(line.amounts) if one.after < first and one.number.scale), None)
    led = [] if sold is None else stretch.keys(sold.after, first)
    if not (led and led[0] in PRICE_PREPOSITIONS and len(led) <= _NEAR) or not all(
        key in OPENING or _begins_rate(key) for key in led[1:]
    ):
        return None
    code = "" if sold is None else line.code_of(sold)
    if not code or code in FIVE or code not in PRICED:
        return None
    return Base(code, 1, first, is_counted=False)


def _base_sold_from(line: Line, price: Price) -> Base | None:
    """Return the money that a verb behind a price is of: 5 миң долларды 87 сомдон САТЫП алды."""
    amount, stretch = price.amount, line.stretch
    if not (price.code and stretch.key(amount.last).endswith(ABLATIVES)):
        return None
    verb = stretch.key(amount.after)
    if not (is_trading(verb) or is_taking(verb)):
        return None
    sold = next((one for one in line.amounts if one.after == amount.first), None)
    if sold is None or sold.first < line.sentence or sold.high is not None:
        return None
    code, printed = line.code_of(sold), stretch.key(sold.last)
    if code not in PRICED or code in FIVE or printed in WORTH_FORMS or printed in DATIVE_FORMS:
        return None
    return None if sold.number.value in NOMINALS else Base(code, 1, amount.first, is_counted=False)
