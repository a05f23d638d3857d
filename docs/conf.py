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
    "cafx.text",
    "cafx.ticker",
    "cafx.formatting",
    "cafx.pandas",
    "cafx.polars",
    "cafx.duckdb",
)
