from __future__ import annotations

import gzip

import pytest

from data.importers.errors import SourceFault
from data.importers.wdi import read
from tests.data.importers.tiny_catalogue import SPECIMENS, catalogue_of, spoiled

GOOD = SPECIMENS / "wdi" / "good.csv"
UNEMPLOYMENT = {"series": [{"code": "SL.UEM.TOTL.ZS"}, {"code": "SL.UEM.TOTL.FE.ZS", "SEX": "F"}]}
CATALOGUE = catalogue_of("wdi", unemployment=UNEMPLOYMENT)


def test_wide_years_become_one_row_each():
    finland = read(GOOD, CATALOGUE).query("REF_AREA == 'FIN'")
    # in KEY order: 2018 has no value for women
    assert finland[["TIME_PERIOD", "SEX", "OBS_VALUE", "SOURCE_SERIES"]].to_numpy().tolist() == [
        [2018, "_T", 7.4, "SL.UEM.TOTL.ZS"],
        [2019, "F", 6.2, "SL.UEM.TOTL.FE.ZS"],
        [2019, "_T", 6.7, "SL.UEM.TOTL.ZS"],
        [2020, "F", 7.5, "SL.UEM.TOTL.FE.ZS"],
        [2020, "_T", 7.76, "SL.UEM.TOTL.ZS"],
    ]
    assert set(finland["DATA_SOURCE"]) == {"wdi"}


def test_wholly_blank_lines_are_no_observations():
    # 3 of the world, 1 of the Channel Islands, 5 of Finland, none of Kosovo
    frame = read(GOOD, CATALOGUE)
    assert frame["REF_AREA"].value_counts().to_dict() == {"FIN": 5, "WLD": 3, "830": 1}
    assert frame["OBS_VALUE"].notna().all()


def test_series_whose_lines_are_all_blank_is_held_but_gives_no_rows():
    assert read(GOOD, catalogue_of("wdi", articles={"series": [{"code": "IP.JRN.ARTC.SC"}]})).empty


def test_aggregates_among_the_countries_keep_the_publishers_code():
    assert "WLD" in set(read(GOOD, CATALOGUE)["REF_AREA"])


def test_channel_islands_chi_become_m49_830():
    assert read(GOOD, CATALOGUE).query("REF_AREA == '830'")["OBS_VALUE"].tolist() == [7.5]


def test_file_without_the_empty_last_column_and_gzipped_reads_the_same(tmp_path):
    text = "\n".join(line.removesuffix(",") for line in GOOD.read_text(encoding="utf-8").splitlines())
    path = tmp_path / "good.csv.gz"
    path.write_bytes(gzip.compress(text.encode()))
    assert read(path, CATALOGUE).equals(read(GOOD, CATALOGUE))


def test_value_in_the_column_without_a_heading_is_a_fault(tmp_path):
    with pytest.raises(SourceFault, match="line 4, column 8: found '8.1'"):
        read(spoiled(GOOD, tmp_path, "7.76,", "7.76,8.1"), CATALOGUE)


def test_catalogue_without_indicators_of_the_source_gives_an_empty_frame():
    assert read(GOOD, catalogue_of("spi", a={"series": []})).empty


def test_series_that_the_file_lacks_is_a_fault():
    with pytest.raises(SourceFault, match="series SL.UEM.1524.ZS of indicator 'youth'"):
        read(GOOD, catalogue_of("wdi", youth={"series": [{"code": "SL.UEM.1524.ZS"}]}))


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("Indicator Code,2018", "Series Code,2018", "line 1, column 4"),
        (",2018,2019,2020,\n", ",2018,20", "line 1, column 6"),
        (",2018,2019,2020,\n", "\n", "line 1: found 4 columns, none of them a year"),
        ("2019,2020,\n", "2019,\n", "line 2: found 8 cells; expected 7"),
        ("7.76,", "7.76 e,", "line 4, column '2020': found '7.76 e'"),
        ("7.76,", "..,", "line 4, column '2020': found '..'"),
        ('Finland,FIN,"Unemployment, total', 'Finland,,"Unemployment, total', "line 4, area"),
        ("Kosovo,XKX,", "World,WLD,", r"line 7: found SL.UEM.TOTL.ZS of WLD in 2018 a second time; .* line 2"),
    ],
)
def test_spoiled_file_is_a_fault_with_its_place(tmp_path, old, new, where):
    with pytest.raises(SourceFault, match=where):
        read(spoiled(GOOD, tmp_path, old, new), CATALOGUE)


def test_file_that_is_cut_short_within_its_last_line_is_a_fault(tmp_path):
    with pytest.raises(SourceFault, match="line 7"):
        read(spoiled(GOOD, tmp_path, "SL.UEM.TOTL.ZS,,,,\n", "SL.UEM.TO"), CATALOGUE)


def test_gzip_that_is_cut_short_is_a_fault(tmp_path):
    path = tmp_path / "cut.csv.gz"
    path.write_bytes(gzip.compress(GOOD.read_bytes())[:-20])
    with pytest.raises(SourceFault, match="gzip stream"):
        read(path, CATALOGUE)
