"""As soon as the year rests, what is seen is what the library holds, what it would export, what hovering says and what the server draws.

While the year moves the shapes are filled past the library, so each of these could lag behind.
"""

from __future__ import annotations

import pytest

from dashboard import theme, wording
from tests.browser.agreement import percent_of, rgb
from tests.browser.draws import draws
from tests.browser.driver import Monitor
from tests.browser.truth import Truth

# the years of a drag, then the map's own state and its picture: [{code: class}, {code: colour of the exported shape}]
DRAG = """years => { const slider = document.querySelector("#year input");
  for (const [i, year] of years.entries()) { slider.value = year; slider.dispatchEvent(new Event("input", {bubbles: true})); }
  slider.dispatchEvent(new Event("change", {bubbles: true})); }"""
HELD = """async () => { const gd = document.querySelector("#map .js-plotly-plot"), held = gd.data[0], classes = {}, colours = {};
  held.locations.forEach((code, i) => { classes[code] = held.z[i]; });
  const shown = window.drawn.areaPaths(0).map(path => path.__data__.loc);
  const url = await Plotly.toImage(gd, {format: "svg", width: gd.clientWidth, height: gd.clientHeight});
  const text = decodeURIComponent(url.slice(url.indexOf(",") + 1)).replace(/ style=/g, " data-style=");  // the page's policy holds for what it reads, too
  const picture = new DOMParser().parseFromString(text, "image/svg+xml");
  const paths = [...picture.querySelector(".choroplethlayer g.trace").querySelectorAll("path")].filter(path => path.getAttribute("d"));
  paths.forEach((path, i) => { colours[shown[i]] = path.getAttribute("fill"); });
  return [classes, colours, shown.length === paths.length]; }"""


@pytest.mark.parametrize(("kind", "seed", "count"), [("any", 11, 4), ("groups", 12, 3), ("families", 13, 2)])
def test_after_a_drag_all_agree(monitor: Monitor, truth: Truth, kind: str, seed: int, count: int) -> None:
    monitor.open()
    for query, year in draws(truth, seed, kind, count):
        if not truth.contents.catalogue[truth.view(query).indicator].is_mappable:
            continue
        monitor.page.evaluate("query => { const v = Object.fromEntries(new URLSearchParams(query)); monitor.show(v, 'push'); }", query)
        monitor.settled()
        years = list(truth.years(query))
        monitor.page.evaluate(DRAG, [*years[::3], year])
        monitor.settled()
        agree(monitor, truth, f"{query}&year={year}")


def agree(monitor: Monitor, truth: Truth, query: str) -> None:
    """The library's numbers, its picture, the legend and the card are those of the view."""
    classes, head = truth.classes(query), truth.headline(query)
    held, exported, is_whole = monitor.page.evaluate(HELD)
    assert held == {code: classes.get(code, -1) for code in held}, query
    colours = [rgb(colour) for colour in (theme.NO_DATA, *head["classes"]["colours"])]
    assert is_whole and {c: colours.index(f) - 1 for c, f in exported.items()} == {c: classes.get(c, -1) for c in exported}, query
    legend = monitor.page.locator("#legend > .key").all_inner_texts()
    assert legend == head["classes"]["labels"], query
    values, unit = truth.values(query), percent_of(truth, query)
    pointed = [code for code in ("BRA", "IND", "ZAF", "AUS", "CAN", "NGA", "FRA") if code in values and monitor.spot(code)][:2]
    for code in pointed:
        monitor.hover_area(code)
        monitor.eventually(lambda code=code: monitor.page.locator("#card.on b").all_inner_texts() == [truth.name(code)])
        assert wording.value(values[code], head["decimals"], unit, truth.flag(query, code)) in monitor.page.inner_text("#card"), query
    monitor.away()
