"""The finder of gaps in a browser: choosing answers at once, back goes back, a row leads to its view; and all of it without a script."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.driver import Monitor


def open_gaps(monitor: Monitor, query: str = "") -> None:
    monitor.page.goto(f"{monitor.base}gaps{f'?{query}' if query else ''}")


def seen(monitor: Monitor) -> tuple[str, str, list[str]]:
    """Address, heading and the views that the rows lead to."""
    rows = monitor.page.eval_on_selector_all(".gaps tbody th a", "links => links.map(a => a.getAttribute('href'))")
    return monitor.address, monitor.page.inner_text("h1"), rows


def choose(monitor: Monitor, name: str, value: str) -> tuple[str, str, list[str]]:
    before = monitor.address
    monitor.page.select_option(f'select[name="{name}"]', value)
    monitor.eventually(lambda: monitor.address != before)
    return seen(monitor)


def test_choosing_changes_the_list_and_back_restores_it(monitor: Monitor) -> None:
    open_gaps(monitor)
    monitor.page.evaluate("() => { window.stayed = true; }")
    steps = [seen(monitor)]
    for name, value, address in (("area", "KEN", "area=KEN"), ("kind", "closing", "area=KEN&kind=closing"), ("by", "wealth", "area=KEN&by=wealth&kind=closing")):
        steps.append(choose(monitor, name, value))
        assert steps[-1][0] == address
        assert steps[-1][1] == monitor.page.title().partition(" · ")[0]
        said = monitor.page.inner_text("[data-status]")
        assert said and said == monitor.page.inner_text("[data-said]")
    assert len({str(rows) for _, _, rows in steps}) == len(steps)
    for step in steps[-2::-1]:
        monitor.page.go_back()
        monitor.eventually(lambda step=step: seen(monitor) == step)
    for step in steps[1:]:
        monitor.page.go_forward()
        monitor.eventually(lambda step=step: seen(monitor) == step)
    assert monitor.page.evaluate("() => window.stayed")  # all of it without a reload
    monitor.page.reload()
    assert seen(monitor) == steps[-1]


def test_the_control_that_was_used_keeps_the_focus(monitor: Monitor) -> None:
    open_gaps(monitor)
    monitor.page.focus('select[name="kind"]')
    choose(monitor, "kind", "opening")
    monitor.eventually(lambda: monitor.page.evaluate("() => document.activeElement.name") == "kind")


def test_a_row_lands_on_the_view_with_its_country_chosen(monitor: Monitor) -> None:
    open_gaps(monitor, "scope=002&by=sex")
    country = monitor.page.inner_text(".gaps tbody tr:nth-child(3) .who strong")
    monitor.page.click(".gaps tbody tr:nth-child(3)", position={"x": 300, "y": 60})  # anywhere in the row
    monitor.settled()
    assert urlsplit(monitor.page.url).path == "/"
    assert parse_qs(monitor.address)["measure"] == ["difference"]
    assert country in monitor.page.inner_text(".chips")
    assert monitor.page.locator("#notices p").count() == 0
    monitor.page.go_back()
    monitor.eventually(lambda: monitor.address == "scope=002&by=sex")


def test_an_answer_that_does_not_come_is_asked_for_by_the_browser_itself(monitor: Monitor) -> None:
    open_gaps(monitor)
    monitor.page.evaluate("() => { window.stayed = true; window.fetch = () => Promise.reject(new Error('offline')); }")
    monitor.page.select_option('select[name="kind"]', "closing")
    monitor.eventually(lambda: parse_qs(monitor.address).get("kind") == ["closing"] and not monitor.page.evaluate("() => window.stayed"))


def test_without_a_script_the_button_asks(tab) -> None:
    monitor = tab(java_script_enabled=False)
    open_gaps(monitor)
    monitor.page.select_option('select[name="area"]', "KEN")
    monitor.page.select_option('select[name="kind"]', "closing")
    monitor.page.click(".asking button")
    monitor.page.wait_for_url("**/gaps?**")
    assert monitor.page.inner_text("h1") == "Gaps that closed fastest in Kenya"
    monitor.page.click(".gaps tbody tr:first-child th a")
    monitor.page.wait_for_url("**areas=KEN**")


@pytest.mark.parametrize(("path", "width"), [("", 390), ("gaps", 390), ("gaps?kind=closing", 390), ("gaps", 768), ("", 700), ("", 1024)])
def test_nothing_stands_over_the_edge_and_the_pages_are_in_reach(tab, path: str, width: int) -> None:
    monitor = tab(width=width, height=844)
    monitor.page.goto(f"{monitor.base}{path}")
    assert monitor.page.evaluate("() => document.documentElement.scrollWidth") == width
    for place in ("gaps", "missing"):
        box = monitor.page.locator(f'.page-link[href="{place}"]').bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= width and box["width"] > 30 and box["y"] < 100
