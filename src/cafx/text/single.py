"""A text that is one amount of money, as a form or a command line gives it: ``parse_money``.

Most such texts are digits, at most one scale word and one word or code of money. Whose word it is says the
table of its language alone, so that they are read without the grammar, whose tables and expressions cost a
process that reads one amount more than all the rest of its work. What is not surely of that kind is left
to the grammar, which reads the same figures of it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from cafx.core.currency import KNOWN
from cafx.core.decimals import CONTEXT
from cafx.core.text import printable
from cafx.errors import ParseError
from cafx.text.digits import half_step, read_number, scaled
from cafx.text.figure import figure_of
from cafx.text.words import ANY, LANGUAGES
from cafx.text.words.fields import evidence_of, is_telling
from cafx.text.words.shared import SHARED, countries_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

    from cafx.text.figure import Figure
    from cafx.text.words import Language

__all__ = ["lone_figure", "parse_money"]

#: More digits than that no amount has; the grammar has its own bound.
_MAX_DIGITS: Final = 15
_GROUP: Final = 3
_FIRST: Final = "123456789"
_MARKS: Final = str.maketrans(",", ".")
_APOSTROPHES: Final = str.maketrans(dict.fromkeys("’‘ʻʼ`", "'"))
#: A scale word and a word of money.
_MOST_WORDS: Final = 2
#: Words of money that are words of other things too: a sum of 20, the catfish.
_OTHER_THINGS: Final = frozenset(("sum", "sums"))

#: A power of ten or the code of a currency, and the languages that the word speaks for.
_Sense: TypeAlias = "tuple[int, str, tuple[str, ...]]"
_NONE: Final[_Sense] = 0, "", ()


def parse_money(text: str, *, strict: bool = False) -> Figure:
    """Return the one figure that *text* is.

    Args:
        text: a text that holds one amount, such as ``13 trillion tenge``.
        strict: refuse what can be read in two ways (``100 som`` of which country, ``1.234 tenge``)
            and name the readings.

    Raises:
        ParseError: it holds none, or more than one, or one that is not read whole (the message names the
            currency or the fraction that is not read); or, if *strict*, one of two readings.

    >>> parse_money("13 trillion tenge").money
    Money('13000000000000', 'KZT')
    >>> parse_money("a lot of tenge")
    Traceback (most recent call last):
    cafx.errors.ParseError: 'a lot of tenge' holds no amount of money: write it as '13 trillion tenge'
    >>> parse_money("1/2 tenge")
    Traceback (most recent call last):
    cafx.errors.ParseError: '1/2 tenge' has the fraction '1/2', which is not read: write decimals, such as 0.5
    >>> parse_money("100 som", strict=True)
    Traceback (most recent call last):
    cafx.errors.ParseError: '100 som' can be 100 KGS or 100 UZS: write the code
    """
    lone = None if strict else lone_figure(text)
    return _read_whole(text, strict=strict) if lone is None else lone


def _read_whole(text: str, *, strict: bool) -> Figure:
    """Return the one figure that the grammar finds in *text*, which holds nothing else."""
    from cafx.text.finder import find_figures
    from cafx.text.refusals import refuse_doubt, refuse_rest, why_none

    found = find_figures(text) or find_figures(text, currencies="any")
    if len(found) == 1:
        refuse_rest(text, found[0])
        if strict:
            refuse_doubt(text, found[0])
        return found[0]
    if not found:
        message = why_none(text, ANY)
    else:
        message = f"{printable(text)} holds {len(found)} amounts of money: pass one of them"
    raise ParseError(message, text=text[:40])


def lone_figure(text: str) -> Figure | None:
    """Return the figure that *text* is; None where it is not surely one amount in its plainest form.

    That is digits, parted by single spaces from at most one scale word and a word of money in small letters
    or an ISO code, each of which means that and nothing else in every language that has it.

    >>> str(lone_figure("13 trillion tenge")), str(lone_figure("450 000 KZT"))
    ('13,000,000,000,000 KZT', '450,000 KZT')
    >>> lone_figure("about 13 trillion tenge"), lone_figure("20 sum")
    (None, None)
    """
    if not isinstance(text, str) or text[:1] not in _FIRST:
        return None
    parts = text.split(" ")
    count = _parts_of_number(parts)
    words = parts[count:]
    if not count or not 0 < len(words) <= _MOST_WORDS:
        return None
    senses = [_sense_of(word) for word in words]
    power, code, votes = senses[-1] or _NONE
    if len(words) == _MOST_WORDS:
        scale, _, more = senses[0] or _NONE
        if not scale:
            return None
        power, votes = scale, more + votes
    language = _language_of(text, votes)
    if code in SHARED:  # a plain amount names no country
        code = countries_of(code, language)[0]
    if code not in ANY:
        return None
    number = " ".join(parts[:count])
    reading = read_number(number, decimal_comma=_has_decimal_comma(language), has_scale=power > 0)
    if reading is None:
        return None
    value, doubt = scaled(reading.value, power), half_step(reading.place + power)
    return figure_of(
        text=text,
        start=0,
        end=len(text),
        currency=KNOWN[code],
        amount=value,
        top=None,
        low=CONTEXT.subtract(value, doubt),
        high=CONTEXT.add(value, doubt),
        hedging=(None, None),
        per=None,
        language=language,
        stated=None,
    )


def _parts_of_number(parts: Sequence[str]) -> int:
    """Return how many of *parts* are a number: one, or groups of three behind the first; 0 if any is odd."""
    count = next((index for index, part in enumerate(parts) if not part[:1].isdigit()), len(parts))
    number = parts[:count]
    digits = "".join(number)
    if not digits.isascii() or len(digits) > _MAX_DIGITS:
        return 0
    if count == 1:
        return int(all(map(str.isdecimal, digits.translate(_MARKS).split("."))))
    is_grouped = len(parts[0]) <= _GROUP and all(len(part) == _GROUP for part in number[1:])
    return count if is_grouped and digits.isdecimal() else 0


@lru_cache(maxsize=1024)
def _sense_of(word: str) -> _Sense | None:
    """Return the power of ten or the code that *word* stands for; None where that is not all it can be."""
    small = word.lower()
    key = small.translate(_APOSTROPHES)
    if not all(map(str.isalpha, key.split("'"))) or key in _OTHER_THINGS:
        return None
    powers = {language.scales[key] for language in LANGUAGES if key in language.scales}
    codes = {code for language in LANGUAGES for code in _codes_of(key, language)}
    is_code = codes == {key.upper()} and len(key) == _GROUP
    if len(powers) + len(codes) != 1 or (word != small and not (is_code and word.isupper())):
        return None
    if any(_has_other_sense(key, language) for language in LANGUAGES):
        return None
    spoken = tuple(language.code for language in LANGUAGES if key in evidence_of(language))
    return max(powers, default=0), max(codes, default=""), spoken if is_telling(key, spoken) else ()


def _codes_of(word: str, language: Language) -> Iterator[str]:
    for code, words in language.currencies.items():
        if word in words and word in words.split():
            yield code


def _has_other_sense(word: str, language: Language) -> bool:
    """Whether *word* is more in a language: a number, a half, an article, or in a case that hedges."""
    if word in language.numbers or word in language.parts:
        return True
    others = language.half, language.joints, language.articles, language.hundred, language.fillers
    if any(word in words and word in words.split() for words in others):
        return True
    return word.endswith(tuple(f"{language.about_endings} {language.until}".split()))


def _language_of(text: str, votes: Sequence[str]) -> str:
    """Return the language of *text*, as ``context.language_of`` tells it by telling words and letters."""
    counts = {language.code: votes.count(language.code) for language in LANGUAGES}
    if not text.isascii():
        for language in LANGUAGES:
            counts[language.code] += sum(map(language.letters.count, text))
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] else "und"


def _has_decimal_comma(language: str) -> bool:
    return next((known.decimal_comma for known in LANGUAGES if known.code == language), True)
