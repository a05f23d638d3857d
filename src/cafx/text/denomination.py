"""Whose money a number is: the currency behind it, the code or sign before it, and the hundredths."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from cafx.core.decimals import CONTEXT
from cafx.text.between import begins_sentence, inner_hedge, past_american, past_hyphen, past_initials
from cafx.text.dashes import sense_of_hyphen
from cafx.text.degrees import past_degree
from cafx.text.digits import read_number
from cafx.text.goods import GOODS_WORDS
from cafx.text.lexicon import (
    ABBREVIATIONS,
    AFTER_WITHIN,
    CODES,
    CONJUNCTIONS,
    CURRENCIES,
    DATIVE_ENDINGS,
    FILLERS,
    HYPHENS,
    JOINTS,
    LONE_SUBUNITS,
    NUMBER_LANGUAGES,
    OPENING,
    PREFIXES,
    SCALES,
    SUBUNITS,
    TENGE_SIGNS,
)
from cafx.text.scales import read_scale
from cafx.text.spelled import spelled
from cafx.text.tokens import SIGN_KIND, WORD_KIND

if TYPE_CHECKING:
    from cafx.text.amount import Amount
    from cafx.text.stretch import Stretch

__all__ = ["MAYBE_MINUSES", "MINUSES", "OPENS", "is_glued_code", "is_loaf", "past_worth", "take_currency"]

#: What is read as a minus, and what may be one: an en dash is a minus or the dash of a list.
MINUSES: Final = frozenset("-\u2212")
MAYBE_MINUSES: Final = (*sorted(MINUSES), "\u2013")
#: What may stand before a minus that belongs to the number.
OPENS: Final = frozenset('(:;,=["«“')
_MAX_FILLERS: Final = 2
_MAX_BRACKET: Final = 25
#: A hedge, a number, its scale and its currency.
_MAX_WORTH: Final = 9
_TEN: Final = 10
_HUNDRED: Final = 100
_CENTS_DIGITS: Final = 2
_MAX_MODEL: Final = 10_000


def is_glued_code(stretch: Stretch, index: int) -> bool:
    """Whether a code at *index* is part of a longer one: ``KZ86125KZT5004100100``."""
    return stretch.is_glued(index) and stretch.at(index - 1).kind != SIGN_KIND


def _take_outer_sign(stretch: Stretch, amount: Amount) -> None:
    """Take a minus that is glued to the sign before the number: ``-$5``."""
    first = amount.first
    if stretch.words[first - 1] not in MINUSES or not stretch.is_glued(first) or amount.number.is_negative:
        return
    if sense_of_hyphen(stretch, first - 1) == "dash":
        return
    if first == 1 or not stretch.is_glued(first - 1) or stretch.words[first - 2] in OPENS:
        amount.number = amount.number._replace(value=-amount.number.value, is_negative=True)
        amount.first = first - 1
        amount.start = stretch.starts[first - 1]


def take_currency(stretch: Stretch, amount: Amount, previous: Amount | None) -> None:
    """Attach the currency that stands after the number, or the code or sign before it."""
    words, ends = stretch.words, stretch.ends
    after = _past_bracket(stretch, amount)
    currency = _currency(stretch, after)
    prefix = _prefix(stretch, amount, previous)
    if currency is not None and (
        _opens_next(stretch, currency[1], has_prefix=bool(prefix))
        or (words[amount.first - 1] in CURRENCIES and _opens_pair(stretch, currency[1]))
    ):
        currency = None
    if prefix and (currency is None or currency[0] != prefix):
        amount.code, amount.is_prefixed = prefix, True
        amount.first -= 1
        amount.start = stretch.starts[amount.first]
        _take_outer_sign(stretch, amount)
        return
    if currency is None:
        if not _take_lone_subunit(stretch, amount):
            _take_suffix(stretch, amount)
        return
    amount.code, last = currency
    if prefix:
        amount.first -= 1
        amount.start, amount.is_prefixed = stretch.starts[amount.first], True
    amount.last, amount.after, amount.end = last, last + 1, ends[last]
    if words[last] in ABBREVIATIONS and _is_dotted(stretch, last):
        amount.last, amount.after, amount.end = last + 1, last + 2, ends[last + 1]
    if not amount.number.scale and words[last] in CODES:
        _take_late_scale(stretch, amount)
    _take_subunits(stretch, amount)


def _is_dotted(stretch: Stretch, index: int) -> bool:
    """Whether the dot behind an abbreviation does not end the sentence: ``40 млн. долл. (около …``."""
    if stretch.words[index + 1] != "." or not stretch.is_glued(index + 1):
        return False
    following = stretch.at(index + 2)
    return following.kind == SIGN_KIND or (
        following.kind == WORD_KIND and stretch.text[following.start].islower()
    )


def _take_late_scale(stretch: Stretch, amount: Amount) -> None:
    """Take a scale word behind a code: ``125 KZT million``."""
    power, after = read_scale(stretch, amount.after)
    if not power or stretch.words[after] in CURRENCIES or len(stretch.words[amount.after]) == 1:
        return
    amount.number = amount.number.rescaled(power)
    amount.last, amount.after, amount.end = after - 1, after, stretch.ends[after - 1]


def _opens_next(stretch: Stretch, index: int, *, has_prefix: bool) -> bool:
    """Whether the sign or code at *index* belongs to the number behind it: ``$20 $37``, or a line's own."""
    following = index + 1
    if stretch.words[following] in MINUSES and stretch.is_glued(following + 1):
        following += 1
    if not stretch.is_number(following):
        return False
    if stretch.words[index] in PREFIXES and stretch.starts_line(index):
        return not stretch.starts_line(following)
    is_its_own = has_prefix or (stretch.is_glued(following) and not stretch.is_glued(index))
    return is_its_own and stretch.kinds[index] == SIGN_KIND


def _opens_pair(stretch: Stretch, index: int) -> bool:
    """Whether the currency at *index* is the first of a pair with a price: USD/KZT 541,2 EUR/KZT 590,1."""
    if stretch.words[index + 1] != "/" or stretch.words[index + 2] not in CURRENCIES:
        return False
    return stretch.is_number(index + 3)


def _past_bracket(stretch: Stretch, amount: Amount) -> int:
    """Step over a bracket that says the number again: ``100 (сто) тенге``, ``сто (100) тенге``."""
    index = amount.after
    if stretch.words[index] != "(":
        return index
    if amount.number.is_spelled and stretch.is_number(index + 1) and stretch.words[index + 2] == ")":
        again = read_number(stretch.words[index + 1], decimal_comma=stretch.decimal_comma, has_scale=False)
        is_same = again is not None and again.value == amount.number.value
        return index + 3 if is_same and _currency(stretch, index + 3) else index
    for step in range(index + 1, min(index + _MAX_BRACKET, stretch.count)):
        key = stretch.words[step]
        if key == ")":
            return step + 1 if step > index + 1 and _currency(stretch, step + 1) else index
        if key not in NUMBER_LANGUAGES and key not in SCALES and key not in JOINTS and key not in HYPHENS:
            break
    return past_worth(stretch, index) or index


def past_worth(stretch: Stretch, index: int) -> int:
    """Step over a bracket with other money before the word of money: ``100 000 ($1150) сом``; 0 if none."""
    if stretch.words[index] != "(" or stretch.is_glued(index):
        return 0
    codes: set[str] = set()
    for step in range(index + 1, min(index + _MAX_WORTH, stretch.count)):
        if stretch.words[step] == ")":
            own = _currency(stretch, step + 1) if codes else None
            return 0 if own is None or own[0] in codes else step + 1
        codes.add(CURRENCIES.get(stretch.words[step], ""))
        codes.discard("")
    return 0


def _currency(  # noqa: C901 -- what may stand before the word of money, one after another
    stretch: Stretch, index: int
) -> tuple[str, int] | None:
    """Find the currency word at *index*, over fillers and hedges: its code and its token.

    ``8 more soms``, ``млн. тенге``, ``68-million somoni``, ``200 млн-нан астам теңге``.
    """
    words, count = stretch.words, stretch.count
    for step in range(_MAX_FILLERS + 2):
        if index >= count or not stretch.is_near(index, newline=True):
            return None
        key = words[index]
        if key == "." and not step and stretch.is_glued(index) and stretch.is_word(index - 1):
            index += 1
            if stretch.words[index] in OPENING and stretch.is_glued(index):
                index += 1  # 5 mlrd.dan ortiq so‘m
        elif key in HYPHENS:
            index = past_hyphen(stretch, index)
        if index >= count or not stretch.is_near(index, newline=True):
            return None
        key = words[index]
        code = CURRENCIES.get(key)
        if code:
            is_pair = key in PREFIXES and stretch.words[index - 1] == "/"
            is_apart = is_pair or begins_sentence(stretch, index)
            return None if is_apart else (code, past_american(stretch, code, index))
        degree = past_degree(stretch, index)
        inner = degree - index + inner_hedge(stretch, degree)
        if inner:
            index += inner
            continue
        if key not in FILLERS and key not in AFTER_WITHIN and not (key in OPENING and not step):
            following = past_initials(stretch, index)
            if following == index:
                return None
            index = following - 1
        index += 1
    return None


def _is_pair(stretch: Stretch, index: int) -> bool:
    """Whether the code at *index* is one of a pair: ``KZT/USD``; ``₸/мес`` is a price for a month."""
    if stretch.words[index + 1] == "/":
        other = index + 2
        while stretch.is_number(other) or stretch.words[other] in FILLERS:
            other += 1
        return stretch.words[other] in CURRENCIES
    before = stretch.words[index - 2]
    is_behind = stretch.words[index - 1] == "/" and before in CURRENCIES
    return is_behind and (before in CODES or not stretch.is_number(index - 3))  # 500 soms / $6


def _prefix(stretch: Stretch, amount: Amount, previous: Amount | None) -> str:
    """Find the code or sign right before the number that no earlier number has taken."""
    first = amount.first
    if not first or (previous is not None and previous.last >= first - 1):
        return ""
    before = stretch.words[first - 1]
    gap = stretch.starts[first] - stretch.ends[first - 1]
    if before in TENGE_SIGNS:
        return "T" if _is_tenge_sign(stretch, amount, gap) else ""
    if before not in PREFIXES or gap > 1 or stretch.starts_line(first) or _is_pair(stretch, first - 1):
        return ""
    if is_glued_code(stretch, first - 1) and (stretch.is_word(first - 1) or stretch.is_word(first - 2)):
        return ""  # KZ86125KZT5004100100, A$5
    return "" if _has_letters_behind(stretch, amount) else CURRENCIES[before]


def _has_letters_behind(stretch: Stretch, amount: Amount) -> bool:
    """Whether letters that are no ending of it are glued to a number: ``$500abc``."""
    after = amount.after
    if not stretch.is_word(after) or not stretch.is_glued(after):
        return False
    key = stretch.words[after]
    return key not in OPENING and key not in DATIVE_ENDINGS and key not in CURRENCIES


def _is_tenge_sign(stretch: Stretch, amount: Amount, gap: int) -> bool:
    """Whether the T before a number stands for tenge: ``T500``, ``T 500``; not the T480 of a maker."""
    index = amount.first - 1
    if gap > 1 or not stretch.text[stretch.starts[index]].isupper() or stretch.is_glued(index):
        return not gap and stretch.words[index - 1] in {"(", "«", "“", '"', "~", "≈", "-", "–", "—"}
    number = amount.number
    if number.scale or number.place or number.value >= _MAX_MODEL or not stretch.is_word(index - 1):
        return True
    name = stretch.text[stretch.starts[index - 1]]
    return not name.isupper()


def _take_suffix(stretch: Stretch, amount: Amount) -> None:
    """Take an ending that is glued to the number: ``50000-нан``, ``2025-yilda``, ``31 200гө``."""
    after = amount.after
    if stretch.words[after] in HYPHENS and stretch.is_glued(after):
        ending = stretch.at(after + 1)
        is_number = ending.key in NUMBER_LANGUAGES or ending.key in SCALES  # екі-үш: two to three
        if ending.kind == WORD_KIND and stretch.is_glued(after + 1) and not is_number:
            amount.suffix = ending.key
            amount.after = after + 2
    elif (
        stretch.words[after] in OPENING
        or (stretch.is_glued(after) and stretch.words[after] in DATIVE_ENDINGS)
    ) and (stretch.is_glued(after) or (stretch.is_number(after + 1) and not is_loaf(stretch, amount))):
        amount.suffix = stretch.words[after]
        amount.after = after + 1


def is_loaf(stretch: Stretch, amount: Amount) -> bool:
    """Whether bread is counted: ``бір нан 180 теңге``; no number below ten has its ending that way."""
    return stretch.words[amount.after] in GOODS_WORDS and amount.number.value < _TEN


def _take_lone_subunit(stretch: Stretch, amount: Amount) -> bool:
    """Take a hundredth without its whole: ``85 тиын``."""
    index = past_initials(stretch, amount.after)
    if stretch.words[index] in FILLERS:
        index += 1
    code = LONE_SUBUNITS.get(stretch.words[index], "") if stretch.is_near(index) else ""
    if not code or amount.high is not None:
        return False
    number = amount.number
    if code == "TMT" and number.value >= _HUNDRED:
        code = "KZT"  # Turkmen has one word for its hundredth and for the money of Kazakhstan
    elif number.value >= _HUNDRED and number.scale:
        return False
    else:
        number = number._replace(value=CONTEXT.scaleb(number.value, -2), place=number.place - 2)
    amount.number = number
    amount.code, amount.last, amount.after = code, index, index + 1
    amount.end = stretch.ends[index]
    return True


def _take_subunits(stretch: Stretch, amount: Amount) -> None:
    """Add the hundredths that follow: ``9 сомонию 63 дирам``, ``теңге, қырық тиын``, ``6 тг. 35 тиын``."""
    index = amount.after
    if stretch.kinds[index] == SIGN_KIND:
        if stretch.words[index] not in {",", "."} or not stretch.is_glued(index):
            return
        index += 1
    if stretch.words[index] in JOINTS:
        index += 1
    if not stretch.is_near(index):
        return
    key = stretch.words[index]
    if stretch.is_number(index) and key.isdecimal() and _shares_subunit(stretch, amount, index):
        _add_cents(stretch, amount, Decimal(key), index)
        return
    if stretch.is_number(index) and key.isdecimal():
        value, after = Decimal(key), index + 1
    else:
        if key in NUMBER_LANGUAGES and not _is_zero(stretch, index):
            words = spelled(stretch, index)
        else:
            words = spelled(stretch, index + 1)
        if words is None or words.place:
            return
        value, after = words.value, words.after
    codes = SUBUNITS.get(stretch.words[after], ())
    if value >= _HUNDRED or amount.code not in codes or not stretch.is_near(after):
        return
    _add_cents(stretch, amount, value, after)


def _shares_subunit(stretch: Stretch, amount: Amount, index: int) -> bool:
    """Whether hundredths share the word of the next ones: ``24 manat 50 we 24 manat 80 teňňe``."""
    second = index + 2
    return (
        len(stretch.words[index]) == _CENTS_DIGITS
        and stretch.words[index + 1] in CONJUNCTIONS
        and stretch.is_number(second)
        and CURRENCIES.get(stretch.words[second + 1]) == amount.code
        and stretch.is_number(second + 2)
        and amount.code in SUBUNITS.get(stretch.words[second + 3], ())
    )


def _add_cents(stretch: Stretch, amount: Amount, value: Decimal, last: int) -> None:
    """Add hundredths that end at the token *last*."""
    number = amount.number
    if number.place < 0:  # 12 500,75 тенге 75 тиын says them twice
        amount.last, amount.after, amount.end = last, last + 1, stretch.ends[last]
        return
    cents = CONTEXT.scaleb(value, -2)
    total = CONTEXT.subtract(number.value, cents) if number.is_negative else CONTEXT.add(number.value, cents)
    amount.number = number._replace(value=total, place=min(number.place, -2))
    amount.last, amount.after, amount.end = last, last + 1, stretch.ends[last]


def _is_zero(stretch: Stretch, index: int) -> bool:
    """Whether the word for nothing stands before a digit: ``ноль пять`` is 05."""
    words = spelled(stretch, index)
    return words is not None and not words.value and words.after == index + 1
