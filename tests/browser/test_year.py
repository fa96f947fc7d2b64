"""A year step changes all panels and asks the server nothing."""

from __future__ import annotations

from tests.browser.agreement import check
from tests.browser.driver import Monitor
from tests.browser.truth import Truth

QUERY = "indicator=unemployment&areas=FIN,KEN"
GAPS = "() => { const p = window.years; return p.slice(1).map((t, i) => t - p[i]); }"
WATCH = """() => { window.years = []; const box = document.getElementById('year-words'); let was = box.textContent;
  const seen = () => { if (box.textContent !== was) { was = box.textContent; window.years.push(performance.now()); } };
  new MutationObserver(seen).observe(box, { childList: true, characterData: true, subtree: true }); }"""


DRAGGED = """years => { const slider = document.querySelector("#year input"), words = [], marks = [];
  for (const year of years) { slider.value = year; slider.dispatchEvent(new Event("input", {bubbles: true}));
    words.push(document.getElementById("year-words").textContent); marks.push(document.querySelector("#trend .js-plotly-plot").layout.shapes[0].x0); }
  slider.dispatchEvent(new Event("change", {bubbles: true}));
  return {words, marks}; }"""
LET_GO = """() => { const slider = document.querySelector("#year input"); let times = 0; const draw = monitor.drawYear;
  monitor.drawYear = () => { times++; draw(); };
  slider.value = 2001; for (const kind of ["input", "change"]) slider.dispatchEvent(new Event(kind, {bubbles: true}));
  return times; }"""


def shown(monitor: Monitor) -> int:
    return int(monitor.page.inner_text("#year-words"))


def test_arrow_keys_step_all_panels_without_a_request(monitor: Monitor, truth: Truth) -> None:
    monitor.open(QUERY)
    asked = monitor.asks()
    monitor.slider().focus()
    for _ in range(5):
        monitor.page.keyboard.press("ArrowLeft")
    monitor.eventually(lambda: monitor.address == "indicator=unemployment&areas=FIN,KEN&year=2016")  # from 2021, five back
    check(monitor.settled(), truth, QUERY + "&year=2016")
    monitor.page.keyboard.press("Home")
    monitor.eventually(lambda: shown(monitor) == truth.years(QUERY)[0])
    check(monitor.settled(), truth, f"{QUERY}&year={truth.years(QUERY)[0]}")
    assert monitor.asks() == asked


def test_dragging_the_year_steps_all_panels_without_a_request(monitor: Monitor, truth: Truth) -> None:
    monitor.open(QUERY)
    asked = monitor.asks()
    box = monitor.slider().bounding_box()
    middle = box["y"] + box["height"] / 2
    monitor.page.mouse.move(box["x"] + box["width"] - 11, middle)
    monitor.page.mouse.down()
    monitor.page.mouse.move(box["x"] + box["width"] * 0.7, middle, steps=8)
    on_the_way = shown(monitor)
    monitor.page.mouse.move(box["x"] + box["width"] * 0.4, middle, steps=8)
    assert "year=" not in monitor.address  # only where it is let go is a step of the history
    monitor.page.mouse.up()
    year = shown(monitor)
    assert truth.years(QUERY)[0] < year < on_the_way < truth.years(QUERY)[-1]
    monitor.eventually(lambda: monitor.address == f"{QUERY}&year={year}")
    check(monitor.settled(), truth, f"{QUERY}&year={year}")
    assert monitor.asks() == asked


def test_play_runs_to_the_last_year_and_stops(monitor: Monitor, truth: Truth) -> None:
    last = truth.years(QUERY)[-1]
    monitor.open(f"{QUERY}&year={last - 3}")
    asked = monitor.asks()
    monitor.page.evaluate(WATCH)
    monitor.page.click("#play")
    assert monitor.page.get_attribute("#play", "aria-label") == "Stop"
    monitor.eventually(lambda: shown(monitor) == last and monitor.page.get_attribute("#play", "aria-label") == "Play through the years")
    check(monitor.settled(), truth, f"{QUERY}&year={last}")
    assert max(monitor.page.evaluate(GAPS)) < 1400  # about half a second a year
    assert monitor.asks() == asked


def test_play_is_stopped_by_a_click_and_the_address_says_the_year(monitor: Monitor, truth: Truth) -> None:
    monitor.open(f"{QUERY}&year=1995")
    monitor.page.click("#play")
    monitor.eventually(lambda: shown(monitor) >= 1997)
    monitor.page.click("#play")
    year = shown(monitor)
    monitor.eventually(lambda: monitor.address == f"{QUERY}&year={year}")
    check(monitor.settled(), truth, f"{QUERY}&year={year}")
    assert shown(monitor) == year


def test_play_is_slow_for_those_who_asked_for_less_motion(tab, truth: Truth) -> None:
    monitor = tab(reduced_motion="reduce")
    monitor.open(f"{QUERY}&year=1995")
    monitor.page.evaluate(WATCH)
    monitor.page.click("#play")
    monitor.eventually(lambda: shown(monitor) >= 1997)
    monitor.page.click("#play")
    assert min(monitor.page.evaluate(GAPS)) > 1200


def test_a_drag_changes_the_views_once_for_those_who_asked_for_less_motion(tab, truth: Truth) -> None:
    monitor = tab(reduced_motion="reduce")
    monitor.open(f"{QUERY}&year=1995")
    moved = monitor.page.evaluate(DRAGGED, list(range(1996, 2010)))
    assert moved["words"] == [str(year) for year in range(1996, 2010)]
    assert moved["marks"] == [1995] * 14  # the charts wait until it rests
    check(monitor.settled(), truth, f"{QUERY}&year=2009")


def test_letting_the_slider_go_draws_no_year_a_second_time(monitor: Monitor) -> None:
    monitor.open(f"{QUERY}&year=1995")
    assert monitor.page.evaluate(LET_GO) == 1


def test_a_borrowed_value_says_its_year(monitor: Monitor, truth: Truth) -> None:
    query = next(
        q
        for key in truth.contents.holdings
        if truth.contents.catalogue[key].window >= 2
        for q in [f"indicator={key}"]
        if sum(y < truth.year(q) for c, y in truth.used(q).items() if c in truth.values(q)) > 20
    )
    state = monitor.open(query)
    used, year = truth.used(query), truth.year(query)
    old = {c for c in truth.values(query) if used[c] < year}
    assert {r["code"]: r["year"] for r in state["ranking"]} == {c: used[c] for c in {r["code"] for r in truth.ranking(query)}}
    land = [c for c in old if c in state["map"]["areas"]]
    assert land and all(state["map"]["patterns"].get(c) == "borrowed" for c in land)
    monitor.hover_area(land[0])
    monitor.page.wait_for_selector("#card.on")
    assert f"value of {used[land[0]]}" in monitor.page.inner_text("#card")
