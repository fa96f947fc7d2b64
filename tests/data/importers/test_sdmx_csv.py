from __future__ import annotations

import math

import pytest

from data.importers.errors import SourceFault
from data.importers.sdmx_csv import read
from tests.data.importers.tiny_catalogue import SPECIMENS, catalogue_of, spoiled

ONE = SPECIMENS / "sdmx_csv" / "version1.csv"
TWO = SPECIMENS / "sdmx_csv" / "version2.csv"
LABELS = SPECIMENS / "sdmx_csv" / "labels_semicolons.csv"
UNEMPLOYMENT = {"series": "SL_TLF_UEM"}
CATALOGUE = catalogue_of("unsd-sdg", unemployment=UNEMPLOYMENT)


def test_version_1_with_the_sdg_dimensions_is_read():
    frame = read(ONE, CATALOGUE)
    assert frame[
        ["REF_AREA", "SEX", "AGE", "OBS_VALUE", "OBS_STATUS", "NATURE", "COMMENT_OBS"]
    ].to_numpy().tolist() == [
        ["001", "_T", "Y_GE15", 6.5, "A", "N", ""],
        ["FIN", "F", "Y15T24", 21.4, "U", "C", "Note: Small sample; Source: Labour force survey"],
        ["FIN", "_T", "Y_GE15", 7.8, "A", "C", "Source: Labour force survey"],
    ]


def test_version_2_has_components_in_any_order_iso_areas_and_own_columns():
    frame = read(TWO, CATALOGUE)
    assert frame[["REF_AREA", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS"]].to_numpy().tolist() == [
        ["FIN", 2020, 7.8, "A"],
        ["FIN", 2021, 8.1, "P"],
    ]


def test_labels_semicolons_and_decimal_commas_are_read():
    frame = read(LABELS, CATALOGUE)
    assert frame[["REF_AREA", "SEX", "AGE", "OBS_STATUS"]].to_numpy().tolist() == [
        ["FIN", "F", "Y_GE15", "O"],
        ["FIN", "_T", "Y_GE15", "A"],
    ]
    assert math.isnan(frame["OBS_VALUE"][0]) and frame["OBS_VALUE"][1] == 7.8


def test_decimal_comma_between_commas_is_a_fault(tmp_path):
    path = spoiled(TWO, tmp_path, "I,7.8,", 'I,"7,8",')
    with pytest.raises(SourceFault, match="line 2, column OBS_VALUE: found '7,8'"):
        read(path, CATALOGUE)


def test_number_with_thousands_points_and_a_decimal_comma_is_a_fault(tmp_path):
    path = spoiled(LABELS, tmp_path, ";7,8;", ";1.007,8;")
    with pytest.raises(SourceFault, match="line 2, column OBS_VALUE: Observation value: found '1.007,8'"):
        read(path, CATALOGUE)


@pytest.mark.parametrize("action", ["D", "X"])
def test_action_that_deletes_or_is_unknown_is_a_fault(tmp_path, action):
    path = spoiled(TWO, tmp_path, ",M,8.1", f",{action},8.1")
    with pytest.raises(SourceFault, match=f"line 3, column ACTION: found '{action}'.*expected I, A, R or M"):
        read(path, CATALOGUE)


@pytest.mark.parametrize("action", ["A", "R", "I", ""])
def test_actions_that_carry_values_are_read_alike(tmp_path, action):
    assert read(spoiled(TWO, tmp_path, ",M,8.1", f",{action},8.1"), CATALOGUE).equals(read(TWO, CATALOGUE))


def test_migrant_status_stands_in_the_composite_breakdown():
    frame = read(ONE, catalogue_of("unsd-sdg", injuries={"series": "SL_EMP_FTLINJUR"}))
    assert frame["MIGRATION_STATUS"].tolist() == ["MIGRANT"]


def test_composite_code_that_is_not_known_is_a_fault(tmp_path):
    path = spoiled(ONE, tmp_path, "MS_MIGRANT", "SKILL_ARSP")
    with pytest.raises(SourceFault, match="line 5, column COMPOSITE_BREAKDOWN: found 'SKILL_ARSP'"):
        read(path, catalogue_of("unsd-sdg", injuries={"series": "SL_EMP_FTLINJUR"}))


def test_totals_and_drops_in_words_of_the_unsd_database_reach_the_sdmx_columns():
    total = {**UNEMPLOYMENT, "totals": {"age": "15"}, "drop": {"sex": ["female"]}}
    frame = read(ONE, catalogue_of("unsd-sdg", unemployment=total))
    assert frame[["REF_AREA", "AGE", "SEX"]].to_numpy().tolist() == [["001", "_T", "_T"], ["FIN", "_T", "_T"]]


def test_drop_that_sdmx_has_no_column_for_is_a_fault():
    with pytest.raises(SourceFault, match="column type_of_skill: found no such column"):
        read(ONE, catalogue_of("unsd-sdg", unemployment={**UNEMPLOYMENT, "drop": {"type_of_skill": ["arsp"]}}))


def test_power_of_ten_is_a_fault_unless_the_origin_states_it(tmp_path):
    path = spoiled(ONE, tmp_path, "21.4,U,0", "21.4,U,3")
    with pytest.raises(SourceFault, match="line 3, column UNIT_MULT: found '3' for series SL_TLF_UEM"):
        read(path, CATALOGUE)
    thousands = spoiled(ONE, tmp_path, "1.5,A,0,PER_100000_EMP", "1.5,A,3,PER_100000_EMP")
    stated = catalogue_of("unsd-sdg", injuries={"series": "SL_EMP_FTLINJUR", "unit_mult": 3})
    assert read(thousands, stated)["OBS_VALUE"].tolist() == [1.5]


def test_own_column_must_not_make_two_records_one(tmp_path):
    path = spoiled(TWO, tmp_path, "M,8.1,2021", "M,8.1,2020")
    with pytest.raises(SourceFault, match="line 3.*a second figure for series SL_TLF_UEM, FIN 2020 Y_GE15.*line 2"):
        read(path, CATALOGUE)


@pytest.mark.parametrize(
    ("specimen", "old", "new", "says"),
    [
        (ONE, "DATAFLOW,", "FLOW,", "line 1 .the header.: .*expected a column DATAFLOW .SDMX-CSV 1.0. or STRUCTURE"),
        (ONE, "REF_AREA,", "AREA,", "no column REF_AREA"),
        (TWO, "8.1,2021,", "8.1,2021-Q1,", "line 3, column TIME_PERIOD: found '2021-Q1'"),
        (TWO, ",P,", ",ZZ,", "line 3, column OBS_STATUS: found 'ZZ'"),
        (LABELS, "SEX: Sex", "AGE: Sex", "AGE: Sex and AGE: Age for one component"),
        (ONE, ",SL_EMP_FTLINJUR,246", ",SL_TLF_UEM", "line 5: found 24 fields; expected 25"),
    ],
)
def test_faulty_file_is_a_fault_that_names_line_and_column(tmp_path, specimen, old, new, says):
    with pytest.raises(SourceFault, match=says):
        read(spoiled(specimen, tmp_path, old, new), CATALOGUE)


def test_file_of_other_series_is_a_fault():
    with pytest.raises(SourceFault, match="column SERIES: found SL_TLF_UEM.*at least one of the 1 series"):
        read(TWO, catalogue_of("unsd-sdg", absent={"series": "XX_YY"}))
