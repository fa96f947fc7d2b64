"""A slice as a table of numbers, and the way back to its rows."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.coded import Coded
from tests.dashboard import small
from tests.dashboard.small import grouped, groups, series, sliced

YEARS = range(2000, 2004)
ROWS = [("KEN", 2001, 2.5), ("FIN", 2003, 1.0, "e"), ("KEN", 2000, None, "q"), ("FIN", 1999, 9.0)]


def test_areas_are_sorted_and_years_outside_left_out() -> None:
    held = sliced(ROWS, YEARS)
    assert (held.areas, held.years, held.groups) == (("FIN", "KEN"), YEARS, ())
    np.testing.assert_array_equal(held.values, [[np.nan, np.nan, np.nan, 1.0], [np.nan, 2.5, np.nan, np.nan]])
    assert held.marks.tolist() == [[b".", b".", b".", b"e"], [b"q", b"m", b".", b"."]]


def test_a_line_holds_the_years_with_a_value() -> None:
    held = sliced(ROWS, YEARS)
    assert (held.line("KEN"), held.line("FIN"), held.line("TGO")) == ([(2001, 2.5, "m")], [(2003, 1.0, "e")], [])


def test_places_follow_the_codes_asked_for() -> None:
    assert sliced(ROWS, YEARS).places(("KEN", "TGO", "FIN")) == [1, 0]


def test_the_frame_has_the_rows_again_in_order() -> None:
    expected = series(("FIN", 2003, 1.0, "e"), ("KEN", 2000, None, "q"), ("KEN", 2001, 2.5))
    pd.testing.assert_frame_equal(sliced(ROWS, YEARS).frame(), expected)
    pd.testing.assert_frame_equal(sliced([], YEARS).frame(), series())


def test_groups_are_an_axis_of_their_own() -> None:
    rows = [("KEN", "M", 2000, 1.0), ("KEN", "F", 2000, 2.0), ("FIN", "M", 2002, None, "q")]
    held = grouped(rows, YEARS)
    assert (held.groups, held.values.shape) == (("F", "M"), (2, 2, 4))
    pd.testing.assert_frame_equal(held.frame(), groups(rows[2], rows[1], rows[0]))


def test_words_that_no_row_has_are_no_areas() -> None:
    column = Coded(("a", "b", "c"), np.array([2, 0, 2]))
    assert column.text().tolist() == ["c", "a", "c"]
    assert column.among(frozenset("cb")).tolist() == [True, False, True]
    assert column[np.array([False, True, False])].text().tolist() == ["a"]


def test_the_line_of_a_group_is_that_groups_alone() -> None:
    held = small.grouped([("FIN", "F", 2000, 1.0), ("FIN", "M", 2001, 2.0, "b")], range(2000, 2003))
    assert held.line("FIN", "M") == [(2001, 2.0, "b")]
    assert held.line("FIN", "X") == held.line("KEN", "M") == []
