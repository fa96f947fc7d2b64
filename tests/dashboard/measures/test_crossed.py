"""Two breakdowns as pairs of groups, and taken apart again."""

from __future__ import annotations

import numpy as np

from dashboard.measures.crossed import apart, paired, telling
from dashboard.measures.groups import by_country, by_peers
from dashboard.peers import Peers
from tests.dashboard import small

YEARS = range(2000, 2004)
HELD = [
    ("FIN", "F|Y", 2001, 1.0), ("FIN", "M|Y", 2001, 2.0), ("FIN", "F|_T", 2001, 5.0), ("FIN", "_T|Y", 2001, 1.5, ">"),
    ("FIN", "F|_T", 2002, 6.0), ("FIN", "_T|_T", 2002, 7.0),
]  # fmt: skip


def test_two_columns_become_one_of_pairs() -> None:
    both = paired(small.coded(["F", "M", "F"]), small.coded(["Y", "Y", "_T"]))
    assert both.text().tolist() == ["F|Y", "M|Y", "F|_T"]


def test_a_pair_with_a_total_is_no_crossing() -> None:
    assert telling(("F|Y", "_T|Y", "F|_T", "F|Y_GE15"), ("F",), ("Y",)) == ("F|Y",)  # 15 and over stands for all ages


def test_a_year_without_a_crossing_does_not_hide_the_one_before() -> None:
    held = small.grouped(HELD, YEARS)
    table = by_country(held, ("FIN",), 2, telling(held.groups, ("F", "M"), ("Y",)))
    assert table.used[0].tolist()[1:] == [2001, 2001, 2001]
    assert by_country(held, ("FIN",), 2).used[0].tolist()[2] == 2002  # without being told, women of all ages would do


def test_each_group_of_the_second_is_a_row_and_each_of_the_first_a_dot() -> None:
    held = small.grouped(HELD, YEARS)
    table = apart(by_country(held, ("FIN", "KEN"), 0, telling(held.groups, ("F", "M"), ("Y",))), ("F", "M", "_T"), ("_T", "Y"))
    assert table.rows == ("FIN|_T", "FIN|Y", "KEN|_T", "KEN|Y") and table.groups == ("F", "M", "_T")
    at = 2001 - YEARS[0]
    np.testing.assert_equal(table.values[:2, :, at], [[5.0, np.nan, np.nan], [1.0, 2.0, 1.5]])
    assert np.isnan(table.values[2:]).all()
    assert table.bounds[1, 2, at] == b">" and set(table.used[:2, at].tolist()) == {2001}


def test_medians_of_pairs_are_of_countries_that_have_all() -> None:
    rows = [(code, pair, 2001, value) for value, code in enumerate(("DNK", "EST", "FIN"), 1) for pair in ("F|Y", "M|Y")]
    held = small.grouped([*rows, ("KEN", "F|Y", 2001, 90.0)], YEARS)
    medians = by_peers(held, (Peers("001", "World", small.STATES),), 0, telling(held.groups, ("F", "M"), ("Y",)))
    assert medians.values[0, :, 1].tolist() == [2.0, 2.0] and medians.n[0, 1] == 3
