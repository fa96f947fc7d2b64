"""The map of the first response, on the release: every shape, in the colours that the release's numbers ask for."""

from __future__ import annotations

import re

import brotli
import pytest
from flask.testing import FlaskClient

from dashboard import theme
from dashboard.contents import Contents
from data.boundaries.outlines import outlines
from data.desk import Desk
from data.store import Store
from tests.browser.truth import Truth
from tests.conftest import MemoryCache
from tests.wiring.documents import document

MOST_ADDED = 35_000  # bytes of the compressed document
ADDRESSES = ["", "indicator=unemployment&areas=FIN,KEN&year=1995", "indicator=rule-of-law&scope=002", "indicator=adult-literacy&window=0", "indicator=refugees-hosted"]
ADDRESSES += ["indicator=unemployment&measure=difference&ref=M&areas=FIN", "indicator=extreme-poverty&by=age&measure=cov"]


@pytest.fixture(scope="module")
def truth(release: Store, contents: Contents) -> Truth:
    return Truth(Desk(release, contents, MemoryCache()))


def fills(text: str) -> dict[str, tuple[str, str]]:
    """Colour and pattern of each shape of a document, by code."""
    found = {}
    for colour, shapes in re.findall(r'<g fill="(#\w+)">((?:<path data-area[^>]*/>)+)</g>', text):
        found |= {code: (colour, kind) for code, kind in re.findall(r'data-area="(\w+)"(?: data-kind="([\w-]+)")?', shapes)}
    return found


@pytest.mark.parametrize("query", ADDRESSES)
def test_every_shape_has_the_colour_of_its_value(client: FlaskClient, truth: Truth, query: str) -> None:
    found = fills(document(client, query).text)
    indicator, scale = truth.indicator(query), truth.desk.classes(truth.part(query))
    classes = truth.classes(query) if indicator.is_mappable else {}
    colours = theme.class_colours(scale.count, indicator.direction, scale.middle)
    expected = {code: colours[classes[code]] if code in classes else theme.NO_DATA for code in found}
    own = ("suppressed", "not-applicable", "unmet")
    assert {code: (fill, expected[code]) for code, (fill, kind) in found.items() if kind not in own and fill != expected[code]} == {}
    held = {code for code, (fill, kind) in found.items() if kind in ("none", *own)}
    assert held.isdisjoint(classes)


def test_every_shape_of_the_world_is_there(client: FlaskClient, truth: Truth) -> None:
    beyond = {"ATA"}
    assert set(fills(document(client).text)) == set(truth.desk.ground.shapes) & set(outlines().rings) - beyond


@pytest.mark.parametrize("query", ADDRESSES)
def test_the_picture_and_the_words_cost_little(client: FlaskClient, query: str) -> None:
    text = document(client, query).text
    without = re.sub(r'<div class="monitor">.*?(?=<script type="application/json")', "", text, flags=re.DOTALL)
    assert len(brotli.compress(text.encode(), quality=5)) - len(brotli.compress(without.encode(), quality=5)) < MOST_ADDED
