"""The page of who is missing in a browser: a number leads to who it counts, with the script and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

CELL = 'a[href="missing?indicator=fatal-occupational-injuries#migration"]'


@pytest.mark.parametrize("has_script", [True, False])
def test_a_click_on_a_number_leads_to_its_detail(browser: Browser, served: str, has_script: bool) -> None:
    tab = browser.new_page(java_script_enabled=has_script, viewport={"width": 1366, "height": 768})
    tab.goto(f"{served}missing")
    count = tab.locator(CELL).inner_text().split()[0]
    tab.locator(CELL).click()
    assert tab.url.endswith("/missing?indicator=fatal-occupational-injuries#migration")
    assert tab.locator("h1").inner_text() == "Who is missing: Fatal occupational injuries"
    row = tab.get_by_role("row", name="Migrants", exact=False).first
    assert row.locator("td").first.inner_text().startswith(f"{count} of ")
    tab.close()


def test_a_choice_becomes_the_address_without_a_reload(browser: Browser, served: str) -> None:
    tab = browser.new_page(viewport={"width": 1366, "height": 768})
    tab.goto(f"{served}missing")
    tab.evaluate("() => { window.same = true; }")
    tab.select_option('select[name="scope"]', "002")
    tab.wait_for_url("**/missing?scope=002")
    assert tab.locator("h1").inner_text() == "Who is missing in Africa"
    assert tab.evaluate("() => window.same")
    tab.close()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844)])
def test_the_head_stays_in_sight_and_the_page_does_not_scroll_sideways(browser: Browser, served: str, width: int, height: int) -> None:
    tab = browser.new_page(viewport={"width": width, "height": height})
    tab.goto(f"{served}missing")
    assert tab.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    last = tab.locator(".coverage tbody tr").last
    last.scroll_into_view_if_needed()
    head, row, box = (tab.locator(place).first.bounding_box() for place in (".coverage thead th", ".coverage tbody:last-child tr:last-child", ".coverage-box"))
    top = 0 if width > 1100 else box["y"]  # a narrow page scrolls the table in a box of its own
    assert abs(head["y"] - top) < 2 and head["y"] < row["y"] < height
    tab.close()
