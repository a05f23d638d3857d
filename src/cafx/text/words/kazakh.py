"""Kazakh in Cyrillic, and the words of the Latin alphabet of 2018."""

from __future__ import annotations

from typing import Final

from cafx.text.words.table import Example, Language, forms

__all__ = ["KAZAKH", "KAZAKH_LATIN"]

_SCALE_ENDINGS: Final = "- ды дың ға да дан нан тан ға қа дай нің ы ын ына ынан ының мен пен лық дық тық"
_AFTER_E: Final = (
    "- ні нің ге де ден мен лік сі сін сіне сінің сінен сінде сімен дей лер лері лерін леріне міз ліктей "
    "лікке ліктен лігі лігін лігіне нан"
)
_AFTER_VOICED: Final = (
    "- ды дың ға да дан нан мен бен дық ы ын ына ының ынан ында ымен дай лар лары ларын ларға лық"
)
_AFTER_T: Final = "- ты тың қа та тан пен тық ы ын ына ының ынан ында ымен тай"

KAZAKH: Final = Language(
    code="kk",
    decimal_comma=True,
    letters="әіұһңөүқғ",
    common="және мен үшін бұл деп бойынша болды туралы оның да де жылы бар болып құрады екен ал үшін сомасы",
    numbers=dict(
        zip(
            "нөл бір екі үш төрт бес алты жеті сегіз тоғыз он жиырма отыз қырық елу алпыс жетпіс сексен "
            "тоқсан жүз".split(),
            (*range(11), *range(20, 101, 10)),
            strict=True,
        )
    ),
    scales={
        **dict.fromkeys(forms("мың", "- ды дың ға да нан дай ы ын ына ынан ының мен дық").split(), 3),
        **dict.fromkeys(["млн", *forms("миллион", _SCALE_ENDINGS).split()], 6),
        **dict.fromkeys(["млрд", *forms("миллиард", _SCALE_ENDINGS).split()], 9),
        **dict.fromkeys(["трлн", *forms("триллион", _SCALE_ENDINGS).split()], 12),
    },
    singular="мың миллион миллиард триллион",
    half="жарым жарты",
    point="бүтін",
    fractions={"оннан": -1, "жүзден": -2, "мыңнан": -3},
    currencies={
        "KZT": forms("теңге", _AFTER_E) + " " + forms("тенге", "ні нің ге де ден мен лік сі сін") + " тг",
        "SOM": forms("сом", _AFTER_VOICED),
        "TJS": forms("сомони", "- ге ға ні нің ден дан мен лік сі"),
        "UZS": forms("сум", _AFTER_VOICED),
        "MANAT": forms("манат", _AFTER_T),
        "USD": forms("доллар", _AFTER_VOICED),
        "EUR": forms("еуро", "- ны ның ға да дан мен лық сы сын сына"),
        "RUB": forms("рубл", "ь ьді ьдің ьге ьден і ін іне інің інен")
        + " "
        + forms("рубль", "ге ден дің ді"),
        "CNY": forms("юан", "ь ьді ьге ьнан і ін іне"),
    },
    subunits={"KZT": forms("тиын", _AFTER_VOICED), "SOM": forms("тыйын", _AFTER_VOICED)},
    american="",
    fillers="ақш америка америкалық қазақстандық қырғыз өзбек ресей ресейлік түрікмен тәжік",
    opening="нан нен ден дан тан тен мыңнан миллионнан миллиардтан триллионнан",
    closing="дейін",
    conjunctions="және мен пен бен немесе әрі ал",
    changes="өс көтеріл төменде арт қымбатта арзанда түс азай көбей ұлғай қысқар",
    before={
        "about": "шамамен, болжаммен, болжам бойынша, орта есеппен шамамен, жуықтап",
        "at_least": "кемінде, кем дегенде, ең азы, ең кемі, ең аз дегенде, аз дегенде",
        "up_to": "көп дегенде, ең көбі, ең көп дегенде",
        "almost": "дерлік",
    },
    after={
        "over": (
            "астам, аса, асады, асатын, асты, асқан, артық, көп, асып, жоғары, асып түсті, асып кетті, "
            "асқаны, асуы, "
            "асып кеткен, асып отыр, көбірек"
        ),
        "up_to": "дейін, дейінгі, аспайды, аспайтын, аспауы, аспауға, аспауы керек, аспаған",
        "under": "кем, аз, төмен, кемірек, азырақ",
        "at_least": "кем емес, төмен емес, бастап, басталады, кем болмауы",
        "about": "шамасында, жуық, шамалас, жуықтайды, жуықтады, маңында, айналасында, шамасын, төңірегінде",
        "almost": "дерлік",
    },
    equals="яғни, немесе, бұл, бұл шамамен, ол, тең, немесе шамамен, не",
    same="барабар эквивалент тең",
    vague="бірнеше талай қанша жүздеген ондаған мыңдаған көп",
    per="үшін әр",
    one="бір",
    rates="бағам курс",
    prices="тұр бол құра сатыл нығай әлсіре сатып бағалан жет",
    examples=(
        Example(
            "Шамамен 195 млрд теңге, 7 млрд 900 миллион теңгеден асады; 200 мыңнан астам теңге.",
            (
                "195 млрд теңге KZT 195000000000",
                "7 млрд 900 миллион теңгеден KZT 7900000000",
                "200 мыңнан астам теңге KZT 200000",
            ),
        ),
        Example("Үш жарым миллион теңге бөлінді.", ("Үш жарым миллион теңге KZT 3500000",)),
    ),
)

KAZAKH_LATIN: Final = Language(
    code="kk-Latn",
    decimal_comma=True,
    letters="ńǵúıáó",
    common="jáne men úshin bul dep boıynsha boldy týraly jyly bolyp",
    scales={
        **dict.fromkeys("myń myń myńnan myńǵa myng".split(), 3),
        **dict.fromkeys("mıllıon mıllıonnan mln".split(), 6),
        **dict.fromkeys("mıllıard mıllıardtan mlrd".split(), 9),
        **dict.fromkeys("trıllıon trln".split(), 12),
    },
    half="jarym",
    currencies={
        "KZT": forms("teńge", "- ni niń ge de den men lik si sin sine siniń")
        + " "
        + forms("teŋge", "- ni ge den")
        + " "
        + forms("teñge", "- ni ge den niñ"),
        "USD": forms("dollar", "- dy ǵa dan y"),
    },
    fillers="aqsh",
    opening="nan nen den dan tan ten myńnan",
    conjunctions="jáne men nemese",
    before={"about": "shamamen", "at_least": "keminde"},
    after={"over": "astam, asa, artyq", "up_to": "deıin", "about": "jýyq, shamasynda"},
    equals="ıaǵnı, nemese",
    examples=(
        Example("Bıyl 865 myń – 2,1 mln teńge tóleıdi.", ("865 myń – 2,1 mln teńge KZT 865000..2100000",)),
    ),
)
