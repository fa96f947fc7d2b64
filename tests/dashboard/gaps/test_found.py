"""Which gap a country has, and which earlier one it is held against; by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from dashboard.gaps.found import Found, found, least_value
from dashboard.grid import NO_ROW, Grid
from dashboard.measures.inequality.setting import Terms

NAMES = {"F": "Female", "M": "Male", "Q1": "Poorest", "Q2": "Middle", "Q3": "Richest", "A": "a", "B": "b", "C": "c"}


def terms(codes: str = "F M", **own: object) -> Terms:
    facts: dict = {"direction": "higher", "limits": (0, 100), "unit": "%", "reference": "M" if codes == "F M" else None}
    return Terms(tuple((code, NAMES[code]) for code in codes.split()), **facts | own)


def gaps(rows: dict[int, tuple], of: Terms | None = None, marks: dict[tuple[int, str], str] | None = None, codes: str = "F M", least: float = 1.0, **own: object) -> Found | None:
    """The gap of one country. rows: year -> a value for each code, None for none; marks: (year, code) -> flag."""
    years, groups = range(min(rows), max(rows) + 1), tuple(sorted(codes.split()))
    values, flags = np.full((1, len(groups), len(years)), np.nan), np.full((1, len(groups), len(years)), NO_ROW)
    for year, given in rows.items():
        for code, value in zip(codes.split(), given, strict=True):
            if value is not None:
                at = (0, groups.index(code), year - years[0])
                values[at], flags[at] = value, (marks or {}).get((year, code), "m").encode()
    held = Grid(("KEN",), years, values, flags, groups)
    answer = found(held, of or terms(codes), own.get("total", ""), own.get("shares", {}), own.get("areas", ("KEN",)), least)
    return answer[0] if answer else None


def test_two_groups_are_compared_by_the_reference():
    now = gaps({2010: (30, 40)}).latest
    assert (now.group_1, now.value_1, now.group_2, now.value_2, now.difference) == ("M", 40, "F", 30, 10)
    assert now.ratio == pytest.approx(4 / 3) and now.groups == 2 and now.year == 2010


def test_the_sign_says_that_the_others_are_worse_off():
    assert gaps({2010: (50, 40)}).latest.difference == -10  # more is better, and women have more
    assert gaps({2010: (50, 40)}, terms(direction="lower")).latest.difference == 10  # fewer is better
    assert gaps({2010: (50, 40)}, terms(direction="neutral")).latest.difference == -10  # men less women: who has more


def test_along_an_order_the_two_ends_are_compared():
    now = gaps({2010: (10, 90, 30)}, terms("Q1 Q2 Q3", is_ordered=True), codes="Q1 Q2 Q3").latest
    assert (now.group_1, now.group_2, now.difference, now.groups) == ("Q3", "Q1", 20, 3)


def test_an_order_without_one_of_its_ends_has_no_gap():
    assert gaps({2010: (None, 90, 30)}, terms("Q1 Q2 Q3", is_ordered=True), codes="Q1 Q2 Q3") is None


def test_of_more_groups_without_an_order_the_highest_and_the_lowest_are_compared():
    now = gaps({2010: (20, 50, 35)}, codes="A B C").latest
    assert (now.group_1, now.group_2, now.difference) == ("B", "A", 30)


def test_two_groups_of_equal_value_have_no_gap():
    now = gaps({2010: (40, 40)}).latest
    assert (now.difference, now.ratio) == (0, 1)


def test_the_latest_year_with_both_groups_counts_and_none_is_borrowed():
    now = gaps({2008: (1, 2), 2010: (30, 40), 2012: (31, None), 2013: (None, 40)}).latest
    assert (now.year, now.value_2, now.value_1) == (2010, 30, 40)


def test_from_a_bound_or_a_projection_there_is_no_gap():
    assert gaps({2010: (30, 40)}, marks={(2010, "F"): "<"}) is None
    assert gaps({2009: (1, 2), 2010: (30, 40)}, marks={(2010, "M"): "f"}).latest.year == 2009


def test_areas_that_are_not_asked_for_are_left_out():
    assert gaps({2010: (30, 40)}, areas=("FIN",)) is None


def test_counts_and_groups_on_scales_of_their_own_have_a_difference_only_where_it_is_lawful():
    assert gaps({2010: (30, 40)}, terms(is_one_scale=False)) is None


def test_a_ratio_needs_two_significant_digits_of_the_smaller_value():
    assert least_value(1) == pytest.approx(1.0) and least_value(0) == 10 and least_value(2) == pytest.approx(0.1)
    assert gaps({2010: (1.0, 40)}).latest.ratio == 40
    assert math.isnan(gaps({2010: (0.9, 40)}).latest.ratio)
    assert gaps({2010: (0.9, 40)}).latest.difference == pytest.approx(39.1)
    assert gaps({2010: (0.3, 40)}, least=0.1 * 3).latest.ratio == pytest.approx(40 / 0.3)  # a limit that is not quite 0.3
    assert math.isnan(gaps({2010: (5, 40)}, terms(limits=(None, None))).latest.ratio)  # no floor at zero


def test_a_change_runs_from_the_earliest_year_at_least_five_years_before():
    gap = gaps({2000: (10, 40), 2004: (20, 40), 2005: (30, 40), 2009: (35, 40)})
    assert (gap.start.year, gap.start.difference, gap.latest.year, gap.latest.difference) == (2000, 30, 2009, 5)
    assert gaps({2005: (10, 40), 2009: (35, 40)}).start is None
    assert gaps({2004: (10, 40), 2009: (35, 40)}).start.year == 2004


def test_no_change_is_counted_over_a_break():
    rows = {2000: (10, 40), 2004: (20, 40), 2009: (35, 40), 2014: (36, 40)}
    assert gaps(rows, marks={(2004, "F"): "b"}).start.year == 2004  # the first value of the new series is of it
    assert gaps(rows, marks={(2014, "M"): "b"}).start is None
    assert gaps(rows, marks={(2000, "F"): "b"}).start.year == 2000


def test_no_change_is_counted_from_a_year_with_other_groups():
    rows = {2000: (10, None, 40), 2003: (10, 20, 40), 2009: (35, 38, 40)}
    of = terms("Q1 Q2 Q3", is_ordered=True)
    assert gaps(rows, of, codes="Q1 Q2 Q3").start.year == 2003


def test_the_countrys_own_value_and_the_flags_of_both_values_are_kept():
    rows = {2010: (30, 40, 35.5)}
    now = gaps(rows, terms("F M"), {(2010, "F"): "e", (2010, "M"): "u"}, "F M _T", total="_T").latest
    assert (now.total, now.flags) == (35.5, "ue")  # of men, who stand first, then of women
