from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from data.importers.errors import SourceFault
from data.importers.wgi import read
from tests.data.importers.tiny_catalogue import catalogue_of

# a workbook is not readable in a diff, so the specimen is written here; openpyxl writes 16 digits of a float
HEADER = ["codeindyr", "code", "countryname", "year", "indicator", "estimate", "stddev", "nsource"]
LINES = [
    ["ADOcc2022", "ADO", "Andorra", 2022, "cc", 1.25, 0.1875, 4],
    ["FINcc2022", "FIN", "Finland", 2022, "cc", 2.240488767623901, 0.15, 11],
    ["FINrl2022", "FIN", "Finland", 2022, "rl", 2, 0.14, 12],
    ["ANTcc2022", "ANT", "Netherlands Antilles (former)", 2022, "cc", "..", "..", ".."],
    ["TWNcc2022", "TWN", "Taiwan", 2022, "cc", 1.1, 0.13, 9],
]
CATALOGUE = catalogue_of("wgi", corruption={"indicator": "cc"})


def sheet(folder: Path, lines: list[list], header: list[str] = HEADER) -> Path:
    """A workbook in the layout."""
    book = openpyxl.Workbook()
    for line in [header, *lines]:
        book.active.append(line)
    book.save(folder / "wgi.xlsx")
    return folder / "wgi.xlsx"


def test_stddev_is_the_standard_error_and_floats_survive_exactly(tmp_path):
    frame = read(sheet(tmp_path, LINES), CATALOGUE)
    assert frame[["REF_AREA", "TIME_PERIOD", "OBS_VALUE", "STD_ERROR", "SOURCE_SERIES"]].to_numpy().tolist() == [
        ["AND", 2022, 1.25, 0.1875, "cc"],
        ["FIN", 2022, 2.240488767623901, 0.15, "cc"],
        ["TWN", 2022, 1.1, 0.13, "cc"],
    ]


def test_two_dots_are_no_observation(tmp_path):
    assert "ANT" not in set(read(sheet(tmp_path, LINES), CATALOGUE)["REF_AREA"])


def test_old_world_bank_codes_become_iso_codes(tmp_path):
    old_new = {"ADO": "AND", "KSV": "XKX", "ROM": "ROU", "TMP": "TLS", "WBG": "PSE", "ZAR": "COD", "ANT": "ANT"}
    lines = [["", old, "", 2022, "cc", 0.5, 0.1, 3] for old in old_new]
    assert set(read(sheet(tmp_path, lines), CATALOGUE)["REF_AREA"]) == set(old_new.values())


def test_indicator_that_the_sheet_lacks_is_a_fault(tmp_path):
    with pytest.raises(SourceFault, match="series va of indicator 'voice'"):
        read(sheet(tmp_path, LINES), catalogue_of("wgi", voice={"indicator": "va"}))


def test_header_with_another_name_is_a_fault(tmp_path):
    header = [name.replace("stddev", "se") for name in HEADER]
    with pytest.raises(SourceFault, match="'stddev' 0 times"):
        read(sheet(tmp_path, LINES, header), CATALOGUE)


@pytest.mark.parametrize(
    ("place", "cell", "where"),
    [
        (5, "high", "line 3, column 'estimate': found 'high'"),
        (6, None, "line 3, column 'stddev': found ''"),
        (6, "..", "line 3: found estimate '2.24.*' with stddev '..'; expected both or neither"),
        (3, "2022/23", "line 3, period"),
        (1, None, "line 3, area"),
        (1, "AND", "line 3: found cc of AND in 2022 a second time; .*line 2 .ADO."),
    ],
)
def test_spoiled_line_is_a_fault_with_its_place(tmp_path, place, cell, where):
    lines = [list(line) for line in LINES]
    lines[1][place] = cell
    with pytest.raises(SourceFault, match=where):
        read(sheet(tmp_path, lines), CATALOGUE)


def test_workbook_that_is_cut_short_is_a_fault(tmp_path):
    path = sheet(tmp_path, LINES)
    path.write_bytes(path.read_bytes()[:-400])
    with pytest.raises(SourceFault, match="workbook"):
        read(path, CATALOGUE)


def test_file_that_is_no_workbook_is_a_fault(tmp_path):
    path = tmp_path / "wgi.xlsx"
    path.write_text("code,year\n", encoding="utf-8")
    with pytest.raises(SourceFault, match="workbook"):
        read(path, CATALOGUE)
