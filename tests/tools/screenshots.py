"""Takes the screenshots of the README from the real thing: ``python tests/tools/screenshots.py``.

A notebook's cells are run and shown with what their last lines give; commands are run in a terminal of their
own; the shop of ``examples/`` is started and looked at. Needs chromium, Django and pandas.
"""

from __future__ import annotations

import ast
import html
import os
import pty
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

import httpx

ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = ROOT / "docs" / "_static"
_WIDTH: Final = 900
_SHOP: Final = "http://127.0.0.1:8765"
_WAIT_SECONDS: Final = 30

_CELLS: Final = (
    """import cafx
cafx.convert("13 trillion tenge", "USD", on="2025-09-18")""",
    """import pandas, cafx.frames
contracts = pandas.DataFrame({
    "day": ["2015-08-20", "2015-08-21", "2019-05-14", "2024-02-29"],
    "amount": [1_000_000, 1_000_000, 250_000, 3_000_000_000],
    "ccy": ["KZT", "KZT", "KGS", "UZS"]})
cafx.frames.convert(contracts, "amount", "USD", on="day", currency="ccy", bounds=True).round(0)""",
)

# A line of progress, which a terminal wipes when the work is done.
_WIPED: Final = re.compile("[^\\n]*\r\x1b\\[K")

_COMMANDS: Final = (
    'cafx convert "13 trillion tenge" usd --on 2025-09-18',
    "cafx ticker examples/ticker-page.txt",
    "cafx figures examples/article.txt",
    "cafx rates KZT --chart",
)

_STYLE: Final = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; background: #fff; color: #1b1f24; font: 15px/1.45 system-ui, sans-serif }
body { padding: 20px 24px }
pre, code { font: 13.5px/1.45 "DejaVu Sans Mono", monospace; margin: 0 }
.in { display: flex; gap: 12px; margin: 6px 0 10px }
.in span { color: #3b6ea5; font: 13px "DejaVu Sans Mono", monospace; padding: 9px 0; width: 44px }
.in pre { flex: 1; background: #f5f6f8; border: 1px solid #dfe2e6; border-radius: 3px; padding: 8px 10px }
.out { margin: 0 0 18px 56px }
.out table { border-collapse: collapse; font-size: 13.5px }
.out th, .out td { padding: 4px 12px; text-align: right; border: 0 }
.out thead { border-bottom: 1px solid #999 }
.terminal { background: #14181d; color: #d7dce2; padding: 18px 22px }
.terminal b { color: #7fd1c2; font-weight: normal }
</style>"""


def notebook() -> str:
    """Return a page of cells, each with what a notebook shows below it."""
    names: dict[str, object] = {}
    parts = [_STYLE]
    for number, cell in enumerate(_CELLS, 1):
        *before, last = ast.parse(cell).body
        exec(compile(ast.Module(before, []), "cell", "exec"), names)  # noqa: S102 -- the cells above
        shown = eval(compile(ast.Expression(last.value), "cell", "eval"), names)  # noqa: S307
        parts.append(f'<div class="in"><span>[{number}]</span><pre>{html.escape(cell)}</pre></div>')
        parts.append(f'<div class="out">{_html_of(shown)}</div>')
    return "\n".join(parts)


def _html_of(shown: object) -> str:
    if hasattr(shown, "_repr_mimebundle_"):
        return shown._repr_mimebundle_()["text/html"]
    return shown._repr_html_()


def terminal() -> str:
    """Return a page with commands and what they print on a terminal."""
    parts = [_STYLE, '<body class="terminal"><pre>']
    for command in _COMMANDS:
        parts.append(f"<b>$</b> {html.escape(command)}")
        parts.append(html.escape(_run_on_terminal(command)) + "\n")
    return "\n".join([*parts, "</pre>"])


def _run_on_terminal(command: str) -> str:
    """Return what a command prints where it stands before a terminal."""
    main, other = pty.openpty()
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "96",
        "LINES": "40",
        "NO_COLOR": "1",
        "TERM": "xterm",
    }
    process = subprocess.Popen(
        shlex.split(command), cwd=ROOT, stdout=other, stderr=other, stdin=other, env=environment
    )
    os.close(other)
    found = bytearray()
    while True:
        try:
            part = os.read(main, 65536)
        except OSError:  # how the other end says that it was closed
            break
        if not part:
            break
        found += part
    process.wait()
    os.close(main)
    text = found.decode().replace("\r\n", "\n")
    return _WIPED.sub("", text).strip("\n ")


def _photograph(address: str, name: str, height: int) -> None:
    """Write what chromium shows of an address as a picture of docs/."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        raise SystemExit("chromium is not here (Debian: apt install chromium)")
    target = FOLDER / name
    options = f"--headless --no-sandbox --hide-scrollbars --disable-gpu --window-size={_WIDTH},{height}"
    subprocess.run(
        [chromium, *options.split(), "--virtual-time-budget=4000", f"--screenshot={target}", address],
        check=True,
        capture_output=True,
        timeout=120,
    )
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size:,} bytes")


def _wait_for(address: str) -> None:
    until = time.monotonic() + _WAIT_SECONDS
    while True:
        try:
            httpx.get(address, timeout=5)
        except httpx.TransportError:
            if time.monotonic() > until:
                raise
            time.sleep(0.3)
        else:
            return


def main() -> None:
    """Take the three screenshots."""
    with tempfile.TemporaryDirectory() as folder:
        for name, page, height in (("notebook", notebook(), 510), ("terminal", terminal(), 775)):
            path = Path(folder, f"{name}.html")
            path.write_text(page, "utf-8")
            _photograph(path.as_uri(), f"{name}.png", height)
    shop = subprocess.Popen(
        [sys.executable, str(ROOT / "examples/shop_django/manage.py"), "runserver", "--noreload", "8765"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"{_SHOP}/kk/")
        _photograph(f"{_SHOP}/kk/", "shop.png", 760)
    finally:
        shop.terminate()
        shop.wait(timeout=10)


if __name__ == "__main__":
    main()
