"""Groups side by side: one year a country, the same countries in every median."""

from __future__ import annotations

import numpy as np

from dashboard.measures.groups import Groups, by_country, by_peers, together
from tests.dashboard import small
from tests.dashboard.small import NORTHERNERS, WORLD, grouped

YEARS = range(2000, 2006)


def shown(table: Groups, year: int, row: str = "FIN") -> dict[str, tuple]:
    """group -> value, year really used, number of countries; of one row in one year."""
    at, row_at = table.years.index(year), table.rows.index(row)
    held = zip(table.groups, table.values[row_at, :, at].tolist(), strict=True)
    return {group: (value, int(table.used[row_at, at]), int(table.n[row_at, at])) for group, value in held if value == value}


def years_of(table: Groups, row: str = "FIN") -> list[int]:
    return [year for year in table.years if shown(table, year, row)]


# Women in 2002, men in 2002 and 2003: 2003 shows men of 2003 alone, never women of 2002 beside men of 2003.
def test_all_groups_of_a_country_come_from_one_year() -> None:
    held = [("FIN", "F", 2002, 1.0), ("FIN", "M", 2002, 2.0), ("FIN", "M", 2003, 9.0)]
    table = by_country(grouped(held, YEARS), ("FIN",), 2)
    assert shown(table, 2002) == {"F": (1, 2002, 1), "M": (2, 2002, 1)}
    assert shown(table, 2003) == {"M": (9, 2003, 1)}


def test_a_set_is_borrowed_whole_within_the_window() -> None:
    table = by_country(grouped([("FIN", "F", 2001, 1.0), ("FIN", "M", 2001, 2.0)], YEARS), ("FIN",), 2)
    assert years_of(table) == [2001, 2002, 2003]
    assert shown(table, 2003) == {"F": (1, 2001, 1), "M": (2, 2001, 1)}


def test_a_window_of_nothing_shows_the_measured_year_only() -> None:
    table = by_country(grouped([("FIN", "F", 2001, 1.0)], YEARS), ("FIN",), 0)
    assert years_of(table) == [2001]


# A yearly total and a survey by sex in 2001 only: 2002 shows the survey, not the lone total of 2002.
def test_a_year_with_the_total_alone_does_not_hide_the_groups_before_it() -> None:
    held = [("FIN", "_T", 2001, 1.5), ("FIN", "F", 2001, 1.0), ("FIN", "M", 2001, 2.0), ("FIN", "_T", 2002, 1.6)]
    assert shown(by_country(grouped(held, YEARS), ("FIN",), 2), 2002) == {"_T": (1.5, 2001, 1), "F": (1, 2001, 1), "M": (2, 2001, 1)}


def test_a_country_with_totals_alone_has_no_row() -> None:
    assert len(by_country(grouped([("FIN", "_T", 2001, 1.5)], YEARS), ("FIN",), 2)) == 0


def test_a_suppressed_group_is_left_out_and_its_year_is_not_taken_for_it_alone() -> None:
    held = [("FIN", "F", 2001, 1.0), ("FIN", "M", 2001, 2.0), ("FIN", "F", 2002, None, "q"), ("FIN", "M", 2002, None, "q")]
    assert shown(by_country(grouped(held, YEARS), ("FIN",), 2), 2002)["F"] == (1, 2001, 1)


def test_a_bound_is_kept_with_its_value() -> None:
    table = by_country(grouped([("FIN", "F", 2001, 95.0, ">"), ("FIN", "M", 2001, 80.0)], range(2001, 2002)), ("FIN",), 0)
    assert dict(zip(table.groups, table.bounds[0, :, 0].tolist(), strict=True)) == {"F": b">", "M": b""}


def test_nothing_held_gives_no_values() -> None:
    nothing, little = grouped([], YEARS), grouped([("FIN", "F", 2000, 1.0)], YEARS)
    for table in (by_country(nothing, ("FIN",), 2), by_country(little, (), 2), by_country(little, ("KEN",), 2), by_peers(nothing, (WORLD,), 2), by_peers(little, (), 2)):
        assert len(table) == 0 and table.years == YEARS


THREE = [(area, group, 2000, value + (group == "M") * 10) for area, value in (("DNK", 1.0), ("EST", 2.0), ("FIN", 6.0)) for group in "FM"]


# Women 1, 2, 6: median 2; men 11, 12, 16: median 12; three countries.
def test_peers_have_the_median_of_each_group() -> None:
    assert shown(by_peers(grouped(THREE, range(2000, 2001)), (NORTHERNERS,), 0), 2000, "150") == {"F": (2, 2000, 3), "M": (12, 2000, 3)}


# Kenya has women only, which half of the countries and more have, as they have men: it counts in no median.
def test_a_country_without_every_core_group_counts_in_no_median() -> None:
    table = by_peers(grouped([*THREE, ("KEN", "F", 2000, 900.0)], range(2000, 2001)), (WORLD,), 0)
    assert shown(table, 2000, "001") == {"F": (2, 2000, 3), "M": (12, 2000, 3)}


# "O" is held by one country of three: less than half, so it is no core group and has no median.
def test_a_group_that_few_countries_have_does_not_empty_the_others() -> None:
    table = by_peers(grouped([*THREE, ("FIN", "O", 2000, 5.0)], range(2000, 2001)), (NORTHERNERS,), 0)
    assert set(shown(table, 2000, "150")) == {"F", "M"}


def test_two_countries_are_too_few_for_a_median() -> None:
    assert len(by_peers(grouped(THREE[:4], range(2000, 2001)), (WORLD,), 0)) == 0


def test_peers_borrow_each_country_s_own_set() -> None:
    rows = [(area, group, 1999 + i, value) for i, (area, group, _, value) in enumerate(THREE[:6:2])]  # women of 1999, 2000, 2001
    table = by_peers(grouped(rows, range(1999, 2004)), (NORTHERNERS,), 2)
    # in 2001 all three lie within two years; in 2002 that of 1999 has fallen out
    assert {year: shown(table, year, "150")["F"][2] for year in years_of(table, "150")} == {2001: 3}


# 80, over 95, 97: the median falls on the bound; of 80 and 97 alone it would be 88.5.
def test_a_median_that_falls_on_a_bound_is_one() -> None:
    rows = [("DNK", "F", 2000, 80.0), ("EST", "F", 2000, 95.0, ">"), ("FIN", "F", 2000, 97.0)]
    table = by_peers(grouped(rows, range(2000, 2001)), (NORTHERNERS,), 0)
    assert (shown(table, 2000, "150")["F"][0], table.bounds[0, 0, 0]) == (95, b">")


def test_tables_of_the_same_years_stand_one_below_the_other() -> None:
    years = range(2000, 2003)
    one = by_country(small.grouped([("FIN", "F", 2001, 1.0), ("FIN", "M", 2001, 2.0, ">")], years), ("FIN",), 0)
    two = by_country(small.grouped([("KEN", "M", 2002, 4.0), ("KEN", "X", 2002, 5.0)], years), ("KEN",), 0)
    both = together(one, two)
    assert (both.rows, both.groups) == (("FIN", "KEN"), ("F", "M", "X"))
    np.testing.assert_equal(both.values[:, :, 1:], [[[1, np.nan], [2, np.nan], [np.nan] * 2], [[np.nan] * 2, [np.nan, 4], [np.nan, 5]]])
    assert both.bounds[0, 1, 1] == b">" and (both.used[0, 1], both.used[1, 2]) == (2001, 2002)
