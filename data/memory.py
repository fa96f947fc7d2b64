"""A cache in the memory of one process that never takes more than its room: what was used longest ago gives way.

flask-caching's own counts entries, whatever their size, and sorts all of them at each new one once it is full.
"""

from __future__ import annotations

import pickle
import threading
import time
from collections import OrderedDict
from typing import Any

LARGEST_SHARE = 8  # an entry larger than this part of the room is not kept: it would drive out too many
OVERHEAD = 300  # bytes that an entry takes besides its key and its pickle


class Memory:
    """`get` and `set` over pickles, so that nobody who changes what was given to him changes the entry; for any number of threads."""

    def __init__(self, room: int, seconds: float = 0) -> None:
        """room: bytes of all entries together. seconds: how long an entry is good, 0 for ever."""
        self.room, self.taken = room, 0
        self._seconds = seconds
        self._entries: OrderedDict[str, tuple[float, bytes]] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: str) -> Any:
        """What was set under the key; None where nothing is, or no longer."""
        with self._lock:
            until, held = self._entries.get(key, (0.0, b""))
            if not held:
                return None
            if self._seconds and until < time.monotonic():
                self._drop(key)
                return None
            self._entries.move_to_end(key)
        return pickle.loads(held)

    def set(self, key: str, value: Any) -> bool:
        """Keeps a value; False where it is too large to be kept."""
        held = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
        with self._lock:
            self._drop(key)
            if self._size(key, held) * LARGEST_SHARE > self.room:
                return False
            self._entries[key] = (time.monotonic() + self._seconds, held)
            self.taken += self._size(key, held)
            while self.taken > self.room:
                self._drop(next(iter(self._entries)))
        return True

    def _drop(self, key: str) -> None:
        if key in self._entries:
            self.taken -= self._size(key, self._entries.pop(key)[1])

    @staticmethod
    def _size(key: str, held: bytes) -> int:
        return len(key) + len(held) + OVERHEAD
