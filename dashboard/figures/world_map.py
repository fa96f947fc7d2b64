"""The world map: fixed classes, every country an area or a marker, chosen countries outlined in their own colour.

The class index is drawn, not the value, so that a year step in the browser only replaces small integers. Areas
without a value are drawn too (class -1): they can be pointed at, and the page lays its hatching over them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard import theme
from dashboard.areas import Atlas
from dashboard.classes import Classes, class_of
from dashboard.figures.base import layout
from dashboard.peers import Peers

AREAS, CHOSEN, MARKERS = 0, 1, 2  # places of the traces; the browser restyles them by number
NO_CLASS = -1
MARKER_SIZE = 8
LARGEST_CIRCLE, SMALLEST_CIRCLE = 46, 2.5
SEEN_THROUGH = 0.6  # of the circles' ink
BORDER_WIDTH, RIM_WIDTH, OUTLINE_WIDTH = 0.6, 0.8, 2.5  # pixels: round a country, round a marker, round a chosen one
# Turned by eleven degrees, the cut runs through the Bering Strait: neither Chukotka nor Fiji is torn apart.
WHOLE_WORLD = {
    "lonaxis": {"range": [-169, 191]},
    "lataxis": {"range": [-56, 84]},
    "projection": {"type": "natural earth", "rotation": {"lon": 11}},
}


@dataclass(frozen=True)
class Ground:
    """What the geometry that ships can draw.

    shapes: codes that have an outline. points: (code, longitude, latitude) of areas too small to see, or without outline.
    """

    shapes: tuple[str, ...]
    points: tuple[tuple[str, float, float], ...]


def world_map(
    snapshot: pd.DataFrame, classes: Classes, direction: str, chosen: tuple[str, ...], scope: Peers, atlas: Atlas, ground: Ground, year: int
) -> dict:
    """A choropleth of one year.

    snapshot: from `carry.snapshot` (index REF_AREA, OBS_VALUE). chosen: codes in the order that gives their colour.
    Areas outside the scope are drawn without a value. `layout.meta` says which year and countries are drawn. Traces: `AREAS`, `CHOSEN` (outlines), `MARKERS`.
    """
    inside = None if scope.is_world else set(scope.members)
    values = snapshot["OBS_VALUE"].to_dict()
    codes = [*ground.shapes, *(code for code, _, _ in ground.points)]
    amounts = np.array([values.get(c, math.nan) if inside is None or c in inside else math.nan for c in codes], dtype=float)
    drawn = dict(zip(codes, class_of(amounts, classes).tolist(), strict=True))
    scale = colour_scale(classes.count, direction, classes.middle)
    return {
        "data": [
            _areas(ground, drawn, scale, classes.count),
            _outlines(ground, chosen, scope),
            _markers(ground, drawn, scale, classes.count, chosen),
        ],
        "layout": map_layout(scope, atlas) | {"meta": {"year": year, "areas": list(chosen)}},
    }


def count_map(snapshot: pd.DataFrame, largest: float, chosen: tuple[str, ...], scope: Peers, atlas: Atlas, ground: Ground, year: int) -> dict:
    """Circles whose area goes with a count, over plain land: a shaded large country would look worse only for being large.

    largest: the largest count of all years, which gets `LARGEST_CIRCLE`. ground: with a point for every country.
    Traces and `layout.meta` as in `world_map`.
    """
    inside = None if scope.is_world else set(scope.members)
    values = snapshot["OBS_VALUE"].to_dict()
    markers = _markers(ground, {code: 0 for code, _, _ in ground.points}, [], 1, chosen)
    codes = markers["customdata"]
    markers["marker"] |= {
        "color": theme.ACCENT,
        "opacity": SEEN_THROUGH,
        "size": [circle(values.get(c, math.nan), largest) if inside is None or c in inside else 0 for c in codes],
    }
    for unused in ("cmin", "cmax", "colorscale"):
        del markers["marker"][unused]
    areas = _areas(ground, dict.fromkeys(ground.shapes, NO_CLASS), colour_scale(1, "neutral"), 1)
    return {
        "data": [areas, _outlines(ground, chosen, scope), markers],
        "layout": map_layout(scope, atlas) | {"meta": {"year": year, "areas": list(chosen)}},
    }


def circle(value: float, largest: float) -> float:
    """A circle's diameter in pixels: twice the count is twice the ink. Nothing, and less than nothing, has none."""
    if math.isnan(value) or value <= 0 or largest <= 0:
        return 0
    return max(SMALLEST_CIRCLE, LARGEST_CIRCLE * math.sqrt(value / largest))


def circle_keys(largest: float) -> list[float]:
    """Up to three round counts for a key of circles, largest first: at most the largest, a fifth and a twenty-fifth of the first."""
    keys = [_round_below(largest / part) for part in (1, 5, 25)]
    return [key for i, key in enumerate(keys) if key >= 1 and key not in keys[:i]]


def _round_below(value: float) -> float:
    """The largest of 1, 2, 5, 10, 20, … up to the value; 0 below 1."""
    if value < 1:
        return 0
    power = 10 ** (len(str(int(value))) - 1)
    return next(step * power for step in (5, 2, 1) if step * power <= value)


def colour_scale(count: int, direction: str, middle: int | None = None) -> list[list]:
    """A stepped scale over the classes -1 … count-1, the first for areas without a value."""
    colours = (theme.NO_DATA, *theme.class_colours(count, direction, middle))
    steps: list[list] = []
    for i, colour in enumerate(colours):
        steps += [[i / len(colours), colour], [(i + 1) / len(colours), colour]]
    return steps


def chosen_colours(chosen: tuple[str, ...]) -> dict[str, str]:
    """The colour of each chosen country, by the order chosen; the same in every panel."""
    return {code: theme.AREA_COLOURS[i] for code, i in chosen_inks(chosen).items()}


def chosen_inks(chosen: tuple[str, ...]) -> dict[str, int]:
    """The place of each chosen country's colour in `theme.AREA_COLOURS`."""
    return {code: i % len(theme.AREA_COLOURS) for i, code in enumerate(chosen)}


def _areas(ground: Ground, drawn: dict, scale: list, count: int) -> dict:
    return {
        "type": "choropleth",
        "locationmode": "ISO-3",
        "locations": list(ground.shapes),
        "z": [drawn[c] for c in ground.shapes],
        "zmin": NO_CLASS - 0.5,
        "zmax": count - 0.5,
        "colorscale": scale,
        "showscale": False,
        "hoverinfo": "none",
        "marker": {"line": {"color": theme.BORDER, "width": BORDER_WIDTH}},
    }


def _outlines(ground: Ground, chosen: tuple[str, ...], scope: Peers) -> dict:
    colours = chosen_colours(chosen)
    shown = [c for c in chosen if c in set(ground.shapes) and (scope.is_world or c in scope.members)]
    return {
        "type": "choropleth",
        "locationmode": "ISO-3",
        "locations": shown,
        "z": [0] * len(shown),
        "colorscale": [[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]],
        "showscale": False,
        "hoverinfo": "skip",
        "marker": {"line": {"color": [colours[c] for c in shown], "width": OUTLINE_WIDTH}},
    }


def _markers(ground: Ground, drawn: dict, scale: list, count: int, chosen: tuple[str, ...]) -> dict:
    colours = chosen_colours(chosen)
    codes = [code for code, _, _ in ground.points]
    return {
        "type": "scattergeo",
        "mode": "markers",
        "lon": [lon for _, lon, _ in ground.points],
        "lat": [lat for _, _, lat in ground.points],
        "customdata": codes,
        "hoverinfo": "none",
        "marker": {
            "size": MARKER_SIZE,
            "opacity": 1,
            "color": [drawn[c] for c in codes],
            "cmin": NO_CLASS - 0.5,
            "cmax": count - 0.5,
            "colorscale": scale,
            "showscale": False,
            "line": {"color": [colours.get(c, theme.INK_FAINT) for c in codes], "width": [OUTLINE_WIDTH if c in colours else RIM_WIDTH for c in codes]},
        },
    }


def map_layout(scope: Peers, atlas: Atlas) -> dict:
    """The layout of a map that shows a scope: projection, window, no furniture."""
    geo = {
        "fitbounds": False,
        "projection": {"type": "natural earth"},
        "showframe": False,
        "showcoastlines": False,
        "showcountries": False,
        "showlakes": False,
        "showrivers": False,
        "showocean": False,
        "showland": True,
        "landcolor": theme.NO_DATA,
        "bgcolor": theme.SEA,
        "resolution": 110,
        **(WHOLE_WORLD if scope.is_world else _bounds(scope, atlas)),
    }
    # A marker answers on itself only: with the library's 20 pixels the small states would take every click on their neighbours' land.
    return layout(margin={"l": 0, "r": 0, "t": 0, "b": 0}, geo=geo, uirevision=scope.code, dragmode="pan", hoverdistance=1)


def _bounds(scope: Peers, atlas: Atlas) -> dict:
    """The window on the map that holds a group of countries, turned so that none is cut by the date line."""
    places = [atlas.area(code) for code in scope.members]
    lats = sorted(p.latitude for p in places if not math.isnan(p.latitude))
    lons = sorted(p.longitude for p in places if not math.isnan(p.longitude))
    if not lons:
        return WHOLE_WORLD
    gaps = [(b - a, a, b) for a, b in zip(lons, [*lons[1:], lons[0] + 360], strict=True)]
    widest, west_of_gap, east_of_gap = max(gaps)
    if widest < 100:  # a group all round the globe
        return WHOLE_WORLD
    west, east = east_of_gap % 360, west_of_gap % 360
    east += 360 if east < west else 0
    middle = (west + east) / 2
    half = max((east - west) / 2 + 12, 15)
    low, high = max(lats[0] - 10, -60), min(lats[-1] + 10, 85)
    turned = middle if middle <= 180 else middle - 360
    return {
        "lonaxis": {"range": [turned - half, turned + half]},
        "lataxis": {"range": [low, high]},
        "projection": {"type": "natural earth", "rotation": {"lon": turned}},
    }
