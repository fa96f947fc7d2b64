"""The breakdown panel as a reader uses it: forms, crossings, neighbours as links; what is drawn is what the release holds."""

from __future__ import annotations

import pytest

from tests.browser.agreement import check, check_breakdown
from tests.browser.driver import Monitor
from tests.browser.truth import Truth

KENYA = "indicator=unemployment&areas=KEN"
FORMS = [
    KENYA,
    f"{KENYA},FIN",
    f"{KENYA}&cross=age",
    f"{KENYA},FIN,BRA&cross=age",
    "indicator=unemployment&cross=age",
    "indicator=account-at-a-financial-institution-or-mobile-money&areas=KEN&chart=all",
    "indicator=social-safety-net-coverage-by-quintile&areas=KEN",
    "indicator=political-exclusion-by-group&areas=KEN,FIN",
    "indicator=ict-skills&areas=FIN&by=sex&cross=skill",
]
LINES = [f"{KENYA}&chart=lines", f"{KENYA},FIN&chart=lines", "indicator=access-to-justice&areas=KEN,FIN&chart=lines", f"{KENYA}&cross=age&chart=lines"]
# pixels between the middles of each two dots of groups that stand in one row
CLOSEST = """() => { const rows = {}; document.querySelectorAll('#breakdown .scatterlayer .trace').forEach(group => { const t = group.__data__[0].trace;
  if (t.mode === 'markers' && t.name !== 'all') group.querySelectorAll('path.point').forEach(p => {
    if (p.getAttribute('display') === 'none') return;
    const at = /translate\\(([-\\d.]+),([-\\d.]+)/.exec(p.getAttribute('transform')).slice(1).map(Number);
    (rows[p.__data__.i] = rows[p.__data__.i] || []).push(at); }); });
  const far = row => row.flatMap((a, i) => row.slice(i + 1).map(b => Math.hypot(a[0] - b[0], a[1] - b[1])));
  return Math.min(...Object.values(rows).flatMap(far)); }"""


def to_year(monitor: Monitor, year: int) -> dict:
    """The slider at a year, as a hand drags it there and lets it go."""
    monitor.page.evaluate("""year => { const slider = document.querySelector("#year input"); slider.value = year;
      for (const kind of ["input", "change"]) slider.dispatchEvent(new Event(kind, {bubbles: true})); }""", year)
    return monitor.settled()


def name(monitor: Monitor, code: str):
    return monitor.page.locator(f'#breakdown button.name[data-area="{code}"]')


@pytest.mark.parametrize("query", FORMS)
def test_rows_dots_bars_and_numbers_are_the_releases_in_every_year_without_a_request(monitor: Monitor, truth: Truth, query: str) -> None:
    check_breakdown(monitor.open(query)["breakdown"], truth, query)
    asked, years = monitor.asks(), truth.years(query)
    for year in (years[0], years[len(years) // 2], years[-2] if len(years) > 1 else years[0], years[-1]):
        state = to_year(monitor, year)
        check_breakdown(state["breakdown"], truth, query if year == truth.year(query) else f"{query}&year={year}")
    assert monitor.asks() == asked


@pytest.mark.parametrize("query", LINES)
def test_lines_pass_through_the_releases_values_and_only_the_mark_moves(monitor: Monitor, truth: Truth, query: str) -> None:
    drawn = monitor.open(query)["breakdown"]["lines"]
    true = [t for t in truth.breakdown(query)["figure"]["data"] if t["name"]]
    assert len(true) > 1
    found = [line for line in drawn if line["name"]]
    assert [line["name"] for line in found] == [t["name"] for t in true]
    for line, trace in zip(found, true, strict=True):
        values = [(x, y) for x, y in zip(line["x"], line["y"], strict=True) if y is not None]
        held = [(x, y) for x, y in zip(trace["x"], trace["y"], strict=True) if y is not None]
        assert [x for x, _ in values] == [x for x, _ in held] and [y for _, y in values] == pytest.approx([y for _, y in held], rel=1e-6)
    asked, mark = monitor.asks(), "#breakdown .shapelayer path"
    before, path = monitor.page.get_attribute(mark, "d"), monitor.page.get_attribute("#breakdown path.js-line", "d")
    to_year(monitor, truth.years(query)[0])
    assert monitor.page.get_attribute(mark, "d") != before and monitor.page.get_attribute("#breakdown path.js-line", "d") == path
    assert monitor.asks() == asked


def test_a_click_on_a_neighbours_name_chooses_it_and_back_lets_it_go(monitor: Monitor, truth: Truth) -> None:
    monitor.open(KENYA)
    name(monitor, "GAB").click()
    monitor.eventually(lambda: monitor.address == f"{KENYA},GAB")
    check(monitor.settled(), truth, f"{KENYA},GAB")
    monitor.page.go_back()
    monitor.eventually(lambda: monitor.address == KENYA)
    check(monitor.settled(), truth, KENYA)


def test_the_bar_of_a_neighbour_is_its_link_as_well(monitor: Monitor) -> None:
    monitor.open(KENYA)
    row, box = name(monitor, "GAB").bounding_box(), monitor.page.locator("#breakdown").bounding_box()
    monitor.page.mouse.click(box["x"] + box["width"] * 0.75, row["y"] + row["height"] / 2)
    monitor.eventually(lambda: monitor.address == f"{KENYA},GAB")
    assert [chip["code"] for chip in monitor.settled()["chips"]] == ["KEN", "GAB"]  # once, not there and back


def test_a_neighbour_is_reached_by_the_keyboard(monitor: Monitor) -> None:
    monitor.open(KENYA)
    first = monitor.state()["breakdown"]["names"]["rows"]
    codes = [row["area"] for row in first if row["area"]]
    name(monitor, "KEN").focus()
    monitor.page.keyboard.press("Tab")
    assert monitor.page.evaluate("() => document.activeElement.dataset.area") == codes[1]  # as they stand, not as they came
    monitor.page.keyboard.press("Enter")
    monitor.eventually(lambda: monitor.address == f"{KENYA},{codes[1]}")


def test_buttons_change_the_form_and_back_restores_it(monitor: Monitor, truth: Truth) -> None:
    monitor.open(KENYA)
    for form in ("lines", "all", "dots"):
        monitor.page.click(f'[data-chart="{form}"]')
        query = KENYA if form == "dots" else f"{KENYA}&chart={form}"
        monitor.eventually(lambda query=query: monitor.address == query)
        monitor.settled()
        assert monitor.page.get_attribute(f'[data-chart="{form}"]', "aria-pressed") == "true"
    for form in ("all", "lines"):
        monitor.page.go_back()
        monitor.eventually(lambda form=form: monitor.address == f"{KENYA}&chart={form}")
        monitor.settled()
        assert monitor.page.get_attribute(f'[data-chart="{form}"]', "aria-pressed") == "true"
    assert monitor.page.locator("#breakdown .group-names .name").count() == 0  # the lines have their names themselves
    monitor.page.go_back()
    monitor.eventually(lambda: monitor.address == KENYA)
    check(monitor.settled(), truth, KENYA)


def test_a_second_breakdown_is_chosen_and_let_go_with_the_first(monitor: Monitor, truth: Truth) -> None:
    monitor.open(KENYA)
    state = monitor.choose("cross", "age")
    assert monitor.address == f"{KENYA}&cross=age"
    check_breakdown(state["breakdown"], truth, f"{KENYA}&cross=age")
    state = monitor.choose("by", "age")
    assert monitor.address == f"{KENYA}&by=age"
    check_breakdown(state["breakdown"], truth, f"{KENYA}&by=age")
    assert state["words"]["selects"]["cross"] == ""


@pytest.mark.parametrize("query", [KENYA, "indicator=social-safety-net-coverage-by-quintile&areas=KEN"])
def test_dots_of_one_row_never_cover_each_other(monitor: Monitor, truth: Truth, query: str) -> None:
    monitor.open(query)
    for year in list(truth.years(query))[::6]:
        to_year(monitor, year)
        assert monitor.page.evaluate(CLOSEST) > 4  # two of equal value stand 9 apart, five share a higher row


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (390, 844)], ids=str)
@pytest.mark.parametrize("query", [FORMS[0], FORMS[5], FORMS[6]])
def test_names_of_groups_neither_cover_each_other_nor_leave_the_panel(tab, query: str, size: tuple[int, int]) -> None:
    monitor = tab(width=size[0], height=size[1])
    names = monitor.open(query)["breakdown"]["names"]
    wide = monitor.page.evaluate("() => document.getElementById('breakdown').clientWidth")
    labels = names["labels"]
    assert labels
    for label in labels:
        assert label["x"] > 0 and label["right"] < wide
    near = [(a["text"], b["text"]) for i, a in enumerate(labels) for b in labels[i + 1 :] if abs(a["y"] - b["y"]) < 13 and a["x"] < b["right"] and b["x"] < a["right"]]
    assert near == []
    for row in names["rows"]:
        assert not [label for label in labels if abs(label["y"] - row["y"]) < 8 and label["x"] < row["right"]]


def test_the_card_says_country_group_value_and_year(monitor: Monitor, truth: Truth) -> None:
    monitor.open(f"{KENYA},FIN&year=2010")
    spot = monitor.page.evaluate("""() => { const point = [...document.querySelectorAll('#breakdown .scatterlayer .trace')].find(g => g.__data__[0].trace.name === 'Male')
      .querySelectorAll('path.point')[1].getBoundingClientRect(); return [point.x + point.width / 2, point.y + point.height / 2]; }""")
    monitor.page.mouse.move(spot[0] - 2, spot[1])
    monitor.page.mouse.move(*spot)
    monitor.eventually(lambda: "Finland" in monitor.page.inner_text("#card"))
    table = truth.breakdown(f"{KENYA},FIN&year=2010")["table"]
    assert monitor.page.inner_text("#card").split("\n") == ["Finland", "Male", f"{table['x'][1][1][2010 - table['first']]:.1f}%", "in 2010"]
