"""``negotiate``: which of the locales that a site offers a visitor reads, whatever his browser sends."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from cafx.core.text import printable
from cafx.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["OFFERED", "default_of", "negotiate"]

_ENGLISH: Final = "en"

#: What cafx prints for the region: its languages, Russian as two of its countries write it, and English.
OFFERED: Final = (
    "en",
    "kk-KZ",
    "ky-KG",
    "ru",
    "ru-KG",
    "ru-KZ",
    "tg-TJ",
    "tk-TM",
    "uz-Cyrl-UZ",
    "uz-UZ",
)

# What is longer says no more: browsers send 20 to 100 characters.
_MAX_HEADER: Final = 512
_MAX_RANGES: Final = 16
_RANGE: Final = re.compile(
    r"\s{0,4}(\*|[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3})\s{0,4}(?:;\s{0,4}q\s{0,4}=\s{0,4}([01](?:\.[0-9]{0,3})?)\s{0,4})?",
    re.ASCII,
)
_SCRIPT_LENGTH: Final = 4


def negotiate(
    header: str | None, offered: Sequence[str] = OFFERED, default: str = _ENGLISH, country: str = ""
) -> str:
    """Return the locale that a visitor is best served in: always one of those offered.

    Languages come in the order of the visitor's wishes; what cannot be read as one is passed over. Of
    several offered locales of a language, that of the visitor's own region comes first, then that of
    *country*, then the one without a region. A script is changed only where nothing else of the language
    is offered.

    Args:
        header: what the browser sent as ``Accept-Language``, whatever that is; None for nothing.
        offered: the locales that the site has, in Babel's or BCP 47's spelling.
        default: the one for visitors whose languages are not offered.
        country: the visitor's country, such as ``"KZ"``, where the site knows it.

    Raises:
        OptionError: *default* is not among those offered.

    >>> negotiate("kk;q=0.9, ru-RU;q=0.8, en;q=0.5"), negotiate("ru-RU, ru;q=0.9", country="KZ")
    ('kk-KZ', 'ru-KZ')
    >>> negotiate("de-DE,de;q=0.9"), negotiate("uz-Cyrl"), negotiate("; DROP TABLE")
    ('en', 'uz-Cyrl-UZ', 'en')
    """
    given = header[:_MAX_HEADER] if isinstance(header, str) else ""
    return _negotiated(given, tuple(offered), default, country.upper())


def default_of(offered: Sequence[str]) -> str:
    """Return the locale for those whose languages a site does not offer: English, else its first one.

    Raises:
        OptionError: none is offered.

    >>> default_of(["ru", "en"]), default_of(["kk-KZ", "ru"])
    ('en', 'kk-KZ')
    """
    if not offered:
        raise OptionError("no locale is offered: name one, such as 'en'", option="locales", value=offered)
    return _ENGLISH if _ENGLISH in offered else offered[0]


@lru_cache(maxsize=1024)
def _negotiated(header: str, offered: tuple[str, ...], default: str, country: str) -> str:
    if default not in offered:
        message = f"default {printable(default)} is not one of the locales offered: {', '.join(offered)}"
        raise OptionError(message, option="default", value=default)
    known = [_subtags(tag) for tag in offered]
    for wished in _wishes(header):
        if wished == "*":
            return default
        language, script, region = _subtags(wished)
        of_language = [place for place, subtags in enumerate(known) if subtags[0] == language]
        if of_language:
            return offered[
                min(
                    of_language,
                    key=lambda place: (
                        known[place][1] != script,
                        not region or known[place][2] != region,
                        not country or known[place][2] != country,
                        known[place][2] != "",
                        place,
                    ),
                )
            ]
    return default


def _wishes(header: str) -> Iterable[str]:
    """Return the languages of a header, the most wanted first; those with a weight of zero left out."""
    ranges = [_RANGE.fullmatch(part) for part in header.split(",", _MAX_RANGES)[:_MAX_RANGES]]
    weighted = [(float(found[2] or 1), found[1]) for found in ranges if found is not None]
    return (tag for weight, tag in sorted(weighted, key=lambda pair: -pair[0]) if 0 < weight <= 1)


def _subtags(tag: str) -> tuple[str, str, str]:
    """Return language, script and region of a tag; empty where it has none."""
    language, *rest = tag.replace("_", "-").split("-")
    script = next((part.title() for part in rest if len(part) == _SCRIPT_LENGTH and part.isalpha()), "")
    region = next((part.upper() for part in rest if len(part) in {2, 3} and part.isalnum()), "")
    return language.lower(), script, region
