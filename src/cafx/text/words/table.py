"""``Language``: the table of words in which one language writes money, and how tables are made.

A table is data: the scanner knows no word of any language. Inflected languages give stems with
their endings, and every form is spelled out once, when the tables are joined.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

__all__ = ["Language", "each", "forms"]


@dataclass_transform(frozen_default=True, kw_only_default=True)
class _Table:
    """Fields given by name; one that is left out is as the class says.

    A ``NamedTuple`` compiles each of its annotations when the class is made, which for as many fields as a
    language has costs more than all its words.
    """

    def __init__(self, **fields: object) -> None:
        unknown = fields.keys() - type(self).__annotations__.keys()
        if unknown:
            message = f"{type(self).__name__} has no field {', '.join(sorted(unknown))}"
            raise TypeError(message)
        self.__dict__.update(fields)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        message = f"{type(self).__name__} is a table and does not change: {name}"
        raise AttributeError(message)

    def items(self) -> Iterator[tuple[str, object]]:
        """Return each field with its name, those that were left out too."""
        return ((name, getattr(self, name)) for name in type(self).__annotations__)


class Language(_Table):
    """The words of one language, in lower case; what is left out the language has not."""

    #: BCP 47, such as ``uz-Latn``.
    code: str
    #: Whether a comma before three digits is decimal where a scale word follows (not in English).
    decimal_comma: bool
    #: Letters and short words that other languages in the same script lack.
    letters: str = ""
    common: str = ""
    #: Number words below a thousand, and whole words such as ``полмиллиона``.
    numbers: dict[str, Decimal | int] = {}  # noqa: RUF012 -- never changed
    #: Scale words, by the power of ten.
    scales: dict[str, int] = {}  # noqa: RUF012
    #: Scale words that mean one of themselves when no number stands before them.
    singular: str = ""
    #: Words that add a half to the number before them, or stand for a half before a scale word.
    half: str = ""
    #: ``two AND a half``, ``ДВА С половиной``: words between a number and its half or its next part.
    joints: str = ""
    #: Articles, which may stand before a scale word: A million.
    articles: str = ""
    #: What makes a scale word one of itself as an article does: EVERY thousand, the SAME thousand.
    singling: str = ""
    #: Quarters, and what joins a fraction to its scale word: three quarters OF a million.
    parts: dict[str, Decimal] = {}  # noqa: RUF012
    parts_of: str = ""
    #: Fractions before a scale word that are not read, so that it is not read as one: a THIRD of a million.
    odd_parts: str = ""
    #: The word for a hundred, which may follow digits: 5 yuz ming.
    hundred: str = ""
    #: Oblique forms of a scale word that mean one of it behind the words named here: около МИЛЛИОНА.
    genitive: str = ""
    governing: str = ""
    #: Scale words before their number, which is a rough one there (тысяч пять), and what may part them.
    inverted: str = ""
    inverted_over: str = ""
    #: Words for money (plural) before the rough number of it (сомов двести), those of them that nothing else
    #: in the language sounds like, and what may part these from round digits: сомов ПО 500.
    inverted_money: str = ""
    inverted_plural: str = ""
    each: str = ""
    #: The word between a scale word that is one of itself and a number of it: a thousand OR two.
    alternatives: str = ""
    #: Number words that are common words in other languages, and what must follow them there.
    ambiguous: str = ""
    #: Words of the language that are one slip away from a number word, and are no number: NONE, then, right.
    lookalikes: str = ""
    #: The word for a minus, and words (stems) for what may lie below zero, so that a hyphen before its number
    #: is one: BALANCE -500.
    minus: str = ""
    balances: str = ""
    #: Nouns (stems) for what a thing costs, which is no less than nothing: PRICE -500.
    costs: str = ""
    #: Words of a spelled-out decimal fraction: the point, then tenths, hundredths, thousandths.
    point: str = ""
    fractions: dict[str, int] = {}  # noqa: RUF012
    #: Currency words by code; SOM and MANAT are for more than one country, and read by context.
    currencies: dict[str, str] = {}  # noqa: RUF012
    #: Words for the hundredth part, by code.
    subunits: dict[str, str] = {}  # noqa: RUF012
    #: Words that go with a dollar of the United States behind it: ``долларов США``.
    american: str = ""
    #: Abbreviated currency words, whose dot belongs to them: долл.
    abbreviations: str = ""
    #: Words that may stand between a number and its currency word.
    fillers: str = ""
    #: Words that make a range of two numbers, that open one, and that end one.
    to: str = ""
    opening: str = ""
    closing: str = ""
    #: Words that join the items of a list.
    conjunctions: str = ""
    #: What begins a clause of its own behind a comma: they pay from 8,640, WHILE others pay up to 25,200.
    contrasts: str = ""
    #: What may follow an amount and say what it is for: 280 billion FOR schools and 100 billion tenge …
    purposes: str = ""
    #: Words (stems) before a number that is the name or the age of a thing and counts nothing: ARTICLE 5.
    numbered: str = ""
    #: Verbs of change (stems): after them ``from A to B`` is two amounts.
    changes: str = ""
    #: Hedges before and after a figure, by class; phrases separated by commas.
    before: dict[str, str] = {}  # noqa: RUF012
    after: dict[str, str] = {}  # noqa: RUF012
    #: Adverbs of degree beside a comparative; phrases separated by commas. SLIGHTLY less is almost.
    slightly: str = ""
    much: str = ""
    #: What may stand before a stated worth and takes nothing back: or ONLY 15 cents.
    merely: str = ""
    #: The comparatives behind a figure that govern the ablative.
    comparatives: str = ""
    #: Endings of the ablative, which a comparative behind a figure governs, and of the dative, which tells
    #: a difference; endings that say *about* and *up to* by themselves.
    ablative: str = ""
    dative: str = ""
    about_endings: str = ""
    until: str = ""
    #: The word before a figure that goes with a comparative behind it: АЗ 500 сомонӣ зиёд.
    circumfix: str = ""
    #: Negations, and what may stand between one and the comparative that it turns round.
    negations: str = ""
    negated: str = ""
    #: *The least* and *the most* as nouns, and the endings of what they are of: зейнетақының ең АЗЫ.
    extremes: str = ""
    genitive_endings: str = ""
    #: Modals whose negation sets a limit whatever verb follows: CANNOT impose less than.
    binding: str = ""
    #: Words behind a negation that it turns round itself: not ONLY more than 500.
    not_negated: str = ""
    #: Verbs behind a figure that negate the comparative before it: камтар аз 500 сомонӣ НЕСТ.
    negated_behind: str = ""
    #: The word for *from*, which is a hedge only behind these (stems): tickets FROM 500.
    from_prices: dict[str, str] = {}  # noqa: RUF012
    #: Words before the size of a change, which ``up to`` limits: rose BY up to 500.
    by: str = ""
    #: Words (stems) for a share of what follows: 25 процентов от.
    shares: str = ""
    #: Words between which two numbers are a range: BETWEEN 5 and 10, 5 and 10 ARALYGYNDA.
    between: str = ""
    among: str = ""
    #: What equates a figure with the next or the last one; phrases separated by commas.
    equals: str = ""
    #: Words (stems) that equate it over some distance: ``equivalent``.
    same: str = ""
    #: What equates two figures from behind the second (… dollarga TENG), and pronouns for the first.
    equals_behind: str = ""
    pronouns: str = ""
    #: Endings that make a thing of so much of an amount: 1 dollarLIK xizmat.
    worth: str = ""
    #: What negates them: 2 manadyň hümmeti 1 dollara barabar DÄL.
    unequal: str = ""
    #: Words (stems) for a time or a head that a price is for: per DAY.
    spans: str = ""
    #: Words before a lone scale word that make it no number: ``several million``.
    vague: str = ""
    #: Prepositions before a year at the start of a sentence, and those that only a year follows.
    times: str = ""
    since: str = ""
    #: Words for a year and for a part of one, beside its number, and endings that put a year in a place of
    #: time: соли 2015, late 2015, 2015-ЖЫЛЫ, 2015-ТЕ.
    years: str = ""
    locative: str = ""
    #: Towns (whole words) that begin like a verb of another language, and those that a day is called too
    #: when it has no capital: in OSH, дар ДУШАНБЕ.
    towns: str = ""
    towns_of_days: str = ""
    #: Verbs (stems) that have a currency for their subject, beside those of change: manat WAS devalued.
    subject_verbs: str = ""
    #: Prepositions between a currency and the one that it is held against: доллар К тенге.
    against: str = ""
    #: ``per``, and words that may come between it and the unit.
    per: str = ""
    #: Words for one unit of something, as in ``one dollar``.
    one: str = ""
    #: Words (stems) that say that a rate follows, and verbs (stems) that a price of a currency takes.
    rates: str = ""
    prices: str = ""
    #: Words by which money is converted at a rate: ПО курсу, kursy BILEN.
    converted: str = ""
    #: Nouns (stems) that only money is counted of, before its sum, and those behind it that a verb takes
    #: along with it: доходы, маош.
    sums: str = ""
    earned: str = ""
    #: Words before a number that counts no money (the NUMBER of teachers is 3000), and words that begin a
    #: clause about those that were counted: THEY get 4000 soms.
    counting: str = ""
    counted: str = ""
    #: Verbs (stems) of being, behind a price of old: 1993-жылы бир доллар 4 сом БОЛГОН.
    being: str = ""
    #: Endings that make a verb of being of the money behind a price: bir dollar 2 manatDY.
    copulas: str = ""
    #: Words (stems) that say on which side a rate is, and those that say so before another verb (sotib OLDI).
    buying: str = ""
    selling: str = ""
    #: Words between a price and the one that it is held against: COMPARED to 61.
    comparing: str = ""
    #: People (stems) who do so, and can be counted: 525 BUYERS.
    people: str = ""
    #: Words (stems) that only begin like one of those, in whatever language: SATurday, СОТрудник.
    no_sides: str = ""
    #: Words (stems) that say who says a rate.
    official: str = ""
    market: str = ""
    bank: str = ""
    office: str = ""
    street: str = ""
    #: Adjectives (stems) that say *official* only of a bank or a rate: NATIONAL bank. Whole words for a black
    #: market. Words (stems) for a street, which is one of money changers unless it has a name. Words (stems)
    #: that only begin like somebody who says a rate: Karaganda, bankrupt.
    central: str = ""
    black: str = ""
    roads: str = ""
    no_sayers: str = ""
    #: Prepositions before who says a rate, behind its price: 3,000 soums IN the black market.
    said_at: str = ""
    #: What else buys and sells money beside banks and offices (stems), in a list of them.
    traders: str = ""
    #: What black is of (stems) where dealers say a rate, in languages in which oil is black too: қара НАРЫҚ.
    black_markets: str = ""
    #: What makes a market, which may be a bazaar, an exchange (stems): на ВАЛЮТНОМ рынке, валюта БАЗАРЫ.
    exchange_markets: str = ""
    #: Words for an average, which is the market's where nobody else says the rate: ОРТАША бағам.
    average: str = ""
    forecast: str = ""
    #: The nouns of them that are raised or cut themselves: its FORECAST for the rate from 475 to 540.
    outlooks: str = ""
    #: Words by which a change may come (could, мүмкін), what makes a forecast none (contrary TO
    #: expectations), and words for the present, of which nothing is a forecast.
    modals: str = ""
    unlike: str = ""
    now: str = ""
    #: Words for a time before, and those of the present that with them part an old amount from the new one:
    #: мурда 3 000, ЭМИ 5 000 сом.
    earlier: str = ""
    by_now: str = ""
    #: Converbs behind a price at which the money of the verb further on is reckoned: 87 сомдон ЭСЕПТЕП сатты.
    reckoned: str = ""
    #: Nouns (stems) for a level, behind a rate without its currency or before it: мурунку 1,01 ДЕҢГЭЭЛИНЕН,
    #: a new LOW of 300.
    levels: str = ""
    #: Nouns for a side that have their currency right behind them: ФУРӮШИ 1 евро.
    sides_of: str = ""
    #: *Too* between a price and its own verb, where it is a conjunction besides: 20 manatdan HEM satdylar.
    too: str = ""
    #: Verbs (stems) by which a rate comes to a number in the accusative, and its endings: 341,19-ДЫ ҚҰРАДЫ.
    amounting: str = ""
    accusative: str = ""
    #: Verbs (stems) of paying for a counted amount: 1000 рублей ПРИНИМАЮТ за 128 сомони.
    paying: str = ""
    #: A possibility of clients, which makes the verb of trade theirs; phrases separated by commas. Those
    #: whose verb stands at the end of the clause, and the words that begin one and name no verb.
    possible: str = ""
    possible_far: str = ""
    auxiliaries: str = ""
    #: Verbs (stems) of a client who gets money for a currency.
    receiving: str = ""
    #: What begins a clause that tells to what end a client pays: TO buy 100 dollars you pay.
    in_order: str = ""
    #: Verbs of trade without a person: by their endings, the forms, and those that are so behind *and*.
    infinitives: str = ""
    short_infinitives: str = ""
    bare_verbs: str = ""
    #: Verbs (stems) of clients alone: of handing money in, and of getting it.
    handing_in: str = ""
    getting: str = ""
    #: Verbs (stems) of taking what is offered, of offering it, and of handing it out, at a price.
    accepting: str = ""
    offering: str = ""
    giving_out: str = ""
    #: Words that ask for a price, and what may stand beside them in the question.
    how_much: str = ""
    asked_with: str = ""
    #: What may stand between a client's verb and the price (купить доллар можно БЫЛО ЗА), and what begins a
    #: clause that no possibility before it governs.
    leading: str = ""
    relatives: str = ""
    #: Verbs (stems) by which a rate lies within a range, whichever end is told first: RANGES from 90 to 89.
    settling: str = ""
    #: Verbs (stems) of reaching, by which a range of one side ends, beside one of the other side.
    arriving: str = ""
    #: Participles behind a price and before the currency that it is of: 69 сомдон САТЫЛГАН доллар.
    participles: str = ""
    #: Words (stems) for a difference, which is no rate, and words before the size of a move.
    gaps: str = ""
    #: Verbs (stems) beside those of change and of price by which a rate comes to a level.
    reaching: str = ""
    #: Comparatives right behind a difference, where they stand there: 678.6 soum HIGHER than a week ago.
    differing: str = ""
    #: What stands for banks in a list of them: SOME at 10,955.
    some: str = ""
    #: Words (stems) beside a currency for its index, which has points and no price.
    indices: str = ""
    #: Words (stems) for moving money and for what that costs, which is no rate: a dollar TRANSFER is 85 soms.
    fees: str = ""
    #: Words before a fee that is none of the price: БЕЗ комиссии.
    without: str = ""
    #: Words before, and endings of, a verb by which somebody changed a forecast: it WAS raised, повысиЛИ.
    passives: str = ""
    passive_endings: str = ""
    #: Verbs that say what a currency costs now, behind what is expected of another thing: and it IS at 540.
    standing: str = ""
    #: Words by which a currency is only why another thing costs so much: BECAUSE OF the dollar rent rose to
    #: 90; in Turkic languages they stand behind it.
    causes: str = ""
    causes_behind: str = ""
    #: Endings of verbs without a person, and words that lead to one or to its noun: ПОДНЯВШИСЬ до 85, доллар
    #: упал; AFTER the rise to 85.
    nonfinite_endings: str = ""
    leading_nonfinite: str = ""
    #: Words for a time of the year: in SPRING.
    seasons: str = ""
    #: Words for days and months (stems) and what stands before a date and belongs to it.
    days: str = ""
    months: str = ""
    on: str = ""
    #: Words (stems) that with *dollar* or *valuta* mean the dollar: AMERICAN currency.
    american_money: str = ""
    money: str = ""
    #: Pronouns for the currency of the sentence before: IT will cost. Nouns for it, what stands before them
    #: then, and what people call a currency that was named: THE CURRENCY sold at 87.5; АМЕРИКАНЦА продают.
    subjects: str = ""
    currency_itself: str = ""
    determiners: str = ""
    nicknames: dict[str, str] = {}  # noqa: RUF012
    #: Things that are sold or paid for (stems, short ones whole words), whose price is no rate. Oil and
    #: gold are left out: news tells of them in the sentences that tell of rates.
    goods: str = ""
    #: Measures in which a thing is sold, behind *per* or the article: 3.6 manats A PACK.
    packs: str = ""


def forms(stem: str, endings: str) -> str:
    """Return *stem* with each of *endings* as words in one text; ``-`` is the bare stem.

    >>> forms("манат", "- а ов")
    'манат маната манатов'
    """
    return " ".join(stem + ("" if ending == "-" else ending) for ending in endings.split())


def each(words: str, value: int | Decimal) -> dict[str, Decimal | int]:
    """Return each of *words* the same *value*.

    >>> each("один одна", 1)
    {'один': 1, 'одна': 1}
    """
    return dict.fromkeys(words.split(), value)
