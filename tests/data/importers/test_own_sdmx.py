"""What the monitor gives away is read again with the same values, and a spoiled file says where it is spoiled."""

from __future__ import annotations

import io
from pathlib import Path

import pandas as pd
import pytest

from dashboard.schema import COLUMNS, standard_frame
from dashboard.sdmx import MEASURES, OBSERVATIONS
from dashboard.tables.observed import as_sdmx
from data import cli
from data.importers.errors import SourceFault
from data.importers.sdmx_csv import read
from layouts.files.csv_text import csv_text
from tests.data.importers.tiny_catalogue import catalogue_of

CATALOGUE = catalogue_of("wdi", unemployment={})
FRAME = standard_frame(
    pd.DataFrame(
        {
            "INDICATOR": "unemployment",
            "REF_AREA": ["FIN", "FIN", "KEN"],
            "TIME_PERIOD": [2019, 2020, 2020],
            "SEX": ["F", "_T", "_T"],
            "OBS_VALUE": [-0.1 - 0.2, float("nan"), 1e-7],
            "OBS_QUALIFIER": ["", "", "<"],
            "OBS_STATUS": ["A", "Q", "E"],
            "STD_ERROR": [float("nan"), float("nan"), 0.25],
            "DATA_SOURCE": "wdi",
            "SOURCE_SERIES": "SL.UEM.TOTL.ZS",
            "COMMENT_OBS": ["=cmd|' /C calc'!A0", 'say "yes", or no', "NA"],
        }
    )
)
TEXT = csv_text(as_sdmx(FRAME))


def written(folder: Path, text: str) -> Path:
    path = folder / "data.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_every_value_and_text_comes_back(tmp_path: Path):
    pd.testing.assert_frame_equal(read(written(tmp_path, TEXT), CATALOGUE), FRAME)


def test_columns_may_stand_in_any_order_and_may_be_left_out(tmp_path: Path):
    rows = pd.read_csv(io.StringIO(TEXT), dtype="str", keep_default_na=False)
    few = rows[["STRUCTURE", "STRUCTURE_ID", "ACTION", "OBS_VALUE", "SEX", "TIME_PERIOD", "REF_AREA", "INDICATOR", "OBS_STATUS"]]
    found = read(written(tmp_path, few.to_csv(index=False)), CATALOGUE)
    assert tuple(found.columns) == COLUMNS
    pd.testing.assert_series_equal(found["OBS_VALUE"], FRAME["OBS_VALUE"])


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (",FIN,2019", ",FIN,19", r"line 2, column TIME_PERIOD: found '19'.*four digits"),
        ("-0.30000000000000004", "0,3", "line 2"),
        ("1e-07", "few", r"column OBS_VALUE: found 'few'.*a number"),
        ("I,unemployment,KEN", "I,nothing,KEN", r"column INDICATOR: found 'nothing'.*catalogue"),
        ("I,unemployment,KEN", "D,unemployment,KEN", "column ACTION: found 'D'"),
        (f"{OBSERVATIONS},I,unemployment,KEN", "SFA_MONITOR:OBSERVATIONS(9.0.0),I,unemployment,KEN", r"column STRUCTURE_ID: found 'SFA_MONITOR:OBSERVATIONS\(9.0.0\)'"),
        ("FIN,2020,_T", "FIN,2019,F", "a second record"),
    ],
)
def test_a_spoiled_record_is_named(tmp_path: Path, old: str, new: str, words: str):
    assert TEXT.count(old) == 1
    with pytest.raises(SourceFault, match=words):
        read(written(tmp_path, TEXT.replace(old, new)), CATALOGUE)


def test_a_file_of_derived_records_only_is_refused(tmp_path: Path):
    with pytest.raises(SourceFault, match="records of .*MEASURES"):
        read(written(tmp_path, TEXT.replace(OBSERVATIONS, MEASURES)), CATALOGUE)


def test_the_command_line_reads_it(tmp_path: Path, release, capsys: pytest.CaptureFixture):
    path = written(tmp_path, csv_text(as_sdmx(release.observations("elected-local-government"))))
    assert cli.main(["import", str(path), "--layout", "sdmx-csv"]) == cli.OK
    assert f"{release.manifest['indicators']['elected-local-government']['rows']:,} observations of 1 indicators" in capsys.readouterr().out
