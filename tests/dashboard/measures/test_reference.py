"""The middle of the peers, by hand."""

from __future__ import annotations

import pytest

from dashboard.measures.reference import QUANTILES, reference
from tests.dashboard.small import STATES, sliced

ONE = range(2000, 2001)
FIVE = [("DNK", 2000, 10.0), ("EST", 2000, 20.0), ("FIN", 2000, 30.0), ("GHA", 2000, 40.0), ("KEN", 2000, 80.0)]


# 10, 20, 30, 40, 80: places 0 … 4. The 10th percentile lies at place 0.4: 10 + 0.4·10 = 14; the 25th at 1: 20; the
# 75th at 3: 40; the 90th at 3.6: 40 + 0.6·40 = 64.
def test_percentiles_lie_between_neighbours() -> None:
    spread = reference(sliced(FIVE, ONE), STATES, 0)
    assert spread["n"] == [5]
    assert {name: spread[name][0] for name in QUANTILES} == pytest.approx({"low": 14, "lower": 20, "median": 30, "upper": 40, "high": 64})


def test_an_even_count_has_the_mean_of_the_middle_two() -> None:
    # 10, 20, 30, 40: (20 + 30) / 2
    assert reference(sliced(FIVE[:4], ONE), STATES, 0)["median"] == [25]


def test_two_countries_have_no_median_and_are_counted() -> None:
    assert reference(sliced(FIVE[:2], ONE), STATES, 0) == {"n": [2], **{name: [None] for name in QUANTILES}}


def test_only_members_count() -> None:
    spread = reference(sliced([*FIVE, ("ISL", 2000, 9999.0)], ONE), ("DNK", "EST", "FIN"), 0)
    assert (spread["n"], spread["median"]) == ([3], [20])


def test_values_are_borrowed_within_the_window_and_no_further() -> None:
    spread = reference(sliced(FIVE[:3], range(2000, 2004)), STATES, 2)
    assert spread["n"] == [3, 3, 3, 0]
    assert spread["median"] == [20, 20, 20, None]


def test_nobody_among_the_peers_gives_a_row_a_year_without_a_median() -> None:
    years = range(2000, 2003)
    for spread in (reference(sliced(FIVE, years), (), 2), reference(sliced([], years), STATES, 0)):
        assert spread == {"n": [0, 0, 0], **{name: [None] * 3 for name in QUANTILES}}


def test_the_reference_is_left_out_where_few_of_those_who_report_later_report() -> None:
    # 2000: three countries of the eight of 2001: under half, so the median would only tell who reports
    early = [(code, 2000, 1.0) for code in "ABC"]
    late = [(code, 2001, 2.0) for code in "ABCDEFGH"]
    middle = reference(sliced(early + late, range(2000, 2002)), tuple("ABCDEFGH"), 0)
    assert (middle["n"], middle["median"]) == ([3, 8], [None, 2])
