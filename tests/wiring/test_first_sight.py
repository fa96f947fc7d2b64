"""The first response is the page, with what its callbacks would answer."""

from __future__ import annotations

import json
import re
from urllib.parse import quote

import pytest
from dash import Dash
from flask.testing import FlaskClient

from app import create_app
from dashboard.contents import Contents
from dashboard.settings import Settings
from layouts.ids import Ids
from layouts.page import OF_PACK, STORES
from tests.wiring.asking import PANELS, Asking
from tests.wiring.documents import Document, document

ADDRESSES = [
    "",
    "indicator=unemployment&areas=FIN,KEN&sex=F&by=age",
    "indicator=refugees-hosted&scope=002&year=2015",
    "indicator=rule-of-law&compare=region&areas=BRA&window=0",
    "indicator=representation-in-the-judiciary&by=age",
    "indicator=unemployment&areas=KEN&measure=difference&ref=M",
    # malformed: another name, an unknown country, a year beyond, junk, bytes that are no text, a thing longer than an address may be
    "indicator=unemploymnt&areas=XYZ,FIN&year=1066&by=shoe",
    "indicator=%3Cscript%3Ealert(1)%3C/script%3E&areas=%22%3E%3Cb%3E",
    "&&&=%%%&__proto__=1",
    "indicator=%FF%FE%00&areas=%ED%A0%80",
    "areas=FIN&" + "x" * 5000,
]


@pytest.mark.parametrize("query", ADDRESSES, ids=[query[:40] for query in ADDRESSES])
def test_the_answers_of_a_document_are_those_of_the_callbacks(client: FlaskClient, asking: Asking, query: str):
    page = document(client, query)
    assert page.faults == []
    assert page.first["answers"] == {panel: asking.held(panel, query) for panel in PANELS}


def test_without_any_cache_they_are_the_same():
    client = create_app(Settings(cache="NullCache")).server.test_client()
    asking, query = Asking(client), ADDRESSES[1]
    assert document(client, query).first["answers"] == {panel: asking.held(panel, query) for panel in PANELS}


def test_a_link_says_what_it_shows_before_any_script_has_run(client: FlaskClient, contents: Contents):
    (title,) = re.findall(r"<title>(.*?)</title>", document(client, "indicator=rule-of-law").text)
    assert title == "Rule of law · Society for All Monitor"
    (title,) = re.findall(r"<title>(.*?)</title>", document(client, "").text)
    assert title.startswith(contents.catalogue[contents.default_indicator].name)


def test_only_what_depends_on_the_address_changes_with_it(client: FlaskClient):
    one, other = (document(client, query) for query in ADDRESSES[1:3])
    assert one.first["basics"] == other.first["basics"]
    assert one.first["answers"] != other.first["answers"]
    assert fixed(one) == fixed(other)
    assert own_ids(one) == own_ids(other)


def without_answers(page: Document) -> str:
    """A document without title, answers, the address that describes it, and the name that Dash gives to each page it writes."""
    text = re.sub(r'<title>.*?</title>|<link rel="alternate"[^>]*>|"end_id":"[^"]*"', "", page.text)
    return re.sub(r'(<script type="application/json" id="first">).*?</script>', "", text, flags=re.DOTALL)


def fixed(page: Document) -> str:
    """What is the same in every document: all but these, and the page with its picture and its words."""
    return re.sub(r'<div class="monitor">.*?(?=<div id="react-entry-point">)', "", without_answers(page), flags=re.DOTALL)


def own_ids(page: Document) -> list[str]:
    """The ids of a document without those of the picture that the chart library takes away."""
    return [i for i in page.ids if not i.startswith("early-")]


@pytest.mark.parametrize("key", ["indicator", "areas", "sex", "by", "scope", "compare", "year", "window", "colour"])
def test_nothing_of_an_address_stands_in_the_document_but_as_data(client: FlaskClient, key: str):
    planted = "qwvxkjzpgh</script><script>alert('qwvxkjzpgh')</script><!--\"&qwvxkjzpgh=1"
    for query in (f"{key}={planted}", f"{key}={quote(planted)}", f"{planted}={key}", f"{quote(planted)}={key}"):
        page = document(client, query)
        assert page.faults == []
        assert "qwvxkjzpgh" not in without_answers(page)
        (data,) = (text for attributes, text in page.scripts if attributes.get("id") == "first")
        assert "qwvxkjzpgh" in data and "<" not in data
        assert json.loads(data)["answers"]["map"]["search"] == query


def test_nothing_is_painted_before_the_whole_page_is_there(client: FlaskClient):
    """Half a page is laid out otherwise: the map would be seen at a place where it does not stay."""
    page = document(client)
    (awaited,) = (attributes["href"] for name, attributes in page.elements if name == "link" and attributes.get("rel") == "expect")
    assert awaited == f"#{page.ids[page.ids.index('first') - 1]}"


def test_every_id_stands_on_the_page_once(client: FlaskClient):
    """In the document, or in what Dash renders beside it: the stores and the dialogs."""
    page = document(client)
    found: list[str] = []

    def walk(part: object) -> None:
        if isinstance(part, list):
            for child in part:
                walk(child)
        elif isinstance(part, dict) and "props" in part:
            found.extend([part["props"]["id"]] if "id" in part["props"] else [])
            walk(part["props"].get("children"))

    walk(client.get("/_dash-layout").json)
    assert sorted(found) == sorted(str(i) for i in (*STORES, *OF_PACK, Ids.HELP_DIALOG))
    of_the_document = {"first", "react-entry-point", "_dash-config", "_dash-renderer"}
    assert len(set(page.ids)) == len(page.ids)
    assert sorted(found + own_ids(page)) == sorted([*(str(i) for i in Ids), *of_the_document])


def test_every_indicator_is_a_plain_link_of_the_first_response(client: FlaskClient, contents: Contents):
    page = document(client)
    links = {attributes["data-indicator"]: attributes["href"] for name, attributes in page.elements if name == "a" and "data-indicator" in attributes}
    assert links == {key: f"?indicator={key}" for key in contents.holdings}
    assert all(contents.catalogue[key].name in page.words for key in contents.holdings)


@pytest.mark.parametrize("query", ADDRESSES[:9], ids=[query[:40] for query in ADDRESSES[:9]])
def test_what_a_panel_gives_away_is_a_link_to_the_lawful_view(client: FlaskClient, query: str):
    page = document(client, query)
    links = {attributes["data-file"]: attributes["href"] for name, attributes in page.elements if name == "a" and "data-file" in attributes}
    lawful = page.first["answers"]["map"]["head"]["search"]
    assert links == {f"{panel}.{kind}": f"/download/{panel}.{kind}" + (f"?{lawful}" if lawful else "") for panel in ("map", "breakdown", "trend", "ranking") for kind in ("png", "csv")}


def test_what_is_seldom_wanted_is_no_part_of_the_first_sight(client: FlaskClient):
    page = document(client)
    later = page.first["basics"]["away"]
    assert [url for url in later if url in page.asked("src") + page.asked("href")] == []
    assert [client.get(url).status_code for url in later] == [200, 200]


def test_dash_is_loaded_after_the_picture(client: FlaskClient):
    """Its scripts are inert; those that run are the library and the page's own, after the answers they start from."""
    page = document(client)
    runs = [attributes["src"].rsplit("/", 1)[1] for attributes, _ in page.scripts if "type" not in attributes]
    assert runs == ["plotly.js", "monitor.js"]
    kinds = [attributes.get("type") for attributes, _ in page.scripts]
    assert kinds.index("application/json") < kinds.index(None) and set(kinds) == {None, "application/json", "text/plain"}
    later = [attributes["src"] for attributes, _ in page.scripts if attributes.get("class") == "later"]
    assert any("dash_renderer" in url for url in later) and any("dash_core_components" in url for url in later)
    assert [url for url in later if client.get(url).status_code != 200] == []


def test_dashs_own_checks_hold_for_the_document(app: Dash):
    with app.server.test_request_context("/?indicator=unemployment"):
        assert 'id="first"' in app.index()  # Dash raises where its entry, configuration or renderer is missing


def test_the_words_of_the_search_name_every_country_and_indicator(client: FlaskClient, contents: Contents):
    words = client.get(document(client).first["basics"]["words"]).json
    assert {key for key, _, _ in words["indicators"]} == set(contents.holdings)
    assert set(words["also"]) == {area.code for area in contents.atlas.countries()}
    assert "FI" in words["also"]["FIN"].split()
