"""One contract for every cache: it makes an answer quicker, never another one, and its failure is nobody's trouble."""

from __future__ import annotations

import logging
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from flask import Flask

from app import ANSWERS, SHIPPED, WORK, cache_of, create_app
from dashboard.contents import Contents
from dashboard.settings import CACHES, Settings
from dashboard.slices import group_slice_of, slice_of
from dashboard.view import View
from data.desk import Desk
from data.kept import REST
from data.store import Store
from tests.wiring.asking import PANELS, Asking
from tests.wiring.stores import damage, free_port, redis_server

ROOT = Path(__file__).resolve().parents[2]
SEARCHES = ("indicator=unemployment&areas=FIN,KEN&sex=F", "indicator=rule-of-law", "indicator=refugees-hosted&scope=002")
KEEPING = [name for name in CACHES if name != "NullCache"]
NO_REDIS = "redis-server is not on the PATH; install Redis to hold this contract over it too"


@pytest.fixture
def settings(request, tmp_path: Path) -> Iterator[Settings]:
    """Settings of the cache that the test is parametrised by; a Redis of our own where it is Redis."""
    if request.param != "RedisCache":
        yield Settings(cache=request.param, cache_dir=str(tmp_path / "cache"))
    elif shutil.which("redis-server") is None:
        pytest.skip(NO_REDIS)
    else:
        with redis_server(tmp_path) as (url, _):
            yield Settings(cache="RedisCache", redis_url=url)


def over(*names: str):
    return pytest.mark.parametrize("settings", names, indirect=True)


def answers(settings: Settings, searches: tuple[str, ...] = SEARCHES) -> dict:
    """What a new worker with these settings answers."""
    asking = Asking(create_app(settings).server.test_client())
    return {(search, panel): asking.response(panel, search) for search in searches for panel in PANELS}


@pytest.fixture(scope="module")
def computed() -> dict:
    """The answers without any cache."""
    return answers(Settings(cache="NullCache"))


class CountingStore:
    """A store that counts how often it is read."""

    def __init__(self, store: Store) -> None:
        self.store, self.manifest, self.readings = store, store.manifest, 0

    def columns(self, *asked) -> tuple:
        self.readings += 1
        return self.store.columns(*asked)


@over(*CACHES)
def test_answers_are_the_same_cold_warm_and_from_another_worker(settings: Settings, computed: dict):
    app = create_app(settings)
    for _ in ("cold", "warm"):
        asking = Asking(app.server.test_client())
        assert {(search, panel): asking.response(panel, search) for search in SEARCHES for panel in PANELS} == computed
    assert answers(settings) == computed


@over(*CACHES)
def test_frames_come_back_equal_and_typed_without_reading_the_release_again(settings: Settings, release: Store, contents: Contents):
    view, _ = View.from_query(SEARCHES[0], contents)
    store = CountingStore(release)
    cache = cache_of(Flask("test"), settings)
    cold = Desk(store, contents, cache)
    frames = (cold.series(slice_of(view, contents)), cold.groups(group_slice_of(view, contents)), cold.classes(slice_of(view, contents)))
    read = store.readings
    warm = Desk(store, contents, cache)
    again = (warm.series(slice_of(view, contents)), warm.groups(group_slice_of(view, contents)), warm.classes(slice_of(view, contents)))
    assert (store.readings == read) is (settings.cache != "NullCache")
    for one, other in zip(frames[:2], again[:2], strict=True):
        pd.testing.assert_frame_equal(one, other, check_exact=True)
        assert len(one)
    assert frames[2] == again[2]


@over(*KEEPING)
def test_a_reader_who_changes_a_frame_does_not_change_the_entry(settings: Settings, release: Store, contents: Contents):
    view, _ = View.from_query(SEARCHES[0], contents)
    desk = Desk(release, contents, cache_of(Flask("test"), settings))
    held = desk.series(slice_of(view, contents)).copy()
    mine = desk.series(slice_of(view, contents))
    mine.loc[:, "OBS_VALUE"] = 0.0
    pd.testing.assert_frame_equal(desk.series(slice_of(view, contents)), held)


@over(*KEEPING)
def test_two_releases_do_not_share_entries(settings: Settings, release: Store, contents: Contents):
    cache = cache_of(Flask("test"), settings)
    older, newer = Desk(release, contents, cache), Desk(release, replace(contents, version="another"), cache)
    assert older.remember("answer", ("unemployment",), lambda: 1) == 1
    assert newer.remember("answer", ("unemployment",), lambda: 2) == 2
    assert older.remember("answer", ("unemployment",), lambda: 3) == 1  # still its own


@over(*CACHES)
@pytest.mark.parametrize("name", [WORK, ANSWERS])
def test_each_of_the_two_caches_keeps_what_it_is_given_and_gives_it_to_another_worker(settings: Settings, name: str):
    cache, other = cache_of(Flask("one"), settings, name), cache_of(Flask("two"), settings, name)
    held = {"bytes": b"\x00\xff", "numbers": [1, 2.5, None]}
    cache.set("key", held)
    assert cache.get("key") == (None if settings.cache == "NullCache" else held)
    assert other.get("key") == (held if settings.cache in ("FileSystemCache", "RedisCache") else None)


@over(*KEEPING)
def test_the_two_caches_do_not_see_each_others_entries(settings: Settings, release: Store, contents: Contents):
    """In one Redis, one folder, one process: under the same key each has its own."""
    server = Flask("test")
    work, answers_ = cache_of(server, settings, WORK), cache_of(server, settings, ANSWERS)
    work.set("key", "work")
    assert answers_.get("key") is None
    answers_.set("key", "answer")
    assert (work.get("key"), answers_.get("key")) == ("work", "answer")
    desk = Desk(release, contents, work, answers_)
    assert desk.remember("answer", (), lambda: 1) == 1
    desk.answers.keep("answer:()", 2)
    assert (desk.remember("answer", (), lambda: 3), desk.answers.recall("answer:()")) == (1, 2)


@over(*KEEPING)
def test_a_walk_over_all_indicators_is_kept_whole(settings: Settings):
    """Three answers each to five addresses and what they were made from: none drives out another."""
    work, answers_ = (cache_of(Flask("test"), settings, name) for name in (WORK, ANSWERS))
    packed, grid = os.urandom(9_000), os.urandom(50_000)
    count = {WORK: 182 * 4, ANSWERS: 182 * 3 * 5}
    for number in range(count[ANSWERS]):
        answers_.set(f"answer {number}", packed)
    for number in range(count[WORK]):
        work.set(f"grid {number}", grid)
    assert all(answers_.get(f"answer {number}") == packed for number in range(count[ANSWERS]))
    assert all(work.get(f"grid {number}") == grid for number in range(count[WORK]))


RECORD_KEYS = """
import sys
sys.path.insert(0, {root!r})
from pathlib import Path
from callbacks import panels
from data.catalogue_reader import load_catalogue
from data.desk import Desk
from data.store import open_release
class Keys(dict):
    def set(self, key, value): self[key] = value
store, keys = open_release(Path({release!r})), Keys()
desk = Desk(store, store.contents(load_catalogue()), keys)
for search in {searches!r}:
    for _, _, draw in panels.PANELS.values():
        draw(desk, search)
sys.stdout.write(chr(10).join(keys))
"""


def test_keys_are_the_same_in_every_process(release: Store):
    """The text of a set depends on the seed of the process's hashes; a key with one in it would never be found by another worker."""
    program = RECORD_KEYS.format(root=str(ROOT), release=str(SHIPPED), searches=SEARCHES)
    found = [
        subprocess.run(
            [sys.executable, "-c", program], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout.splitlines()
        for seed in ("1", "2")
    ]  # fmt: skip
    assert found[0] == found[1]
    assert len(found[0]) > 10 and all(key.startswith(f"{release.version}:") for key in found[0])
    assert [key for key in found[0] if " at 0x" in key or "frozenset" in key] == []


DAMAGES = {
    "emptied": lambda held: b"",
    "cut short": lambda held: held[: len(held) // 2],
    "junk": lambda held: b"junk that nobody wrote",
    "junk that says it is a pickle": lambda held: b"!\x80\x05junk",
    "a number": lambda held: b"7",
    "another value of the right form": lambda held: b"!\x80\x04N.",  # a pickled None
}


@over("FileSystemCache", "RedisCache")
@pytest.mark.parametrize("how", DAMAGES)
def test_entries_that_cannot_be_read_are_computed_anew(settings: Settings, computed: dict, how: str):
    searches = SEARCHES[1:2]
    expected = {asked: answer for asked, answer in computed.items() if asked[0] in searches}
    assert answers(settings, searches) == expected
    assert damage(settings, DAMAGES[how]) >= 7  # three answers, sentences, slice, classes, reference
    assert answers(settings, searches) == expected
    assert answers(settings, searches) == expected


def test_an_entry_that_is_not_ours_is_not_taken_for_an_answer(desk: Desk, cache):
    """A store that mixes up two keys, or one that another program writes into."""
    desk.remember("answer", ("one",), lambda: 1)
    desk.remember("answer", ("two",), lambda: 2)
    one, two = list(cache)
    cache[one] = cache[two]
    assert desk.remember("answer", ("one",), lambda: 1) == 1
    cache[one] = {"an": "entry"}
    assert desk.remember("answer", ("one",), lambda: 1) == 1


def test_an_answer_of_none_is_an_answer(desk: Desk):
    assert desk.remember("answer", (), lambda: None) is None
    assert desk.remember("answer", (), lambda: 1) is None  # kept, not computed again


def test_redis_that_is_not_there_costs_two_lines_in_the_log_and_nothing_else(computed: dict, caplog):
    with caplog.at_level(logging.WARNING, "data.kept"):
        assert answers(Settings(cache="RedisCache", redis_url=f"redis://127.0.0.1:{free_port()}/0")) == computed
    said = [record.getMessage() for record in caplog.records if record.name == "data.kept"]
    assert len(said) == 2 and all("the cache failed (ConnectionError" in line for line in said)


def test_redis_that_never_answers_holds_up_one_answer_only(computed: dict, caplog):
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        with caplog.at_level(logging.WARNING, "data.kept"):
            assert answers(Settings(cache="RedisCache", redis_url=f"redis://127.0.0.1:{silent.getsockname()[1]}/0")) == computed
    assert len([record for record in caplog.records if record.name == "data.kept"]) == 2  # one reading, one writing, then it rests


@pytest.mark.skipif(shutil.which("redis-server") is None, reason=NO_REDIS)
def test_redis_that_dies_while_it_is_used_is_done_without(tmp_path: Path, computed: dict):
    with redis_server(tmp_path) as (url, process):
        asking = Asking(create_app(Settings(cache="RedisCache", redis_url=url)).server.test_client())
        assert asking.response("map", SEARCHES[0]) == computed[SEARCHES[0], "map"]
        process.kill()
        process.wait(10)
        for search in SEARCHES:
            assert asking.response("map", search) == computed[search, "map"]


class FailingCache(dict):
    """A cache that fails until it is mended, and counts what it is asked."""

    fails, asked = True, 0

    def _ask(self) -> None:
        self.asked += 1
        if self.fails:
            raise OSError("out of order")

    def get(self, key):
        self._ask()
        return super().get(key)

    def set(self, key, value):
        self._ask()
        self[key] = value


def test_a_cache_that_takes_nothing_rests_and_is_tried_again(release: Store, contents: Contents, monkeypatch):
    now = [1000.0]
    monkeypatch.setattr("data.kept.time.monotonic", lambda: now[0])
    cache = FailingCache()
    desk = Desk(release, contents, cache)
    assert [desk.remember("answer", (n,), lambda n=n: n) for n in range(5)] == list(range(5))
    assert cache.asked == 2  # one reading and one writing; the other four left it alone
    cache.fails = False
    now[0] += REST + 1
    assert desk.remember("answer", (7,), lambda: 7) == 7
    assert desk.remember("answer", (7,), lambda: 8) == 7  # it keeps again


def test_an_error_of_the_computation_is_not_taken_for_the_caches(desk: Desk, cache):
    with pytest.raises(ZeroDivisionError):
        desk.remember("answer", (), lambda: 1 / 0)
    assert not cache
