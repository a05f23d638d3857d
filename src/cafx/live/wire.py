"""``rates.json``: how one cafx hands its rates to another, through a file or over HTTP.

A document is one JSON object::

    {"cafx": 1,
     "version": "3f0c…",
     "checked": {"NBK": "2026-11-28T09:00:00+00:00"},
     "quotations": [{"base": "USD", "quote": "KZT", "price": "520.20", …}]}

``cafx`` is the number of the format. It grows when a reader of the number before would misread a document;
names that a reader does not know are passed over, so that further ones (rates for browsers, texts for
readers without cafx) need no new number. ``version`` is a name for what the document rests on: two
documents of one version hold the same prices. ``checked`` says of each source when it last answered, by the
clock of whoever asked it: it is handed on as it is, through every relay, and never stamped anew. A
quotation is what ``Quotation.to_dict()`` gives, lossless; numbers are text.

Over HTTP, an answer without a body (304) carries the moments too, in the header ``Cafx-Checked`` as the same
JSON object in ASCII: nothing new came, but it was asked for.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

from cafx.core.dates import moment_of
from cafx.core.text import printable
from cafx.errors import CafxError
from cafx.sources.document import changed, check_body, read_json
from cafx.values.quotation import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from cafx.core.value import Json

__all__ = [
    "CHECKED_HEADER",
    "FORMAT",
    "MAX_DOCUMENT",
    "Document",
    "checked_texts",
    "document_in",
    "parts_of",
    "read_checked",
    "read_document",
    "write_checked",
    "write_document",
]

#: The number of the format.
FORMAT: Final = 1
#: The longest document that is read, in bytes: five banks' tables of three days have a tenth of it.
MAX_DOCUMENT: Final = 1024 * 1024

#: The header that carries the moments of an answer without a body.
CHECKED_HEADER: Final = "Cafx-Checked"

_MAX_HEADER: Final = 8192
_MAX_SOURCES: Final = 100
_MAX_NAME: Final = 100
_MAX_QUOTATIONS: Final = 5_000
# What a quotation has in a document, and of which JSON type each is.
_TEXTS: Final = frozenset("base quote price as_of kind source through low high change observed_at".split())
_NEEDED: Final = frozenset("base quote price as_of kind source".split())


class Document(NamedTuple):
    """What ``rates.json`` holds.

    Attributes:
        version: the name of what it rests on.
        checked: when each source last answered.
        quotations: as the sources printed them.
    """

    version: str
    checked: Mapping[str, datetime]
    quotations: tuple[Quotation, ...]


def write_document(
    version: str, checked: Mapping[str, datetime], quotations: Iterable[Quotation], **more: Json
) -> bytes:
    """Return a document as bytes.

    Args:
        version: the name of what it rests on.
        checked: when each source last answered, aware moments.
        quotations: what is handed on.
        **more: further names, which readers that do not know them pass over.

    >>> write_document("1", {}, [])
    b'..."version":"1"...'
    """
    document: dict[str, Json] = {
        "cafx": FORMAT,
        "version": version,
        "checked": checked_texts(checked),
        **more,
        "quotations": [
            {
                name: value
                for name, value in quotation.to_dict().items()
                if value is not None or name == "as_of"
            }
            for quotation in quotations
        ],
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def read_document(body: bytes, source: str, now: datetime) -> Document:
    """Return what a document says, read strictly: what is not understood whole is refused.

    Args:
        body: its bytes.
        source: whom it came from, for messages.
        now: the aware moment that is now; moments ahead of it are cut to it.

    Raises:
        SourceError: ``changed``: not such a document, of a newer format, too long, nested, with a moment
            without a zone, or with a quotation that is refused.

    >>> from cafx.testing import FixedRates
    >>> from datetime import UTC, datetime
    >>> body = FixedRates({"USD/KZT": "520.20"}, on="2026-11-28").now().document()
    >>> document = read_document(body, "origin", datetime(2026, 11, 28, 12, tzinfo=UTC))
    >>> print(*document.quotations)
    USD/KZT = 520.20 (official, NBK, 2026-11-28)
    """
    return document_in(parts_of(body, source), source, now)


def parts_of(body: bytes, source: str) -> dict[str, object]:
    """Return the top of a document as a mapping, once its format is known to be ours.

    Raises:
        SourceError: ``changed``: not such a document, or of another format.
    """
    check_body(body, source, MAX_DOCUMENT)
    parts = read_json(body, source)
    if not isinstance(parts, dict) or "cafx" not in parts:
        raise changed(source, "its document is not a rates.json of cafx")
    if type(parts["cafx"]) is not int or parts["cafx"] != FORMAT:
        number = printable(str(parts["cafx"]))
        raise changed(source, f"its document has the format {number}, this cafx reads {FORMAT}: update it")
    return dict(parts)


def document_in(parts: Mapping[str, object], source: str, now: datetime) -> Document:
    """Return what the parts of a document say; see ``read_document``."""
    version, rows = parts.get("version"), parts.get("quotations")
    if not isinstance(version, str) or not 0 < len(version) <= _MAX_NAME or not version.isprintable():
        raise changed(source, "its document has no version")
    if not isinstance(rows, list) or len(rows) > _MAX_QUOTATIONS:
        raise changed(source, "its document holds no list of quotations")
    try:
        return Document(version, _moments(parts.get("checked"), now), tuple(map(_quotation, rows)))
    except (CafxError, TypeError) as error:
        raise changed(source, f"its document cannot be taken: {error}") from error


def write_checked(checked: Mapping[str, datetime]) -> str:
    """Return the moments as the header carries them.

    >>> from datetime import UTC, datetime
    >>> write_checked({"NBK": datetime(2026, 11, 28, 9, tzinfo=UTC)})
    '{"NBK":"2026-11-28T09:00:00+00:00"}'
    """
    return json.dumps(checked_texts(checked), separators=(",", ":"))


def checked_texts(checked: Mapping[str, datetime]) -> dict[str, Json]:
    """Return the moments as a document has them."""
    return {source: moment.isoformat() for source, moment in checked.items()}


def read_checked(text: str, source: str, now: datetime) -> dict[str, datetime]:
    """Return the moments of an answer without a body; those ahead of *now* are cut to it.

    Raises:
        SourceError: ``changed``: not such a header.
    """
    if len(text) > _MAX_HEADER:
        raise changed(source, f"its header {CHECKED_HEADER} is too long")
    try:
        return _moments(read_json(text.encode(), source), now)
    except (CafxError, TypeError) as error:
        raise changed(source, f"its header {CHECKED_HEADER} cannot be taken: {error}") from error


def _moments(checked: object, now: datetime) -> dict[str, datetime]:
    if not isinstance(checked, dict) or len(checked) > _MAX_SOURCES:
        message = "it does not say when its sources answered"
        raise TypeError(message)
    return {_name(name): min(_moment(text), now) for name, text in checked.items()}


def _name(name: object) -> str:
    if not isinstance(name, str) or not 0 < len(name) <= _MAX_NAME or not name.isprintable():
        message = f"{printable(name)} does not name a source"
        raise TypeError(message)
    return name


def _moment(text: object) -> datetime:
    if not isinstance(text, str):
        message = f"a moment is text, not {type(text).__name__}"
        raise TypeError(message)
    return moment_of(text, what="checked")


def _quotation(row: object) -> Quotation:
    """Return the quotation of a row, whose parts are text (the nominal a whole number) and named as ours."""
    if not isinstance(row, dict):
        message = f"a quotation is an object, not {type(row).__name__}"
        raise TypeError(message)
    given = {name: value for name, value in row.items() if value is not None or name == "as_of"}
    if unknown := given.keys() - _TEXTS - {"nominal"}:
        message = f"a quotation has no part {printable(min(unknown))}"
        raise TypeError(message)
    if missing := _NEEDED - given.keys():
        message = f"a quotation lacks its {min(missing)}"
        raise TypeError(message)
    for name, value in given.items():
        if name != "nominal" and value is not None and not isinstance(value, str):
            message = f"{name} is text, not {type(value).__name__}"
            raise TypeError(message)
    return Quotation(**given)
