"""What a list of gaps costs the server: with nothing read or kept before, and as a whole page."""

from __future__ import annotations

from itertools import product
from pathlib import Path

from app import create_app
from callbacks.gaps_page import found
from dashboard.gaps.question import FORMS, KINDS, GapQuestion
from dashboard.settings import Settings
from data.catalogue_reader import load_catalogue
from data.desk import Desk
from data.store import open_release
from tests.benchmarks.machine import median, milliseconds, p95
from tests.benchmarks.table import Bound, Row

PLACES = ("", "area=KEN", "scope=002", "area=FIN&scope=150", "by=sex", "dimension=cultural", "rows=all")
MOST = 300  # milliseconds that an answer may take


class Nothing:
    """A cache that keeps nothing."""

    def get(self, key: str) -> None:
        return None

    def set(self, key: str, value: object) -> bool:
        return True


def queries() -> list[str]:
    """Places and breakdowns, each by every kind and form."""
    return [f"{place}&kind={kind}&as={form}".lstrip("&") for place, kind, form in product(PLACES, KINDS, FORMS)]


def cold_times(release: Path, asked: list[str]) -> list[float]:
    """Milliseconds of each list in words, the release's file of gaps read anew for each."""
    store = open_release(release)
    contents = store.contents(load_catalogue())
    times = []
    for query in asked:
        desk = Desk(store, contents, Nothing())
        times.append(milliseconds(lambda desk=desk, query=query: found(desk, GapQuestion.from_query(query, contents)[0])))
    store.close()
    return times


def page_times(release: Path, asked: list[str]) -> list[float]:
    """Milliseconds of each page that nobody has asked for, through the test client, compressed."""
    client = create_app(Settings(release=str(release))).server.test_client()
    client.get("/gaps?since=1990", headers={"Accept-Encoding": "br"})  # reads the file and imports
    return [milliseconds(lambda query=query: client.get(f"/gaps?{query}", headers={"Accept-Encoding": "br"})) for query in asked]


def finder_rows(release: Path) -> list[Row]:
    """Median and the slow end of both."""
    cold, pages = cold_times(release, queries()), page_times(release, queries())
    return [
        Row("finder, cold cache, median", "ms", median(cold)),
        Row("finder, cold cache, 19 of 20 below", "ms", p95(cold), bounds=(Bound(MOST),)),
        Row("finder, whole page, median", "ms", median(pages)),
        Row("finder, whole page, 19 of 20 below", "ms", p95(pages), bounds=(Bound(MOST),)),
    ]
