"""cafx in web frameworks: ``jinja``, ``flask``, ``django``, ``fastapi``, each imported by its name."""

from __future__ import annotations

__all__ = ["without"]


def without(package: str, error: ImportError) -> ImportError:
    """Return the error that says what to install, where *error* says that *package* is not there."""
    if (error.name or "").partition(".")[0] != package:
        return error
    return ImportError(f"this needs {package}: pip install {package}", name=package)
