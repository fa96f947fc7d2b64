"""Map classes: few, round, fixed, and no value without a class."""

from __future__ import annotations

import math

import numpy as np
import pytest

from dashboard.classes import MOST_CLASSES, Classes, choose_classes, class_of
from dashboard.slices import slice_of
from dashboard.view import View

NAN = math.nan


def test_yes_and_no_are_two_classes_of_one_value_each() -> None:
    # halfway between 0 and 1
    assert choose_classes(np.array([0, 1, 1, NAN, 0]), 0) == Classes((0.5,), ("0", "1"), (0.0, 1.0))


def test_six_levels_keep_a_class_each_and_seven_values_do_not() -> None:
    six = choose_classes(np.arange(6.0), 0)
    assert (six.values, six.edges) == ((0, 1, 2, 3, 4, 5), (0.5, 1.5, 2.5, 3.5, 4.5))
    assert choose_classes(np.arange(7.0), 0).values == ()


def test_a_single_value_is_one_class_that_says_it() -> None:
    one = choose_classes(np.array([2.5, 2.5]), 1)
    assert (one.count, one.labels) == (1, ("2.5",))
    assert class_of(np.array([2.5, NAN]), one).tolist() == [0, -1]


@pytest.mark.parametrize("nothing", [[], [NAN, NAN]])
def test_no_values_are_worded(nothing: list[float]) -> None:
    none = choose_classes(np.array(nothing), 1)
    assert (none.count, none.labels) == (1, ("no values",))


# 0, 1, …, 100: the 5th percentile is 5, the 95th 95. Steps of 1, 2, 2.5, 5 and 10 give more than six limits, 20 gives
# 20, 40, 60, 80.
def test_even_values_have_limits_at_even_round_steps() -> None:
    classes = choose_classes(np.arange(101.0), 1, "%")
    assert classes.edges == (20, 40, 60, 80)
    assert classes.labels == ("under 20%", "20–40%", "40–60%", "60–80%", "80% and over")


def test_a_value_on_a_limit_belongs_to_the_class_above() -> None:
    classes = choose_classes(np.arange(101.0), 1)
    assert class_of(np.array([0, 19.999, 20, 79.9, 80, 100, 500, -3]), classes).tolist() == [0, 0, 1, 3, 4, 4, 4, 0]


def test_a_missing_value_has_no_class() -> None:
    assert class_of(np.array([NAN, 30]), choose_classes(np.arange(101.0), 1)).tolist() == [-1, 1]


# −2.5 … 2.5 in steps of 0.05: percentiles −2.25 and 2.25, span 4.5. A step of 0.5 gives nine limits, 1 gives −2 … 2.
def test_a_scale_through_zero_has_a_limit_at_zero_and_worded_ranges() -> None:
    classes = choose_classes(np.linspace(-2.5, 2.5, 101), 2)
    assert classes.edges == (-2, -1, 0, 1, 2)
    assert classes.labels == ("under −2", "−2 to −1", "−1 to 0", "0 to 1", "1 to 2", "2 and over")
    assert "−0" not in "".join(classes.labels)


# 1 … 100 and ten times 10 000: the 95th percentile is 10 000, the median 55.5, so 180 times less: skewed. Six rungs down
# from 10 000 end at 200, and 100 of 110 values lie below it, so whole tens: 0.1, 1, 10, …, 10 000. Under 1 lies nobody,
# so 0.1 falls away; under 10 lie nine of 110 (8 %), so 1 stays, but nothing is less than 1, so it is no limit.
def test_values_over_several_powers_of_ten_have_limits_at_powers_of_ten() -> None:
    classes = choose_classes(np.concatenate([np.arange(1.0, 101.0), np.full(10, 10_000.0)]), 0)
    assert classes.edges == (10, 100, 1000, 10_000)
    assert classes.labels[-2:] == ("1\u202f000–10\u202f000", "10\u202f000 and over")


# 1, 2, 4, …, 128, each ten times: the 95th percentile is 128, the median 12, so 10.7 times less. Six rungs to 128:
# 2, 5, 10, 20, 50, 100; a fifth of the values lie below 5, so none falls away.
def test_a_skewed_scale_climbs_one_two_five() -> None:
    assert choose_classes(np.repeat(2.0 ** np.arange(8), 10), 0).edges == (2, 5, 10, 20, 50, 100)


# The 95th percentile of 0.001, 0.01, …, 10 (ten times each) is 10 and the median 0.1. Limits from 0.01 to 10 differ by
# more than a hundred, so each is said with the decimals it needs.
def test_far_apart_limits_are_said_with_their_own_decimals() -> None:
    values = np.repeat([0.001, 0.002, 0.01, 0.1, 1.0, 5.0, 10.0], 10)
    assert choose_classes(values, 3).labels == ("under 0.01", "0.01–0.1", "0.1–1", "1–10", "10 and over")


# Sixty countries at nothing, forty spread evenly over 0.2 … 8: the median is 0 and the 95th percentile about 7.
# Rungs 0.1, 0.2, 0.5, 1, 2, 5; of the forty one lies below 0.5 (0.2, 0.4: two, 5 %), so 0.1 falls away and 0.2 stays.
def test_many_countries_at_nothing_do_not_ask_for_finer_classes() -> None:
    values = np.concatenate([np.zeros(60), np.arange(1, 41) / 5])
    assert choose_classes(values, 1, "%").edges == (0.2, 0.5, 1, 2, 5)


def test_values_that_print_the_same_share_a_class() -> None:
    # 6.6666 and 6.6667 are both 6.67; the limit to 8 lies halfway from 6.6667: 7.33335
    classes = choose_classes(np.array([6.6666, 6.6667, 8.0]), 2)
    assert (classes.labels, classes.edges) == (("6.67", "8"), (pytest.approx(7.33335),))


def test_classes_do_not_depend_on_the_year_shown_nor_on_order() -> None:
    values = np.arange(101.0)
    assert choose_classes(values, 1) == choose_classes(values[::-1], 1) == choose_classes(np.append(values, NAN), 1)


def test_countries_apart_from_a_value_that_nearly_all_share_are_told_apart() -> None:
    # 192 zeros and 1 … 8: both percentiles are 0, the span 0 … 8 has even limits instead
    classes = choose_classes(np.concatenate([np.zeros(192), np.arange(1.0, 9.0)]), 0)
    assert classes.count > 3
    assert class_of(np.array([0.0, 8.0]), classes).tolist() == [0, classes.count - 1]


def test_the_release_has_lawful_classes_throughout(desk, contents) -> None:
    for indicator in contents.catalogue.indicators:
        classes = desk.classes(slice_of(View(indicator.key), contents))
        assert 1 <= classes.count <= MOST_CLASSES, indicator.key
        assert len(classes.labels) == len(set(classes.labels)) == classes.count, indicator.key
        assert list(classes.edges) == sorted(set(classes.edges)), indicator.key
