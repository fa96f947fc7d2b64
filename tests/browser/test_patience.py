"""A slow network: the last wish wins, and what was done meanwhile is kept."""

from __future__ import annotations

from tests.browser.agreement import check
from tests.browser.conftest import Delays
from tests.browser.driver import Monitor
from tests.browser.truth import Truth

START = "indicator=unemployment&areas=FIN"


def test_of_two_fast_clicks_the_last_is_shown_even_if_the_first_answers_later(monitor: Monitor, truth: Truth, delays: Delays) -> None:
    monitor.open(START)
    delays.add("indicator=labour-force-participation", 1.5)
    delays.add("indicator=vulnerable-employment", 0.3)
    answered: list[str] = []
    monitor.page.on("requestfinished", lambda r: answered.append(r.post_data or ""))
    monitor.page.click('.side a[data-indicator="labour-force-participation"]')
    monitor.page.click('.side a[data-indicator="vulnerable-employment"]')
    query = "indicator=vulnerable-employment&areas=FIN"
    monitor.eventually(lambda: sum("vulnerable-employment" in a for a in answered) >= 3)
    check(monitor.settled(), truth, query)
    monitor.eventually(lambda: delays.waiting == 0)
    state = monitor.settled()
    check(state, truth, query)
    assert monitor.address == query


def test_a_year_moved_while_an_answer_is_under_way_is_kept(monitor: Monitor, truth: Truth, delays: Delays) -> None:
    monitor.open(START)
    delays.add("areas=FIN,BRA", 4.0)
    monitor.click_area("BRA")
    monitor.eventually(lambda: delays.waiting > 0)
    monitor.slider().focus()
    for _ in range(6):
        monitor.page.keyboard.press("ArrowLeft")
    assert monitor.page.inner_text("#year-words") == "2015"  # six before 2021, at once
    assert delays.waiting > 0
    query = "indicator=unemployment&areas=FIN,BRA&year=2015"
    monitor.eventually(lambda: monitor.address == query)
    monitor.eventually(lambda: delays.waiting == 0)
    check(monitor.settled(), truth, query)


def test_a_country_chosen_while_the_indicator_is_under_way_is_kept(monitor: Monitor, truth: Truth, delays: Delays) -> None:
    monitor.open(START)
    delays.add("indicator=labour-force-participation", 1.0)
    monitor.page.click('.side a[data-indicator="labour-force-participation"]')
    monitor.eventually(lambda: delays.waiting > 0)
    monitor.click_area("BRA")
    query = "indicator=labour-force-participation&areas=FIN,BRA"
    monitor.eventually(lambda: monitor.address == query)
    monitor.eventually(lambda: delays.waiting == 0)
    check(monitor.settled(), truth, query)


def test_back_while_an_answer_is_under_way_shows_what_was_there(monitor: Monitor, truth: Truth, delays: Delays) -> None:
    before = monitor.open(START)
    delays.add("indicator=labour-force-participation", 1.0)
    monitor.page.click('.side a[data-indicator="labour-force-participation"]')
    monitor.eventually(lambda: delays.waiting > 0)
    monitor.page.go_back()
    monitor.eventually(lambda: monitor.address == START)
    monitor.eventually(lambda: delays.waiting == 0)
    monitor.away()
    assert monitor.settled() == before


def test_eight_impatient_clicks_end_in_one_lawful_view(monitor: Monitor, truth: Truth, delays: Delays) -> None:
    monitor.open(START)
    delays.add("_dash-update", 0.0)
    keys = monitor.page.eval_on_selector_all(".side details[open] a[data-indicator]", "links => links.slice(0, 4).map(a => a.dataset.indicator)")
    for key in keys * 2:
        monitor.page.click(f'.side a[data-indicator="{key}"]')
    monitor.page.locator(f'.side a[data-indicator="{keys[-1]}"]').dblclick()
    query = truth.view(f"indicator={keys[-1]}&areas=FIN").to_query(truth.contents.default_indicator)
    monitor.eventually(lambda: monitor.address == query)
    check(monitor.settled(), truth, query)
