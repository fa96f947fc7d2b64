from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from dashboard.schema import standard_frame
from data import catalogue_reader
from data.corrections import COLUMNS, CorrectionError, correct, read_corrections

SHIPPED = Path(catalogue_reader.__file__).parent / "catalogue" / "corrections.csv"
HEADER = ",".join(COLUMNS)
ROW = "wdi,beds,ARE,2014,SEX=F,0.01,status,O,A slip of the decimal point.,1.15 the year before"


def frame() -> pd.DataFrame:
    return standard_frame(
        pd.DataFrame(
            {
                "INDICATOR": "beds",
                "REF_AREA": "ARE",
                "TIME_PERIOD": [2013, 2014, 2014],
                "SEX": ["_T", "F", "_T"],
                "OBS_VALUE": [1.15, 0.01, 1.1],
                "DATA_SOURCE": "wdi",
                "COMMENT_OBS": ["", "Hospitals only.", ""],
            }
        )
    )


def corrections(folder: Path, *lines: str) -> tuple:
    path = folder / "corrections.csv"
    path.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    return read_corrections(path)


def row_of(result: pd.DataFrame, year: int, sex: str) -> pd.Series:
    return result[(result["TIME_PERIOD"] == year) & (result["SEX"] == sex)].iloc[0]


def test_status_missing_takes_the_value_away_and_keeps_it_in_the_comment(tmp_path: Path):
    result, report = correct(frame(), corrections(tmp_path, ROW))
    row = row_of(result, 2014, "F")
    assert pd.isna(row["OBS_VALUE"])
    assert row["OBS_STATUS"] == "O"
    assert row["COMMENT_OBS"] == (
        "Hospitals only. Corrected here: the publisher gives 0.01. A slip of the decimal point."
    )
    assert report.is_ok
    assert [f.code for f in report.findings] == ["corrected"]


def test_only_the_row_with_that_group_is_corrected(tmp_path: Path):
    result, _ = correct(frame(), corrections(tmp_path, ROW))
    assert row_of(result, 2014, "_T")["OBS_VALUE"] == 1.1
    assert row_of(result, 2013, "_T")["OBS_VALUE"] == 1.15


def test_status_of_low_reliability_keeps_the_value(tmp_path: Path):
    result, _ = correct(frame(), corrections(tmp_path, ROW.replace("status,O", "status,U")))
    row = row_of(result, 2014, "F")
    assert (row["OBS_VALUE"], row["OBS_STATUS"]) == (0.01, "U")


def test_set_gives_the_value(tmp_path: Path):
    result, _ = correct(frame(), corrections(tmp_path, ROW.replace("status,O", "set,1.0")))
    assert row_of(result, 2014, "F")["OBS_VALUE"] == 1.0


def test_drop_removes_the_row_and_says_so(tmp_path: Path):
    result, report = correct(frame(), corrections(tmp_path, ROW.replace("status,O", "drop,")))
    assert len(result) == 2
    assert report.having("corrected")[0].count == 1


def test_value_that_upstream_has_mended_is_an_error_and_stays_as_it_is(tmp_path: Path):
    result, report = correct(frame(), corrections(tmp_path, ROW.replace("0.01", "0.02")))
    assert not report.is_ok
    assert report.having("correction-outdated")[0].examples == ("beds ARE 2014 SEX=F (wdi): expected 0.02, found 0.01",)
    pd.testing.assert_frame_equal(result, frame())


def test_row_that_upstream_no_longer_has_is_an_error(tmp_path: Path):
    _, report = correct(frame(), corrections(tmp_path, ROW.replace("2014", "2010")))
    assert report.having("correction-absent")[0].examples == ("beds ARE 2010 SEX=F (wdi)",)


def test_row_of_another_source_is_not_meant(tmp_path: Path):
    _, report = correct(frame(), corrections(tmp_path, ROW.replace("wdi,", "hdr,", 1)))
    assert report.having("correction-absent")


def test_frame_given_is_not_changed(tmp_path: Path):
    given = frame()
    correct(given, corrections(tmp_path, ROW))
    pd.testing.assert_frame_equal(given, frame())


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("status,O", "mend,O", "line 2: action 'mend' is not one of set, drop, status"),
        ("status,O", "status,Z", "line 2: status 'Z' is not one of"),
        ("SEX=F", "GENDER=F", "line 2: breakdown 'GENDER=F'"),
        ("2014", "soon", "line 2: year, expect and the value to set must be numbers"),
        ("status,O", "set,much", "line 2: year, expect and the value to set must be numbers"),
        ("A slip of the decimal point.", "", "line 2: why and evidence must both be given"),
        (",A slip of the decimal point.", "", "line 2: the line does not have 10 cells"),
    ],
)
def test_unreadable_line_is_named(tmp_path: Path, old: str, new: str, says: str):
    with pytest.raises(CorrectionError, match=says):
        corrections(tmp_path, ROW.replace(old, new))


def test_other_columns_are_refused(tmp_path: Path):
    path = tmp_path / "corrections.csv"
    path.write_text("area,value\nFIN,1\n", encoding="utf-8")
    with pytest.raises(CorrectionError, match="line 1: columns"):
        read_corrections(path)


def test_shipped_corrections_are_of_indicators_and_sources_of_the_catalogue():
    catalogue = catalogue_reader.load_catalogue()
    shipped = read_corrections(SHIPPED)
    assert shipped
    assert [str(c) for c in shipped if c.indicator not in catalogue] == []
    assert [str(c) for c in shipped if catalogue[c.indicator].source != c.source] == []
