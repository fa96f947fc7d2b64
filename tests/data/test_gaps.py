"""The gaps that ship are those that the measures give for the data that ship."""

from __future__ import annotations

import io
import random

import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pytest

from callbacks.view_data import data_csv
from dashboard.gaps.compared import compared
from dashboard.gaps.found import FEWEST_YEARS, least_value
from dashboard.gaps.table import GapTable
from dashboard.measures.inequality.measured import Result, measured
from dashboard.measures.inequality.setting import Group, Setting
from dashboard.schema import BREAKDOWNS
from data import gap_file
from data.desk import Desk
from data.gaps import gaps_of, write_gaps
from tests.conftest import SHIPPED

PICKED = 40


@pytest.fixture
def table(desk: Desk) -> GapTable:
    return desk.gaps


def test_what_ships_is_what_would_be_drawn_now(desk: Desk, tmp_path):
    write_gaps(desk, tmp_path)
    assert (tmp_path / "gaps.parquet").read_bytes() == (SHIPPED / "gaps.parquet").read_bytes()


def test_difference_and_ratio_are_those_of_the_measures_for_the_data_that_can_be_downloaded(desk: Desk, table: GapTable):
    contents = desk.contents
    terms = {(each.indicator.key, each.column): each for each in compared(contents)}
    rows = random.Random(2008).sample(range(len(table)), PICKED)
    frames: dict[str, pd.DataFrame] = {}
    ratios = 0
    for row in rows:
        key, column, area = (table.word(name, row) for name in ("INDICATOR", "BREAKDOWN", "REF_AREA"))
        each = terms[key, column]
        frame = frames.setdefault(key, pd.read_csv(io.StringIO(data_csv(desk, key)), keep_default_na=False, na_values={"OBS_VALUE": [""]}, low_memory=False))
        for prefix, period in (("", "TIME_PERIOD"), ("START_", "START_PERIOD")):
            year = int(table.number(period, row))
            if not year:
                continue
            own = frame[(frame["REF_AREA"] == area) & (frame["TIME_PERIOD"] == year)]
            for other in BREAKDOWNS:
                if other != column:
                    own = own[own[other] == each.indicator.headline_code(other)]
            values = {str(code): float(value) for code, value in zip(own[column], own["OBS_VALUE"], strict=True)}
            shares = contents.catalogue.shares.get(column, {})
            groups = tuple(Group(code, values.get(code), shares.get(code)) for code in each.terms.codes)
            setting = Setting(groups, each.terms)
            digit = 10.0**-each.indicator.decimals
            difference, ratio = measured("difference", setting), measured("ratio", setting)
            assert isinstance(difference, Result)
            assert table.number(f"{prefix}DIFFERENCE", row) == pytest.approx(difference.value, abs=0.002 * digit)
            held = table.number(f"{prefix}RATIO", row)
            if np.isfinite(held):
                ratios += 1
                assert held == pytest.approx(ratio.value, rel=0.001)
            else:
                smaller = min(table.number(f"{prefix}VALUE_{end}", row) for end in "12")
                assert smaller < least_value(each.indicator.decimals) or not isinstance(ratio, Result)
    assert ratios > PICKED


def test_every_breakdown_that_can_be_compared_is_in_it_once_and_in_order(desk: Desk, table: GapTable):
    expected = [(each.indicator.key, each.column) for each in compared(desk.contents) if gaps_of(each, desk)]
    assert list(table.blocks) == expected and len(expected) > 70
    assert sum(len(rows) for rows in table.blocks.values()) == len(table) > 8000
    for rows in table.blocks.values():
        areas = [table.word("REF_AREA", row) for row in rows]
        assert areas == sorted(set(areas)) and len(areas) <= 195


def test_only_states_are_in_it(desk: Desk, table: GapTable):
    assert set(table.text["REF_AREA"].words) <= {area.code for area in desk.contents.atlas.states()}


def test_nothing_in_it_is_bound_to_share_alike(desk: Desk, table: GapTable):
    """The page and the file may be passed on without V-Dem's terms: its groups are on scales of their own."""
    catalogue = desk.contents.catalogue
    assert not any(catalogue.source(catalogue[key].source).share_alike for key in table.text["INDICATOR"].words)


def test_changes_span_at_least_five_years(table: GapTable):
    now, then = table.numbers["TIME_PERIOD"], table.numbers["START_PERIOD"]
    assert ((now - then)[then > 0] >= FEWEST_YEARS).all() and (then > 0).mean() > 0.5


def test_a_table_without_rows_can_be_written_and_read(tmp_path):
    gap_file.write_rows([], tmp_path)
    held = gap_file.read_gaps(tmp_path / "gaps.parquet")
    assert len(held) == 0 and held.blocks == {} and not held.has_turned.any()


def test_an_idle_store_has_not_read_it(desk: Desk):
    assert "gaps" not in desk.__dict__
    assert desk.gaps is desk.gaps


def test_the_file_names_no_tool_and_no_clock():
    assert set(pq.read_metadata(SHIPPED / "gaps.parquet").metadata or {}) == {b"ARROW:schema"}
