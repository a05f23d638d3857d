"""What a program does to ``decimal.DefaultContext`` before the import changes no result."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import decimal
default = decimal.DefaultContext
default.prec, default.Emin, default.Emax, default.capitals, default.clamp = 3, -3, 5, 0, 1
default.rounding = decimal.ROUND_UP
for signal in default.traps:
    default.traps[signal] = True
decimal.setcontext(decimal.Context())
from decimal import Decimal
from cafx import Money
from cafx.formatting import format_money, formatter, parse_amount, format_spoken
print(ascii(formatter("en", "KZT")(Decimal("1300000.5"))))
print(ascii(formatter("en", "USD", notation="compact")("1234567")))
print(ascii(formatter("ru", "USD", style="name")("1234567.125")))
print(ascii(format_spoken(Money("13000000000000", "KZT"), "en")))
print(parse_amount("KZT 1,300,000.50", "en") == Money("1300000.50", "KZT"))
print(Money("1E+5", "KZT") / 3, Money("1234567.89", "KZT") * 1000)
"""


def test_the_default_context_of_a_program_changes_nothing():
    answer = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    assert answer.stderr == ""
    plain = PROGRAM.split("from decimal import Decimal", 1)[1]
    usual = subprocess.run(
        [sys.executable, "-c", "from decimal import Decimal" + plain],
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert answer.stdout == usual.stdout
    assert "1,300,000.50" in answer.stdout
