"""One screen on a laptop and a projector, a stack on a phone; nothing lies on anything else."""

from __future__ import annotations

import pytest

QUERY = "indicator=unemployment&areas=FIN,KEN,BRA"
SIZES = [(1920, 1080), (1366, 768), (820, 1180), (390, 844)]
BOXES = """() => ['.map-panel', '.breakdown-panel', '.trend-panel', '.ranking-panel', '.year-row', '.headline', 'main > footer'].map(s => {
  const b = document.querySelector(s).getBoundingClientRect(); return [s, b.left, b.top + scrollY, b.right, b.bottom + scrollY]; })"""
SPILLS = """() => { const wide = document.documentElement.clientWidth; return [document.documentElement.scrollWidth - wide, document.body.scrollWidth - wide,
  ...[...document.querySelectorAll('main *')].filter(e => !e.closest('.scroll, .ranking, .map-side, svg'))
    .filter(e => getComputedStyle(e).position !== 'absolute' && e.getBoundingClientRect().right > wide + 1 && e.getBoundingClientRect().width > 0)
    .map(e => e.tagName + '.' + e.className + '#' + e.id + ' ' + Math.round(e.getBoundingClientRect().right))]; }"""
SMALL = """() => { const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); let node;
  while ((node = walk.nextNode())) { const e = node.parentElement; if (!node.textContent.trim() || !e.getClientRects().length) continue;
    if (e.closest('.visually-hidden, script, style, noscript, .skip, .brand')) continue;
    const size = parseFloat(getComputedStyle(e).fontSize);
    if (size < 13) found.push(e.tagName + ' ' + size + 'px ' + node.textContent.trim().slice(0, 40)); }
  return [...new Set(found)]; }"""
OUTSIDE = """() => { const out = []; for (const panel of ['map', 'trend', 'breakdown']) {
  const parent = document.querySelector('#' + panel).parentNode, box = parent.getBoundingClientRect();
  const svg = document.querySelector('#' + panel + ' .main-svg').getBoundingClientRect(), scrolls = getComputedStyle(parent).overflowY === 'auto';
  if (svg.width > box.width + 1 || (!scrolls && svg.height > box.height + 1) || svg.width < box.width - 20)
    out.push([panel, box.width, box.height, svg.width, svg.height]); } return out; }"""


def overlap(a: list, b: list) -> float:
    """Square pixels that two boxes share."""
    width, height = min(a[3], b[3]) - max(a[1], b[1]), min(a[4], b[4]) - max(a[2], b[2])
    return width * height if width > 1 and height > 1 else 0


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_panels_fit_the_screen_and_do_not_lie_on_each_other(tab, width: int, height: int) -> None:
    monitor = tab(width=width, height=height)
    monitor.open(QUERY)
    page = monitor.page
    spills = page.evaluate(SPILLS)
    assert spills[0] <= 0 and spills[1] <= 0, f"the page scrolls sideways: {spills}"
    assert not spills[2:], f"beyond the right edge: {spills[2:]}"
    boxes = page.evaluate(BOXES)
    on_each_other = [(a[0], b[0]) for i, a in enumerate(boxes) for b in boxes[i + 1 :] if overlap(a, b)]
    assert not on_each_other
    assert all(b[3] - b[1] > 100 and b[4] - b[2] > 15 for b in boxes), boxes
    assert page.evaluate(OUTSIDE) == []
    assert page.evaluate(SMALL) == []
    if width >= 1366:
        assert page.evaluate("() => document.documentElement.scrollHeight") <= height
        assert all(b[4] <= height for b in boxes), f"below the edge of the screen: {boxes}"


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_eight_countries_with_long_names_still_fit(tab, width: int, height: int) -> None:
    monitor = tab(width=width, height=height)
    monitor.open("indicator=unemployment&areas=GBR,BOL,VEN,COD,IRN,STP,BIH,TZA")
    assert len(monitor.settled()["chips"]) == 8
    spills = monitor.page.evaluate(SPILLS)
    assert spills[0] <= 0 and spills[1] <= 0 and not spills[2:], spills
    if width >= 1366:
        assert monitor.page.evaluate("() => document.documentElement.scrollHeight") <= height


def test_a_phone_opens_the_list_of_indicators_and_closes_it_after_a_choice(tab) -> None:
    monitor = tab(width=390, height=844, has_touch=True)
    monitor.open(QUERY)
    link = monitor.page.locator('.side a[data-indicator="labour-force-participation"]')
    assert not link.is_visible()
    monitor.page.tap("#menu")
    link.wait_for(state="visible")
    assert monitor.page.get_attribute("#menu", "aria-expanded") == "true"
    link.tap()
    link.wait_for(state="hidden")
    assert monitor.settled()["words"]["current"] == ["labour-force-participation"]
    assert monitor.page.get_attribute("#menu", "aria-expanded") == "false"
