"""What a release must pass: ``make release-check``.

Wheel and sdist are built twice, and both builds have the same hashes. Their metadata, size and contents are
looked at. Each is installed into an empty environment on every Python from 3.11 that is found, and the
README runs there. What the environment holds is written beside them, as ``pip inspect`` lists it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from hashlib import sha256
from pathlib import Path
from shutil import copy, which

from packaging.version import Version

ROOT = Path(__file__).parents[2]
DIST = ROOT / "dist"
#: What each may weigh, in bytes: twice what it weighed when this was written.
LIMITS = {".whl": 1_500_000, ".gz": 2_000_000}
#: What no wheel may lack.
NEEDED = (
    "py.typed",
    "rates/data/weekly.csv",
    "rates/data/pegs.csv",
    "rates/data/ticker.csv",
    "rates/data/days_off.csv",
)
OLDEST = (3, 11)


def run(*command: str | Path, where: Path = ROOT, **environment: str) -> str:
    """Return what a command prints; end with what it said where it fails."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=where,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{done.stdout[-4000:]}{done.stderr[-4000:]}")
    return done.stdout


def build(folder: Path) -> dict[str, Path]:
    """Return the wheel and the sdist of one build, by their names."""
    run(
        sys.executable,
        "-m",
        "build",
        "--no-isolation",
        "--outdir",
        folder,
        ROOT,
        SOURCE_DATE_EPOCH="1767225600",
    )
    return {path.name: path for path in sorted(folder.iterdir()) if path.suffix in LIMITS}


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return sha256(path.read_bytes()).hexdigest()


def names_in(path: Path) -> set[str]:
    """Return the names of the files in a wheel or an sdist, the sdist's without its top folder."""
    if path.suffix == ".whl":
        return set(zipfile.ZipFile(path).namelist())
    with tarfile.open(path) as archive:
        return {member.name.partition("/")[2] for member in archive.getmembers() if member.isfile()}


def faults_in(path: Path) -> list[str]:
    """Return what is wrong with the contents of a wheel or an sdist."""
    names = names_in(path)
    prefix = "cafx/" if path.suffix == ".whl" else "src/cafx/"
    faults = [f"{path.name} lacks {name}" for name in NEEDED if prefix + name not in names]
    if path.suffix == ".whl":
        faults += [f"{path.name} holds {name}" for name in names if not name.startswith(("cafx/", "cafx-"))]
        if not any(name.endswith("licenses/LICENSE") for name in names):
            faults.append(f"{path.name} lacks its licence")
    else:
        wanted = ("README.md", "LICENSE", "NOTICE", "tests/conftest.py", "docs/index.md", "pyproject.toml")
        faults += [f"{path.name} lacks {name}" for name in wanted if name not in names]
    faults += [
        f"{path.name} holds {name}" for name in names if re.search(r"__pycache__|\.pyc$|_build/|\.venv", name)
    ]
    if path.stat().st_size > LIMITS[path.suffix]:
        faults.append(f"{path.name} weighs {path.stat().st_size:,} bytes, more than {LIMITS[path.suffix]:,}")
    return faults


def pythons() -> dict[Version, str]:
    """Return every released Python from the oldest on, by its minor version: on PATH or under pyenv."""
    versions = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    candidates = [which(f"python3.{minor}") for minor in range(OLDEST[1], 20)]
    candidates += [str(path) for path in sorted(versions.glob("3.*/bin/python3"))]
    script = (
        "import sys, venv, ensurepip\n"
        "if sys.version_info.releaselevel == 'final': print('%d.%d' % sys.version_info[:2], sys.executable)"
    )
    found: dict[Version, str] = {}
    for candidate in filter(None, candidates):
        done = subprocess.run([candidate, "-c", script], capture_output=True, text=True, check=False)
        if done.returncode == 0 and done.stdout:
            text, _, executable = done.stdout.strip().partition(" ")
            if Version(text) >= Version(".".join(map(str, OLDEST))):
                found.setdefault(Version(text), executable)
    return dict(sorted(found.items()))


def try_out(python: str, package: Path, folder: Path) -> str:
    """Install *package* into an empty environment of *python*, run the README, and return its inventory."""
    run(python, "-m", "venv", folder)
    inside = folder / "bin" / "python"
    constraints = ROOT / "constraints.txt"
    quiet = ("--quiet", "--disable-pip-version-check")
    run(inside, "-m", "pip", "install", *quiet, "-c", constraints, "pip")
    if package.suffix == ".gz":  # the backend too: an sdist is built where it is installed
        run(inside, "-m", "pip", "install", *quiet, "-c", constraints, "hatchling")
        run(inside, "-m", "pip", "install", *quiet, "--no-build-isolation", "-c", constraints, package)
    else:
        run(inside, "-m", "pip", "install", *quiet, "-c", constraints, package)
    run(inside, "-m", "pip", "check")
    where = run(inside, "-c", "import cafx; print(cafx.__file__)", where=folder).strip()
    if str(folder) not in where:
        sys.exit(f"{inside} imports cafx from {where}")
    run(inside, ROOT / "tests" / "pages.py", "--only-doctests", ROOT / "README.md", where=folder)
    return run(inside, "-m", "pip", "inspect", "--local")


def main() -> None:
    """Build, look, install, run."""
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        first, second = build(scratch / "first"), build(scratch / "second")
        for file, path in first.items():
            if digest(path) != digest(second[file]):
                sys.exit(f"two builds of {file} differ")
            size, files = path.stat().st_size, len(names_in(path))
            print(f"{file}: {size:,} bytes, {files} files, twice {digest(path)[:16]}")
        faults = [fault for path in first.values() for fault in faults_in(path)]
        if faults:
            sys.exit("\n".join(faults))
        print(run(sys.executable, "-m", "twine", "check", "--strict", *first.values()).strip())
        found = pythons()
        for version, python in found.items():
            for path in first.values():
                inventory = try_out(python, path, scratch / f"{version}{path.suffix}")
                print(f"Python {version}: {path.name} is installed, and the README runs")
        DIST.mkdir(exist_ok=True)
        for path in first.values():
            copy(path, DIST)
        (DIST / "environment.json").write_text(inventory, "utf-8")
        print(f"{DIST.name}/: {', '.join(first)}, and environment.json, which lists what they run with")


if __name__ == "__main__":
    main()
