"""The geometry that ships, for drawing without the chart library."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path

import numpy as np

from dashboard.figures.natural_earth import Window, along_great_circles
from dashboard.figures.outlines import Outlines, paths
from dashboard.figures.world_svg import Sheet
from data.boundaries import FOLDER
from data.boundaries.topology import decoded_arc


@cache
def outlines(path: Path = FOLDER / "world_110m.json") -> Outlines:
    """Every country's outline, read once."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = tuple(along_great_circles(np.array(decoded_arc(topology, i))) for i in range(len(topology["arcs"])))
    countries = topology["objects"]["countries"]["geometries"]
    return Outlines(arcs, {g["id"]: tuple(tuple(ring) for polygon in _polygons(g) for ring in polygon) for g in countries})


def _polygons(geometry: dict) -> list:
    return geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]


@lru_cache(maxsize=64)
def sheet(window: Window) -> Sheet:
    """What lies on a window, projected once a process."""
    return Sheet(window, paths(outlines(), window))
