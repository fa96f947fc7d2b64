"""The trend as numbers."""

from __future__ import annotations

from dashboard import theme
from dashboard.documents.trend import middle_said, short, trend_chart
from tests.dashboard.small import indicator

YEARS = range(2000, 2006)
MIDDLE = {"median": [None, 4.0, 5.0, None, 6.0, 7.0], "lower": [None, 2.0, 2.0, None, 2.0, 2.0], "upper": [None, 8.0, 8.0, None, 8.0, 8.0]}
NOBODY = {key: [None] * 6 for key in MIDDLE}


def chart(points: list, middle: dict = NOBODY):
    return trend_chart({"FIN": points} if points else {}, {"FIN": "Finland"}, middle, "North", indicator(), YEARS, "words")


def test_a_year_without_a_value_has_none():
    (line,) = chart([(2000, 5.0, "m"), (2003, 7.0, "m")]).series
    assert line.values == (5.0, None, None, 7.0, None, None) and line.colour == theme.AREA_COLOURS[0]


def test_a_line_ends_where_its_series_breaks_and_another_begins():
    before, after = chart([(2000, 5.0, "m"), (2001, 6.0, "m"), (2002, 9.0, "b"), (2003, 9.5, "m")]).series
    assert before.values == (5.0, 6.0, None, None, None, None) and after.values == (None, None, 9.0, 9.5, None, None)
    assert (before.label, after.label) == ("", "Finland") and after.name == "Finland, from 2002 (break in the series)"


def test_estimates_and_bounds_are_open_marks():
    (line,) = chart([(2000, 5.0, "m"), (2001, 6.0, "e"), (2002, 2.5, "<")]).series
    assert line.open == (1, 2)


def test_the_quarters_of_the_peers_are_shown_while_nobody_is_chosen():
    assert [line.name for line in chart([], MIDDLE).series] == ["North median", "a quarter lies above", "a quarter lies below"]
    assert [line.name for line in chart([(2000, 5.0, "m")], MIDDLE).series] == ["Finland", "North median"]


def test_nothing_to_draw_is_no_chart():
    assert chart([]) is None


def test_first_and_last_median_are_said():
    assert middle_said(chart([], MIDDLE), "North", indicator()) == "North median: 4.0% in 2001 and 7.0% in 2005."
    assert middle_said(chart([(2000, 5.0, "m")]), "North", indicator()) == ""


def test_a_long_name_is_cut_where_it_has_no_room():
    assert short("Venezuela (Bolivarian Republic of)") == "Venezuela (Bolivarian Rep…" and short("Finland") == "Finland"
