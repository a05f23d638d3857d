"""Bytes to a tree: XML without a DTD and JSON with its digits, or an error that says what came instead."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NoReturn
from xml.etree.ElementTree import ParseError as XMLError
from xml.etree.ElementTree import TreeBuilder, XMLParser

from cafx.core.encoding import decode_document
from cafx.core.text import printable
from cafx.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

__all__ = [
    "MAX_BODY",
    "Json",
    "NoTableError",
    "changed",
    "check_body",
    "objects_in",
    "read_json",
    "read_xml",
    "refused",
]

#: The longest table that is read: real ones have up to 150 kB, and this much of nested XML elements
#: takes forty megabytes of memory.
MAX_BODY: Final = 512 * 1024

Json = None | bool | str | int | Decimal | list["Json"] | dict[str, "Json"]

_SNIFFED: Final = 2048
_IS_HTML: Final = re.compile(rb"<(?:!doctype\s{1,9}html|html|head|body)\b", re.IGNORECASE).search
_TITLE: Final = re.compile(rb"<title>([^<]{1,80})", re.IGNORECASE).search
_DOCTYPE: Final = b"<!DOCTYPE"
# Expat raises ParseError for bad XML, ValueError and LookupError for an encoding it does not have.
_XML_FAULTS: Final = (XMLError, ValueError, LookupError)


class _Plain(TreeBuilder):
    """A tree builder that takes no document type, so that no entity is ever declared."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> NoReturn:  # noqa: ARG002
        message = "it declares a document type"
        raise _DocumentTypeError(message)


class _DocumentTypeError(Exception):
    """The document brings a DTD."""


class NoTableError(SourceError):
    """The source has no table for the day that was asked for: it is absent, not failing."""


def read_xml(body: bytes, source: str, roots: frozenset[str]) -> Element:
    """Return the root of an XML document, whose name must be one of *roots*.

    The document's own declaration decides about the encoding. Where that claim is wrong (banks of
    the region declare UTF-8 and send windows-1251, or the other way round), or one byte does not
    fit, ``decode_document`` finds it out.

    Raises:
        SourceError: ``changed``: HTML, not XML, another root, or a DTD; ``refused``:
            a JSON report in place of XML, or the source's own word of error.
    """
    if body.lstrip()[:1] in (b"{", b"["):
        raise refused(source, _message_in(body))
    try:
        root = _tree_or_none(body)
        if root is None:
            root = _tree(decode_document(body).encode("utf-8", "replace"), "utf-8")
    except _DocumentTypeError as error:
        _refuse_html(body, source)
        raise changed(source, f"{error}, which no table of rates needs; it is not read") from None
    except _XML_FAULTS as error:
        _refuse_html(body, source)
        raise changed(source, f"it sent no well-formed XML ({error}): {printable(body)}") from None
    if root.tag not in roots:
        _refuse_html(body, source)
        expected = " or ".join(sorted(roots))
        raise changed(source, f"its document is a {printable(root.tag)}, not {expected}")
    if not len(root) and root.text and root.text.strip():
        raise refused(source, root.text.strip())  # CBR's table is then "Error in parameters"
    return root


def read_json(body: bytes, source: str) -> Json:
    """Return a JSON document; numbers with a point keep every digit as ``Decimal``.

    Raises:
        SourceError: ``changed``: HTML, not JSON, NaN, a name given twice, or nested
            too deeply.
    """
    try:
        try:
            document = _parse(body, is_strict=True)
        except ValueError:
            document = _parse(decode_document(body).removeprefix("\ufeff"), is_strict=False)
    except (ValueError, ArithmeticError, RecursionError) as error:
        _refuse_html(body, source)
        reason = "it is nested too deeply" if isinstance(error, RecursionError) else error
        raise changed(source, f"it sent no JSON that can be read ({reason}): {printable(body)}") from None
    return document


def objects_in(document: Json, source: str) -> Iterator[Mapping[str, Json]]:
    """Yield the objects of a list; what is something else there gives an empty one, a row without parts.

    Raises:
        SourceError: ``changed``: the document is not a list.
    """
    if not isinstance(document, list):
        raise changed(source, "its document is not a list")
    for item in document:
        yield item if isinstance(item, dict) else {}


def refused(source: str, said: object) -> SourceError:
    """Return the error of a source that does not give what was asked for, with its own words."""
    return SourceError(f"{source} refused: {printable(said)}", source=source, cause="refused")


def changed(source: str, reason: str) -> SourceError:
    """Return the error of a source that is not what it used to be."""
    return SourceError(f"{source} has changed: {reason}", source=source, cause="changed")


def check_body(body: bytes, source: str, longest: int) -> None:
    """Refuse what is not bytes, is empty, or longer than a source's documents ever are."""
    if not isinstance(body, bytes):
        message = f"the body of an answer is bytes, not {type(body).__name__}: do not decode it"
        raise TypeError(message)
    if not body.strip():
        raise changed(source, "it sent an empty answer")
    if len(body) > longest:
        raise changed(source, f"its answer has {len(body)} bytes, more than the {longest} that are read")


def _refuse_html(body: bytes, source: str) -> None:
    """Name the page, if this is one: ``Request Rejected`` with status 200 is a common answer."""
    start = body[:_SNIFFED]
    if _IS_HTML(start):
        title = _TITLE(start)
        raise changed(source, f"it sent a web page: {printable(title[1].strip() if title else start)}")


def _tree(body: bytes, encoding: str | None) -> Element:
    # Python's own builder needs no call for an element, which saves a fifth. No document type can be where
    # its first letters are not: all that expat reads has them as ASCII, but for UTF-16, which has zeros.
    is_plain = _DOCTYPE not in body and b"\0" not in body
    target = None if is_plain else _Plain()
    parser = XMLParser(target=target, encoding=encoding)  # noqa: S314 -- without a DTD there are no entities
    parser.feed(body)
    root: Element = parser.close()
    return root


def _tree_or_none(body: bytes) -> Element | None:
    """Return the tree as the document declares it; an error is let go of, with the half tree it holds."""
    try:
        return _tree(body, None)
    except _XML_FAULTS:
        return None


def _parse(body: bytes | str, *, is_strict: bool) -> Json:
    document: Json = json.loads(
        body,
        parse_float=Decimal,
        parse_constant=_refuse_constant,
        object_pairs_hook=_unique,
        strict=is_strict,
    )
    return document


def _message_in(body: bytes) -> str:
    """Return the message of a JSON error report, or how it begins."""
    try:
        report = json.loads(body)
    except (ValueError, RecursionError):
        return body[:_SNIFFED].decode("utf-8", "replace")
    message = report.get("message") if isinstance(report, dict) else None
    return message if isinstance(message, str) else body[:_SNIFFED].decode("utf-8", "replace")


def _refuse_constant(name: str) -> NoReturn:
    message = f"{name} is not a number"
    raise ValueError(message)


def _unique(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """Return an object whose names must differ: ``json`` itself would take the last one silently."""
    made = dict(pairs)
    if len(made) != len(pairs):
        message = "a name stands twice in one object"
        raise ValueError(message)
    return made
