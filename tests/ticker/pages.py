"""Real states of the ticker, typed in, and the forms that pages give them."""

from __future__ import annotations

SEED = (
    "KGS/USD = 0.01144 0%",
    "KZT/USD = 0.00194 -0%",
    "TJS/USD = 0.10877 -0%",
    "UZS/USD = 0.00008 0%",
    "TMT/USD = 0.28571 0%",
)
STATES = (
    SEED,
    (
        "KGS/USD = 0.01188 0.85%",
        "KZT/USD = 0.00209 0%",
        "TJS/USD = 0.09434 0.43%",
        "UZS/USD = 0.00008 0%",
        "TMT/USD = 0.28615 0%",
    ),
    (
        "KGS/USD = 0.01149 0%",
        "KZT/USD = 0.00192 0%",
        "TJS/USD = 0.09143 -0.22%",
        "UZS/USD = 0.00008 0%",
        "TMT/USD = 0.28490 -0.42%",
    ),
    (  # spring 2024: no manat yet
        "KGS/USD = 0.01134 0%",
        "KZT/USD = 0.00225 0%",
        "TJS/USD = 0.09282 0.76%",
        "UZS/USD = 0.00008 0%",
    ),
)


def text_page(state, repeats=8, bullet="• ", date="16 December 2025"):
    """The page as a text extract has it: the first bullet flush, later ones set in."""
    lines = [f"  {bullet}{line}" for _ in range(repeats) for line in state]
    if lines:
        lines[0] = lines[0].strip()
    return "\n".join([*lines, date, "", "Kazakhstan to Invest $24 Billion in Energy", "", "Body text."])


def html_page(state, repeats=8, date="16 December 2025"):
    """The page as a browser gets it, each part of an entry in an element of its own."""
    items = "".join(
        f'<li class="item"><span>{pair}</span><span> = </span><b>{price}</b>'
        f'&nbsp;<i data-x="a>b">{change}</i></li>\n'
        for line in state * repeats
        for pair, _, price, change in [line.split()]
    )
    return (
        "<!DOCTYPE html><html><head><title>News</title><script>var t='<li>KZT/USD = 0.5 0%</li>';</script>"
        "<style>li:after{content:'KGS/USD = 0.9 0%'}</style></head><body><!-- TJS/USD = 0.4 0% -->"
        f"<ul class='ticker'>{items}</ul><div>{date}</div>"
        "<p>The KZT/USD = 0.00200 of last week.</p></body></html>"
    )
