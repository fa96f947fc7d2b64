"""The trend: chosen countries as labelled lines over the spread of their peers.

The peers are a band (the middle half, and the middle eight tenths) with their median, not two hundred grey lines:
it says where a country lies among them at a glance and stays readable from the back of a room.
A line joins only years that follow each other. Years without data between two values are bridged by dots, and a
break in the series by nothing.
"""

from __future__ import annotations

import pandas as pd

from dashboard import theme, wording
from dashboard.areas import Atlas
from dashboard.catalogue import Indicator
from dashboard.figures.base import axis, empty, layout, value_range
from dashboard.figures.labels import spread
from dashboard.figures.world_map import chosen_colours
from dashboard.peers import Peers

LABEL_GAP = 0.125  # of the plot's height: a line of text at the usual panel size
OPEN_FLAGS = ("e", "f", "u", "<", ">")


def trend_lines(series: pd.DataFrame, middle: pd.DataFrame, peers: Peers, indicator: Indicator, chosen: tuple[str, ...], years: range, year: int, atlas: Atlas) -> dict:
    """Lines of the chosen countries, the band of their peers, and a mark at the year shown.

    series: one slice (REF_AREA, TIME_PERIOD, OBS_VALUE, FLAG). middle: from `reference`. The year shown is the
    layout's first shape, which the browser moves.
    """
    mine = {code: _points(series, code) for code in chosen}
    has_band = middle["median"].notna().any()
    if not has_band and all(points.empty for points in mine.values()):
        who = wording.listing([atlas.area(c).name for c in chosen]) or peers.name
        return empty(f"No values for {who} in this slice.")
    colours = chosen_colours(chosen)
    traces = _band(middle, peers) if has_band else []
    for i, (code, points) in enumerate(mine.items()):
        traces += _lines(points, atlas.area(code).name, code, colours[code], theme.AREA_DASHES[i % len(theme.AREA_DASHES)])
    span = _span(mine, middle, indicator)
    return {
        "data": traces,
        "layout": layout(
            margin={"l": 52, "r": 158, "t": 10, "b": 26},
            xaxis=axis(range=[years[0] - 0.5, years[-1] + 0.5], showgrid=False, tickformat="d", nticks=8, **_few_ticks(years)),
            yaxis=axis(range=span, nticks=5, ticksuffix="%" if indicator.unit_short == "%" else ""),
            shapes=[_year_mark(year)],
            annotations=_end_labels(mine, middle, peers, colours, atlas, span),
        ),
    }


def _few_ticks(years: range) -> dict:
    return {"tickmode": "array", "tickvals": list(years)} if len(years) <= 8 else {}


def _points(series: pd.DataFrame, code: str) -> pd.DataFrame:
    own = series[(series["REF_AREA"] == code) & series["OBS_VALUE"].notna()]
    return own.sort_values("TIME_PERIOD")[["TIME_PERIOD", "OBS_VALUE", "FLAG"]]


def _band(middle: pd.DataFrame, peers: Peers) -> list[dict]:
    held = middle.dropna(subset=["median"])
    run = (held.index.to_series().diff() != 1).cumsum()  # years that follow each other: a gap between runs stays a gap
    runs = [own for _, own in held.groupby(run.to_numpy())]
    quiet = {"type": "scatter", "mode": "lines", "line": {"width": 0}, "hoverinfo": "skip"}
    outer, inner = {**quiet, **_outline(runs, "low", "high")}, {**quiet, **_outline(runs, "lower", "upper")}
    fill = {"fill": "toself", "fillcolor": theme.BAND}
    x = [v for own in runs for v in [*own.index.tolist(), int(own.index[-1]) + 1]][:-1]
    y = [v for own in runs for v in [*own["median"].tolist(), None]][:-1]
    is_alone = any(len(own) == 1 for own in runs)  # a single year is a mark: no line can show it
    line = {"type": "scatter", "mode": "lines+markers" if is_alone else "lines", "x": x, "y": y, "name": f"median, {peers.name}"}
    line |= {"connectgaps": False, "marker": {"size": 5, "color": theme.REFERENCE}} if is_alone else {"connectgaps": False}
    line |= {"line": {"color": theme.REFERENCE, "width": 2}, "hoverinfo": "none", "customdata": [""] * len(x)}
    return [{**outer, **fill, "name": "middle eight tenths"}, {**inner, **fill, "name": "middle half"}, line]


def _outline(runs: list[pd.DataFrame], low: str, high: str) -> dict:
    """The band's edge, there along the upper limit and back along the lower; one closed shape a run."""
    x = [v for own in runs for v in [*own.index.tolist(), *own.index.tolist()[::-1], None]][:-1]
    y = [v for own in runs for v in [*own[high].tolist(), *own[low].tolist()[::-1], None]][:-1]
    return {"x": x, "y": y}


def _lines(points: pd.DataFrame, name: str, code: str, colour: str, dash: str) -> list[dict]:
    """One trace for the measured stretches, one of dots over the years without data."""
    x, y, bridge_x, bridge_y, open_ = [], [], [], [], []
    before = None
    for year, value, flag in points.itertuples(index=False):
        if before is not None and (year - before[0] > 1 or flag == "b"):
            x.append(before[0] + 1), y.append(None), open_.append(False)
            if flag != "b":
                bridge_x += [before[0], year, None]
                bridge_y += [before[1], value, None]
        x.append(year), y.append(value), open_.append(flag in OPEN_FLAGS)
        before = (year, value)
    few = len(points) <= 15
    solid = {
        "type": "scatter",
        "mode": "lines+markers",
        "name": name,
        "x": x,
        "y": y,
        "connectgaps": False,
        "customdata": [code] * len(x),
        "hoverinfo": "none",
        "line": {"color": colour, "width": 3, "dash": dash},
        "marker": {
            "size": [7 if few or o else 4 for o in open_],
            "color": [theme.PAPER if o and few else colour for o in open_],
            "line": {"color": colour, "width": 1.5},
        },
    }
    bridges = {"type": "scatter", "mode": "lines", "x": bridge_x, "y": bridge_y, "line": {"color": colour, "width": 1.5, "dash": "dot"}}
    return [solid, {**bridges, "name": f"{name}, years without data", "hoverinfo": "skip", "opacity": 0.6}]


def _span(mine: dict[str, pd.DataFrame], middle: pd.DataFrame, indicator: Indicator) -> list[float]:
    values = [v for p in mine.values() for v in p["OBS_VALUE"]]
    values += [v for c in ("low", "high") for v in middle[c].dropna()]
    return value_range(min(values), max(values), indicator.limits)


def _year_mark(year: int) -> dict:
    line = {"color": theme.INK_FAINT, "width": 1.5}
    return {"type": "line", "x0": year, "x1": year, "y0": 0, "y1": 1, "xref": "x", "yref": "paper", "line": line, "layer": "below"}


def _end_labels(mine: dict[str, pd.DataFrame], middle: pd.DataFrame, peers: Peers, colours: dict[str, str], atlas: Atlas, span: list[float]) -> list[dict]:
    """Names at the right edge, in the lines' colours.

    No values: those of the last year would contradict the year that the page shows, whose values stand above and in the ranking.
    """
    ends = []
    for code, points in mine.items():
        if not points.empty:
            ends.append((points["OBS_VALUE"].iloc[-1], f"<b>{_short(atlas.area(code).name)}</b>", colours[code]))
    held = middle.dropna(subset=["median"])
    if not held.empty:
        ends.append((held["median"].iloc[-1], f"{_short(peers.name, 12)} median", theme.REFERENCE))
    height = span[1] - span[0] or 1.0
    places = spread([(value - span[0]) / height for value, *_ in ends], LABEL_GAP, 0.03, 0.97)
    at_edge = {"x": 1, "xref": "paper", "xanchor": "left", "xshift": 8, "yref": "paper", "yanchor": "middle", "showarrow": False, "align": "left"}
    return [
        at_edge | {"y": place, "text": text, "font": {"color": colour, "size": theme.SIZES["chart"]}}
        for (_, text, colour), place in zip(ends, places, strict=True)
    ]


def _short(name: str, most: int = 17) -> str:
    return name if len(name) <= most else name[: most - 1].rstrip(" ,(") + "…"
