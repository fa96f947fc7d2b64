from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from dashboard.catalogue import Breakdown, Catalogue, Indicator, Source
from dashboard.check import check
from dashboard.report import Report
from dashboard.schema import standard_frame

INDICATOR = Indicator(
    key="jobless",
    name="Jobless",
    full_name="Jobless people",
    definition="for a test",
    dimension="political",
    recommendations=(),
    unit="% of labour force",
    unit_short="%",
    decimals=1,
    direction="lower",
    level="impact",
    kind="quantitative",
    source="wdi",
    origin={},
    limits=(0, 100),
    breakdowns=(Breakdown("SEX", ("F",), False),),
)
SOURCES = tuple(Source(key, "p", "t", "v", "l", "", "a", "") for key in ("wdi", "hdr"))
LABELS = {"SEX": {"F": "women", "M": "men"}, "AGE": {"Y15T24": "15-24"}}


def catalogue(*indicators: Indicator) -> Catalogue:
    return Catalogue((), indicators or (INDICATOR,), (), SOURCES, (), LABELS, {})


def rows(*changes: dict) -> pd.DataFrame:
    """Finland's total and women in 2019, and one row for each change to the first of them."""
    plain = {
        "INDICATOR": "jobless",
        "REF_AREA": "FIN",
        "TIME_PERIOD": 2019,
        "SEX": "_T",
        "OBS_VALUE": 6.7,
        "OBS_STATUS": "A",
        "OBS_QUALIFIER": "",
        "NATURE": "",
        "DATA_SOURCE": "wdi",
        "AGE": "_T",
        "STD_ERROR": float("nan"),
    }
    return standard_frame(pd.DataFrame([plain, plain | {"SEX": "F", "OBS_VALUE": 6.2}, *(plain | c for c in changes)]))


def codes(report: Report) -> dict[str, int]:
    return {f.code: f.count for f in report.findings}


def test_a_sound_frame_has_no_findings():
    report = check(rows(), catalogue(), {"FIN"}, last_year=2027)
    assert report.findings == ()
    assert report.is_ok


# what one more row says -> code, severity, count of what is found
ONE_ROW = [
    ({}, "duplicate-key", "error", 2),
    ({"INDICATOR": "joblessness"}, "unknown-indicator", "error", 1),
    ({"REF_AREA": "921"}, "unknown-area", "warning", 1),
    ({"SEX": "X"}, "unknown-code", "error", 1),
    ({"TIME_PERIOD": 2018, "OBS_STATUS": "Z"}, "unknown-status", "error", 1),
    ({"TIME_PERIOD": 2018, "NATURE": "Z"}, "unknown-nature", "error", 1),
    ({"TIME_PERIOD": 2018, "OBS_QUALIFIER": "~"}, "unknown-qualifier", "error", 1),
    ({"TIME_PERIOD": 2018, "DATA_SOURCE": "survey"}, "unknown-source", "error", 1),
    ({"TIME_PERIOD": 2018, "DATA_SOURCE": "hdr"}, "mixed-sources", "error", 1),
    ({"TIME_PERIOD": 2018, "OBS_VALUE": None}, "value-missing", "error", 1),
    ({"TIME_PERIOD": 2018, "OBS_STATUS": "O"}, "value-forbidden", "error", 1),
    ({"TIME_PERIOD": 2018, "OBS_VALUE": float("inf")}, "not-finite", "error", 1),
    ({"TIME_PERIOD": 2018, "STD_ERROR": -0.1}, "negative-error", "error", 1),
    ({"TIME_PERIOD": 1949}, "year", "error", 1),
    ({"TIME_PERIOD": 2028}, "year", "error", 1),
    ({"TIME_PERIOD": 2018, "OBS_VALUE": 152.6}, "beyond-limits", "warning", 1),
    ({"TIME_PERIOD": 2018, "OBS_VALUE": -0.1}, "beyond-limits", "warning", 1),
    ({"TIME_PERIOD": 2018, "OBS_VALUE": 100.0, "OBS_QUALIFIER": ">"}, "bound-beyond-limits", "warning", 1),
    ({"TIME_PERIOD": 2018, "OBS_VALUE": 0.0, "OBS_QUALIFIER": "<"}, "bound-beyond-limits", "warning", 1),
    ({"SEX": "M"}, "group-not-in-catalogue", "warning", 1),
    ({"SEX": "_U"}, "unspecified-group", "info", 1),
]


@pytest.mark.parametrize(("change", "code", "severity", "count"), ONE_ROW)
def test_one_faulty_row_is_found(change: dict, code: str, severity: str, count: int):
    report = check(rows(change), catalogue(), {"FIN"}, last_year=2027)
    (finding,) = report.having(code)
    assert (finding.severity, finding.count) == (severity, count)


@pytest.mark.parametrize(
    "change",
    [
        {"OBS_VALUE": None, "OBS_STATUS": "O"},  # a gap that says why it is one
        {"OBS_VALUE": 2.5, "OBS_QUALIFIER": "<"},  # a bound that leaves room
        {"OBS_VALUE": 100.0},  # the limit itself
        {"OBS_STATUS": "N"},  # not significant, and still a number
    ],
)
def test_a_lawful_row_is_not_found(change: dict):
    assert check(rows(change | {"TIME_PERIOD": 2018}), catalogue(), {"FIN"}, last_year=2027).findings == ()


def test_bound_is_not_counted_as_a_value_beyond_the_limits():
    # "<101" is odd as a bound; the value itself is nobody's value
    report = check(rows({"TIME_PERIOD": 2018, "OBS_VALUE": 101.0, "OBS_QUALIFIER": "<"}), catalogue())
    assert codes(report) == {"bound-beyond-limits": 1}


def test_group_scale_frees_groups_from_the_limits_of_the_total():
    frame = rows({"SEX": "F", "TIME_PERIOD": 2018, "OBS_VALUE": -2.1})
    scaled = replace(INDICATOR, group_scale="latent scale")
    assert "beyond-limits" in codes(check(frame, catalogue()))
    assert check(frame, catalogue(scaled)).findings == ()


def test_examples_stop_at_ten_while_the_count_goes_on():
    # 30 years, each with an impossible share
    frame = rows(*({"TIME_PERIOD": 1980 + n, "OBS_VALUE": 101.0 + n} for n in range(30)))
    (finding,) = check(frame, catalogue()).having("beyond-limits")
    assert (finding.count, len(finding.examples)) == (30, 10)
    assert "highest 130" in finding.message
    assert finding.examples[0] == "jobless FIN 1980: 101 (status A, series )"


def test_indicator_without_rows_is_an_error_only_in_a_complete_frame():
    two = catalogue(INDICATOR, replace(INDICATOR, key="other"))
    assert check(rows(), two).having("no-rows")[0].examples == ("other",)
    assert check(rows(), two, is_complete=False).is_ok


def test_headline_slice_without_rows_is_an_error():
    young = replace(INDICATOR, headline=(("AGE", "Y15T24"),))
    (finding,) = check(rows(), catalogue(young)).having("headline-empty")
    assert finding.severity == "error"
    assert finding.examples == ("jobless: AGE=Y15T24",)


def test_headline_slice_with_gaps_only_is_an_error():
    frame = rows()
    frame.loc[frame["SEX"] == "_T", ["OBS_VALUE", "OBS_STATUS"]] = [float("nan"), "O"]
    assert "headline-empty" in codes(check(frame, catalogue()))


def test_announced_group_without_rows_is_a_warning():
    both = replace(INDICATOR, breakdowns=(Breakdown("SEX", ("F", "M"), False),))
    (finding,) = check(rows(), catalogue(both)).having("group-without-data")
    assert finding.examples == ("jobless: SEX=M",)


def test_series_that_is_always_one_is_told():
    frame = rows()
    frame["OBS_VALUE"] = 1.0
    (finding,) = check(frame, catalogue()).having("always-one")
    assert finding.examples == ("jobless: 2 values, all 1",)


def test_fractions_called_percentages_are_suspected_from_21_rows_on():
    def shares(count: int) -> pd.DataFrame:
        frame = rows(*({"TIME_PERIOD": 1980 + n} for n in range(count - 2)))
        return frame.assign(OBS_VALUE=[(n % 10) / 10 for n in range(count)])

    assert "fraction" in codes(check(shares(21), catalogue()))
    assert "fraction" not in codes(check(shares(20), catalogue()))


def test_frame_that_lacks_a_column_gets_no_further():
    report = check(rows().drop(columns="NATURE"), catalogue())
    assert codes(report) == {"columns": 1}
    assert report.findings[0].examples == ("missing: NATURE",)


def test_columns_out_of_order_are_an_error():
    frame = rows()
    assert codes(check(frame[frame.columns[::-1]], catalogue())) == {"column-order": 1}


def test_wrong_types_and_missing_texts_are_errors():
    frame = rows().astype({"TIME_PERIOD": "float64"})
    frame.loc[0, "NATURE"] = None
    assert codes(check(frame, catalogue())) == {"dtype": 1, "missing-text": 1}


def test_categorical_columns_are_as_good_as_text():
    frame = rows({"SEX": "X"})
    assert codes(check(frame.astype({"SEX": "category", "INDICATOR": "category"}), catalogue())) == codes(
        check(frame, catalogue())
    )


def test_order_of_rows_makes_no_difference():
    # the two indicators alternate, so neither is in one piece
    two = catalogue(INDICATOR, replace(INDICATOR, key="other"))
    frame = rows({"OBS_VALUE": 101.0, "TIME_PERIOD": 2018}, {"INDICATOR": "other", "OBS_VALUE": 102.0})
    shuffled = frame.iloc[[0, 3, 1, 2]]
    assert shuffled["INDICATOR"].tolist() == ["jobless", "other", "jobless", "jobless"]
    assert codes(check(shuffled, two)) == codes(check(frame, two))


def test_check_changes_nothing():
    frame = rows({"SEX": "X", "OBS_VALUE": 200.0})
    before = frame.copy()
    check(frame, catalogue())
    pd.testing.assert_frame_equal(frame, before)
