"""The benchmarks' own parts, run once on little: so that they cannot rot, and so that all three programs show the same values."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import SHIPPED, create_app
from dashboard.contents import Contents
from dashboard.schema import BREAKDOWNS
from dashboard.schema import KEY as KEYS
from dashboard.settings import Settings
from data.store import Store, open_release
from tests.benchmarks import finder, floor, growth, load, machine, measured, server_side, stock_dash
from tests.benchmarks.asked import Panels
from tests.benchmarks.growth import grown
from tests.benchmarks.picked import CHOSEN, CLICKED, Picked, indicators, opening, pick
from tests.benchmarks.seen import of_ours, of_plain, viridis
from tests.benchmarks.table import DASH, FLOOR, Bound, Row, Section, amount, written
from tests.data.tiny_release import build_tiny

KEY, YEAR = "unemployment", 2015


@pytest.fixture(scope="module")
def panels() -> Panels:
    return Panels(create_app(Settings(release=str(SHIPPED))).server.test_client())


@pytest.fixture(scope="module")
def picked(release: Store, contents: Contents) -> Picked:
    """Two of the sixty."""
    sixty = indicators(contents)
    return pick(release, contents, [*(i for i in sixty if i.key == KEY), next(i for i in sixty if i.key != KEY)])


@pytest.fixture
def stored(release: Store) -> dict[str, float]:
    """Unemployment of both sexes, all ages, in 2015, straight from the release."""
    frame = release.observations(KEY)
    rows = frame[(frame["TIME_PERIOD"] == YEAR) & frame["OBS_VALUE"].notna()]
    plain = [c for c in frame.columns[3 : list(frame.columns).index("OBS_VALUE")]]
    rows = rows[(rows[plain] == "_T").all(axis=1)]
    return {code: float(value) for code, value in zip(rows["REF_AREA"].astype(str), rows["OBS_VALUE"], strict=True)}


def test_sixty_indicators_over_217_countries_are_compared(contents, picked):
    assert (len(indicators(contents)), len(picked.names)) == (60, 217)
    assert opening(picked) == KEY


def test_floor_shows_the_values_of_the_release(picked, stored):
    cube = floor.cube(picked, KEY)
    lines = dict(zip(picked.names, cube["sexes"]["_T"], strict=True))
    held = {code: line[YEAR - cube["first"]] for code, line in lines.items() if line[YEAR - cube["first"]] is not None}
    assert held == pytest.approx({code: value for code, value in stored.items() if code in picked.names}, rel=1e-5)
    assert len(held) > 150


def test_stock_dash_shows_the_values_of_the_release(picked, stored):
    trace = stock_dash.draw_map(picked, KEY, YEAR).data[0]
    assert dict(zip(trace.locations, trace.z, strict=True)) == pytest.approx({code: value for code, value in stored.items() if code in picked.names}, rel=1e-5)
    bars = stock_dash.draw_bars(picked, KEY, [*CHOSEN, CLICKED], YEAR)
    totals = next(t for t in bars.data if t.name == "_T")
    assert dict(zip(totals.x, totals.y, strict=True)) == pytest.approx({code: stored[code] for code in (*CHOSEN, CLICKED)}, rel=1e-5)


def test_what_should_be_seen_of_ours_and_of_the_others_are_the_same_countries(desk, picked, stored):
    ours, plain = of_ours(desk)(KEY, YEAR, CHOSEN), of_plain(picked, desk.ground.shapes)(KEY, YEAR, CHOSEN)
    assert set(plain["map"]) == {code for code in stored if code in picked.names and code in ours["map"]}
    assert sorted(map(tuple, ours["lines"])) == sorted(map(tuple, plain["lines"]))
    assert sorted(x for x, _ in ours["groups"]) == sorted(plain["bars"])  # dots of ours and bars of theirs: total, women, men


def test_a_colour_between_two_stops_is_mixed_of_both():
    # Viridis begins #440154, #482878; half way from the first to the second of nine parts lies at 1/18
    assert viridis(1 / 18) == pytest.approx([70, 20.5, 102])


def test_every_panel_is_asked_by_post_and_answers(panels):
    assert set(panels.questions) == {"map", "trend", "breakdown"}
    rows = server_side.answer_rows(panels, [KEY])
    assert all(number > 0 for _, _, number, _, _ in rows)


def test_slices_are_timed_with_their_groups(desk):
    assert len(server_side.slice_times(desk, [KEY])) == 2


def test_measures_are_timed_over_every_breakdown_that_allows_one(contents):
    parts = measured.measured_slices(contents)
    assert len(parts) > 300 and {part.measure for part in parts} > {"difference", "sii", "theil", "paf"}


def test_the_finder_is_timed_over_every_kind_and_form():
    asked = finder.queries()
    assert len(asked) == len(set(asked)) == 42
    assert all(ms > 0 for ms in (*finder.cold_times(SHIPPED, asked[:2]), *finder.page_times(SHIPPED, asked[:2])))


def test_a_load_holds_questions_that_the_server_can_answer(panels, picked):
    client = panels.client
    dependencies = client.get("/_dash-dependencies").get_json()
    for asked in load.our_bodies(dependencies, picked, count=4):
        assert client.post("/_dash-update-component", data=asked, content_type="application/json").status_code == 200
    stock = stock_dash.create(picked).server.test_client()
    dependencies = stock.get("/_dash-dependencies").get_json()
    for asked in load.stock_bodies(dependencies, picked, count=3):
        assert stock.post("/_dash-update-component", data=asked, content_type="application/json").status_code == 200


def test_what_is_to_be_endured_is_partly_new_and_all_answered(panels, contents):
    dependencies = panels.client.get("/_dash-dependencies").get_json()
    bodies = load.endured_bodies(dependencies, contents, count=1000)
    assert 150 < len(set(bodies)) - load.DIFFERENT < 250  # one of five is new; nearly all of the known are among the others
    for asked in bodies[:20]:
        answer = panels.client.post("/_dash-update-component", data=asked, content_type="application/json")
        assert answer.status_code == 200


def test_a_bound_says_whether_it_is_held():
    row = Row("year step", "ms", ours=50, floor=40, dash=100, bounds=(Bound(1.15, FLOOR), Bound(0.45, DASH), Bound(24, is_least=True)))
    # 1.15 × 40 = 46 is less than 50; 0.45 × 100 = 45 is less than 50; 50 is at least 24
    assert [bound.holds(row) for bound in row.bounds] == [False, False, True]
    assert Bound(2, FLOOR).holds(row.also(floor=None)) is None
    text = written([Section("Steps", (row,), "A note.")])
    assert "1.25×" in text and "≤ 1.15 × floor: not yet" in text and "≥ 24 ms: ok" in text


def test_numbers_keep_three_digits():
    assert [amount(v) for v in (None, 0, 0.0123, 0.5, 12.34, 1234.5)] == ["–", "0", "0.012", "0.50", "12.3", "1,234"]


def test_the_middle_and_the_slow_end_of_times():
    assert machine.median([3, None, 1, 2]) == 2
    assert machine.p95(range(1, 21)) == 20  # the twentieth of twenty
    assert machine.median([]) is None


def test_the_floors_page_holds_its_first_view(picked, tmp_path: Path):
    floor.build(picked, KEY, CHOSEN, tmp_path)
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert '"first":"unemployment"' in page and "INLINE" not in page
    assert (tmp_path / "plotly.min.js.gz").stat().st_size < (tmp_path / "plotly.min.js").stat().st_size


def test_a_grown_release_opens_and_answers_the_same_slice(tmp_path: Path):
    small, _ = build_tiny(tmp_path)
    before = open_release(small)
    keys = tuple(before.manifest["indicators"])
    after = open_release(grown(small, 7, tmp_path, asked=keys))
    for key in keys:
        mine, more = before.observations(key), after.observations(key)
        assert len(more) == 7 * len(mine)
        made_up = more[growth.MADE_UP].astype(str).str.startswith("G") | more["REF_AREA"].astype(str).str.contains("~")
        made_up |= more["TIME_PERIOD"] < before.manifest["indicators"][key]["first_year"]
        assert more[~made_up].reset_index(drop=True).astype(str).equals(mine.astype(str))
        assert not more.duplicated(list(KEYS)).any()
        ordered = list(BREAKDOWNS)
        cells = more[ordered].astype(str).drop_duplicates()
        assert (more[ordered].astype(str) != more[ordered].astype(str).shift()).any(axis=1).sum() == len(cells)  # the rows of a slice lie together
        code = after.manifest["indicators"][key]["codes"][growth.MADE_UP][0]
        assert len(after.observations(key, ((growth.MADE_UP, code),))) == len(mine)
    before.close()
    after.close()


def test_indicators_that_are_not_asked_for_share_a_file(tmp_path: Path):
    small, _ = build_tiny(tmp_path)
    first, *_ = open_release(small).manifest["indicators"]
    larger = open_release(grown(small, 4, tmp_path, asked=(first,)))  # holds each file against its checksum, and counts
    entries = larger.manifest["indicators"]
    assert larger.manifest["rows"] == sum(len(larger.observations(key)) for key in entries)
    larger.close()
