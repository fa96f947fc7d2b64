"""Difference and ratio: which two groups, and the sign."""

from __future__ import annotations

import math

import pytest
from pytest import approx

from dashboard.measures.inequality.measured import measured
from tests.dashboard.measures.inequality.settings import fifths, refused, setting, value


# Births with a skilled attendant: 90 % of the richest fifth, 40 % of the poorest. D = 90 − 40 = 50, R = 90 / 40 = 2.25.
def test_along_an_order_the_last_group_stands_against_the_first() -> None:
    births = fifths([40, 55, 95, 80, 90])
    assert value("difference", births) == 50
    assert value("ratio", births) == 2.25


# Deaths per 1,000: 120 among the poorest, 60 among the richest. Turned: D = 120 − 60 = 60, R = 120 / 60 = 2.
def test_an_adverse_indicator_is_turned_so_that_more_means_worse_for_the_disadvantaged() -> None:
    deaths = fifths([120, 90, 100, 70, 60], direction="lower", limits=(0, 1000))
    assert value("difference", deaths) == 60
    assert value("ratio", deaths) == 2


def test_a_gap_that_favours_the_disadvantaged_is_negative() -> None:
    assert value("difference", fifths([60, 55, 50, 45, 40])) == -20
    assert value("difference", fifths([40, 45, 50, 55, 60], direction="lower")) == -20


# 30, 10, 20 without an order: 30 − 10 = 20 and 30 / 10 = 3, whatever is better.
@pytest.mark.parametrize("direction", ["higher", "lower", "neutral"])
def test_without_an_order_the_highest_stands_against_the_lowest(direction: str) -> None:
    assert value("difference", setting([30, 10, 20], [0.3, 0.3, 0.4], direction=direction)) == 20
    assert value("ratio", setting([30, 10, 20], [0.3, 0.3, 0.4], direction=direction)) == 3


# Reference B = 20, others A = 30 and C = 16. Higher is better: the worst-off of the others is C: 20 − 16 = 4, 20 / 16 = 1.25.
# Lower is better: it is A: 30 − 20 = 10, 30 / 20 = 1.5. Neither: A is furthest: 20 − 30 = −10.
@pytest.mark.parametrize(("direction", "gap", "times"), [("higher", 4, 1.25), ("lower", 10, 1.5), ("neutral", -10, 2 / 3)])
def test_a_reference_stands_against_the_worst_off_of_the_others(direction: str, gap: float, times: float) -> None:
    given = setting([30, 20, 16], direction=direction, reference="B")
    assert value("difference", given) == gap
    assert value("ratio", given) == approx(times)


def test_a_reference_that_is_worst_off_itself_has_a_gap_below_zero() -> None:
    assert value("difference", setting([50, 40], direction="higher", reference="B")) == -10


# se(D) = √(3² + 4²) = 5; 95 %: 50 ± 1.96 × 5 = 40.2 … 59.8. The middle groups need no error.
def test_the_error_of_a_difference_is_that_of_two_independent_samples() -> None:
    found = measured("difference", fifths([40, 50, 60, 70, 90], errors=[3, None, None, None, 4]))
    assert found.standard_error == 5
    assert found.interval == approx((40.2, 59.8), abs=0.001)


# R = 90 / 40 = 2.25; se(ln R) = √((3/40)² + (4/90)²) = √(0.005625 + 0.001975) = 0.087180; × e^±0.17087: 1.8966 … 2.6692.
def test_the_interval_of_a_ratio_is_made_on_the_scale_of_the_logarithm() -> None:
    found = measured("ratio", fifths([40, 50, 60, 70, 90], errors=[3, None, None, None, 4]))
    assert found.standard_error == approx(2.25 * 0.087180, rel=1e-4)
    assert found.interval == approx((2.25 / math.exp(0.170869), 2.25 * math.exp(0.170869)), rel=1e-4)


def test_no_error_is_given_where_one_of_the_two_has_none() -> None:
    found = measured("difference", fifths([40, 50, 60, 70, 90], errors=[3, 3, 3, 3, None]))
    assert (found.standard_error, found.interval) == (None, None)


def test_two_groups_are_never_weighted() -> None:
    assert not measured("difference", fifths([40, 50, 60, 70, 90])).is_weighted


def test_extremes_that_were_picked_say_so_beside_their_interval() -> None:
    assert any("picked" in note for note in measured("difference", setting([1, 2, 3], errors=[1, 1, 1])).notes)
    assert not any("picked" in note for note in measured("difference", setting([1, 2], errors=[1, 1])).notes)


def test_a_ratio_with_a_zero_is_worded() -> None:
    assert refused("ratio", fifths([0, 5, 10, 15, 20])) == "A ratio needs values above zero; Poorest fifth has 0."
    assert refused("ratio", fifths([5, 5, 10, 15, 0])) == "A ratio needs values above zero; Richest fifth has 0."
    assert value("ratio", fifths([5, 0, 10, 15, 20])) == 4  # a zero in between is not divided by
