"""Marker positions and sizes, on shapes whose answer can be worked by hand."""

from __future__ import annotations

import pytest

from data.boundaries import markers


def box(west: float, south: float, east: float, north: float) -> list:
    return [(west, south), (west, north), (east, north), (east, south), (west, south)]


def test_middle_of_a_box_has_most_room():
    longitude, latitude = markers.inner_point([box(10, -2, 14, 2)])
    assert (longitude, latitude) == pytest.approx((12, 0), abs=0.06)


def test_point_of_a_horseshoe_lies_on_its_land_not_in_its_bay():
    # open to the north; its centroid (2, 1.6) would be in the bay between x = 1 and x = 3
    horseshoe = [[(0, 0), (0, 4), (1, 4), (1, 1), (3, 1), (3, 4), (4, 4), (4, 0), (0, 0)]]
    assert not markers.is_inside(horseshoe, (2, 1.6))
    assert markers.is_inside(horseshoe, markers.inner_point(horseshoe))


def test_hole_is_outside():
    ring_land = [box(0, 0, 10, 10), box(2, 2, 8, 8)]
    assert not markers.is_inside(ring_land, (5, 5))
    assert markers.is_inside(ring_land, (1, 5))
    assert markers.is_inside(ring_land, markers.inner_point(ring_land))


def test_main_land_is_largest_on_the_globe_not_on_the_grid():
    # 4 x 4 degrees at the equator are about 4 x 4; 8 x 4 at 80 degrees north only 8 cos(80) x 4, about 1.4 x 4
    tropical, polar = [box(0, -2, 4, 2)], [box(0, 78, 8, 82)]
    assert markers.main_land([polar, tropical]) == tropical


def test_whole_equator_is_as_wide_as_the_map():
    east, _ = markers.natural_earth(180, 0)
    west, _ = markers.natural_earth(-180, 0)
    assert east - west == pytest.approx(markers.MAP_WIDTH)
    # published height of the projection is 0.52 of its width
    assert markers.natural_earth(0, 90)[1] * 2 / markers.MAP_WIDTH == pytest.approx(0.52, abs=0.001)


def test_one_degree_at_the_equator_is_two_and_a_half_pixels_wide():
    width, height = markers.drawn_size([box(0, 0, 1, 1)])
    assert width == pytest.approx(2.5, abs=0.01)
    # 900 / (2 pi 0.8707) x 1.0072 x one degree in radians
    assert height == pytest.approx(2.89, abs=0.01)
