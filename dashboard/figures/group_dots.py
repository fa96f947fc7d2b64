"""The breakdown: a row a country, a dot a group, and a bar from the lowest group to the highest.

Where a breakdown has many groups, or its codes are questions with scales of their own, the picture is turned: a row a
group, a dot a country, and no gap between groups is said. Groups keep their natural
order. A total is drawn only where it is on the groups' own scale.
All years are answered at once: `frames[year]` holds what the browser puts into the traces for that year.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard import theme, wording
from dashboard.catalogue import Indicator
from dashboard.figures.base import axis, empty, layout, value_range
from dashboard.schema import TOTAL

MOST_GROUPS_AS_DOTS = 6
BLANK = "\u00a0"  # a text that is empty is never drawn again by the library when the year step fills it
SPANS = 0  # place of the trace that holds the bars


@dataclass(frozen=True)
class Rows:
    """What stands in the rows and dots of the panel: codes with their words and colours, in order."""

    codes: tuple[str, ...]
    words: tuple[str, ...]
    colours: tuple[str, ...]


def group_dots(
    table: pd.DataFrame, indicator: Indicator, rows: Rows, groups: Rows, has_total: bool, are_people: bool, years: range, year: int
) -> tuple[dict, dict]:
    """The figure for one year, and the frames of all years.

    table: from `measures.groups` (ROW, GROUP, TIME_PERIOD, OBS_VALUE, USED, N, BOUND). groups: without the total.
    frames[year]: {"x": [one list a trace], "used": [...], "n": [...], "bound": [...], "gap": [one text a row]}.
    """
    is_turned = not are_people or len(groups.codes) > MOST_GROUPS_AS_DOTS
    has_total = has_total and not is_turned
    wanted = [*groups.codes, TOTAL] if has_total else groups.codes  # a total that is not drawn must not stretch the axis
    shown = table[table["ROW"].isin(rows.codes) & table["GROUP"].isin(wanted)]
    if not shown["GROUP"].isin(groups.codes).any():
        return empty("No values by group here."), {}
    down, across = (groups, rows) if is_turned else (rows, groups)
    if is_turned:
        held = [c in set(shown["GROUP"]) for c in down.codes]
        down = Rows(*(tuple(v for v, h in zip(part, held, strict=True) if h) for part in (down.codes, down.words, down.colours)))
    frames = {y: _frame(shown[shown["TIME_PERIOD"] == y], down, across, is_turned, has_total, indicator) for y in years}
    now = frames[year]
    traces = [_spans(down)]
    traces += [_dots(i, code, words, colour, down, is_turned) for i, (code, words, colour) in enumerate(zip(across.codes, across.words, across.colours, strict=True))]
    if has_total:
        traces.append(_total(down))
    for trace, x in zip(traces, now["x"], strict=True):
        trace["x"] = x
    span = value_range(shown["OBS_VALUE"].min(), shown["OBS_VALUE"].max(), (None, None) if indicator.group_scale else indicator.limits)
    traces.append(_gaps(down, span, now["gap"]))
    return {"data": traces, "layout": _layout(down, span, indicator, is_turned)}, {str(y): f for y, f in frames.items()}


def legend_of(figure: dict) -> list[dict]:
    """Words, colour and shape of each kind of dot, for a legend outside the chart."""
    dots = [t for t in figure["data"] if t["mode"] == "markers"]
    return [{"words": t["name"], "colour": t["marker"]["color"], "shape": t["marker"]["symbol"]} for t in dots]


def row_count(figure: dict) -> int:
    """How many rows a figure has: the page gives each its height."""
    return len(figure["layout"]["yaxis"].get("tickvals", []))


def _frame(table: pd.DataFrame, down: Rows, across: Rows, is_turned: bool, has_total: bool, indicator: Indicator) -> dict:
    """What one year puts into the traces: bars, then a list a dot trace, then the total."""
    row_column, dot_column = ("GROUP", "ROW") if is_turned else ("ROW", "GROUP")
    value = {(r, d): v for r, d, v in zip(table[row_column], table[dot_column], table["OBS_VALUE"], strict=True)}
    used = {(r, d): u for r, d, u in zip(table[row_column], table[dot_column], table["USED"], strict=True)}
    n = {(r, d): c for r, d, c in zip(table[row_column], table[dot_column], table["N"], strict=True)}
    bound = {(r, d): b for r, d, b in zip(table[row_column], table[dot_column], table["BOUND"], strict=True)}
    bars: list = []
    gaps: list[str] = []
    for r in down.codes:
        held = [value[r, d] for d in across.codes if (r, d) in value]
        low, high = (min(held), max(held)) if len(held) > 1 else (None, None)
        bars += [low, high, None]
        is_bounded = any(bound.get((r, d)) for d in across.codes)  # the gap to "over 95%" is not known
        gaps.append("" if low is None or is_turned or is_bounded or not indicator.is_mappable else wording.number(high - low, indicator.decimals))
    dots = [*across.codes, TOTAL] if has_total else list(across.codes)
    return {
        "x": [bars, *([value.get((r, d)) for r in down.codes] for d in dots)],
        "used": [[], *([_whole(used.get((r, d))) for r in down.codes] for d in dots)],
        "n": [[], *([_whole(n.get((r, d))) for r in down.codes] for d in dots)],
        "bound": [[], *([bound.get((r, d), "") for r in down.codes] for d in dots)],
        "gap": gaps,
    }


def _whole(number: float | None) -> int | None:
    return None if number is None else int(number)


def _spans(down: Rows) -> dict:
    y = [v for i in range(len(down.codes)) for v in (i, i, None)]
    return {"type": "scatter", "mode": "lines", "y": y, "connectgaps": False, "line": {"color": theme.RULE, "width": 7}, "hoverinfo": "skip"}


def _dots(place: int, code: str, words: str, colour: str, down: Rows, is_turned: bool) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": words,
        "y": list(range(len(down.codes))),
        "customdata": [code] * len(down.codes) if is_turned else list(down.codes),
        "hoverinfo": "none",
        "cliponaxis": False,
        "marker": {
            "size": 12,
            "color": colour,
            "symbol": "circle" if is_turned else theme.GROUP_SHAPES[place % len(theme.GROUP_SHAPES)],
            "line": {"color": theme.PAPER, "width": 1},
        },
    }


def _total(down: Rows) -> dict:
    mark = {"size": 15, "symbol": "line-ns-open", "color": theme.TOTAL_COLOUR, "line": {"width": 2.5, "color": theme.TOTAL_COLOUR}}
    return {"type": "scatter", "mode": "markers", "name": "all", "y": list(range(len(down.codes))), "customdata": list(down.codes), "hoverinfo": "none", "cliponaxis": False, "marker": mark}


def _gaps(down: Rows, span: list[float], words: list[str]) -> dict:
    return {
        "type": "scatter",
        "mode": "text",
        "x": [span[1]] * len(down.codes),
        "y": list(range(len(down.codes))),
        "text": [w or BLANK for w in words],
        "textposition": "middle right",
        "textfont": {"color": theme.INK_SOFT, "size": theme.SIZES["chart"]},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _layout(down: Rows, span: list[float], indicator: Indicator, is_turned: bool) -> dict:
    names = [w if len(w) <= 22 else w[:21].rstrip() + "…" for w in down.words]
    left = min(30 + 7.4 * max(len(w) for w in names), 190)
    rows = len(down.codes)
    percent = indicator.unit_short == "%" and not indicator.group_scale
    heading = {"text": "" if is_turned else "gap", "x": 1, "xref": "paper", "xanchor": "left", "xshift": 4, "y": -0.78, "yref": "y", "showarrow": False}
    return layout(
        margin={"l": left, "r": 20 if is_turned else 62, "t": 26 if is_turned else 8, "b": 8 if is_turned else 26},
        xaxis=axis(range=span, nticks=5, ticksuffix="%" if percent else "", side="top" if is_turned else "bottom"),
        yaxis=axis(range=[rows - 0.5, -0.6 if is_turned else -0.9], tickmode="array", tickvals=list(range(rows)), ticktext=names, showgrid=False, tickcolor=theme.INK),
        annotations=[heading | {"font": {"size": 13, "color": theme.INK_FAINT}, "yanchor": "middle"}],
    )
