"""The OpenAPI document of ``rates.json``, for those who generate their readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cafx.live.wire import CHECKED_HEADER, FORMAT
from cafx.values.quotation import KINDS, Quotation
from cafx.version import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cafx.core.value import Json

__all__ = ["describe"]

_RATIO: Final[dict[str, Json]] = {"type": "string", "pattern": "^[0-9]+(/[0-9]+)?$"}
_MOMENT: Final[dict[str, Json]] = {"type": "string", "format": "date-time"}
_TEXT: Final[dict[str, Json]] = {"type": "string"}
_DAY: Final[dict[str, Json]] = {"type": "string", "format": "date"}

_PAIR: Final[dict[str, Json]] = {
    "description": "The rate of a pair on the day: units of the quote for one unit of the base.",
    "type": "object",
    "required": ["r", "k", "s"],
    "properties": {
        "r": {
            "description": "Price, low and high bound, as exact ratios.",
            "type": "array",
            "items": _RATIO,
            "minItems": 3,
            "maxItems": 3,
        },
        "d": {**_DAY, "description": "The day of the rate; absent for what is in force without a day."},
        "a": {
            "description": "Its age in days, where it is carried past its day.",
            "type": "integer",
            "minimum": 1,
        },
        "k": {**_TEXT, "enum": list(KINDS)},
        "s": {**_TEXT, "description": "Its sources."},
    },
}
_ERROR: Final[dict[str, Json]] = {
    "type": "object",
    "required": ["error", "message"],
    "properties": {
        "error": {"type": "string", "enum": ["method_not_allowed", "rates_too_old"]},
        "message": _TEXT,
        "age": {
            "description": "The seconds since a source last answered; null where none ever has.",
            "type": ["integer", "null"],
        },
    },
}


def describe(path: str) -> dict[str, Json]:
    """Return the document for an endpoint that is mounted at *path*.

    >>> describe("/rates.json")["openapi"]
    '3.1.0'
    """
    from pydantic import TypeAdapter

    quotation = TypeAdapter(Quotation).json_schema(ref_template="#/components/schemas/{model}")
    rates: dict[str, Json] = {
        "description": "Exchange rates of one day. Numbers are text. Pass over names that you do not know.",
        "type": "object",
        "required": ["cafx", "version", "checked", "pairs", "usd", "quotations"],
        "properties": {
            "cafx": {"description": "The number of the format.", "type": "integer", "const": FORMAT},
            "version": {**_TEXT, "description": "A name for what the rates rest on."},
            "checked": {
                "description": "When each source last answered.",
                "type": "object",
                "additionalProperties": _MOMENT,
            },
            "pairs": {
                "description": "By pair, such as USD/KZT; the other direction is the exact inverse.",
                "type": "object",
                "additionalProperties": _reference("Pair"),
            },
            "usd": {
                "description": "What one US dollar costs in each currency, to twelve significant digits.",
                "type": "object",
                "additionalProperties": {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)?$"},
            },
            "quotations": {
                "description": "What the rates were worked out from, as the sources printed it.",
                "type": "array",
                "items": _reference("Quotation"),
            },
        },
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Exchange rates", "version": __version__},
        "paths": {path: {"get": _read("rates"), "head": _read("rates_head", has_body=False)}},
        "components": {"schemas": {"Error": _ERROR, "Pair": _PAIR, "Quotation": quotation, "Rates": rates}},
    }


def _read(operation: str, *, has_body: bool = True) -> dict[str, Json]:
    marks = {"ETag": _header("The mark of what answers."), CHECKED_HEADER: _header("The moments, as JSON.")}
    return {
        "operationId": operation,
        "summary": "The exchange rates of today",
        "parameters": [{"name": "If-None-Match", "in": "header", "required": False, "schema": _TEXT}],
        "responses": {
            "200": _response("The rates.", marks, "Rates" if has_body else ""),
            "304": _response("They are what the reader has.", marks),
            "405": _response(
                "Another method.", {"Allow": _header("The methods.")}, "Error" if has_body else ""
            ),
            "503": _response(
                "They are too old to be served.",
                {"Retry-After": _header("In how many seconds to ask again.")},
                "Error" if has_body else "",
            ),
        },
    }


def _response(description: str, headers: Mapping[str, Json], schema: str = "") -> dict[str, Json]:
    response: dict[str, Json] = {"description": description, "headers": dict(headers)}
    if schema:
        response["content"] = {"application/json": {"schema": _reference(schema)}}
    return response


def _header(description: str) -> dict[str, Json]:
    return {"description": description, "schema": _TEXT}


def _reference(name: str) -> dict[str, Json]:
    return {"$ref": f"#/components/schemas/{name}"}
