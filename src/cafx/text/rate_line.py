"""One line of a text, read for the rates that it states."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from cafx.core.currency import KNOWN
from cafx.errors import RateNotFound
from cafx.text.amounts import amounts_of
from cafx.text.context import currency_of
from cafx.text.lexicon import (
    AMERICAN_WORDS,
    BUYING,
    BY,
    CHANGES,
    CONJUNCTIONS,
    CURRENCIES,
    DASHES,
    DATIVE_FORMS,
    FILLERS,
    MONEY_WORDS,
    ONE,
    PER,
    PRICE_WORDS,
    PRICES,
    RATES,
    SAME,
    SAYERS,
    SCALES,
    SELLING,
    SUBJECTS,
    TO,
)
from cafx.text.numbers import read_number
from cafx.text.plausible import PRICED, is_plausible
from cafx.text.rate_details import date_of, is_bare_rate, is_for_goods, is_signed, side_of, span_of_bare
from cafx.text.sharing import joined
from cafx.text.stated_rate import StatedRate
from cafx.text.tokens import NUMBER_KIND, SIGN_KIND, WORD_KIND

if TYPE_CHECKING:
    from cafx.core.dates import Day
    from cafx.rates.book import RateBook
    from cafx.text.amounts import Amount
    from cafx.text.stated_rate import Sayer
    from cafx.text.stretch import Stretch

__all__ = ["Base", "Line", "Memory"]

_FIVE: Final = frozenset(("KGS", "KZT", "TJS", "UZS", "TMT"))
_NOMINALS: Final = frozenset((1, 10, 100, 1000))
_AGAINST: Final = frozenset(("/", "=", "to", "against", "for", "versus", "к", "per", "за"))
_LINKS: Final = frozenset("=~:≈/")
_SENTENCE_ENDS: Final = frozenset(".;!?")
_PAIR: Final = re.compile(r"([a-z]{3})([a-z]{3})")
_REACH: Final = 12
_TWO, _THREE = 2, 3
_NEAR: Final = 4
_LEAST_DECIMALS: Final = 2
#: Sentences after which a currency that was named is forgotten.
_MEMORY: Final = 3
#: How far a later rate of a pair may lie from the last one, where nothing else speaks for it.
_ALIKE: Final = 1.5
_FAR_APART: Final = 4
#: What says that a rate follows, or of which kind it is.
_TOLD: Final = (*RATES, *BUYING, *SELLING, *(stem for stems in SAYERS.values() for stem in stems))


class Base(NamedTuple):
    """A currency that a price can be for."""

    code: str
    nominal: int
    #: The token it stands at, and whether a number stands with it: 1 доллар.
    place: int
    is_counted: bool


class Price(NamedTuple):
    """A number that may be a rate: its token places, value, and currency where one stands beside it."""

    amount: Amount
    code: str
    low: float
    high: float


class Memory:
    """What earlier clauses named, until something replaces it."""

    __slots__ = ("age", "bases", "is_both", "last", "quote", "sayer", "was_alone")

    def __init__(self) -> None:
        self.bases: list[Base] = []
        self.quote = ""
        self.sayer: Sayer | None = None
        #: The last price of each pair.
        self.last: dict[tuple[str, str], float] = {}
        self.age = _MEMORY + 1
        #: Whether ranges from buying to selling are told.
        self.is_both = False
        #: Whether the last line was nothing but a currency.
        self.was_alone = False


class Line:
    """One line, read from left to right."""

    __slots__ = (
        "amounts",
        "bases",
        "book",
        "cues",
        "end",
        "is_list",
        "last_end",
        "memory",
        "moves",
        "on",
        "prices",
        "rates",
        "sayers",
        "sentence",
        "spans",
        "stretch",
        "taken",
        "text",
    )

    def __init__(
        self, text: str, stretch: Stretch, memory: Memory, book: RateBook | None, on: Day | None
    ) -> None:
        self.text = text
        self.stretch = stretch
        self.memory = memory
        self.book = book
        self.on = on
        self.amounts = _with_bare_ranges(stretch, joined(stretch, amounts_of(stretch, is_thorough=True)))
        self.rates: list[StatedRate] = []
        self.spans: list[tuple[int, int]] = []
        #: Of the sentence at hand: where it begins and ends, the bases it names, and its words of rates.
        self.sentence = 0
        self.end = 0
        self.bases: list[Base] = []
        self.cues = False
        self.sayers: list[tuple[int, Sayer]] = []
        #: Amounts that are no rates of their pair, which may be its moves.
        self.moves: list[tuple[Amount, str]] = []
        self.last_end = 0
        self.taken: set[int] = set()
        self.is_list = False
        self.prices = 0

    def read(self) -> None:
        """Read the sentences of the line in order."""
        stretch, count = self.stretch, len(self.stretch.tokens)
        memory = self.memory
        by_first = {amount.first: amount for amount in self.amounts}
        if (
            count
            and not by_first
            and all(token.key in CURRENCIES or token.kind == SIGN_KIND for token in stretch.tokens)
        ):
            bases = [
                Base(_known(token.key), 1, 0, is_counted=False)
                for token in stretch.tokens
                if token.key in CURRENCIES
            ]
            bases = [base for base in bases if base.code in PRICED]
            if bases:
                memory.bases, memory.age, memory.was_alone = bases[:1], 0, True
            return
        if by_first and self._take_row():
            return
        start = 0
        while start < count:
            end = start
            while end < count and not self._ends_sentence(end):
                end += 1
            self._sentence(start, min(end + 1, count), by_first)
            memory.age += 1
            start = end + 1
        memory.was_alone = False

    def _ends_sentence(self, index: int) -> bool:
        stretch = self.stretch
        if stretch.key(index) not in _SENTENCE_ENDS:
            return False
        following = stretch.at(index + 1)
        if not following.kind:
            return True
        if stretch.key(index) != ".":
            return True
        if stretch.is_glued(index + 1) or stretch.key(index - 1) in SCALES:
            return False
        first = self.text[following.start]
        return (
            not (following.kind == WORD_KIND and first.islower())
            and not (
                following.kind == NUMBER_KIND
                and stretch.is_number(index - 1)
                and stretch.key(index - 1) == "0"
            )
            and len(stretch.key(index - 1)) > 1
        )

    def _sentence(  # noqa: C901, PLR0912 -- one pass over its words, one over its prices
        self, start: int, end: int, by_first: dict[int, Amount]
    ) -> None:
        """Read one sentence: first what it names, then its prices."""
        self.sentence, self.end, self.last_end = start, end, start
        self.bases, self.prices = [], 0
        stretch = self.stretch
        here = [amount for amount in self.amounts if start <= amount.first < end]
        self._take_list(here)
        self.cues = False
        self.moves = []
        self.sayers = []
        inside = {index for amount in here for index in range(amount.first, amount.last + 1)}
        for index in range(start, end):
            if index in inside:
                amount = by_first.get(index)
                if amount is not None:
                    self._take_unit(amount)
                continue
            token = stretch.tokens[index]
            if token.kind == NUMBER_KIND:
                continue
            key = token.key
            code = self._named(index)
            if code:
                self.bases.append(Base(code, 1, index, is_counted=False))
            elif key.startswith((*RATES, *BUYING, *SELLING)):
                self.cues = True
            for said, stems in SAYERS.items():
                if key.startswith(stems):
                    if self.sayers and self.sayers[-1] == (index - 1, "official"):
                        continue  # the bank of a central bank
                    self.sayers.append((index, cast("Sayer", said)))
                    self.cues = self.cues or said in {"official", "market", "street"}
        memory = self.memory
        found = False
        for position, amount in enumerate(here):
            following = here[position + 1] if position + 1 < len(here) else None
            found = self._take_price(amount, following) or found
            if amount.code and amount.number.value not in _NOMINALS:
                self.last_end = max(self.last_end, amount.after)
        for amount, quote in self.moves:
            self._take_move(amount, quote)
        if self.sayers:
            memory.sayer = self.sayers[0][1]
        named = [base for base in self.bases if base.code not in _FIVE]
        is_kept = memory.age <= _MEMORY and (self.cues or self._has_verb(start, end))
        if not found and named and (is_kept or self.book is not None):
            memory.bases, memory.age = [named[-1]._replace(place=-1, is_counted=False)], 0
        if found:
            memory.age = 0

    def _take_row(self) -> bool:
        """Read a row of a table: a currency, and its price or its two prices: ``Доллар 87,30 87,60``."""
        stretch, codes = self.stretch, set()
        taken = {index for amount in self.amounts for index in range(amount.first, amount.last + 1)}
        for index, token in enumerate(stretch.tokens):
            code = self._named(index) if token.kind == WORD_KIND or token.key in CURRENCIES else ""
            if code:
                codes.add(code)
            elif (
                index not in taken
                and token.kind == WORD_KIND
                and token.key not in FILLERS
                and len(token.key) > 1
            ):
                return False
        prices = [amount for amount in self.amounts if amount.code in {"", *codes}]
        if len(codes) != 1 or not 1 <= len(prices) <= _TWO or len(prices) != len(self.amounts):
            return False
        code = codes.pop()
        quote = self._quote(code)
        values = [float(amount.number.value) for amount in prices]
        if not quote or not all(
            amount.high is None and is_plausible(code, quote, value)
            for amount, value in zip(prices, values, strict=True)
        ):
            return False
        if all(not amount.number.place for amount in prices) and len(prices) == 1:
            return False
        self.sentence, self.end, self.last_end = 0, len(stretch.tokens), 0
        base = Base(code, 1, prices[0].first, is_counted=False)
        self.is_list = True
        for amount, side in zip(prices, ("buy", "sell"), strict=False):
            self._add(_price(amount, quote), base, quote, is_explicit=True)
            if len(prices) > 1:
                self.rates[-1] = self.rates[-1].replace(side=side)
        self.memory.age = 0
        return True

    def _take_list(self, here: list[Amount]) -> None:
        """Read the rates of a list or ticker line: a code and one price, or two: ``USD 69.8000 69.9000``."""
        stretch = self.stretch
        coded = [
            amount
            for amount in here
            if amount.is_prefixed
            and amount.code in PRICED
            and amount.number.place <= -_LEAST_DECIMALS
            and stretch.is_word(amount.first)
            and amount.high is None
            and not amount.number.scale
        ]
        if not coded or not (
            len(coded) > 1 or stretch.starts_line(coded[0].first) or self._names_only(coded[0])
        ):
            return
        quote = self._quote(coded[0].code)
        for amount in coded:
            second = next((other for other in here if other.first == amount.after and not other.code), None)
            value = float(amount.number.value)
            if not is_plausible(amount.code, quote, value):
                continue
            base = Base(amount.code, 1, amount.first, is_counted=False)
            self.is_list = True
            self.taken.add(amount.first)
            self._add(Price(amount, quote, value, value), base, quote, is_explicit=True)
            if second is not None and is_plausible(amount.code, quote, float(second.number.value)):
                self.taken.add(second.first)
                self.rates[-1] = self.rates[-1].replace(side="buy")
                self._add(_price(second, quote), base, quote, is_explicit=True)
                self.rates[-1] = self.rates[-1].replace(side="sell")

    def _names_only(self, amount: Amount) -> bool:
        """Whether the line before an amount only names its currency: ``USA Dollar USD 69.8000``."""
        keys = self.stretch.keys(self.sentence, amount.first)
        return len(keys) <= _NEAR and any(key in CURRENCIES for key in keys)

    def _named(self, index: int) -> str:
        """Return the currency that the word at *index* names without a number, if any."""
        stretch = self.stretch
        key = stretch.key(index)
        code = CURRENCIES.get(key, "")
        if code:
            printed = self.text[stretch.tokens[index].start : stretch.tokens[index].end]
            if code in {"SOM", "MANAT"} or code in _FIVE:
                code = currency_of(code, stretch.places, stretch.tokens[index].start, stretch.language)
            if len(key) == _THREE and key.upper() == code and not printed.isupper():
                return ""
            return code if code in PRICED else ""
        if key.startswith(AMERICAN_WORDS) and stretch.key(index + 1).startswith(MONEY_WORDS):
            return "USD"
        pair = _PAIR.fullmatch(key)
        if pair is not None and pair[1].upper() in PRICED and pair[2].upper() in PRICED:
            self.memory.quote = pair[2].upper()
            self.cues = True
            return pair[1].upper()
        return ""

    def _take_unit(self, amount: Amount) -> None:
        """Remember one, ten, a hundred or a thousand of a currency as what a price can be for."""
        code = self._code(amount)
        value = amount.number.value
        if not code or amount.high is not None or amount.number.is_negative or value not in _NOMINALS:
            return
        if code in PRICED and (not amount.number.scale or amount.number.is_spelled):
            self.bases.append(Base(code, int(value), amount.first, is_counted=True))

    def _code(self, amount: Amount) -> str:
        code = "KZT" if amount.code == "T" else amount.code
        return code and currency_of(code, self.stretch.places, amount.start, self.stretch.language)

    def _take_price(self, amount: Amount, following: Amount | None) -> bool:  # noqa: C901 -- one refusal after another
        """Read an amount as a rate, if it is one."""
        if amount.number.is_negative:
            self.moves.append((amount, amount.code))
        if amount.number.is_negative or amount.first in self.taken:
            return False
        code = self._code(amount)
        if code and code not in _FIVE and not self._is_foreign_price(amount, code):
            return False
        if not code and (amount.suffix or amount.number.is_spelled):
            return False
        price = _price(amount, code)
        if is_signed(self, amount) or is_for_goods(self, amount, following):
            return False
        base = self._base_behind(amount, following)
        is_explicit = base is not None
        base = base or self._base_before(price)
        if base is None or price.low <= 0:
            return False
        quote = code or self._quote(base.code)
        if not quote or quote == base.code:
            return False
        nominal = self._nominal(base, quote, price.low, price.high, is_explicit=is_explicit)
        if not nominal and self._reread(amount):
            price = _price(amount, code)
            nominal = self._nominal(base, quote, price.low, price.high, is_explicit=is_explicit)
        if not nominal:
            self.moves.append((amount, quote))
            return False
        if not is_explicit and not self._is_told(price, base, quote, nominal):
            return False
        self._add(price, base._replace(nominal=nominal), quote, is_explicit=is_explicit)
        return True

    def _reread(self, amount: Amount) -> bool:
        """Read a point before three digits the other way: 10.5300 to 10.600."""
        changed = False
        for name in ("number", "high"):
            number = getattr(amount, name)
            if number is None or not number.digits or number.scale or number.parts > 1:
                continue
            reading = read_number(number.digits, decimal_comma=True, has_scale=False)
            if reading is not None and reading.other is not None and reading.value == number.value:
                place = -3 if reading.other < reading.value else 0
                setattr(amount, name, number._replace(value=reading.other, place=place))
                changed = True
        return changed

    def _is_foreign_price(self, amount: Amount, code: str) -> bool:
        """Whether a foreign amount is the price of one of the five: ``1 сомонӣ = 8 рубл``."""
        if code not in PRICED:
            return False
        if amount.number.value in _NOMINALS and not amount.number.place:
            return False
        for base in self.bases:
            if base.is_counted and base.code in _FIVE and 0 < amount.first - base.place <= _NEAR + 1:
                between = self.stretch.keys(base.place + 1, amount.first)
                return any(key in _LINKS or key.startswith(SAME) for key in between)
        return False

    def _base_behind(self, amount: Amount, following: Amount | None) -> Base | None:
        """Return the base that follows the price: ``за $1``, ``per dollar``, ``1 dollaryna barabar``."""
        stretch, after = self.stretch, amount.after
        if stretch.key(after) == "/" and stretch.is_glued(after) and following is None:
            pass
        is_per = stretch.key(after) in PER or stretch.key(after) in _AGAINST or stretch.key(after) in TO
        if following is not None and following.first - after <= (2 if is_per else 0):
            code = self._code(following)
            value = following.number.value
            is_unit = code in PRICED and value in _NOMINALS and following.high is None and code != amount.code
            if is_unit and (is_per or (amount.code and code not in _FIVE)):
                self.taken.add(following.first)
                return Base(code, int(value), following.first, is_counted=True)
        if not is_per:
            return None
        for index in range(after + 1, after + 1 + _NEAR):
            code = self._named(index)
            if code and code != self._code(amount):
                return Base(code, 1, index, is_counted=False)
            if (
                stretch.key(index) not in ONE
                and stretch.key(index) not in FILLERS
                and stretch.key(index) != "the"
            ):
                return None
        return None

    def _base_before(self, price: Price) -> Base | None:
        """Return the base named last before the price, in its sentence or in one before."""
        first = price.amount.first
        local = [base for base in self.bases if base.place < first and base.code != price.code]
        foreign = [base for base in local if base.code not in _FIVE]
        counted = [base for base in local if base.is_counted]
        if local and not local[-1].is_counted:
            last = local[-1]
            if self.stretch.key(last.place - 1).startswith(RATES):
                return last  # курс тенге 0,17 сома
            between = self.stretch.keys(last.place + 1, first)
            if between and all(key in _LINKS or key in DASHES for key in between) and "/" not in between:
                return last  # KZT – 0,18 сома
        if counted and (not foreign or counted[-1].place >= foreign[-1].place):
            return counted[-1]
        if foreign:
            listed = self._listed(foreign)
            return listed if listed is not None else foreign[-1]
        if self.memory.age <= _MEMORY and self.memory.bases:
            return self.memory.bases[-1]
        if local and self._has_rate_noun(first):
            return local[-1]
        if self._has_rate_noun(first) or self._has_rate_noun(first, after=price.amount.after):
            return self._default(price)
        return None

    def _listed(self, foreign: list[Base]) -> Base | None:
        """Pair a list of bases with a list of prices: ``рубля и евро составили 1,41 и 6,07``."""
        stretch = self.stretch
        if (
            len(foreign) < _TWO
            or foreign[-1].is_counted
            or (foreign[-2].place < self.last_end and not self.prices)
        ):
            return None
        run = [foreign[-1]]
        for earlier in reversed(foreign[:-1]):
            gap = stretch.keys(earlier.place + 1, run[0].place)
            if len(gap) > _THREE or not any(key in CONJUNCTIONS or key == "," for key in gap):
                break
            run.insert(0, earlier)
        if len(run) < _TWO:
            return None
        return run[min(self.prices, len(run) - 1)]

    def _default(self, price: Price) -> Base | None:
        """Return the first base that the line names at all, else the dollar, where a rate is spoken of."""
        stretch = self.stretch
        for index in range(len(stretch.tokens)):
            code = self._named(index)
            if code and code not in _FIVE:
                return Base(code, 1, price.amount.first, is_counted=False)
        return Base("USD", 1, price.amount.first, is_counted=False) if price.code in _FIVE else None

    def _quote(self, base: str) -> str:
        """Return the currency of a bare number: the one that the sentence, the line or the country names."""
        stretch = self.stretch
        for span in (range(self.sentence, self.end), range(len(stretch.tokens))):
            for index in span:
                code = CURRENCIES.get(stretch.key(index), "")
                if code:
                    code = currency_of(code, stretch.places, stretch.tokens[index].start, stretch.language)
                    if code in _FIVE and code != base:
                        return code
        if self.memory.quote and self.memory.quote != base:
            return self.memory.quote
        return stretch.places.home()

    def _has_rate_noun(self, index: int, *, after: int | None = None) -> bool:
        """Whether a noun of rates stands before a token of the sentence, or right behind an amount."""
        if after is None:
            keys = self.stretch.keys(self.sentence, index)
        else:
            keys = self.stretch.keys(after, after + 3)
            keys = keys[: keys.index(",")] if "," in keys else keys
        return any(key.startswith((*RATES, *SAYERS["official"])) for key in keys)

    def _nominal(self, base: Base, quote: str, low: float, high: float, *, is_explicit: bool) -> int:
        """Return how many units the price is for; 0 where it can be no rate of the pair."""
        if is_plausible(base.code, quote, low / base.nominal) and is_plausible(
            base.code, quote, high / base.nominal
        ):
            return base.nominal
        if base.code == "RUB" or is_explicit:
            for nominal in (1, 10, 100, 1000):
                if is_plausible(base.code, quote, low / nominal) and self.cues:
                    return nominal
        return 0

    def _is_told(  # noqa: C901, PLR0912 -- what speaks for a rate, the strongest first
        self, price: Price, base: Base, quote: str, nominal: int
    ) -> bool:
        """Whether the sentence says that the price is a rate."""
        stretch, amount = self.stretch, price.amount
        first = amount.first
        last = self.memory.last.get((base.code, quote))
        ratio = None if last is None else price.low / nominal / last
        if ratio is not None and not 1 / _FAR_APART <= ratio <= _FAR_APART and not self._is_said(first):
            return base.is_counted
        is_alike = ratio is not None and 1 / _ALIKE <= ratio <= _ALIKE
        if not price.code and not is_bare_rate(self, amount, base, is_alike=is_alike):
            return False
        is_local = self.sentence <= base.place < first and any(base.place == one.place for one in self.bases)
        between = stretch.keys(base.place + 1, first) if is_local else stretch.keys(self.sentence, first)
        if amount.number.scale and not ((is_local and is_alike) or self.cues):
            return False
        if self._is_known(base.code, quote, price.low / nominal):
            return True
        if is_local:
            if any(key in _SENTENCE_ENDS for key in between):
                return False
            if base.is_counted and between[-1:] == ["("] and not self.cues:
                return False  # $1 (540 тенге) is a price in two currencies
            if base.is_counted and len(between) <= _REACH:
                is_linked = any(key in _LINKS or key in DASHES or key.startswith(PRICES) for key in between)
                return base.nominal == 1 or self.cues or is_linked
            if len(between) <= _TWO and any(key in _LINKS or key in DASHES for key in between):
                return True
            if not between and price.code:
                return True
            if between[:1] == ["/"] and len(between) <= _NEAR:  # USD/KZT: 541,30; with = it is a ticker's
                return "=" not in between
            if stretch.key(first - 1) in TO and any(key.startswith(CHANGES) for key in between):
                return True
            if self.cues or any(key in PRICE_WORDS or key.startswith(PRICES) for key in between):
                return True
            behind = stretch.keys(amount.after, amount.after + 3)
            return any(key.startswith(PRICES) for key in behind) and len(between) <= _REACH
        has_point = "." in amount.number.digits or "," in amount.number.digits
        is_short = len(between) <= _NEAR - 1
        if (
            self.cues
            or self.memory.was_alone
            or (is_alike and (has_point or is_short or date_of(self, first)))
        ):
            return True
        return any(key in SUBJECTS for key in between) and self._has_verb(self.sentence, self.end)

    def _has_verb(self, start: int, end: int) -> bool:
        """Whether a verb that tells a price stands between two tokens."""
        return any(key in PRICE_WORDS or key.startswith(PRICES) for key in self.stretch.keys(start, end))

    def _is_said(self, first: int) -> bool:
        """Whether a rate's name or who says it stands since the last price."""
        keys = self.stretch.keys(self.last_end, first)
        return any(key.startswith(_TOLD) for key in keys)

    def has_change(self, first: int) -> bool:
        """Whether a verb of change stands in the sentence before a token."""
        return any(key.startswith(CHANGES) for key in self.stretch.keys(self.sentence, first))

    def has_side_behind(self, amount: Amount) -> bool:
        """Whether a side is said right behind an amount."""
        return any(
            key.startswith((*BUYING, *SELLING)) for key in self.stretch.keys(amount.after, amount.after + 3)
        )

    def _is_known(self, base: str, quote: str, price: float) -> bool:
        """Whether the book's rate of the pair is near."""
        if self.book is None:
            return False
        try:
            known = float(self.book.rate(base, quote, on=self.on).price)
        except RateNotFound:
            return False
        return known / _ALIKE <= price <= known * _ALIKE

    def _take_move(self, amount: Amount, quote: str) -> None:
        """Leave a move of the rate out of the figures: no price of its pair, and told beside one."""
        stretch, last = self.stretch, self.memory.last.values()
        if not amount.code or amount.number.scale or not (self.prices or self.cues):
            return
        is_small = not last or abs(float(amount.number.value)) < max(last) / _FAR_APART
        behind = stretch.keys(amount.after, amount.after + _NEAR)
        is_move = stretch.key(amount.first - 1) in BY or (
            stretch.key(amount.last) in DATIVE_FORMS and any(key.startswith(CHANGES) for key in behind)
        )
        if quote and is_small and (is_move or amount.number.is_negative):
            self.spans.append((amount.start, amount.end))

    def _add(self, price: Price, base: Base, quote: str, *, is_explicit: bool) -> None:
        """Write the rate down, and remember it."""
        stretch, amount, memory = self.stretch, price.amount, self.memory
        start, end = amount.start, amount.end
        last = amount.last
        if not price.code:
            start, end, last = span_of_bare(self, amount, base, is_explicit=is_explicit)
        sayer = next((said for index, said in reversed(self.sayers) if index < amount.first), memory.sayer)
        side = None if sayer == "official" else side_of(self, amount, last)
        number = amount.number
        ends = None if amount.high is None else (number.value, amount.high.value)
        self.rates.append(
            StatedRate(
                self.text[start:end],
                start,
                end,
                KNOWN[base.code],
                KNOWN[quote],
                nominal=base.nominal,
                price=number.value if ends is None else None,
                ends=ends,
                side=side,
                market_said=sayer,
                date_text=date_of(self, amount.first),
                language=stretch.language,
            )
        )
        self.spans.append((start, end))
        if base.is_counted and base.place < len(stretch.tokens):
            for unit in self.amounts:
                if unit.first == base.place:
                    self.spans.append((unit.start, unit.end))
        memory.last[base.code, quote] = price.low / base.nominal
        memory.quote = quote
        memory.bases = [base._replace(is_counted=False, place=-1)]
        memory.age = 0
        self.last_end = last + 1
        self.prices += 1


def _with_bare_ranges(stretch: Stretch, amounts: list[Amount]) -> list[Amount]:
    """Join numbers without a currency that a dash makes a range: ``87,6–87,8``."""
    kept: list[Amount] = []
    for amount in amounts:
        before = kept[-1] if kept else None
        if (
            before is not None
            and not (
                before.code or amount.code or before.high or amount.high or before.suffix or amount.suffix
            )
            and amount.first == before.after + 1
            and stretch.key(before.after) in DASHES
            and before.number.place < 0
            and 0 < before.value < amount.value < before.value * 2
        ):
            before.high = amount.number
            before.after, before.last, before.end = amount.after, amount.last, amount.end
        else:
            kept.append(amount)
    return kept


def _price(amount: Amount, code: str) -> Price:
    number = amount.number
    return Price(amount, code, float(number.value), float((amount.high or number).value))


def _known(key: str) -> str:
    return CURRENCIES.get(key, "")
