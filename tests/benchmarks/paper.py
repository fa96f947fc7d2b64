"""What files cost: images of the map on the server and in the reader's browser beside kaleido with Chromium, a briefing pack, an embed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urljoin
from urllib.request import Request, urlopen

import brotli
from flask import Flask
from playwright.sync_api import Page, sync_playwright

from app import ROOT, SHIPPED, cache_of
from callbacks.images import Pictured, page, picture
from dashboard.figures.world_map import world_map
from dashboard.measures.carry import snapshot
from dashboard.paper.sizes import SIZES
from dashboard.peers import scope_of
from dashboard.settings import Settings
from dashboard.slices import slice_of
from data.boundaries import FOLDER
from data.catalogue_reader import load_catalogue
from data.desk import Desk
from data.store import open_release
from layouts.files.drawing import pages
from tests.benchmarks.machine import median, milliseconds
from tests.benchmarks.served import OURS, serving
from tests.benchmarks.table import DASH, Bound, Row, Section
from tests.browser.chromium import ARGUMENTS, find_chromium

QUERY = "indicator=unemployment&areas=FIN,KEN,BRA"
SIZE = "slide"  # 1920 × 1080, the same for all
PACK = 10  # indicators; with contents and notes a dozen sheets
LIBRARY = "(format) => Plotly.toImage(document.querySelector('#map .js-plotly-plot'), {format, width: 1920, height: 1080})"
FETCHED = "async (path) => { const t = performance.now(); const a = await fetch(path, {cache: 'no-store'}); await a.blob(); return performance.now() - t; }"


def paper_section(release: Path = SHIPPED, repeats: int = 7) -> Section:
    """All rows; kaleido stands in the column of stock Dash, which would export by it."""
    store = open_release(release)
    desk = Desk(store, store.contents(load_catalogue()), cache_of(Flask("bench"), Settings()))
    seen = Pictured.of(desk, QUERY, lambda query: f"http://127.0.0.1/?{query}", "Monitor")
    beside = _kaleido(desk, seen, repeats)
    rows = []
    for kind in ("png", "svg", "pdf"):
        picture(seen, "map", kind, SIZE)
        taken = median(milliseconds(lambda kind=kind: picture(seen, "map", kind, SIZE)) for _ in range(repeats))
        rows.append(Row(f"{kind.upper()} of the map, 1920 × 1080, made by the server", "ms", taken, dash=beside.get(kind)))
    rows.append(Row("the whole page as PDF", "ms", median(milliseconds(lambda: pages(page(seen), _about())) for _ in range(3))))
    rows += _in_the_browser(release, repeats, beside)
    rows.append(_pack(release, desk))
    store.close()
    note = (
        "Beside, in the column of stock Dash: kaleido with a Chromium that is up already, of the page's map alone, without title, legend or notes. "
        "In the browser: from the click until the file is there, made anew; below it what the chart library takes to draw its bare map there."
    )
    return Section("Files", tuple(rows), note)


def _about():  # noqa: ANN202
    from layouts.files.drawing import About

    return About("Page", "", "Monitor", "", "http://127.0.0.1/")


def _kaleido(desk: Desk, seen: Pictured, repeats: int) -> dict[str, float]:
    """Milliseconds a format; nothing where kaleido is not installed."""
    try:
        import kaleido
    except ImportError:
        return {}
    os.environ.setdefault("BROWSER_PATH", str(find_chromium()))
    contents, view = desk.contents, seen.view
    part, scope = slice_of(view, contents), scope_of(view, contents.atlas)
    now = snapshot(desk.series(part), seen.about.year, view.window_of(contents))
    figure = world_map(now, desk.classes(part), contents.catalogue[view.indicator].direction, view.areas, scope, contents.atlas, desk.ground, seen.about.year)
    size = SIZES[SIZE]
    wanted = {"width": round(size.width / 25.4 * size.dpi), "height": round(size.height / 25.4 * size.dpi)}
    with tempfile.TemporaryDirectory() as folder:
        shapes = Path(folder) / "shapes.js"
        shapes.write_text(f"window.PlotlyGeoAssets={{topojson:{{world_110m:{(FOLDER / 'world_110m.json').read_text(encoding='utf-8')}}}}}", encoding="utf-8")
        kaleido.start_sync_server(n=1, page_generator=kaleido.PageGenerator(mathjax=False, others=[shapes.as_uri()]), silence_warnings=True)
        try:
            found = {}
            for kind in ("png", "svg", "pdf"):
                draw = lambda kind=kind: kaleido.calc_fig_sync(figure, opts={"format": kind, **wanted})  # noqa: E731
                draw()
                found[kind] = median(milliseconds(draw) for _ in range(repeats))
            return found
        finally:
            kaleido.stop_sync_server(silence_warnings=True)


def _in_the_browser(release: Path, repeats: int, beside: dict[str, float]) -> list[Row]:
    """From the click to the file; each time of another view, so that nothing is kept."""
    rows = []
    with tempfile.TemporaryDirectory() as folder, serving(OURS, release, Path(folder)) as served, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(find_chromium()), args=ARGUMENTS)
        opened = browser.new_page(viewport={"width": 1366, "height": 768})
        opened.goto(f"{served.url}?{QUERY}")
        opened.wait_for_selector("#map .js-plotly-plot")
        for kind in ("png", "svg"):
            opened.evaluate(FETCHED, f"download/map.{kind}?{QUERY}&size={SIZE}")
            times = [opened.evaluate(FETCHED, f"download/map.{kind}?{QUERY}&size={SIZE}&year={2000 + n}") for n in range(repeats)]
            again = median(opened.evaluate(FETCHED, f"download/map.{kind}?{QUERY}&size={SIZE}&year=2000") for _ in range(repeats))
            rows.append(Row(f"{kind.upper()} of the map in the browser, from the click", "ms", median(times), dash=beside.get(kind), bounds=(Bound(1.0, DASH),)))
            rows.append(Row("… asked for before by anybody", "ms", again))
            rows.append(Row("… the library's own bare map, drawn in the browser", "ms", _by_the_library(opened, kind, repeats)))
        browser.close()
        rows += _embed(served.url)
    return rows


def _embed(url: str) -> list[Row]:
    """Bytes on the wire of an embedded map, and of the whole page as it would be framed."""
    rows = []
    for words, path in (("an embedded map", f"embed/map?{QUERY}"), ("the whole page in a frame", f"?{QUERY}")):
        document = _wired(url + path)
        text = brotli.decompress(document).decode()
        sheets = [_wired(urljoin(url, href)) for href in re.findall(r'<link rel="stylesheet" href="([^"]+)"', text)]
        rest = [_wired(urljoin(url, src)) for src in {*re.findall(r'<script[^>]* src="([^"]+)"', text), *re.findall(r'as="fetch"[^>]* href="([^"]+)"', text)}]
        seen = sum(map(len, (document, *sheets)))
        rows += [Row(f"bytes until {words} is seen", "kB", seen / 1000), Row("… with all its scripts and shapes", "kB", (seen + sum(map(len, rest))) / 1000)]
    return rows


def _wired(url: str) -> bytes:
    """An answer as it travels."""
    with urlopen(Request(url, headers={"Accept-Encoding": "br"})) as answer:  # noqa: S310 - of the server under measure
        return answer.read()


def _by_the_library(opened: Page, kind: str, repeats: int) -> float:
    opened.evaluate(LIBRARY, kind)
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        opened.evaluate(f"({LIBRARY})('{kind}').then(() => null)")
        times.append((time.perf_counter() - start) * 1000)
    return median(times)


def _pack(release: Path, desk: Desk) -> Row:
    """A process from its start to its file, as a reader waits for it."""
    keys = [i.key for i in desk.contents.catalogue.indicators if i.key in desk.contents.holdings][:: len(desk.contents.holdings) // PACK][:PACK]
    asked = {"view": f"?{QUERY}", "indicators": keys, "kind": "pdf", "home": "http://127.0.0.1/", "ticket": "0123456789abcdef"}
    with tempfile.TemporaryDirectory() as folder:
        question = {"release": str(release), "catalogue": str(ROOT / "data" / "catalogue"), "version": desk.contents.version, "asked": asked, "name": "Monitor"}
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "callbacks.pack_job"], input=json.dumps(question | {"to": f"{folder}/pack.pdf"}), capture_output=True, text=True, check=True, cwd=ROOT
        )
        seconds = time.perf_counter() - start
    count = json.loads(done.stdout.splitlines()[-1])["pages"]
    return Row(f"a briefing pack of {PACK} indicators, {count} pages", "s", seconds)
