"""The middle of the peers, by hand."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from dashboard.measures.reference import reference
from tests.dashboard.small import STATES, series

FIVE = [("DNK", 2000, 10.0), ("EST", 2000, 20.0), ("FIN", 2000, 30.0), ("GHA", 2000, 40.0), ("KEN", 2000, 80.0)]


# 10, 20, 30, 40, 80: places 0 … 4. The 10th percentile lies at place 0.4: 10 + 0.4·10 = 14; the 25th at 1: 20; the
# 75th at 3: 40; the 90th at 3.6: 40 + 0.6·40 = 64.
def test_percentiles_lie_between_neighbours() -> None:
    spread = reference(series(*FIVE), STATES, range(2000, 2001), 0).loc[2000]
    assert spread.to_dict() == pytest.approx({"n": 5, "low": 14, "lower": 20, "median": 30, "upper": 40, "high": 64})


def test_an_even_count_has_the_mean_of_the_middle_two() -> None:
    # 10, 20, 30, 40: (20 + 30) / 2
    assert reference(series(*FIVE[:4]), STATES, range(2000, 2001), 0).loc[2000, "median"] == 25


def test_two_countries_have_no_median_and_are_counted() -> None:
    spread = reference(series(*FIVE[:2]), STATES, range(2000, 2001), 0).loc[2000]
    assert spread["n"] == 2
    assert math.isnan(spread["median"]) and math.isnan(spread["low"])


def test_only_members_count() -> None:
    spread = reference(series(*FIVE, ("ISL", 2000, 9999.0)), ("DNK", "EST", "FIN"), range(2000, 2001), 0).loc[2000]
    assert (spread["n"], spread["median"]) == (3, 20)


def test_values_are_borrowed_within_the_window_and_no_further() -> None:
    spread = reference(series(*FIVE[:3]), STATES, range(2000, 2004), 2)
    assert spread["n"].tolist() == [3, 3, 3, 0]
    assert spread["median"].tolist()[:3] == [20, 20, 20]
    assert math.isnan(spread["median"].iloc[3])


def test_nobody_among_the_peers_gives_a_row_a_year_without_a_median() -> None:
    for spread in (reference(series(*FIVE), (), range(2000, 2003), 2), reference(series(), STATES, range(2000, 2003), 0)):
        assert spread.columns.tolist() == ["n", "low", "lower", "median", "upper", "high"]
        assert spread["n"].tolist() == [0, 0, 0]
        assert spread["median"].isna().all()


def test_the_reference_is_left_out_where_few_of_those_who_report_later_report() -> None:
    # 2000: three countries of the eight of 2001: under half, so the median would only tell who reports
    early = [(code, 2000, 1.0) for code in "ABC"]
    late = [(code, 2001, 2.0) for code in "ABCDEFGH"]
    rows = pd.DataFrame(early + late, columns=["REF_AREA", "TIME_PERIOD", "OBS_VALUE"])
    middle = reference(rows, tuple("ABCDEFGH"), range(2000, 2002), 0)
    assert middle["n"].tolist() == [3, 8]
    assert middle["median"].isna().tolist() == [True, False]
