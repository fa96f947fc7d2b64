from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.importers.sdg_values import read_status, read_values


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        (">95", 95.0, ">"),
        ("<5", 5.0, "<"),
        ("<2.5", 2.5, "<"),
        ("< 0.1", 0.1, "<"),
        (" 7.8 ", 7.8, ""),
        ("-3", -3.0, ""),
        ("1e-05", 0.00001, ""),
    ],
)
def test_bound_is_a_value_with_a_qualifier(text, value, qualifier):
    row = read_values(pd.Series([text])).iloc[0]
    assert (row["OBS_VALUE"], row["OBS_QUALIFIER"], row["MARK"]) == (value, qualifier, "")


@pytest.mark.parametrize(("text", "status"), [("N", "M"), ("NaN", "O"), ("", "O")])
def test_n_cannot_exist_and_nan_is_missing(text, status):
    row = read_values(pd.Series([text])).iloc[0]
    assert math.isnan(row["OBS_VALUE"]) and row["MARK"] == status and row["IS_KNOWN"]


@pytest.mark.parametrize("text", ["..", "n/a", "7,8", "7.8%", "<", "<>5", ">=95", "1.2.3", "inf", "0x10"])
def test_text_that_is_no_known_mark_is_not_read(text):
    assert not read_values(pd.Series([text]))["IS_KNOWN"].iloc[0]


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_finite_number_is_read_as_itself(number):
    assert read_values(pd.Series([repr(number)]))["OBS_VALUE"].iloc[0] == number


@pytest.mark.parametrize(
    ("flag", "mark", "status"),
    [
        ("notspec", "", "A"),
        ("", "", "A"),
        ("u", "", "U"),
        ("b", "", "B"),
        ("a", "M", "M"),  # "normal" does not explain a missing value, the mark does
        ("q", "O", "Q"),  # suppressed explains it better than missing
    ],
)
def test_status_is_the_flag_unless_the_value_text_says_more(flag, mark, status):
    assert read_status(pd.Series([flag]), pd.Series([mark])).iloc[0] == status


def test_flag_that_is_no_sdmx_code_is_not_read():
    assert read_status(pd.Series(["zz"]), pd.Series([""])).isna().all()
