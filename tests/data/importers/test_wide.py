from __future__ import annotations

import pandas as pd
import pytest

from data.importers.asked import series_asked
from data.importers.errors import SourceFault
from data.importers.wide import numbers, observations, unpivot, year_columns
from tests.data.importers.tiny_catalogue import catalogue_of

ASKED = series_asked(catalogue_of("wdi", wealth={"series": [{"code": "S"}], "multiply": -100}), "wdi")


def long_of(**columns: list) -> pd.DataFrame:
    """Two lines of one series, with what a test changes."""
    usual = {"area": ["FIN", "SWE"], "period": [2019, 2019], "series": ["S", "S"], "line": [2, 3], "value": [0.25, 0.5]}
    return pd.DataFrame(usual | columns)


def test_years_may_leave_gaps_but_not_run_backwards():
    assert year_columns("f.csv", ["x", "1990", "1995"], 1) == {1: 1990, 2: 1995}
    for years in (["1995", "1990"], ["1990", "1990"]):
        with pytest.raises(SourceFault, match="line 1, column 3"):
            year_columns("f.csv", ["x", *years], 1)


@pytest.mark.parametrize("heading", ["199", "1990s", "", " 1990"])
def test_heading_that_is_no_year_is_a_fault(heading):
    with pytest.raises(SourceFault, match="line 1, column 2"):
        year_columns("f.csv", ["x", heading], 1)


def test_header_without_years_is_a_fault():
    with pytest.raises(SourceFault, match="none of them a year"):
        year_columns("f.csv", ["x"], 1)


def test_unpivot_gives_one_row_a_cell_with_its_line_and_heading():
    lines = [(2, ["FIN", "1", "2"]), (5, ["SWE", "3", ""])]
    long = unpivot(lines, ["code", "1990", "1991"], {"area": 0}, {1: {"period": 1990}, 2: {"period": 1991}})
    assert long.to_dict("list") == {
        "area": ["FIN", "FIN", "SWE", "SWE"],
        "period": [1990, 1991, 1990, 1991],
        "line": [2, 2, 5, 5],
        "column": ["1990", "1991", "1990", "1991"],
        "text": ["1", "2", "3", ""],
    }


def test_numbers_read_back_exactly_what_the_publisher_wrote():
    texts = ["0.1", "-3", "1e-05", "7.", "1234567.8901234567"]
    value = numbers("f.csv", pd.DataFrame({"line": 2, "text": texts}), "text", ("",))
    assert value.tolist() == [0.1, -3.0, 0.00001, 7.0, 1234567.8901234567]


@pytest.mark.parametrize("text", ["n/a", "nan", "inf", "1e999", "1_000", "1,5", " 1", "<5", "True", "", "0x1f"])
def test_text_that_is_no_number_is_a_fault_unless_it_is_the_missing_mark(text):
    cells = pd.DataFrame({"line": [2, 9], "column": ["1990", "1991"], "text": ["1", text]})
    with pytest.raises(SourceFault, match="line 9, column '1991'"):
        numbers("f.csv", cells, "text", ("..",))
    assert numbers("f.csv", cells, "text", (text,)).isna().tolist() == [False, True]


def test_multiplier_applies_to_value_and_keeps_standard_error_positive():
    # 0.25 and 0.5 by -100; a standard error has no direction
    frame = observations("f.csv", long_of(std_error=[0.01, 0.02]), ASKED, "iso3", "wdi")
    assert frame["OBS_VALUE"].tolist() == [-25.0, -50.0]
    assert frame["STD_ERROR"].tolist() == [1.0, 2.0]


@pytest.mark.parametrize("second", [0.25, 0.3, float("nan")])
def test_second_line_for_a_key_is_a_fault_even_with_the_same_value_or_none(second):
    long = long_of(area=["FIN", "FIN"], value=[0.25, second])
    with pytest.raises(SourceFault, match=r"line 3: found S of FIN in 2019 a second time; .* line 2 \(FIN\)"):
        observations("f.csv", long, ASKED, "iso3", "wdi")


def test_old_and_new_code_of_one_country_are_a_fault_when_both_hold_the_year():
    with pytest.raises(SourceFault, match=r"S of ROM in 2019 a second time; .* line 2 \(ROU\)"):
        observations("f.csv", long_of(area=["ROU", "ROM"]), ASKED, "wb", "wdi")


@pytest.mark.parametrize(
    ("column", "faulty"), [("area", ["FIN", " "]), ("period", ["2019", "19"]), ("period", ["2019", "2019.0"])]
)
def test_line_without_area_or_year_is_a_fault(column, faulty):
    with pytest.raises(SourceFault, match=f"line 3, {column}"):
        observations("f.csv", long_of(**{column: faulty}), ASKED, "iso3", "wdi")


def test_table_without_lines_is_a_fault():
    with pytest.raises(SourceFault, match="no line below the header"):
        observations("f.csv", long_of().iloc[:0], ASKED, "iso3", "wdi")
