"""The example notebooks run from top to bottom."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_NOTEBOOKS = sorted((Path(__file__).parents[2] / "examples" / "notebooks").glob("*.py"))


def test_there_are_notebooks():
    assert len(_NOTEBOOKS) == 6


@pytest.mark.parametrize("notebook", _NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_from_top_to_bottom(notebook):
    for library in ("narwhals", "pandas", "marimo", "altair", "matplotlib", "great_tables", "tqdm"):
        pytest.importorskip(library)
    settings = os.environ | {"ROWS": "50_000", "MPLBACKEND": "agg"}
    done = subprocess.run(
        [sys.executable, str(notebook)], env=settings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
