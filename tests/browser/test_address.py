"""The address holds the whole view: back, forward, a reload and another browser restore it exactly."""

from __future__ import annotations

import pytest

from tests.browser.agreement import check
from tests.browser.driver import Monitor
from tests.browser.truth import Truth

DEEP = "indicator=unemployment&areas=KEN,FIN,TUV&year=2004&window=5&sex=F&age=Y15T24&by=age&scope=002&compare=income"


def test_back_and_forward_restore_every_panel(monitor: Monitor, truth: Truth) -> None:
    steps = [("indicator=unemployment", monitor.open("indicator=unemployment"))]

    def after(query: str) -> None:
        monitor.eventually(lambda: monitor.address == query)
        monitor.away()
        steps.append((query, monitor.settled()))
        check(steps[-1][1], truth, query)

    monitor.click_area("BRA")
    after("indicator=unemployment&areas=BRA")
    monitor.page.select_option('select[data-key="sex"]', "F")
    after("indicator=unemployment&areas=BRA&sex=F")
    monitor.slider().focus()
    monitor.page.keyboard.press("Home")
    after(f"indicator=unemployment&areas=BRA&year={truth.years('indicator=unemployment')[0]}&sex=F")
    monitor.page.select_option('select[data-key="scope"]', "019")
    after(f"indicator=unemployment&areas=BRA&year={truth.years('indicator=unemployment')[0]}&sex=F&scope=019")
    monitor.page.click('.side a[data-indicator="informal-employment"]')
    after("indicator=informal-employment&areas=BRA&scope=019")
    for query, state in steps[-2::-1]:
        monitor.page.go_back()
        monitor.eventually(lambda query=query: monitor.address == query)
        assert monitor.settled() == state, f"back at {query}"
    for query, state in steps[1:]:
        monitor.page.go_forward()
        monitor.eventually(lambda query=query: monitor.address == query)
        assert monitor.settled() == state, f"forward at {query}"


def test_a_deep_link_is_restored_after_a_reload_and_in_another_browser(monitor: Monitor, tab, truth: Truth) -> None:
    first = monitor.open(DEEP)
    check(first, truth, DEEP)
    assert monitor.address == DEEP and monitor.page.locator("#notices p").count() == 0
    monitor.page.reload()
    assert monitor.settled() == first
    assert tab().open(DEEP) == first


def test_a_view_reached_by_hand_is_that_of_its_link(monitor: Monitor, tab) -> None:
    monitor.open("indicator=unemployment")
    for code in ("KEN", "CHL"):
        monitor.click_area(code)
        monitor.eventually(lambda code=code: code in monitor.address)
    monitor.choose("by", "age")
    monitor.choose("window", "0")
    monitor.slider().focus()
    for _ in range(7):
        monitor.page.keyboard.press("ArrowLeft")
    monitor.eventually(lambda: "year=2014" in monitor.address)  # seven before 2021
    monitor.away()
    assert tab().open(monitor.address) == monitor.settled()


@pytest.mark.parametrize(
    ("typed", "canonical", "said"),
    [
        ("indicator=unemploymnt&areas=FIN", "indicator=unemployment&areas=FIN", "no indicator"),
        ("indicator=unemployment&areas=FIN,XXX,fin,ken", "indicator=unemployment&areas=FIN,KEN", "No country"),
        ("indicator=unemployment&year=3000", "indicator=unemployment&year=2021", "has data from"),
        ("indicator=unemployment&year=-7&colour=red", "indicator=unemployment", "not a year"),
        ("indicator=unemployment&sex=Q&scope=nowhere&by=shoes", "indicator=unemployment", "sex"),
        ("indicator=unemployment&areas=FIN,KEN,BRA,USA,IND,CHN,ZAF,AUS,CAN,PER", "indicator=unemployment&areas=FIN,KEN,BRA,USA,IND,CHN,ZAF,AUS", "At most 8"),
        ("year=%3Cscript%3Ealert(1)%3C/script%3E&indicator=unemployment&%FF%00=%E2%28", "indicator=unemployment", "not a year"),
        ("compare=region&areas=FIN&indicator=unemployment&year=2010", "indicator=unemployment&areas=FIN&year=2010&compare=region", None),
    ],
)
def test_a_malformed_address_shows_a_picture_a_notice_and_the_canonical_address(
    monitor: Monitor, truth: Truth, typed: str, canonical: str, said: str | None
) -> None:
    canonical = truth.view(canonical).to_query(truth.contents.default_indicator)  # the last year may be the default one
    state = monitor.open(typed)
    monitor.eventually(lambda: monitor.address == canonical)
    check(state, truth, canonical)
    notices = monitor.page.inner_text("#notices")
    assert (said in notices) if said else not notices
    if said:
        monitor.page.click("[data-close]")
        assert monitor.page.inner_text("#notices") == ""


def test_share_copies_the_link_of_exactly_this_view(tab) -> None:
    monitor = tab(permissions=["clipboard-read", "clipboard-write"])
    state = monitor.open("indicator=unemployment&areas=FIN&year=2009")
    monitor.page.click("#share")
    monitor.page.wait_for_function("() => document.getElementById('share').textContent === 'Link copied'")
    link = monitor.page.evaluate("() => navigator.clipboard.readText()")
    assert link == monitor.page.url
    assert tab().open(link.partition("?")[2]) == state
    monitor.page.wait_for_function("() => document.getElementById('share').textContent === 'Share'")
