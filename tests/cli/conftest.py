"""The command as a user calls it: its exit code, what it prints, and what it says beside it."""

from __future__ import annotations

import pytest

from cafx.cli import main


@pytest.fixture
def cli(capsys):
    def run(*arguments):
        try:
            code = main(arguments)
        except SystemExit as stop:
            code = stop.code
        out, err = capsys.readouterr()
        return code, out, err

    return run
