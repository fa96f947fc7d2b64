from __future__ import annotations

from pathlib import Path

import pytest

from data.importers.errors import SourceFault
from data.importers.wdi_shares import read_shares

SERIES = {"SEX": {"F": "W.ZS", "M": "V.ZS"}}
LINES = """Country Name,Country Code,Indicator Name,Indicator Code,2019,2020
Finland,FIN,Women,W.ZS,50.7,50.6
Finland,FIN,Men,V.ZS,49.3,
Channel Islands,CHI,Women,W.ZS,,51
Finland,FIN,Something else,X,1,2
"""


def file(folder: Path, text: str = LINES) -> Path:
    path = folder / "wdi.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_per_cent_become_parts_of_one_by_area_year_and_group(tmp_path: Path):
    rows = read_shares(file(tmp_path), SERIES)
    assert rows[["BREAKDOWN", "REF_AREA", "TIME_PERIOD", "GROUP", "SHARE"]].to_numpy().tolist() == [
        ["SEX", "830", 2020, "F", 0.51],
        ["SEX", "FIN", 2019, "F", pytest.approx(0.507)],
        ["SEX", "FIN", 2019, "M", pytest.approx(0.493)],
        ["SEX", "FIN", 2020, "F", pytest.approx(0.506)],
    ]
    assert set(rows["DATA_SOURCE"]) == {"wdi"}
    assert rows["SOURCE_SERIES"].tolist() == ["W.ZS", "W.ZS", "V.ZS", "W.ZS"]


def test_series_that_the_file_does_not_hold_is_a_fault(tmp_path: Path):
    with pytest.raises(SourceFault, match="Y.ZS of indicator 'sizes of groups'"):
        read_shares(file(tmp_path), {"SEX": {"F": "W.ZS", "M": "Y.ZS"}})


def test_line_given_twice_is_a_fault(tmp_path: Path):
    with pytest.raises(SourceFault, match="W.ZS of FIN in 2019 a second time"):
        read_shares(file(tmp_path, LINES + "Finland,FIN,Women,W.ZS,50.7,50.6\n"), SERIES)


def test_nothing_asked_is_nothing_read(tmp_path: Path):
    assert read_shares(tmp_path / "absent.csv", {}).empty
