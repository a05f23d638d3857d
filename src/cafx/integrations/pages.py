"""``Pages``: what templates of any engine say of prices; it never fails for a rate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from cafx.core.currency import CENTRAL_ASIA
from cafx.errors import RatesTooOld, UnknownLocale
from cafx.formatting.html import Html, escaped
from cafx.web import island, script

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self, Unpack

    from cafx.core.dates import Day
    from cafx.display import Display, DisplayChoices
    from cafx.formatting.monetary import Monetary
    from cafx.live.protocols import LiveRates

__all__ = ["Pages"]

_FALLBACK: Final = "en"


class Pages:
    """The words of cafx in templates, for the visitor that *locale* names.

    A price whose rate is missing or too old stands there without its worth. A price that is None is nothing,
    and so is the empty text that template engines make of a missing name.

    Args:
        rates: what prices are converted with.
        locale: names the visitor's locale when it is asked; one that CLDR does not have counts as English.
        to: the currency that prices are worth in, unless a template names another.
        src: gives the address of ``cafx-money.js``.
        given: the visitor's display, where there is one already.
        **choices: as ``cafx.display.Display`` takes them.
    """

    def __init__(
        self,
        rates: LiveRates,
        locale: Callable[[], str],
        to: str = "USD",
        *,
        src: Callable[[], str],
        given: Display | None = None,
        **choices: Unpack[DisplayChoices],
    ) -> None:
        self.rates = rates
        self.to = to
        self._locale = locale
        self._src = src
        self._choices = choices
        self._given = given

    def of(self, given: Display) -> Self:
        """Return these pages for the visitor whose display is given."""
        named = str(given.to)
        return type(self)(self.rates, lambda: given.lang, named, src=self._src, given=given, **self._choices)

    def display(self, to: str | None = None) -> Display:
        """Return the display of this visitor."""
        if self._given is not None and to in {None, self.to}:
            return self._given
        try:
            return self.rates.display(self._locale(), to or self.to, **self._choices)
        except UnknownLocale:
            return self.rates.display(_FALLBACK, to or self.to, **self._choices)

    def lang(self) -> str:
        """Return the visitor's locale as HTML's ``lang`` has it."""
        return self.display().lang

    def text(self, money: Monetary | Literal[""] | None) -> str:
        """Return the price as text."""
        return "" if money is None or money == "" else self.display().text(money)

    def worth(self, money: Monetary | Literal[""] | None, to: str | None = None) -> str:
        """Return what the price is worth, as text; empty where no rate answers."""
        return "" if money is None or money == "" else self.display(to).worth(money)

    def price(self, money: Monetary | Literal[""] | None, to: str | None = None) -> Html:
        """Return the price with its worth, as markup."""
        return Html() if money is None or money == "" else self.display(to).price(money)

    def element(self, money: Monetary | Literal[""] | None, to: str | None = None) -> Html:
        """Return the price as ``<cafx-money>``, which the script shows in another currency."""
        return Html() if money is None or money == "" else self.display(to).element(money)

    def article(self, text: object, on: Day | None = None) -> Html:
        """Return an article with the worth of its money; text that is not marked as markup is escaped.

        The day is *on*, else the one that the article names, else today.
        """
        page = text if hasattr(text, "__html__") else escaped(str(text))
        page, display = str(page), self.display()
        if display.book is None:
            return Html(page)
        from cafx.text.annotation import annotate_html, day_for

        day, _ = day_for(page, on)
        annotated = annotate_html(
            page,
            display.book,
            self.to,
            on=day or display.on,
            locale=display.lang,
            max_age=self.rates.max_age,
        )
        return Html(annotated.text)

    def strip(self, *codes: str, to: str | None = None) -> Html:
        """Return the ticker strip of these currencies; of the region's five where none are named."""
        return self.display(to).strip(codes or CENTRAL_ASIA)

    def island(self) -> Html:
        """Return the rates as data for the script; nothing where they are too old."""
        try:
            snapshot = self.rates.now()
        except RatesTooOld:
            return Html()
        return island(snapshot, on=self.rates.today, max_age=self.rates.max_age)

    def script(self, nonce: str = "") -> Html:
        """Return the element that loads ``cafx-money.js``."""
        return script(self._src(), nonce)
