"""A country chosen anywhere is chosen everywhere, in one colour."""

from __future__ import annotations

import pytest

from dashboard import theme
from tests.browser.agreement import check, rgb
from tests.browser.driver import Monitor
from tests.browser.truth import Truth

BLUE, ORANGE = theme.AREA_COLOURS[:2]


def test_a_click_on_the_map_shows_the_country_in_every_panel_in_one_colour(monitor: Monitor, truth: Truth) -> None:
    monitor.open("indicator=unemployment")
    monitor.click_area("BRA")
    monitor.eventually(lambda: monitor.address == "indicator=unemployment&areas=BRA")
    state = monitor.settled()
    check(state, truth, "indicator=unemployment&areas=BRA")
    assert state["map"]["outlines"] == {"BRA": rgb(BLUE)}
    assert [line["stroke"] for line in state["trend"]["lines"] if line["name"] == "Brazil"] == [rgb(BLUE)]
    rows = state["breakdown"]["names"]["rows"]  # its own row, in place of the regions'; then those it is compared with
    assert [(row["text"], row["area"]) for row in rows[:2]] == [("Brazil", "BRA"), ("World median", "")]
    assert [(r["code"], r["colour"]) for r in state["ranking"] if r["pinned"]] == [("BRA", BLUE)]
    assert [(c["code"], c["colour"]) for c in state["chips"]] == [("BRA", BLUE)]


def test_a_second_click_lets_the_country_go_and_leaves_the_page_as_it_was(monitor: Monitor) -> None:
    before = monitor.open("indicator=unemployment")
    monitor.click_area("BRA")
    monitor.settled()
    monitor.click_area("BRA")
    monitor.eventually(lambda: monitor.address == "indicator=unemployment")
    monitor.away()
    assert monitor.settled() == before


def test_a_small_island_state_is_chosen_by_its_marker(monitor: Monitor, truth: Truth) -> None:
    monitor.open("indicator=infant-mortality" if "infant-mortality" in truth.contents.holdings else "")
    query = monitor.address
    monitor.click_area("TUV")
    monitor.eventually(lambda: "areas=TUV" in monitor.address)
    state = monitor.settled()
    assert state["map"]["markers"]["TUV"]["stroke"] == rgb(BLUE) and state["map"]["markers"]["TUV"]["line"] == 2.5
    check(state, truth, "&".join(part for part in (query, "areas=TUV") if part))


@pytest.mark.parametrize("panel", ["ranking", "chip"])
def test_ranking_row_and_chip_let_a_country_go(monitor: Monitor, truth: Truth, panel: str) -> None:
    monitor.open("indicator=unemployment&areas=FIN,KEN")
    monitor.page.locator({"ranking": '#ranking tr[data-area="FIN"] th', "chip": '#chips [data-area="FIN"]'}[panel]).first.click()
    monitor.eventually(lambda: monitor.address == "indicator=unemployment&areas=KEN")
    state = monitor.settled()
    check(state, truth, "indicator=unemployment&areas=KEN")
    assert state["chips"][0]["colour"] == BLUE  # the order chosen gives the colour: the second is now the first


def test_the_order_chosen_gives_the_colour(monitor: Monitor, truth: Truth) -> None:
    monitor.open("indicator=unemployment")
    for code in ("KEN", "FIN"):
        monitor.page.locator(f'#ranking tr[data-area="{code}"] th').first.click()
        monitor.eventually(lambda code=code: code in monitor.address)
    check(monitor.settled(), truth, "indicator=unemployment&areas=KEN,FIN")


def test_a_ninth_country_is_refused_with_a_notice(monitor: Monitor, truth: Truth) -> None:
    query = "indicator=unemployment&areas=FIN,KEN,BRA,USA,IND,CHN,ZAF,AUS"
    check(monitor.open(query), truth, query)
    monitor.click_area("CAN")
    monitor.page.wait_for_selector("#notices p")
    assert "8 countries" in monitor.page.inner_text("#notices")
    assert monitor.address == query
    check(monitor.settled(), truth, query)


def test_clear_lets_all_go(monitor: Monitor) -> None:
    monitor.open("indicator=unemployment&areas=FIN,KEN")
    monitor.page.click("[data-clear]")
    monitor.eventually(lambda: monitor.address == "indicator=unemployment")
    state = monitor.settled()
    assert state["chips"] == [] and state["map"]["outlines"] == {} and not any(r["pinned"] for r in state["ranking"])


def test_a_double_click_on_the_map_chooses_and_lets_go(monitor: Monitor) -> None:
    before = monitor.open("indicator=unemployment")
    x, y = monitor.hover_area("BRA")
    monitor.page.mouse.dblclick(x, y)
    monitor.away()
    assert monitor.settled() == before


def test_pointing_at_the_map_names_the_country_and_marks_it_in_the_ranking(monitor: Monitor, truth: Truth) -> None:
    monitor.open("indicator=unemployment")
    row = next(r for r in truth.ranking("indicator=unemployment") if r["code"] == "BRA")
    monitor.hover_area("BRA")
    monitor.page.wait_for_selector("#card.on")
    said = monitor.page.inner_text("#card")
    assert said.startswith("Brazil") and row["value"] in said and "2021" in said
    assert f"{row['place']}th of " in said or f"{row['place']}st of " in said or f"{row['place']}nd of " in said or f"{row['place']}rd of " in said
    assert monitor.page.locator("#ranking tr.pointed").evaluate_all("rows => rows.map(r => r.dataset.area)") == ["BRA"]
    monitor.away()
    monitor.page.wait_for_selector("#card.on", state="hidden")
    assert monitor.page.locator("#ranking tr.pointed, #map path.pointed").count() == 0


@pytest.mark.parametrize(("code", "mark"), [("BRA", '#map path.pointed[data-area="BRA"]'), ("QAT", "#map .scatterlayer path.pointed")])
def test_pointing_at_the_ranking_marks_the_country_on_the_map_and_in_the_trend(monitor: Monitor, truth: Truth, code: str, mark: str) -> None:
    monitor.open("indicator=unemployment")
    monitor.page.locator(f'#ranking tr[data-area="{code}"]').hover()
    monitor.page.wait_for_selector(mark, state="attached")
    monitor.page.wait_for_selector("#trend path.pointed", state="attached")
    assert monitor.page.inner_text("#card b") == truth.name(code)


def test_two_tabs_do_not_touch_each_other(monitor: Monitor, tab, truth: Truth) -> None:
    first = monitor.open("indicator=unemployment&areas=FIN")
    second = tab(beside=monitor)
    second.open("indicator=unemployment&areas=KEN&year=2000")
    second.click_area("BRA")
    monitor.eventually(lambda: "KEN,BRA" in second.address)
    check(second.settled(), truth, "indicator=unemployment&areas=KEN,BRA&year=2000")
    assert monitor.settled() == first
