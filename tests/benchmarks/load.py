"""Many at once: connections that ask as fast as they are answered, for a few seconds, varied as readers' questions are.

A generator in Python takes part of the machine that the server runs on: the numbers compare programs, they are no limits.
"""

from __future__ import annotations

import http.client
import itertools
import json
import random
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

from app import SHIPPED
from dashboard.contents import Contents
from data.catalogue_reader import load_catalogue
from data.store import open_release
from tests.benchmarks.asked import UPDATE, body, questions
from tests.benchmarks.machine import median, p95
from tests.benchmarks.picked import Picked, pick
from tests.benchmarks.served import OURS, STOCK, Served, serving
from tests.benchmarks.table import DASH, Bound, Row, Section

CONNECTIONS = (16, 200)
DIFFERENT = 240  # questions
INDICATORS = 20  # that they are about
WARM = 30  # seconds at most, in which each question is asked about three times before anything is counted
SEED = 7
FILLING, PATIENCE = 6_400, 900.0  # requests before anything is measured; seconds at most
NEW = 0.2  # of the requests that are to be endured: never asked before
FEW_MEGABYTES = 16  # of cache: full soon, so that memory that still grows is no cache


@dataclass
class Tally:
    """What one load gave."""

    seconds: float
    took: list[float] = field(default_factory=list)
    errors: int = 0

    @property
    def a_second(self) -> float:
        return len(self.took) / self.seconds


def press(url: str, bodies: list[bytes], connections: int, seconds: float, most: int | None = None) -> Tally:
    """Posts the bodies in turn over that many connections until the time is up, or each connection has posted `most`.

    An answer other than 200 is an error.
    """
    parts, tally, lock = urlsplit(url), Tally(seconds), threading.Lock()
    until = time.perf_counter() + seconds

    def one(start: int) -> None:
        line = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)
        took, errors = [], 0
        for asked in itertools.islice(itertools.cycle(bodies), start, None if most is None else start + most):
            begun = time.perf_counter()
            if begun >= until:
                break
            try:
                line.request("POST", UPDATE, asked, {"Content-Type": "application/json"})
                answer = line.getresponse()
                answer.read()
                errors += answer.status != 200
                took.append((time.perf_counter() - begun) * 1000)
            except (OSError, http.client.HTTPException):
                errors += 1
                line.close()
        line.close()
        with lock:
            tally.took += took
            tally.errors += errors

    begun = time.perf_counter()
    threads = [threading.Thread(target=one, args=(i * len(bodies) // connections,)) for i in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    tally.seconds = time.perf_counter() - begun
    return tally


def our_bodies(dependencies: list[dict], picked: Picked, count: int = DIFFERENT) -> list[bytes]:
    """Every panel in turn, over indicators, years and countries drawn by chance, the same in each run."""
    chance, asked = random.Random(SEED), itertools.cycle(questions(dependencies).values())
    return [json.dumps(body(next(asked), _address(chance, picked))).encode() for _ in range(count)]


def _address(chance: random.Random, picked: Picked) -> str:
    key = chance.choice(list(picked.titles)[:INDICATORS])
    areas = ",".join(chance.sample(list(picked.names), chance.randint(1, 4)))
    return f"?indicator={key}&areas={areas}&year={chance.choice(picked.years(key))}"


def endured_bodies(dependencies: list[dict], contents: Contents, count: int) -> list[bytes]:
    """Questions about all indicators, slices and many countries: one of five was never asked before, the others come again and again."""
    chance, asked = random.Random(SEED), list(questions(dependencies).values())
    places, indicators = [area.code for area in contents.atlas.states()], contents.catalogue.indicators

    def new() -> bytes:
        indicator, areas = chance.choice(indicators), ",".join(chance.sample(places, chance.randint(1, 8)))
        choices = [f"&{b.key}={code}" for b in indicator.breakdowns for code in contents.offered(indicator, b.column)]
        address = f"?indicator={indicator.key}&areas={areas}{chance.choice(choices or [''])}&window={chance.randint(0, 9)}"
        return json.dumps(body(chance.choice(asked), address)).encode()

    known = [new() for _ in range(DIFFERENT)]
    return [new() if chance.random() < NEW else chance.choice(known) for _ in range(count)]


def stock_bodies(dependencies: list[dict], picked: Picked, count: int = DIFFERENT) -> list[bytes]:
    """The same kinds of question to stock Dash's map, lines and bars."""
    chance = random.Random(SEED)
    drawn = itertools.cycle([d for d in dependencies if d["output"] in ("map.figure", "lines.figure", "bars.figure")])
    bodies = []
    for callback in itertools.islice(drawn, count):
        key = chance.choice(list(picked.titles)[:INDICATORS])
        values = {"indicator": key, "areas": chance.sample(list(picked.names), chance.randint(1, 4)), "year": chance.choice(picked.years(key))}
        inputs = [{**asked, "value": values[asked["id"]]} for asked in callback["inputs"]]
        output = dict(zip(("id", "property"), callback["output"].split("."), strict=True))
        changed = [f"{asked['id']}.{asked['property']}" for asked in callback["inputs"]]
        bodies.append(json.dumps({"output": callback["output"], "outputs": output, "inputs": inputs, "changedPropIds": changed}).encode())
    return bodies


BODIES: dict[str, Callable[[list[dict], Picked], list[bytes]]] = {OURS: our_bodies, STOCK: stock_bodies}


def load_section(seconds: float, requests: int, release: Path = SHIPPED) -> Section:
    """Requests a second, time an answer, errors, and what a worker's memory does meanwhile and over many requests."""
    store = open_release(release)
    contents = store.contents(load_catalogue())
    picked = pick(store, contents)
    store.close()
    found: dict[str, dict[str, float | None]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for program in (OURS, STOCK):
            with serving(program, release, Path(folder)) as served:
                found[program] = _pressed(served, picked, seconds)
        many = endured(release, Path(folder), contents, requests)
    note = f"{seconds:g} s a load, {DIFFERENT} different questions about {INDICATORS} indicators, asked about three times each before. "
    note += "The generator, in Python, runs on the same cores, so the numbers compare programs and are no limits."
    note += f" Over many requests: one of {1 / NEW:g} was never asked before; {FEW_MEGABYTES} MiB of cache, full before anything is measured."
    return Section("Many at once", (*_rows(found), *many), note)


def endured(release: Path, folder: Path, contents: Contents, requests: int) -> list[Row]:
    """What many different requests leave in the memory of a worker whose caches are full."""
    with serving(OURS, release, folder, MONITOR_CACHE_MEGABYTES=str(FEW_MEGABYTES)) as served:
        with urlopen(served.url + "_dash-dependencies", timeout=30) as answer:
            bodies = endured_bodies(json.load(answer), contents, FILLING + requests)
        filling = press(served.url, bodies[:FILLING], CONNECTIONS[0], PATIENCE, most=FILLING // CONNECTIONS[0])
        before = max(served.worker_memories(), default=None)
        tally = press(served.url, bodies[FILLING:], CONNECTIONS[0], PATIENCE, most=requests // CONNECTIONS[0])
        after = max(served.worker_memories(), default=None)
    count = f"{len(tally.took):,} requests"
    return [
        Row(f"largest worker before {count}", "MiB", before),
        Row(f"largest worker after {count}", "MiB", after),
        Row("largest worker, after over before", "", after / before if before and after else None, bounds=(Bound(1.1),)),
        Row(f"errors among {count}", "", tally.errors + filling.errors, bounds=(Bound(0),)),
    ]


def _pressed(served: Served, picked: Picked, seconds: float) -> dict[str, float | None]:
    with urlopen(served.url + "_dash-dependencies", timeout=30) as answer:
        bodies = BODIES[served.name](json.load(answer), picked)
    found: dict[str, float | None] = {}
    press(served.url, bodies, CONNECTIONS[0], WARM, most=3 * len(bodies) // CONNECTIONS[0])
    found["before"] = max(served.worker_memories(), default=None)
    for connections in CONNECTIONS:
        tally = press(served.url, bodies, connections, seconds)
        found |= {f"{connections} a second": tally.a_second, f"{connections} median": median(tally.took)}
        found |= {f"{connections} p95": p95(tally.took), f"{connections} errors": tally.errors}
    found["after"] = max(served.worker_memories(), default=None)
    return found


def _rows(found: dict[str, dict[str, float | None]]) -> list[Row]:
    def row(words: str, unit: str, name: str, *bounds: Bound) -> Row:
        return Row(words, unit, found[OURS][name], dash=found[STOCK][name], bounds=bounds)

    rows = []
    for n in CONNECTIONS:
        rows += [
            row(f"{n} connections: requests a second", "", f"{n} a second", Bound(40, DASH, is_least=True)),
            row(f"{n} connections: an answer, median", "ms", f"{n} median"),
            row(f"{n} connections: an answer, 19 of 20 below", "ms", f"{n} p95"),
            row(f"{n} connections: errors", "", f"{n} errors", Bound(0)),
        ]
    return [*rows, row("largest worker before the loads", "MiB", "before"), row("largest worker after them", "MiB", "after")]
