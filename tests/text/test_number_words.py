"""Numbers in words read back to themselves, in full sentences and without a hint of the language."""

from __future__ import annotations

import os

import pytest

from cafx.text import find_figures
from number_words import FORMS, Form, grid

#: The two forms of each language that every run reads; ``make test-words`` reads all.
_USUAL = {
    ("en", "british"), ("en", "american"), ("ru", "nominative"), ("ru", "genitive"), ("kk", "nominative"),
    ("kk", "ablative"), ("kk-Latn", "nominative"), ("kk-Arab", "nominative"), ("ky", "nominative"),
    ("ky", "ablative"), ("uz-Latn", "nominative"), ("uz-Latn", "plain"), ("uz-Cyrl", "nominative"),
    ("uz-Cyrl", "ablative"), ("tg", "joined"), ("tg", "one hundred"), ("tk", "nominative"),
    ("tk", "ablative"),
}  # fmt: skip
_IS_WHOLE = os.environ.get("CAFX_WORDS") == "all"
_FORMS = [form for form in FORMS if _IS_WHOLE or (form.language, form.name) in _USUAL]


def _numbers() -> list[int]:
    return [*range(1, 10_000), *grid()]


@pytest.mark.parametrize("form", _FORMS, ids=lambda form: f"{form.language} {form.name}")
def test_a_number_in_words_reads_back_to_itself(form: Form) -> None:
    wrong = []
    for number in _numbers():
        words = form.write(number)
        sentence = form.sentence.format(words)
        found = [(figure.amount, figure.currency) for figure in find_figures(sentence)]
        if found != [(number, form.currency)]:
            wrong.append((number, sentence, found))
    assert not wrong, wrong[:5]


def test_every_language_has_two_forms_in_every_run() -> None:
    languages = {form.language.partition("-")[0] for form in FORMS}
    assert languages == {"en", "ru", "kk", "ky", "uz", "tg", "tk"}
    for language in languages:
        assert sum(code.partition("-")[0] == language for code, _ in _USUAL) >= 2, language
