"""What the geometry that ships can draw, of the areas that the atlas has."""

from __future__ import annotations

import math

from dashboard.areas import Area, Atlas
from data.desk import Desk
from data.ground import ground

NOWHERE = math.nan
ATLAS = Atlas(
    (
        Area("BIG", "Big", has_shape=True, latitude=1.0, longitude=2.0),
        Area("DOT", "Small, with an outline", has_shape=True, is_small=True, latitude=3.0, longitude=4.0),
        Area("ISL", "Without an outline", latitude=5.0, longitude=6.0),
        Area("ROK", "A rock without data", latitude=7.0, longitude=8.0),
        Area("LOS", "Without a place", latitude=NOWHERE, longitude=9.0),
        Area("WLD", "The World", kind="aggregate", latitude=0.0, longitude=0.0),
    ),
    (),
)
HELD = frozenset({"BIG", "DOT", "ISL", "LOS", "WLD"})


def test_markers_stand_for_held_areas_that_are_small_or_have_no_outline():
    drawn = ground(ATLAS, HELD)
    assert drawn.shapes == ("BIG", "DOT")
    # longitude before latitude, by code; not the rock (nothing held), the lost one (no place), the World (no area)
    assert drawn.points == (("DOT", 4.0, 3.0), ("ISL", 6.0, 5.0))


def test_circles_stand_for_every_held_area_that_has_a_place():
    drawn = ground(ATLAS, HELD, with_all_points=True)
    assert drawn.shapes == ("BIG", "DOT")
    assert drawn.points == (("BIG", 2.0, 1.0), ("DOT", 4.0, 3.0), ("ISL", 6.0, 5.0))


def test_an_outline_is_drawn_without_data_too():
    assert ground(ATLAS, frozenset()).shapes == ("BIG", "DOT") and ground(ATLAS, frozenset()).points == ()


def test_of_the_release_every_state_is_drawn_and_every_point_is_on_earth(desk: Desk):
    states = {area.code for area in desk.contents.atlas.states()}
    counted = {code for code, _, _ in desk.count_ground.points}
    assert states <= counted and {code for code, _, _ in desk.ground.points} < counted
    assert states <= set(desk.ground.shapes) | {code for code, _, _ in desk.ground.points}
    for code, longitude, latitude in desk.count_ground.points:
        assert -180 <= longitude <= 180 and -90 <= latitude <= 90, code


def test_of_the_release_no_place_without_a_single_observation_has_a_marker(desk: Desk):
    held = set(desk.store.manifest["areas"]) | {area.code for area in desk.contents.atlas.states()}
    assert {code for code, _, _ in desk.count_ground.points} <= held
    assert any(area.code not in held for area in desk.contents.atlas.countries())  # there are such places
