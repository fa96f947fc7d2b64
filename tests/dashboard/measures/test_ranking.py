"""Places and changes, by hand."""

from __future__ import annotations

import pytest

from dashboard.measures.carry import snapshot
from dashboard.measures.ranking import changes, ranking
from tests.dashboard.small import series


def ranked(values: dict[str, float | None], direction: str = "higher", decimals: int = 1) -> dict[str, int]:
    held = series(*((area, 2000, value, "m" if value is not None else "q") for area, value in values.items()))
    return ranking(snapshot(held, 2000, 0), direction, decimals)["RANK"].to_dict()


def test_countries_that_share_a_value_share_a_place_and_the_next_place_is_left_out() -> None:
    assert ranked({"DNK": 9, "EST": 7, "FIN": 7, "GHA": 5}) == {"DNK": 1, "EST": 2, "FIN": 2, "GHA": 4}


def test_the_lowest_is_first_where_lower_is_better() -> None:
    assert ranked({"DNK": 9, "EST": 7, "FIN": 7, "GHA": 5}, "lower") == {"GHA": 1, "EST": 2, "FIN": 2, "DNK": 4}


def test_the_highest_is_first_where_neither_is_better() -> None:
    assert ranked({"DNK": 1, "EST": 2}, "neutral") == {"EST": 1, "DNK": 2}


# 7.04 and 6.96 both print as 7.0; 7.06 prints as 7.1.
def test_a_tie_is_one_of_printed_values() -> None:
    assert ranked({"DNK": 7.06, "EST": 7.04, "FIN": 6.96}) == {"DNK": 1, "EST": 2, "FIN": 2}
    assert ranked({"DNK": 7.06, "EST": 7.04, "FIN": 6.96}, decimals=2) == {"DNK": 1, "EST": 2, "FIN": 3}


# 1.15 is stored as 1.1499…, so that it prints as 1.1: it shares the place of 1.1, not that of 1.2.
def test_a_tie_follows_the_print_where_rounding_would_not() -> None:
    assert ranked({"DNK": 1.2, "EST": 1.15, "FIN": 1.1}) == {"DNK": 1, "EST": 2, "FIN": 2}


def test_a_small_negative_shares_the_place_of_zero() -> None:
    assert ranked({"DNK": 0.0, "EST": -0.01}) == {"DNK": 1, "EST": 1}


def test_a_country_without_a_value_has_no_place_and_is_not_counted() -> None:
    assert ranked({"DNK": 9, "EST": None}) == {"DNK": 1}
    held = series(("DNK", 2000, 9.0), ("EST", 2000, None, "q"), ("FIN", 2000, 3.0))
    assert ranking(snapshot(held, 2000, 0), "higher", 1)["OF"].tolist() == [2, 2]


def test_the_order_inside_a_place_never_changes() -> None:
    assert list(ranked({"GHA": 7, "DNK": 7, "FIN": 9, "EST": 7})) == ["FIN", "DNK", "EST", "GHA"]


def test_nobody_ranked_is_an_empty_table() -> None:
    assert ranking(snapshot(series(), 2000, 0), "higher", 1).empty


def change(*rows: tuple, year: int = 2010, window: int = 0) -> dict:
    held = series(*rows)
    return changes(held, snapshot(held, year, window)).to_dict("index")


# From 2005 (five years back) to 2010: 12 − 10 = 2. The value of 2006 lies too near, that of 2004 is older than that of 2005.
def test_change_is_from_the_nearest_value_at_least_five_years_back() -> None:
    found = change(("FIN", 2004, 8.0), ("FIN", 2005, 10.0), ("FIN", 2006, 11.0), ("FIN", 2010, 12.0))
    assert found == {"FIN": {"CHANGE": 2.0, "SINCE": 2005}}


@pytest.mark.parametrize(("since", "expected"), [(2000, {"CHANGE": 2.0, "SINCE": 2000}), (1999, None), (2006, None)])
def test_change_is_from_five_to_ten_years_back(since: int, expected: dict | None) -> None:
    assert change(("FIN", since, 10.0), ("FIN", 2010, 12.0)).get("FIN") == expected


def test_change_counts_from_the_year_really_used() -> None:
    # 2010 shows the value of 2008; five years before that is 2003
    assert change(("FIN", 2003, 10.0), ("FIN", 2005, 11.0), ("FIN", 2008, 9.0), window=2) == {"FIN": {"CHANGE": -1.0, "SINCE": 2003}}


@pytest.mark.parametrize(("at", "is_change"), [(2004, True), (2005, True), (2007, False), (2010, False)])
def test_there_is_no_change_across_a_break(at: int, is_change: bool) -> None:
    # the break year is the first of the new series: 2005 belongs with 2010, 2007 and 2010 part them
    rows = {2004: "m", 2005: "m", 2007: "m", 2010: "m"} | {at: "b"}
    assert bool(change(*(("FIN", year, 1.0, flag) for year, flag in rows.items()))) is is_change


@pytest.mark.parametrize("bounded", [2005, 2010])
@pytest.mark.parametrize("bound", ["<", ">"])
def test_there_is_no_change_from_or_to_a_bound(bounded: int, bound: str) -> None:
    assert change(*(("FIN", year, 5.0, bound if year == bounded else "m") for year in (2005, 2010))) == {}


def test_one_country_s_break_does_not_hide_another_s_change() -> None:
    rows = [("FIN", 2005, 1.0), ("FIN", 2010, 2.0), ("KEN", 2005, 1.0), ("KEN", 2008, 1.0, "b"), ("KEN", 2010, 2.0)]
    assert list(change(*rows)) == ["FIN"]


def test_no_values_give_no_changes() -> None:
    assert change() == {}
    assert change(("FIN", 2010, None, "q")) == {}


def test_nearest_to_equality_comes_first_on_either_side() -> None:
    held = series(("FIN", 2000, -0.5), ("KEN", 2000, 0.2), ("TGO", 2000, 3.0), ("GHA", 2000, 0.5))
    placed = ranking(snapshot(held, 2000, 0), "neutral", 1, 0.0)
    assert placed["RANK"].to_dict() == {"KEN": 1, "FIN": 2, "GHA": 2, "TGO": 4}


def test_half_is_as_far_from_one_as_twice() -> None:
    held = series(("FIN", 2000, 0.5), ("KEN", 2000, 2.0), ("TGO", 2000, 1.6), ("GHA", 2000, 0.0))
    placed = ranking(snapshot(held, 2000, 0), "neutral", 2, 1.0, True)
    assert placed["RANK"].to_dict() == {"TGO": 1, "FIN": 2, "KEN": 2, "GHA": 4}
