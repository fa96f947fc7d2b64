"""Concentration indices against the World Bank handbook's case and cases by hand."""

from __future__ import annotations

import pytest
from pytest import approx

from dashboard.measures.inequality.measured import measured
from tests.dashboard.measures.inequality.settings import fifths, refused, setting, value

# Under-five deaths in India, 1982 to 1992, by wealth: O'Donnell et al. 2008, table 8.1. There the index is −0.1694.
BIRTHS = [29939, 28776, 26528, 24689, 19739]
DEATHS = [4632, 4400, 3170, 2145, 1072]


def test_the_handbooks_index_of_under_five_deaths_in_india() -> None:
    rates = [1000 * deaths / births for deaths, births in zip(DEATHS, BIRTHS, strict=True)]
    shares = [births / sum(BIRTHS) for births in BIRTHS]
    india = setting(rates, shares, is_ordered=True, direction="lower", limits=(0, 1000))
    assert value("rci", india) == approx(-0.1694, abs=0.00005)
    assert value("aci", india) == approx(-0.169446 * 118.9086, abs=0.001)


# 10 … 50 in fifths: X = 0.1, 0.3, 0.5, 0.7, 0.9; 2X − 1 = −0.8, −0.4, 0, 0.4, 0.8
# ACI = 0.2 × (−8 − 8 + 0 + 16 + 40) = 8; μ = 30; RCI = 8 / 30 = 0.26667
# Wagstaff: 100 × 8 / ((100 − 30) × 30) = 0.38095; Erreygers: 4 × 8 / 100 = 0.32
RISING = fifths([10, 20, 30, 40, 50])


def test_all_four_forms_of_one_index() -> None:
    assert value("aci", RISING) == approx(8)
    assert value("rci", RISING) == approx(8 / 30)
    assert value("rci_wagstaff", RISING) == approx(0.38095, abs=1e-5)
    assert value("aci_erreygers", RISING) == approx(0.32)


# 0 to 1 and 1 to 5 instead of 0 to 100: 0.1 … 0.5 has the same Wagstaff and Erreygers; so has 1.4 … 3 on 1 to 5 (y = 1 + 4 × share).
@pytest.mark.parametrize(("limits", "values"), [((0, 1), [0.1, 0.2, 0.3, 0.4, 0.5]), ((1, 5), [1.4, 1.8, 2.2, 2.6, 3.0])])
def test_bounded_forms_do_not_depend_on_how_the_scale_is_written(limits: tuple, values: list[float]) -> None:
    assert value("rci_wagstaff", fifths(values, limits=limits)) == approx(0.38095, abs=1e-5)
    assert value("aci_erreygers", fifths(values, limits=limits)) == approx(0.32)


# Everything with the richest half: two groups of each half. Erreygers is then 1, the most there can be.
def test_erreygers_is_one_where_the_richer_half_has_all_and_the_other_nothing() -> None:
    halves = setting([0, 0, 100, 100], [0.25] * 4, is_ordered=True, limits=(0, 100))
    assert value("aci_erreygers", halves) == approx(1)
    assert value("rci_wagstaff", halves) == approx(1)


def test_the_sign_is_not_turned_for_adverse_indicators() -> None:
    assert value("aci", fifths([10, 20, 30, 40, 50], direction="lower")) == approx(8)


# c = 0.2 × (−0.8, −0.4, 0, 0.4, 0.8); se 1 each: 0.2 × √(0.64 + 0.16 + 0.16 + 0.64) = 0.2 × 1.26491 = 0.25298; Erreygers × 4/100
def test_the_error_is_that_of_a_weighted_sum() -> None:
    with_errors = fifths([10, 20, 30, 40, 50], errors=[1] * 5)
    found = measured("aci", with_errors)
    assert found.standard_error == approx(0.25298, abs=1e-5)
    assert found.interval == approx((8 - 0.49584, 8 + 0.49584), abs=1e-4)
    assert measured("aci_erreygers", with_errors).standard_error == approx(0.0101193, abs=1e-6)
    assert measured("aci", fifths([10, 20, 30, 40, 50], errors=[1, 1, None, 1, 1])).interval is None


def test_an_average_at_a_limit_leaves_wagstaff_no_room() -> None:
    assert refused("rci_wagstaff", fifths([100] * 5)) == "Needs an average between the limits 0 to 100; here it is 100."
    assert value("aci_erreygers", fifths([100] * 5)) == 0


def test_bounded_forms_need_both_limits() -> None:
    assert refused("aci_erreygers", fifths([1, 2, 3, 4, 5], limits=(0, None))) == "The scale has no upper limit."
    assert refused("rci_wagstaff", fifths([1, 2, 3, 4, 5], limits=(None, None))) == "The scale has no lower and no upper limit."
    assert refused("aci_erreygers", fifths([1, 2, 3, 4, 105])) == "Richest fifth has 105, which is outside the scale."
