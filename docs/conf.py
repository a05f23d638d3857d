"""How Sphinx builds the documentation: ``make docs``. No network is needed."""

from __future__ import annotations

import importlib
import inspect
from typing import TYPE_CHECKING

from cafx.version import __version__

if TYPE_CHECKING:
    from docutils.nodes import Element, reference
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

project = "cafx"
author = "The cafx founders"
release = version = __version__
project_copyright = author

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_copybutton"]
exclude_patterns = ["_build"]
source_suffix = {".md": "markdown"}
needs_sphinx = "8.2"

html_theme = "furo"
html_title = "cafx"
html_static_path = ["_static"]
html_css_files = ["cafx.css"]
html_copy_source = False
html_show_sourcelink = False

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
suppress_warnings = ["myst.header"]

# A reader copies the code, not the prompts.
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 88
add_module_names = True
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True

#: The modules whose names are public, the one that a reader imports from first.
PUBLIC = (
    "cafx",
    "cafx.errors",
    "cafx.sources",
    "cafx.client",
    "cafx.history",
    "cafx.backfill",
    "cafx.frames",
    "cafx.live",
    "cafx.display",
    "cafx.testing",
    "cafx.testing.strategies",
    "cafx.web",
    "cafx.integrations.jinja",
    "cafx.integrations.flask",
    "cafx.integrations.django",
    "cafx.integrations.fastapi",
    "cafx.text",
    "cafx.ticker",
    "cafx.formatting",
    "cafx.pandas",
    "cafx.polars",
    "cafx.duckdb",
)


def setup(app: Sphinx) -> None:
    """Show each public name under the module that a reader imports it from."""
    for module in reversed(PUBLIC):  # the first one that offers a name counts
        for name in importlib.import_module(module).__all__:
            value = getattr(importlib.import_module(module), name)
            if inspect.isclass(value) or inspect.isfunction(value):
                value.__module__ = module
    app.connect("missing-reference", _resolve)
    app.connect("autodoc-process-docstring", _keep_colon, priority=400)  # before napoleon


def _keep_colon(
    _app: Sphinx, what: str, _name: str, _value: object, _options: object, lines: list[str]
) -> None:
    """Keep napoleon from reading "Units: so many" in the one sentence of a property as "type: text"."""
    if what in {"attribute", "property"} and lines and ": " in lines[0]:
        lines[:1] = lines[0].replace(": ", ":\n").split("\n")


def _resolve(
    app: Sphinx, environment: BuildEnvironment, node: pending_xref, content: Element
) -> reference | Element | None:
    """Link what a signature names by its short name; a type of Python or of another library needs no link."""
    if node.get("refdomain") != "py":
        return None
    target = node["reftarget"]
    short = target.rpartition(".")[2]
    domain = environment.domains.python_domain
    for module in PUBLIC:
        name = f"{module}.{short}"
        if name in domain.objects and name != target:
            found = domain.resolve_xref(environment, node["refdoc"], app.builder, "obj", name, node, content)
            if found is not None:
                return found
    # A name in a signature that is not public: a type variable, an alias, a class of another library.
    return None if node.get("refwarn") else content
