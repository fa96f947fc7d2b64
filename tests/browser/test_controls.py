"""Indicator, breakdown, slice, scope, comparison and window: each writes the address, and the panels follow it."""

from __future__ import annotations

import unicodedata

import pytest

from tests.browser.agreement import check
from tests.browser.driver import Monitor
from tests.browser.truth import Truth

START = "indicator=unemployment&areas=FIN,KEN"


def test_an_indicator_is_opened_from_the_list_and_keeps_the_countries(monitor: Monitor, truth: Truth) -> None:
    monitor.open(START + "&year=2003&sex=F")
    monitor.page.click('.side a[data-indicator="labour-force-participation"]')
    query = "indicator=labour-force-participation&areas=FIN,KEN"
    monitor.eventually(lambda: monitor.address == query)
    check(monitor.settled(), truth, query)


def test_an_indicator_of_another_dimension_is_opened_by_unfolding_it(monitor: Monitor, truth: Truth) -> None:
    monitor.open(START)
    held = [i for i in truth.contents.catalogue.indicators if i.key in truth.contents.holdings and i.key != truth.contents.default_indicator]
    other = next(i for i in held if i.dimension != truth.contents.catalogue["unemployment"].dimension)
    monitor.page.click(f'details[data-dimension="{other.dimension}"] summary')
    monitor.page.click(f'.side a[data-indicator="{other.key}"]')
    query = f"indicator={other.key}&areas=FIN,KEN"
    monitor.eventually(lambda: monitor.address == query)
    check(monitor.settled(), truth, query)


@pytest.mark.parametrize(
    ("key", "value"),
    [("sex", "F"), ("age", "Y15T24"), ("by", "age"), ("scope", "002"), ("scope", "029"), ("compare", "region"), ("compare", "income")]
    + [("window", "0"), ("window", "10")],
)
def test_a_select_changes_address_and_panels(monitor: Monitor, truth: Truth, key: str, value: str) -> None:
    monitor.open(START)
    state = monitor.choose(key, value)
    query = f"{START}&{key}={value}"
    assert monitor.address == query
    assert state["words"]["selects"][key] == value
    check(state, truth, query)


def test_the_default_of_a_select_is_left_out_of_the_address(monitor: Monitor, truth: Truth) -> None:
    monitor.open(START + "&sex=F&scope=002")
    monitor.choose("sex", "_T")
    monitor.choose("scope", "world")
    assert monitor.address == START
    check(monitor.settled(), truth, START)


def test_the_map_shows_only_the_scope(monitor: Monitor, truth: Truth) -> None:
    monitor.open("indicator=unemployment")
    state = monitor.choose("scope", "002")
    members = set(truth.contents.atlas.group("002").members)
    assert {c for c, z in state["map"]["areas"].items() if z >= 0} <= members
    assert {r["code"] for r in state["ranking"]} <= members and len(state["ranking"]) > 40


def letters(name: str) -> str:
    """A name as the alphabet sees it: Côte d'Ivoire stands before Croatia."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if c.isalpha() or c == " ").casefold()


def test_the_ranking_is_sorted_by_its_headings(monitor: Monitor) -> None:
    monitor.open("indicator=unemployment")
    monitor.page.click('[data-sort="name"]')
    names = [r["name"] for r in monitor.settled()["ranking"]]
    assert names[0] == "Afghanistan" and names == sorted(names, key=letters)
    monitor.page.click('[data-sort="name"]')
    assert [r["name"] for r in monitor.settled()["ranking"]] == names[::-1]
    monitor.page.click('[data-sort="value"]')
    values = [float(r["value"].rstrip("%")) for r in monitor.settled()["ranking"]]
    assert values == sorted(values, reverse=True)


def test_help_opens_and_closes_with_escape(monitor: Monitor) -> None:
    monitor.open("indicator=unemployment")
    monitor.page.click("#help")
    dialog = monitor.page.get_by_role("dialog")
    dialog.wait_for(state="visible")
    assert "How to read this page" in dialog.inner_text()
    monitor.page.wait_for_function("() => document.querySelector('.modal.show') && document.querySelector('.modal').contains(document.activeElement)")
    monitor.page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    monitor.page.click("#help")  # and again: its state is not left behind
    dialog.wait_for(state="visible")
    monitor.page.locator(".modal .btn-close").click()
    dialog.wait_for(state="hidden")


def test_an_indicator_without_groups_says_so_and_offers_near_ones(monitor: Monitor, truth: Truth) -> None:
    totals = [i for i in truth.contents.catalogue.indicators if not i.breakdowns and i.key in truth.contents.holdings]
    bare = next(i for i in totals if truth.by(f"indicator={i.key}")["near"])
    state = monitor.open(f"indicator={bare.key}")
    assert "only as a total" in state["breakdown"]["note"]
    near = monitor.page.locator("#breakdown-note a").first
    key = near.get_attribute("data-indicator")
    near.click()
    monitor.eventually(lambda: f"indicator={key}" in monitor.address or key == truth.contents.default_indicator)
    check(monitor.settled(), truth, f"indicator={key}")


def test_a_yes_or_no_question_has_words_and_neither_median_nor_places(monitor: Monitor, truth: Truth) -> None:
    query = "indicator=national-statistical-plan-under-implementation&areas=KEN,FIN"
    state = monitor.open(query)
    check(state, truth, query)
    assert state["words"]["legend"][:2] == ["no", "yes"]
    assert {row["value"] for row in state["ranking"] if row["value"] not in ("no data",)} == {"yes", "no"}
    assert "median" not in state["words"]["sentence"] and " of " not in state["words"]["sentence"]
    assert not [word for word in state["trend"]["words"] if "median" in word]
