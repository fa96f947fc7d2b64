"""The finder of gaps as it is served: rows, links, notices, the form without a script, the list as CSV."""

from __future__ import annotations

import io
from urllib.parse import parse_qs, urlencode

import pandas as pd
import pytest
from flask.testing import FlaskClient

from callbacks.gaps_csv import COLUMNS
from dashboard.contents import Contents
from dashboard.gaps.question import GapQuestion
from dashboard.view import View
from layouts.gaps_page import AT_FIRST
from tests.wiring.documents import Document, document

QUESTIONS = [
    "", "area=KEN", "area=IND&as=ratio", "scope=002&kind=closing", "kind=opening&as=ratio", "by=wealth&scope=LDC", "by=disability&kind=opening",
    "unit=years", "unit=per-100-000", "unit=index&area=YEM", "dimension=cultural&by=age", "since=2020&rows=all", "by=migration", "area=FIN&kind=closing&rows=all",
]  # fmt: skip
PLANTED = "qwvxk</main><script>alert(1)</script><!--\"&qwvxk"
FORMULA = tuple("=+-@\t\r")


def page_of(client: FlaskClient, query: str) -> Document:
    page = document(client, query, "/gaps")
    assert page.faults == []
    return page


def links(page: Document) -> list[str]:
    """The queries of the views that the rows lead to."""
    return [href.partition("?")[2] for href in page.asked("href") if href.startswith("./?")]


def notices(page: Document) -> bool:
    return any(attributes.get("class") == "said-changes" for _, attributes in page.elements)


def frame(client: FlaskClient, query: str) -> pd.DataFrame:
    answer = client.get(f"/download/gaps.csv?{query}")
    assert (answer.status_code, answer.mimetype) == (200, "text/csv") and "gaps.csv" in answer.headers["Content-Disposition"]
    return pd.read_csv(io.StringIO(answer.text), keep_default_na=False, na_values=[""])


@pytest.mark.parametrize("query", QUESTIONS)
def test_every_row_leads_to_a_view_of_its_country_year_and_difference(client: FlaskClient, contents: Contents, query: str):
    found = links(page_of(client, query))
    rows = frame(client, query).head(len(found))
    assert 0 < len(found) == len(rows)
    for link, row in zip(found, rows.to_dict("records"), strict=True):
        view, said = View.from_query(link, contents)
        assert said == () and view.to_query(contents.default_indicator) == link
        assert (view.indicator, view.areas, view.by_of(contents)) == (row["INDICATOR"], (row["REF_AREA"],), row["BREAKDOWN"])
        assert (view.year_of(contents), view.measure) == (row["TIME_PERIOD"], "difference")
        assert view.ref in ("", row["GROUP_1"], row["GROUP_2"])


@pytest.mark.parametrize("query", QUESTIONS)
def test_lawful_questions_are_shown_without_a_notice(client: FlaskClient, query: str):
    page = page_of(client, query)
    assert not notices(page)
    assert parse_qs(dict(page.elements)["main"]["data-query"]) == parse_qs(query)


def test_thirty_rows_stand_there_at_first_and_all_when_asked(client: FlaskClient):
    first, rows = page_of(client, ""), frame(client, "")
    assert len(links(first)) == AT_FIRST < len(rows)
    assert f"Show all {len(rows)} rows" in first.words and "gaps?rows=all" in first.asked("href")
    whole = page_of(client, "rows=all")
    assert len(links(whole)) == len(rows) and links(whole)[:AT_FIRST] == links(first)
    assert "Show all" not in whole.words


def test_rows_go_from_the_widest_down_and_hold_both_values_in_words(client: FlaskClient):
    rows = frame(client, "")
    assert rows["SIZE"].is_monotonic_decreasing and (rows["SIZE"] >= rows["MEDIAN_SIZE"]).all() and (rows["RANK"] == 1).all()
    assert (rows["SIZE"] - rows["DIFFERENCE"].abs()).abs().max() < 1e-9
    top = rows.iloc[0]
    words = page_of(client, "").words
    for value in (top["VALUE_1"], top["VALUE_2"]):
        assert f"{value:.1f}%" in words
    assert top["REF_AREA_NAME"] in words and f"{top['SIZE']:.1f} percentage points" in words


def test_other_units_are_a_click_away(client: FlaskClient):
    page = page_of(client, "scope=002")
    others = [href for href in page.asked("href") if href.startswith("gaps?") and "unit=" in href]
    assert len(others) >= 4 and "In other units: " in page.words
    for other in others:
        assert links(page_of(client, other.partition("?")[2])), other


@pytest.mark.parametrize("key", ["dimension", "scope", "area", "by", "kind", "as", "unit", "since", "rows", "colour"])
def test_a_part_that_is_not_lawful_is_said_and_is_text(client: FlaskClient, key: str):
    page = page_of(client, urlencode({key: PLANTED}))
    assert notices(page) and len(page.scripts) == 1 and ("alert(1)" in page.words or key == "colour")
    assert len(links(page)) == AT_FIRST


@pytest.mark.parametrize("query", ["%", "&&&", "=", "%00=%00", "area=%FF%FE", "a" * 9000, "since=٢٠١٠", "by=sex;DROP", "scope=001", "unit=%25"])
def test_any_query_gets_a_page(client: FlaskClient, query: str):
    assert links(page_of(client, query))
    assert len(frame(client, query))


@pytest.mark.parametrize("query", ["dimension=international&by=wealth", "dimension=monitoring", "area=VAT&by=disability", "area=NRU&kind=closing&by=migration", "since=2025&by=migration"])
def test_a_list_without_rows_says_why_and_what_there_is_near(client: FlaskClient, query: str):
    page = page_of(client, query)
    assert links(page) == [] and not any(name == "table" for name, _ in page.elements)
    assert "No indicator" in page.words or "There is no gap" in page.words
    _, *near = [href.partition("?")[2] for href in page.asked("href") if href.startswith("gaps")]  # the first stands in the bar
    assert near
    for other in near:
        assert links(page_of(client, other)) and not notices(page_of(client, other)), other
    assert "There is something for" in page.words
    assert frame(client, query).empty


def test_the_form_works_without_a_script(client: FlaskClient, contents: Contents):
    """What a browser sends by itself: every select with the option that is chosen, the empty ones as well."""
    query = "dimension=cultural&scope=002&area=KEN&by=sex&kind=closing&since=2010&unit=years"
    page = page_of(client, query)
    form = next(attributes for name, attributes in page.elements if name == "form")
    assert (form["action"], form["method"]) == ("gaps", "get")
    assert any(name == "button" and attributes.get("type") == "submit" for name, attributes in page.elements)
    sent: dict[str, str] = {}
    key = ""
    for name, attributes in page.elements:
        if name == "select":
            key = attributes["name"] or ""
            sent[key] = ""
        elif name == "option" and "selected" in attributes:
            sent[key] = attributes["value"] or ""
    asked, said = GapQuestion.from_query(urlencode(sent), contents)
    assert said == () and asked == GapQuestion.from_query(query, contents)[0]
    assert set(sent) == {"dimension", "scope", "area", "by", "kind", "as", "unit", "since"}


def test_every_select_has_a_label_and_the_table_heads(client: FlaskClient):
    page = page_of(client, "")
    names = [name for name, _ in page.elements]
    assert names.count("label") == names.count("select") == 8
    assert [a["scope"] for name, a in page.elements if name == "th"].count("col") == 5
    assert [a["scope"] for name, a in page.elements if name == "th"].count("row") == AT_FIRST
    assert names.count("caption") == names.count("h1") == 1


def test_the_publishers_of_the_list_are_named(client: FlaskClient, contents: Contents):
    rows = frame(client, "by=wealth")
    titles = set(rows["DATA_SOURCE"])
    words = page_of(client, "by=wealth").words.partition("Sources: ")[2]
    named = {source.title for source in contents.catalogue.sources if f"{source.attribution} ({source.vintage}" in words}
    assert titles == named and len(titles) == 2


def test_addresses_are_relative_so_that_they_hold_under_any_prefix(client: FlaskClient):
    own = [href for href in page_of(client, "area=KEN").asked("href", "action") if not href.startswith(("/static/", "data:", "#"))]
    assert len(own) > AT_FIRST and [href for href in own if href.startswith("/") or "//" in href] == []


@pytest.mark.parametrize("query", ["", "kind=closing&as=ratio", "area=YEM"])
def test_the_list_as_csv_has_its_columns_and_nothing_that_a_spreadsheet_would_run(client: FlaskClient, query: str):
    rows = frame(client, query)
    assert tuple(rows.columns) == COLUMNS
    said = {str(text) for column in rows.columns if not pd.api.types.is_numeric_dtype(rows[column]) for text in rows[column]}
    assert said and [text for text in said if text.startswith(FORMULA)] == []
    assert (rows["DIFFERENCE"] - (rows["VALUE_1"] - rows["VALUE_2"])).abs().max() < 1e-9
    counted = rows[rows["RATIO"].notna()]
    assert (counted["RATIO"] - counted["VALUE_1"] / counted["VALUE_2"]).abs().max() < 1e-9


def test_a_change_is_held_against_the_start_that_the_row_names(client: FlaskClient):
    rows = frame(client, "kind=closing")
    changed = (rows["START_DIFFERENCE"].abs() - rows["DIFFERENCE"].abs()) / (rows["TIME_PERIOD"] - rows["START_PERIOD"])
    assert (changed - rows["SIZE"]).abs().max() < 1e-9 and (rows["SIZE"] > 0).all()
    assert (frame(client, "kind=opening")["SIZE"] > 0).all()
