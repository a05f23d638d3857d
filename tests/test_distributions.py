"""What wheel and sdist hold: the data, and the notices that their sources ask for."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[1]
_LINES = (
    "Source: International Monetary Fund",
    "Source: National Bank of Ukraine",
    "Source: Narodowy Bank Polski",
    "Copyright © 2004-2026 Unicode, Inc.",
    "UNICODE LICENSE V3",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The folder that a wheel and an sdist were built into, from what lies in this tree."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(folder)]
    subprocess.run(command, cwd=_ROOT, check=True, capture_output=True, timeout=120)
    return folder


def test_the_wheel_holds_the_tables_and_the_notice(built):
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as held:
        names = held.namelist()
        (notice,) = [name for name in names if name.endswith("licenses/NOTICE")]
        text = held.read(notice).decode()
    assert [line for line in _LINES if line not in text] == []
    for table in ("weekly.csv", "pegs.csv", "ticker.csv", "README.md"):
        assert f"cafx/rates/data/{table}" in names


def test_the_sdist_holds_the_tables_and_the_notice(built):
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as held:
        names = {name.partition("/")[2] for name in held.getnames()}
    assert {"NOTICE", "LICENSE", "src/cafx/rates/data/weekly.csv", "src/cafx/rates/data/README.md"} <= names


def test_every_source_of_the_tables_is_on_the_page_of_their_provenance():
    data = _ROOT / "src" / "cafx" / "rates" / "data"
    page = (data / "README.md").read_text("utf-8")
    rows = (data / "weekly.csv").read_text("utf-8").splitlines()[1:]
    sources = {part for row in rows for part in row.rsplit(",", 1)[1].split("+")}
    assert [source for source in sorted(sources) if f"| {source} |" not in page] == []
