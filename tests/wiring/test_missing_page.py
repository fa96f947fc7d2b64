"""The page of who is missing, as it is served."""

from __future__ import annotations

import csv
import io
import re
from types import SimpleNamespace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import ROOT
from callbacks import plain_pages
from callbacks.first_sight import FirstSight
from dashboard.contents import Contents
from dashboard.coverage.question import CoverageQuestion
from dashboard.coverage.summary import held
from dashboard.site.brand import Brand
from data.desk import Desk
from tests.wiring.documents import Document, document

PLANTED = "</title><script>alert(1)</script>"


def page(client: FlaskClient, query: str = "") -> Document:
    return document(client, query, "/missing")


def test_every_indicator_stands_on_it_and_links_to_its_detail(client: FlaskClient, contents: Contents):
    found = page(client)
    assert found.faults == []
    links = {href.split("?", 1)[1].split("#")[0] for href in found.asked("href") if href.startswith("missing?")}
    assert links == {f"indicator={i.key}" for i in contents.catalogue.indicators}
    assert "14 further categories that the report names are shown in none" in found.words and found.words.count("Religion or belief") == 1


def test_it_is_a_real_table(client: FlaskClient, contents: Contents):
    elements = page(client).elements
    scopes = [attributes.get("scope") for name, attributes in elements if name == "th"]
    assert scopes.count("rowgroup") == len(contents.catalogue.dimensions) and None not in scopes
    assert scopes.count("col") == 14 and scopes.count("row") == 59  # the indicator and thirteen categories; indicators with groups of people
    cells = [attributes for name, attributes in elements if name == "td" and "colspan" not in attributes]
    assert len(cells) == 59 * 13


def test_a_cell_holds_the_number_of_states_and_an_empty_one_says_no(client: FlaskClient, contents: Contents, desk: Desk):
    text = page(client).text
    states = contents.atlas.members("001")
    count = held(desk.coverage(), desk.coverage().rows("fatal-occupational-injuries", "MIGRATION_STATUS", ("MIGRANT",)), states).count
    row = re.search(r'<tr><th scope="row"><a href="missing\?indicator=fatal-occupational-injuries">.*?</tr>', text)[0]
    assert re.findall(r'#migration"[^>]*>(\d+)<span class="visually-hidden"> of (\d+)', row) == [(str(count), str(len(states)))]
    assert row.count('<span class="visually-hidden">no</span>') == 11  # of thirteen; the other is sex


def test_a_scope_counts_its_own_states(client: FlaskClient, contents: Contents):
    found = page(client, "scope=002")
    assert "Who is missing in Africa" in found.words
    assert f"How many of {len(contents.atlas.members('002'))} countries" in found.words
    assert "migrants in none" in found.words
    assert "missing?indicator=unemployment&scope=002#sex" in found.asked("href")


def test_a_dimension_shows_its_own_indicators(client: FlaskClient):
    found = page(client, "dimension=political")
    assert "Political dimensions" in found.words and "missing?indicator=extreme-poverty" not in found.asked("href")


def test_a_country_has_a_list_of_what_it_has_and_has_not(client: FlaskClient):
    found = page(client, "area=KEN")
    assert found.faults == []
    assert "Kenya has figures of women and men in" in found.words and "in none of persons with disabilities" in found.words
    assert "Never counted" in found.words and "Religion or belief" in found.words
    assert "missing?indicator=unemployment&area=KEN" in found.asked("href")


def test_an_indicator_names_who_lacks_a_group_and_who_lacks_all(client: FlaskClient, contents: Contents):
    found = page(client, "indicator=unpaid-domestic-and-care-work")
    assert found.faults == [] and {"sex", "age", "location"} <= set(found.ids)
    assert "never by disability, migration or population group" in found.words
    assert "These groups in other slices only" in found.words and "No figure of this indicator" in found.words and "Kenya" in found.words
    assert "./?indicator=unpaid-domestic-and-care-work&by=age" in found.asked("href")
    assert "Figures of one group only (female)" in page(client, "indicator=women-in-national-parliament").words


@pytest.mark.parametrize(
    ("query", "said", "canonical"),
    [
        ("indicator=unemploymint", "There is no indicator “unemploymint”; this shows “Unemployment” instead.", "indicator=unemployment"),
        ("area=QQQ", "No country has the code “QQQ”", ""),
        ("area=WLD", "No country has the code “WLD”", ""),
        ("scope=mars&colour=red", "There is no region or group “mars”", ""),
        ("scope=002&scope=150", "“scope” stood twice", "scope=002"),
        ("dimension=weather", "There is no dimension “weather”", ""),
        ("indicator=unemployment&dimension=political", "is of another dimension", "indicator=unemployment"),
        ("area=%E2%82%AC%00%FF" + "x" * 5000, "The address was longer", ""),
        (f"area={PLANTED}", "No country has the code", ""),
    ],
)
def test_odd_queries_are_mended_and_said(client: FlaskClient, query: str, said: str, canonical: str):
    found = page(client, query)
    assert found.faults == [] and len(found.scripts) == 1
    assert said in found.words
    assert dict(found.elements)["main"]["data-query"] == canonical


def test_a_canonical_question_reads_back_as_itself(contents: Contents):
    for question in (CoverageQuestion(), CoverageQuestion("002", "KEN"), CoverageQuestion("LDC", "FIN", "", "unemployment"), CoverageQuestion(dimension="political")):
        assert CoverageQuestion.from_query(question.to_query(), contents) == (question, ())


@pytest.mark.parametrize("query", ["", "area=KEN", "indicator=unemployment"])
def test_under_a_prefix_every_link_is_found_from_where_the_page_is(desk: Desk, query: str):
    server = Flask("plain")
    app = SimpleNamespace(server=server, live="", brand=Brand(), logo=None, config=SimpleNamespace(routes_pathname_prefix="/stats/", requests_pathname_prefix="/stats/"))
    app.sight = FirstSight(app, desk, ROOT / "assets")
    plain_pages.register(app, desk)
    found = document(server.test_client(), query, "/stats/missing")
    places = found.asked("href", "src", "action")
    assert [href for href in places if href.startswith("/") and not href.startswith("/stats/static/")] == []
    assert len([href for href in places if href.startswith(("missing", "./", "download/"))]) > 5


def test_the_file_has_the_rows_of_one_indicator_or_of_all(client: FlaskClient):
    answer = client.get("/download/coverage.csv?indicator=unemployment")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="unemployment-coverage.csv"'
    assert {row["INDICATOR"] for row in rows} == {"unemployment"} and {row["HAS_DATA"] for row in rows} >= {"yes", "no"}
    everything = client.get("/download/coverage.csv").text
    assert everything.count("\r\n") > 100_000 and f"\r\n{rows[0]['INDICATOR']},," in everything
    refused = client.get("/download/coverage.csv?indicator=weather")
    assert refused.status_code == 404 and "There is no indicator “weather”" in refused.text
