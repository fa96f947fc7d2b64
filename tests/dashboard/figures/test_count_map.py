"""Counts as circles: twice the count is twice the ink, and the land says nothing."""

from __future__ import annotations

import math

import plotly.graph_objects as go
import pytest

from dashboard import theme
from dashboard.figures.world_map import AREAS, CHOSEN, LARGEST_CIRCLE, MARKERS, SMALLEST_CIRCLE, Ground, circle, count_map
from dashboard.measures.carry import snapshot
from dashboard.peers import Peers
from tests.dashboard import small

ATLAS = small.atlas()
GROUND = Ground(small.STATES, tuple((code, 0.0, 0.0) for code in (*small.STATES, "ISL")))
HELD = small.series(("DNK", 2000, 400.0), ("EST", 2000, 100.0), ("FIN", 2000, 0.0), ("KEN", 2000, None, "q"), ("TGO", 2000, -5.0))


def drawn(scope: Peers = small.WORLD, chosen: tuple[str, ...] = (), held=HELD, largest: float = 400.0) -> dict:
    figure = count_map(snapshot(held, 2000, 0), largest, chosen, scope, ATLAS, GROUND, 2000)
    go.Figure(figure)
    return figure


def sizes(figure: dict) -> dict[str, float]:
    markers = figure["data"][MARKERS]
    return {code: size for code, size in zip(markers["customdata"], markers["marker"]["size"], strict=True) if size}


# A quarter of the largest count has half its diameter; nothing, a suppressed value and a negative one have no circle.
def test_a_circle_s_area_goes_with_the_count() -> None:
    assert sizes(drawn()) == {"DNK": LARGEST_CIRCLE, "EST": LARGEST_CIRCLE / 2}


def test_the_largest_count_of_all_years_sets_the_size() -> None:
    assert sizes(drawn(largest=1600.0))["DNK"] == LARGEST_CIRCLE / 2


@pytest.mark.parametrize(
    ("value", "largest", "expected"),
    [(0, 100, 0), (-1, 100, 0), (math.nan, 100, 0), (1, 0, 0), (1e-9, 100, SMALLEST_CIRCLE), (25, 100, LARGEST_CIRCLE / 2)],
)
def test_circle(value: float, largest: float, expected: float) -> None:
    assert circle(value, largest) == expected


def test_the_land_is_not_shaded() -> None:
    assert set(drawn()["data"][AREAS]["z"]) == {-1}


def test_circles_have_one_colour_and_no_scale() -> None:
    marker = drawn()["data"][MARKERS]["marker"]
    assert marker["color"] == theme.ACCENT
    assert not {"colorscale", "cmin", "cmax"} & set(marker)


def test_outside_the_scope_there_are_no_circles() -> None:
    assert set(sizes(drawn(scope=Peers("x", "Two", ("EST", "KEN"))))) == {"EST"}


def test_chosen_countries_are_outlined_as_on_every_map() -> None:
    outlines = drawn(chosen=("KEN", "FIN"))["data"][CHOSEN]
    assert dict(zip(outlines["locations"], outlines["marker"]["line"]["color"], strict=True)) == {"KEN": theme.AREA_COLOURS[0], "FIN": theme.AREA_COLOURS[1]}


def test_a_year_without_counts_has_no_circles_and_one_country_one() -> None:
    assert sizes(drawn(held=small.series(), largest=math.nan)) == {}
    assert sizes(drawn(held=small.series(("KEN", 2000, 400.0)))) == {"KEN": LARGEST_CIRCLE}
