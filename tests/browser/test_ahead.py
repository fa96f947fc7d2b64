"""What is likely next is asked before it is wanted, is drawn without a further request, and is never more than readers want."""

from __future__ import annotations

from tests.browser.agreement import check
from tests.browser.conftest import Delays
from tests.browser.driver import Monitor
from tests.browser.truth import Truth

START = "indicator=unemployment&areas=FIN"
PASS = """selector => { const row = document.querySelector(selector);
  for (const kind of ["pointerover", "pointerout"]) row.dispatchEvent(new PointerEvent(kind, {bubbles: true})); }"""


def test_what_the_pointer_rests_on_is_there_when_it_is_clicked(monitor: Monitor, truth: Truth) -> None:
    monitor.open(START)
    monitor.hover_area("BRA")
    monitor.eventually(lambda: sum("FIN,BRA" in question for question in monitor.ahead) == 2)  # trend and breakdown
    asked = monitor.asks()
    monitor.click_area("BRA")
    check(monitor.settled(), truth, "indicator=unemployment&areas=FIN,BRA")
    assert monitor.asks() == asked


def test_an_indicator_pointed_at_in_the_list_is_there_when_it_is_clicked(monitor: Monitor, truth: Truth) -> None:
    monitor.open(START)
    link = monitor.page.locator('.side a[data-indicator="vulnerable-employment"]')
    link.hover()
    monitor.eventually(lambda: sum("vulnerable-employment" in question for question in monitor.ahead) == 3)
    asked = monitor.asks()
    link.click()
    query = "indicator=vulnerable-employment&areas=FIN"
    monitor.eventually(lambda: monitor.address == query)
    check(monitor.settled(), truth, query)
    assert monitor.asks() == asked


def test_a_pointer_that_only_passes_asks_nothing(monitor: Monitor) -> None:
    monitor.open(START)
    monitor.page.evaluate(PASS, '#ranking tr[data-area="BRA"] button')  # both in one go: a test's own moves may be slower than a hand
    monitor.page.wait_for_timeout(200)
    assert sum("BRA" in question for question in monitor.ahead) == 0


def test_back_and_forward_are_drawn_from_what_the_page_holds(monitor: Monitor, truth: Truth) -> None:
    monitor.open(START)
    monitor.page.click('.side a[data-indicator="vulnerable-employment"]')
    monitor.settled()
    monitor.page.go_back()
    monitor.settled()  # the first answers came in the document: they are asked once
    monitor.page.go_forward()
    monitor.settled()
    asked = monitor.asks()
    monitor.page.go_back()
    check(monitor.settled(), truth, START)
    assert monitor.asks() == asked


def test_a_question_that_failed_says_so_and_can_be_asked_again(monitor: Monitor, truth: Truth) -> None:
    monitor.open(START)
    before = monitor.state()["map"]
    monitor.page.route("**/_dash-update-component", lambda route: route.fulfill(status=503, body="busy"))
    link = '.side a[data-indicator="vulnerable-employment"]'
    monitor.page.click(link)
    monitor.page.wait_for_selector("#notices p")
    assert "HTTP 503" in monitor.page.inner_text("#notices")
    assert monitor.page.locator(".waiting").count() == 0
    assert monitor.state()["map"]["areas"] == before["areas"]
    monitor.page.unroute("**/_dash-update-component")
    monitor.page.click(link)
    check(monitor.settled(), truth, "indicator=vulnerable-employment&areas=FIN")
    monitor.faults = [fault for fault in monitor.faults if "503" not in fault]


def test_an_answer_that_cannot_be_read_is_said_and_a_fault_of_the_drawing_is_not_laid_to_the_server(monitor: Monitor) -> None:
    monitor.open(START)
    monitor.page.route("**/_dash-update-component", lambda route: route.fulfill(status=200, body="{}"))
    monitor.page.click('.side a[data-indicator="vulnerable-employment"]')
    monitor.page.wait_for_selector("#notices p")
    assert "could not answer" in monitor.page.inner_text("#notices")
    monitor.page.unroute("**/_dash-update-component")
    monitor.page.click("[data-close]")
    monitor.page.evaluate("() => { monitor.charts.answer = () => { throw new Error('planted'); }; }")
    monitor.page.click('.side a[data-indicator="labour-force-participation"]')
    monitor.eventually(lambda: any("planted" in fault for fault in monitor.faults))
    assert monitor.page.locator("#notices p").count() == 0
    monitor.page.goto("about:blank")  # two charts are drawn, each when its answer comes: none is left that could still fail
    monitor.faults = [fault for fault in monitor.faults if "planted" not in fault]


def test_help_is_opened_even_if_dash_is_not_there_yet(monitor: Monitor, delays: Delays) -> None:
    delays.add("dash_renderer", 1.0)
    monitor.page.goto(f"{monitor.base}?{START}")
    monitor.page.wait_for_selector("#map .choroplethlayer path")
    monitor.page.click("#help")
    monitor.page.get_by_role("dialog").wait_for(state="visible")
