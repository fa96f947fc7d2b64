"""Borrowed values: from earlier years only, within the window, and never without their year."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.measures.carry import borrowed, snapshot
from tests.dashboard.small import series, sliced

YEARS = range(2000, 2011)


def test_the_own_value_of_the_year_is_not_borrowed() -> None:
    shown = snapshot(series(("FIN", 2004, 1.0), ("FIN", 2005, 2.0)), 2005, 3)
    assert shown.loc["FIN"].to_dict() == {"OBS_VALUE": 2.0, "TIME_PERIOD": 2005, "FLAG": "m", "IS_BORROWED": False}


def test_the_latest_earlier_value_is_borrowed_and_keeps_its_year_and_flag() -> None:
    shown = snapshot(series(("FIN", 2002, 1.0), ("FIN", 2003, 2.0, "e")), 2005, 3)
    assert shown.loc["FIN"].to_dict() == {"OBS_VALUE": 2.0, "TIME_PERIOD": 2003, "FLAG": "e", "IS_BORROWED": True}


def test_nothing_is_borrowed_from_later() -> None:
    assert snapshot(series(("FIN", 2006, 1.0)), 2005, 30).empty


def test_the_window_holds_its_last_year_and_not_the_one_before() -> None:
    held = series(("FIN", 2002, 1.0), ("KEN", 2001, 1.0))
    assert snapshot(held, 2005, 3).index.tolist() == ["FIN"]  # 2005 − 3 = 2002


def test_a_window_of_nothing_borrows_nothing() -> None:
    held = series(("FIN", 2004, 1.0), ("KEN", 2005, 1.0))
    assert snapshot(held, 2005, 0).index.tolist() == ["KEN"]
    own = sliced([("FIN", 2004, 1.0), ("KEN", 2005, 1.0)], YEARS).values
    np.testing.assert_array_equal(borrowed(own, 0)[0], own)


def test_a_suppressed_year_says_so_where_nothing_can_be_borrowed() -> None:
    shown = snapshot(series(("FIN", 2005, None, "q")), 2005, 3)
    assert shown["FLAG"].tolist() == ["q"]
    assert shown["OBS_VALUE"].isna().all()
    assert not shown["IS_BORROWED"].any()


def test_a_value_is_borrowed_over_a_suppressed_year() -> None:
    assert snapshot(series(("FIN", 2003, 4.0), ("FIN", 2005, None, "q")), 2005, 3).loc["FIN", "TIME_PERIOD"] == 2003


def test_an_earlier_suppressed_year_says_nothing_about_this_one() -> None:
    assert snapshot(series(("FIN", 2004, None, "q")), 2005, 3).empty


def test_a_row_without_value_and_without_reason_is_no_answer() -> None:
    assert snapshot(series(("FIN", 2005, None, "m")), 2005, 3).empty


def test_the_table_has_a_row_a_year_and_gaps_filled_within_the_window() -> None:
    held = sliced([("FIN", 2001, 1.0), ("FIN", 2006, 2.0), ("FIN", 1990, 9.0)], YEARS)
    (filled,), (used,) = borrowed(held.values, 2)
    # 2001 lends to 2002 and 2003; 2006 to 2007 and 2008; 1990 lies outside the years
    assert {year: value for year, value in zip(YEARS, filled, strict=True) if value == value} == {2001: 1, 2002: 1, 2003: 1, 2006: 2, 2007: 2, 2008: 2}
    assert used.tolist() == [-1, 1, 1, 1, -1, -1, 6, 6, 6, -1, -1]


def test_no_rows_give_a_table_without_areas() -> None:
    assert borrowed(sliced([], YEARS).values, 3)[0].shape == (0, 11)
    assert snapshot(series(), 2005, 3).empty


@settings(deadline=None, max_examples=60)
@given(
    held=st.dictionaries(st.tuples(st.sampled_from(["FIN", "KEN"]), st.integers(2000, 2010)), st.floats(-9, 9) | st.none(), max_size=12),
    year=st.integers(2000, 2010),
    window=st.integers(0, 10),
)
def test_snapshot_and_table_borrow_by_the_same_rule(held: dict, year: int, window: int) -> None:
    rows = [(area, at, value) for (area, at), value in held.items()]
    shown = snapshot(series(*rows), year, window)["OBS_VALUE"]
    grid = sliced(rows, YEARS)
    column = dict(zip(grid.areas, borrowed(grid.values, window)[0][:, YEARS.index(year)].tolist(), strict=True))
    assert shown.to_dict() == {area: value for area, value in column.items() if value == value}
    assert isinstance(shown, pd.Series)
