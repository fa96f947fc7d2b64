"""Text that a spreadsheet would run is text in the file; numbers are numbers."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest

from layouts.files.csv_text import FORMULA, csv_text, harmless

HOSTILE = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1+1", '=HYPERLINK("http://x","y")']


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("dtype", ["str", "category", "object"])
def test_a_text_that_begins_like_a_formula_stands_behind_an_apostrophe(text: str, dtype: str):
    written = csv_text(pd.DataFrame({"COMMENT": pd.Series([text, "plain", text], dtype=dtype)}))
    cells = [row[0] for row in csv.reader(io.StringIO(written, newline=""))]
    assert cells == ["COMMENT", f"'{text}", "plain", f"'{text}"]


def test_numbers_stay_numbers_to_the_last_digit():
    table = pd.DataFrame({"OBS_VALUE": [-1.5, 0.1 + 0.2, float("nan")], "YEAR": pd.Series([2020, None, -3], dtype="Int64")})
    assert csv_text(table) == "OBS_VALUE,YEAR\r\n-1.5,2020\r\n0.30000000000000004,\r\n,-3\r\n"


def test_a_column_without_such_text_is_left_as_it_is():
    column = pd.Series(["a=b", " =1", "−5", "'=x"], dtype="category")
    assert harmless(column) is column
    assert set("=+-@") < set(FORMULA)


def test_commas_quotes_and_line_breaks_are_quoted():
    table = pd.DataFrame({"A": ['say "yes"', "a,b", "one\r\ntwo"], "B": ["", "x", "y"]})
    assert list(csv.reader(io.StringIO(csv_text(table), newline="")))[1:] == [['say "yes"', ""], ["a,b", "x"], ["one\r\ntwo", "y"]]
