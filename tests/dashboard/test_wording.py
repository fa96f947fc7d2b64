"""Numbers as readers see them."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from dashboard import wording


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (1234567.891, 1, "1\u202f234\u202f567.9"),
        (999, 0, "999"),
        (-2.5, 1, "−2.5"),
        (-0.04, 1, "0.0"),  # rounds to nothing, so it has no sign
        (-0.0, 2, "0.00"),
        (-0.05, 2, "−0.05"),
        (0.25, 1, "0.2"),  # a half goes to the even neighbour
        (None, 1, "no data"),
        (math.nan, 1, "no data"),
    ],
)
def test_a_number_has_thousands_apart_and_a_true_minus(value: float | None, decimals: int, text: str) -> None:
    assert wording.number(value, decimals) == text


@pytest.mark.parametrize(("value", "text"), [(1.26, "+1.3"), (-1.26, "−1.3"), (0.04, "±0.0"), (-0.04, "±0.0"), (1500, "+1\u202f500.0")])
def test_a_change_always_says_its_sign_unless_it_rounds_to_nothing(value: float, text: str) -> None:
    assert wording.signed(value, 1) == text


# 1.15 as a double is 1.149999…, which prints as 1.1; multiplying by ten first would give 11.5 and then 1.2.
def test_printed_values_are_equal_exactly_where_their_words_are() -> None:
    values = pd.Series([1.15, 1.1, 1.2, -0.04, math.nan])
    printed = wording.printed(values, 1)
    assert printed[:4].tolist() == [1.1, 1.1, 1.2, 0.0]
    assert math.isnan(printed[4])
    assert wording.printed(values[:0], 1).empty


def test_units_stand_close_for_per_cent_and_apart_for_others() -> None:
    assert wording.value(5, 0, "%") == "5%"
    assert wording.value(5, 0, "years") == "5 years"
    assert wording.value(5, 0, "") == "5"


def test_a_bound_is_said_and_a_missing_value_has_none() -> None:
    assert wording.value(5, 0, "%", "<") == "under 5%"
    assert wording.value(95, 0, "%", ">") == "over 95%"
    assert wording.value(None, 0, "%", "<") == "no data"


@pytest.mark.parametrize(
    ("place", "text"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"), (111, "111th"), (193, "193rd")]
)
def test_ordinals(place: int, text: str) -> None:
    assert wording.ordinal(place) == text


def test_an_ordinary_status_needs_no_words() -> None:
    assert wording.status_words("A", "C") == ""
    assert wording.status_words("A", "M") == "modelled"
    assert wording.status_words("B", "M") == "break in the series"


def test_names_are_joined_as_in_a_sentence() -> None:
    names = ["Fiji", "Peru", "Chad"]
    assert [wording.listing(names[:n]) for n in range(4)] == ["", "Fiji", "Fiji and Peru", "Fiji, Peru and Chad"]


def test_one_is_singular() -> None:
    assert [wording.counted(n, "country", "countries") for n in (0, 1, 2)] == ["0 countries", "1 country", "2 countries"]
    assert wording.counted(2, "year") == "2 years"


def test_every_direction_is_worded() -> None:
    assert wording.DIRECTION["higher"] == "higher is better"
    assert wording.DIRECTION["lower"] == "lower is better"
    assert "better" in wording.DIRECTION["neutral"] and set(wording.DIRECTION) == {"higher", "lower", "neutral"}


def test_answers_by_yes_or_no_are_words() -> None:
    assert [wording.value(v, 0, "yes/no") for v in (1, 0, 1.0, None)] == ["yes", "no", "yes", "no data"]
    assert [wording.changed(c, 0, "yes/no") for c in (1, 0, -1)] == ["was no", "the same", "was yes"]
    assert wording.changed(1.25, 1, "%") == "+1.2"
    assert [wording.running_unit(u) for u in ("%", "yes/no", "per 1 000", "")] == ["%", "yes/no", "", ""]
