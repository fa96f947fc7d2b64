"""A measure is given only where its conditions hold; otherwise a sentence, never a number."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.measures.inequality.measured import Refusal, Result, all_measured, measured
from dashboard.measures.inequality.setting import Group, Setting, Terms
from dashboard.measures.inequality.table import MEASURES
from tests.dashboard.measures.inequality.settings import FIFTHS, fifths, lettered, often, refused, setting, value

ALONG = ("sii", "rii", "aci", "rci", "rci_wagstaff", "aci_erreygers")
AROUND = ("bgv", "bgsd", "cov", "mdmean", "mdbest", "mdref", "idisp", "theil", "mld")
PAIR = ("difference", "ratio")
IMPACT = ("par", "paf")


def test_every_key_of_the_address_is_in_the_table() -> None:
    assert set(MEASURES) == {*ALONG, *AROUND, *PAIR, *IMPACT}
    assert list(MEASURES)[:4] == ["difference", "ratio", "sii", "rii"]
    for key, measure in MEASURES.items():
        assert (measure.key, bool(measure.name and measure.says and measure.source and measure.conditions)) == (key, True)


@pytest.mark.parametrize("key", MEASURES)
def test_one_group_is_no_comparison(key: str) -> None:
    lone = setting([12.0], [1.0], is_ordered=True, direction="higher", reference="A", limits=(0, 100))
    assert refused(key, lone) == ("Needs at least two groups; here is one." if key in PAIR + IMPACT else "Needs at least three groups; here is one.")


@pytest.mark.parametrize("key", AROUND)
def test_two_groups_have_no_spread(key: str) -> None:
    assert refused(key, setting([1, 2], [0.5, 0.5], direction="higher", reference="A")) == "Needs at least three groups; here are two."


@pytest.mark.parametrize("key", ALONG)
def test_two_groups_have_no_slope(key: str) -> None:
    assert refused(key, setting([1, 2], [0.5, 0.5], is_ordered=True, limits=(0, 100))) == "Needs at least three groups; here are two."


@pytest.mark.parametrize("key", MEASURES)
def test_no_group_at_all_is_said(key: str) -> None:
    given_none = setting([None, math.nan, math.inf], direction="higher", reference="A")
    assert refused(key, given_none).endswith(("none has a value.", "no order from disadvantaged to advantaged."))


@pytest.mark.parametrize("key", ALONG)
def test_groups_without_an_order_have_no_slope(key: str) -> None:
    assert refused(key, setting([1, 2, 3], limits=(0, 100))) == "The groups have no order from disadvantaged to advantaged."


@pytest.mark.parametrize("key", ALONG)
def test_a_missing_fifth_is_named(key: str) -> None:
    assert refused(key, fifths([10, 20, None, 40, 50])) == "Middle fifth is missing."
    assert refused(key, fifths([None, 20, None, 40, 50])) == "Poorest fifth and Middle fifth are missing."


def test_a_fifth_that_was_never_given_is_missing_too() -> None:
    four = Setting(tuple(Group(code, 10.0, 0.2) for code, _ in FIFTHS if code != "Q3"), fifths([1] * 5).terms)
    assert refused("sii", four) == "Middle fifth is missing."


def test_a_difference_along_an_order_needs_its_ends_only() -> None:
    assert value("difference", fifths([10, 20, None, 40, 50])) == 40
    assert refused("difference", fifths([None, 20, 30, 40, 50])) == "Poorest fifth is missing."
    assert refused("ratio", fifths([None, 20, 30, 40, None])) == "Poorest fifth and Richest fifth are missing."


@pytest.mark.parametrize("key", [*AROUND, *IMPACT])
def test_more_than_fifteen_per_cent_without_data_are_too_many(key: str) -> None:
    said = refused(key, setting([10, 20, 30, None], [0.3, 0.3, 0.2, 0.2], direction="higher", reference="A"))
    assert said == "More than 15 % of the people are in groups without data: Group D, 20 %."
    assert value(key, setting([10, 20, 30, None], [0.3, 0.3, 0.25, 0.15], direction="higher", reference="A")) != 0


def test_a_missing_group_of_unknown_size_is_too_many() -> None:
    assert refused("bgv", setting([10, 20, 30, None])) == "Group D is missing, and how many people that concerns is not known."
    assert refused("difference", setting([10, 20, None])) == "Group C is missing, and how many people that concerns is not known."


def test_a_reference_has_to_be_named_and_there() -> None:
    assert refused("mdref", setting([1, 2, 3])) == "No group is named as the reference."
    assert refused("mdref", setting([None, 2, 3, 4], [0.1, 0.3, 0.3, 0.3], reference="A")) == "Group A, the reference, is missing."
    assert refused("difference", setting([None, 2, 3], [0.1, 0.4, 0.5], reference="A")) == "Group A, the reference, is missing."


@pytest.mark.parametrize("key", ["mdbest", "par", "paf"])
def test_a_neutral_indicator_has_no_best_group(key: str) -> None:
    assert refused(key, setting([1, 2, 3], [0.3, 0.3, 0.4])) == "Neither end of this scale is better in itself, so no group is the best."


@pytest.mark.parametrize("key", ["ratio", "rii", "rci", "cov", "idisp", "theil", "mld", "paf"])
def test_a_scale_without_a_zero_has_no_ratios(key: str) -> None:
    some = {"is_ordered": True, "direction": "higher"}
    shares = [0.3, 0.3, 0.4]
    assert refused(key, setting([-1, 2, 3], shares, limits=(None, None), **some)) == "The scale has negative values: ratios and shares of it mean nothing."
    assert refused(key, setting([1, 2, 3], shares, limits=(-4, 4), **some)) == "The scale has negative values: ratios and shares of it mean nothing."
    assert refused(key, setting([1, 2, 3], shares, limits=(None, None), **some)).startswith("The scale has no floor at zero")
    assert refused(key, setting([1, 2, 3], shares, limits=(1, 5), **some)).startswith("The scale starts at 1, not at zero")
    assert refused(key, setting([-1, 2, 3], shares, **some)).startswith("Group A has −1, below the scale's floor of 0")


@pytest.mark.parametrize("key", ["difference", "sii", "aci", "bgv", "bgsd", "mdmean", "mdbest", "par"])
def test_a_scale_with_negative_values_keeps_its_absolute_measures(key: str) -> None:
    assert value(key, setting([-2, -1, 3], [0.3, 0.3, 0.4], is_ordered=True, direction="higher", limits=(None, None))) != 0


@pytest.mark.parametrize("key", MEASURES)
def test_groups_on_scales_of_their_own_are_never_compared(key: str) -> None:
    assert refused(key, fifths([1, 2, 3, 4, 5], is_one_scale=False)).startswith("Each group is measured on a scale of its own")


@pytest.mark.parametrize("key", MEASURES)
def test_nothing_is_computed_from_a_bound(key: str) -> None:
    said = refused(key, fifths([5, 20, 30, 40, 50], bounds=["<", "", "", "", ""], reference="Q5"))
    assert said == "Poorest fifth is given only as a bound, from which nothing is computed."


def test_a_bound_between_the_ends_leaves_their_difference() -> None:
    assert value("difference", fifths([10, 20, 30, 40, 50], bounds=["", "", ">", "", ""])) == 40
    assert "bound" in refused("difference", setting([10, 20, 30], bounds=["", ">", ""]))


# 70 + 60 = 130 people of 100.
def test_groups_that_add_up_to_more_than_the_total_are_worded() -> None:
    people = setting([70, 60], overall=100, is_count=True)
    assert refused("difference", people) == "The groups add up to 130, more than their total of 100: they overlap or come from different counts."
    assert value("difference", setting([70, 30.5], overall=100, is_count=True)) == 39.5  # rounding


@pytest.mark.parametrize("key", [*ALONG, *AROUND, *IMPACT])
def test_counts_have_no_measure_of_spread(key: str) -> None:
    assert refused(key, fifths([1, 2, 3, 4, 5], is_count=True, reference="Q1")).startswith("Counts grow with the size of a group")


# Shares of 0.5, 0.4 and 0.4 hold 130 % of the people: they are not used, and the value is the unweighted one.
@pytest.mark.parametrize(
    ("shares", "why"),
    [
        ([0.5, 0.4, 0.4], "the shares of the groups sum to 1.3, not to 1"),
        ([0.2, 0.2, 0.2], "the shares of the groups sum to 0.6, not to 1"),
        ([50, 30, 20], "the shares of the groups sum to 100, not to 1"),
        ([-0.2, 0.6, 0.6], "a group has a share below zero"),
        ([0.5, None, 0.5], "the sizes of the groups are not known"),
    ],
)
def test_shares_that_cannot_be_are_not_used_and_named(shares: list, why: str) -> None:
    found = measured("bgv", setting([10, 20, 30], shares))
    assert found.value == value("bgv", setting([10, 20, 30]))
    assert not found.is_weighted and found.notes == (f"Unweighted, every group counting the same, since {why}.",)


# 0.33 + 0.33 + 0.33 = 0.99 is rounding: each is divided by it, which the working says.
def test_rounded_shares_are_brought_to_one() -> None:
    found = measured("bgv", setting([10, 20, 30], [0.33, 0.33, 0.33]))
    assert found.is_weighted and found.value == pytest.approx(200 / 3)
    assert "each divided by their sum, 0.99" in found.steps[1]


def test_an_own_value_outside_the_groups_is_noted() -> None:
    assert "lies outside its groups' values" in measured("bgv", setting([10, 20, 30], overall=45)).notes[-1]
    assert measured("bgv", setting([10, 20, 30], [0.3, 0.3, 0.4], overall=30.1)).notes == ()  # rounding


def test_spread_along_an_order_says_that_it_takes_no_notice_of_it() -> None:
    assert "no notice of the order" in measured("theil", fifths([10, 20, 30, 40, 50])).notes[0]


def test_impossible_terms_are_faults_of_the_caller() -> None:
    with pytest.raises(ValueError, match="name a group twice"):
        Terms((("A", "a"), ("A", "b")))
    with pytest.raises(ValueError, match="'up' is not one of"):
        Terms(lettered(2), direction="up")
    with pytest.raises(ValueError, match="reference 'Z'"):
        Terms(lettered(2), reference="Z")
    with pytest.raises(ValueError, match="at most once"):
        Setting((Group("Z", 1.0),), Terms(lettered(2)))


NUMBERS = st.one_of(st.none(), st.floats(allow_nan=True, allow_infinity=True), st.sampled_from([0.0, -0.0, 100.0, 1e-300, 5e-324, 1e308]), st.floats(0, 100))
SCALES = st.sampled_from([(0, 100), (0, None), (None, None), (-4, 4), (0, 1), (1, 5)])


# Whatever stands in a setting: a finite number with finite errors and worded steps, or a sentence.
@often(60)
@given(
    st.lists(st.tuples(NUMBERS, st.one_of(st.none(), st.floats(-1, 2)), st.one_of(st.none(), st.floats(0, 5)), st.sampled_from(["", "", "", ">"])), max_size=6),
    SCALES, st.sampled_from(["higher", "lower", "neutral"]), st.booleans(), st.booleans(), NUMBERS,
)  # fmt: skip
def test_no_setting_gives_what_is_not_a_number(rows: list, limits: tuple, direction: str, is_ordered: bool, is_count: bool, overall: float | None) -> None:
    names = lettered(len(rows))
    terms = Terms(names, is_ordered, direction, limits, names[0][0] if names else None, "%", is_count)
    groups = tuple(Group(code, *row) for (code, _), row in zip(names, rows, strict=True))
    for found in all_measured(Setting(groups, terms, overall)).values():
        if isinstance(found, Refusal):
            assert found.reason.endswith(".") and "nan" not in found.reason
            continue
        numbers = [found.value, *(found.interval or ()), found.standard_error or 0.0]
        assert all(math.isfinite(number) for number in numbers), found
        assert found.interval is None or found.interval[0] <= found.value <= found.interval[1]
        assert isinstance(found, Result) and found.steps and not any("nan" in line or "inf" in line for line in found.steps)
