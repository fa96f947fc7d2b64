"""Paths of shapes on a window, on squares drawn by hand."""

from __future__ import annotations

import re

import numpy as np
import pytest

from dashboard.figures.natural_earth import WIDTH, Window, along_great_circles
from dashboard.figures.outlines import Outlines, paths
from dashboard.figures.world_map import WHOLE_WORLD

WORLD = Window.of(WHOLE_WORLD)
AFRICA = Window.of({"lonaxis": {"range": [-20, 60]}, "lataxis": {"range": [-40, 40]}, "projection": {"rotation": {"lon": 20}}})


def outlines(**rings: list[tuple[float, float]]) -> Outlines:
    """One ring a shape."""
    return Outlines(tuple(along_great_circles(np.array([*ring, ring[0]], dtype=float)) for ring in rings.values()), {code: ((i,),) for i, code in enumerate(rings)})


def square(lon: float, lat: float, half: float = 10) -> list[tuple[float, float]]:
    return [(lon - half, lat - half), (lon + half, lat - half), (lon + half, lat + half), (lon - half, lat + half)]


def places(path: str) -> list[np.ndarray]:
    """The points of each ring of a path."""
    rings = []
    for part in re.findall(r"M[^M]+", path):
        numbers = [int(n) for n in re.findall(r"-?\d+", part)]
        rings.append(np.cumsum(np.array(numbers).reshape(-1, 2), axis=0))
    return rings


def test_a_square_lies_where_its_corners_are_projected() -> None:
    (ring,) = places(paths(outlines(AAA=square(20, 0)), WORLD)["AAA"])
    for lon, lat in square(20, 0):
        assert np.abs(ring - WORLD.point(lon, lat)).sum(axis=1).min() <= 1.5


def test_a_shape_over_the_edge_is_cut_and_its_other_part_stands_on_the_other_side() -> None:
    left, right = sorted(places(paths(outlines(AAA=square(191, 0)), WORLD)["AAA"]), key=lambda ring: ring[0, 0])
    assert 0 <= left[:, 0].min() < 15 and left[:, 0].max() < WIDTH / 10
    assert WIDTH - 15 < right[:, 0].max() <= WIDTH and right[:, 0].min() > WIDTH * 0.9


def test_what_lies_beyond_the_window_has_no_path() -> None:
    shapes = outlines(AAA=square(20, 0), BBB=square(150, 0), CCC=square(60, 0))
    drawn = paths(shapes, AFRICA)
    assert set(drawn) == {"AAA", "CCC"}
    (cut,) = places(drawn["CCC"])
    assert cut[:, 0].max() == WIDTH


def test_a_shape_round_the_pole_is_closed_beyond_it() -> None:
    ring = [(lon, -60.0) for lon in range(-180, 180, 30)]
    wide = Window.of({"lonaxis": {"range": [-180, 180]}, "lataxis": {"range": [-90, 90]}, "projection": {"rotation": {"lon": 0}}})
    (drawn,) = places(paths(outlines(ATA=ring), wide)["ATA"])
    assert (drawn[:, 0].min(), drawn[:, 0].max()) == (pytest.approx(0, abs=400), pytest.approx(WIDTH, abs=400))
    assert drawn[:, 1].max() > wide.point(0, -85)[1]


def test_neighbours_share_every_point_of_their_border() -> None:
    border = [(20.0, 0.0), (21.3, 4.0), (20.0, 8.0), (24.0, 12.0), (20.0, 20.0)]
    arcs = [border, [(20.0, 20.0), (0.0, 20.0), (0.0, 0.0), (20.0, 0.0)], [(20.0, 0.0), (40.0, 0.0), (40.0, 20.0), (20.0, 20.0)]]
    shapes = Outlines(tuple(along_great_circles(np.array(arc)) for arc in arcs), {"AAA": ((0, 1),), "BBB": ((~0, ~2),)})
    one, other = ({tuple(p) for ring in places(path) for p in ring.tolist()} for path in paths(shapes, WORLD).values())
    assert len(one & other) >= len(border)


def test_a_country_of_islets_is_a_speck() -> None:
    path = paths(outlines(AAA=square(20, 0, 0.001)), WORLD)["AAA"]
    x, y = WORLD.point(20, 0)
    assert path == f"M{round(x)},{round(y)}h1v1z"
