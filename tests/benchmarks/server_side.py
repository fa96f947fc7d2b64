"""What the server costs without a browser: start, memory, slices, answers, one interaction."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from flask import Flask

from app import SHIPPED, cache_of, create_app
from dashboard.settings import Settings
from dashboard.slices import group_slice_of, slice_of
from dashboard.view import View
from data.catalogue_reader import load_catalogue
from data.desk import Desk
from data.store import open_release
from tests.benchmarks.asked import Answer, Panels
from tests.benchmarks.finder import finder_rows
from tests.benchmarks.machine import import_time, in_fresh_interpreter, median, memory, milliseconds, p95
from tests.benchmarks.measured import measured_rows
from tests.benchmarks.table import DASH, Bound, Row, Section

NEAR, CLICK = "FIN,KEN", "FIN,KEN,BRA"
SEVERAL = ("?indicator={}", "?indicator={}&areas=IND,USA&scope=002&window=0", "?indicator={}&areas=PER,CHN&scope=LDC&compare=income", "?indicator={}&scope=150&sex=F")
WHOLE = "from tests.benchmarks.server_side import asked_once; asked_once()"


def server_section(release: Path = SHIPPED, repeats: int = 5) -> Section:
    """All rows that need no browser; about a minute for the release that ships."""
    everything = in_fresh_interpreter(WHOLE, str(release))
    stock = in_fresh_interpreter("from tests.benchmarks.stock_dash import measured; measured()", str(release))
    ours, dash = (median(import_time(module) for _ in range(repeats)) for module in ("app", "tests.benchmarks.stock_dash"))
    rows = [
        Row("import in a fresh interpreter", "ms", ours, dash=dash),
        Row("open the release and its catalogue", "ms", median(milliseconds(lambda: _opened(release)) for _ in range(repeats))),
        Row("memory of an idle process", "MiB", everything["idle"], dash=stock["idle"]),
        Row(f"memory after all {everything['indicators']} indicators were asked once", "MiB", everything["once"], dash=stock["after"]),
        Row(f"… and with {len(SEVERAL)} addresses more each", "MiB", everything["several"], bounds=(Bound(350),)),
        *_slices(release),
        *measured_rows(release),
        *finder_rows(release),
    ]
    for measure, unit, number, beside, bounds in everything["rows"]:
        rows.append(Row(measure, unit, number, dash=stock.get(beside), bounds=tuple(Bound(*b) for b in bounds)))
    note = (
        "Server work: all answers of one interaction, one after the other, through the test client, compressed; beside it what px.choropleth alone takes. "
        "Stock Dash answers one year at a time, ours all years."
    )
    return Section("The server alone", tuple(rows), note)


def _opened(release: Path) -> None:
    store = open_release(release)
    store.contents(load_catalogue())
    store.close()


def _slices(release: Path) -> list[Row]:
    store = open_release(release)
    contents = store.contents(load_catalogue())
    desk = Desk(store, contents, cache_of(Flask("bench"), Settings()))
    keys = [i.key for i in contents.catalogue.indicators][::3]
    cold, warm = slice_times(desk, keys), slice_times(desk, keys)
    store.close()
    return [
        Row("one slice with all its years, cold, median", "ms", median(cold)),
        Row("one slice with all its years, cold, 19 of 20 below", "ms", p95(cold)),
        Row("one slice from the cache, median", "ms", median(warm)),
    ]


def slice_times(desk: Desk, keys: Iterable[str]) -> list[float]:
    """Milliseconds of each indicator's headline slice and of its groups."""
    times = []
    for key in keys:
        view = View(key)
        part, by = slice_of(view, desk.contents), group_slice_of(view, desk.contents)
        times.append(milliseconds(lambda part=part: desk.slice(part)))
        if by is not None:
            times.append(milliseconds(lambda by=by: desk.groups_of(by)))
    return times


def asked_once() -> None:
    """Asks for every indicator of the release in `sys.argv[1]` and writes what it cost; meant for a process of its own."""
    app = create_app(Settings(release=sys.argv[1]))
    panels = Panels(app.server.test_client())
    app.server.test_client().get("/")
    idle = memory()
    manifest = json.loads((Path(sys.argv[1]) / "manifest.json").read_text(encoding="utf-8"))
    keys = list(manifest["indicators"])
    rows = answer_rows(panels, keys)
    once = memory()
    for key in keys:
        for search in SEVERAL:
            panels.interaction(search.format(key))
    sys.stdout.write(json.dumps({"idle": idle, "once": once, "several": memory(), "indicators": len(keys), "rows": rows}))


def answer_rows(panels: Panels, keys: list[str]) -> list[tuple]:
    """(measure, unit, ours, the stock figure beside it, bounds) of answers to every key: cold, again, and for one country more."""
    cold = [panels.interaction(f"?indicator={key}&areas={NEAR}") for key in keys]
    warm = [panels.interaction(f"?indicator={key}&areas={NEAR}") for key in keys[::3]]
    click = [panels.interaction(f"?indicator={key}&areas={CLICK}", [p for p in panels.questions if p in ("trend", "breakdown")]) for key in keys[::3]]
    flat = [answer for answers in cold for answer in answers]
    rows: list[tuple] = []
    for panel in panels.questions:
        own = [a for a in flat if a.panel == panel]
        rows += [
            (f"{panel}: answer, gzip, median", "KB", median(a.packed / 1000 for a in own), f"{panel} packed", ()),
            (f"{panel}: answer, gzip, largest", "KB", max(a.packed / 1000 for a in own), "", ()),
            (f"{panel}: answer, raw, median", "KB", median(a.raw / 1000 for a in own), f"{panel} raw", ()),
            (f"{panel}: answer, raw, largest", "KB", max(a.raw / 1000 for a in own), "", ()),
        ]
    whole, sent = ([sum(size(a) for a in answers) / 1000 for answers in cold] for size in (lambda a: a.packed, lambda a: a.sent))
    return [
        *rows,
        ("another indicator: all answers, gzip, median", "KB", median(whole), "", ((40,),)),
        ("another indicator: all answers, gzip, largest", "KB", max(whole), "", ((40,),)),
        ("another indicator: all answers, as sent (brotli), median", "KB", median(sent), "", ((40,),)),
        ("another indicator: all answers, as sent (brotli), largest", "KB", max(sent), "", ((40,),)),
        ("another indicator: server work, nobody asked before", "ms", _work(cold), "map", ()),
        ("another indicator: server work, from the cache", "ms", _work(warm), "map", ((0.1, DASH),)),
        ("country click: server work", "ms", _work(click), "map", ((0.1, DASH),)),
    ]


def _work(interactions: list[list[Answer]]) -> float | None:
    return median(sum(a.ms for a in answers) for answers in interactions)
