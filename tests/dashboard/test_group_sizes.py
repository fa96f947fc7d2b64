from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from dashboard.catalogue import Breakdown
from dashboard.checks.shares import shares_of_groups
from dashboard.grid import NO_ROW, Grid
from dashboard.group_sizes import COLUMNS, aligned, by_definition, is_of_all, needed
from tests.dashboard.small import contents, indicator

NAN = np.nan


def sizes_of(values: list, years: range, groups: tuple[str, ...] = ("F", "M"), areas: tuple[str, ...] = ("FIN",)) -> Grid:
    """values: by area, group and year."""
    held = np.array(values, dtype=float)
    return Grid(areas, years, held, np.full(held.shape, NO_ROW), groups)


def target_of(years: range, groups: tuple[str, ...] = ("F", "M"), areas: tuple[str, ...] = ("FIN",)) -> Grid:
    held = np.zeros((len(areas), len(groups), len(years)))
    return Grid(areas, years, held, np.full(held.shape, b"A"), groups)


def test_a_year_without_shares_takes_the_nearest_earlier_one_of_five_years():
    # shares of 2005 and 2011 only; asked for 2010 to 2017
    row = [0.5, *[NAN] * 5, 0.6, *[NAN] * 6]
    sizes = sizes_of([[row, [1 - x for x in row]]], range(2005, 2018))
    found = aligned(sizes, target_of(range(2010, 2018)))
    assert found[0, 0].tolist()[:7] == [0.5, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6]  # 2010 is five years after 2005, 2016 five after 2011
    assert np.isnan(found[0, :, 7]).all()  # 2017 is six after it
    assert found[0, 1].tolist()[:2] == [0.5, pytest.approx(0.4)]


def test_no_share_is_taken_from_a_later_year():
    sizes = sizes_of([[[*[NAN] * 6, 0.6], [*[NAN] * 6, 0.4]]], range(2005, 2012))
    found = aligned(sizes, target_of(range(2010, 2012)))
    assert np.isnan(found[0, :, 0]).all()
    assert found[0, :, 1].tolist() == [0.6, 0.4]


def test_groups_are_always_of_one_year():
    # men of 2011 are not known, so both are of 2010
    sizes = sizes_of([[[*[NAN] * 5, 0.5, 0.6], [*[NAN] * 5, 0.5, NAN]]], range(2005, 2012))
    assert aligned(sizes, target_of(range(2010, 2012)))[0].tolist() == [[0.5, 0.5], [0.5, 0.5]]


def test_areas_and_groups_without_a_share_are_not_known_and_the_others_keep_their_places():
    sizes = sizes_of([[[0.9] * 6, [0.1] * 6], [[0.7] * 6, [0.3] * 6]], range(2005, 2011), groups=("R", "U"), areas=("FIN", "KEN"))
    found = aligned(sizes, target_of(range(2010, 2011), groups=("CITY", "R", "U"), areas=("AND", "KEN")))
    assert np.isnan(found[0]).all()
    assert np.isnan(found[1, 0, 0])
    assert found[1, 1:, 0].tolist() == [0.7, 0.3]


def test_shares_by_definition_are_the_same_everywhere():
    found = by_definition({"Q1": 0.2}, target_of(range(2010, 2012), groups=("Q1", "_T")))
    assert found.shape == (1, 2, 2)
    assert found[0, 0].tolist() == [0.2, 0.2]
    assert np.isnan(found[0, 1]).all()


def test_inside_another_group_the_sizes_are_not_known_inside_a_question_they_are():
    assert is_of_all((("SEX", "_T"), ("AGE", "_T")))
    assert not is_of_all((("SEX", "F"), ("AGE", "_T")))
    assert is_of_all((("SEX", "_T"), ("SKILL", "EMAIL")))


def sized(is_of_population: bool = True):
    breakdown = Breakdown("SEX", ("F", "M"), False, is_of_population=is_of_population)
    return replace(contents().catalogue, indicators=(indicator(breakdowns=(breakdown,)),), share_series={"SEX": {"F": "W", "M": "V"}})


def shares(*rows: tuple) -> pd.DataFrame:
    """rows: area, year, share of women, share of men."""
    held = [(area, year, "SEX", code, share, "wdi", "") for area, year, *pair in rows for code, share in zip("FM", pair, strict=True)]
    return pd.DataFrame(held, columns=list(COLUMNS))


OBSERVED = pd.DataFrame(
    {
        "INDICATOR": "unemployment",
        "REF_AREA": ["FIN", "FIN", "KEN", "WLD", "TGO"],
        "TIME_PERIOD": [2010, 2012, 2010, 2010, 2010],
        "SEX": ["F", "F", "_T", "F", "F"],
        "OBS_VALUE": [1.0, 1.0, 1.0, 1.0, NAN],
    }
)
COUNTRIES = ("FIN", "KEN", "TGO")


def test_only_shares_that_can_weigh_something_are_kept():
    offered = shares(*[("FIN", year, 0.5, 0.5) for year in (2004, 2005, 2012, 2013)], *[(area, 2010, 0.5, 0.5) for area in ("KEN", "WLD", "TGO")])
    kept = needed(offered, OBSERVED, sized(), COUNTRIES)
    # five years before 2010 to 2012; Kenya has a total only, Togo no value, and the World is no country
    assert sorted(set(zip(kept["REF_AREA"], kept["TIME_PERIOD"], strict=True))) == [("FIN", 2005), ("FIN", 2012)]
    assert needed(offered, OBSERVED, sized(is_of_population=False), COUNTRIES).empty


def test_shares_that_do_not_add_up_are_reported():
    found = {f.code: f for f in shares_of_groups(shares(("FIN", 2010, 0.5, 0.5), ("FIN", 2011, 0.5, 0.4)), OBSERVED, sized(), COUNTRIES) if f}
    assert found["share-sum"].examples == ("SEX FIN 2011: 0.9000",)
    assert set(found) == {"share-sum"}


def test_a_share_above_one_is_an_error_and_a_country_without_shares_is_named():
    found = {f.code: f for f in shares_of_groups(shares(("KEN", 2010, 50.0, 50.0)), OBSERVED, sized(), COUNTRIES) if f}
    assert (found["share-limits"].severity, found["share-limits"].count) == ("error", 2)
    assert found["share-unknown"].examples == ("unemployment by SEX: FIN",)
