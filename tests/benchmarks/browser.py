"""The three programs in a browser, turn and turn about: from what the reader does until every view shows the right values."""

from __future__ import annotations

import asyncio
import itertools
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Coroutine
from contextlib import ExitStack
from pathlib import Path

from playwright.async_api import Browser, Page, async_playwright

from app import SHIPPED, cache_of, create_app
from dashboard.settings import Settings
from data.catalogue_reader import load_catalogue
from data.desk import Desk
from data.store import open_release
from tests.benchmarks import floor, seen
from tests.benchmarks.machine import median, memory_of_family, p95
from tests.benchmarks.picked import CHOSEN, CLICKED, Picked, opening, pick
from tests.benchmarks.served import FLOOR, OURS, STOCK, Served, serving
from tests.benchmarks.table import DASH, ITSELF, Bound, Row, Section
from tests.benchmarks.table import FLOOR as BY_FLOOR
from tests.browser.chromium import ARGUMENTS, find_chromium

PROGRAMS = (OURS, FLOOR, STOCK)
EYES = Path(__file__).with_name("eyes.js")
SIZE = {"width": 1366, "height": 768}
PATIENCE = 60_000  # milliseconds
PAGES = 8

BESIDE = {"click, nothing ahead": "click on a country", "another breakdown": "another indicator"}  # where only ours has such a thing, the measure that it stands beside

Found = dict[str, dict[str, list[float]]]  # measure -> program -> numbers


class Wrong(RuntimeError):
    """A page that never showed the right values: which program, what was done, what was still wrong."""


class Bench:
    """The open pages of one run, and what was measured on them so far."""

    def __init__(self, browser: Browser, served: dict[str, Served], picked: Picked, eyes: dict[str, seen.Eyes]) -> None:
        self.browser, self.served, self.picked, self.eyes = browser, served, picked, eyes
        self.first = opening(picked)
        self.pages: dict[str, Page] = {}
        self.default_years: dict[str, int] = {}  # of ours, by indicator
        self.others: tuple[str, ...] = ()  # further breakdowns of the opening indicator, as the address has them
        self._views: dict[tuple, str] = {}
        self.found: Found = defaultdict(lambda: defaultdict(list))

    def view(self, program: str, key: str, year: int, chosen: tuple[str, ...] = CHOSEN) -> str:
        """What a program should show, as JSON: as objects, Playwright would take longer to hand it over than pages take to draw."""
        asked = (program, key, year, chosen)
        if asked not in self._views:
            self._views[asked] = json.dumps(self.eyes[program](key, year, chosen))
        return self._views[asked]

    def year(self, program: str, key: str) -> int:
        """The year in which a program shows an indicator that was just chosen: ours its latest well-covered one, the others theirs."""
        if program == OURS:
            return self.default_years[key]
        years, start = self.picked.years(key), self.picked.first_year_shown(self.first)
        return start if program == STOCK else min(max(start, years[0]), years[-1])

    def address(self, program: str) -> str:
        """Where the opening view is found."""
        query = f"?indicator={self.first}&areas={','.join(CHOSEN)}" if program == OURS else ""
        return self.served[program].url + query

    def note(self, measure: str, program: str, answer: float | str) -> None:
        """Keeps a number. Raises Wrong for words, which say what a page still had wrong."""
        if isinstance(answer, str):
            raise Wrong(f"{program}, {measure}: {answer} never came right; see tests/benchmarks/eyes.js for what is looked at.")
        self.found[measure][program].append(answer)

    async def open(self, program: str, saves_data: bool = False) -> tuple[Page, float | str, int]:
        """A page of a fresh browser context at the opening view, how long until it was right, and the bytes on the wire by then."""
        context = await self.browser.new_context(viewport=SIZE)
        page = await context.new_page()
        if saves_data:
            await page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
        wire = await context.new_cdp_session(page)
        await wire.send("Network.enable")
        sizes: list[float] = []
        wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        view = self.view(program, self.first, self.year(program, self.first))
        await page.add_init_script(path=EYES)
        await page.goto(self.address(program), wait_until="commit")
        took = await page.evaluate("([program, view, patience]) => eyes.until(program, view, 0, patience)", [program, view, PATIENCE])
        return page, took, int(sum(sizes))

    async def first_sight(self, times: int) -> None:
        """Opens each program `times` times; the last page stays."""
        for _ in range(times):
            for program in PROGRAMS:
                if program in self.pages:
                    await self.pages.pop(program).context.close()
                self.pages[program], took, sent = await self.open(program)
                self.note("first sight", program, took)
                self.note("on the wire", program, sent / 1e6)
        await self.pages[FLOOR].wait_for_selector("body[data-ready]", state="attached")

    async def act(self, measure: str, program: str, act: str, value: object, view: str) -> None:
        """Does something in a page and notes how long it took until all views were right."""
        code = f"([program, value, view]) => eyes.after(() => {act}, program, view)"
        took = await self.pages[program].evaluate(code, [program, value, view])
        self.note(measure, program, f"{value}: {took}" if isinstance(took, str) else took)
        await asyncio.sleep(0.05)

    async def year_steps(self, times: int) -> None:
        years = self.span()
        for year in itertools.islice(itertools.cycle([*years[1:], *years[-2::-1]]), times):
            for program in PROGRAMS:
                await self.act("year step", program, "eyes.toYear(program, value, true)", year, self.view(program, self.first, year))

    def span(self) -> list[int]:
        """The years of the opening indicator."""
        return list(self.picked.years(self.first))

    async def clicks(self, times: int) -> None:
        """A country is chosen, then let go, and so on, by the mouse; then the same in ours for a reader who lets nothing be asked ahead."""
        year = self.span()[0]
        await self._clicks("click on a country", PROGRAMS, times, year)
        await self.pages.pop(OURS).context.close()
        self.pages[OURS], _, _ = await self.open(OURS, saves_data=True)
        await self._clicks("click, nothing ahead", (OURS,), times, year)

    async def _clicks(self, measure: str, programs: tuple[str, ...], times: int, year: int) -> None:
        for program in programs:
            await self.act("to the first year", program, "eyes.toYear(program, value, true)", year, self.view(program, self.first, year))
        for i in range(times + times % 2):
            for program in programs:
                chosen = CHOSEN if i % 2 else (*CHOSEN, CLICKED)
                await self.click(measure, program, self.view(program, self.first, year, chosen))

    async def click(self, measure: str, program: str, view: str) -> None:
        page = self.pages[program]
        x, y = await page.evaluate("([program, code]) => eyes.middleOf(program, code)", [program, CLICKED])
        await page.mouse.move(x - 40, y)
        await page.mouse.move(x, y, steps=3)
        await asyncio.sleep(0.12)  # plotly looks for what is under the pointer a little later
        await page.evaluate("([program, view]) => eyes.beforeClick(program, view)", [program, view])
        await page.mouse.down()
        await page.mouse.up()
        self.note(measure, program, await page.evaluate("() => eyes.clicked"))
        await asyncio.sleep(0.35)  # a second click sooner than this would be a double click

    async def indicators(self, times: int) -> None:
        """Other indicators that nobody has asked for; in fresh pages those that somebody has; then those that the page itself has shown."""
        keys = [key for key in self.picked.titles if key != self.first and self.has_all(key)][:times]
        for measure in ("another indicator", "another indicator, asked before", "another indicator, shown before"):
            if measure == "another indicator, asked before":
                await self.reopen()
            for key in [*keys, self.first]:
                for program in PROGRAMS:
                    view = self.view(program, key, self.year_now(program, key))
                    await self.act(measure if key != self.first else "back to the first", program, "eyes.toIndicator(program, value)", key, view)

    async def breakdowns(self, times: int) -> None:
        """The groups of the opening view by its second breakdown and back, which only ours has."""
        year, others = self.year_now(OURS, self.first), self.others
        for i in range(times + times % 2):
            by = "" if i % 2 else others[0]
            view = json.dumps(self.eyes[OURS](self.first, year, CHOSEN, by))
            await self.act("another breakdown", OURS, "monitor.go({ by: value })", by, view)

    async def reopen(self) -> None:
        """Every program in a page that has shown nothing yet but the opening view, in that indicator's first year."""
        year = self.span()[0]
        for program in PROGRAMS:
            await self.pages.pop(program).context.close()
            self.pages[program], _, _ = await self.open(program)
        await self.pages[FLOOR].wait_for_selector("body[data-ready]", state="attached")
        for program in PROGRAMS:
            await self.act("to the first year", program, "eyes.toYear(program, value, true)", year, self.view(program, self.first, year))

    def year_now(self, program: str, key: str) -> int:
        """The year after a change of indicator, where the year before was the opening indicator's first."""
        years = self.picked.years(key)
        return self.year(OURS, key) if program == OURS else self.span()[0] if program == STOCK else max(self.span()[0], years[0])

    def has_all(self, key: str) -> bool:
        """Whether every program shows every view of it in the year that it would be in."""
        early = self.span()[0]
        return early in self.picked.years(key) and all(early in self.picked.series(key, code) for code in CHOSEN)

    async def drags(self, times: int) -> None:
        """The slider is drawn over the years, ten and thirty steps a second."""
        years = self.span()
        for _ in range(times):
            for program in PROGRAMS:
                for name, pause, count in (("ten", 100, 20), ("thirty", 1000 / 30, 30)):
                    steps = [[year, self.view(program, self.first, year)] for year in years[1 : count + 1]]
                    page = self.pages[program]
                    await page.evaluate("([program, year]) => eyes.toYear(program, year, true)", [program, years[0]])
                    await asyncio.sleep(0.4)
                    got = await page.evaluate("([program, steps, pause]) => eyes.drag(program, steps, pause)", [program, steps, pause])
                    self.note(f"{name} seen", program, got["seen"])
                    self.note(f"{name} settled", program, got["settled"])
                    self.note(f"{name} a second", program, got["seen"] / max(got["seconds"], len(steps) * pause / 1000))

    async def crowds(self, rounds: int) -> None:
        """Eight pages of one program at once, each a year step a second, not in step with each other."""
        for program in PROGRAMS:
            opened = await asyncio.gather(*(self.open(program) for _ in range(PAGES)))
            pages = [page for page, _, _ in opened]
            await asyncio.gather(*(self.alone(program, page, i / PAGES, rounds) for i, page in enumerate(pages)))
            await asyncio.gather(*(page.context.close() for page in pages))

    async def alone(self, program: str, page: Page, late: float, rounds: int) -> None:
        await asyncio.sleep(late)
        for year in self.span()[1 : rounds + 1]:
            view = self.view(program, self.first, year)
            code = "([program, year, view]) => eyes.after(() => eyes.toYear(program, year), program, view)"
            self.note("crowd", program, await page.evaluate(code, [program, year, view]))
            await asyncio.sleep(1)


async def _stage(name: str, work: Coroutine) -> None:
    start = time.monotonic()
    await work
    sys.stderr.write(f"  {name}: {time.monotonic() - start:.0f} s\n")


async def _run(folder: Path, release: Path, times: int) -> Found:
    store = open_release(release)
    contents = store.contents(load_catalogue())
    picked, app = pick(store, contents), create_app(Settings(release=str(release)))
    desk = Desk(store, contents, cache_of(app.server, Settings()))
    floor.build(picked, opening(picked), CHOSEN, folder)
    plain = seen.of_plain(picked, desk.ground.shapes)
    with ExitStack() as stack:
        served = {program: stack.enter_context(serving(program, release, folder)) for program in PROGRAMS}
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
            bench = Bench(browser, served, picked, {OURS: seen.of_ours(desk), FLOOR: plain, STOCK: plain})
            bench.default_years = {key: holding.default_year for key, holding in contents.holdings.items()}
            bench.others = tuple(b.key for b in contents.catalogue[bench.first].breakdowns[1:])
            await _stage("first sight", bench.first_sight(times))
            for program in PROGRAMS:
                memory = memory_of_family(served[program].process)
                if memory is not None:
                    bench.note("memory", program, memory)
            await _stage("year steps", bench.year_steps(2 * times))
            await _stage("drags", bench.drags(max(1, times // 5)))
            await _stage("clicks", bench.clicks(times))
            await _stage("indicators", bench.indicators(times))
            await _stage("breakdowns", bench.breakdowns(times))
            await _stage("eight pages", bench.crowds(4))
            await browser.close()
    store.close()
    return bench.found


def browser_section(release: Path = SHIPPED, times: int = 15) -> Section:
    """All rows that need a browser."""
    with tempfile.TemporaryDirectory() as folder:
        return Section("In a browser", tuple(_rows(asyncio.run(_run(Path(folder), release, times)))), NOTE.format(times=times))


NOTE = (
    "Medians of {times} or more, turn and turn about, from the event (or navigation) until every drawn shape stands where the true values say. "
    "All three under gunicorn, two workers of four threads, in headless Chromium without a GPU, 1366 by 768."
)


def _rows(found: Found) -> list[Row]:
    def row(words: str, unit: str, measure: str, *bounds: Bound, by=median) -> Row:
        ours, bare, stock = (by(found[measure][program] or found[BESIDE.get(measure, measure)][program]) for program in PROGRAMS)
        return Row(words, unit, ours, bare, stock, bounds)

    return [
        row("first sight", "ms", "first sight", Bound(0.45, DASH)),
        row("first sight, on the wire", "MB", "on the wire", Bound(0.9)),
        row("one year step", "ms", "year step", Bound(1.15, BY_FLOOR)),
        row("one year step, 19 of 20 below", "ms", "year step", by=p95),
        row("click on a country", "ms", "click on a country", Bound(2, BY_FLOOR)),
        row("… where nothing is asked ahead", "ms", "click, nothing ahead"),
        row("another indicator, nobody asked before", "ms", "another indicator", Bound(2, BY_FLOOR)),
        row("… asked before by another reader", "ms", "another indicator, asked before", Bound(2, BY_FLOOR)),
        row("… shown before on this page", "ms", "another indicator, shown before", Bound(2, BY_FLOOR)),
        row("another breakdown (beside it: another indicator)", "ms", "another breakdown", Bound(2, BY_FLOOR)),
        row("steps really seen of 20 at 10 a second", "", "ten seen", Bound(20, ITSELF, is_least=True)),
        row("… until it had settled", "ms", "ten settled"),
        row("different frames a second at 30 steps a second", "", "thirty a second", Bound(24, ITSELF, is_least=True)),
        row("one year step with 8 pages open, 19 of 20 below", "ms", "crowd", by=p95),
        row("memory of the server with one page open, all workers", "MiB", "memory"),
    ]
