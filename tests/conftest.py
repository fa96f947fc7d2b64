"""What many tests share: the release that ships, opened once, and a desk over it whose cache is a mapping."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dashboard.contents import Contents
from data.catalogue_reader import load_catalogue
from data.desk import Desk
from data.store import Store, open_release

SHIPPED = Path(__file__).resolve().parents[1] / "data" / "release"


class MemoryCache(dict[str, Any]):
    """The `get` and `set` of flask-caching over a plain mapping; a test may look inside."""

    def set(self, key: str, value: Any) -> bool:
        self[key] = value
        return True


@pytest.fixture(scope="session")
def release() -> Iterator[Store]:
    """The release that ships, its checksums held once a session."""
    store = open_release(SHIPPED)
    yield store
    store.close()


@pytest.fixture(scope="session")
def contents(release: Store) -> Contents:
    """What an address can name in the release that ships."""
    return release.contents(load_catalogue())


@pytest.fixture
def cache() -> MemoryCache:
    """An empty cache; the one that `desk` uses in the same test."""
    return MemoryCache()


@pytest.fixture
def desk(release: Store, contents: Contents, cache: MemoryCache) -> Desk:
    """A desk with an empty cache of its own, over the release that ships."""
    return Desk(release, contents, cache)
