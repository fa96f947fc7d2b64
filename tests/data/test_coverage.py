"""The coverage that ships, counted again from the observations."""

from __future__ import annotations

import io

import pandas as pd
import pytest

from callbacks.routes import coverage_csv
from callbacks.view_data import data_csv
from dashboard.coverage.categories import counted, never_counted
from dashboard.coverage.summary import held
from dashboard.coverage.table import WHOLE
from dashboard.schema import BREAKDOWNS, TOTAL
from data.desk import Desk

CHECKED = (
    ("unemployment", "SEX", "F"),
    ("unemployment", "AGE", "Y15T24"),
    ("extreme-poverty", "AGE", "Y_GE65"),
    ("fatal-occupational-injuries", "MIGRATION_STATUS", "MIGRANT"),
    ("unpaid-domestic-and-care-work", "SEX", "F"),
    ("experience-of-discrimination", "DISABILITY_STATUS", "PD"),
    ("clean-cooking-fuels", "URBANISATION", "R"),
)


@pytest.mark.parametrize(("indicator", "column", "code"), CHECKED)
def test_countries_and_years_are_those_of_the_download(desk: Desk, indicator: str, column: str, code: str):
    entry, coverage = desk.contents.catalogue[indicator], desk.coverage()
    rows = pd.read_csv(io.StringIO(data_csv(desk, indicator)), keep_default_na=False, dtype=str)
    states = {area.code for area in desk.contents.atlas.states()}
    rows = rows[(rows["OBS_VALUE"] != "") & rows["REF_AREA"].isin(states) & (rows[column] == code)]
    for other in BREAKDOWNS:
        rows = rows if other == column else rows[rows[other] == entry.headline_code(other)]
    years = rows.assign(year=rows["TIME_PERIOD"].astype(int)).groupby("REF_AREA")["year"]
    row = coverage.place[(indicator, column, code)]
    own = {area: place for place, area in enumerate(coverage.areas) if area in states and coverage.years[row, place]}
    assert len(own) > 10
    assert {area: (coverage.first[row, p], coverage.last[row, p], coverage.years[row, p]) for area, p in own.items()} == {
        area: (part.min(), part.max(), part.nunique()) for area, part in years
    }


def test_every_group_of_the_catalogue_and_every_indicator_is_looked_at(desk: Desk):
    coverage = desk.coverage()
    catalogue = desk.contents.catalogue
    assert [i.key for i in catalogue.indicators if not coverage.rows(i.key)] == []
    lost = [(i.key, b.column, code) for i in catalogue.indicators for b in i.breakdowns for code in b.groups if not coverage.rows(i.key, b.column, (code,))]
    assert [key for key in lost if not _has_rows(desk, *key)] == lost  # nobody has a value of these


def _has_rows(desk: Desk, indicator: str, column: str, code: str) -> bool:
    frame = desk.store.observations(indicator, ((column, code),), ("REF_AREA", "OBS_VALUE"))
    countries = {area.code for area in desk.contents.atlas.countries()}
    return bool((frame["OBS_VALUE"].notna() & frame["REF_AREA"].isin(countries)).any())


def test_what_the_report_names_is_counted_or_said_never_to_be(desk: Desk):
    has, never = counted(desk.contents.catalogue), never_counted(desk.contents)
    assert sorted(c.key for c in (*has, *never)) == sorted(c.key for c in desk.contents.catalogue.categories)
    assert {"disability", "migrants", "older", "population"} <= {c.key for c in has}
    assert {"religion", "caste", "indigenous", "stateless"} <= {c.key for c in never}


def test_every_breakdown_of_people_belongs_to_a_category(desk: Desk):
    """A new column of people would otherwise be counted nowhere."""
    named = {column for c in desk.contents.catalogue.categories for column in c.columns}
    used = {b.column for i in desk.contents.catalogue.indicators for b in i.breakdowns if b.is_of_people}
    assert used <= named


def test_the_file_agrees_with_what_is_counted(desk: Desk):
    entry = desk.contents.catalogue["fatal-occupational-injuries"]
    rows = pd.read_csv(io.StringIO(coverage_csv(desk, [entry])), keep_default_na=False)
    states = tuple(area.code for area in desk.contents.atlas.states())
    migrants = rows[(rows["GROUP"] == "MIGRANT") & rows["REF_AREA"].isin(states)]
    assert len(migrants) == len(states)
    assert (migrants["HAS_DATA"] == "yes").sum() == held(desk.coverage(), desk.coverage().rows(entry.key, "MIGRATION_STATUS", ("MIGRANT",)), states).count
    assert set(rows[rows["BREAKDOWN"] == WHOLE]["GROUP"]) == {TOTAL}


def test_no_worker_reads_the_coverage_before_it_is_asked_for(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    asked = []
    monkeypatch.setattr(type(desk.store), "coverage", lambda store: asked.append(1))
    desk.years("unemployment")
    assert asked == []
    desk.coverage()
    assert asked == [1]
