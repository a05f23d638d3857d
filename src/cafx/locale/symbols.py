"""Which sign, word or code stands for a currency, by the options that ask for one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.core.currency import Currency
from cafx.locale.deviations import local_word, safe_sign

if TYPE_CHECKING:
    from cafx.locale.facts import LocaleFacts
    from cafx.locale.options import Choices

__all__ = ["ASCII", "PLAIN_SPACES", "symbol_of"]

#: ASCII for the signs of numbers, marks of direction left out.
ASCII: Final = str.maketrans(
    {
        **dict.fromkeys("\u2212\u2013\u2012", "-"),
        **dict.fromkeys("\u2019\u2018\u02bb\u02bc", "'"),
        **dict.fromkeys("\u200e\u200f\u061c", None),
        **dict.fromkeys("\u2248\u2243\uff5e", "~"),
    }
)
#: The space bar's for those that break no line, and the narrow ones.
PLAIN_SPACES: Final = str.maketrans(dict.fromkeys("\u00a0\u202f\u2009\u2007", " "))


def symbol_of(facts: LocaleFacts, currency: Currency, options: Choices) -> str:
    """Return what stands for *currency* in a locale."""
    style, symbols = options["style"], options["symbols"]
    if style == "code":
        return str(currency)
    if style == "display":
        symbol = _displayed(facts, currency, options)
    elif style == "local":
        symbol = _own(facts, currency, options) or facts.symbol(currency)
    else:
        symbol = facts.narrow_symbol(currency) if style == "narrow" else facts.symbol(currency)
        if symbols == "safe":
            symbol = safe_sign(facts.line, symbol)
    if symbols == "ascii":
        symbol = symbol.translate(ASCII).translate(PLAIN_SPACES)
        return symbol if symbol.isascii() else str(currency)
    return symbol


def _own(facts: LocaleFacts, currency: Currency, options: Choices) -> str:
    """Return the caller's word, else the one that people use, else nothing."""
    return dict(options["words"] or ()).get(currency) or local_word(facts.line, currency)


def _displayed(facts: LocaleFacts, currency: Currency, options: Choices) -> str:
    """Return the word, else the narrow sign if it is of no other currency on offer, else the code."""

    def sign(code: str) -> str:
        known = Currency(code)
        symbol = _own(facts, known, options) or facts.narrow_symbol(known)
        return safe_sign(facts.line, symbol) if options["symbols"] == "safe" else symbol

    symbol = sign(currency)
    is_shared = any(code != currency and sign(code) == symbol for code in options["offered"])
    return str(currency) if is_shared else symbol
