"""What a measure of inequality in place of the values costs the server, and the breakdown panel's answer to another breakdown."""

from __future__ import annotations

from pathlib import Path

from callbacks.panels import draw_breakdown
from dashboard.contents import Contents
from dashboard.measures.inequality.lawful import lawful
from dashboard.slices import Slice, slice_of
from dashboard.terms import terms_of
from dashboard.view import View
from data.catalogue_reader import load_catalogue
from data.desk import Desk
from data.store import open_release
from tests.benchmarks.finder import Nothing
from tests.benchmarks.machine import median, milliseconds, p95
from tests.benchmarks.table import Row

EVERY = 5  # of the lawful pairs of breakdown and measure


def measured_slices(contents: Contents) -> list[Slice]:
    """Every lawful measure of every breakdown that the release holds."""
    found = []
    for indicator in contents.catalogue.indicators:
        for breakdown in indicator.breakdowns:
            for key in lawful(terms_of(indicator, breakdown.column, contents)):
                found.append(slice_of(View(indicator.key, by=breakdown.column, measure=key), contents))
    return found


def measured_rows(release: Path) -> list[Row]:
    """Median and slow end of a measure over all countries and years, and of a breakdown's answer; nothing is kept between two."""
    store = open_release(release)
    contents = store.contents(load_catalogue())
    desk = Desk(store, contents, Nothing())
    parts = measured_slices(contents)[::EVERY]
    measures = [milliseconds(lambda part=part: desk.slice(part)) for part in parts]
    queries = dict.fromkeys(View(part.indicator, ("FIN", "KEN"), by=part.by).to_query() for part in parts)
    panels = [milliseconds(lambda query=query: draw_breakdown(desk, query)) for query in queries]
    store.close()
    return [
        Row("one measure over all countries and years, cold, median", "ms", median(measures)),
        Row("one measure over all countries and years, cold, 19 of 20 below", "ms", p95(measures)),
        Row("another breakdown: the panel's answer, cold, median", "ms", median(panels)),
        Row("another breakdown: the panel's answer, cold, 19 of 20 below", "ms", p95(panels)),
    ]
