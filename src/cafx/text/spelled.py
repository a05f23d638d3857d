"""Numbers in words below a scale word, of one language at a time: ``two hundred and five``."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.core.decimals import CONTEXT
from cafx.text.lexicon import (
    ABLATIVE_NUMBERS,
    AMBIGUOUS,
    ARTICLES,
    FRACTIONS,
    HALF,
    HYPHENS,
    JOINTS,
    NUMBER_LANGUAGES,
    NUMBERS,
    PARTS,
    PARTS_OF,
    POINT,
    SCALES,
    WITH_ELEVEN,
)

if TYPE_CHECKING:
    from cafx.text.stretch import Stretch

__all__ = ["Words", "is_next_of_two", "languages_of", "spelled"]

_HALF: Final = Decimal("0.5")
#: At most two words join a half to its number: two AND A half.
_JOINTS: Final = 2
_ABOVE_ALL: Final = Decimal(10**15)
_TEN: Final = 10
_HUNDRED: Final = 100


class Words(NamedTuple):
    """Number words below a scale word: ``two hundred and five``."""

    value: Decimal
    place: int
    after: int
    language: str


def spelled(stretch: Stretch, index: int, *, is_first: bool = True) -> Words | None:
    """Read number words from *index* in the language that reads the most of them."""
    best: Words | None = None
    key = stretch.words[index]
    for language in languages_of(stretch, index, key) if is_first else NUMBER_LANGUAGES.get(key, ()):
        read = _spelled_in(stretch, index, language)
        if read is not None and (
            best is None
            or read.after > best.after
            or (read.after == best.after and language == stretch.language)
        ):
            best = read
    return best


def languages_of(stretch: Stretch, index: int, key: str) -> tuple[str, ...]:
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


def is_next_of_two(stretch: Stretch, index: int, following: int) -> bool:
    """Whether two number words that a hyphen parts are two numbers: ``five-six``; not ``twenty-five``."""
    first, second = stretch.words[index], stretch.words[following]
    if first in HALF:
        return second in NUMBER_LANGUAGES
    for language in NUMBER_LANGUAGES.get(first, ()):
        one, other = NUMBERS[language][first], NUMBERS[language].get(second)
        if other is None:
            continue
        is_counted = other >= _HUNDRED and one < _TEN  # five hundred, with a hyphen
        is_pair = not is_counted and not _follows(other, one, language)
        return is_pair or _counts_hundreds(stretch, index, following, language)
    return False


def _counts_hundreds(stretch: Stretch, index: int, following: int, language: str) -> bool:
    """Whether hundreds stand on both sides of a hyphen, so that they are two numbers: икки юз-уч юз."""
    words = NUMBERS[language]
    is_counted = words.get(stretch.words[following + 1]) == _HUNDRED
    return is_counted and words.get(stretch.words[index], 0) == _HUNDRED


def _follows(value: Decimal, lowest: Decimal, language: str) -> bool:
    """Whether a number word adds to one before it: tens to hundreds, ones to tens (он екі)."""
    if not value or value >= lowest:
        return False
    if lowest >= _HUNDRED:
        return not lowest % _HUNDRED
    if lowest % _TEN or value >= _TEN:
        return False
    return lowest > _TEN or language not in WITH_ELEVEN


def _spelled_in(stretch: Stretch, index: int, language: str) -> Words | None:  # noqa: C901, PLR0912 -- one pass over one number
    """Read number words of one language: value below a thousand or so, place, and the token behind."""
    tokens, words = stretch.words, NUMBERS[language]
    total: Decimal | None = None
    first = after = index
    lowest = _ABOVE_ALL
    place = 0
    while index < stretch.count:
        key = tokens[index]
        if index > first and not stretch.is_near(index):
            break
        if key in PARTS:
            return _fraction_of_scale(stretch, index, total, place, language)
        if key in HALF and (total is None or index == after or tokens[index - 1] in JOINTS):
            if total is None:
                return _half_alone(stretch, index, language)
            return Words(CONTEXT.add(total, _HALF), -1, _past_of(stretch, index + 1), language)
        value = words.get(key)
        if value is None and index == after and total is not None:
            half = _hyphenated_half(stretch, index)
            if half:
                return Words(CONTEXT.add(total, _HALF), -1, half, language)
        if value is None:
            if total is not None and (key in JOINTS or key in HYPHENS) and index - after < _JOINTS:
                index += 1
                continue
            if total is not None and key in POINT and index == after:
                return _spelled_fraction(stretch, index, total, language)
            break
        if (
            index > after
            and stretch.words[index - 1] in HYPHENS
            and _counts_hundreds(stretch, index - 2, index, language)
        ):
            break
        if value == _HUNDRED and total is not None and 1 <= total < _HUNDRED and lowest < _HUNDRED:
            if total >= _TEN and language != "en":
                if stretch.words[index - 1] in HYPHENS:  # елу-жүз мың: from fifty to a hundred
                    break
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
        if key in ABLATIVE_NUMBERS:
            break
    return None if total is None else Words(total, place, after, language)


def _past_of(stretch: Stretch, index: int) -> int:
    """Step over what joins a part to its scale word: a quarter OF A million."""
    while stretch.words[index] in PARTS_OF or stretch.words[index] in ARTICLES:
        index += 1
    return index


def _hyphenated_half(stretch: Stretch, index: int) -> int:
    """Step over a half that hyphens join to its number: ``two-and-a-half``; 0 where there is none."""
    step = index
    while stretch.words[step] in HYPHENS and stretch.is_glued(step) and stretch.words[step + 1] in JOINTS:
        step += 2
    is_half = step > index and stretch.words[step] in HYPHENS and stretch.words[step + 1] in HALF
    return step + 2 if is_half else 0


def _half_alone(stretch: Stretch, index: int, language: str) -> Words | None:
    """Read a half before a scale word: ``half a billion``, ``half-billion``, ``жарым миллион``."""
    is_hyphenated = stretch.words[index + 1] in HYPHENS and stretch.is_glued(index + 1)
    after = _past_of(stretch, index + 1 + is_hyphenated)
    return Words(_HALF, -1, after, language) if stretch.words[after] in SCALES else None


def _fraction_of_scale(
    stretch: Stretch, index: int, total: Decimal | None, place: int, language: str
) -> Words | None:
    """Read quarters before a scale word: ``a quarter of a million``, ``three quarters of a billion``."""
    is_hyphenated = stretch.words[index + 1] in HYPHENS and stretch.is_glued(index + 1)
    after = _past_of(stretch, index + 1 + is_hyphenated)
    if stretch.words[after] not in SCALES or place:
        return None
    worth = PARTS[stretch.words[index]]
    value = worth if total is None else CONTEXT.multiply(total, worth)
    if total is not None and stretch.words[index - 1] in JOINTS and stretch.words[index - 1] not in ARTICLES:
        value = CONTEXT.add(total, worth)  # two and a quarter million
    elif total is not None and stretch.words[index - 2] in JOINTS:
        value = CONTEXT.add(total, worth)
    return Words(value, int(value.as_tuple().exponent), after, language)


def _spelled_fraction(  # noqa: C901 -- the order of its words differs by language
    stretch: Stretch, index: int, whole: Decimal, language: str
) -> Words | None:
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
        return Words(Decimal(f"{int(whole)}.{digits}"), -len(digits), step, language)
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
    return Words(CONTEXT.add(whole, CONTEXT.scaleb(value, place)), place, after, language)
