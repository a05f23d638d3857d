"""Whether quotations lead from one currency to another, and which of them are taken as their inverse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.errors import OptionError

if TYPE_CHECKING:
    from cafx.core.currency import Currency
    from cafx.values.quotation import Quotation

__all__ = ["check_powers", "powers_of"]

_MAX_POWER: Final = 8


def powers_of(base: Currency, quote: Currency, legs: tuple[Quotation, ...]) -> tuple[int, ...]:
    """Follow *legs* from *base* to *quote*, and return the direction that each is taken in."""
    here, powers = base, []
    for leg in legs:
        if here not in (leg.base, leg.quote):
            break
        powers.append(1 if leg.base == here else -1)
        here = leg.quote if leg.base == here else leg.base
    if not legs and base != quote:
        raise OptionError(
            f"a rate from {base} to {quote} needs legs: quotations that lead there", option="legs"
        )
    if len(powers) < len(legs) or here != quote:
        through = ", ".join(leg.pair for leg in legs)
        verb = "does" if len(legs) == 1 else "do"
        raise OptionError(f"{through} {verb} not lead from {base} to {quote}", option="legs", value=legs)
    return tuple(powers)


def check_powers(
    base: Currency, quote: Currency, legs: tuple[Quotation, ...], powers: tuple[int, ...]
) -> tuple[int, ...]:
    """Refuse powers under which *legs* do not come to units of *quote* for one *base*."""
    powers = tuple(powers)
    if len(powers) != len(legs) or any(
        type(power) is not int or not 0 < abs(power) <= _MAX_POWER for power in powers
    ):
        message = (
            f"{len(legs)} legs take as many powers, each a whole number from -{_MAX_POWER} to {_MAX_POWER}"
        )
        raise OptionError(message, option="powers", value=powers)
    balance: dict[Currency, int] = {base: -1}
    balance[quote] = balance.get(quote, 0) + 1
    for leg, power in zip(legs, powers, strict=True):
        balance[leg.base] = balance.get(leg.base, 0) + power
        balance[leg.quote] = balance.get(leg.quote, 0) - power
    if any(balance.values()) or (base == quote and legs):
        message = f"the legs do not lead from {base} to {quote} by these powers: leave powers out"
        raise OptionError(message, option="powers", value=powers)
    return powers
