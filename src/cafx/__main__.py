"""``python -m cafx`` is the command ``cafx``."""

from __future__ import annotations

import sys

from cafx.cli import main

if __name__ == "__main__":
    sys.exit(main())
