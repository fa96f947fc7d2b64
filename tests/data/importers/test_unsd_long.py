from __future__ import annotations

import math

import pytest

from data.importers.errors import SourceFault
from data.importers.unsd_long import concept, read
from tests.data.importers.tiny_catalogue import SPECIMENS, catalogue_of, spoiled

GOOD = SPECIMENS / "unsd_long" / "good.csv"
UNEMPLOYMENT = {"series": "SL_TLF_UEM"}
SKILLS = {"series": "SE_ADT_TEST"}
CATALOGUE = catalogue_of("unsd-sdg", unemployment=UNEMPLOYMENT, skills=SKILLS, low={"series": "SH_DYN_TEST"})


@pytest.mark.parametrize(
    ("heading", "word"),
    [
        ("[Age]", "age"),
        ("Reporting Type", "reporting_type"),
        ("[Name of international institution]", "name_of_international_institution"),
        ("GeoAreaCode", "geo_area_code"),
        ("Time_Detail", "time_detail"),
    ],
)
def test_headings_become_the_words_of_the_ddf_copy(heading, word):
    assert concept(heading) == word


def test_written_ages_and_capitals_become_sdmx_codes():
    frame = read(GOOD, CATALOGUE).query("INDICATOR == 'unemployment' and REF_AREA == 'FIN'")
    assert frame[["SEX", "AGE", "OBS_VALUE", "OBS_STATUS"]].to_numpy().tolist() == [
        ["F", "Y15T24", 21.4, "U"],
        ["_T", "Y_GE15", 7.8, "A"],
    ]


def test_source_note_period_and_bounds_stand_in_the_comment():
    comments = read(GOOD, CATALOGUE).query("INDICATOR == 'unemployment' and REF_AREA == 'FIN'")["COMMENT_OBS"].tolist()
    # the period of the second only repeats its year; the line break in the note is a blank
    assert comments == [
        "Source: Labour force survey; Note: Persons in institutions are left out; Period: 2019-2020; "
        "Lower bound: 20.3; Upper bound: 22.5",
        "Source: Labour force survey",
    ]


def test_nan_is_a_missing_value_and_2020_0_is_a_year():
    row = read(GOOD, CATALOGUE).query("INDICATOR == 'unemployment' and REF_AREA == 'AFG'").iloc[0]
    assert (row["TIME_PERIOD"], row["OBS_STATUS"]) == (2020, "O") and math.isnan(row["OBS_VALUE"])


def test_bound_and_age_below_a_limit_are_kept_apart():
    row = read(GOOD, CATALOGUE).query("INDICATOR == 'low'").iloc[0]
    assert (row["AGE"], row["OBS_QUALIFIER"], row["OBS_VALUE"]) == ("Y_LT5", "<", 2.5)


def test_series_repeated_under_two_goals_is_read_once():
    assert read(GOOD, CATALOGUE).query("INDICATOR == 'skills'")["SKILL"].tolist() == ["ARSP"]


def test_repeats_that_do_not_agree_are_a_fault(tmp_path):
    path = spoiled(
        GOOD,
        tmp_path,
        '4.4.1","SE_ADT_TEST","Skills","246","Finland","2021","40"',
        '4.4.1","SE_ADT_TEST","Skills","246","Finland","2021","41"',
    )
    with pytest.raises(SourceFault, match="line 8, column the whole record: found a second figure.*first is on line 7"):
        read(path, CATALOGUE)


def test_bare_headings_give_the_same_row_as_bracketed_ones():
    catalogue = catalogue_of("unsd-sdg", unemployment=UNEMPLOYMENT)
    bare = read(SPECIMENS / "unsd_long" / "bare.csv", catalogue)
    bracketed = read(GOOD, catalogue).query("REF_AREA == 'FIN' and AGE == 'Y_GE15'").reset_index(drop=True)
    assert bare.equals(bracketed)


def test_totals_of_the_origin_are_written_as_in_the_ddf_copy():
    frame = read(GOOD, catalogue_of("unsd-sdg", unemployment={**UNEMPLOYMENT, "totals": {"age": "15"}}))
    assert frame.query("REF_AREA == 'FIN' and AGE == '_T'")["OBS_VALUE"].tolist() == [7.8]


def test_drops_of_the_origin_are_written_as_in_the_ddf_copy():
    frame = read(GOOD, catalogue_of("unsd-sdg", unemployment={**UNEMPLOYMENT, "drop": {"age": ["15_24"]}}))
    assert set(frame["AGE"]) == {"Y_GE15"}


def test_file_that_holds_part_of_the_database_gives_that_part():
    partly = catalogue_of("unsd-sdg", unemployment=UNEMPLOYMENT, absent={"series": "XX_YY"})
    assert set(read(GOOD, partly)["INDICATOR"]) == {"unemployment"}
    with pytest.raises(SourceFault, match="column SeriesCode: found SL_TLF_UEM, SH_DYN_TEST.*at least one of the 1"):
        read(GOOD, catalogue_of("unsd-sdg", absent={"series": "XX_YY"}))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"21.4"', '"high"', "line 3, column Value: found 'high'"),
        ('"FEMALE"', '"WOMEN"', r"line 3, column \[Sex\]: found 'WOMEN'"),
        ('"15-24"', '"YOUTH"', r"line 3, column \[Age\]: found 'YOUTH'"),
        # the note of the record on line 3 goes over to line 4
        ('"2020.0"', '"MMXX"', "line 5, column TimePeriod: found 'MMXX'"),
        ("GeoAreaCode", "Area", "line 1 .the header.: found no column geo_area_code"),
    ],
)
def test_faulty_file_is_a_fault_that_names_line_and_column(tmp_path, old, new, says):
    with pytest.raises(SourceFault, match=says):
        read(spoiled(GOOD, tmp_path, old, new), CATALOGUE)


def test_national_and_global_figures_in_one_series_are_a_fault_until_one_is_chosen(tmp_path):
    path = spoiled(GOOD, tmp_path, '"C","U","G"', '"C","U","N"')
    with pytest.raises(SourceFault, match=r"line 3, column \[Reporting Type\]: found 'N' beside 'G'"):
        read(path, CATALOGUE)
    chosen = catalogue_of("unsd-sdg", unemployment={**UNEMPLOYMENT, "only": {"reporting_type": ["G"]}})
    assert len(read(path, chosen)) == 2


def test_file_cut_short_is_a_fault(tmp_path):
    cut = tmp_path / "cut.csv"
    cut.write_bytes(GOOD.read_bytes()[:-60])
    with pytest.raises(SourceFault, match="line 8: found [0-9]+ fields; expected 25|never closed"):
        read(cut, CATALOGUE)
