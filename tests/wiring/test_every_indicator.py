"""Every indicator of the release, asked of every panel: none may fail, and none may be silent."""

from __future__ import annotations

import re

import pytest

from dashboard.contents import Contents
from dashboard.schema import BREAKDOWNS
from data.catalogue_reader import load_catalogue
from tests.wiring.asking import PANELS, Asking

KEYS = [indicator.key for indicator in load_catalogue().indicators]
NOT_WORDS = re.compile(r"\bnan\b|\bNone\b|\b[Ii]nf\b|undefined|[{}]")  # a value that was never put into words


def is_said_or_drawn(figure: dict) -> bool:
    """A figure has something drawn in it, or says in words why not."""
    traces = [t for t in figure["data"] if any(len(t.get(axis) or []) for axis in ("x", "y", "z", "lon", "locations"))]
    return bool(traces) or any(note["text"] for note in figure["layout"].get("annotations", []))


def test_the_catalogue_has_the_indicators_that_are_asked(contents: Contents):
    assert len(KEYS) == len(contents.holdings) == 182


@pytest.mark.parametrize("key", KEYS)
def test_every_panel_answers(asking: Asking, contents: Contents, key: str):
    holding = contents.holdings[key]
    breakdowns = contents.catalogue[key].breakdowns
    for chosen in ("", "&areas=FIN,KEN"):
        search = f"indicator={key}{chosen}"
        head = asking.held("headline", search)
        assert (head["indicator"], head["notices"]) == (key, [])
        assert head["years"] == [holding.first_year, holding.last_year]
        assert len(head["sentences"]) == holding.last_year - holding.first_year + 1
        for words in (head["title"], head["unit"], *head["sentences"].values()):
            assert words and not NOT_WORDS.search(words), words
        for panel in PANELS[1:]:
            assert is_said_or_drawn(asking.figure(panel, search)), f"{panel} {search}"
        slab = asking.held("map", search)
        assert (slab["first"], slab["last"]) == (holding.first_year, holding.last_year)
        assert slab["areas"], "no country has a value in the slice that is shown first"
        for breakdown in breakdowns:
            by = f"{search}&by={BREAKDOWNS[breakdown.column]}"
            assert is_said_or_drawn(asking.figure("breakdown", by)), by
            assert asking.held("headline", by)["by"]["value"] == BREAKDOWNS[breakdown.column]
        if not breakdowns:
            assert asking.held("breakdown", search)["frames"] == {}
