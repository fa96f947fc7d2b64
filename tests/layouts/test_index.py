"""The outer HTML, and the JSON that stands in it."""

from __future__ import annotations

import json

import pytest
from dash import Dash, html

from layouts.index import as_json, document
from tests.wiring.documents import Document

PARTS: dict = {
    "title": "Unemployment",
    "styles": ["/s/a.css"],
    "scripts": ["/s/a.js", "/s/b.js"],
    "preload": ["/s/world.json"],
    "page": '<div id="page">P</div>',
    "last": "page",
    "first": {"a": 1},
    "later": ["/d/react.js", "/d/dash_renderer.js"],
    "config": '<script id="_dash-config" type="application/json">{}</script>',
}


def read(**own: object) -> Document:
    return Document(document(**PARTS | own))


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "</SCRIPT >", "<!--<script>", "]]>", "\u2028\u2029", '"\\', "\\u003c", "é", "\x00\x1f", "\U0001f4a9"]
)
def test_json_cannot_end_its_script_and_is_read_as_it_was(text: str):
    value = {text: [text, {"x": text}], "n": [0, -1.5, 1e300, None, True]}
    assert "<" not in as_json(value) and "\u2028" not in as_json(value) and "\u2029" not in as_json(value)
    assert json.loads(as_json(value)) == value
    page = read(first=value)
    assert page.faults == [] and page.first == value
    assert len(page.scripts) == len(read().scripts)  # none came in with the text


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_what_is_no_json_is_refused(number: float):
    with pytest.raises(ValueError, match="JSON"):
        as_json({"a": [number]})


def test_a_title_is_text():
    page = read(title="Births & deaths </title><script>alert(1)</script>")
    assert page.faults == [] and len(page.scripts) == len(read().scripts)
    assert "Births & deaths </title><script>alert(1)</script>" in page.words


def test_styles_come_before_the_page_and_scripts_after_it():
    page = read()
    assert page.faults == [] and page.text.startswith("<!doctype html>")
    places = [page.text.index(part) for part in ('rel="stylesheet" href="/s/a.css"', 'id="page"', 'id="first"', 'src="/d/react.js"', '<script src="/s/a.js"')]
    assert places == sorted(places)
    runs = [attributes["src"] for attributes, _ in page.scripts if "type" not in attributes]
    assert runs == PARTS["scripts"]  # Dash's own do not run by themselves


def test_what_is_needed_at_once_is_asked_for_at_once():
    links = [(a["rel"], a["href"]) for name, a in read().elements if name == "link" and not (a["href"] or "").startswith("data:")]
    assert links == [("preload", "/s/world.json"), ("preload", "/s/a.js"), ("preload", "/s/b.js"), ("stylesheet", "/s/a.css"), ("expect", "#page")]


def test_the_language_the_width_and_a_way_without_scripts_are_named():
    page = read()
    assert ("html", {"lang": "en", "dir": "ltr"}) in page.elements
    assert any(a.get("name") == "viewport" for _, a in page.elements) and any(a.get("charset") == "utf-8" for _, a in page.elements)
    assert "noscript" in dict(page.elements) and "download/catalogue.csv" in page.asked("href")


def index_of(**own: object) -> str:
    """The document as Dash hands it out, after its own checks."""

    class Plain(Dash):
        def interpolate_index(self, **given: str) -> str:
            return document(**PARTS | own)

    app = Plain("plain")
    app.layout = html.Div()
    with app.server.test_request_context():
        return app.index()


def test_dashs_own_checks_hold():
    assert 'id="react-entry-point"' in index_of()


@pytest.mark.parametrize(("own", "missed"), [({"later": []}, "dash-renderer"), ({"config": ""}, "_dash-config")])
def test_dashs_own_checks_find_what_is_missing(own: dict, missed: str):
    with pytest.raises(Exception, match=missed):
        index_of(**own)
