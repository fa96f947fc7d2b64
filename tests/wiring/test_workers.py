"""The monitor as `make serve` runs it, with two workers: which of them answers, and what happened to the others, is nobody's concern."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.request import Request, urlopen

import pytest

from app import SHIPPED
from tests.benchmarks.asked import UPDATE, body, questions
from tests.benchmarks.served import OURS, Served, serving

SEARCHES = ("?indicator=unemployment&areas=FIN,KEN&sex=F", "?indicator=rule-of-law", "?indicator=life-expectancy-at-birth&areas=JPN&by=sex")
PATIENCE = 60.0  # seconds for what takes one or two
pytestmark = pytest.mark.xdist_group("workers")


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[Served]:
    """gunicorn with two workers over the release that ships."""
    with serving(OURS, SHIPPED, tmp_path_factory.mktemp("served")) as running:
        yield running


def until(is_so: Callable[[], bool]) -> None:
    """Returns once it is so."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, "not within a minute"
        time.sleep(0.02)


@contextmanager
def alone(served: Served, worker: int) -> Iterator[None]:
    """One worker answers while the others are held."""
    others = [other for other in served.workers() if other != worker]
    for other in others:
        os.kill(other, signal.SIGSTOP)
    try:
        yield
    finally:
        for other in others:
            os.kill(other, signal.SIGCONT)


def answers(served: Served) -> dict[tuple[str, str], bytes]:
    """The bytes of every panel's answer to every address, each over a connection of its own."""
    with urlopen(f"{served.url}_dash-dependencies", timeout=PATIENCE) as said:
        asked = questions(json.load(said))
    found = {}
    for search in SEARCHES:
        for panel, question in asked.items():
            request = Request(served.url + UPDATE.lstrip("/"), json.dumps(body(question, search)).encode(), {"Content-Type": "application/json", "Accept-Encoding": "br"})
            with urlopen(request, timeout=PATIENCE) as answer:
                assert answer.status == 200
                found[search, panel] = answer.read()
    return found


@pytest.fixture(scope="module")
def expected(served: Served) -> dict[tuple[str, str], bytes]:
    """What was answered first."""
    return answers(served)


def of_each_worker(served: Served) -> list[dict[tuple[str, str], bytes]]:
    """The answers of one worker after the other, each asked three times."""
    found = []
    for worker in served.workers():
        with alone(served, worker):
            found += [answers(served) for _ in range(3)]
    return found


def test_each_worker_gives_the_same_bytes_again_and_again(served: Served, expected):
    assert len(served.workers()) == 2
    assert all(found == expected for found in of_each_worker(served))


def test_after_a_reload_the_answers_are_the_same(served: Served, expected):
    before = set(served.workers())
    os.kill(served.process, signal.SIGHUP)
    until(lambda: len(served.workers()) == 2 and not before & set(served.workers()))
    assert all(found == expected for found in of_each_worker(served))


def test_a_worker_that_is_killed_is_replaced_and_meanwhile_the_other_answers(served: Served, expected):
    killed, left = served.workers()
    os.kill(killed, signal.SIGKILL)
    assert answers(served) == expected
    until(lambda: len(served.workers()) == 2 and killed not in served.workers())
    assert left in served.workers()
    assert all(found == expected for found in of_each_worker(served))
