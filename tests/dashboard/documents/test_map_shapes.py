"""The map's outlines as points."""

from __future__ import annotations

import re

from dashboard.documents.map_shapes import rings
from dashboard.figures.natural_earth import Window
from dashboard.figures.world_map import WHOLE_WORLD
from data.boundaries.outlines import sheet


def test_a_ring_is_the_sum_of_its_steps():
    assert rings("M10,20l5 0 0-5-5 0z") == (((10, 20), (15, 20), (15, 15), (10, 15)),)


def test_a_speck_is_the_least_that_can_be_drawn():
    assert rings("M7,8h1v1z") == (((7, 8), (8, 8), (8, 9)),)


def test_every_ring_of_the_geometry_that_ships_is_read_whole():
    for code, path in sheet(Window.of(WHOLE_WORLD)).paths.items():
        found = rings(path)
        assert len(found) == path.count("M") and all(len(ring) >= 3 for ring in found), code
        for ring, text in zip(found, re.findall(r"M[^z]*z", path), strict=True):
            assert text.startswith(f"M{ring[0][0]},{ring[0][1]}")
