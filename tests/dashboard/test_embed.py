from __future__ import annotations

from itertools import permutations

import pytest

from dashboard.embed import NARROW, PANELS, WIDE, NoSuchPanel, columns_of, height_of, panels_of

EVERY = [order for n in range(1, 5) for order in permutations(PANELS, n)]


def test_panels_are_read_in_the_order_asked():
    assert [panels_of(",".join(order)) for order in EVERY] == EVERY
    assert len(EVERY) == 64


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("", "There is no panel “”; there are map, trend, breakdown and ranking"),
        ("Map", "no panel “Map”"),
        ("map,", "no panel “”"),
        ("map ,trend", "no panel “map ”"),
        ("map,map", "“map” is named twice"),
        ("x" * 500, f"no panel “{'x' * 59}…”"),
    ],
)
def test_what_is_no_panel_is_refused_in_words(asked: str, words: str):
    with pytest.raises(NoSuchPanel, match="alone or several joined by commas") as fault:
        panels_of(asked)
    assert words in str(fault.value)


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_two_columns_are_filled_in_every_order(width: int):
    for order in EVERY:
        columns = columns_of(order)
        halves = [panel for panel in order if columns[panel] == "" or (columns[panel] == "broad" and width >= WIDE)]
        assert len(halves) % 2 == 0, order


def test_a_map_is_never_in_half_of_a_narrow_frame():
    assert all(columns_of(order)["map"] for order in EVERY if "map" in order)


def test_a_frame_in_one_column_is_higher_than_in_two():
    assert height_of(PANELS, NARROW - 1) > height_of(PANELS, NARROW) > height_of(PANELS, WIDE)
    assert height_of(("map",), 1000) > height_of(("map",), 700)
