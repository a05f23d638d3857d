"""What the command prints on: a readable table on a terminal, plain lines in a pipe, or JSON."""

from __future__ import annotations

import os
import sys

# As in cafx itself: importing typing for it would cost more than all that the command needs to begin.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from cafx.core.value import Json

__all__ = ["Screen"]

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


class Screen:
    """Standard output, as the command should write to it."""

    def __init__(self, *, is_json: bool) -> None:
        self.is_json = is_json
        #: Whether a part of the input could not be used; the rest of it was.
        self.has_fault = False
        self.is_terminal = sys.stdout.isatty()
        self._is_coloured = (
            self.is_terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
        )
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is None:
                continue
            if stream.isatty():
                reconfigure(errors="replace")  # an ASCII terminal shows "?" for "≈", and nothing breaks
            else:  # a file or a pipe is UTF-8 whatever the locale, and no character of it is replaced
                reconfigure(encoding="utf-8", errors="backslashreplace")

    @property
    def today(self) -> date:
        """The day by which ages are told."""
        from datetime import UTC, datetime

        return datetime.now(UTC).date()

    def json(self, value: Json) -> None:
        """Print *value* as JSON, with numbers as text."""
        import json

        print(json.dumps(value, ensure_ascii=False, indent=2 if self.is_terminal else None))

    def line(self, text: str) -> None:
        """Print one line."""
        print(text)

    def note(self, text: str) -> None:
        """Say something beside the result, on standard error, so that a pipe gets results alone."""
        print(text, file=sys.stderr)

    def fault(self, message: str) -> None:
        """Say what of the input could not be used; the command goes on, and its exit code tells."""
        self.has_fault = True
        self.note(f"cafx: {' '.join(message.split())}")

    def write(self, text: str) -> None:
        """Print *text* as it is, without a line end of its own."""
        sys.stdout.write(text)

    def write_bytes(self, content: bytes) -> None:
        """Print *content* as it is; on a terminal as the text that it stands for in UTF-8."""
        buffer = getattr(sys.stdout, "buffer", None)
        if self.is_terminal or buffer is None:
            sys.stdout.write(content.decode("utf-8", "replace"))
        else:
            sys.stdout.flush()
            buffer.write(content)

    def progress(self, text: str) -> None:
        """Show how far the work is on one line of a terminal; an empty *text* clears it."""
        if sys.stderr.isatty():
            print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[str]], numbers: str = "") -> None:
        """Print *rows* in columns on a terminal, else as lines with tabs and no heads.

        The columns whose letter in *numbers* is ``r`` are set flush right.
        """
        if not self.is_terminal:
            for row in rows:
                print("\t".join(row))
            return
        widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
        sides = numbers.ljust(len(heads), "l")
        for index, row in enumerate((heads, *rows)):
            cells = [
                cell.rjust(width) if side == "r" else cell.ljust(width)
                for cell, width, side in zip(row, widths, sides, strict=True)
            ]
            print(self._styled("  ".join(cells).rstrip(), _BOLD if index == 0 else ""))

    def flush(self) -> None:
        """Write what is still held back, so that a closed pipe shows here and not at exit."""
        sys.stdout.flush()

    def abandon(self) -> None:
        """Let the rest of the output go nowhere, after the reader has closed the pipe."""
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def _styled(self, text: str, style: str) -> str:
        return f"{style}{text}{_PLAIN}" if style and self._is_coloured else text
