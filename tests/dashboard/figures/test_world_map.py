"""The map by meaning: which code has which class and colour, who is outlined, what stays grey."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from dashboard import theme
from dashboard.areas import Area, Atlas
from dashboard.classes import Classes
from dashboard.figures.world_map import AREAS, CHOSEN, MARKERS, Ground, chosen_colours, circle_keys, colour_scale, world_map
from dashboard.measures.carry import snapshot
from dashboard.peers import Peers
from tests.dashboard import small

ATLAS = small.atlas()
GROUND = Ground(small.STATES, (("ISL", -30.0, 10.0), ("TGO", 1.0, 8.0)))
CLASSES = Classes((10.0, 20.0), ("under 10", "10–20", "20 and over"))
HELD = small.series(("DNK", 2000, 5.0), ("EST", 2000, 10.0), ("FIN", 1999, 25.0), ("KEN", 2000, None, "q"), ("TGO", 2000, 15.0))


def drawn(scope: Peers = small.WORLD, chosen: tuple[str, ...] = (), held=HELD, direction: str = "higher") -> dict:
    figure = world_map(snapshot(held, 2000, 2), CLASSES, direction, chosen, scope, ATLAS, GROUND, 2000)
    go.Figure(figure)  # plotly's own schema knows every part
    return figure


def classes_of(figure: dict) -> dict[str, int]:
    areas, markers = figure["data"][AREAS], figure["data"][MARKERS]
    return dict(zip(areas["locations"], areas["z"], strict=True)) | dict(zip(markers["customdata"], markers["marker"]["color"], strict=True))


def colour_of(trace_scale: list, index: int, count: int) -> str:
    """The colour that a stepped scale over −1 … count−1 gives a class."""
    middle = (index + 1.5) / (count + 1)
    return next(colour for (low, colour), (high, _) in zip(trace_scale[::2], trace_scale[1::2], strict=True) if low <= middle <= high)


# Limits 10 and 20: 5 lies in class 0, 10 on the limit in 1, 25 (borrowed) in 2; suppressed and absent have −1.
def test_every_area_has_its_class_and_none_is_missing() -> None:
    assert classes_of(drawn()) == {"DNK": 0, "EST": 1, "FIN": 2, "GHA": -1, "KEN": -1, "TGO": 1, "ISL": -1}


@pytest.mark.parametrize("direction", ["higher", "lower", "neutral"])
def test_a_class_has_its_palette_colour_in_areas_and_markers(direction: str) -> None:
    figure = drawn(direction=direction)
    for scale in (figure["data"][AREAS]["colorscale"], figure["data"][MARKERS]["marker"]["colorscale"]):
        assert [colour_of(scale, i, 3) for i in range(-1, 3)] == [theme.NO_DATA, *theme.class_colours(3, direction)]
        assert scale[0][0] == 0 and scale[-1][0] == 1


def test_the_scale_is_the_same_in_a_year_without_high_values() -> None:
    low = drawn(held=small.series(("DNK", 2000, 5.0)))
    for figure in (low, drawn()):
        assert (figure["data"][AREAS]["zmin"], figure["data"][AREAS]["zmax"]) == (-1.5, 2.5)
        assert (figure["data"][MARKERS]["marker"]["cmin"], figure["data"][MARKERS]["marker"]["cmax"]) == (-1.5, 2.5)
    assert low["data"][AREAS]["colorscale"] == drawn()["data"][AREAS]["colorscale"]


def test_chosen_countries_are_outlined_in_their_own_colours() -> None:
    outlines = drawn(chosen=("KEN", "ISL", "FIN"))["data"][CHOSEN]
    # the island has no shape; Finland keeps the third colour all the same
    assert outlines["locations"] == ["KEN", "FIN"]
    assert outlines["marker"]["line"]["color"] == [theme.AREA_COLOURS[0], theme.AREA_COLOURS[2]]
    assert {colour for _, colour in outlines["colorscale"]} == {"rgba(0,0,0,0)"}


def test_a_chosen_marker_has_a_thick_line_of_its_colour() -> None:
    markers = drawn(chosen=("KEN", "ISL"))["data"][MARKERS]
    line = dict(zip(markers["customdata"], zip(markers["marker"]["line"]["color"], markers["marker"]["line"]["width"], strict=True), strict=True))
    assert line["ISL"] == (theme.AREA_COLOURS[1], 2.5)
    assert line["TGO"][1] < 1


def test_outside_the_scope_everything_is_without_value() -> None:
    classes = classes_of(drawn(scope=small.NORTHERNERS))
    assert {code: c for code, c in classes.items() if c >= 0} == {"DNK": 0, "EST": 1, "FIN": 2}


def test_the_map_never_refits_itself_and_turns_to_its_scope() -> None:
    world, north = drawn()["layout"]["geo"], drawn(scope=small.NORTHERNERS)["layout"]["geo"]
    assert world["fitbounds"] is False and north["fitbounds"] is False
    # latitudes 56 … 62 and longitudes 10 … 26: ten degrees of air below and above, and at least 15 either side of 18
    assert north["lataxis"]["range"] == [46, 72]
    assert north["lonaxis"]["range"] == [18 - 20, 18 + 20]  # half of 16 and 12 of air
    assert north["projection"]["rotation"]["lon"] == 18


def test_a_group_on_both_sides_of_the_date_line_is_not_cut() -> None:
    pacific = Atlas((Area("FJI", "Fiji", longitude=178.0, latitude=-18.0), Area("WSM", "Samoa", longitude=-172.0, latitude=-14.0)), ())
    figure = world_map(snapshot(small.series(), 2000, 0), CLASSES, "higher", (), Peers("061", "Pacific", ("FJI", "WSM")), pacific, Ground((), ()), 2000)
    low, high = figure["layout"]["geo"]["lonaxis"]["range"]
    # 178 and 188 (−172): the middle is 183, that is −177; 15 degrees either side at least, here 5 + 12
    assert (low, high) == (-177 - 17, -177 + 17)


def test_a_group_of_one_country_has_a_window_around_it() -> None:
    geo = drawn(scope=Peers("x", "Alone", ("KEN",)))["layout"]["geo"]
    assert geo["lonaxis"]["range"] == [38 - 15, 38 + 15]
    assert geo["lataxis"]["range"] == [-10, 10]


def test_a_group_without_countries_shows_the_world_without_values() -> None:
    figure = drawn(scope=Peers(small.EMPTY, "Ice", ()))
    assert set(classes_of(figure).values()) == {-1}
    assert figure["layout"]["geo"]["lonaxis"] == drawn()["layout"]["geo"]["lonaxis"]


def test_a_year_without_values_is_a_grey_map_and_one_country_is_one_colour() -> None:
    assert set(classes_of(drawn(held=small.series())).values()) == {-1}
    assert {k: v for k, v in classes_of(drawn(held=small.series(("KEN", 2000, 99.0)))).items() if v >= 0} == {"KEN": 2}


def test_the_figure_says_which_year_and_countries_it_shows() -> None:
    assert drawn(chosen=("KEN", "FIN"))["layout"]["meta"] == {"year": 2000, "areas": ["KEN", "FIN"]}


def test_one_class_still_has_a_colour_of_its_own() -> None:
    assert [colour for _, colour in colour_scale(1, "higher")][-1] != theme.NO_DATA


def test_nine_chosen_countries_begin_the_colours_again() -> None:
    codes = tuple("ABCDEFGHI")
    assert chosen_colours(codes)["I"] == chosen_colours(codes)["A"] == theme.AREA_COLOURS[0]


def test_every_real_state_can_be_seen_and_pointed_at(desk, contents) -> None:
    held = {a.code for a in contents.atlas.states()}
    assert held <= set(desk.ground.shapes) | {code for code, _, _ in desk.ground.points}
    assert {"TUV", "SMR"} <= {code for code, _, _ in desk.ground.points}


def test_the_key_of_circles_has_round_counts_largest_first() -> None:
    # of 3,400,000: 2,000,000; of a fifth, 680,000: 500,000; of a twenty-fifth, 136,000: 100,000
    assert circle_keys(3_400_000) == [2_000_000, 500_000, 100_000]
    assert circle_keys(7) == [5, 1] and circle_keys(0.4) == []
