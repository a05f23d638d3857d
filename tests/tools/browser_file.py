"""Write ``cafx-money.js``, by which browsers print prices as Python does; ``make js`` calls this.

It is made of the modules in ``tests/tools/browser``, which people read, and of cafx's locale data. The
modules are joined in the order in which they import each other; comments and indentation are left out, and
nothing else is changed, so that an error in a visitor's browser can be read. Python is all that this needs.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parent))

from browser_data import data

SOURCES: Final = Path(__file__).parent / "browser"
FILE: Final = Path(__file__).parents[2] / "src" / "cafx" / "web" / "static" / "cafx-money.js"
ENTRY: Final = "index.js"
DATA: Final = "data.js"  # the one that is not written by hand
HEAD: Final = (
    "// cafx-money.js: prices as each country of Central Asia writes them. MIT License.\n"
    "// Made by make js; the source, with comments, is in tests/tools/browser of cafx.\n"
)

_IMPORT: Final = re.compile(r'^import (?:\{[^}]*\} from )?"\./([a-z]+\.js)";\n', re.MULTILINE)
_REEXPORT: Final = re.compile(r'^export \{ ([^}]*) \} from "\./([a-z]+\.js)";\n', re.MULTILINE)
_EXPORT: Final = re.compile(r"^export (?=(?:async |const |function ))", re.MULTILINE)
_TOP: Final = re.compile(r"^(?:async )?(?:const|let|function|class) ([A-Za-z_]+)", re.MULTILINE)
_BLOCK: Final = re.compile(r"^ *(?:/\*\*.*?\*/|//.*?)\n", re.MULTILINE | re.DOTALL)
_TAIL: Final = re.compile(r"(?<=\S) +// [^\"`\n]*$", re.MULTILINE)


def browser_file() -> str:
    """Return the text of the file."""
    modules: dict[str, str] = {}
    exported: list[str] = []

    def add(name: str) -> None:
        if name in modules:
            return
        text = data() if name == DATA else (SOURCES / name).read_text("utf-8")
        given = _REEXPORT.findall(text)
        for needed in (*_IMPORT.findall(text), *(module for _, module in given)):
            add(needed)
        exported.extend(word for words, _ in given for word in words.split(", "))
        modules[name] = _EXPORT.sub("", _REEXPORT.sub("", _IMPORT.sub("", text)))

    add(ENTRY)
    joined = "".join(modules.values())
    twice = [name for name, count in Counter(_TOP.findall(joined)).items() if count > 1]
    if twice:
        message = f"two modules have a name {twice[0]}: joined, they need two names"
        raise ValueError(message)
    return f"{HEAD}{bare(joined)}export {{ {', '.join(sorted(exported))} }};\n"


def bare(script: str) -> str:
    r"""Return a script without its comments, its indentation and its empty lines.

    Comments of one line are ``//``, on a line of their own or behind code; longer ones are ``/** */``.

    >>> bare('/** Adds. */\nfunction add(a) {\n  return "// " + a; // so\n\n}\n')
    'function add(a) {\nreturn "// " + a;\n}\n'
    """
    lines = (line.strip() for line in _TAIL.sub("", _BLOCK.sub("", script)).splitlines())
    return "".join(f"{line}\n" for line in lines if line)


def size_of(text: str) -> int:
    """Return how many bytes go over the wire where a server compresses as hard as gzip can."""
    return len(gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    made = browser_file()
    FILE.write_text(made, "utf-8", newline="\n")
    print(f"{FILE.name}: {len(made.encode())} bytes, {size_of(made)} with gzip")
