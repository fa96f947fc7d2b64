"""What the browser draws after a year step is what the server would have drawn for that year."""

from __future__ import annotations

import random

import pytest

from dashboard import wording
from tests.browser.agreement import check
from tests.browser.draws import draws
from tests.browser.driver import Monitor
from tests.browser.truth import Truth

SAY = """cases => cases.map(([v, d]) => { const n = monitor.numbers; return [n.say(v, d), n.signed(v, d),
  n.withUnit(v, {decimals: d, unit_short: '%'}, '<'), n.withUnit(v, {decimals: d, unit_short: 'per 1 000'}, '')]; })"""


@pytest.mark.parametrize(("kind", "seed", "count"), [("any", 1, 7), ("counts", 2, 3), ("families", 3, 3), ("groups", 4, 5), ("measures", 5, 5)])
def test_after_a_year_step_the_page_is_what_the_server_would_draw(monitor: Monitor, truth: Truth, kind: str, seed: int, count: int) -> None:
    monitor.open()
    for query, year in draws(truth, seed, kind, count):
        monitor.page.evaluate("query => { const v = Object.fromEntries(new URLSearchParams(query)); monitor.show(v, 'push'); }", query)
        monitor.settled()
        asked = monitor.asks()
        if len(truth.years(query)) > 1:
            monitor.slider().fill(str(year))
        check(monitor.settled(), truth, f"{query}&year={year}")
        assert monitor.asks() == asked, query


def test_numbers_are_worded_alike_in_browser_and_server(monitor: Monitor) -> None:
    monitor.open("indicator=unemployment")
    chance = random.Random(2008)
    values = [0.0, -0.0, 0.5, 1.5, 2.5, -0.5, -2.5, 0.05, 0.125, 0.375, 0.25, 0.75, 999.5, 1000, 999999.5]
    values += [1234567.891, -1234.5, 1e-9, -1e-9, 0.0049999, 99.95, 12345678901]
    values += [k / 8 for k in range(-400, 400, 3)] + [k / 2 for k in range(-60, 60)]
    values += [float(f"{chance.uniform(-1, 1) * 10 ** chance.randint(-4, 9):.6g}") for _ in range(3000)]
    cases = [(v, d) for v in values for d in (chance.choice((0, 1)), chance.choice((2, 3)))]
    found = monitor.page.evaluate(SAY, [list(c) for c in cases])
    true = [[wording.number(v, d), wording.signed(v, d), wording.value(v, d, "%", "<"), wording.value(v, d, "per 1 000")] for v, d in cases]
    wrong = [(case, f, t) for case, f, t in zip(cases, found, true, strict=True) if f != t]
    assert not wrong, wrong[:10]
    assert monitor.page.evaluate("() => [monitor.numbers.say(null, 1), monitor.numbers.say(NaN, 1)]") == ["no data"] * 2
    places = list(range(1, 250))
    assert monitor.page.evaluate("ns => ns.map(monitor.numbers.ordinal)", places) == [wording.ordinal(n) for n in places]
