"""The sizes of groups that ship: they make the published totals, and the desk gives them in the shape of the groups."""

from __future__ import annotations

import numpy as np
import pytest

from dashboard.contents import Contents
from dashboard.schema import BREAKDOWNS, TOTAL
from dashboard.slices import GroupSlice, Slice
from data.catalogue_reader import load_catalogue
from data.desk import Desk

SIZED = [(i.key, b.column) for i in load_catalogue().indicators for b in i.breakdowns if b.is_of_population]


def part_of(indicator: str, by: str, **chosen: str) -> GroupSlice:
    return GroupSlice(indicator, by, tuple((c, chosen.get(c, TOTAL)) for c in BREAKDOWNS if c != by))


def test_some_indicators_have_groups_of_the_whole_population():
    assert len(SIZED) == 10
    assert not [key for key, _ in SIZED if key in ("unemployment", "internet-use")]  # of the labour force; of those asked


@pytest.mark.parametrize(("indicator", "column"), SIZED)
def test_groups_weighted_by_their_shares_come_near_the_published_total(desk: Desk, indicator: str, column: str):
    """Near: within one unit or a tenth of the gap between the groups, in nine of ten countries and years."""
    part = part_of(indicator, column)
    held, shares = desk.groups_of(part), desk.shares(part)
    places = [held.groups.index(code) for code in desk.contents.catalogue[indicator].breakdown(column).groups]
    values, weights = held.values[:, places], shares[:, places]
    total = desk.slice(Slice(indicator, ((column, TOTAL), *part.cell)))
    rows = [total.areas.index(code) if code in total.areas else -1 for code in held.areas]
    published = np.where(np.array(rows)[:, None] < 0, np.nan, total.values[rows])
    is_exact = (held.marks[:, places] != b"<").all(axis=1) & (held.marks[:, places] != b">").all(axis=1)
    deviation = np.abs((values * weights).sum(axis=1) - published)
    is_known = ~np.isnan(deviation) & is_exact
    near = deviation <= np.maximum(1, (values.max(axis=1) - values.min(axis=1)) / 10)
    assert is_known.sum() > 800
    assert near[is_known].mean() >= 0.9


def test_shares_of_one_country_and_year_make_one_whole(desk: Desk):
    for indicator, column in SIZED:
        sums = np.nansum(desk.shares(part_of(indicator, column)), axis=1)
        assert np.allclose(sums[sums > 0], 1, atol=0.0005), indicator


def test_finlands_towns_hold_the_published_part_and_a_later_year_takes_the_last_one(desk: Desk):
    part = part_of("access-to-electricity", "URBANISATION")
    held = desk.groups_of(part)
    line = desk.shares(part)[held.areas.index("FIN"), held.groups.index("U")]
    # SP.URB.TOTL.IN.ZS: 85.517 in 2020 and 85.596 in 2021, the last year of the shares
    assert line[held.years.index(2020)] == pytest.approx(0.85517)
    assert line[held.years.index(2022)] == line[held.years.index(2021)] == pytest.approx(0.85596)


def test_fifths_are_fifths_and_people_at_work_have_no_known_sizes(desk: Desk):
    fifths = part_of("social-safety-net-coverage-by-quintile", "INCOME_WEALTH_QUANTILE")
    held = desk.groups_of(fifths)
    assert set(desk.shares(fifths)[:, held.groups.index("Q1")].ravel()) == {0.2}
    part = part_of("unemployment", "SEX")
    assert desk.shares(part).shape == desk.groups_of(part).values.shape
    assert np.isnan(desk.shares(part)).all()


def test_no_worker_reads_the_shares_before_they_are_asked_for(desk: Desk, contents: Contents, monkeypatch: pytest.MonkeyPatch):
    asked = []
    monkeypatch.setattr(type(desk.store), "shares", lambda store, column: asked.append(column))
    desk.groups_of(part_of("extreme-poverty", "SEX"))
    desk.shares(part_of("unemployment", "SEX"))
    desk.shares(part_of("extreme-poverty", "AGE", SEX="F"))
    assert asked == []
