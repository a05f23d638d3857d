"""The page of the documentation about live rates, displays and tests: its examples run."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

_PAGE = Path(__file__).parents[2] / "docs" / "live.md"


def test_the_examples_of_the_page_give_what_they_say():
    blocks = re.findall(r"^```python\n(.*?)^```$", _PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    test = doctest.DocTestParser().get_doctest(
        "\n".join(block for block in blocks if ">>>" in block), {}, "live", str(_PAGE), 0
    )
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    runner.run(test)
    assert runner.summarize(verbose=False).failed == 0
    assert runner.tries > 15


def test_every_name_of_the_page_is_there():
    import cafx

    for path in re.findall(r"`?cafx\.((?:live|display|testing)(?:\.\w+)+)", _PAGE.read_text("utf-8")):
        value = cafx
        for name in path.split("."):
            if name == "wire":
                break
            value = getattr(value, name)
