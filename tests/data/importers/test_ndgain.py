from __future__ import annotations

import gzip
import shutil

import pytest

from data.importers.errors import SourceFault
from data.importers.ndgain import read
from tests.data.importers.tiny_catalogue import SPECIMENS, catalogue_of, spoiled

FOLDER = SPECIMENS / "ndgain"
CATALOGUE = catalogue_of("ndgain", vulnerability={"file": "vulnerability"}, climate={"file": "gain"})
GAIN = catalogue_of("ndgain", climate={"file": "gain"})


def test_each_indicator_comes_from_its_own_file():
    frame = read(FOLDER, CATALOGUE)
    # sorted by indicator; blank cells of the second country are no observations
    assert frame[["INDICATOR", "REF_AREA", "TIME_PERIOD", "OBS_VALUE", "SOURCE_SERIES"]].to_numpy().tolist() == [
        ["climate", "FIN", 2019, 71.5, "gain"],
        ["climate", "FIN", 2020, 71.75, "gain"],
        ["vulnerability", "FIN", 2019, 0.31, "vulnerability"],
        ["vulnerability", "FIN", 2020, 0.305, "vulnerability"],
        ["vulnerability", "PRK", 2019, 0.47, "vulnerability"],
    ]


def test_gzipped_files_are_found_too(tmp_path):
    (tmp_path / "gain.csv.gz").write_bytes(gzip.compress((FOLDER / "gain.csv").read_bytes()))
    assert read(tmp_path, GAIN).equals(read(FOLDER, GAIN))


def test_score_without_a_file_is_a_fault():
    with pytest.raises(SourceFault, match="file 'readiness': found 0 files"):
        read(FOLDER, catalogue_of("ndgain", readiness={"file": "readiness"}))


def test_two_copies_of_a_score_are_a_fault(tmp_path):
    for name in ("gain.csv", "gain.csv.gz"):
        shutil.copy(FOLDER / "gain.csv", tmp_path / name)
    with pytest.raises(SourceFault, match="file 'gain': found 2 files"):
        read(tmp_path, GAIN)


def test_no_indicator_gives_an_empty_frame():
    assert read(FOLDER, catalogue_of("ndgain")).empty


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ('"ISO3"', '"iso"', "line 1, column 1"),
        (',"2019","2020"', "", "line 1: found 2 columns, none of them a year"),
        (',"2020"', "", "line 2: found 4 cells; expected 3"),
        ("71.5,", "high,", "line 2, column '2019': found 'high'"),
        ('"PRK"', '"FIN"', "line 3: found gain of FIN in 2019 a second time"),
    ],
)
def test_spoiled_file_is_a_fault_with_its_place(tmp_path, old, new, where):
    spoiled(FOLDER / "gain.csv", tmp_path, old, new)
    with pytest.raises(SourceFault, match=where):
        read(tmp_path, GAIN)
