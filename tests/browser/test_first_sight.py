"""What stands in the first response is what the page's script and the chart library then show: nothing moves, nothing flashes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from playwright.sync_api import Route

from dashboard.figures.natural_earth import WIDTH, Window
from dashboard.figures.world_map import map_layout
from dashboard.peers import scope_of
from tests.browser.driver import Monitor
from tests.browser.truth import Truth

SIZES = [(1366, 768), (1920, 1080), (390, 844)]
ADDRESSES = [
    "",
    "indicator=unemployment&areas=FIN,KEN",
    "indicator=unemployment&areas=FIN,KEN,BRA,IND,SMR,USA&year=1995&window=0",
    "indicator=refugees-hosted&areas=DEU,PRI",
    "indicator=rule-of-law&scope=002&compare=region&areas=FIN,ZAF,ESH",
    "indicator=adult-literacy&sex=F&scope=LDC",
    "indicator=unemployment&areas=FIN,BRA&age=Y15T24&measure=ratio&ref=M",
    "indicator=social-safety-net-coverage-by-quintile&measure=sii&areas=BRA",
    "indicator=account-at-a-financial-institution-or-mobile-money&by=location&measure=ratio&ref=U&areas=SGP,IND",
    "indicator=unemployment&areas=KEN&cross=age&chart=lines",
    "indicator=borrowed-any-money&areas=KEN&chart=all",
    "indicator=unemploymnt&areas=XYZ,FIN&year=1066&by=shoe",
]
READ = """() => {
  const skipped = {OPTION: 'selected', INPUT: 'value'};  // the script sets what is chosen, not what is written
  const tree = node => node.nodeType === 3 ? node.data : [node.nodeName,
    Array.from(node.attributes).filter(a => a.name !== skipped[node.nodeName]).map(a => a.name + '=' + a.value).sort(), Array.from(node.childNodes).map(tree)];
  const written = id => JSON.stringify(tree(document.getElementById(id)));
  const ids = ['title', 'subtitle', 'sentence', 'slices', 'measure', 'scope', 'legend', 'by', 'year',
     'year-words', 'window', 'compare', 'chips', 'source', 'about', 'play', 'take'];
  const ranking = document.getElementById('ranking'), lists = Array.from(document.querySelectorAll('.side .dimension-list'));
  return Object.assign(Object.fromEntries(ids.map(id => [id, written(id)])), {
    side: JSON.stringify(lists.map(tree)),
    files: Array.from(document.querySelectorAll('.take')).map(part => JSON.stringify(tree(part))),
    ranking: Array.from(ranking.querySelectorAll('caption, thead, .pins, .places tr[data-area], .empty')).map(part => JSON.stringify(tree(part))),
    values: Array.from(document.querySelectorAll('select[data-key], #year input')).map(field => field.value),
    name: document.title,
  });
}"""
MAP = """selector => {
  const areas = {}, probe = document.createElement('i');
  const paint = path => {
    const tile = /url\\(["']?#([^"')]+)/.exec(path.style.fill);
    probe.style.color = tile ? document.getElementById(tile[1]).querySelector('rect').getAttribute('fill') : getComputedStyle(path).fill;
    return probe.style.color;
  };
  document.querySelectorAll(selector).forEach(path => {
    const code = path.dataset.area || (path.__data__ && path.__data__.loc), box = path.getBoundingClientRect();
    if (code && path.getAttribute('d')) areas[code] = {fill: paint(path), kind: path.dataset.kind || '', box: [box.left, box.top, box.right, box.bottom]};
  });
  return areas;
}"""
STYLED = """() => document.getElementById('first') && document.fonts.status === 'loaded'
  && Array.from(document.querySelectorAll('link[rel=stylesheet]')).every(link => link.sheet)"""
EARLY, DRAWN = "#map > svg.early path[data-area]", "#map .choroplethlayer g.trace:first-child path"
WATCH = """() => {
  window.shift = 0;
  window.bare = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => { window.shift += entry.value; })).observe({type: 'layout-shift', buffered: true});
  (function look() {
    const map = document.getElementById('map'), drawn = document.querySelector('#map .choroplethlayer path[data-kind]');
    if (map && window.seen && !drawn && !map.querySelector('svg.early')) window.bare++;
    if (map && map.querySelector('svg.early')) window.seen = true;
    if (document.readyState) requestAnimationFrame(look);
  })();
}"""


def held_back(monitor: Monitor, query: str) -> Callable[[], dict]:
    """Opens an address of which only the document and its styles come; what is returned lets the library through, and waits."""
    kept: list[Route] = []
    monitor.page.route("**/plotly.js", lambda route: kept.append(route))
    monitor.page.goto(f"{monitor.base}?{query}", wait_until="commit")
    monitor.page.wait_for_selector(EARLY, state="attached")
    monitor.page.wait_for_function(STYLED)  # a box measured before its styles are there lies elsewhere
    monitor.eventually(lambda: kept)

    def whole() -> dict:
        kept[0].continue_()
        return monitor.settled()

    return whole


@pytest.mark.parametrize("query", ADDRESSES)
def test_the_words_of_the_document_are_those_that_the_script_writes(monitor: Monitor, query: str) -> None:
    whole = held_back(monitor, query)
    before = monitor.page.evaluate(READ)
    assert not monitor.page.evaluate("() => !!(window.monitor && window.monitor.held && window.monitor.held.map)")
    whole()
    after = monitor.page.evaluate(READ)
    rows = [before.pop("ranking"), after.pop("ranking")]
    assert [pair for pair in zip(*rows, strict=False) if pair[0] != pair[1]] == []
    assert {key: before[key] for key in before if before[key] != after[key]} == {}


@pytest.mark.parametrize("query", ADDRESSES)
def test_the_map_of_the_document_has_the_colours_and_patterns_of_the_drawn_one(monitor: Monitor, query: str) -> None:
    whole = held_back(monitor, query)
    before = monitor.page.evaluate(MAP, EARLY)
    whole()
    after = monitor.page.evaluate(MAP, DRAWN)
    assert before.keys() == after.keys()
    assert {code: (before[code], after[code]) for code in before if (before[code]["fill"], before[code]["kind"]) != (after[code]["fill"], after[code]["kind"])} == {}


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("query", [ADDRESSES[1], ADDRESSES[4]])
def test_every_country_lies_where_the_library_draws_it(tab: Callable[..., Monitor], truth: Truth, query: str, size: tuple[int, int]) -> None:
    monitor = tab(width=size[0], height=size[1])
    whole = held_back(monitor, query)
    before = monitor.page.evaluate(MAP, EARLY)
    whole()
    after = monitor.page.evaluate(MAP, DRAWN)
    marked = {code for code, _, _ in truth.desk.ground.points}  # of islands far apart some are too small for the picture
    far = {code: np.abs(np.subtract(before[code]["box"], after[code]["box"])).max() for code in before if code not in marked}
    assert len(far) > 60 and {code: gap for code, gap in far.items() if gap >= 1} == {}


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("query", ["", "indicator=refugees-hosted", "indicator=unemployment&areas=FIN,KEN&scope=150", ADDRESSES[-1]])
def test_nothing_moves_and_the_map_is_never_bare(tab: Callable[..., Monitor], query: str, size: tuple[int, int]) -> None:
    monitor = tab(width=size[0], height=size[1])
    monitor.page.add_init_script(f"({WATCH})()")
    whole = held_back(monitor, query)
    whole()
    assert monitor.page.evaluate("() => [window.seen, window.bare, document.querySelectorAll('svg.early').length]") == [True, 0, 0]
    assert monitor.page.evaluate("() => window.shift") < 0.02


@pytest.mark.parametrize("query", ["", "scope=002", "scope=009", "scope=150", "scope=LDC"])
def test_a_place_is_where_the_librarys_own_projection_has_it(monitor: Monitor, truth: Truth, query: str) -> None:
    monitor.open(query)
    places = [(lon, lat) for lon in range(-170, 181, 35) for lat in (-50, -10, 0, 35, 70)]
    geo = "document.querySelector('#map .js-plotly-plot')._fullLayout.geo._subplot"
    found = monitor.page.evaluate(f"places => places.map(place => {geo}.projection(place))", places)
    (left, top), (right, bottom) = monitor.page.evaluate(f"() => {geo}.bounds")
    window = Window.of(map_layout(scope_of(truth.view(query), truth.contents.atlas), truth.contents.atlas)["geo"])
    unit = (right - left) / WIDTH
    assert bottom - top == pytest.approx(window.height * unit, abs=0.1)
    ours = [window.point(lon, lat) for lon, lat in places]
    assert np.abs(np.array([(left + x * unit, top + y * unit) for x, y in ours]) - np.array(found)).max() < 0.2
