"""Which of Babel's locales a tag stands for: both spellings, missing regions, honest refusals."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from cafx.core.text import printable
from cafx.errors import UnknownLocale

if TYPE_CHECKING:
    from babel import Locale

__all__ = ["lineage", "locale_of", "system_of"]

_MAX_TAG: Final = 48
_SCRIPT_LENGTH: Final = 4
_IS_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,4}\Z", re.ASCII).match
# BCP 47's extension of preferences: -u-nu-latn.
_EXTENSION: Final = re.compile(r"[-_][uU]((?:[-_][A-Za-z0-9]{2,8}){1,8})\Z", re.ASCII)
_SYSTEM: Final = re.compile(r"[-_]nu[-_]([A-Za-z0-9]{3,8})", re.ASCII | re.IGNORECASE)

# What people ask for that no version of CLDR has, with what to do instead.
_REFUSED: Final = {
    ("kk", "Latn"): "CLDR has Kazakh in Cyrillic (kk) and Arabic letters (kk_Arab) only: the Latin alphabet "
    "of Kazakhstan is not yet in force",
    ("ky", "Latn"): "CLDR has Kyrgyz in Cyrillic letters (ky) only",
    ("tg", "Latn"): "CLDR has Tajik in Cyrillic letters (tg) only",
    ("tk", "Cyrl"): "CLDR has Turkmen in Latin letters (tk) only",
}


def locale_of(locale: str | Locale) -> Locale:
    """Return Babel's locale for a tag in Babel's or BCP 47's spelling.

    A region that CLDR does not know for a language falls to the language itself, as in ICU:
    ``en_KZ`` is ``en``, ``ru_UZ`` is ``ru``. A script never falls away silently. Preferences behind
    ``-u-`` say nothing about the locale and are left out here; ``system_of`` reads the digits' one.

    Args:
        locale: such as ``"kk_KZ"``, ``"uz-Cyrl-UZ"``, or a Babel ``Locale``.

    Raises:
        UnknownLocale: no such locale in CLDR; the message says what there is instead.
        TypeError: neither text nor a ``Locale``.

    >>> str(locale_of("uz-UZ")), str(locale_of("en_KZ"))
    ('uz_Latn_UZ', 'en')
    >>> locale_of("kk_Latn")
    Traceback (most recent call last):
    cafx.errors.UnknownLocale: locale 'kk_Latn': CLDR has Kazakh in Cyrillic (kk) and Arabic letters ...
    """
    if not isinstance(locale, str):
        from babel import Locale

        if isinstance(locale, Locale):
            return locale
        message = f"a locale is text such as 'kk_KZ' or a Babel Locale, not {type(locale).__name__}"
        raise TypeError(message)
    tag = locale
    if len(tag) <= _MAX_TAG and ("-u-" in tag or "_u_" in tag):
        tag = _EXTENSION.sub("", tag)
    if len(tag) > _MAX_TAG or not _IS_TAG(tag):
        message = f"locale {printable(locale)} is not a locale tag: write it as kk_KZ or kk-KZ"
        raise UnknownLocale(message, locale=locale[:_MAX_TAG])
    found = _looked_up(tag)
    if isinstance(found, str):
        raise UnknownLocale(found, locale=locale)
    return found


def system_of(locale: str | Locale) -> str:
    """Return the numbering system that a tag asks for, or nothing.

    >>> system_of("fa-IR-u-nu-latn"), system_of("fa-IR")
    ('latn', '')
    """
    if not isinstance(locale, str) or ("-u-" not in locale and "_u_" not in locale):
        return ""
    extension = _EXTENSION.search(locale)
    system = _SYSTEM.search(extension[1]) if extension else None
    return system[1].lower() if system else ""


@lru_cache(maxsize=256)
def _looked_up(tag: str) -> Locale | str:
    """Return the locale, or why there is none: Babel takes 260 µs for a miss, so it is kept too."""
    from babel import parse_locale

    try:
        language, region, script, *_ = parse_locale(tag.replace("-", "_"))
    except ValueError:
        return f"locale {tag!r} is not a locale tag: write it as kk_KZ or kk-KZ"
    if (language, script) in _REFUSED:
        return f"locale {tag!r}: {_REFUSED[language, script or '']}"
    found = _parsed(tag)
    if found is None and _is_region(region):
        found = _parsed(f"{language}_{script}" if script else language)
    if found is None:
        return f"locale {tag!r} is unknown to CLDR: write it as kk_KZ or kk-KZ"
    # Asked only where a script is named: it is Babel's table of all languages that knows the usual one.
    if script and script != (letters := found.script or _usual_script(language)):
        return f"locale {tag!r}: CLDR has {language!r} in {letters} letters only"
    return found


def _is_region(region: str | None) -> bool:
    from babel.core import get_global

    return region in get_global("territory_currencies")


def _parsed(tag: str) -> Locale | None:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None


@lru_cache(maxsize=256)
def lineage(identifier: str) -> tuple[str, ...]:
    """Return *identifier* and what it inherits from, nearest first, without the root.

    CLDR names the parents that are not simply the shorter tag: Kazakh in Arabic letters has
    nothing of Kazakh in Cyrillic, Mexican Spanish goes by that of Latin America.

    >>> lineage("uz_Latn_UZ"), lineage("uz_Cyrl_UZ"), lineage("es_MX")
    (('uz_Latn_UZ', 'uz_Latn', 'uz'), ('uz_Cyrl_UZ', 'uz_Cyrl'), ('es_MX', 'es_419', 'es'))
    """
    from babel.core import get_global

    exceptions = get_global("parent_exceptions")
    chain = []
    while identifier and identifier != "root":
        chain.append(identifier)
        parent = exceptions.get(identifier) or identifier.rpartition("_")[0]
        script = identifier.rpartition("_")[2]
        # Babel's copy of the exceptions leaves out those whose parent is the root.
        is_apart = len(script) == _SCRIPT_LENGTH and script.istitle() and script != _usual_script(parent)
        identifier = "" if is_apart else parent
    return tuple(chain)


def _usual_script(language: str) -> str:
    from babel.core import get_global

    likely: str = get_global("likely_subtags").get(language, "")
    return likely.split("_")[1] if "_" in likely else ""
