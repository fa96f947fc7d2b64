"""The cache in a worker's memory: it never takes more than its room, and what was used last stays."""

from __future__ import annotations

import threading

import pytest
from flask import Flask
from flask_caching import Cache

from data.memory import LARGEST_SHARE, OVERHEAD, Memory


def test_what_was_set_is_got_as_a_copy() -> None:
    memory, mine = Memory(100_000), {"a": [1]}
    assert memory.get("key") is None
    memory.set("key", mine)
    mine["a"].append(2)
    memory.get("key")["a"].append(3)
    assert memory.get("key") == {"a": [1]}
    memory.set("key", None)
    assert memory.get("key") is None


def test_what_was_used_longest_ago_gives_way() -> None:
    memory = Memory(10 * (1000 + OVERHEAD + 40))
    for number in range(10):
        memory.set(f"key {number}", bytes(1000))
    assert memory.get("key 0") == bytes(1000)  # used: the next to go is key 1
    memory.set("key 10", bytes(1000))
    assert [number for number in range(11) if memory.get(f"key {number}") is None] == [1]


def test_the_room_is_kept_whatever_is_set() -> None:
    memory = Memory(50_000)
    for number in range(2000):
        memory.set(f"key {number % 700}", bytes(number % 5000))
        assert memory.taken <= memory.room
    held = [memory.get(f"key {number}") for number in range(700)]
    assert 5 < len(memory) == sum(h is not None for h in held)


def test_one_entry_does_not_drive_out_all_others() -> None:
    memory = Memory(80_000)
    memory.set("small", 1)
    memory.set("large", "earlier")
    assert memory.set("large", bytes(80_000 // LARGEST_SHARE)) is False
    assert (memory.get("small"), memory.get("large")) == (1, None)  # nor is the earlier one given for it


@pytest.mark.parametrize(("seconds", "held"), [(10, None), (0, 1)])
def test_an_entry_is_good_for_its_time(monkeypatch, seconds: int, held: int | None) -> None:
    now = [100.0]
    monkeypatch.setattr("data.memory.time.monotonic", lambda: now[0])
    memory = Memory(10_000, seconds)
    memory.set("key", 1)
    now[0] += 9
    assert memory.get("key") == 1
    now[0] += 2
    assert memory.get("key") == held
    assert len(memory) == (held or 0) and (memory.taken > 0) is bool(held)


def test_flask_caching_keeps_its_entries_in_it() -> None:
    cache = Cache(Flask("cached"), config={"CACHE_TYPE": "data.memory.backend", "CACHE_ROOM": 10_000, "CACHE_DEFAULT_TIMEOUT": 60})
    cache.set("key", {"a": 1})
    assert cache.get("key") == {"a": 1} and isinstance(cache.cache, Memory) and cache.cache.room == 10_000


def test_many_threads_leave_its_books_in_order() -> None:
    memory = Memory(30_000)

    def work(seed: int) -> None:
        for number in range(500):
            memory.set(f"key {(number * seed) % 50}", bytes(number))
            memory.get(f"key {number % 50}")

    threads = [threading.Thread(target=work, args=(seed,)) for seed in (3, 7, 11, 13)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 0 < len(memory) <= 50 and memory.taken <= memory.room
