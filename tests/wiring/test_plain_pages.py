"""Pages beside the explore page: whole without a script, under any prefix, and kept like the explore page."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from dash import html
from flask import Flask
from flask.testing import FlaskClient

from app import ROOT
from callbacks import answers, plain_pages
from callbacks.first_sight import FirstSight
from callbacks.plain_pages import PlainPage
from dashboard.site.brand import Brand
from data.desk import Desk
from layouts.header import PLAIN_PAGES
from layouts.plain import Drawn
from tests.wiring.documents import document

PLANTED = "</title><script>alert(1)</script>"


class Served:
    """A server with one plain page, which counts how often it was drawn."""

    def __init__(self, desk: Desk, prefix: str = "/") -> None:
        self.queries: list[str] = []
        server = Flask("plain")
        app = SimpleNamespace(server=server, live="", brand=Brand(), logo=None, config=SimpleNamespace(routes_pathname_prefix=prefix, requests_pathname_prefix=prefix))
        app.sight = FirstSight(app, desk, ROOT / "assets")
        app.sight.files.register(server, prefix)
        plain_pages.register(app, desk, (PlainPage("gaps", self.draw),))
        answers.register(app, desk, ("gaps",))
        self.client = server.test_client()

    def draw(self, desk: Desk, query: str) -> Drawn:
        self.queries.append(query)
        return Drawn(f"Title {query}", "About it", [html.H1(f"Heading {query}")], "a=1")


@pytest.fixture
def served(desk: Desk) -> Served:
    return Served(desk)


def test_a_plain_page_is_whole_without_a_script(served: Served):
    page = document(served.client, "a=2", "/gaps")
    assert page.faults == [] and page.text.startswith("<!doctype html>")
    names = [name for name, _ in page.elements]
    assert [names.count(name) for name in ("html", "title", "h1", "main", "noscript")] == [1, 1, 1, 1, 0]
    assert dict(page.elements)["html"]["lang"] == "en"
    assert "Title a=2 · Society for All Monitor" in page.words and "Heading a=2" in page.words
    assert dict(page.elements)["main"]["data-query"] == "a=1"


def test_it_has_no_chart_library_and_no_script_of_dashs(served: Served):
    page = document(served.client, "", "/gaps")
    assert [attributes["src"].rsplit("/", 1)[1] for attributes, _ in page.scripts] == ["pages.js"]
    assert [href.rsplit("/", 1)[1] for href in page.asked("href") if "/static/" in href] == ["bootstrap.css", "monitor.css"]


def test_what_is_asked_for_is_text_in_it(served: Served):
    page = document(served.client, PLANTED, "/gaps")
    assert page.faults == [] and len(page.scripts) == 1 and f"Heading {PLANTED}" in page.words


@pytest.mark.parametrize("prefix", ["/", "/stats/"])
def test_links_and_files_hold_under_any_prefix(desk: Desk, prefix: str):
    served = Served(desk, prefix)
    page = document(served.client, "", f"{prefix}gaps")
    files = [url for url in page.asked("href", "src") if "/static/" in url]
    assert [url for url in files if not url.startswith(f"{prefix}static/") or served.client.get(url).status_code != 200] == []
    others = [href for href in page.asked("href") if not href.startswith(("data:", "#", *files))]
    assert others == ["./", "./", *(path for path, *_ in PLAIN_PAGES)]  # relative to the page's own folder, which is the prefix


def test_the_page_that_is_shown_says_so_in_the_bar(served: Served):
    page = document(served.client, "", "/gaps")
    assert [attributes["href"] for name, attributes in page.elements if "aria-current" in attributes] == ["gaps"]


def test_the_explore_page_links_to_them(client: FlaskClient):
    page = document(client)
    assert [a["href"] for name, a in page.elements if name == "a" and a.get("class") == "quiet page-link"] == [path for path, *_ in PLAIN_PAGES]


@pytest.mark.parametrize("encoding", ["br", "gzip", ""])
def test_a_document_is_drawn_once_a_query_and_kept_apart_from_that_of_another_path(served: Served, encoding: str):
    served.client.application.add_url_rule("/", "page", lambda: "the explore page")
    head = {"Accept-Encoding": encoding} if encoding else {}
    one, other = (served.client.get("/gaps?a=1", headers=head) for _ in range(2))
    assert one.data == other.data and served.queries == ["a=1"] and one.headers.get("Content-Encoding", "") == encoding
    assert served.client.get("/gaps?a=2", headers=head).data != one.data
    assert served.client.get("/?a=1", headers=head).data != one.data
    assert served.queries == ["a=1", "a=2"]
