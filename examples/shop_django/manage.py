"""A shop in four languages, each page in the visitor's currency. Start it, and open http://127.0.0.1:8000.

python examples/shop_django/manage.py runserver
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    sys.path.append(str(Path(__file__).parents[1]))  # for loopback.py, which the examples share
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
    execute_from_command_line(sys.argv)
