"""A briefing pack as its readers ask for it: ticked, made, stopped; two readers' packs never mix."""

from __future__ import annotations

import io
from collections.abc import Callable

from pypdf import PdfReader

from tests.browser.driver import Monitor

LISTEN = """() => { window.said = []; const making = document.querySelector('.making');
  new MutationObserver(() => window.said.push(making.textContent)).observe(making, {subtree: true, childList: true}); }"""
TICK_25 = """() => { const boxes = document.querySelectorAll('.pack .shelf input');
  boxes.forEach((box, n) => { box.checked = n < 25; }); boxes[0].dispatchEvent(new Event('change', {bubbles: true})); }"""


def opened(monitor: Monitor, areas: str, count: int) -> None:
    """The dialog at its briefing, with so many further indicators ticked."""
    monitor.page.goto(f"{monitor.base}?areas={areas}")
    monitor.page.click("#take")
    monitor.page.click("#taking [data-part=pack]")
    for tick in monitor.page.locator(".pack .shelf details[open] .tick").all()[1 : 1 + count]:
        tick.click()


def taken(monitor: Monitor) -> list[str]:
    """The pages of the pack that was made, as text."""
    with monitor.page.expect_download() as download:
        monitor.page.click(".pack .made a", timeout=60_000)
    return [page.extract_text() for page in PdfReader(io.BytesIO(download.value.path().read_bytes())).pages]


def test_two_readers_who_ask_at_once_each_get_their_own_and_see_how_far_it_is(tab: Callable[..., Monitor]):
    readers = {"FIN": tab(), "KEN": tab()}
    for areas, monitor in readers.items():
        opened(monitor, areas, 0)
        assert monitor.page.inner_text(".pack .count") == "1 indicator"
        monitor.page.evaluate(LISTEN)
    for monitor in readers.values():
        monitor.page.click(".pack [data-make]")
    for (_, monitor), name in zip(readers.items(), ("Finland", "Kenya"), strict=True):
        pages = taken(monitor)
        assert pages[0].startswith(f"Briefing\n{name}\n") and f"{name} " in pages[1]
        assert any("(1 of 3)" in said for said in monitor.page.evaluate("window.said"))
        assert monitor.page.inner_text("#taking [role=status]") == "The pack is ready."


def test_a_pack_is_stopped_and_another_can_be_asked_for(tab: Callable[..., Monitor]):
    monitor = tab()
    opened(monitor, "FIN", 6)
    monitor.page.click(".pack [data-make]")
    monitor.page.wait_for_function("() => /of 9/.test(document.querySelector('.making span').textContent)")
    monitor.page.click(".pack [data-stop]")
    assert monitor.page.inner_text("#taking [role=status]") == "Stopped. Nothing was kept."
    assert not monitor.page.locator(".making").is_visible() and monitor.page.locator(".pack .made a").count() == 0
    assert monitor.page.locator(".pack [data-make]").is_enabled()


def test_nothing_ticked_and_too_many_cannot_be_made(tab: Callable[..., Monitor]):
    monitor = tab()
    opened(monitor, "FIN", 0)
    monitor.page.locator(".pack .shelf details[open] .tick").first.click()
    assert monitor.page.locator(".pack [data-make]").is_disabled()
    monitor.page.evaluate(TICK_25)
    assert monitor.page.inner_text(".pack .count") == "25 chosen; at most 24 fit a pack."
    assert monitor.page.locator(".pack [data-make]").is_disabled()
