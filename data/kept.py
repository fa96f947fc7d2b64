"""What was computed before, from a cache that may fail.

Keys hold the release's version, so a cache shared by several workers, or kept over an update, never answers with another
release's numbers.

A cache that fails is as good as an empty one: an entry that cannot be read is computed anew, and a store that takes
nothing is left alone for `REST` seconds, so that a dead Redis costs one wait and not one an answer.
"""

from __future__ import annotations

import logging
import time
from typing import Any, Protocol

REST = 30.0  # seconds
LOG = logging.getLogger(__name__)


class CacheLike(Protocol):
    """What is needed of a cache: flask-caching's `Cache`, `data.memory.Memory`, or anything like them."""

    def get(self, key: str) -> Any: ...
    def set(self, key: str, value: Any) -> Any: ...


class Health:
    """How the store behind one or more caches is: when it may be asked again, and which of its faults were told."""

    def __init__(self) -> None:
        self.rests_until = 0.0
        self._reported: set[str] = set()

    @property
    def rests(self) -> bool:
        return time.monotonic() < self.rests_until

    def report(self, doing: str, fault: Exception) -> None:
        """Logs each kind of fault once, not once an answer."""
        kind = f"{doing} {type(fault).__name__}"
        if kind not in self._reported:
            self._reported.add(kind)
            LOG.warning("%s the cache failed (%s: %s); answers are computed instead", doing, type(fault).__name__, fault)


class Kept:
    """One cache, under the keys of one version of what is kept."""

    def __init__(self, cache: CacheLike, version: str, health: Health) -> None:
        self._cache, self._version, self._health = cache, version, health

    def recall(self, key: str, otherwise: Any = None) -> Any:
        """What was kept under a key for this version; `otherwise` where nothing is."""
        full = self._full(key)
        held = self._get(full)
        # an entry names its key, so that whatever else stands in its place is known for what it is
        return held[1] if isinstance(held, tuple) and len(held) == 2 and held[0] == full else otherwise

    def keep(self, key: str, answer: Any) -> None:
        """Keeps an answer under a key for this version."""
        if self._health.rests:
            return
        full = self._full(key)
        try:
            self._cache.set(full, (full, answer))
        except Exception as fault:  # noqa: BLE001 - a store's own errors, whatever they are
            self._health.rests_until = time.monotonic() + REST
            self._health.report("writing to", fault)

    def _full(self, key: str) -> str:
        return f"{self._version}:{key}"

    def _get(self, full: str) -> Any:
        if self._health.rests:
            return None
        try:
            return self._cache.get(full)
        except Exception as fault:  # noqa: BLE001 - a store's own errors, and a pickle that is cut short raises nearly anything
            self._health.report("reading from", fault)
            return None
