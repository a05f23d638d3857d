"""What makes finding fast changes nothing: the plain ways, written out, are the oracle."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cafx.text import amounts, find_figures, finder, hedges, stretch
from cafx.text.amounts import amounts_of
from cafx.text.anchors import _has_number, _patterns, stretches
from cafx.text.context import _LETTERS, language_of
from cafx.text.digits import NUMBER
from cafx.text.hedges import hedge_length
from cafx.text.lexicon import AFTER, BEFORE, WORD_LANGUAGES
from cafx.text.tokens import NUMBER_KIND, SIGN_KIND, WORD_KIND, Pieces, Token, tokens_of
from cafx.text.words import FIVE, LANGUAGES
from figures_scorer import rows_of
from sentences import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from cafx.text import Figure
    from cafx.text.amount import Amount
    from cafx.text.stretch import Stretch

_SENTENCES = [example.sentence for example in EXAMPLES]
_WORDS = sorted({word for sentence in _SENTENCES for word in sentence.split()} | {*BEFORE, *AFTER})
_PIECES = [
    *(
        "5",
        "12",
        "1,5",
        "1.234",
        "1 000 000",
        "2029",
        "3х",
        "5-ти",
        ",",
        ".",
        ";",
        "(",
        ")",
        "%",
        "/",
        "=",
        ":",
    ),
    *("-", "–", "to", "from", "between", "and", "до", "от", "и", "за", "per", "people", "years", "лет", "GW"),
    *("$", "$5", "₸", "KZT", "T", "T5", "US$", "tenge", "тенге", "теңгеден", "som", "сом", "so‘m", "сомонӣ"),
    *("manat", "million", "млн", "тыс", "мың", "half", "a", "one", "two", "жарым", "$1", "dollars", "dirams"),
    *("us$5", "us$", "17", "000", "(5", "5).", "soʻm", "o‘", "5-17", "2029-жылга", "чейин", "and", "beş"),
    *("🙂", "İ", "ß", "Σ", "½", "_", "\u200b", "\u00a0", "\n", "\n\n", "٣"),
]
_PIECE = st.one_of(st.sampled_from(_PIECES), st.sampled_from(_WORDS), st.integers(0, 3000).map(str))
_TEXTS = st.builds(
    lambda pieces, gap: gap.join(pieces), st.lists(_PIECE, max_size=24), st.sampled_from([" ", " ", "", "\n"])
)
_MARKS = "'’‘ʻʼ`´ʹ′"
_PLAIN_TOKEN = re.compile(
    rf"([Uu][Ss]\$(?=[\s0-9])|[^\W\d_]+(?:[{_MARKS}][^\W\d_]+)*)|({NUMBER})|([^\w\s]|_)"
)


def _plain_tokens(text: str, start: int, end: int) -> list[Token]:
    """A match a token. The text is lowered at once: what a sigma becomes depends on the letters around it."""
    lowered = text.replace("İ", "I").lower()
    found = []
    for match in _PLAIN_TOKEN.finditer(text, start, end):
        kind = WORD_KIND if match[1] else NUMBER_KIND if match[2] else SIGN_KIND
        key = match[0]
        if kind == WORD_KIND:
            key = re.sub(f"[{_MARKS}]", "'", lowered[match.start() : match.end()])
        found.append(Token(kind, *match.span(), key))
    return found


def _plain_language(words: Iterable[str], text: str, languages: Iterable[str]) -> str:
    """Every word and every letter asked in turn."""
    votes = dict.fromkeys(languages, 0)
    spoken = [WORD_LANGUAGES.get(word, ()) for word in words if word[:1].isalnum()]
    for codes in (*spoken, *(_LETTERS.get(letter, ()) for letter in text)):
        for code in codes:
            if code in votes:
                votes[code] += 1
    best = max(votes, key=lambda code: votes[code])
    return best if votes[best] or len(votes) == 1 else "und"


def _plain_anchors(text: str, codes: frozenset[str]) -> list[int]:
    """Every expression over the whole text, whether it can match or not."""
    return [
        match.start() - shift
        for pattern, shift in _patterns(codes).values()
        for match in re.finditer(pattern, text)
        if _has_number(text, match.start() - shift, match.end())
    ]


def _plain_cut(text: str, start: int, end: int) -> Pieces:
    tokens = _plain_tokens(text, start, end)
    return Pieces(
        [token.key for token in tokens],
        [token.kind for token in tokens],
        [*(token.start for token in tokens), end],
        [token.end for token in tokens],
    )


def _plain_amounts(piece: Stretch) -> list[Amount]:
    """Read every number, also those that surely are no money."""
    return amounts_of(piece, is_thorough=True)


def _plainly(text: str, currencies: str | None) -> tuple[Figure, ...]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stretch, "cut", _plain_cut)
        patch.setattr(stretch, "language_of", _plain_language)
        patch.setattr(finder, "amounts_of", _plain_amounts)
        patch.setattr(amounts, "read_plain", lambda _piece, _index: None)
        patch.setattr(hedges, "_may_be_hedged", lambda _words, _amount: True)
        patch.setattr(amounts, "read_alone", lambda _piece, _index, _previous: None)
        return find_figures(text, currencies=currencies)


def _assert_same(text: str) -> None:
    for currencies in (None, "any"):
        assert find_figures(text, currencies=currencies) == _plainly(text, currencies)


@given(_TEXTS)
@example("5 sal kam $1")
@example("5 sal kam dollars")
@example("5 and above US$")
@settings(max_examples=1500, deadline=None)
def test_generated_text_is_read_as_the_plain_way_reads_it(text: str) -> None:
    _assert_same(text)


@given(st.one_of(_TEXTS, st.text()))
@example("to:Σ")
@settings(max_examples=300, deadline=None)
def test_a_stretch_is_cut_as_a_match_a_token_cuts_it(text: str) -> None:
    assert tokens_of(text, 0, len(text)) == _plain_tokens(text, 0, len(text))
    words = [token.key for token in tokens_of(text, 0, len(text))]
    codes = tuple(language.code for language in LANGUAGES)
    assert language_of(words, text, codes) == _plain_language(words, text, codes)


@given(_TEXTS)
@settings(max_examples=300, deadline=None)
def test_no_anchor_is_lost_by_looking_at_the_letters_first(text: str) -> None:
    found = list(stretches(text, FIVE))
    assert all(any(start <= place <= end for start, end in found) for place in _plain_anchors(text, FIVE))
    assert bool(found) == bool(_plain_anchors(text, FIVE))


@given(st.lists(st.sampled_from(sorted({word for phrase in BEFORE for word in phrase.split()})), max_size=7))
def test_the_longest_hedge_is_found(keys: list[str]) -> None:
    longest = max(
        (count for count in range(1, 8) if " ".join(keys[-count:]) in BEFORE and count <= len(keys)),
        default=0,
    )
    assert hedge_length(keys) == longest


@pytest.mark.parametrize(
    "text",
    [
        "KZT 5-10 people",  # the end of a range has no currency of its own
        "KZT 5 to 10 people",
        "between KZT 5 and 10 people",
        "KZT 5. - 10 people",
        "3х миллионов тенге",  # an ending is glued to the number
        "200-нан астам теңге",
        "5, one, and two tenge",  # a list of which the next entry is in words
        "bread – 13, rice – 20 somoni",
        "5; 6 million tenge",
        "86,000 kilometers, 5, 6 and 7 tenge",
        "in 2029, 13 million tenge",
        "5 people, 2 million, and 7 million tenge",
        "10 (ten) tenge",
        "$ 5 people",
        "Т500 people",
    ],
)
def test_numbers_beside_money_are_read_as_the_plain_way_reads_them(text: str) -> None:
    _assert_same(text)
    assert find_figures(text, currencies="any")


def test_the_sentences_of_every_language_are_read_as_the_plain_way_reads_them() -> None:
    for sentence in _SENTENCES:
        _assert_same(sentence)
    _assert_same(" ".join(_SENTENCES))


def test_shuffled_sentences_are_read_as_the_plain_way_reads_them() -> None:
    for text in _shuffled(_SENTENCES, 600):
        _assert_same(text)


def test_the_development_set_is_read_as_the_plain_way_reads_it(shared: Path) -> None:
    texts = [str(row["text"]) for row in rows_of(shared / "figures" / "dev.jsonl")]
    for text in (*texts, *_shuffled(texts, 400)):
        _assert_same(text)


def test_the_seed_documents_are_read_as_the_plain_way_reads_them(shared: Path) -> None:
    for path in sorted((shared / "seeds").rglob("*")):
        if path.is_file():
            _assert_same(path.read_text(errors="replace")[:300_000])


def _shuffled(texts: list[str], count: int) -> Iterator[str]:
    """Give texts of two halves that were written apart: what stands beside a figure changes."""
    dice = random.Random(5)  # noqa: S311 -- a text, no secret
    for _ in range(count):
        first, second = (dice.choice(texts).split(" ") for _ in range(2))
        words = first[: dice.randint(0, len(first))] + second[dice.randint(0, len(second)) :]
        yield " ".join(words)
