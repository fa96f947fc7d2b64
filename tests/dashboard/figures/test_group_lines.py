"""Groups over time: a line a group, several countries below each other on the same scales."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from dashboard import theme
from dashboard.breakdown import group_rows
from dashboard.figures.group_lines import Panel, group_lines
from tests.dashboard import small

YEARS = range(2000, 2010)
SEX = group_rows(small.indicator().breakdown("SEX"), ("_T", "F", "M"), small.contents().catalogue)
WOMEN = [(2000, 10.0, "m"), (2001, 11.0, "m"), (2005, 12.0, "m"), (2006, 13.0, "b"), (2007, 14.0, "m")]
MEN = [(2000, 20.0, "m"), (2001, 21.0, "m")]


def drawn(*panels: Panel, year: int = 2004, **own: object) -> tuple[dict, int]:
    figure, height = group_lines(panels, SEX, small.indicator(**own), YEARS, year)
    go.Figure(figure)
    return figure, height


def panel(code: str = "FIN", women: list = WOMEN, men: list = MEN, total: list = ()) -> Panel:
    return Panel(code, "#0865A7", code, (women, men), total)


def lines(figure: dict, name: str) -> list[dict]:
    return [t for t in figure["data"] if t["name"] == name]


def test_a_line_joins_only_years_that_follow_each_other_and_no_break() -> None:
    (women,) = lines(drawn(panel())[0], "Women")
    # 2002 opens the gap to 2005; the break of 2006 parts it from 2005
    assert (women["x"], women["y"]) == ([2000, 2001, 2002, 2005, 2006, 2006, 2007], [10.0, 11.0, None, 12.0, None, 13.0, 14.0])
    assert women["connectgaps"] is False


def test_years_without_data_are_bridged_and_a_break_is_not() -> None:
    bridges = [t for t in drawn(panel())[0]["data"] if t["name"] == ""]
    assert [(t["x"], t["y"], t["line"]["dash"]) for t in bridges] == [([2001, 2005, None], [11.0, 12.0, None], "dot")]


def test_groups_are_told_apart_by_ink_dash_and_shape_and_named_at_their_ends() -> None:
    figure, height = drawn(panel())
    (women,), (men,) = lines(figure, "Women"), lines(figure, "Men")
    for look in (lambda t: t["line"]["color"], lambda t: t["line"]["dash"], lambda t: t["marker"]["symbol"]):
        assert look(women) != look(men)
    heading, first, second = figure["layout"]["annotations"]
    assert (heading["text"], heading["font"]["weight"], heading["font"]["color"]) == ("FIN", 700, "#0865A7")
    assert (first["text"], second["text"]) == ("Women", "Men") and first["y"] < second["y"]  # 14 lies below 21
    assert height == 0  # alone it fills its place


def test_the_total_is_a_thin_line_in_a_faint_ink() -> None:
    figure, _ = drawn(panel(total=[(2000, 15.0, "m"), (2001, 15.5, "m")]))
    (total,) = lines(figure, "all")
    (women,) = lines(figure, "Women")
    assert total["line"]["width"] < women["line"]["width"] and total["line"]["color"] == theme.INK_FAINT
    assert "all" in [note["text"] for note in figure["layout"]["annotations"]]


def test_several_countries_share_both_scales_and_stand_below_each_other() -> None:
    figure, height = drawn(panel("FIN"), panel("KEN", women=[(2000, 60.0, "m")], men=[]))
    own = figure["layout"]
    assert own["yaxis"]["range"] == own["yaxis2"]["range"] and own["xaxis"]["range"] == own["xaxis2"]["range"]
    assert own["yaxis"]["range"][1] > 60
    assert own["yaxis"]["domain"][0] > own["yaxis2"]["domain"][1] >= own["yaxis2"]["domain"][0] == pytest.approx(0)
    assert {(t["xaxis"], t["yaxis"]) for t in figure["data"]} == {("x", "y"), ("x2", "y2")}
    assert [t["customdata"][0] for t in lines(figure, "Women")] == ["FIN", "KEN"]
    assert height >= 2 * 130


def test_a_country_without_any_line_says_so() -> None:
    figure, _ = drawn(panel("FIN"), panel("KEN", women=[], men=[]))
    said = [note for note in figure["layout"]["annotations"] if note["text"] == "no data"]
    assert [note["yref"] for note in said] == ["y2 domain"]


def test_nothing_at_all_is_worded() -> None:
    figure, height = drawn(panel(women=[], men=[]))
    assert (figure["data"], height) == ([], 0) and figure["layout"]["annotations"]


def test_the_first_shape_marks_the_year() -> None:
    (mark,) = drawn(panel(), year=2003)[0]["layout"]["shapes"]
    assert (mark["x0"], mark["x1"], mark["yref"]) == (2003, 2003, "paper")


def test_groups_of_another_scale_are_not_bound_by_the_totals_limits() -> None:
    low, high = drawn(panel(women=[(2000, -3.0, "m"), (2001, -1.0, "m")], men=[]), group_scale="score", limits=(0, 1))[0]["layout"]["yaxis"]["range"]
    assert low < -3 and high > -1
