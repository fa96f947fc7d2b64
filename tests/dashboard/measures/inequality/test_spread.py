"""Spread around the average, distances, Theil's index and the mean log deviation, and what the average would gain: one case by hand.

    shares 0.5, 0.3, 0.2 · values 10, 20, 40 · μ = 5 + 6 + 8 = 19
"""

from __future__ import annotations

import math

import pytest
from pytest import approx

from dashboard.measures.inequality.measured import measured
from tests.dashboard.measures.inequality.settings import refused, setting, value

SHARES = [0.5, 0.3, 0.2]
HIGH = setting([10, 20, 40], SHARES, direction="higher", reference="B")
LOW = setting([10, 20, 40], SHARES, direction="lower", reference="B")
PLAIN = setting([10, 20, 40], direction="higher", reference="B")


# 0.5 × 9² + 0.3 × 1² + 0.2 × 21² = 40.5 + 0.3 + 88.2 = 129; √129 = 11.358; 100 × 11.358 / 19 = 59.78
def test_variance_deviation_and_coefficient_of_variation() -> None:
    assert value("bgv", HIGH) == approx(129)
    assert value("bgsd", HIGH) == approx(11.3578, abs=1e-4)
    assert value("cov", HIGH) == approx(59.778, abs=1e-3)


# From the mean: 0.5 × 9 + 0.3 × 1 + 0.2 × 21 = 9. From the best, 40: 0.5 × 30 + 0.3 × 20 = 21; from the best, 10: 0.3 × 10 + 0.2 × 30 = 9.
# From B, 20: 0.5 × 10 + 0.2 × 20 = 9. Disparity: 100 × 9 / 19 = 47.37.
def test_mean_differences_and_index_of_disparity() -> None:
    assert value("mdmean", HIGH) == approx(9)
    assert value("mdbest", HIGH) == approx(21)
    assert value("mdbest", LOW) == approx(9)
    assert value("mdref", HIGH) == approx(9)
    assert value("idisp", HIGH) == approx(47.368, abs=1e-3)


# r = 0.52632, 1.05263, 2.10526; ln r = −0.64185, 0.05129, 0.74444.
# Theil: −0.16891 + 0.01620 + 0.31345 = 0.16074, × 1000. MLD: −(−0.32093 + 0.01539 + 0.14889) = 0.15665, × 1000.
def test_theil_and_mean_log_deviation_times_a_thousand() -> None:
    assert value("theil", HIGH) == approx(160.74, abs=0.01)
    assert value("mld", HIGH) == approx(156.65, abs=0.01)


# Higher is better: 40 − 19 = 21, 100 × 21 / 19 = 110.5 %. Lower is better: 10 − 19 = −9, −47.4 %: the average would fall by 9.
def test_what_the_average_would_gain_from_the_best_group() -> None:
    assert value("par", HIGH) == approx(21)
    assert value("paf", HIGH) == approx(110.526, abs=1e-3)
    assert value("par", LOW) == approx(-9)
    assert value("paf", LOW) == approx(-47.368, abs=1e-3)


# Ordered 40, 20, 10, higher is better: the last has 10, the mean is 0.2 × 40 + 0.3 × 20 + 0.5 × 10 = 19: nothing to gain.
def test_along_an_order_the_last_group_is_the_goal_and_a_loss_counts_as_nothing() -> None:
    found = measured("par", setting([40, 20, 10], SHARES[::-1], is_ordered=True, direction="higher"))
    assert found.value == 0
    assert found.steps[-2:] == ("reference − μ = 10 − 19 = −9, which is no gain", "PAR = 0")
    assert value("par", setting([40, 20, 10], SHARES[::-1], is_ordered=True, direction="lower")) == approx(-9)


# Sizes not known: μ = 70 / 3 = 23.333; |−13.333|, |−3.333|, 16.667: mean 33.333 / 3 = 11.111; BGV = (177.78 + 11.11 + 277.78) / 3 = 155.56
def test_without_sizes_every_group_counts_the_same_and_it_is_said() -> None:
    found = measured("mdmean", PLAIN)
    assert found.value == approx(11.1111, abs=1e-4)
    assert not found.is_weighted and found.notes == ("Unweighted, every group counting the same, since the sizes of the groups are not known.",)
    assert value("bgv", PLAIN) == approx(155.556, abs=1e-3)
    assert measured("mdmean", HIGH).is_weighted and measured("mdmean", HIGH).notes == ()


# The country's own value is 18: 40 − 18 = 22. A plain mean of groups is no average of people and is not put in its place.
def test_attributable_risk_takes_the_countrys_own_value_where_sizes_are_not_known() -> None:
    found = measured("par", setting([10, 20, 40], direction="higher", overall=18))
    assert found.value == 22 and not found.is_weighted
    assert "country's own value" in found.notes[0]
    assert refused("par", PLAIN).startswith("Neither the sizes of the groups nor the country's own value are known")


def test_a_country_outside_its_groups_has_no_attributable_risk() -> None:
    assert refused("par", setting([10, 20, 40], direction="higher", overall=50)) == (
        "The country's own value, 50, lies outside its groups' values (10 to 40): they are not of the same people."
    )


# 10 % of the people are in C, which has no value: the others are weighted 0.6 / 0.9 and 0.3 / 0.9: μ = 12 × 2/3 + 18 × 1/3 = 14.
def test_a_small_missing_group_is_left_out_and_said() -> None:
    found = measured("par", setting([12, 18, None], [0.6, 0.3, 0.1], direction="higher"))
    assert found.value == approx(4) and found.is_weighted
    assert found.notes[0] == "Without Group C, of whom there is no value."


# dT/dy by hand for equal weights near (10, 20, 30): T = 1000 Σ p r ln r, dT/dy_j = 1000 p_j (ln r_j − Σ p r ln r) / μ.
# μ = 20, r = 0.5, 1, 1.5, Σ p r ln r = (−0.34657 + 0 + 0.60820) / 3 = 0.08721
# dT/dy = 16.667 × (−0.78036, −0.08721, 0.31826) = −13.006, −1.4535, 5.3043; se 0.5 each: 0.5 × √(169.16 + 2.11 + 28.14) = 7.06
def test_the_error_of_theil_is_on_the_scale_of_theil() -> None:
    found = measured("theil", setting([10, 20, 30], errors=[0.5, 0.5, 0.5]))
    assert found.standard_error == approx(7.06, rel=0.1)
    assert found.interval[0] < found.value < found.interval[1]


# dM/dy_j = 1000 p_j (1/μ − 1/y_j) = 333.33 × (0.05 − 0.1, 0, 0.05 − 0.0333) = −16.667, 0, 5.556; 0.5 × √(277.8 + 30.9) = 8.78
def test_the_error_of_the_mean_log_deviation_is_on_its_scale() -> None:
    assert measured("mld", setting([10, 20, 30], errors=[0.5, 0.5, 0.5])).standard_error == approx(8.78, rel=0.1)


# Theil with 0, 20, 40: r = 0, 1, 2: (0 + 0 + 2 ln 2) / 3 = 0.46210. The logarithm of 0 is not taken in the mean log deviation.
def test_zeros_have_their_limit_in_theil_and_none_in_the_mean_log_deviation() -> None:
    assert value("theil", setting([0, 20, 40])) == approx(1000 * 2 * math.log(2) / 3)
    assert refused("mld", setting([0, 20, 40])) == "Needs values above zero, since it takes their logarithm; Group A has 0."


@pytest.mark.parametrize("key", ["cov", "idisp", "theil", "mld"])
def test_groups_that_all_have_nothing_have_no_share_of_it(key: str) -> None:
    assert refused(key, setting([0, 0, 0])) == "Divides by the average, which is 0."
    assert value("bgv", setting([0, 0, 0])) == 0


# 10 ± 10: one draw in six is below zero, where there is no logarithm.
def test_errors_that_reach_where_the_measure_has_no_meaning_give_no_interval() -> None:
    wide = setting([10, 20, 30], errors=[10, 1, 1])
    assert measured("mld", wide).interval is None and measured("mld", wide).value > 0
    assert measured("bgv", wide).interval is not None


# The error of the country's own value is not known, and it hangs together with the groups'.
def test_a_gain_over_the_countrys_own_value_has_no_interval() -> None:
    assert measured("par", setting([10, 20, 40], direction="higher", overall=18, errors=[1, 1, 1])).interval is None
    assert measured("par", setting([10, 20, 40], SHARES, direction="higher", overall=18, errors=[1, 1, 1])).interval is not None
