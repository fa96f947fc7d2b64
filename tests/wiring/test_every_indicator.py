"""Every indicator of the release, asked of every panel: none may fail, and none may be silent."""

from __future__ import annotations

import re

import pytest

from dashboard.contents import Contents
from dashboard.schema import BREAKDOWNS
from data.catalogue_reader import load_catalogue
from tests.wiring.asking import Asking
from tests.wiring.documents import document

KEYS = [indicator.key for indicator in load_catalogue().indicators]
NOT_WORDS = re.compile(r"\bnan\b|\bNone\b|\b[Ii]nf\b|undefined|[{}]")  # a value that was never put into words


def is_said_or_drawn(figure: dict) -> bool:
    """A figure has something drawn in it, or says in words why not."""
    traces = [t for t in figure["data"] if any(len(t.get(axis) or []) for axis in ("x", "y", "z", "lon", "locations"))]
    return bool(traces) or any(note["text"] for note in figure["layout"].get("annotations", []))


def test_the_catalogue_has_the_indicators_that_are_asked(contents: Contents):
    assert len(KEYS) == len(contents.holdings) == 182


def is_told(answer: dict, key: str, contents: Contents) -> None:
    """The words, years and slab of a map's answer are whole."""
    head, holding = answer["head"], contents.holdings[key]
    assert (head["indicator"], head["notices"]) == (key, [])
    assert head["years"] == [holding.first_year, holding.last_year] == [answer["first"], answer["last"]]
    assert len(head["sentences"]) == holding.last_year - holding.first_year + 1
    for words in (head["title"], head["unit"], *head["sentences"].values()):
        assert words and not NOT_WORDS.search(words), words
    assert answer["areas"], "no country has a value in the slice that is shown first"
    assert answer["layout"]["geo"] and head["classes"]["labels"]


@pytest.mark.parametrize("key", KEYS)
def test_every_panel_answers(asking: Asking, contents: Contents, key: str):
    """In the document of the indicator, and asked again with two countries and each breakdown."""
    words = [BREAKDOWNS[breakdown.column] for breakdown in contents.catalogue[key].breakdowns]
    first = document(asking.client, f"indicator={key}").first["answers"]
    # without borrowed values a reference has gaps, where its years begin anew
    chosen = f"indicator={key}&areas=FIN,KEN"
    again = document(asking.client, f"{chosen}&window=0").first["answers"]
    for answers in (first, again):
        is_told(answers["map"], key, contents)
        assert is_said_or_drawn(answers["trend"]["figure"])
    asked = [(first["breakdown"], ""), (again["breakdown"], ""), *((asking.held("breakdown", f"{chosen}&by={by}"), by) for by in words)]
    for answer, by in asked:
        assert is_said_or_drawn(answer["figure"]), by
        assert answer["by"]["value"] == (by or "".join(words[:1]))
        assert words or answer["table"] == {}
