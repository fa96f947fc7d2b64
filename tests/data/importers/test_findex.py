from __future__ import annotations

import gzip

import pytest

from dashboard.catalogue import CatalogueError
from data.importers.errors import SourceFault
from data.importers.findex import read
from tests.data.importers.tiny_catalogue import SPECIMENS, catalogue_of, spoiled

GOOD = SPECIMENS / "findex" / "good.csv"
ACCOUNT = {"column": "account_t_d", "multiply": 100}
CATALOGUE = catalogue_of("findex", account=ACCOUNT)


def test_values_are_fractions_that_become_per_cent():
    frame = read(GOOD, CATALOGUE).query("REF_AREA == 'FIN'")
    assert frame[["SEX", "OBS_VALUE"]].to_numpy().tolist() == [["F", 98.0], ["M", 100.0], ["_T", 99.0]]
    assert read(GOOD, catalogue_of("findex", account={"column": "account_t_d"}))["OBS_VALUE"].max() == 1


def test_each_pair_of_groups_is_one_breakdown_and_the_others_stay_total():
    frame = read(GOOD, CATALOGUE).query("REF_AREA == 'XKX'")
    # 0.5 of 15-24, 0.625 of 25+, 0.375 of the poorest 40 % and of primary or less, 0.25 out of work, 0.125 rural
    slices = {
        "AGE": {"Y15T24": 50.0, "Y_GE25": 62.5},
        "INCOME_WEALTH_QUANTILE": {"B40": 37.5},
        "EDUCATION_LEV": {"PRIMARY_OR_LESS": 37.5},
        "LABOUR_FORCE_STATUS": {"OUT": 25.0},
        "URBANISATION": {"R": 12.5},
    }
    for column, values in slices.items():
        rows = frame[frame[column] != "_T"]
        assert dict(zip(rows[column], rows["OBS_VALUE"], strict=True)) == values
        assert (rows[[c for c in slices if c != column]] == "_T").all(axis=None)


def test_aggregates_keep_the_publishers_code():
    frame = read(GOOD, CATALOGUE)
    assert dict(
        frame.query("REF_AREA in ('WLD', 'LMY')")[["REF_AREA", "OBS_VALUE"]].to_numpy().tolist()
    ) == {"WLD": 75.0, "LMY": 68.75}


def test_na_is_a_question_not_put_and_no_observation():
    borrowed = read(GOOD, catalogue_of("findex", borrowed={"column": "borrow_any_t_d", "multiply": 100}))
    assert "FIN" not in set(borrowed["REF_AREA"])
    assert len(borrowed) == 8  # eleven records, three of them NA


def test_file_in_per_cent_is_a_fault_where_the_catalogue_multiplies(tmp_path):
    with pytest.raises(SourceFault, match="line 2, column account_t_d: found 99, above 1; expected a fraction"):
        read(spoiled(GOOD, tmp_path, "all,all,0.99", "all,all,99"), CATALOGUE)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("gender,women", "gender,others", "line 3, column group2: found 'others' of group 'gender'"),
        ("urbanicity,rural", "region,rural", "line 10, column group: found 'rural' of group 'region'"),
        ("gender,men,1", "gender,men,many", "line 4, column account_t_d: found 'many'"),
        ("gender,men", "gender,women", "line 4.*FIN 2021 gender women again; the first is on line 3"),
        ("world,WLD,2024", "world,WLD,24", "line 11, column year: found '24'"),
        ("codewb", "code", "no column codewb"),
        ("account_t_d", "account", "no column account_t_d"),
        ("all,all,0.6875,0.5", "all,all,0.6", "line 12: found 9 fields; expected 10"),
    ],
)
def test_faulty_file_is_a_fault_that_names_line_and_column(tmp_path, old, new, says):
    with pytest.raises(SourceFault, match=says):
        read(spoiled(GOOD, tmp_path, old, new), CATALOGUE)


def test_packed_file_cut_short_and_file_in_another_encoding_are_faults(tmp_path):
    (tmp_path / "cut.csv.gz").write_bytes(gzip.compress(GOOD.read_bytes())[:-30])
    with pytest.raises(SourceFault, match="cut short"):
        read(tmp_path / "cut.csv.gz", CATALOGUE)
    latin = GOOD.read_bytes().replace(b"Kosovo,XKX,2024,1300000,Europe", b"K\xf6sovo,XKX,2024,1300000,Europe")
    (tmp_path / "latin.csv").write_bytes(latin)
    with pytest.raises(SourceFault, match="line 5: found the byte 0xf6"):
        read(tmp_path / "latin.csv", CATALOGUE)


def test_origin_without_a_column_is_a_fault_of_the_catalogue():
    with pytest.raises(CatalogueError, match="account: origin has .'series'.; expected column"):
        read(GOOD, catalogue_of("findex", account={"series": "account_t_d"}))


def test_source_that_the_catalogue_does_not_use_gives_no_rows():
    assert read(GOOD, catalogue_of("wdi", other={"series": "X"})).empty
