"""The words by which texts speak of rates, of all languages: nouns, verbs of price, sides and speakers."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from cafx.text.lexicon import CURRENCIES, PER, stems_of, words_of
from cafx.text.words import LANGUAGES

__all__ = [
    "AGAIN",
    "ASKING",
    "ATTRIBUTED",
    "AT_HOME",
    "AVERAGE",
    "BEFORE_LEVELS",
    "BEFORE_PRICES",
    "BEFORE_YEARS",
    "BLACK_MARKETS",
    "BOARD_WORDS",
    "BUYING",
    "BY",
    "CENTRAL",
    "CHANGES",
    "CHANGES_IN",
    "CLAUSES",
    "COURSES",
    "DAYS",
    "DIFFERING",
    "EXTREMES",
    "FORECASTS",
    "FROM_PRICES",
    "GAPS",
    "GIVING",
    "HANDING",
    "INDICATORS",
    "INITIALS",
    "LED_BY_AUXILIARIES",
    "LEVELLING",
    "MODALS",
    "MONEY_OF",
    "MONEY_OF_WORDS",
    "MONEY_WORDS",
    "MOVES",
    "NOW",
    "NO_SIDES",
    "OTHERS",
    "PACKS",
    "PAYING",
    "PRICES",
    "PRICE_PREPOSITIONS",
    "PRICE_WORDS",
    "PRONOUNS",
    "RATES",
    "ROADS",
    "ROWS",
    "SAME",
    "SAYERS",
    "SEEING",
    "SELLING",
    "SHARES",
    "SOME",
    "SPANS",
    "SUBJECTS",
    "SUBJECTS_IN",
    "TAKING",
    "THEN",
    "TOPICS",
    "TRADED",
    "TRADED_IN",
    "UNITS",
    "UNLIKE",
    "WORTHS",
    "YEARS",
    "is_telling",
    "sayers_in",
]

_WHOLE: Final = 3
_PAIR_LENGTH: Final = 6
#: Verbs of change of a rate that tell none of an amount.
_OF_RATES: Final = {"uz-Latn": ("pastla",), "uz-Cyrl": ("пастла",)}
CHANGES: Final = tuple(sorted((*stems_of("changes"), *(stem for own in _OF_RATES.values() for stem in own))))
#: Those of a currency alone: it weakened from 505 to 522.
_OF_CURRENCIES: Final = (
    *("ослаб", "укреп", "девальв", "әлсіре", "нығай", "алсыра", "бекемде", "mustahkam", "qadrsiz"),
    *("мустаҳкам", "қадрсиз", "gowşa", "berke", "devalu"),
)
MOVES: Final = (*CHANGES, *_OF_CURRENCIES)
#: The same by language: ``osh`` is to rise in Uzbek, and a town in English news.
CHANGES_IN: Final = {
    "und": CHANGES,
    **{
        language.code: (*sorted(language.changes.split()), *_OF_RATES.get(language.code, ())) or CHANGES
        for language in LANGUAGES
    },
}
FROM_PRICES: Final = {
    word: tuple(stems.split()) for language in LANGUAGES for word, stems in language.from_prices.items()
}
BY: Final = words_of("by")
SHARES: Final = stems_of("shares")
SPANS: Final = stems_of("spans")
SAME: Final = stems_of("same")
RATES: Final = stems_of("rates")
#: Short ones are whole words: *is* prices a dollar, *issued* does not.
PRICE_WORDS: Final = frozenset(word for word in words_of("prices") if len(word) <= _WHOLE)
PRICES: Final = tuple(word for word in stems_of("prices") if len(word) > _WHOLE)
#: Words (stems) on which side a rate is, of who says it, and of differences, which are no rates.
BUYING: Final = stems_of("buying")
SELLING: Final = stems_of("selling")
#: Nouns that a currency before them only describes: a DOLLAR STORE.
ATTRIBUTED: Final = frozenset(
    """
    store stores shop shops menu deposit deposits bond bonds debt loan loans account accounts index bill
    bills reserves liquidity savings assets millionaire millionaires zone area bloc tree general
    """.split()
)
#: Adverbs before a price that say nothing of what it is for.
AGAIN: Final = words_of("earlier") | frozenset(
    """
    again even already only снова вновь опять уже даже всего только қайта қайтадан тағы тек кайра дагы
    эле yana hatto faqat allaqachon яна ҳатто фақат аллақачон боз ҳамагӣ танҳо ýene hatda diňe eýýäm
    """.split()
)
#: Words (stems) behind *курс* that make it a course of lessons or of cures.
COURSES: Final = (
    *(
        "обучен",
        "лечен",
        "лекц",
        "учеб",
        "учёб",
        "терапи",
        "подготов",
        "повышен",
        "английск",
        "массаж",
        "молод",
    ),
    *("оқу", "дәріс", "емде", "окуу", "дарыло", "o'quv", "o'qish", "ўқув", "ўқиш", "davolash", "омӯзиш"),
)
#: Adjectives (stems) of countries whose dollar, rouble or pound is another.
OTHERS: Final = (
    *("австрал", "канад", "гонконг", "сингапур", "тайван", "новозеланд", "белорус", "египет", "зеланд"),
    *("austral", "canad", "hong", "kong", "singapor", "singapur", "taiwan", "zealand", "belarus", "egypt"),
    *("avstral", "kanad", "gonkong", "зелланд", "awstral"),
)
#: Participles of *to trade*, which *to take* behind them makes buying: сатып алуу, sotib olish.
TRADED: Final = frozenset(("сатып", "сатылып", "сотиб", "sotib", "satyp"))
#: Verbs that say what money is worth, where a price follows at once: one rouble BUYS 5.4 tenge.
WORTHS: Final = frozenset(("buys", "bought", "buy"))
#: Endings of a verb of trade that another verb carries on: сатылып ЖАТЫР, satyn ALÝARLAR.
LED_BY_AUXILIARIES: Final = ("п", "б", "p", "b", "satyn")
TRADED_IN: Final = ("ал", "ол", "ol", "al")
#: Verbs (stems) of paying and of asking a price, which tell a side only beside one of the other: dealers PAID
#: 19.3 and ASKED 19.6. A rate at which dollars are merely given has none.
GIVING: Final = ("pay", "paid", "take", "дают", "давали", "принима", "платят", "платил", "плотят")
ASKING: Final = ("offer", "ask", "charg", "прос", "сұра", "сура", "сўра", "so'ra", "sora", "фурӯхт")
#: Verbs (stems) of taking, which are of buying right behind *from*: 536 теңгеден АЛЫП.
TAKING: Final = (
    *(
        "алып",
        "алад",
        "алат",
        "алуда",
        "алууда",
        "алыш",
        "қабылда",
        "кабыл",
        "alyp",
        "alýar",
        "қабул",
        "qabul",
    ),
    *("ola", "olmoqda", "olin", "olyap", "ола", "олмоқда", "олин", "оляп"),
    *("майдала", "maydala"),  # what is changed into smaller money
    *("тапсыр", "тапшыр", "topshir", "топшир", "tabşyr"),  # what a client hands in
)
#: Verbs (stems) of handing out, which are of selling beside one of taking: 517 қабылдап, 522 БЕРЕДІ.
HANDING: Final = ("бер", "ber", "отпуска", "медиҳ")
#: Verbs and nouns by which one level of a rate becomes another, though they tell no change of an amount.
LEVELLING: Final = ("took", "taking", *_OF_CURRENCIES)
SAYERS: Final = {
    "official": (*stems_of("official"), *stems_of("central")),
    **{kind: stems_of(kind) for kind in ("market", "bank", "office", "street")},
}
#: Those of them that say *official* of a bank or a rate alone, of a market that is black, and of a street.
CENTRAL: Final = stems_of("central")
_BLACK: Final = words_of("black")
#: The stems of the words for a market behind one in the languages in which other things are black too.
BLACK_MARKETS: Final = {
    word: tuple(language.black_markets.split()) for language in LANGUAGES for word in language.black.split()
}
#: An average, by which the market says a rate.
AVERAGE: Final = words_of("average")
ROADS: Final = stems_of("roads")
#: Words that only begin like one of them.
_NO_SAYERS: Final = stems_of("no_sayers")
#: Endings of the names of banks: Ориёнбанк, Kapitalbank.
_BANKS: Final = ("банк", "банка", "банке", "банкте", "банкда", "bank", "bankda")
#: Those of states, and stores of other things: фотобанк.
_STATE_BANKS: Final = ("нацбанк", "госбанк", "центробанк")
_NO_BANKS: Final = ("фото", "видео", "аудио", "дата", "веб", "data", "photo", "power", "web")
#: What stands for a country or its bank in headings: курсы ЦБ РУз; the pages on which banks and boards print.
INITIALS: Final = {
    "РК": "KZT",
    "НБРК": "KZT",
    "KASE": "KZT",
    "NBK": "KZT",
    "КР": "KGS",
    "НБКР": "KGS",
    "NBKR": "KGS",
    "НБТ": "TJS",
    "NBT": "TJS",
    "РУз": "UZS",
    "CBU": "UZS",
    **dict.fromkeys(("nationalbank.kz", "kase.kz", "kurs.kz"), "KZT"),
    **dict.fromkeys(("nbkr.kg", "kurs.kg"), "KGS"),
    "nbt.tj": "TJS",
    "cbu.uz": "UZS",
    "cbt.tm": "TMT",
}
#: Whose money a price without a word for it is, in a text that names no country.
AT_HOME: Final = {"kk": "KZT", "ky": "KGS", "tg": "TJS", "uz-Latn": "UZS", "uz-Cyrl": "UZS", "tk": "TMT"}
#: Prepositions before a price.
PRICE_PREPOSITIONS: Final = frozenset(("по", "at", "ба"))
#: Those, and the words between a price and what it is for: what may stand right before one.
BEFORE_PRICES: Final = PRICE_PREPOSITIONS | PER | {"for"}
#: Verbs (stems) of paying, of which the short ones are whole words.
PAYING: Final = stems_of("paying")
#: Words (stems) that tell what is expected; words by which a change may come; what makes them no forecast.
FORECASTS: Final = stems_of("forecast")
MODALS: Final = words_of("modals")
SEEING: Final = frozenset(("see", "sees"))
UNLIKE: Final = words_of("unlike")
NOW: Final = words_of("now")
SUBJECTS: Final = words_of("subjects")
#: The same by language: *у* is *he* in Uzbek, and a preposition in Russian; *ал* is *but* in Kazakh.
SUBJECTS_IN: Final = {
    "und": SUBJECTS,
    **{language.code: frozenset(language.subjects.split()) or SUBJECTS for language in LANGUAGES},
}
#: What turns to the next time of a history (stems), and what turns to the next currency: yevro ESA 13 900.
THEN: Final = (
    *("потом", "затем", "позже", "теперь", "нынче", "then", "later", "кейін", "соңра", "кийин", "keyin"),
    *("keyinroq", "кейин", "soňra", "soň", "баъд", "сипас"),
)
TOPICS: Final = frozenset(("esa", "эса", "болса", "bolsa", "bo'lsa", "бўлса", "же", "бошад", "ал"))
#: Nouns (stems) for the rate of the sentence before: ин НИШОНДОД 118 сомонӣ буд.
INDICATORS: Final = (
    *("нишондод", "ko'rsatkich", "кўрсаткич", "көрсеткіш", "көрсөткүч", "показател", "görkeziji"),
)
#: Words (stems) that begin like a side: Saturday.
NO_SIDES: Final = stems_of("no_sides")
#: Measures in which things are sold.
PACKS: Final = words_of("packs")
GAPS: Final = stems_of("gaps")
DIFFERING: Final = words_of("differing")
SOME: Final = words_of("some")
#: Words (stems) for a year beside its number, and prepositions before one.
YEARS: Final = ("жыл", "yil", "йил", "ýyl", "год", "сол", "year")
BEFORE_YEARS: Final = frozenset(("in", "since", "в", "с"))
#: What stands before a level: закрепился ВЫШЕ 522; при 520 бюджет выйдет в плюс.
BEFORE_LEVELS: Final = frozenset("при выше ниже возле near around about above below past under".split())
#: Pronouns that begin another clause behind a price: at 520 WE are content.
PRONOUNS: Final = ("we", "they", "you", "the", "мы", "они")
#: Conjunctions that begin another clause.
CLAUSES: Final = frozenset("while because although since after whereas пока поскольку хотя после".split())
#: A unit of the base (stems): 11,4645 сомони за ЕДИНИЦУ.
UNITS: Final = ("единиц", "unit", "бірлік", "бирдик", "birlik", "бирлик", "воҳид")
#: Words that name one of the five in a row of a table.
ROWS: Final = {
    **dict.fromkeys(("тенге", "теңге", "теңгеси", "tenge", "tengesi", "танга"), "KZT"),
    **dict.fromkeys(("сомони", "сомонӣ", "somoni"), "TJS"),
    **dict.fromkeys(("сум", "сўм", "сӯм", "so'm", "so‘m", "soum", "sum", "суму"), "UZS"),
    **dict.fromkeys(("сом", "som"), "KGS"),
}
DAYS: Final = stems_of("days")
_AMERICAN_WORDS: Final = stems_of("american_money")
MONEY_WORDS: Final = stems_of("money")
#: Whose currency it is by the adjective before the word for it: европейская валюта.
MONEY_OF: Final = {
    "USD": _AMERICAN_WORDS,
    "EUR": ("европейск", "european", "еуропа", "европа", "yevropa", "ýewropa", "аврупо"),
    "RUB": ("российск", "russian", "ресей", "орус", "rossiya", "россия", "русӣ", "русия"),
    "CNY": ("китайск", "chinese", "қытай", "кытай", "xitoy", "хитой"),
    "TRY": ("турецк", "turkish", "түркия", "turkiya", "туркия"),
    "JPY": ("японск", "japanese", "жапон", "yaponiya", "япония"),
}
#: The same by whole words: түрікмен is another country.
MONEY_OF_WORDS: Final = {"түрк": "TRY", "түрік": "TRY", "turk": "TRY", "турк": "TRY", "türk": "TRY"}
#: What tells the ends of a day's or a town's rates apart, and leaves the rest as it is.
EXTREMES: Final = (
    *("минимальн", "максимальн", "наибольш", "наименьш", "самая", "самый", "minim", "maxim", "lowest"),
    *("highest", "ең", "эң", "eng", "энг", "iň"),
)
#: What the heads and rows of a board say besides (stems): the currency's name or code, for how many units.
BOARD_WORDS: Final = (
    *("названи", "наименован", "код", "един", "номинал", "шт", "обновл", "данн", "измен", "лучши", "обм"),
    *("code", "unit", "nominal", "change", "update", "best", "average", "exchang", "foreign", "name"),
    *("атау", "коды", "бірлік", "өзгер", "алмаш", "айырб", "аталы", "бирди", "өзгөр", "орточо", "орташа"),
    *("nomi", "birlik", "o'zgar", "o'rtacha", "almash", "ayirb", "номи", "бирлик", "ўзгар", "ўртача"),
    *("айирб", "асъор", "ном", "воҳид", "тағйир", "миёна", "mübadil", "üýtge", "ortaça", "daşary"),
)
#: What a word begins with that names a currency by an adjective, a rate or a forecast.
_TELLING: Final = (
    *(*RATES, *BUYING, *SELLING, *FORECASTS),
    *(stem for stems in MONEY_OF.values() for stem in stems),
    "currency",  # U.S. currency
)


@lru_cache(maxsize=4096)
def is_telling(word: str) -> bool:
    """Whether a word can name a currency or a pair, or speak of a rate, who says it or a forecast."""
    return (
        word.removesuffix("'s") in CURRENCIES
        or word in MODALS
        or word in SEEING
        or word in AVERAGE
        or word in _BLACK
        or word in MONEY_OF_WORDS
        or word.startswith(_TELLING)
        or (len(word) == _PAIR_LENGTH and word.isascii())
        or bool(sayers_in(word))
    )


@lru_cache(maxsize=4096)
def sayers_in(word: str) -> tuple[str, ...]:
    """Return who says a rate by what a word begins with; a text has few words, and each of them often."""
    if word in _BLACK:
        return ("street",)
    if word.startswith(_NO_SAYERS):
        return ()
    stems = {
        said: max((len(stem) for stem in stems if word.startswith(stem)), default=0)
        for said, stems in SAYERS.items()
    }
    found = tuple(said for said, length in stems.items() if length and length == max(stems.values()))
    if found or not word.endswith(_BANKS) or word.startswith(_NO_BANKS):
        return found
    return ("official",) if any(of in word for of in _STATE_BANKS) else ("bank",)
