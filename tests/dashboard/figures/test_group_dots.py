"""Groups side by side: a row a country, a dot a group, the gap between lowest and highest; turned where that says nothing."""

from __future__ import annotations

from dataclasses import replace

import plotly.graph_objects as go
import pytest

from dashboard import theme
from dashboard.breakdown import area_rows, group_rows
from dashboard.catalogue import Breakdown
from dashboard.figures.dot_rows import BARS, FRAME, ROW, Look, height_of, legend_of
from dashboard.figures.group_dots import Rows, group_dots
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
    figure, packed, _ = group_dots(table, small.indicator(**own), area_rows(chosen, ATLAS), groups, has_total, are_people, year)
    go.Figure(figure)
    return figure, packed


def dots(figure: dict) -> dict[str, list]:
    return {t["name"]: t["x"] for t in figure["data"] if t["mode"] == "markers"}


def names(packed: dict) -> list[str]:
    return [name for name, *_ in packed["names"]]


def gaps(packed: dict, year: int) -> list:
    return [row[year - packed["first"]] for row in packed["gap"]]


def test_each_country_is_a_row_and_each_group_a_dot() -> None:
    figure, packed = drawn(*HELD)
    assert names(packed) == ["Kenya", "Finland"] and packed["areas"] == ["KEN", "FIN"]
    # Finland's survey of 2001 is borrowed for 2002; Kenya has no total
    assert dots(figure) == {"Women": [30.0, 10.0], "Men": [20.0, 12.5], "all": [None, 11.0]}
    assert all(t["customdata"] == ["KEN", "FIN"] and t["y"] == [0, 1] for t in figure["data"] if t["mode"] == "markers")


def test_the_first_row_stands_on_top() -> None:
    low, high = drawn(*HELD)[0]["layout"]["yaxis"]["range"]
    assert low > high


def test_the_bar_runs_from_the_lowest_group_to_the_highest_and_its_length_is_said() -> None:
    figure, packed = drawn(*HELD)
    bar = figure["data"][BARS]
    assert bar["x"] == [20.0, 30.0, None, 10.0, 12.5, None]  # the total is no group
    assert bar["y"] == [0, 0, None, 1, 1, None] and bar["connectgaps"] is False
    assert gaps(packed, 2002) == [10.0, 2.5] and packed["heading"] == "gap"


def test_the_answer_holds_every_year_with_the_year_really_used() -> None:
    _, packed = drawn(*HELD)
    assert packed["first"] == 2000 and all(len(row) == 4 for kind in packed["x"] for row in kind)
    assert packed["x"][0] == [[None, None, 30, 30], [None, 10, 10, 10]]  # women of Kenya and Finland; Finland's still held two years on
    assert packed["used"] == [[None, None, 2002, 2002], [None, 2001, 2001, 2001]]
    assert packed["n"] == {}  # no row is a median


def test_the_figure_is_the_answers_year() -> None:
    for year in YEARS:
        figure, packed = drawn(*HELD, year=year)
        assert [t["x"] for t in figure["data"][1:]] == [[row[year - 2000] for row in kind] for kind in packed["x"]]
        assert figure["layout"]["meta"] == {"year": year}


def test_the_axis_is_the_same_in_every_year_and_says_per_cent() -> None:
    axes = [drawn(*HELD, year=year)[0]["layout"]["xaxis"] for year in YEARS]
    assert all(axis == axes[0] for axis in axes)
    assert axes[0]["ticksuffix"] == "%"
    # 10 … 30 in limits from 0: 10 is less than half of the way to 30, so from zero; 8 % of 20 above
    assert axes[0]["range"] == pytest.approx([0, 31.6])


def test_a_group_alone_has_neither_bar_nor_gap_nor_a_heading_for_one() -> None:
    figure, packed = drawn(("FIN", "F", 2002, 10.0), ("FIN", "_T", 2002, 11.0), chosen=("FIN",))
    assert figure["data"][BARS]["x"] == [None, None, None]
    assert (gaps(packed, 2002), packed["heading"]) == ([None], "")


def test_the_gap_to_a_bound_is_not_known() -> None:
    _, packed = drawn(("FIN", "F", 2002, 95.0, ">"), ("FIN", "M", 2002, 80.0), chosen=("FIN",))
    assert gaps(packed, 2002) == [None]
    assert packed["bound"] == {"0,0": "  >>"}  # women's, from 2002 on


def test_counts_have_no_gap() -> None:
    _, packed = drawn(*HELD, is_mappable=False)
    assert gaps(packed, 2002) == [None, None]


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


def test_the_words_of_a_group_can_be_read_in_its_ink_or_a_darker_one() -> None:
    five = Rows(tuple("ABCDE"), tuple("abcde"), theme.ordered_colours(5))
    _, packed = drawn(*[("FIN", code, 2002, i) for i, code in enumerate("ABCDE")], groups=five, has_total=False)
    assert packed["inks"][0] == theme.INK_FAINT != five.colours[0]  # the palest dot is too pale for words
    assert packed["inks"][-1] == five.colours[-1]


RANKED = [("FIN", "F", 2001, 1.0), ("FIN", "M", 2001, 2.0), ("KEN", "F", 2001, 1.0), ("KEN", "M", 2001, 4.0), ("GHA", "F", 2002, 1.0), ("GHA", "M", 2002, 9.0), ("TGO", "F", 2002, 3.0)]


def test_rows_below_the_chosen_stand_by_their_gap_the_widest_first_and_the_unknown_last() -> None:
    codes = ("FIN", "TGO", "GHA", "KEN")
    rows = Rows(codes, codes, (theme.INK,) * 4, ranked=3, strong=1)
    table = by_country(small.grouped(RANKED, YEARS), codes, 2)
    for year, order in ((2001, ["FIN", "KEN", "TGO", "GHA"]), (2002, ["FIN", "GHA", "KEN", "TGO"])):
        figure, packed, _ = group_dots(table, small.indicator(), rows, SEX, False, True, year)
        assert [codes[figure["data"][1]["y"].index(place)] for place in range(4)] == order
    assert packed["ranked"] == 1 and [strong for _, _, strong, _ in packed["names"]] == [True, False, False, False]


MANY_HELD = [("FIN", group, 2002, float(i)) for i, group in enumerate("ABCDEF")] + [("KEN", "B", 2002, 9.0), ("FIN", "_T", 2002, 99.0)]


def test_many_groups_turn_the_picture_and_keep_their_order() -> None:
    figure, packed = drawn(*MANY_HELD, groups=MANY)
    # G has no value anywhere and no row; the total is not drawn and does not stretch the axis to 99
    assert names(packed) == list("abcdef")
    assert dots(figure) == {"Kenya": [None, 9.0, None, None, None, None], "Finland": [0, 1, 2, 3, 4, 5]}
    assert figure["layout"]["xaxis"]["range"][1] < 12
    assert set(gaps(packed, 2002)) == {None} and packed["labels"] == packed["heading"] == ""


def test_a_turned_picture_has_the_countries_colours_and_years() -> None:
    figure, packed = drawn(*MANY_HELD, groups=MANY)
    assert [e["colour"] for e in legend_of(figure)] == list(theme.AREA_COLOURS[:2])
    assert [t["customdata"][0] for t in figure["data"] if t["mode"] == "markers"] == ["KEN", "FIN"]
    assert set(packed["areas"]) == {""}  # a row is no country
    assert packed["of_kinds"] == {"used": [[None, None, 2002, 2002]] * 2, "n": []}


def test_questions_with_scales_of_their_own_are_turned_and_have_no_gap() -> None:
    parts = group_rows(Breakdown("SKILL", ("F", "M"), False), ("F", "M"), CATALOGUE)
    figure, packed = drawn(*HELD, groups=parts, are_people=False)
    assert set(dots(figure)) == {"Kenya", "Finland"}
    assert gaps(packed, 2002) == [None, None]


@pytest.mark.parametrize("groups", [SEX, MANY])
def test_totals_alone_are_worded_as_empty(groups: Rows) -> None:
    table = replace(by_country(small.grouped([("FIN", "F", 2002, 1.0)], YEARS), ("FIN",), 2), groups=("_T",))
    figure, packed, _ = group_dots(table, small.indicator(), area_rows(("FIN",), ATLAS), groups, True, True, 2002)
    assert (figure["data"], packed) == ([], {})
    assert figure["layout"]["annotations"][0]["text"] == "No values by group here."


def test_nothing_held_and_nobody_chosen_are_worded_and_have_no_rows() -> None:
    for figure, packed in (drawn(), drawn(*HELD, chosen=()), drawn(*HELD, chosen=("TGO",))):
        assert (figure["data"], packed, height_of(figure, Look()), legend_of(figure)) == ([], {}, 0, [])


def test_a_country_without_groups_keeps_an_empty_row_beside_the_others() -> None:
    figure, packed = drawn(*HELD, chosen=("TGO", "FIN"))
    assert names(packed) == ["Togo", "Finland"]
    assert dots(figure)["Women"] == [None, 10.0]
    assert height_of(figure, Look()) == 2 * ROW + FRAME


def test_a_long_list_has_its_axis_above_it() -> None:
    chosen = small.STATES
    held = [(code, group, 2002, 1.0) for code in chosen for group in "FM"]
    assert drawn(*held, chosen=chosen)[0]["layout"]["xaxis"]["side"] == "bottom"
    seven = (*chosen, "ISL")
    assert drawn(*held, chosen=seven)[0]["layout"]["xaxis"]["side"] == "top"
