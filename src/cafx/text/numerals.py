"""Numbers in digits or in words, with their scale words: ``7 млрд 900 миллион``, ``fifteen hundred``.

A number is read whole or not at all. Words are looked up in every language's table where they stand,
and the language that reads the most of them is believed; where a number word, a fraction or the rest
of a number stands unread before what was read, the number is refused.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.core.decimals import CONTEXT
from cafx.text.lexicon import (
    AMBIGUOUS,
    ARTICLES,
    COUNTED_SCALES,
    CURRENCIES,
    FRACTIONS,
    GENITIVE_SCALES,
    HALF,
    HUNDREDS,
    HYPHENS,
    JOINTS,
    NUMBER_LANGUAGES,
    NUMBERS,
    PARTS,
    PARTS_OF,
    POINT,
    SCALES,
    SINGULAR,
    SUBUNITS,
    VAGUE,
    VULGAR,
    WITH_ELEVEN,
)
from cafx.text.numbers import read_number
from cafx.text.tokens import NUMBER_KIND, SIGN_KIND, WORD_KIND

if TYPE_CHECKING:
    from cafx.text.stretch import Stretch

__all__ = ["LONGEST_ENDING", "Number", "read_numeral", "read_scale", "scaled", "spelled"]

#: Endings that are glued to a number or an abbreviation with a hyphen: -нан, -ти.
LONGEST_ENDING: Final = 4

_UNIT: Final = Decimal(1)
_ABOVE_ALL: Final = Decimal(10**15)
_SHORT_ENDING: Final = 2
_HALF: Final = Decimal("0.5")
_ZERO: Final = Decimal(0)
#: At most two words join a half to its number: two AND A half.
_JOINTS: Final = 2
_TEN: Final = 10
_HUNDRED: Final = 100
#: Nothing is counted in more than a thousand trillions.
_MAX_POWER: Final = 12
_ALL_POWERS: Final = 99
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

    def rescaled(self, power: int) -> Number:
        """Return the number with a scale that it shares with a later one."""
        return self._replace(value=scaled(self.value, power), place=self.place + power, scale=power)


class _Part(NamedTuple):
    value: Decimal
    place: int
    power: int
    after: int
    language: str = ""


class _Words(NamedTuple):
    """Number words below a scale word: ``two hundred and five``."""

    value: Decimal
    place: int
    after: int
    language: str


def scaled(value: Decimal, power: int) -> Decimal:
    """Return *value* times a power of ten, in plain digits: 13000000, never 1.3E+7."""
    if not power:
        return value
    moved = CONTEXT.scaleb(value, power)
    return moved if int(moved.as_tuple().exponent) <= 0 else moved.quantize(_UNIT, context=CONTEXT)


def read_numeral(stretch: Stretch, index: int) -> Number | None:
    """Read number and scale from *index*, and further parts of lower scale that add up with them.

    None where no number begins there, or where it cannot be read whole.
    """
    first = index
    part = _part(stretch, index, is_first=True)
    if part is None:
        return None
    is_spelled = stretch.tokens[index].kind == WORD_KIND
    digits = "" if is_spelled else stretch.tokens[index].key
    if digits and stretch.words[index - 1] == "." and _is_leading_point(stretch, index):
        first -= 1
    value, place, power, after, language = part
    parts = 1
    while power:
        index = _next_part(stretch, after, is_spelled=is_spelled)
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
        if not following.power and not _has_unit(stretch, following.after):
            break
        value = CONTEXT.add(value, following.value)
        place = min(place, following.place)
        power, after = following.power, following.after
        language = language or following.language
        parts += 1
    return Number(first, after, value, place, power, parts, is_spelled, digits, language)


def read_scale(stretch: Stretch, index: int) -> tuple[int, int]:
    """Read the scale words from *index*: their power, and the token behind them."""
    tokens, power, after = stretch.tokens, 0, index
    last = 0
    while index < len(tokens) and power < _MAX_POWER:
        token = tokens[index]
        if token.key in HYPHENS and stretch.is_glued(index) and index + 1 < len(tokens):
            index += 1
            token = tokens[index]
        elif token.key == "." and power and stretch.is_glued(index):
            index += 1
            if index >= len(tokens):
                break
            token = tokens[index]
        step = SCALES.get(token.key)
        if step is None or token.kind != WORD_KIND or not stretch.is_near(index, newline=True):
            break
        if step <= last:  # a million, a thousand: two parts; a thousand million is one
            break
        last = step
        if len(token.key) == 1 and not _is_scale_letter(stretch, index):
            break
        power += step
        index += 1
        after = index
    return power, after


def spelled(stretch: Stretch, index: int, *, is_first: bool = True) -> _Words | None:
    """Read number words from *index* in the language that reads the most of them."""
    best: _Words | None = None
    key = stretch.words[index]
    for language in _languages_of(stretch, index, key) if is_first else NUMBER_LANGUAGES.get(key, ()):
        read = _spelled_in(stretch, index, language)
        if read is not None and (
            best is None
            or read.after > best.after
            or (read.after == best.after and language == stretch.language)
        ):
            best = read
    return best


def _languages_of(stretch: Stretch, index: int, key: str) -> tuple[str, ...]:
    """Return the languages in which the word at *index* is a number."""
    known = NUMBER_LANGUAGES.get(key, ())
    if not known and (key in HALF or key in PARTS):
        return (stretch.language if stretch.language in NUMBERS else "en",)
    if key in AMBIGUOUS and stretch.language != "und" and stretch.language not in known:
        # "on" is ten in Turkmen where a number word or a scale of Turkmen follows.
        following = stretch.words[index + 1]
        if following not in AMBIGUOUS[key]:
            return ()
    return known


def _part(stretch: Stretch, index: int, *, is_first: bool) -> _Part | None:
    """Read one number with its scale."""
    if index >= len(stretch.tokens):
        return None
    token = stretch.tokens[index]
    if token.kind == NUMBER_KIND:
        return _digits(stretch, index)
    if token.key in VULGAR:
        power, after = read_scale(stretch, index + 1)
        worth = VULGAR[token.key]
        if is_first and _is_number_before(stretch, index):
            return None
        return _Part(scaled(worth, power), int(worth.as_tuple().exponent) + power, power, after)
    words = spelled(stretch, index, is_first=is_first)
    if words is None:
        if is_first:
            return _lone_scale(stretch, index)
        power = SCALES[token.key] if token.key in SINGULAR else 0
        return _Part(Decimal(10**power), power, power, index + 1) if power else None
    if is_first and _is_number_before(stretch, index):
        return None
    power, after = read_scale(stretch, words.after)
    value, place = words.value, words.place
    half = _half_behind(stretch, after, power)
    if half is not None:
        return _Part(scaled(CONTEXT.add(value, _HALF), power), power - 1, power, half, words.language)
    return _Part(scaled(value, power), place + power, power, after, words.language)


def _half_behind(stretch: Stretch, index: int, power: int) -> int | None:
    """Return the token behind ``and a half`` where it follows a scale word: ``a million and a half``."""
    if not power or stretch.words[index] not in JOINTS:
        return None
    index += 1
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
    if before in VAGUE or _is_number_before(stretch, index):
        return None
    power, after = read_scale(stretch, index + 1)
    power += SCALES[key]
    if key in GENITIVE_SCALES and key not in SINGULAR and not _is_governed(stretch, index, after):
        return None
    if key in COUNTED_SCALES and stretch.language in {"en", "und"} and before not in ARTICLES:
        return None  # "million tenge" without an article names the unit of a table
    half = _half_behind(stretch, after, power)
    if half is not None:
        return _Part(scaled(CONTEXT.add(_UNIT, _HALF), power), power - 1, power, half)
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
    if key in ARTICLES and key != "one":
        step -= 1
        key = stretch.words[step]
    if key in PARTS_OF:  # three quarters OF a million: what was read whole begins before it
        step -= 1
        key = stretch.words[step]
        return key in VULGAR or key in PARTS or key in HALF or bool(_languages_of(stretch, step, key))
    token = stretch.at(step)
    if token.kind == NUMBER_KIND:
        return True
    if key in VULGAR or key in HALF or key in PARTS or key in POINT:
        return True
    if key in SCALES and len(key) > 1 and step == index - 1:  # ҳазору панҷсад: what is read is its rest
        return True
    return bool(_languages_of(stretch, step, key))


def _digits(stretch: Stretch, index: int) -> _Part | None:
    """Read digits, with a decimal part that a space or a hyphen parts from them, and their scale."""
    key, after = stretch.words[index], index + 1
    if stretch.kinds[after] == SIGN_KIND:
        key, after = _past_marks(stretch, index)
    start = _past_ending(stretch, after)
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
    if stretch.words[index - 1] == "." and _is_leading_point(stretch, index):
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


def _past_marks(stretch: Stretch, index: int) -> tuple[str, int]:
    """Return digits with the decimals that stand apart, and the token behind the marks that end them."""
    after = index + 1
    joined = _decimals_apart(stretch, index)
    if joined is not None:
        return joined
    mark = stretch.words[after]
    if mark in {",", "."} and stretch.words[after + 1] in HYPHENS and stretch.is_glued(after):
        if stretch.is_glued(after + 1) and not stretch.is_number(after + 2):
            after += 2  # 500,- тенге
    elif mark == "+" and stretch.is_glued(after) and not stretch.is_glued(after + 1):
        after += 1
    return stretch.words[index], after


def _half_of_digits(stretch: Stretch, index: int) -> tuple[int, int] | None:
    """Read a half behind digits and the scale behind it, if any: ``3 жарым миллион``, ``3 жарым манат``."""
    joint = index
    while stretch.words[joint] in JOINTS and joint - index < _JOINTS:
        joint += 1
    if stretch.words[joint] not in HALF or not stretch.is_near(index):
        return None
    power, after = read_scale(stretch, joint + 1)
    return (power, after) if power or stretch.words[after] in CURRENCIES else None


def _is_leading_point(stretch: Stretch, index: int) -> bool:
    """Whether a decimal point without its zero stands before digits: ``.5 млн``."""
    if (
        not index
        or stretch.words[index - 1] != "."
        or not stretch.is_glued(index)
        or not stretch.at(index).key.isdecimal()
    ):
        return False
    before = stretch.at(index - 2)
    return not stretch.is_glued(index - 1) or before.key in CURRENCIES


def _decimals_apart(stretch: Stretch, index: int) -> tuple[str, int] | None:
    """Join decimals that stand apart from their number: ``481, 29 теңге``, ``0. 1350``, ``500-00 тенге``."""
    mark, tail = stretch.at(index + 1), stretch.at(index + 2)
    if tail.kind != NUMBER_KIND or not tail.key.isdecimal() or mark.start != stretch.tokens[index].end:
        return None
    head = stretch.tokens[index].key
    gap = stretch.text[mark.end : tail.start]
    if "," in head or "." in head or "\n" in gap:
        return None
    if mark.key in HYPHENS:
        is_cents = not gap and len(tail.key) == _CENTS and tail.key[0] == "0" and len(head) >= _CENTS
        return (f"{head},{tail.key}", index + 3) if is_cents else None
    if len(gap) != 1:
        return None
    if mark.key == ".":
        return (f"{head}.{tail.key}", index + 3) if head == "0" and len(tail.key) > 1 else None
    if mark.key != "," or len(tail.key) > _CENTS or not stretch.decimal_comma:
        return None
    # A list of more numbers is a list: 10, 20 ýa-da 50 manat.
    if stretch.words[index - 1] == "," and stretch.is_number(index - 2):
        return None
    unit = stretch.words[index + 3]
    is_counted = stretch.is_near(index + 3, newline=True) and (unit in SCALES or unit in CURRENCIES)
    return (f"{head},{tail.key}", index + 3) if is_counted else None


def _next_part(stretch: Stretch, index: int, *, is_spelled: bool) -> int:
    """Return the token at which a further part could begin; below zero where none can."""
    if stretch.words[index] == "." and stretch.is_glued(index):
        index += 1
    elif is_spelled and stretch.words[index] == "," and stretch.language == "en":
        if not _counts_on(stretch, index + 1):
            return -1
        index += 1
    if stretch.words[index] in JOINTS and stretch.words[index] not in ARTICLES:
        index += 1
        if stretch.is_number(index) and not read_scale(stretch, index + 1)[0]:
            return -1
    if not stretch.is_near(index, newline=True):
        return -1
    key = stretch.words[index]
    return index if stretch.is_number(index) or key in NUMBER_LANGUAGES or key in SINGULAR else -1


def _counts_on(stretch: Stretch, index: int) -> bool:
    """Whether number words up to a currency word follow: ``one thousand, five hundred tenge``."""
    if stretch.words[index] not in NUMBER_LANGUAGES:
        return False
    words = spelled(stretch, index)
    if words is None:
        return False
    _, after = read_scale(stretch, words.after)
    return _has_unit(stretch, after) or stretch.words[after] == "," or stretch.words[after] in JOINTS


def _has_unit(stretch: Stretch, index: int) -> bool:
    """Whether a currency or its hundredth stands at *index*, over one word and a dot."""
    for step in range(index, index + 4):
        key = stretch.words[step]
        if key in CURRENCIES or key in SUBUNITS:
            return True
        if not (stretch.is_word(step) or key in HYPHENS or key == "(") or key in NUMBER_LANGUAGES:
            return False
    return False


def _past_ending(stretch: Stretch, index: int) -> int:
    """Step over an ending that is glued to a number before its scale word: ``5-ти миллионов``."""
    tokens = stretch.tokens
    if not stretch.is_glued(index):
        return index
    if len(tokens[index].key) <= _SHORT_ENDING:
        token = tokens[index]
        is_ending = token.kind == WORD_KIND and token.key not in SCALES and token.key not in VULGAR
        if is_ending and stretch.words[index + 1] in SCALES:
            return index + 1  # 3х миллионов
    if index + 2 >= len(tokens) or tokens[index].key not in HYPHENS:
        return index
    ending = tokens[index + 1]
    is_ending = ending.kind == WORD_KIND and stretch.is_glued(index + 1) and len(ending.key) <= LONGEST_ENDING
    return index + 2 if is_ending and tokens[index + 2].key in SCALES and ending.key not in SCALES else index


def _is_scale_letter(stretch: Stretch, index: int) -> bool:
    """Whether the letter at *index* is a scale: glued to a number, or before a currency word."""
    if not stretch.is_number(index - 1):
        return False
    follower = index + 1
    if stretch.words[follower] == "." and stretch.is_glued(follower):
        return stretch.words[follower + 1] in CURRENCIES  # 10 т.тг
    return stretch.is_glued(index) or stretch.words[follower] in CURRENCIES


def _follows(value: Decimal, lowest: Decimal, language: str) -> bool:
    """Whether a number word adds to one before it: tens to hundreds, ones to tens (он екі)."""
    if not value or value >= lowest:
        return False
    if lowest >= _HUNDRED:
        return not lowest % _HUNDRED
    if lowest % _TEN or value >= _TEN:
        return False
    return lowest > _TEN or language not in WITH_ELEVEN


def _spelled_in(stretch: Stretch, index: int, language: str) -> _Words | None:  # noqa: C901, PLR0912 -- one pass over one number
    """Read number words of one language: value below a thousand or so, place, and the token behind."""
    tokens, words = stretch.tokens, NUMBERS[language]
    total: Decimal | None = None
    first = after = index
    lowest = _ABOVE_ALL
    place = 0
    while index < len(tokens):
        key = tokens[index].key
        if index > first and not stretch.is_near(index):
            break
        if key in PARTS:
            return _fraction_of_scale(stretch, index, total, place, language)
        if key in HALF and (total is None or index == after or tokens[index - 1].key in JOINTS):
            if total is None:
                return _half_alone(stretch, index, language)
            total, place, after = CONTEXT.add(total, _HALF), -1, index + 1
            while stretch.words[after] in PARTS_OF or stretch.words[after] in ARTICLES:
                after += 1
            break
        value = words.get(key)
        if value is None:
            if total is not None and (key in JOINTS or key in HYPHENS) and index - after < _JOINTS:
                index += 1
                continue
            if total is not None and key in POINT and index == after:
                return _spelled_fraction(stretch, index, total, language)
            break
        if value == _HUNDRED and total is not None and 1 <= total < _HUNDRED and lowest < _HUNDRED:
            if total >= _TEN and language != "en":
                return None
            total, lowest = total * value, value
        elif total is None:
            total, lowest = value, value
        elif _follows(value, lowest, language):
            total, lowest = total + value, value
        else:
            break
        exponent = int(value.as_tuple().exponent)
        place = min(place, exponent) if exponent < 0 else place
        index += 1
        after = index
    return None if total is None else _Words(total, place, after, language)


def _half_alone(stretch: Stretch, index: int, language: str) -> _Words | None:
    """Read a half before a scale word: ``half a billion``, ``жарым миллион``."""
    after = index + 1
    while stretch.words[after] in PARTS_OF or stretch.words[after] in ARTICLES:
        after += 1
    return _Words(_HALF, -1, after, language) if stretch.words[after] in SCALES else None


def _fraction_of_scale(
    stretch: Stretch, index: int, total: Decimal | None, place: int, language: str
) -> _Words | None:
    """Read quarters before a scale word: ``a quarter of a million``, ``three quarters of a billion``."""
    after = index + 1
    while stretch.words[after] in PARTS_OF or stretch.words[after] in ARTICLES:
        after += 1
    if stretch.words[after] not in SCALES or place:
        return None
    worth = PARTS[stretch.words[index]]
    value = worth if total is None else CONTEXT.multiply(total, worth)
    if total is not None and stretch.words[index - 1] in JOINTS and stretch.words[index - 1] not in ARTICLES:
        value = CONTEXT.add(total, worth)  # two and a quarter million
    elif total is not None and stretch.words[index - 2] in JOINTS:
        value = CONTEXT.add(total, worth)
    return _Words(value, int(value.as_tuple().exponent), after, language)


def _spelled_fraction(  # noqa: C901 -- the order of its words differs by language
    stretch: Stretch, index: int, whole: Decimal, language: str
) -> _Words | None:
    """Read what follows the word for the decimal point: ``бес БҮТІН оннан тоғыз``, ``one POINT six nine``."""
    while stretch.words[index] in POINT or stretch.words[index] in JOINTS:
        index += 1
    place = None
    words = NUMBERS[language]
    if stretch.words[index] in FRACTIONS:
        place = FRACTIONS[stretch.words[index]]
        index += 1
    elif stretch.words[index] in PARTS_OF and stretch.words[index + 1] in FRACTIONS:
        place = FRACTIONS[stretch.words[index + 1]]
        index += 2
    if stretch.words[index] not in words:
        return None
    digits = ""
    step = index
    while (digit := words.get(stretch.words[step])) is not None and digit < _TEN and stretch.is_near(step):
        digits += str(int(digit))
        step += 1
    if len(digits) > 1 and place is None:  # one point six nine: digit by digit
        return _Words(Decimal(f"{int(whole)}.{digits}"), -len(digits), step, language)
    tail = _spelled_in(stretch, index, language)
    if tail is None or tail.place:
        return None
    value, after = tail.value, tail.after
    if place is None and stretch.words[after] in FRACTIONS:
        place = FRACTIONS[stretch.words[after]]
        after += 1
    if place is None:
        place = -len(str(int(value)))
    if value >= 10**-place:
        return None
    return _Words(CONTEXT.add(whole, CONTEXT.scaleb(value, place)), place, after, language)
