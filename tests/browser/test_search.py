"""The search finds every member state and every indicator, by keyboard alone."""

from __future__ import annotations

import pytest

from tests.browser.agreement import check
from tests.browser.conftest import Delays
from tests.browser.driver import Monitor
from tests.browser.truth import Truth

FIRST = "() => document.querySelector('#search-list [data-found=\"0\"] span')?.textContent"
CHIPS = "codes => { const c = [...document.querySelectorAll('#chips .chip')].map(x => x.dataset.area); return c.join() === codes; }"


def test_slash_opens_it_arrows_walk_enter_takes(monitor: Monitor, truth: Truth) -> None:
    monitor.open("indicator=unemployment")
    monitor.page.keyboard.press("/")
    monitor.page.keyboard.type("literacy")
    options = monitor.page.locator('#search-list [role="option"]')
    options.first.wait_for()
    assert options.count() >= 2
    assert options.nth(0).get_attribute("aria-selected") == "true"
    second = options.nth(1).locator("span").inner_text()
    monitor.page.keyboard.press("ArrowDown")
    monitor.page.keyboard.press("ArrowDown")
    monitor.page.keyboard.press("ArrowUp")
    assert options.nth(1).get_attribute("aria-selected") == "true"
    assert monitor.page.get_attribute("#search", "aria-activedescendant") == options.nth(1).get_attribute("id")
    monitor.page.keyboard.press("Enter")
    key = next(i.key for i in truth.contents.catalogue.indicators if i.name == second)
    monitor.eventually(lambda: monitor.address == f"indicator={key}")
    state = monitor.settled()
    assert state["words"]["title"].startswith(second)
    check(state, truth, f"indicator={key}")


def test_escape_closes_the_list_and_gives_the_keys_back(monitor: Monitor) -> None:
    monitor.open("indicator=unemployment")
    monitor.page.keyboard.press("/")
    monitor.page.keyboard.type("fin")
    monitor.page.wait_for_selector("#search-list:not([hidden])")
    monitor.page.keyboard.press("Escape")
    monitor.page.wait_for_selector("#search-list", state="hidden")
    assert monitor.page.evaluate("() => document.activeElement.id") != "search"
    assert monitor.address == "indicator=unemployment"


def test_what_nothing_is_called_is_said(monitor: Monitor) -> None:
    monitor.open("indicator=unemployment")
    monitor.page.fill("#search", "qqqqzz")
    monitor.page.wait_for_selector("#search-list .nothing")
    monitor.page.keyboard.press("Enter")
    assert monitor.address == "indicator=unemployment"


def test_a_click_on_a_find_takes_it(monitor: Monitor) -> None:
    monitor.open("indicator=unemployment")
    monitor.page.fill("#search", "tuvalu")
    monitor.page.locator('#search-list [role="option"]').first.click()
    monitor.eventually(lambda: monitor.address == "indicator=unemployment&areas=TUV")


@pytest.mark.parametrize(
    ("typed", "code"),
    [("turkey", "TUR"), ("turkiye", "TUR"), ("Türkiye", "TUR"), ("cote d'ivoire", "CIV"), ("Российская", "RUS"), ("ALLEMAGNE", "DEU"), ("sao tome", "STP")],
)
def test_a_country_is_found_under_its_other_names(monitor: Monitor, typed: str, code: str) -> None:
    monitor.open("indicator=unemployment")
    monitor.page.fill("#search", typed)
    monitor.page.keyboard.press("Enter")
    monitor.eventually(lambda: monitor.address == f"indicator=unemployment&areas={code}")


def test_enter_waits_for_names_that_are_still_on_their_way(monitor: Monitor, delays: Delays) -> None:
    delays.add("words.json", 1.0)
    monitor.open("indicator=unemployment")
    monitor.page.fill("#search", "turkey")
    monitor.page.keyboard.press("Enter")
    assert monitor.address == "indicator=unemployment"
    monitor.eventually(lambda: monitor.address == "indicator=unemployment&areas=TUR")


def test_every_member_state_is_found_by_its_name(monitor: Monitor, truth: Truth) -> None:
    monitor.open(f"indicator={truth.lightest()}")
    members = truth.members()
    assert len(members) == 193
    lost = []
    for start in range(0, len(members), 8):
        chosen: list[str] = []
        for n, code in enumerate(members[start : start + 8]):
            monitor.page.fill("#search", truth.name(code))
            if n % 4:  # what stands first is what Enter takes
                if monitor.page.evaluate(FIRST) != truth.name(code):
                    lost.append((code, truth.name(code)))
                continue
            monitor.page.keyboard.press("Enter")
            chosen.append(code)
            if not monitor.page.evaluate(CHIPS, ",".join(chosen)):
                lost.append((code, truth.name(code)))
                chosen.remove(code)
        monitor.page.locator("[data-clear], .chip").last.click()  # the last batch is a single country
    assert not lost
    monitor.settled()
