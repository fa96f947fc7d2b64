"""The trend: chosen countries as labelled lines over the spread of their peers.

The peers are a band (the middle half, and the middle eight tenths) with their median, not two hundred grey lines:
it says where a country lies among them at a glance and stays readable from the back of a room.
A line joins only years that follow each other. Years without data between two values are bridged by dots, and a
break in the series by nothing.
"""

from __future__ import annotations

from dashboard import theme, wording
from dashboard.areas import Atlas
from dashboard.catalogue import Indicator
from dashboard.figures.base import axis, empty, layout, value_range
from dashboard.figures.labels import spread
from dashboard.figures.world_map import chosen_colours
from dashboard.measures.reference import Reference
from dashboard.peers import Peers

LABEL_GAP = 0.125  # of the plot's height: a line of text at the usual panel size
FEW = 15  # years of a line up to which each has a mark
OPEN_FLAGS = ("e", "f", "u", "<", ">")

Points = list[tuple[int, float, str]]  # year, value, flag of each year that has a value


def trend_lines(
    mine: dict[str, Points], middle: Reference, peers: Peers, indicator: Indicator, years: range, year: int, atlas: Atlas, label_gap: float = LABEL_GAP
) -> dict:
    """Lines of the chosen countries, the band of their peers, and a mark at the year shown.

    mine: the chosen countries in their order, each with its points in the order of years. middle: the peers' reference, one
    entry a year of `years`. label_gap: between names at the right edge, as a part of the plot's height. The year shown is the layout's first shape, which the browser moves.
    """
    has_band, chosen = any(v is not None for v in middle["median"]), tuple(mine)
    if indicator.is_yes_no and not chosen:
        return empty("Answers by yes or no have no median. Choose countries to see when theirs changed.")
    if not has_band and not any(mine.values()):
        who = wording.listing([atlas.area(c).name for c in chosen]) or peers.name
        return empty(f"No values for {who} in this slice.")
    colours = chosen_colours(chosen)
    traces = _band(middle, years, peers) if has_band else []
    for i, (code, points) in enumerate(mine.items()):
        traces += _lines(points, atlas.area(code).name, code, colours[code], theme.AREA_DASHES[i % len(theme.AREA_DASHES)])
    span = _span(mine, middle, indicator)
    return {
        "data": traces,
        "layout": layout(
            margin={"l": 52, "r": 158, "t": 10, "b": 26},
            xaxis=axis(range=[years[0] - 0.5, years[-1] + 0.5], showgrid=False, tickformat="d", nticks=8, **few_ticks(years)),
            yaxis=axis(range=span, **_value_ticks(indicator)),
            shapes=[year_mark(year), *_equality_mark(indicator)],
            annotations=_end_labels(mine, middle, peers, colours, atlas, span, label_gap),
        ),
    }


def _value_ticks(indicator: Indicator) -> dict:
    if indicator.is_yes_no:
        return {"tickmode": "array", "tickvals": [0, 1], "ticktext": ["no", "yes"]}
    return {"nticks": 5, "ticksuffix": "%" if indicator.unit_short == "%" else ""}


def few_ticks(years: range) -> dict:
    """Each year as a tick where they are few: the library would write halves between them."""
    return {"tickmode": "array", "tickvals": list(years)} if len(years) <= 8 else {}


def _band(middle: Reference, years: range, peers: Peers) -> list[dict]:
    runs = _runs(middle["median"])
    quiet = {"type": "scatter", "mode": "lines", "line": {"width": 0}, "hoverinfo": "skip"}
    outer, inner = {**quiet, **_outline(runs, middle, years, "low", "high")}, {**quiet, **_outline(runs, middle, years, "lower", "upper")}
    fill = {"fill": "toself", "fillcolor": theme.BAND}
    x = [v for run in runs for v in [*(years[i] for i in run), years[run[-1]] + 1]][:-1]
    y = [v for run in runs for v in [*(middle["median"][i] for i in run), None]][:-1]
    is_alone = any(len(run) == 1 for run in runs)  # a single year is a mark: no line can show it
    line = {"type": "scatter", "mode": "lines+markers" if is_alone else "lines", "x": x, "y": y, "name": f"median, {peers.name}"}
    line |= {"connectgaps": False, "marker": {"size": 5, "color": theme.REFERENCE}} if is_alone else {"connectgaps": False}
    line |= {"line": {"color": theme.REFERENCE, "width": 2}, "hoverinfo": "none", "customdata": [""] * len(x)}
    return [{**outer, **fill, "name": "middle eight tenths"}, {**inner, **fill, "name": "middle half"}, line]


def _runs(values: list[float | None]) -> list[list[int]]:
    """The places that have a value, those that follow each other together: a gap between runs stays a gap."""
    runs: list[list[int]] = []
    for place, value in enumerate(values):
        if value is None:
            continue
        if not runs or runs[-1][-1] != place - 1:
            runs.append([])
        runs[-1].append(place)
    return runs


def _outline(runs: list[list[int]], middle: Reference, years: range, low: str, high: str) -> dict:
    """The band's edge, there along the upper limit and back along the lower; one closed shape a run."""
    x = [v for run in runs for v in [*(years[i] for i in run), *(years[i] for i in reversed(run)), None]][:-1]
    y = [v for run in runs for v in [*(middle[high][i] for i in run), *(middle[low][i] for i in reversed(run)), None]][:-1]
    return {"x": x, "y": y}


def measured(points: Points) -> tuple[list[int], list[float | None], tuple[list, list]]:
    """Years and values of the measured stretches, with a year without a value between two of them; and the same of the bridges over
    years without data. A break in the series is not bridged."""
    x, y, bridge_x, bridge_y = [], [], [], []
    before = None
    for year, value, flag in points:
        if before is not None and (year - before[0] > 1 or flag == "b"):
            x.append(before[0] + 1), y.append(None)
            if flag != "b":
                bridge_x += [before[0], year, None]
                bridge_y += [before[1], value, None]
        x.append(year), y.append(value)
        before = (year, value)
    return x, y, (bridge_x, bridge_y)


def _lines(points: Points, name: str, code: str, colour: str, dash: str) -> list[dict]:
    """One trace for the measured stretches, one of dots over the years without data."""
    x, y, (bridge_x, bridge_y) = measured(points)
    flags = {year: flag for year, _, flag in points}
    open_ = [v is not None and flags[year] in OPEN_FLAGS for year, v in zip(x, y, strict=True)]
    line = {"color": colour, "width": 3, "dash": dash, "simplify": False}
    solid = {"type": "scatter", "mode": "lines", "name": name, "x": x, "y": y, "connectgaps": False, "customdata": [code] * len(x), "hoverinfo": "none", "line": line}
    bridges = {"type": "scatter", "mode": "lines", "x": bridge_x, "y": bridge_y, "line": {"color": colour, "width": 1.5, "dash": "dot"}}
    bridges |= {"name": f"{name}, years without data", "hoverinfo": "skip", "opacity": 0.6}
    edge = {"color": colour, "width": 1.5}
    if len(points) <= FEW:
        fills = [theme.PAPER if o else colour for o in open_]
        return [solid | {"mode": "lines+markers", "marker": {"size": 7, "color": fills, "line": edge}}, bridges]
    marks = _marks(y, open_)
    if not marks:
        return [solid, bridges]
    some = {"type": "scatter", "mode": "markers", "name": f"{name}, marked years", "hoverinfo": "skip", "x": [x[i] for i in marks], "y": [y[i] for i in marks]}
    return [solid, bridges, some | {"marker": {"size": 7, "color": [theme.PAPER if open_[i] else colour for i in marks], "line": edge}}]


def _marks(y: list[float | None], open_: list[bool]) -> list[int]:
    """The places of a long line that need a mark: those that it does not join to another, and estimates among measured values.

    Where most are estimates a mark on each would say nothing; a mark on every year would hide the line.
    """
    around = [None, *y, None]
    alone = [v is not None and around[i] is None and around[i + 2] is None for i, v in enumerate(y)]
    tells = 2 * sum(open_) < sum(v is not None for v in y)
    return [i for i in range(len(y)) if alone[i] or (tells and open_[i])]


def _span(mine: dict[str, Points], middle: Reference, indicator: Indicator) -> list[float]:
    if indicator.is_yes_no:
        return [-0.2, 1.2]
    values = [value for points in mine.values() for _, value, _ in points]
    values += [v for name in ("low", "high") for v in middle[name] if v is not None]
    values += [] if indicator.equality is None else [indicator.equality]
    return value_range(min(values), max(values), indicator.limits)


def year_mark(year: int) -> dict:
    """The mark of the year shown, which the browser moves."""
    line = {"color": theme.INK_FAINT, "width": 1.5}
    return {"type": "line", "x0": year, "x1": year, "y0": 0, "y1": 1, "xref": "x", "yref": "paper", "line": line, "layer": "below"}


def _equality_mark(indicator: Indicator) -> list[dict]:
    """A line where there is no gap, from which the sign is read."""
    if indicator.equality is None:
        return []
    at, line = indicator.equality, {"color": theme.INK_SOFT, "width": 1, "dash": "dot"}
    return [{"type": "line", "x0": 0, "x1": 1, "y0": at, "y1": at, "xref": "paper", "yref": "y", "line": line, "layer": "below"}]


def _end_labels(mine: dict[str, Points], middle: Reference, peers: Peers, colours: dict[str, str], atlas: Atlas, span: list[float], gap: float) -> list[dict]:
    """Names at the right edge, in the lines' colours.

    No values: those of the last year would contradict the year that the page shows, whose values stand above and in the ranking.
    """
    ends = []
    for code, points in mine.items():
        if points:
            ends.append((points[-1][1], _short(atlas.area(code).name), colours[code], theme.BOLD))
    held = [v for v in middle["median"] if v is not None]
    if held:
        ends.append((held[-1], f"{_short(peers.name, 12)} median", theme.REFERENCE, theme.PLAIN))
    height = span[1] - span[0] or 1.0
    places = spread([(value - span[0]) / height for value, *_ in ends], gap, 0.03, 0.97)
    at_edge = {"x": 1, "xref": "paper", "xanchor": "left", "xshift": 8, "yref": "paper", "yanchor": "middle", "showarrow": False, "align": "left"}
    return [
        at_edge | {"y": place, "text": text, "font": {"color": colour, "size": theme.SIZES["chart"], "weight": weight}}
        for (_, text, colour, weight), place in zip(ends, places, strict=True)
    ]


def _short(name: str, most: int = 17) -> str:
    return name if len(name) <= most else name[: most - 1].rstrip(" ,(") + "…"
