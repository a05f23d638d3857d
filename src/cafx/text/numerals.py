"""Numbers in digits or in words, with their scale words: ``7 млрд 900 миллион``, ``fifteen hundred``.

A number is read whole or not at all. Words are looked up in every language's table where they stand,
and the language that reads the most of them is believed; where a number word, a fraction or the rest
of a number stands unread before what was read, the number is refused.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.core.decimals import CONTEXT
from cafx.text.digits import read_number, scaled
from cafx.text.lexicon import (
    ABLATIVE_FORMS,
    ABLATIVE_NUMBERS,
    AFTER_WITHIN,
    ARTICLES,
    COUNTED_SCALES,
    CURRENCIES,
    GENITIVE_SCALES,
    HALF,
    HUNDREDS,
    HYPHENS,
    JOINTS,
    NUMBER_LANGUAGES,
    OPENING,
    PARTS,
    PARTS_OF,
    POINT,
    SCALES,
    SINGULAR,
    VAGUE,
    VULGAR,
    words_of,
)
from cafx.text.marks import is_leading_point, past_ending, past_hedge, past_marks, past_spelling
from cafx.text.misspellings import is_behind_misspelt, is_behind_misspelt_scale
from cafx.text.scales import read_scale
from cafx.text.spelled import is_next_of_two, languages_of, spelled
from cafx.text.tokens import NUMBER_KIND, SIGN_KIND
from cafx.text.units import has_unit, past_high_end

if TYPE_CHECKING:
    from cafx.text.stretch import Stretch

__all__ = ["Number", "read_numeral"]


#: The Tajik *and*, which is written together with the word before it: миллиону ним.
_JOINING_ENDING: Final = "у"
_BEFORE_ONE: Final = ARTICLES | words_of("singling")
_ODD_PARTS: Final = words_of("odd_parts")
_ONE_WHOLE: Final = Decimal(1)
_HALF: Final = Decimal("0.5")
#: At most two words join a half to its number: two AND A half.
_JOINTS: Final = 2
_CENTS: Final = 2
_THOUSAND: Final = 3


class Number(NamedTuple):
    """A number in the text: which tokens it has, what it says, and how it is written."""

    first: int
    #: The token behind its last.
    after: int
    value: Decimal
    #: The power of ten of its last printed digit.
    place: int
    #: The power of its last scale word; 0 without one.
    scale: int
    parts: int
    is_spelled: bool
    #: The digits of its first part, as printed; empty for words.
    digits: str
    #: The language of its words; empty for digits.
    language: str = ""
    is_negative: bool = False
    #: Whether its scale word stands before it, which makes it rough: тысяч пять.
    is_inverted: bool = False

    def rescaled(self, power: int) -> Number:
        """Return the number with a scale that it shares with a later one."""
        return self._replace(value=scaled(self.value, power), place=self.place + power, scale=power)


class _Part(NamedTuple):
    value: Decimal
    place: int
    power: int
    after: int
    language: str = ""


def read_numeral(stretch: Stretch, index: int) -> Number | None:
    """Read number and scale from *index*, and further parts of lower scale that add up with them.

    None where no number begins there, or where it cannot be read whole.
    """
    first = index
    part = _part(stretch, index, is_first=True)
    if part is None:
        return None
    is_spelled = stretch.is_word(index)
    is_rest = (
        is_behind_misspelt(stretch, index)
        if is_spelled
        else stretch.kinds[index - 2] == NUMBER_KIND and is_behind_misspelt_scale(stretch, index)
    )
    if is_rest:
        return None
    digits = "" if is_spelled else stretch.words[index]
    if digits and stretch.words[index - 1] == "." and is_leading_point(stretch, index):
        first -= 1
    value, place, power, after, language = part
    parts = 1
    while power and stretch.words[after - 1] not in ABLATIVE_FORMS:
        is_listed = parts == 1 and _is_listed(stretch, first)
        index = _next_part(stretch, after, is_spelled=is_spelled, is_listed=is_listed)
        following = None if index < 0 else _part(stretch, index, is_first=False)
        if following is not None and parts == 1 and following.power > power == _THOUSAND:
            rest = CONTEXT.scaleb(following.value, -following.power)
            if rest < 10**_THOUSAND:  # 3 минг 500 млрд: so many thousand and so many of billions
                value = scaled(CONTEXT.add(value, rest), following.power)
                place, power, after = following.place, following.power, following.after
                language = language or following.language
                parts += 1
                continue
        if following is None or following.power >= power or following.value >= 10**power:
            break
        if is_spelled and following.place < 0 and not following.power:
            return None  # тысячи полторы: some one and a half thousand
        if not following.power and not has_unit(stretch, past_high_end(stretch, following.after, power)):
            break
        value = CONTEXT.add(value, following.value)
        place = min(place, following.place)
        power, after = following.power, following.after
        language = language or following.language
        parts += 1
    return Number(first, after, value, place, power, parts, is_spelled, digits, language)


def _part(stretch: Stretch, index: int, *, is_first: bool) -> _Part | None:
    """Read one number with its scale."""
    if index >= stretch.count:
        return None
    if stretch.is_number(index):
        return _digits(stretch, index)
    key = stretch.words[index]
    if key in VULGAR:
        power, after = read_scale(stretch, index + 1)
        worth = VULGAR[key]
        if is_first and _is_number_before(stretch, index):
            return None
        return _Part(scaled(worth, power), int(worth.as_tuple().exponent) + power, power, after)
    words = spelled(stretch, index, is_first=is_first)
    if words is None:
        if is_first:
            return _lone_scale(stretch, index)
        power = SCALES[key] if key in SINGULAR else 0
        return _Part(Decimal(10**power), power, power, index + 1) if power else None
    if is_first and _is_number_before(stretch, index):
        return None
    value, place = words.value, words.place
    if stretch.words[words.after - 1] in ABLATIVE_NUMBERS:  # from five hundred: a scale behind it is the next
        return _Part(value, place, 0, words.after, words.language)
    power, after = read_scale(stretch, past_hedge(stretch, words.after))
    after = after if power else words.after
    half = _half_behind(stretch, after, power)
    if half is not None:
        return _Part(scaled(CONTEXT.add(value, _HALF), power), power - 1, power, half, words.language)
    return _Part(scaled(value, power), place + power, power, after, words.language)


def _half_behind(stretch: Stretch, index: int, power: int) -> int | None:
    """Return the token behind ``and a half`` where it follows a scale word: ``a million and a half``."""
    if not power:
        return None
    is_joined = stretch.words[index - 1].endswith(_JOINING_ENDING) and stretch.language == "tg"
    if stretch.words[index] in JOINTS:
        index += 1
    elif not is_joined:
        return None
    while stretch.words[index] in ARTICLES:
        index += 1
    if (
        stretch.words[index] not in HALF
        or stretch.words[index + 1] in SCALES
        or stretch.words[index + 1] == "of"
    ):
        return None
    return index + 1


def _lone_scale(stretch: Stretch, index: int) -> _Part | None:
    """Read a scale word before which no number stands as one of itself: ``миллион сом``, ``a million``."""
    key = stretch.words[index]
    if key not in SCALES or (key not in SINGULAR and key not in GENITIVE_SCALES):
        return None
    before = stretch.words[index - 1]
    if before in VAGUE or before == ">" or _is_number_before(stretch, index):
        return None  # several million; <b>5</b> million in a text with tags
    if before in AFTER_WITHIN and (
        stretch.is_number(index - 2) or (stretch.words[index - 2] in OPENING and stretch.is_number(index - 3))
    ):
        return None  # 10 дан ортиқ минг: more than ten thousand, with words between that are not read
    if before == ")" and stretch.words[index - 2] in NUMBER_LANGUAGES:  # 5 (алты) миллион: two numbers
        return None
    power, after = read_scale(stretch, index + 1)
    power += SCALES[key]
    if key in GENITIVE_SCALES and key not in SINGULAR and not _is_governed(stretch, index, after):
        return None
    if key in COUNTED_SCALES and stretch.language in {"en", "und"} and before not in _BEFORE_ONE:
        # "million tenge" without an article names the unit of a table, "million-tenge" is of a coin
        is_one = stretch.is_hyphenated(index + 1) and not stretch.is_glued(index)
        if not (is_one and stretch.words[index + 2] in CURRENCIES):
            return None
    half = _half_behind(stretch, after, power)
    if half is not None:
        return _Part(scaled(CONTEXT.add(_ONE_WHOLE, _HALF), power), power - 1, power, half)
    return _Part(Decimal(10**power), power, power, after)


def _is_governed(stretch: Stretch, index: int, after: int) -> bool:
    """Whether a genitive before it, or a number word behind it, makes an oblique scale word one of it."""
    if stretch.words[index - 1] in GENITIVE_SCALES[stretch.words[index]]:
        return True
    return stretch.words[after] in NUMBER_LANGUAGES and stretch.is_near(after)


def _is_number_before(stretch: Stretch, index: int) -> bool:
    """Whether a number word, a fraction or digits stand unread right before *index*."""
    if index <= 0 or not stretch.is_near(index, newline=True):
        return False
    step = index - 1
    key = stretch.words[step]
    if key in HYPHENS and stretch.is_glued(step):
        step -= 1
        key = stretch.words[step]
        if is_next_of_two(stretch, step, index):
            return False
    if key in ARTICLES and key != "one":
        step -= 1
        key = stretch.words[step]
    if key in PARTS_OF:  # three quarters OF a million: what was read whole begins before it
        step -= 1
        key = stretch.words[step]
        return (
            key in VULGAR
            or key in PARTS
            or key in _ODD_PARTS
            or key in HALF
            or bool(languages_of(stretch, step, key))
        )
    if key in ABLATIVE_NUMBERS or (key in SCALES and key in ABLATIVE_FORMS):
        return (
            stretch.words[step - 1] in POINT
        )  # нол бутун ўндан беш; бес жүзден мың теңгеге дейін is a range
    token = stretch.at(step)
    if token.kind == NUMBER_KIND:
        return True
    if key in VULGAR or key in HALF or key in PARTS or key in POINT:
        return True
    if key in SCALES and len(key) > 1 and step == index - 1:  # ҳазору панҷсад: what is read is its rest
        return True
    return bool(languages_of(stretch, step, key))


def _digits(stretch: Stretch, index: int) -> _Part | None:
    """Read digits, with a decimal part that a space or a hyphen parts from them, and their scale."""
    key, after = stretch.words[index], index + 1
    if stretch.kinds[after] == SIGN_KIND:
        key, after = past_marks(stretch, index)
    start = past_spelling(stretch, key, after) or past_hedge(stretch, past_ending(stretch, after))
    hundred = stretch.words[start] in HUNDREDS and stretch.is_near(start)
    power, behind = read_scale(stretch, start + hundred)
    if not power and not hundred:
        behind = after
    if hundred:
        power += _CENTS
        behind = max(behind, start + 1)
    reading = read_number(key, decimal_comma=stretch.decimal_comma, has_scale=power > 0)
    if reading is None:
        return None
    value, place = reading.value, reading.place
    if stretch.words[index - 1] == "." and is_leading_point(stretch, index):
        value, place = CONTEXT.scaleb(value, -len(key)), -len(key)
    vulgar = VULGAR.get(stretch.words[behind])
    if vulgar is not None and not power:
        if place:
            return None
        power, behind = read_scale(stretch, behind + 1)
        value, place = CONTEXT.add(value, vulgar), int(vulgar.as_tuple().exponent)
        return _Part(scaled(value, power), place + power, power, behind)
    half = None if power else _half_of_digits(stretch, behind)
    if half is not None:
        return _Part(scaled(CONTEXT.add(value, _HALF), half[0]), half[0] - 1, half[0], half[1])
    return _Part(scaled(value, power), place + power, power, behind)


def _half_of_digits(stretch: Stretch, index: int) -> tuple[int, int] | None:
    """Read a half behind digits and the scale behind it, if any: ``3 жарым миллион``, ``3 жарым манат``."""
    joint = index
    while stretch.words[joint] in JOINTS and joint - index < _JOINTS:
        joint += 1
    if stretch.words[joint] not in HALF or not stretch.is_near(index):
        return None
    power, after = read_scale(stretch, joint + 1)
    return (power, after) if power or stretch.words[after] in CURRENCIES else None


def _next_part(stretch: Stretch, index: int, *, is_spelled: bool, is_listed: bool) -> int:
    """Return the token at which a further part could begin; below zero where none can.

    *and* before the last amount of a list adds nothing up: ``300 billion, 240 billion and 600 million``.
    """
    if stretch.words[index] == "." and stretch.is_glued(index):
        index += 1
    elif is_spelled and stretch.words[index] == "," and stretch.language == "en":
        if not _counts_on(stretch, index + 1):
            return -1
        index += 1
    if stretch.words[index] in JOINTS and stretch.words[index] not in ARTICLES:
        index += 1
        if stretch.is_number(index) and (is_listed or not read_scale(stretch, index + 1)[0]):
            return -1
    if not stretch.is_near(index, newline=True):
        return -1
    key = stretch.words[index]
    return index if stretch.is_number(index) or key in NUMBER_LANGUAGES or key in SINGULAR else -1


def _is_listed(stretch: Stretch, first: int) -> bool:
    """Whether a comma parts the number at *first* from one with a scale or a currency of its own."""
    before = stretch.words[first - 2]
    return stretch.words[first - 1] == "," and (before in SCALES or before in CURRENCIES)


def _counts_on(stretch: Stretch, index: int) -> bool:
    """Whether number words up to a currency word follow: ``one thousand, five hundred tenge``."""
    if stretch.words[index] not in NUMBER_LANGUAGES:
        return False
    words = spelled(stretch, index)
    if words is None:
        return False
    _, after = read_scale(stretch, words.after)
    return has_unit(stretch, after) or stretch.words[after] == "," or stretch.words[after] in JOINTS
