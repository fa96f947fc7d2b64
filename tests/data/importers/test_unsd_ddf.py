from __future__ import annotations

import gzip
import math
import shutil

import pytest

from dashboard.catalogue import CatalogueError
from dashboard.schema import COLUMNS
from data.importers.errors import SourceFault
from data.importers.unsd_ddf import read
from tests.data.importers.tiny_catalogue import SPECIMENS, catalogue_of, spoiled

FOLDER = SPECIMENS / "unsd_ddf"
UEMDIS = next(FOLDER.glob("*sl_tlf_uemdis*"))
UNEMPLOYMENT = {"series": "SL_TLF_UEMDIS"}
INTERNET = {"series": "IT_USE_II99"}
MIXED = {"series": "SG_PSR_MIXED"}


def frame_of(**origin):
    return read(FOLDER, catalogue_of("unsd-sdg", indicator=origin))


def test_frame_is_the_standard_frame_with_the_publishers_series_code():
    frame = frame_of(**UNEMPLOYMENT)
    assert tuple(frame.columns) == COLUMNS
    assert set(frame["SOURCE_SERIES"]) == {"SL_TLF_UEMDIS"}
    assert set(frame["DATA_SOURCE"]) == {"unsd-sdg"}
    assert len(frame) == 7


def test_area_codes_are_m49_numbers_without_leading_zeros():
    # 4 Afghanistan, 158 Taiwan, 412 Kosovo; 1 the world and 921 an ODA residual stay numbers
    assert set(frame_of(**UNEMPLOYMENT)["REF_AREA"]) == {"AFG", "TWN", "XKX", "001", "921"}


def test_lower_case_categories_become_sdmx_codes():
    frame = frame_of(**UNEMPLOYMENT).query("REF_AREA == 'AFG'")
    groups = frame[["DISABILITY_STATUS", "SEX", "OBS_VALUE", "OBS_STATUS", "NATURE"]].to_numpy().tolist()
    assert sorted(groups) == [
        ["PD", "F", 13.25, "U", "C"],
        ["PWD", "M", 12.0, "B", "CA"],
        ["_T", "_T", 11.5, "A", "C"],
    ]


def test_observation_status_notspec_is_no_flag():
    assert frame_of(**UNEMPLOYMENT).query("REF_AREA == 'TWN'")["OBS_STATUS"].tolist() == ["A"]


def test_unsd_notspec_is_total_only_where_the_catalogue_says_so():
    # 92.8 has age notspec; 92.5 has sex notspec too, which no `totals` names
    said = frame_of(**INTERNET, totals={"age": "notspec"})
    assert said.query("AGE == '_T' and SEX == '_T'")["OBS_VALUE"].tolist() == [92.8]
    assert said.query("SEX == '_U'")["OBS_VALUE"].tolist() == [92.5]
    unsaid = frame_of(**INTERNET)
    assert unsaid.query("AGE == '_T'").empty
    assert unsaid.query("AGE == '_U' and SEX == '_T'")["OBS_VALUE"].tolist() == [92.8]


def test_age_as_a_qualifier_stays_an_age_until_the_catalogue_calls_it_the_total():
    assert frame_of(**INTERNET).query("AGE == 'Y_GE15'")["OBS_VALUE"].tolist() == [93.4]
    said = frame_of(**INTERNET, totals={"age": "15"})
    assert said.query("AGE == '_T' and SEX == '_T'")["OBS_VALUE"].tolist() == [93.4]


def test_text_in_value_columns_is_a_bound_with_its_qualifier():
    frame = frame_of(series="EG_EGY_CLEAN")
    assert sorted(frame[["REF_AREA", "URBANISATION", "OBS_VALUE", "OBS_QUALIFIER"]].to_numpy().tolist()) == [
        ["AFG", "R", 5.0, "<"],
        ["AFG", "U", 2.5, "<"],
        ["AFG", "_T", 35.4, ""],
        ["FIN", "_T", 95.0, ">"],
    ]


def test_n_is_a_row_without_value_that_cannot_exist_and_zero_is_a_value():
    frame = frame_of(series="SG_GEN_LOCGELS").set_index("REF_AREA")
    assert frame["OBS_STATUS"].to_dict() == {"SGP": "M", "FIN": "O", "SWE": "A"}
    assert math.isnan(frame.loc["SGP", "OBS_VALUE"]) and math.isnan(frame.loc["FIN", "OBS_VALUE"])
    assert frame.loc["SWE", "OBS_VALUE"] == 0


def test_two_units_in_one_series_are_a_fault_unless_the_origin_names_one():
    with pytest.raises(SourceFault, match="line 4, column units: found number beside percent in series SG_PSR_MIXED"):
        frame_of(**MIXED)
    assert frame_of(**MIXED, units="PERCENT")["OBS_VALUE"].tolist() == [40.0, 50.0]
    assert frame_of(**MIXED, units="NUMBER")["OBS_VALUE"].tolist() == [500000.0]


def test_category_of_an_upper_case_column_needs_no_table():
    assert frame_of(**MIXED, units="PERCENT")["SKILL"].tolist() == ["ARSP", "NEWSKILL"]


def test_only_and_drop_choose_categories_and_values():
    assert frame_of(**MIXED, units="PERCENT", only={"type_of_skill": ["ARSP"]})["OBS_VALUE"].tolist() == [40.0]
    assert frame_of(**MIXED, drop={"type_of_skill": ["newskill"]})["OBS_VALUE"].tolist() == [40.0]
    # the series' code names the value, 0 and 0.0 being one
    assert len(frame_of(series="SG_GEN_LOCGELS", drop={"sg_gen_locgels": ["0.0"]})) == 2
    # 004 and 4 are one area
    assert len(frame_of(**UNEMPLOYMENT, only={"geo_area": ["004"]})) == 3


def test_column_that_the_origin_names_and_the_file_lacks_is_a_fault():
    with pytest.raises(SourceFault, match="column age: found no such column.*`totals` of indicator indicator"):
        frame_of(**UNEMPLOYMENT, totals={"age": "notspec"})
    with pytest.raises(SourceFault, match="column location: found no such column.*`drop`"):
        frame_of(**UNEMPLOYMENT, drop={"location": ["urban"]})


def test_word_that_an_origin_does_not_know_is_a_fault_of_the_catalogue():
    with pytest.raises(CatalogueError, match="indicator: origin has .'serie'.*expected series"):
        frame_of(serie="SL_TLF_UEMDIS")


def test_indicators_of_other_sources_are_left_alone():
    assert read(FOLDER, catalogue_of("wdi", other={"series": [{"code": "X"}]})).empty


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("percent,2020,12\n", "percent,2020,twelve\n", "line 4, column sl_tlf_uemdis: found 'twelve'"),
        ("female", "robot", "line 3, column sex: found 'robot'"),
        ("pwd,4,ca,b,male", "pd,4,ca,b,female", "line 4.*a second figure.*AFG 2020 F PD; the first is on line 3"),
        ("ca,b", "ca,zz", "line 4, column observation_status: found 'zz'"),
        ("ca,b", "xx,b", "line 4, column nature: found 'xx'"),
        ("pwd,4,ca,b,male,percent,2020", "pwd,4,ca,b,male,percent,2020Q1", "line 4, column year: found '2020Q1'"),
        ("pwd,4,", "pwd,,", "line 4, column geo_area: found ''"),
        ("geo_area,nature", "geo,nature", "line 1 .the header.: found no column geo_area"),
        ("bothsex,percent,2020,7.5\n", "bothsex,per", "line 8: found 6 fields; expected 8"),
    ],
)
def test_faulty_file_is_a_fault_that_names_file_line_and_column(tmp_path, old, new, says):
    spoiled(UEMDIS, tmp_path, old, new)
    with pytest.raises(SourceFault, match=says) as fault:
        read(tmp_path, catalogue_of("unsd-sdg", indicator=UNEMPLOYMENT))
    assert fault.value.path.name == UEMDIS.name


def test_column_without_a_place_in_the_frame_must_not_vary(tmp_path):
    specimen = next(FOLDER.glob("*sg_psr_mixed*"))
    spoiled(specimen, tmp_path, "notspec,246,c,arsp", "monthly,246,c,arsp")
    with pytest.raises(SourceFault, match="line 3, column freq: found 'notspec' beside 'monthly'"):
        read(tmp_path, catalogue_of("unsd-sdg", indicator={**MIXED, "units": "PERCENT"}))
    chosen = {**MIXED, "units": "PERCENT", "only": {"freq": ["monthly"]}}
    assert len(read(tmp_path, catalogue_of("unsd-sdg", indicator=chosen))) == 1


def test_packed_file_cut_short_is_a_fault(tmp_path):
    whole = gzip.compress(UEMDIS.read_bytes())
    (tmp_path / f"{UEMDIS.name}.gz").write_bytes(whole[:-20])
    with pytest.raises(SourceFault, match="cut short"):
        read(tmp_path, catalogue_of("unsd-sdg", indicator=UNEMPLOYMENT))


def test_file_in_another_encoding_is_a_fault(tmp_path):
    (tmp_path / UEMDIS.name).write_bytes(
        UEMDIS.read_bytes().replace(b"male,percent,2020,12", b"m\xe4le,percent,2020,12")
    )
    with pytest.raises(SourceFault, match="line 4: found the byte 0xe4"):
        read(tmp_path, catalogue_of("unsd-sdg", indicator=UNEMPLOYMENT))


def test_series_without_a_file_or_with_two_is_a_fault(tmp_path):
    with pytest.raises(SourceFault, match="sl_tlf_uem--by--.*found 0 such files"):
        read(FOLDER, catalogue_of("unsd-sdg", indicator={"series": "SL_TLF_UEM"}))
    shutil.copy(UEMDIS, tmp_path / UEMDIS.name)
    shutil.copy(UEMDIS, tmp_path / UEMDIS.name.replace("--by--", "--by--age--"))
    with pytest.raises(SourceFault, match="found 2 such files"):
        read(tmp_path, catalogue_of("unsd-sdg", indicator=UNEMPLOYMENT))
