"""The breakdown: a row a country, a dot a group, and a bar from the lowest group to the highest.

Where a breakdown has many groups, or its codes are questions with scales of their own, the picture is turned: a row a
group, a dot a country, and no gap between groups is said. Groups keep their natural
order. A total is drawn only where it is on the groups' own scale.
All years are answered at once: `frames[year]` holds what the browser puts into the traces for that year.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dashboard import theme, wording
from dashboard.catalogue import Indicator
from dashboard.figures.base import axis, empty, layout, value_range
from dashboard.measures.groups import Groups
from dashboard.schema import TOTAL
from dashboard.slab import plain

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
    table: Groups, indicator: Indicator, rows: Rows, groups: Rows, has_total: bool, are_people: bool, year: int
) -> tuple[dict, dict]:
    """The figure for one year, and the frames of all years of the table.

    groups: without the total.
    frames[year]: {"x": [one list a trace], "used": [...], "n": [...], "bound": [...], "gap": [one text a row]}.
    """
    is_turned = not are_people or len(groups.codes) > MOST_GROUPS_AS_DOTS
    has_total = has_total and not is_turned
    wanted = (*groups.codes, TOTAL) if has_total else groups.codes  # a total that is not drawn must not stretch the axis
    shown = _picked(table, rows.codes, wanted)
    has_values = ~np.isnan(shown.values)
    if not has_values[:, : len(groups.codes)].any():
        return empty("No values by group here."), {}
    down, across = (groups, rows) if is_turned else (rows, groups)
    if is_turned:
        held = has_values.any(axis=(0, 2)).tolist()
        down = Rows(*(tuple(v for v, h in zip(part, held, strict=True) if h) for part in (down.codes, down.words, down.colours)))
        shown = _picked(shown, rows.codes, down.codes)
    frames = _frames(shown, is_turned, has_total, indicator)
    now = frames[str(year)]
    traces = [_spans(down)]
    traces += [_dots(i, code, words, colour, down, is_turned) for i, (code, words, colour) in enumerate(zip(across.codes, across.words, across.colours, strict=True))]
    if has_total:
        traces.append(_total(down))
    for trace, x in zip(traces, now["x"], strict=True):
        trace["x"] = x
    low, high = float(np.nanmin(shown.values)), float(np.nanmax(shown.values))
    span = value_range(low, high, (None, None) if indicator.group_scale else indicator.limits)
    traces.append(_gaps(down, span, now["gap"]))
    return {"data": traces, "layout": _layout(down, span, indicator, is_turned)}, frames


def legend_of(figure: dict) -> list[dict]:
    """Words, colour and shape of each kind of dot, for a legend outside the chart."""
    dots = [t for t in figure["data"] if t["mode"] == "markers"]
    return [{"words": t["name"], "colour": t["marker"]["color"], "shape": t["marker"]["symbol"]} for t in dots]


def row_count(figure: dict) -> int:
    """How many rows a figure has: the page gives each its height."""
    return len(figure["layout"]["yaxis"].get("tickvals", []))


def _picked(table: Groups, rows: tuple[str, ...], groups: tuple[str, ...]) -> Groups:
    """The table of these rows and groups, in this order; what it does not hold has no value."""
    shape = (len(rows), len(groups), len(table.years))
    values, bounds = np.full(shape, np.nan), np.zeros(shape, dtype="S1")
    used, n = (np.zeros((len(rows), len(table.years)), dtype=int) for _ in range(2))
    (to, of), (to_group, of_group) = _common(rows, table.rows), _common(groups, table.groups)
    values[np.ix_(to, to_group)], bounds[np.ix_(to, to_group)] = table.values[np.ix_(of, of_group)], table.bounds[np.ix_(of, of_group)]
    used[to], n[to] = table.used[of], table.n[of]
    return Groups(rows, groups, table.years, values, bounds, used, n)


def _common(wanted: tuple[str, ...], held: tuple[str, ...]) -> tuple[list[int], list[int]]:
    """Where the codes that are both wanted and held stand among the one and among the other."""
    at = {code: place for place, code in enumerate(held)}
    to = [place for place, code in enumerate(wanted) if code in at]
    return to, [at[wanted[place]] for place in to]


def _frames(shown: Groups, is_turned: bool, has_total: bool, indicator: Indicator) -> dict[str, dict]:
    """What each year puts into the traces: bars, then a list a dot trace, then the total."""
    # by year, trace and place within the trace
    order = (2, 0, 1) if is_turned else (2, 1, 0)
    values, bounds = shown.values.transpose(order), shown.bounds.transpose(order)
    has = ~np.isnan(values)
    used, n = (np.broadcast_to(part[:, np.newaxis, :], shown.values.shape).transpose(order) for part in (shown.used, shown.n))
    used, n = (np.where(has, part, None).tolist() for part in (used, n))
    x, bound = plain(values), bounds.astype("U1").tolist()
    gap_known = indicator.is_mappable and not is_turned
    frames = {}
    for i, year in enumerate(shown.years):
        dots = len(x[i]) - 1 if has_total else len(x[i])  # the total is no group
        bars: list = []
        gaps: list[str] = []
        for held, marks in zip(zip(*x[i][:dots], strict=True), zip(*bound[i][:dots], strict=True), strict=True):
            there = [v for v in held if v is not None]
            low, high = (min(there), max(there)) if len(there) > 1 else (None, None)
            bars += [low, high, None]
            is_known = gap_known and low is not None and not any(marks)  # the gap to "over 95%" is not known
            gaps.append(wording.number(high - low, indicator.decimals) if is_known else "")
        frames[str(year)] = {"x": [bars, *x[i]], "used": [[], *used[i]], "n": [[], *n[i]], "bound": [[], *bound[i]], "gap": gaps}
    return frames


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
