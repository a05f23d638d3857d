"""The rules of a book, written out slowly and plainly: what the fast one must give.

It looks at every quotation for every question. Which are outliers it is told: they have tests of their own.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from itertools import combinations, product
from math import ceil, sqrt
from typing import NamedTuple

KINDS = ("peg", "official", "market", "reference", "stated", "ticker")
TUESDAY_TO_SATURDAY = {2, 3, 4, 5, 6}
#: The weekdays on which a bank's new rates begin.
NEW = {
    "NBK": TUESDAY_TO_SATURDAY,
    "NBKR": TUESDAY_TO_SATURDAY,
    "CBR": TUESDAY_TO_SATURDAY,
    "CBU": TUESDAY_TO_SATURDAY,
    "NBT": {1, 2, 3, 4, 5, 6},
    "CBT": {1, 2, 3, 4, 5, 6},
    "NBP": {1, 2, 3, 4, 5},
    "Frankfurter": {1, 2, 3, 4, 5},
}
DEFAULT = {"peg": (0, 0), "reference": ("0.02", "0.003"), "stated": ("0.02", "0.003")}
ONE = timedelta(days=1)


class Answer(NamedTuple):
    """What answers: the way, with the age and the widening of each leg."""

    quotations: tuple
    ages: tuple
    widening: tuple


def settle(known):
    """Return what counts, what is tied, and what a later reading superseded."""
    groups = {}
    for one in known:
        span = None if one.through is None or one.as_of is None else one.through - one.as_of
        groups.setdefault((one.base, one.quote, one.source, one.kind, one.as_of, span), []).append(one)
    counting, tied, superseded = [], [], []
    for (_, _, _, _, day, _), group in groups.items():
        if day is None:
            counting += group
            continue
        newest = max(moment(one) for one in group)
        last = [one for one in group if moment(one) == newest]
        superseded += [one for one in group if one not in last]
        apart = any(not meet(one.bounds, other.bounds) for one, other in combinations(last, 2))
        (tied if apart else counting).extend(last)
    return set(counting), set(tied), set(superseded)


def moment(quotation):
    return quotation.observed_at or datetime.min.replace(tzinfo=UTC)


def meet(one, other):
    return one[0] <= other[1] and other[0] <= one[1]


def last_in_force(quotation):
    day = quotation.as_of
    if quotation.through is not None:
        return quotation.through
    if quotation.kind == "official" and quotation.source in NEW:
        while (day + ONE).isoweekday() not in NEW[quotation.source]:
            day += ONE
    return day


def rank(quotation, day, *, is_inverse):
    age = max(0, (day - last_in_force(quotation)).days)
    began = 0 if quotation.kind == "peg" else (day - quotation.as_of).days
    low, high = quotation.bounds
    length = 1 if is_inverse else 0
    return (age > 0, KINDS.index(quotation.kind), age, began), high / low, length, (str(quotation),)


def joined(one, other, pivot):
    worse = tuple(map(max, one[0], other[0]))
    return worse, one[1] * other[1], 2 if pivot == "USD" else 3, one[3] + other[3]


def direct(known, base, quote, day, max_age):
    found = []
    for one in known:
        if {one.base, one.quote} != {base, quote} or one.as_of is None or one.as_of > day:
            continue
        if (day - last_in_force(one)).days <= max_age:
            found.append((rank(one, day, is_inverse=one.base != base), (one,)))
    return min(found, key=lambda way: way[0], default=None)


def best(known, base, quote, day, max_age):
    ways = [direct(known, base, quote, day, max_age)]
    for pivot in {code for one in known for code in (one.base, one.quote)} - {base, quote}:
        first = direct(known, base, pivot, day, max_age)
        second = direct(known, pivot, quote, day, max_age)
        if first and second:
            ways.append((joined(first[0], second[0], pivot), first[1] + second[1]))
    return min((way for way in ways if way), key=lambda way: way[0], default=None)


def answer(known, base, quote, day, max_age, outliers=()):  # noqa: PLR0917
    """Return what answers on a day, or on the newest day on which anything does where *day* is None."""
    counting, _, _ = settle(known)
    judged = counting - set(outliers)
    if day is None:
        days = sorted({named_day(one) for one in on_ways(counting, base, quote)}, reverse=True)
        answers = (answer(known, base, quote, day, max_age, outliers) for day in days)
        return next((one for one in answers if one), None)
    way = best(judged, base, quote, day, max_age)
    if way is None:
        return None
    ages = tuple(max(0, (day - last_in_force(one)).days) for one in way[1])
    return Answer(
        way[1], ages, tuple(widening(counting, one, age) for one, age in zip(way[1], ages, strict=True))
    )


def on_ways(counting, base, quote):
    """Return the quotations that are on a way from one currency to the other."""
    pairs = [{one.base, one.quote} for one in counting]
    codes = {code for pair in pairs for code in pair}
    ways = [[{base, quote}], *([{base, code}, {code, quote}] for code in codes - {base, quote})]
    whole = [pair for way in ways if all(leg in pairs for leg in way) for pair in way]
    return [one for one in counting if one.as_of is not None and {one.base, one.quote} in whole]


def named_day(quotation):
    last = quotation.through or quotation.as_of
    return quotation.as_of if last == date.max else last


def widening(counting, quotation, age):
    """Return by which share the bounds of a quotation grow after *age* days."""
    if age == 0 or quotation.kind == "peg":
        return Fraction(0)
    last = last_in_force(quotation)
    pair = [one for one in counting if {one.base, one.quote} == {quotation.base, quotation.quote}]
    dated = [one for one in pair if one.as_of is not None]
    own = [one for one in dated if series_of(one) == series_of(quotation)]
    same_kind = [one for one in dated if one.kind == quotation.kind]
    for pool in (own, same_kind, dated):
        moves = []
        for key in {series_of(one) for one in pool}:
            series = sorted(
                (one for one in pool if series_of(one) == key), key=lambda one: (one.as_of, str(one))
            )
            moves += moves_of(series, last, age)
        if len(moves) >= 20:
            moves.sort()
            share = 1.15 * max(0.0, moves[ceil(0.975 * len(moves)) - 1])
            return Fraction(ceil(share * 10**6), 10**6)
    at_once, a_day = DEFAULT.get(quotation.kind, ("0.015", "0.003"))
    return Fraction(at_once) + Fraction(a_day) * age


def series_of(one):
    span = None if one.through is None else one.through - one.as_of
    return one.base, one.quote, one.source, one.kind, span


def moves_of(series, last, age):
    moves = []
    for one in series:
        if one.as_of < last - timedelta(days=365) or last_in_force(one) > last:
            continue
        target = last_in_force(one) + timedelta(days=age)
        if target > last:
            continue
        in_force = [other for other in series if other.as_of <= target <= last_in_force(other)]
        after = [other for other in series if target < other.as_of <= last]
        later = in_force[-1:] or after[:1]
        if later:
            (low, high), (later_low, later_high) = one.bounds, later[0].bounds
            move = float(max(later_high / high, low / later_low)) - 1
            reached = (last_in_force(later[0]) - last_in_force(one)).days
            is_span = one.through is not None and one.through > one.as_of
            moves.append(move * sqrt(age / reached) if is_span and reached > age else move)
    return moves


def bounds(found, base):
    """Return price, low and high of an answer."""
    price = low = high = Fraction(1)
    here = base
    for one, share in zip(found.quotations, found.widening, strict=True):
        least, most = one.bounds[0] / (1 + share), one.bounds[1] * (1 + share)
        if one.base == here:
            price, low, high, here = price * one.unit_price, low * least, high * most, one.quote
        else:
            price, low, high, here = price / one.unit_price, low / most, high / least, one.base
    return price, low, high


def days_of(start, end):
    return [start + ONE * offset for offset in range((end - start).days + 1)]


def all_pairs(known):
    codes = sorted({code for one in known for code in (one.base, one.quote)})
    return [pair for pair in product(codes, repeat=2) if pair[0] != pair[1]]
