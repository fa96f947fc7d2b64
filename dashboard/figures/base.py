"""What every chart of the house has in common."""

from __future__ import annotations

import textwrap

from dashboard import theme

CONFIG = {
    "displaylogo": False,
    "displayModeBar": False,  # tools stand in the panel's own menu
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "responsive": True,
    "scrollZoom": False,
    "doubleClick": "reset",
}


def axis(**own: object) -> dict:
    """A quiet axis: faint grid, no line, ticks as text only."""
    return {
        "gridcolor": theme.RULE_SOFT,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "tickfont": {"size": theme.SIZES["chart"], "color": theme.INK_SOFT},
        "fixedrange": True,
        "automargin": False,
        **own,
    }


def layout(**own: object) -> dict:
    """A chart layout in the house style."""
    return {
        "font": {"family": theme.FONT, "size": theme.SIZES["chart"], "color": theme.INK},
        "paper_bgcolor": theme.PAPER,
        "plot_bgcolor": theme.PAPER,
        "separators": ".\u202f",
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "margin": {"l": 48, "r": 16, "t": 8, "b": 28},
        **own,
    }


EMPTY_LINE = 38  # characters: what a phone's panel takes


def empty(words: str) -> dict:
    """A figure that says in words why there is nothing to draw."""
    hidden = {"visible": False, "fixedrange": True}
    lines = "<br>".join(textwrap.wrap(words, EMPTY_LINE))
    note = {"text": lines, "x": 0.5, "y": 0.5, "xref": "paper", "yref": "paper", "showarrow": False}
    note["font"] = {"size": theme.SIZES["text"], "color": theme.INK_SOFT}
    return {"data": [], "layout": layout(xaxis=hidden, yaxis=hidden, annotations=[note])}


def value_range(low: float, high: float, limits: tuple[float | None, float | None]) -> list[float]:
    """The span of a value axis: from a natural zero where the values come near it, with a little air, inside the limits."""
    span = high - low or abs(high) or 1.0
    floor, ceiling = limits
    start = low - 0.08 * span
    if floor is not None and (low - floor) < 0.5 * (high - floor):
        start = floor
    end = high + 0.08 * span
    if floor is not None:
        start = max(start, floor)
    if ceiling is not None:
        end = min(end, ceiling + 0.02 * (ceiling - start))
    return [start, end]
