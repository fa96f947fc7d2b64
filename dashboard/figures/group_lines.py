"""Groups over time: a line a group over all years; several countries stand one below the other on the same scales.

The look is the trend's: a line joins only years that follow each other, years without data are bridged by thin dots, a break
by nothing. Groups are inks, dashes and shapes, named at the right edge; the total is a thin line.
"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard import theme
from dashboard.catalogue import Indicator
from dashboard.figures.base import axis, empty, layout, value_range
from dashboard.figures.dot_rows import NO_DATA
from dashboard.figures.group_dots import ALL_OF, Rows
from dashboard.figures.labels import spread
from dashboard.figures.trend_lines import FEW, Points, few_ticks, measured, year_mark

DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
LEAST, LINE = 136, 17  # pixels: of a country's picture, and of a name at the right edge
ABOVE, BELOW = 24, 26  # pixels of a picture above its axes and below them
USUAL = 150  # pixels of the axes of a country alone, on a laptop
RIGHT = 158  # pixels for the names
LONGEST = 20  # characters of a name at the right edge


@dataclass(frozen=True)
class Panel:
    """One picture: whose groups it shows, and the points of each, in the groups' order; those of all together where they are drawn.

    code: the country that a click on a line means; "" for none.
    """

    words: str
    colour: str
    code: str
    lines: tuple[Points, ...]
    total: Points = ()


def group_lines(panels: tuple[Panel, ...], groups: Rows, indicator: Indicator, years: range, year: int) -> tuple[dict, int]:
    """The figure, whose first shape marks the year, and the pixels of height that it needs; 0 where it fills its place."""
    values = [value for panel in panels for points in (*panel.lines, panel.total) for _, value, _ in points]
    if not any(points for panel in panels for points in panel.lines):
        return empty("No values by group here."), 0
    span = value_range(min(values), max(values), (None, None) if indicator.group_scale else indicator.limits)
    each = max(LEAST, LINE * (len(groups.codes) + bool(values)) + ABOVE + BELOW)
    tall = each * len(panels)
    own = layout(margin={"l": 52, "r": RIGHT, "t": ABOVE, "b": BELOW}, shapes=[year_mark(year)], annotations=[])
    traces: list[dict] = []
    percent = "%" if indicator.unit_short == "%" and not indicator.group_scale else ""
    for i, panel in enumerate(panels):
        name = "" if i == 0 else str(i + 1)
        low, high = _domain(i, len(panels), tall - ABOVE - BELOW)
        own[f"xaxis{name}"] = axis(range=[years[0] - 0.5, years[-1] + 0.5], anchor=f"y{name}", showgrid=False, tickformat="d", nticks=5, tickangle=0, **few_ticks(years))
        own[f"yaxis{name}"] = axis(range=span, anchor=f"x{name}", domain=[low, high], nticks=5 if len(panels) == 1 else 3, ticksuffix=percent)
        traces += [trace | {"xaxis": f"x{name}", "yaxis": f"y{name}"} for trace in _traces(panel, groups)]
        ref, gap = f"y{name} domain", LINE / max(each - ABOVE - BELOW, USUAL if len(panels) == 1 else 0)
        own["annotations"] += [_heading(panel, high), *_no_data(panel, ref), *_names(panel, groups, span, ref, gap)]
    return {"data": traces, "layout": own}, 0 if len(panels) == 1 else tall


def _domain(place: int, count: int, tall: int) -> tuple[float, float]:
    """Where a picture stands, from the top, as a part of the axes' height."""
    between = (ABOVE + BELOW) / tall
    height = (1 - between * (count - 1)) / count
    high = 1 - place * (height + between)
    return max(high - height, 0.0), high


def _traces(panel: Panel, groups: Rows) -> list[dict]:
    found = []
    if panel.total:
        thin = {"color": theme.INK_FAINT, "width": 1.2}
        found += _line(panel.total, ALL_OF, panel.code, {"line": thin}, None)
    for i, (points, words, colour) in enumerate(zip(panel.lines, groups.words, groups.colours, strict=True)):
        look = {"line": {"color": colour, "width": 2.2, "dash": DASHES[i % len(DASHES)]}}
        found += _line(points, words, panel.code, look, theme.GROUP_SHAPES[i % len(theme.GROUP_SHAPES)])
    return found


def _line(points: Points, words: str, code: str, look: dict, shape: str | None) -> list[dict]:
    """One trace for the measured stretches and one of dots over the years without data. Few years have a mark each, many the last
    and those that no line joins to another."""
    if not points:
        return []
    x, y, bridges = measured(points)
    line = look["line"] | {"simplify": False}
    held = {"type": "scatter", "mode": "lines", "name": words, "x": x, "y": y, "connectgaps": False, "customdata": [code] * len(x), "hoverinfo": "none", "line": line}
    found = [held]
    if bridges[0]:
        thin = {"color": line["color"], "width": 1, "dash": "dot"}
        found.append({"type": "scatter", "mode": "lines", "name": "", "x": bridges[0], "y": bridges[1], "line": thin, "hoverinfo": "skip", "opacity": 0.6})
    around = [None, *y, None]
    marked = [
        v is not None and (len(points) <= FEW or i == len(y) - 1 or (around[i] is None and around[i + 2] is None)) for i, v in enumerate(y)
    ]
    if shape is None:
        return found
    marker = {"size": [8 if m else 0 for m in marked], "symbol": shape, "color": line["color"], "line": {"color": theme.PAPER, "width": 1}}
    held |= {"mode": "lines+markers", "marker": marker}
    return found


def _heading(panel: Panel, high: float) -> dict:
    font = {"color": panel.colour, "size": theme.SIZES["chart"], "weight": theme.BOLD}
    return {"text": panel.words, "x": 0, "xref": "paper", "xanchor": "left", "y": high, "yref": "paper", "yanchor": "bottom", "showarrow": False, "font": font}


def _no_data(panel: Panel, ref: str) -> list[dict]:
    if any(panel.lines):
        return []
    font = {"color": theme.INK_SOFT, "size": theme.SIZES["chart"]}
    return [{"text": NO_DATA, "x": 0.5, "xref": "paper", "y": 0.5, "yref": ref, "showarrow": False, "font": font}]


def _names(panel: Panel, groups: Rows, span: list[float], ref: str, gap: float) -> list[dict]:
    """The groups' names at the right edge, pushed apart where they would lie on each other."""
    ends = [(points[-1][1], words, colour) for points, words, colour in zip(panel.lines, groups.words, groups.colours, strict=True) if points]
    ends += [(panel.total[-1][1], ALL_OF, theme.INK_FAINT)] if panel.total else []
    height = span[1] - span[0] or 1.0
    places = spread([(value - span[0]) / height for value, *_ in ends], gap, 0.0, 1.0)
    at_edge = {"x": 1, "xref": "paper", "xanchor": "left", "xshift": 8, "yref": ref, "yanchor": "middle", "showarrow": False, "align": "left"}
    return [
        at_edge | {"y": place, "text": _short(words), "font": {"color": theme.in_text(colour), "size": 13}} for (_, words, colour), place in zip(ends, places, strict=True)
    ]


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip(" ,(") + "…"
