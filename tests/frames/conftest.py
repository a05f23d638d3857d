"""One maker of frames for each form of each library; a form whose library is not installed is skipped."""

import pytest

from frames.engines import EAGER, FORMS, Maker, is_installed

_SOCKET = "ignore:Exception ignored in. <socket:pytest.PytestUnraisableExceptionWarning"


def _makers(forms):
    return [
        pytest.param(
            Maker(form),
            id=form,
            marks=[
                pytest.mark.skipif(not is_installed(form), reason="not installed"),
                # ibis asks DuckDB in a way that DuckDB has renamed.
                pytest.mark.filterwarnings("ignore:fetch_arrow_table:DeprecationWarning"),
                pytest.mark.filterwarnings("ignore:PySpark does not yet fully support:FutureWarning"),
                # Spark 4.0 leaves its socket to the JVM open.
                *([pytest.mark.filterwarnings(_SOCKET)] if form == "pyspark" else []),
            ],
        )
        for form in forms
    ]


def pytest_generate_tests(metafunc):
    """Run a test that asks for a ``maker`` on every form, one that asks for an ``eager`` on those at hand."""
    for name, forms in (("maker", FORMS), ("eager", EAGER)):
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, _makers(forms))
