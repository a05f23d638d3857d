"""Whole numbers written out in words, in every language: an independent way to say what is read back.

Each writer works from the grammar of its language, not from the tables of the package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["FORMS", "Form", "grid"]


class Form(NamedTuple):
    """A language in one of its cases: how a number is written, and a sentence to put it in."""

    language: str
    name: str
    write: Callable[[int], str]
    #: With ``{}`` where the words stand; the currency is in it.
    sentence: str
    currency: str


def grid() -> Iterator[int]:
    """Return numbers from ten thousand to ten trillions: round ones, crooked ones, ones with gaps."""
    for power in range(4, 14):
        for lead in (1, 2, 3, 5, 7, 12, 21, 40, 99, 100, 105, 118, 250, 340, 999):
            value = lead * 10**power
            if value <= 10**13:
                yield value
    for millions in (1, 2, 5, 11, 21, 104, 999):
        for thousands in (0, 1, 2, 15, 321):
            for ones in (0, 1, 7, 60, 412):
                yield millions * 10**6 + thousands * 10**3 + ones
                yield millions * 10**9 + thousands * 10**6 + ones * 10**3
                yield millions * 10**12 // 1000 + thousands * 10**3 + ones
    yield from (1_234_567_890, 9_876_543_210_000, 10**13, 7_000_000_000_001)


def _groups(number: int) -> list[tuple[int, int]]:
    """Cut a number into groups of three digits with their powers, the highest first, empty ones left out."""
    powers = (12, 9, 6, 3, 0)
    return [(number // 10**power % (10**3 if power < 12 else 10**6), power) for power in powers
            if number // 10**power % (10**3 if power < 12 else 10**6)]  # fmt: skip


# English

_EN_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_EN_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
_EN_SCALES = {3: "thousand", 6: "million", 9: "billion", 12: "trillion"}


def _english_group(number: int, joint: str) -> str:
    hundreds, rest = divmod(number, 100)
    words = [f"{_EN_ONES[hundreds]} hundred"] if hundreds else []
    if rest:
        tens, ones = divmod(rest, 10)
        small = _EN_ONES[rest] if rest < 20 else _EN_TENS[tens] + (f"-{_EN_ONES[ones]}" if ones else "")
        words.append(f"{joint}{small}" if hundreds else small)
    return " ".join(words)


def _english(number: int, *, joint: str, comma: str) -> str:
    groups = _groups(number)
    said = [
        " ".join(filter(None, (_english_group(group, joint), _EN_SCALES.get(power))))
        for group, power in groups
    ]
    if len(groups) > 1 and groups[-1][1] == 0 and groups[-1][0] < 100 and joint:
        return comma.join(said[:-1]) + f" {joint}{said[-1]}"
    return comma.join(said)


# Russian

_RU_ONES = {
    "nominative": "ноль один два три четыре пять шесть семь восемь девять",
    "genitive": "нуля одного двух трёх четырёх пяти шести семи восьми девяти",
    "dative": "нулю одному двум трём четырём пяти шести семи восьми девяти",
}
_RU_FEMININE = {
    "nominative": {1: "одна", 2: "две"},
    "genitive": {1: "одной"},
    "dative": {1: "одной"},
}
_RU_TEENS = (
    "десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат"
).split()
_RU_TENS = {
    "nominative": "_ _ двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
    "genitive": "_ _ двадцати тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяноста",
    "dative": "_ _ двадцати тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяноста",
}
_RU_HUNDREDS = {
    "nominative": "_ сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
    "genitive": "_ ста двухсот трёхсот четырёхсот пятисот шестисот семисот восьмисот девятисот",
    "dative": "_ ста двумстам трёмстам четырёмстам пятистам шестистам семистам восьмистам девятистам",
}
# One, two to four, five and more.
_RU_SCALES = {
    "nominative": {
        3: ("тысяча", "тысячи", "тысяч"),
        6: ("миллион", "миллиона", "миллионов"),
        9: ("миллиард", "миллиарда", "миллиардов"),
        12: ("триллион", "триллиона", "триллионов"),
    },
    "genitive": {
        3: ("тысячи", "тысяч", "тысяч"),
        6: ("миллиона", "миллионов", "миллионов"),
        9: ("миллиарда", "миллиардов", "миллиардов"),
        12: ("триллиона", "триллионов", "триллионов"),
    },
    "dative": {
        3: ("тысяче", "тысячам", "тысячам"),
        6: ("миллиону", "миллионам", "миллионам"),
        9: ("миллиарду", "миллиардам", "миллиардам"),
        12: ("триллиону", "триллионам", "триллионам"),
    },
}


def _russian_group(number: int, case: str, *, is_feminine: bool) -> str:
    hundreds, rest = divmod(number, 100)
    words = [_RU_HUNDREDS[case].split()[hundreds]] if hundreds else []
    if 10 <= rest < 20:
        words.append(_RU_TEENS[rest - 10] + ("ь" if case == "nominative" else "и"))
    else:
        tens, ones = divmod(rest, 10)
        if tens:
            words.append(_RU_TENS[case].split()[tens])
        if ones:
            feminine = _RU_FEMININE[case].get(ones) if is_feminine else None
            words.append(feminine or _RU_ONES[case].split()[ones])
    return " ".join(words)


def _russian(number: int, case: str) -> str:
    said = []
    for group, power in _groups(number):
        said.append(_russian_group(group, case, is_feminine=power == 3))
        if power:
            last = group % 100
            form = 2 if 10 < last < 20 or not 0 < last % 10 < 5 else 0 if last % 10 == 1 else 1
            said.append(_RU_SCALES[case][power][form])
    return " ".join(said)


# The Turkic languages count alike: ones, tens, hundreds, all words apart; an ending goes to the last word.


class _Turkic(NamedTuple):
    ones: str
    tens: str
    hundred: str
    scales: dict[int, str]

    def write(self, number: int, *, bare_one: bool = False) -> str:
        said: list[str] = []
        ones, tens = self.ones.split(), self.tens.split()
        for group, power in _groups(number):
            hundreds, rest = divmod(group, 100)
            if hundreds:
                said += [*([] if hundreds == 1 and bare_one else [ones[hundreds]]), self.hundred]
            if rest // 10:
                said.append(tens[rest // 10])
            if rest % 10 and not (group == 1 and power == 3 and bare_one):
                said.append(ones[rest % 10])
            if power:
                said.append(self.scales[power])
        return " ".join(said)


_KAZAKH = _Turkic(
    "нөл бір екі үш төрт бес алты жеті сегіз тоғыз",
    "_ он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан",
    "жүз",
    {3: "мың", 6: "миллион", 9: "миллиард", 12: "триллион"},
)
_KAZAKH_LATIN = _Turkic(
    "nól bir eki úsh tórt bes alty jeti segiz toǵyz",
    "_ on jıyrma otyz qyryq elý alpys jetpis seksen toqsan",
    "júz",
    {3: "myń", 6: "mıllıon", 9: "mıllıard", 12: "trıllıon"},
)
_KYRGYZ = _Turkic(
    "нөл бир эки үч төрт беш алты жети сегиз тогуз",
    "_ он жыйырма отуз кырк элүү алтымыш жетимиш сексен токсон",
    "жүз",
    {3: "миң", 6: "миллион", 9: "миллиард", 12: "триллион"},
)
_UZBEK_LATIN = _Turkic(
    "nol bir ikki uch to‘rt besh olti yetti sakkiz to‘qqiz",
    "_ o‘n yigirma o‘ttiz qirq ellik oltmish yetmish sakson to‘qson",
    "yuz",
    {3: "ming", 6: "million", 9: "milliard", 12: "trillion"},
)
_UZBEK_CYRILLIC = _Turkic(
    "нол бир икки уч тўрт беш олти етти саккиз тўққиз",
    "_ ўн йигирма ўттиз қирқ эллик олтмиш етмиш саксон тўқсон",
    "юз",
    {3: "минг", 6: "миллион", 9: "миллиард", 12: "триллион"},
)
_TURKMEN = _Turkic(
    "nol bir iki üç dört bäş alty ýedi sekiz dokuz",
    "_ on ýigrimi otuz kyrk elli altmyş ýetmiş segsen togsan",
    "ýüz",
    {3: "müň", 6: "million", 9: "milliard", 12: "trillion"},
)
_KAZAKH_ARABIC = _Turkic(
    "نول ءبىر ەكى ءۇش تورت بەس التى جەتى سەگىز توعىز",
    "_ ون جيىرما وتىز قىرىق ەلۋ الپىس جەتپىس سەكسەن توقسان",
    "ءجۇز",
    {3: "مىڭ", 6: "ميلليون", 9: "ميلليارد", 12: "تريلليون"},
)

# Tajik: every part but the last takes -у (-ю after a vowel).

_TG_ONES = (
    "сифр як ду се чор панҷ шаш ҳафт ҳашт нӯҳ даҳ ёздаҳ дувоздаҳ сенздаҳ чордаҳ понздаҳ шонздаҳ ҳабдаҳ "
    "ҳаждаҳ нуздаҳ"
).split()
_TG_TENS = "_ _ бист сӣ чил панҷоҳ шаст ҳафтод ҳаштод навад".split()
_TG_HUNDREDS = "_ сад дусад сесад чорсад панҷсад шашсад ҳафтсад ҳаштсад нӯҳсад".split()
_TG_SCALES = {3: "ҳазор", 6: "миллион", 9: "миллиард", 12: "триллион"}


def _tajik(number: int, *, hundred: str = "сад", joint: str = "у") -> str:
    words: list[str] = []
    for group, power in _groups(number):
        hundreds, rest = divmod(group, 100)
        parts = [hundred if hundreds == 1 else _TG_HUNDREDS[hundreds]] if hundreds else []
        if rest:
            parts += [_TG_ONES[rest]] if rest < 20 else [_TG_TENS[rest // 10]]
            if rest >= 20 and rest % 10:
                parts.append(_TG_ONES[rest % 10])
        words += [_tajik_joined(part, joint) for part in parts[:-1]]
        words.append(parts[-1] + (f" {_TG_SCALES[power]}" if power else ""))
        words[-1] = _tajik_joined(words[-1], joint)
    words[-1] = words[-1].removesuffix("ву" if words[-1].endswith("ӣву") else joint) if joint else words[-1]
    if words[-1].endswith("си"):
        words[-1] = words[-1][:-1] + "ӣ"
    return " ".join(words)


def _tajik_joined(word: str, joint: str) -> str:
    if not joint:
        return word
    return word[:-1] + "ию" if word.endswith("ӣ") else word + joint


def _tajik_plain(number: int) -> str:
    return _tajik(number, hundred="яксад")


FORMS: tuple[Form, ...] = (
    Form(
        "en",
        "british",
        lambda n: _english(n, joint="and ", comma=", "),
        "The family was paid {} tenge on Monday.",
        "KZT",
    ),
    Form(
        "en",
        "american",
        lambda n: _english(n, joint="", comma=" "),
        "It cost {} somoni, the owner said.",
        "TJS",
    ),
    Form("ru", "nominative", lambda n: _russian(n, "nominative"), "Суд взыскал с завода {} тенге.", "KZT"),
    Form("ru", "genitive", lambda n: _russian(n, "genitive"), "Ущерб достиг {} тенге.", "KZT"),
    Form("ru", "dative", lambda n: _russian(n, "dative"), "Сумма равна {} сомони.", "TJS"),
    Form("kk", "nominative", _KAZAKH.write, "Ол былтыр {} теңге алды.", "KZT"),
    Form("kk", "ablative", lambda n: _KAZAKH.write(n, bare_one=True), "Шығын {} теңгеден асты.", "KZT"),
    Form("kk-Latn", "nominative", _KAZAKH_LATIN.write, "Ol byltyr {} teńge aldy.", "KZT"),
    Form("kk-Arab", "nominative", _KAZAKH_ARABIC.write, "ول بىلتىر {} تەڭگە الدى.", "KZT"),
    Form("ky", "nominative", _KYRGYZ.write, "Ал банктан {} сом насыя алды.", "KGS"),
    Form("ky", "ablative", lambda n: _KYRGYZ.write(n, bare_one=True), "Чыгым {} сомдон ашты.", "KGS"),
    Form("uz-Latn", "nominative", _UZBEK_LATIN.write, "U bankdan {} so‘m kredit oldi.", "UZS"),
    Form(
        "uz-Latn",
        "accusative",
        lambda n: _UZBEK_LATIN.write(n, bare_one=True),
        "Kecha {} so‘mni qaytardi.",
        "UZS",
    ),
    Form(
        "uz-Latn", "plain", lambda n: _UZBEK_LATIN.write(n).replace("‘", ""), "Unga {} so'm berildi.", "UZS"
    ),
    Form("uz-Cyrl", "nominative", _UZBEK_CYRILLIC.write, "У банкдан {} сўм кредит олди.", "UZS"),
    Form(
        "uz-Cyrl",
        "ablative",
        lambda n: _UZBEK_CYRILLIC.write(n, bare_one=True),
        "Зарар {} сўмдан ошди.",
        "UZS",
    ),
    Form("tg", "joined", _tajik, "Ӯ аз бонк {} сомонӣ қарз гирифт.", "TJS"),
    Form("tg", "one hundred", _tajik_plain, "Маблағ {} сомониро ташкил дод.", "TJS"),
    Form("tk", "nominative", _TURKMEN.write, "Ol bankdan {} manat karz aldy.", "TMT"),
    Form("tk", "ablative", lambda n: _TURKMEN.write(n, bare_one=True), "Çykdajy {} manatdan geçdi.", "TMT"),
)
