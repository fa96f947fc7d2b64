"""Slope and relative index of inequality: straight lines and logistic curves with known answers."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from dashboard.measures.inequality import logit
from dashboard.measures.inequality.measured import measured
from tests.dashboard.measures.inequality.settings import fifths, often, refused, setting, value

RATE = (0, None)


# 10 … 50 in fifths stand at X = 0.1 … 0.9: the line is 5 + 50 X, so f(0) = 5, f(1) = 55.
def test_a_straight_line_through_all_groups() -> None:
    rates = fifths([10, 20, 30, 40, 50], limits=RATE, unit="per 1,000")
    assert value("sii", rates) == approx(50)
    assert value("rii", rates) == approx(11)
    assert value("sii", fifths([50, 40, 30, 20, 10], limits=RATE, direction="lower")) == approx(-50)  # never turned


# Shares 0.5, 0.3, 0.2; X = 0.25, 0.65, 0.9; values 10, 20, 40, μ = 19.
# Var X = 0.5 × 0.0625 + 0.3 × 0.0225 + 0.2 × 0.16 = 0.07; Cov = 0.5 × −0.25 × 10 + 0.3 × 0.15 × 20 + 0.2 × 0.4 × 40 = 2.85
# b = 40.714; f(0) = 19 − 20.357 = −1.357; f(1) = 39.357
def test_the_line_is_weighted_by_the_shares() -> None:
    given = setting([10, 20, 40], [0.5, 0.3, 0.2], is_ordered=True)
    assert value("sii", given) == approx(40.714, abs=1e-3)
    assert refused("rii", given) == "A ratio needs values above zero; the fitted line gives −1.3571 at the bottom of the order."


# Thirds with 25, 50 and 75 % stand at X = 1/6, 1/2, 5/6; their log odds −ln 3, 0, ln 3 lie on the line 3 ln 3 × (X − 1/2).
# f(0) = 100 / (1 + 3^1.5) = 16.139, f(1) = 83.861; SII = 67.722; RII = 3^1.5 = 5.1962
def test_a_percentage_has_a_logistic_curve() -> None:
    thirds = setting([25, 50, 75], [1 / 3] * 3, is_ordered=True, limits=(0, 100))
    assert value("sii", thirds) == approx(67.722, abs=1e-3)
    assert value("rii", thirds) == approx(3**1.5)
    found = logit.fit(np.array([[1 / 6, 1 / 2, 5 / 6]]), np.array([[0.25, 0.5, 0.75]]), np.full((1, 3), 1 / 3))
    assert (found.a[0], found.b[0]) == approx((-1.5 * math.log(3), 3 * math.log(3)))


def test_a_curve_stays_between_nothing_and_everything() -> None:
    found = measured("sii", fifths([1, 2, 10, 80, 99]))
    assert 90 < found.value < 100


def test_values_of_nothing_and_everything_are_lawful() -> None:
    assert 0 < value("sii", fifths([0, 10, 20, 60, 100])) < 100


# The best curve makes Σ p (y − f) = 0 and Σ p X (y − f) = 0: nothing is left over, neither in all nor along the order.
@often(60)
@given(st.lists(st.floats(0.01, 0.99), min_size=3, max_size=8), st.data())
def test_nothing_is_left_over_beside_the_best_curve(fractions: list[float], data: st.DataObject) -> None:
    raw = np.array(data.draw(st.lists(st.floats(0.05, 1), min_size=len(fractions), max_size=len(fractions))))
    p, y = (raw / raw.sum())[None, :], np.array([fractions])
    x = np.cumsum(p, axis=1) - p / 2
    found = logit.fit(x, y, p)
    rest = p * (y - logit.fitted(x, found.a, found.b))
    assert found.is_settled[0]
    assert rest.sum() == approx(0, abs=1e-8) and (rest * x).sum() == approx(0, abs=1e-8)


# Nothing below, everything above: the steeper the better, without end. With one group in between it is the same.
@pytest.mark.parametrize("values", [[0, 0, 0, 100, 100], [0, 0, 40, 100, 100], [100, 100, 100, 100, 0], [100, 3, 0, 0, 0], [0, 0, 0, 0, 7]])
def test_a_jump_from_nothing_to_everything_has_no_curve(values: list[float]) -> None:
    is_between = sorted(values) != values and sorted(values, reverse=True) != values
    assert not is_between
    assert refused("sii", fifths(values)) == "The groups jump from nothing to everything: no curve can be fitted to that."
    assert value("aci", fifths(values)) != 0  # which needs no curve


@pytest.mark.parametrize("level", [0, 37, 100])
def test_equal_groups_have_no_slope_at_any_level(level: float) -> None:
    assert value("sii", fifths([level] * 5)) == 0
    if level:
        assert value("rii", fifths([level] * 5)) == 1
    else:
        assert refused("rii", fifths([level] * 5)) == "A ratio needs values above zero; the fitted line gives 0 at the bottom of the order."


# Straight line, fifths: c = 0.2 × (X − ½) / Var X, Var X = 0.08: −1, −0.5, 0, 0.5, 1; se 2 each: 2 × √2.5 = 3.1623
def test_the_error_of_a_straight_slope_is_that_of_a_weighted_sum() -> None:
    assert measured("sii", fifths([10, 20, 30, 40, 50], limits=RATE, errors=[2] * 5)).standard_error == approx(3.16228, abs=1e-5)


def test_the_error_of_a_curve_is_drawn_and_always_the_same() -> None:
    found = [measured("sii", fifths([10, 20, 30, 40, 50], errors=[2] * 5)) for _ in range(2)]
    assert found[0] == found[1]
    assert found[0].interval[0] < found[0].value < found[0].interval[1]
    assert any("2000 drawings" in note for note in found[0].notes)


def test_a_value_outside_the_scale_is_named() -> None:
    assert refused("sii", fifths([10, 20, 30, 40, 101])) == "Richest fifth has 101, which is outside the scale."
