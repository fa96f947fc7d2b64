"""A cache in the memory of one process that never takes more than its room: what was used longest ago gives way.

flask-caching's own counts entries, whatever their size, and sorts all of them at each new one once it is full. This one is a
backend for it, over cachetools.
"""

from __future__ import annotations

import math
import pickle
import threading
import time
from typing import Any

from cachetools import TTLCache

LARGEST_SHARE = 8  # an entry larger than this part of the room is not kept: it would drive out too many
OVERHEAD = 400  # bytes that an entry takes besides its pickle: its key, and the books kept of it


class Memory:
    """`get` and `set` over pickles, so that nobody who changes what was given to him changes the entry; for any number of threads."""

    def __init__(self, room: int, seconds: float = 0) -> None:
        """room: bytes of all entries together. seconds: how long an entry is good, 0 for ever."""
        self._entries: TTLCache[str, bytes] = TTLCache(room, seconds or math.inf, timer=lambda: time.monotonic(), getsizeof=size)
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._entries)

    @property
    def room(self) -> float:
        return self._entries.maxsize

    @property
    def taken(self) -> float:
        return self._entries.currsize

    def get(self, key: str) -> Any:
        """What was set under the key; None where nothing is, or no longer."""
        with self._lock:
            held = self._entries.get(key)
        return None if held is None else pickle.loads(held)

    def set(self, key: str, value: Any) -> bool:
        """Keeps a value; False where it is too large to be kept."""
        held = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
        with self._lock:
            self._entries.pop(key, None)
            if size(held) * LARGEST_SHARE > self.room:
                return False
            self._entries[key] = held
        return True


def size(held: bytes) -> int:
    """Bytes of an entry."""
    return len(held) + OVERHEAD


def backend(app: object, config: dict, args: object, options: object) -> Memory:
    """What flask-caching makes of `CACHE_TYPE="data.memory.backend"`; `CACHE_ROOM` in the configuration is in bytes."""
    return Memory(config["CACHE_ROOM"], config["CACHE_DEFAULT_TIMEOUT"])
