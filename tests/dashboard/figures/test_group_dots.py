"""The breakdown by meaning: a row a country, a dot a group, and the gap between lowest and highest."""

from __future__ import annotations

from dataclasses import replace

import plotly.graph_objects as go
import pytest

from dashboard import theme
from dashboard.breakdown import area_rows, group_rows
from dashboard.catalogue import Breakdown
from dashboard.figures.group_dots import SPANS, Rows, group_dots, legend_of, row_count
from dashboard.measures.groups import by_country
from tests.dashboard import small

ATLAS, CATALOGUE = small.atlas(), small.contents().catalogue
YEARS = range(2000, 2004)
SEX = group_rows(small.indicator().breakdown("SEX"), ("_T", "F", "M"), CATALOGUE)
MANY = Rows(tuple("ABCDEFG"), tuple("abcdefg"), theme.ordered_colours(7))
HELD = [("FIN", "F", 2001, 10.0), ("FIN", "M", 2001, 12.5), ("FIN", "_T", 2001, 11.0), ("KEN", "F", 2002, 30.0), ("KEN", "M", 2002, 20.0)]


def drawn(
    *rows: tuple,
    chosen: tuple[str, ...] = ("KEN", "FIN"),
    groups: Rows = SEX,
    has_total: bool = True,
    are_people: bool = True,
    year: int = 2002,
    **own: object,
) -> tuple[dict, dict]:
    table = by_country(small.grouped(rows, YEARS), chosen, 2)
    figure, frames = group_dots(table, small.indicator(**own), area_rows(chosen, ATLAS), groups, has_total, are_people, year)
    go.Figure(figure)
    return figure, frames


def dots(figure: dict) -> dict[str, list]:
    return {t["name"]: t["x"] for t in figure["data"] if t["mode"] == "markers"}


def test_each_country_is_a_row_and_each_group_a_dot() -> None:
    figure, _ = drawn(*HELD)
    assert figure["layout"]["yaxis"]["ticktext"] == ["Kenya", "Finland"]
    # Finland's survey of 2001 is borrowed for 2002; Kenya has no total
    assert dots(figure) == {"Women": [30.0, 10.0], "Men": [20.0, 12.5], "all": [None, 11.0]}
    assert all(t["customdata"] == ["KEN", "FIN"] for t in figure["data"] if t["mode"] == "markers")


def test_the_first_row_stands_on_top() -> None:
    low, high = drawn(*HELD)[0]["layout"]["yaxis"]["range"]
    assert low > high


def test_the_bar_runs_from_the_lowest_group_to_the_highest_and_its_length_is_said() -> None:
    figure, frames = drawn(*HELD)
    bar = figure["data"][SPANS]
    assert bar["x"] == [20.0, 30.0, None, 10.0, 12.5, None]  # the total is no group
    assert bar["y"] == [0, 0, None, 1, 1, None] and bar["connectgaps"] is False
    assert figure["data"][-1]["text"] == frames["2002"]["gap"] == ["10.0", "2.5"]


def test_frames_hold_every_year_with_the_year_really_used() -> None:
    _, frames = drawn(*HELD)
    assert list(frames) == ["2000", "2001", "2002", "2003"]
    assert frames["2000"]["x"][1:] == [[None, None]] * 3
    assert frames["2001"]["x"][1] == [None, 10.0]
    assert frames["2003"]["used"][1] == [2002, 2001]
    assert frames["2003"]["n"][1] == [1, 1]
    assert all(len(f["x"]) == len(f["used"]) == len(f["n"]) == len(f["bound"]) == 4 for f in frames.values())


def test_the_figure_is_the_frame_of_its_year() -> None:
    for year in YEARS:
        figure, frames = drawn(*HELD, year=year)
        assert [t["x"] for t in figure["data"][:-1]] == frames[str(year)]["x"]
        assert [words.strip() for words in figure["data"][-1]["text"]] == frames[str(year)]["gap"]


def test_the_axis_is_the_same_in_every_year_and_says_per_cent() -> None:
    axes = [drawn(*HELD, year=year)[0]["layout"]["xaxis"] for year in YEARS]
    assert all(axis == axes[0] for axis in axes)
    assert axes[0]["ticksuffix"] == "%"
    # 10 … 30 in limits from 0: 10 is less than half of the way to 30, so from zero; 8 % of 20 above
    assert axes[0]["range"] == pytest.approx([0, 31.6])


def test_a_group_alone_has_neither_bar_nor_gap() -> None:
    figure, frames = drawn(("FIN", "F", 2002, 10.0), ("FIN", "_T", 2002, 11.0), chosen=("FIN",))
    assert figure["data"][SPANS]["x"] == [None, None, None]
    assert frames["2002"]["gap"] == [""]


def test_the_gap_to_a_bound_is_not_known() -> None:
    _, frames = drawn(("FIN", "F", 2002, 95.0, ">"), ("FIN", "M", 2002, 80.0), chosen=("FIN",))
    assert frames["2002"]["gap"] == [""]
    assert frames["2002"]["bound"][1:3] == [[">"], [""]]


def test_a_total_on_another_scale_is_neither_drawn_nor_stretches_the_axis() -> None:
    held = [("FIN", "F", 2002, -3.0), ("FIN", "M", 2002, -1.0), ("FIN", "_T", 2002, 90.0)]
    figure, _ = drawn(*held, chosen=("FIN",), has_total=False, group_scale="model score", limits=(0, 1))
    assert set(dots(figure)) == {"Women", "Men"}
    assert figure["layout"]["xaxis"]["range"] == pytest.approx([-3.16, -0.84])
    assert figure["layout"]["xaxis"]["ticksuffix"] == ""


def test_each_group_has_a_shape_of_its_own_and_the_legend_says_which() -> None:
    legend = legend_of(drawn(*HELD)[0])
    assert [(e["words"], e["colour"]) for e in legend] == [("Women", theme.GROUP_COLOURS[0]), ("Men", theme.GROUP_COLOURS[1]), ("all", theme.TOTAL_COLOUR)]
    assert len({e["shape"] for e in legend}) == 3


MANY_HELD = [("FIN", group, 2002, float(i)) for i, group in enumerate("ABCDEF")] + [("KEN", "B", 2002, 9.0), ("FIN", "_T", 2002, 99.0)]


def test_many_groups_turn_the_picture_and_keep_their_order() -> None:
    figure, frames = drawn(*MANY_HELD, groups=MANY)
    # G has no value anywhere and no row; the total is not drawn and does not stretch the axis to 99
    assert figure["layout"]["yaxis"]["ticktext"] == list("abcdef")
    assert dots(figure) == {"Kenya": [None, 9.0, None, None, None, None], "Finland": [0, 1, 2, 3, 4, 5]}
    assert figure["layout"]["xaxis"]["range"][1] < 12
    assert set(frames["2002"]["gap"]) == {""}


def test_a_turned_picture_has_the_countries_colours() -> None:
    figure, _ = drawn(*MANY_HELD, groups=MANY)
    assert [e["colour"] for e in legend_of(figure)] == list(theme.AREA_COLOURS[:2])
    assert [t["customdata"][0] for t in figure["data"] if t["mode"] == "markers"] == ["KEN", "FIN"]


def test_questions_with_scales_of_their_own_are_turned_and_have_no_gap() -> None:
    parts = group_rows(Breakdown("SKILL", ("F", "M"), False), ("F", "M"), CATALOGUE)
    figure, frames = drawn(*HELD, groups=parts, are_people=False)
    assert set(dots(figure)) == {"Kenya", "Finland"}
    assert frames["2002"]["gap"] == ["", ""]


@pytest.mark.parametrize("groups", [SEX, MANY])
def test_totals_alone_are_worded_as_empty(groups: Rows) -> None:
    table = replace(by_country(small.grouped([("FIN", "F", 2002, 1.0)], YEARS), ("FIN",), 2), groups=("_T",))
    figure, frames = group_dots(table, small.indicator(), area_rows(("FIN",), ATLAS), groups, True, True, 2002)
    assert (figure["data"], frames) == ([], {})
    assert figure["layout"]["annotations"][0]["text"] == "No values by group here."


def test_nothing_held_and_nobody_chosen_are_worded_and_have_no_rows() -> None:
    for figure, frames in (drawn(), drawn(*HELD, chosen=()), drawn(*HELD, chosen=("TGO",))):
        assert (figure["data"], frames, row_count(figure), legend_of(figure)) == ([], {}, 0, [])


def test_a_country_without_groups_keeps_an_empty_row_beside_the_others() -> None:
    figure, _ = drawn(*HELD, chosen=("TGO", "FIN"))
    assert figure["layout"]["yaxis"]["ticktext"] == ["Togo", "Finland"]
    assert dots(figure)["Women"] == [None, 10.0]
    assert row_count(figure) == 2
