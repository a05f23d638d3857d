"""The reference is complete: every public name has its place in it, and a docstring that says all.

Functions and methods say what they return ("Return …", "Yield …", or a section Returns), name each of their
arguments, and functions and classes have an example, which runs with the other docstrings.
"""

from __future__ import annotations

import importlib
import inspect
import re
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from typing import NamedTuple

import pytest

from pages import ROOT, blocks_in

_REFERENCE = ROOT / "docs" / "reference"
# What needs a Django project around it has its example in the one of this page, which runs by itself.
_PROJECT = ROOT / "docs" / "start" / "django.md"
_IN_PROJECT = frozenset(("cafx.integrations.django.pages", "cafx.integrations.django.rates_json"))
# Classes whose members are somebody else's: Python's own, or those that every value has.
_BORROWED = {object, str, tuple, dict, BaseException, Exception, Warning, UserWarning}


class Public(NamedTuple):
    """A public name, and what it stands for."""

    module: str
    name: str
    value: object


@cache
def conf():
    """Return docs/conf.py, which says what is public."""
    spec = spec_from_file_location("docs_conf", ROOT / "docs" / "conf.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def public():
    """Return every public name once, under the first module that offers it."""
    names, known = [], set()
    for module in conf().PUBLIC:
        try:
            offered = importlib.import_module(module)
        except ImportError:  # an engine that is not installed
            continue
        for name in offered.__all__:
            value = getattr(offered, name)
            if inspect.ismodule(value) or (callable(value) and id(value) in known):
                continue
            known.add(id(value))
            names.append(Public(module, name, value))
    return names


def methods_of(kind):
    """Yield the public methods of a class that are its own or of a base of cafx's.

    One that overrides a base's keeps the base's contract, and need not say it again.
    """
    for name in dir(kind):
        if name.startswith("_"):
            continue
        owner, *others = [base for base in kind.__mro__ if name in vars(base)]
        value = vars(owner)[name]
        if owner in _BORROWED or others or not owner.__module__.startswith("cafx"):
            continue
        if isinstance(value, (classmethod, staticmethod)):
            value = value.__func__
        if inspect.isfunction(value) or isinstance(value, property):
            yield name, value


def returns_something(function):
    """Whether a function's annotation says that it returns a value."""
    return inspect.signature(function).return_annotation not in {
        None,
        "None",
        "NoReturn",
        inspect.Signature.empty,
    }


def says_what_it_returns(doc):
    return doc.startswith(("Return ", "Yield ", "Whether ")) or "\nReturns:\n" in doc


def unnamed(function, doc):
    """Return the arguments that the docstring does not name, as `name:`, *name* or ``name``."""
    if re.search(
        r"(arguments|options|choices|rest)\b.*\b(of|as|those)|: see ``|; see ``|as for ``|See ``", doc
    ):
        return []
    kinds = inspect.Parameter
    wanted = [
        one.name
        for one in inspect.signature(function).parameters.values()
        if one.name not in {"self", "cls"} and one.kind is not kinds.VAR_KEYWORD
    ]
    return [name for name in wanted if not re.search(rf"(^|[\s,*`]){name}([:,=`*\s]|$)", doc, re.MULTILINE)]


def faults_of(one):
    """Return what the docstrings of a public name lack."""
    where = f"{one.module}.{one.name}"
    value = one.value
    if inspect.isclass(value):
        doc = inspect.cleandoc(value.__doc__ or "")
        if not doc:
            yield f"{where} has no docstring"
        elif ">>>" not in doc:
            yield f"{where} has no example"
        for name, method in methods_of(value):
            yield from faults_of_method(f"{where}.{name}", method)
    elif inspect.isfunction(value):
        yield from faults_of_function(where, value)
        if where in _IN_PROJECT:
            assert any(one.name in block.text for block in blocks_in(_PROJECT.read_text("utf-8")))
        elif ">>>" not in (value.__doc__ or ""):
            yield f"{where} has no example"


def faults_of_function(where, function):
    doc = inspect.cleandoc(function.__doc__ or "")
    if not doc:
        yield f"{where} has no docstring"
        return
    if returns_something(function) and not says_what_it_returns(doc):
        yield f"{where} does not say what it returns: {doc.splitlines()[0]}"
    if lacking := unnamed(function, doc):
        yield f"{where} does not name {', '.join(lacking)}"


def faults_of_method(where, method):
    if isinstance(method, property):
        if not (method.__doc__ or "").strip():
            yield f"{where} has no docstring"
        return
    if where.rpartition(".")[2].startswith("test_"):  # a test of a contract: it returns nothing
        return
    yield from faults_of_function(where, method)


@pytest.mark.parametrize("module", conf().PUBLIC)
def test_every_docstring_says_all(module):
    faults = [fault for one in public() if one.module == module for fault in faults_of(one)]
    assert not faults, "\n".join(faults)


def test_every_public_name_stands_in_the_reference():
    text = "\n".join(page.read_text("utf-8") for page in _REFERENCE.glob("*.md"))
    listed = set(re.findall(r"\.\. (?:auto\w+|py:data):: (\S+)", text))
    expected = {f"{one.module}.{one.name}" for one in public()}
    assert expected - listed == set()
