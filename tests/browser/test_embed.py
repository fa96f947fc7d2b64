"""Embeds as a page of somebody else shows them: frames of another origin, under a content security policy without anything inline."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Frame
from werkzeug.serving import make_server

from tests.browser.conftest import Quiet
from tests.browser.driver import Monitor

QUERY = "indicator=unemployment&year=2015"
HOST = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Somebody's page</title><link rel="icon" href="data:,"><h1>Somebody's page</h1>
<iframe id="frame" src="{monitor}embed/{panels}?{query}" width="500" height="150" title="Unemployment"></iframe>
<iframe id="stranger" src="/stranger" width="300" height="60" title="An advertisement"></iframe>
<script src="{monitor}embed.js" async></script></html>"""
STRANGER = "<!doctype html><title>-</title><script>setInterval(() => parent.postMessage({monitor: 'height', height: 777, panel: 'map'}, '*'), 50)</script>"
LAID = """() => Object.fromEntries([...document.querySelectorAll("h1, .subtitle, .panel, .panel-name, .chart-box, .year-row, .legend, .chips, .ranking, .panel-note, .notices, footer")]
  .map((e, i) => [i + " " + (e.id || e.className || e.tagName), ["x", "y", "width", "height"].map(side => Math.round(e.getBoundingClientRect()[side])).join()]))"""


@pytest.fixture(scope="module")
def elsewhere(served: str) -> Iterator[str]:
    """The address of another site: `<panels>?<query>` below it is a page that holds them in a frame."""

    def site(environ: dict, start_response: Callable) -> list[bytes]:
        path = environ["PATH_INFO"].strip("/")
        policy = f"default-src 'none'; img-src data:; script-src {served}; frame-src 'self' {served}"
        headers = [("Content-Type", "text/html")] + ([] if path == "stranger" else [("Content-Security-Policy", policy)])
        start_response("200 OK", headers)
        return [(STRANGER if path == "stranger" else HOST.format(monitor=served, panels=path, query=environ["QUERY_STRING"])).encode()]

    server = make_server("127.0.0.1", 0, site, threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join(10)


class Host:
    """Somebody's page with a frame in it."""

    def __init__(self, monitor: Monitor, address: str) -> None:
        self.monitor, self.page = monitor, monitor.page
        self.page.goto(address)
        self.frame: Frame = monitor.eventually(lambda: next((f for f in self.page.frames if "/embed/" in f.url), None))

    def height(self, of: str = "frame") -> float:
        return self.page.evaluate("id => document.getElementById(id).getBoundingClientRect().height", of)

    def fitted(self) -> float:
        """The height of the frame once it is that of its content, border included."""
        held = "() => Math.ceil(document.querySelector('.embed').getBoundingClientRect().height)"
        return self.monitor.eventually(lambda: (height := self.height()) == self.frame.evaluate(held) + 4 and height)

    def settled(self) -> None:
        """Once what the library draws is there."""
        self.frame.wait_for_function("() => document.querySelector('#map .js-plotly-plot .scatterlayer path.point') && !document.querySelector('#map > svg.early')")

    def click(self, code: str) -> None:
        """A click on a country of the map."""
        box = self.page.locator("#frame").bounding_box()
        x, y, *_ = self.monitor.eventually(lambda: self.frame.evaluate("code => window.drawn.spot(code)", code))
        self.page.mouse.move(box["x"] + 2 + x + 3, box["y"] + 2 + y + 2)
        self.page.mouse.move(box["x"] + 2 + x, box["y"] + 2 + y)
        self.page.mouse.click(box["x"] + 2 + x, box["y"] + 2 + y)


@pytest.fixture
def host(tab: Callable[..., Monitor], elsewhere: str) -> Callable[..., Host]:
    return lambda panels, query=QUERY: Host(tab(height=1200), f"{elsewhere}{panels}?{query}")


def test_a_frame_of_another_origin_is_as_high_as_what_it_shows_at_any_width(host: Callable[..., Host]):
    there = host("map,ranking")
    narrow = there.fitted()
    assert narrow > 700
    there.settled()
    assert there.fitted() == narrow  # nothing has moved when the library took the map over
    there.page.evaluate("() => { document.getElementById('frame').style.width = '1000px'; }")
    wide = there.monitor.eventually(lambda: (height := there.fitted()) != narrow and height)
    assert 400 < wide < narrow - 200
    there.page.evaluate("() => { document.getElementById('frame').style.width = '500px'; }")
    assert there.monitor.eventually(lambda: there.fitted() == narrow)
    assert there.frame.evaluate("() => innerWidth - document.documentElement.clientWidth") == 0  # no scroll bar
    assert there.height("stranger") == 64  # who is not of the monitor's origin is not heard


def test_a_click_on_the_map_marks_the_country_in_the_ranking_and_leaves_the_history_to_the_page_around(host: Callable[..., Host]):
    there = host("map,ranking")
    there.fitted()
    there.settled()
    before, link = there.page.evaluate("history.length"), "() => document.querySelector('a[data-view]').getAttribute('href')"
    there.click("BRA")
    pins = "() => [...document.querySelectorAll('#ranking .pins tr')].map(row => row.dataset.area)"
    assert there.monitor.eventually(lambda: there.frame.evaluate(pins) == ["BRA"])
    assert there.frame.evaluate(link) == "/?indicator=unemployment&areas=BRA&year=2015"
    slider = there.frame.locator("#year input")
    slider.focus()
    slider.press("ArrowRight")
    assert there.frame.inner_text("#year-words") == "2016" and " 2016" in there.frame.inner_text(".subtitle")
    assert there.frame.evaluate(link) == "/?indicator=unemployment&areas=BRA&year=2016"
    assert there.page.evaluate("history.length") == before
    there.fitted()


def test_a_trend_and_a_breakdown_follow_each_other(host: Callable[..., Host]):
    there = host("trend,breakdown", "indicator=unemployment&areas=FIN,KEN&by=sex")
    there.frame.wait_for_function("() => document.querySelectorAll('#trend .js-plotly-plot, #breakdown .js-plotly-plot .point').length > 4")
    there.fitted()
    there.frame.click("#breakdown button[data-area=KEN]")
    names = "() => [...document.querySelectorAll('#breakdown .group-names .name')].map(name => name.textContent)"
    assert there.monitor.eventually(lambda: "Kenya" not in there.frame.evaluate(names) and "Finland" in there.frame.evaluate(names))
    assert there.monitor.eventually(lambda: "Kenya" not in there.frame.inner_text("#trend"))
    there.fitted()  # the list of Finland's neighbours is longer than the two rows before


def test_a_ranking_needs_no_chart_library_and_is_sorted_by_its_heads(host: Callable[..., Host]):
    there = host("ranking")
    there.fitted()
    first = "() => document.querySelector('#ranking .places th').textContent"
    was = there.frame.evaluate(first)
    there.frame.click("#ranking [data-sort=name]")
    assert there.monitor.eventually(lambda: there.frame.evaluate(first) == "Afghanistan") and was != "Afghanistan"
    assert not [url for url in there.monitor.asked if "plotly" in url or "world_110m" in url or "_dash" in url]


@pytest.mark.parametrize("width", [320, 1000])
def test_nothing_moves_when_the_scripts_have_run(tab: Callable[..., Monitor], served: str, width: int):
    query = "indicator=unemployment&areas=QQQ,FIN&by=sex"
    monitor = tab(width=width, height=700)
    laid: list[dict[str, Any]] = []
    for is_live in (False, True):
        if not is_live:
            monitor.page.route("**/frame.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
        monitor.page.goto(f"{served}embed/map,trend,breakdown,ranking?{query}")
        if is_live:
            monitor.page.wait_for_function("() => document.querySelectorAll('.js-plotly-plot .point').length > 4 && document.querySelectorAll('.js-plotly-plot').length === 3")
        monitor.page.unroute("**/frame.js")
        laid.append(monitor.page.evaluate(LAID))
    assert len(laid[0]) >= 20 and laid[0] == laid[1]
    assert monitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_page_whose_origin_is_not_listed_gets_no_frame(browser: Browser, elsewhere: str):
    """The same page by another name of this machine, which the setting does not list."""
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{elsewhere.replace('127.0.0.1', 'localhost')}map?{QUERY}")
    for _ in range(100):  # what is refused is said when its answer has come
        if any("frame-ancestors" in words for words in said):
            break
        page.wait_for_timeout(100)
    assert any("frame-ancestors" in words for words in said)
    assert not any("/embed/" in frame.url and frame.locator(".embed").count() for frame in page.frames)
    context.close()
