"""``Stretch``: a piece of text that is read at once, cut into tokens, with what is known of it."""

from __future__ import annotations

from typing import Final

from cafx.text.context import Places, language_of
from cafx.text.lexicon import DECIMAL_COMMA, HYPHENS, OPENERS
from cafx.text.tokens import NUMBER_KIND, WORD_KIND, Token, cut, zipped

__all__ = ["Stretch"]

_LONGEST_GAP: Final = 3
_REACH: Final = 24
_HOURS, _MINUTES, _DIGITS_OF_MINUTES = 24, 60, 2
_NO_WORDS: Final = ("",) * _REACH
_NO_KINDS: Final = (0,) * _REACH
#: What stands for a token before the first and behind the last one.
_NOTHING: Final = Token(0, -1, -1, "")


class Stretch:
    """A piece of text with its tokens, its language, and the countries that the whole text names."""

    __slots__ = (
        "_tokens",
        "count",
        "decimal_comma",
        "end",
        "ends",
        "kinds",
        "language",
        "openers",
        "places",
        "start",
        "starts",
        "text",
        "words",
    )

    def __init__(self, text: str, start: int, end: int, places: Places, languages: tuple[str, ...]) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.places = places
        keys, kinds, self.starts, self.ends = cut(text, start, end)
        #: The number of tokens, and their places.
        self.count = len(keys)
        self._tokens: list[Token] | None = None
        #: The keys and kinds of the tokens, with nothing before the first and behind the last: an index may
        #: reach past either end by as many places as a rule looks ahead.
        self.words: list[str] = [*keys, *_NO_WORDS]
        self.kinds: list[int] = [*kinds, *_NO_KINDS]
        self.language = language_of(keys, text[start:end], languages)
        self.decimal_comma = DECIMAL_COMMA.get(self.language, True)
        self.openers = OPENERS[self.language]

    @property
    def tokens(self) -> list[Token]:
        """The tokens; most stretches are read without them, by the words and kinds alone."""
        if self._tokens is None:
            self._tokens = zipped(self.words, self.kinds, self.starts, self.ends)
        return self._tokens

    def at(self, index: int) -> Token:
        """Return the token at *index*; one without a kind or a key beyond either end."""
        return self.tokens[index] if 0 <= index < self.count else _NOTHING

    def between(self, start: int, end: int) -> list[Token]:
        """Return the tokens from *start*, which is none before the first, to before *end*."""
        end = min(end, self.count)
        cut_out = slice(start, end)
        return zipped(self.words[cut_out], self.kinds[cut_out], self.starts[cut_out], self.ends[cut_out])

    def key(self, index: int) -> str:
        """Return the key of the token at *index*; empty beyond either end."""
        return self.words[index] if -1 <= index < self.count else ""

    def keys(self, start: int, end: int) -> list[str]:
        """Return the keys of the tokens from *start* to before *end*."""
        end = min(end, self.count)
        return self.words[max(start, 0) : end] if end > 0 else []

    def printed(self, first: int, last: int) -> str:
        """Return the text from the token *first* to the end of the token *last*."""
        return self.text[self.starts[first] : self.ends[last]]

    def is_word(self, index: int) -> bool:
        """Whether a word stands at *index*."""
        return self.kinds[index] == WORD_KIND

    def is_number(self, index: int) -> bool:
        """Whether a number in digits stands at *index*."""
        return self.kinds[index] == NUMBER_KIND

    def is_glued(self, index: int) -> bool:
        """Whether nothing parts the token at *index* from the one before it."""
        return 0 < index < self.count and self.ends[index - 1] == self.starts[index]

    def is_near(self, index: int, *, newline: bool = False) -> bool:
        """Whether at most a few spaces (or one line end) part a token from the one before it."""
        if not 0 < index < self.count:
            return False
        start, end = self.ends[index - 1], self.starts[index]
        if newline and end - start <= 1:  # a single space, nearly always
            return True
        gap = self.text[start:end]
        return len(gap) <= _LONGEST_GAP and ("\n" not in gap or (newline and gap.count("\n") == 1))

    def starts_line(self, index: int) -> bool:
        """Whether the token at *index* is the first of its line."""
        if index <= 0:
            return True
        return "\n" in self.text[self.ends[index - 1] : self.starts[index]]

    def is_time(self, index: int) -> bool:
        """Whether a colon at *index* joins the hours and minutes of a day: ``18:00``; ``1:12`` is a ratio."""
        if self.key(index) != ":" or not (self.is_glued(index) and self.is_glued(index + 1)):
            return False
        hours, minutes = self.key(index - 1), self.key(index + 1)
        if not (hours.isdecimal() and minutes.isdecimal() and len(minutes) == _DIGITS_OF_MINUTES):
            return False
        return 1 < int(hours) <= _HOURS and int(minutes) < _MINUTES

    def is_hyphenated(self, index: int) -> bool:
        """Whether a hyphen at *index* is glued to both of its neighbours."""
        return self.key(index) in HYPHENS and self.is_glued(index) and self.is_glued(index + 1)
