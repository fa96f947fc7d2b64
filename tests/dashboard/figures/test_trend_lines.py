"""The trend by meaning: what is joined and what is not, whose colour, which unit, which labels."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard import theme
from dashboard.figures.trend_lines import trend_lines
from dashboard.figures.world_map import chosen_colours
from dashboard.measures.reference import reference
from tests.dashboard import small

ATLAS = small.atlas()
YEARS = range(2000, 2011)
PEERS = [(code, year, value) for year in range(2000, 2004) for code, value in (("DNK", 10.0), ("EST", 20.0), ("GHA", 40.0))]


def drawn(*rows: tuple, chosen: tuple[str, ...] = ("FIN",), window: int = 0, years: range = YEARS, **own: object) -> dict:
    held = small.sliced(rows, years)
    middle = reference(held, small.STATES, window)
    figure = trend_lines({code: held.line(code) for code in chosen}, middle, small.WORLD, small.indicator(**own), years, 2003, ATLAS)
    go.Figure(figure)
    return figure


def named(figure: dict, name: str) -> dict:
    return next(t for t in figure["data"] if t.get("name") == name)


def joined(trace: dict) -> list[tuple[int, int]]:
    """Pairs of years between which a line is drawn."""
    points = list(zip(trace["x"], trace["y"], strict=True))
    return [(a[0], b[0]) for a, b in zip(points, points[1:], strict=False) if a[1] is not None and b[1] is not None]


def test_years_that_follow_each_other_are_joined() -> None:
    line = named(drawn(("FIN", 2000, 5.0), ("FIN", 2001, 6.0), ("FIN", 2002, 7.0)), "Finland")
    assert joined(line) == [(2000, 2001), (2001, 2002)]
    assert line["connectgaps"] is False


def test_years_without_data_are_not_joined_as_measured_but_bridged_by_dots() -> None:
    figure = drawn(("FIN", 2000, 5.0), ("FIN", 2001, 6.0), ("FIN", 2004, 9.0))
    assert joined(named(figure, "Finland")) == [(2000, 2001)]
    bridge = named(figure, "Finland, years without data")
    assert joined(bridge) == [(2001, 2004)]
    assert bridge["line"]["dash"] == "dot"


@pytest.mark.parametrize("break_year", [2001, 2004])
def test_a_break_is_bridged_by_nothing(break_year: int) -> None:
    figure = drawn(("FIN", 2000, 5.0), ("FIN", break_year, 6.0, "b"))
    assert joined(named(figure, "Finland")) == []
    assert named(figure, "Finland, years without data")["x"] == []


def test_a_suppressed_year_is_a_gap() -> None:
    figure = drawn(("FIN", 2000, 5.0), ("FIN", 2001, None, "q"), ("FIN", 2002, 7.0))
    assert joined(named(figure, "Finland")) == []
    assert joined(named(figure, "Finland, years without data")) == [(2000, 2002)]


def test_estimates_have_open_marks_and_measured_values_full_ones() -> None:
    line = named(drawn(("FIN", 2000, 5.0), ("FIN", 2001, 6.0, "e"), ("FIN", 2002, 6.0, "<")), "Finland")
    assert line["marker"]["color"] == [theme.AREA_COLOURS[0], theme.PAPER, theme.PAPER]


LONG = [("FIN", year, 5.0 + year % 3) for year in range(1990, 2009)]


def test_a_long_line_has_marks_only_where_they_say_something() -> None:
    years = range(1990, 2015)
    assert [t["name"] for t in drawn(*LONG, years=years)["data"]] == ["Finland", "Finland, years without data"]
    figure = drawn(*LONG, ("FIN", 2009, 6.0, "e"), ("FIN", 2012, 6.0), years=years)
    marks = named(figure, "Finland, marked years")
    assert marks["x"] == [2009, 2012]  # an estimate after measured years; a year that no line reaches
    assert marks["marker"]["color"] == [theme.PAPER, theme.AREA_COLOURS[0]]
    estimated = [(*row, "e") for row in LONG]
    assert [t["mode"] for t in drawn(*estimated, years=years)["data"]] == ["lines", "lines"]  # all are: the page says it once


def test_every_chosen_country_has_its_colour_as_in_the_other_panels() -> None:
    figure = drawn(("FIN", 2000, 5.0), ("KEN", 2000, 6.0), chosen=("KEN", "EST", "FIN"))
    colours = chosen_colours(("KEN", "EST", "FIN"))
    # Estonia has no value: it takes no other's colour
    assert (named(figure, "Kenya")["line"]["color"], named(figure, "Finland")["line"]["color"]) == (colours["KEN"], colours["FIN"])
    assert colours["FIN"] == theme.AREA_COLOURS[2]


def test_the_fifth_country_is_told_apart_by_its_dash_as_well() -> None:
    rows = [(code, 2000, 5.0) for code in small.STATES]
    figure = drawn(*rows, chosen=small.STATES)
    assert [named(figure, ATLAS.area(c).name)["line"]["dash"] for c in small.STATES] == ["solid"] * 4 + ["dash"] * 2


# Peers 10, 20, 40: median 20; 10th percentile 12, 25th 15, 75th 30, 90th 36.
def test_the_band_goes_round_the_percentiles_of_the_peers() -> None:
    figure = drawn(*PEERS[:3], chosen=())
    outer, inner, median = figure["data"]
    assert (outer["name"], inner["name"], median["name"]) == ("middle eight tenths", "middle half", "median, World")
    assert outer["y"] == pytest.approx([36, 12]) and inner["y"] == pytest.approx([30, 15])
    assert median["y"] == [20]
    assert "markers" in median["mode"]  # a single year would be no line


def test_the_median_is_not_joined_over_years_with_too_few_peers() -> None:
    figure = drawn(*(r for r in PEERS if r[1] != 2002 or r[0] == "DNK"), chosen=())
    outer, _, median = figure["data"]
    assert joined(median) == [(2000, 2001)]
    assert 2003 in median["x"] and median["mode"] == "lines+markers"  # the year alone is a mark
    # two closed shapes: 2000–2001 there and back, a gap, 2003
    assert outer["x"] == [2000, 2001, 2001, 2000, None, 2003, 2003]


def test_too_few_peers_leave_the_lines_alone() -> None:
    figure = drawn(("FIN", 2000, 5.0), ("FIN", 2001, 6.0))
    assert [t["name"] for t in figure["data"]] == ["Finland", "Finland, years without data"]


@pytest.mark.parametrize(("unit", "suffix"), [("%", "%"), ("years", "")])
def test_the_axis_says_the_unit(unit: str, suffix: str) -> None:
    figure = drawn(("FIN", 2000, 5.0), ("FIN", 2001, 6.0), unit_short=unit)
    assert figure["layout"]["yaxis"]["ticksuffix"] == suffix


def test_a_label_says_the_name_alone_so_that_no_second_value_contradicts_the_page() -> None:
    (end,) = drawn(("FIN", 2000, 5.0), ("FIN", 2001, 6.0))["layout"]["annotations"]
    assert (end["text"], end["font"]["weight"], end["font"]["color"]) == ("Finland", theme.BOLD, theme.AREA_COLOURS[0])


def test_labels_stand_in_the_order_of_their_values_and_apart() -> None:
    figure = drawn(*PEERS, ("FIN", 2003, 20.5), chosen=("FIN", "GHA"))
    labels = {a["text"]: a["y"] for a in figure["layout"]["annotations"]}
    ordered = sorted(labels, key=labels.get)
    assert [text.split()[0] for text in ordered] == ["World", "Finland", "Ghana"]
    places = sorted(labels.values())
    assert all(b - a >= 0.12 for a, b in zip(places, places[1:], strict=False))


def test_the_year_shown_is_marked_by_the_first_shape() -> None:
    (mark,) = drawn(("FIN", 2000, 5.0))["layout"]["shapes"]
    assert (mark["x0"], mark["x1"], mark["yref"]) == (2003, 2003, "paper")


def test_the_axis_holds_all_years_whatever_is_held() -> None:
    layout = drawn(("FIN", 2005, 5.0))["layout"]
    assert layout["xaxis"]["range"] == [1999.5, 2010.5]


def test_an_indicator_of_one_year_has_one_tick_and_a_mark() -> None:
    figure = drawn(("FIN", 2003, 5.0), years=range(2003, 2004))
    assert figure["layout"]["xaxis"]["tickvals"] == [2003]
    assert "markers" in named(figure, "Finland")["mode"]


def test_values_below_zero_lie_inside_the_axis_of_an_indicator_without_limits() -> None:
    low, high = drawn(("FIN", 2000, -3.0), ("FIN", 2001, 2.0), limits=(None, None))["layout"]["yaxis"]["range"]
    assert low < -3 and high > 2


def test_a_group_scale_slice_lies_inside_its_axis() -> None:
    # V-Dem's families: the total from 0 to 1, the groups on the model's scale from about −4 to 4
    two = small.indicator(limits=(0, 1), group_scale="model score")
    held = small.sliced([("FIN", 2000, -3.0), ("FIN", 2001, 2.0)], YEARS)
    figure = trend_lines({"FIN": held.line("FIN")}, reference(held, small.STATES, 0), small.WORLD, two.on_group_scale(), YEARS, 2003, ATLAS)
    low, high = figure["layout"]["yaxis"]["range"]
    assert low < -3 and high > 2
    assert figure["layout"]["yaxis"]["ticksuffix"] == ""


def test_nothing_to_draw_is_worded_with_the_countries_asked() -> None:
    assert drawn(chosen=("FIN", "KEN"))["layout"]["annotations"][0]["text"].replace("<br>", " ") == "No values for Finland and Kenya in this slice."
    assert drawn(chosen=())["layout"]["annotations"][0]["text"] == "No values for World in this slice."


def test_a_country_without_values_leaves_the_others_drawn() -> None:
    figure = drawn(("FIN", 2000, 5.0), chosen=("KEN", "FIN"))
    assert named(figure, "Finland")["y"] == [5.0]
    assert [a["text"] for a in figure["layout"]["annotations"]] == ["Finland"]


def test_no_real_group_slice_leaves_its_axis(desk, contents) -> None:
    from callbacks.panels import draw_trend

    two_scales = [i for i in contents.catalogue.indicators if i.group_scale]
    assert two_scales
    for indicator in two_scales:
        column = indicator.breakdowns[0]
        figure = draw_trend(desk, f"indicator={indicator.key}&{column.key}={column.groups[0]}&areas=FIN,KEN,TKM")["figure"]
        low, high = figure["layout"]["yaxis"]["range"]
        values = pd.Series([y for trace in figure["data"] for y in trace["y"]]).dropna()
        assert low <= values.min() and values.max() <= high, indicator.key


def test_answers_by_yes_or_no_have_words_on_the_axis_and_no_median() -> None:
    figure = drawn(("FIN", 2000, 0.0), ("FIN", 2001, 1.0), unit_short="yes/no")
    assert figure["layout"]["yaxis"]["ticktext"] == ["no", "yes"]
    nobody = drawn(*PEERS, chosen=(), unit_short="yes/no")
    assert nobody["data"] == [] and "no median" in nobody["layout"]["annotations"][0]["text"]
