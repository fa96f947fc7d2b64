from __future__ import annotations

import math
import shutil
from dataclasses import replace

import pytest

from dashboard.catalogue import Breakdown, CatalogueError
from data.importers.errors import SourceFault
from data.importers.unhcr import read
from tests.data.importers.tiny_catalogue import SPECIMENS, catalogue_of, spoiled

FOLDER = SPECIMENS / "unhcr"
HOSTED = {"table": "population", "measure": "refugees", "area": "coa_iso"}
BY_ORIGIN = {"table": "population", "measure": "refugees", "area": "coo_iso"}
SPLIT = {"table": "demographics", "measure": "total", "area": "coa_iso", "only": {"pop_type": ["REF", "ASY"]}}
IDMC = {"table": "idmc", "measure": "total", "area": "coo_iso"}


def frame_of(origin):
    return read(FOLDER, catalogue_of("unhcr", people=origin))


def values(frame, *columns):
    return frame[[*columns, "OBS_VALUE"]].to_numpy().tolist()


def test_bilateral_table_is_summed_over_the_other_side():
    frame = frame_of(HOSTED).query("REF_AREA == 'FIN'")
    # 2020: 100 of unknown origin and 900 of Iraq; 2021: 50 stateless and 800 of Iraq
    assert values(frame, "TIME_PERIOD") == [[2020, 1000.0], [2021, 850.0]]
    assert set(frame["SOURCE_SERIES"]) == {"population.refugees"}


def test_the_side_that_the_origin_names_is_the_area():
    frame = frame_of(BY_ORIGIN).query("REF_AREA == 'IRQ'")
    # 2020: 900 in Finland and 7 in an unknown country
    assert values(frame, "TIME_PERIOD") == [[2020, 907.0], [2021, 800.0]]


def test_codes_that_are_no_country_keep_their_rows():
    # Tibetan is XTB in area_codes.csv, unknown and stateless keep UNHCR's code
    assert set(frame_of(BY_ORIGIN)["REF_AREA"]) == {"UNK", "IRQ", "XTB", "XXA"}
    assert frame_of(BY_ORIGIN)["OBS_VALUE"].sum() == 100 + 900 + 7 + 70000 + 50 + 800


def test_people_not_counted_that_year_are_missing_and_not_zero():
    frame = frame_of({"table": "population", "measure": "oip", "area": "coa_iso"}).query("REF_AREA == 'FIN'")
    assert frame["OBS_STATUS"].tolist() == ["O", "A"]
    # 2021 has one empty cell and one 4
    assert math.isnan(frame["OBS_VALUE"].iloc[0]) and frame["OBS_VALUE"].iloc[1] == 4


def test_idmc_table_is_read_as_its_own_source():
    catalogue = catalogue_of("idmc", displaced=IDMC)
    assert read(FOLDER, catalogue).empty
    frame = read(FOLDER, catalogue, source="idmc")
    assert values(frame, "REF_AREA", "TIME_PERIOD") == [
        ["IRQ", 2023, 1100000.0],
        ["UNK", 1990, 21300000.0],
        ["XAB", 2023, 12000.0],
    ]
    assert set(frame["DATA_SOURCE"]) == {"idmc"}


def test_total_counts_records_without_a_split_and_groups_do_not():
    frame = frame_of(SPLIT).query("REF_AREA == 'FIN'")
    # total 215 + 85 + 20; women 105 + 10; men 110 + 0: the record of 85 has no split
    assert values(frame.query("AGE == '_T'"), "SEX") == [["F", 115.0], ["M", 110.0], ["_T", 320.0]]


def test_sexes_by_age_are_summed_over_split_records():
    frame = frame_of(SPLIT).query("REF_AREA == 'FIN'")
    assert values(frame.query("SEX == 'F' and AGE != '_T'"), "AGE") == [
        ["Y0T4", 11.0],  # 10 + 1
        ["Y12T17", 30.0],
        ["Y18T59", 42.0],  # 40 + 2
        ["Y5T11", 20.0],
        ["Y_GE60", 5.0],
        ["_U", 7.0],  # other
    ]
    # 11 women and girls of 0 to 4, 11 men and boys
    assert frame.query("SEX == '_T' and AGE == 'Y0T4'")["OBS_VALUE"].tolist() == [22.0]


def test_comment_of_a_group_says_how_many_people_it_stands_on():
    frame = frame_of(SPLIT).query("REF_AREA == 'FIN'")
    # sex known: 215 + 10 of 320; age known: 225 less the 7 others
    said = set(frame.query("SEX != '_T' or AGE != '_T'")["COMMENT_OBS"])
    assert len(said) == 1
    assert "sex is known of 225 and age of 218 of the 320 people counted" in said.pop()
    assert frame.query("SEX == '_T' and AGE == '_T'")["COMMENT_OBS"].tolist() == [""]


def test_area_without_any_split_has_a_total_and_no_group():
    assert values(frame_of(SPLIT).query("REF_AREA == 'SWE'"), "SEX", "AGE") == [["_T", "_T", 300.0]]


def test_table_without_any_split_has_totals_only():
    frame = frame_of({**SPLIT, "only": {"location": ["Dispersed", "Tampere"]}})
    assert values(frame, "REF_AREA", "SEX") == [["FIN", "_T", 85.0], ["SWE", "_T", 300.0]]


def test_drop_leaves_records_out():
    assert frame_of({**HOSTED, "drop": {"coo_iso": ["UNK"]}}).query("REF_AREA == 'FIN'")["OBS_VALUE"].tolist() == [
        900,
        850,
    ]


def test_population_types_are_a_breakdown_where_the_catalogue_has_one():
    catalogue = catalogue_of("unhcr", people=SPLIT)
    with_types = replace(catalogue.indicators[0], breakdowns=(Breakdown("POPULATION_TYPE", ("REF", "ASY"), False),))
    frame = read(FOLDER, replace(catalogue, indicators=(with_types,))).query("REF_AREA == 'FIN'")
    # refugees 215 + 85, asylum seekers 20; host communities are not chosen
    types = frame.query("POPULATION_TYPE != '_T'")
    assert values(types, "POPULATION_TYPE") == [["ASY", 20.0], ["REF", 300.0]]
    assert not frame.duplicated(["TIME_PERIOD", "SEX", "AGE", "POPULATION_TYPE"]).any()


@pytest.mark.parametrize(
    ("table", "origin", "old", "new", "says"),
    [
        ("population", HOSTED, "FIN,900,", "FIN,many,", "population.csv: line 3, column refugees: found 'many'"),
        ("population", HOSTED, "FIN,900,", "FIN,-900,", "line 3, column refugees: found '-900'"),
        ("population", HOSTED, "2021,Stateless", "21,Stateless", "line 6, column year: found '21'"),
        ("population", HOSTED, "refugees", "REF", "no column refugees"),
        ("population", HOSTED, "800,3,", "800", "line 7: found 8 fields; expected 10"),
        ("population", HOSTED, "2021,Iraq", "2020,Iraq", "line 7.*2020 IRQ FIN a second time"),
        ("demographics", SPLIT, "f_18_59", "f_18_64", "no column f_18_59"),
        ("demographics", SPLIT, "105,11,21", "105,eleven,21", "line 2, column m_0_4: found 'eleven'"),
    ],
)
def test_faulty_file_is_a_fault_that_names_file_line_and_column(tmp_path, table, origin, old, new, says):
    spoiled(FOLDER / f"{table}.csv", tmp_path, old, new)
    with pytest.raises(SourceFault, match=says):
        read(tmp_path, catalogue_of("unhcr", people=origin))


def test_population_type_that_is_not_known_is_a_fault(tmp_path):
    spoiled(FOLDER / "demographics.csv", tmp_path, "FIN,ASY", "FIN,NEW")
    catalogue = catalogue_of("unhcr", people={k: v for k, v in SPLIT.items() if k != "only"})
    with_types = replace(catalogue.indicators[0], breakdowns=(Breakdown("POPULATION_TYPE", ("REF",), False),))
    with pytest.raises(SourceFault, match="line 4, column pop_type: found 'NEW'"):
        read(tmp_path, replace(catalogue, indicators=(with_types,)))


def test_table_in_another_encoding_is_a_fault(tmp_path):
    text = (FOLDER / "idmc.csv").read_bytes().replace(b"2023,Iraq", b"2023,Ir\xe4q")
    (tmp_path / "idmc.csv").write_bytes(text)
    with pytest.raises(SourceFault, match="idmc.csv: line 4: found the byte 0xe4"):
        read(tmp_path, catalogue_of("unhcr", people=IDMC))


def test_absent_or_doubled_table_is_a_fault(tmp_path):
    with pytest.raises(SourceFault, match="table idmc: found 0 files"):
        read(tmp_path, catalogue_of("unhcr", people=IDMC))
    for name in ("idmc.csv", "idmc.csv.gz"):
        shutil.copy(FOLDER / "idmc.csv", tmp_path / name)
    with pytest.raises(SourceFault, match="table idmc: found 2 files"):
        read(tmp_path, catalogue_of("unhcr", people=IDMC))


def test_origin_with_an_unknown_side_is_a_fault_of_the_catalogue():
    with pytest.raises(CatalogueError, match="people: origin is .*coo_iso or coa_iso"):
        frame_of({**HOSTED, "area": "country"})


def test_tables_with_and_without_groups_are_read_side_by_side():
    # the table without groups has totals there, not missing cells from the other table's columns
    frame = read(FOLDER, catalogue_of("unhcr", hosted=HOSTED, split=SPLIT))
    hosted = frame[frame["INDICATOR"] == "hosted"]
    assert len(hosted) == len(frame_of(HOSTED)) > 0
    assert set(hosted["SEX"]) == set(hosted["AGE"]) == set(hosted["POPULATION_TYPE"]) == {"_T"}
