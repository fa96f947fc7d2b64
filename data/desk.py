"""The desk answers slices: each frame is computed once and then comes from the cache.

The cache is handed in (flask-caching's `Cache`, or anything with `get` and `set`). Keys hold the release's version, so
a cache shared by several workers, or kept over an update, never answers with another release's numbers; their
arguments are frozen dataclasses of text, whose `repr` is the same in every process.

A cache that fails is as good as an empty one: an entry that cannot be read is computed anew, and a cache that takes
nothing is left alone for `REST` seconds, so that a dead Redis costs one wait and not one an answer.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Protocol

import pandas as pd

from dashboard.classes import Classes, choose_classes
from dashboard.contents import Contents
from dashboard.measures.flags import flags
from dashboard.schema import TOTAL
from dashboard.slab import rounded
from dashboard.slices import Cell, GroupSlice, Slice, group_slice_of, scale_of
from dashboard.view import View
from data.ground import ground
from data.store import Store

# what a slice's figures need of the standard frame
READ = ("REF_AREA", "TIME_PERIOD", "OBS_VALUE", "OBS_QUALIFIER", "OBS_STATUS", "NATURE")
SHAPE = 3  # raised when what is cached changes its form
REST = 30.0  # seconds
LOG = logging.getLogger(__name__)
NOTHING = object()  # what no answer is: None is one


class CacheLike(Protocol):
    """What the desk needs of a cache."""

    def get(self, key: str) -> Any: ...
    def set(self, key: str, value: Any) -> Any: ...


class Desk:
    """Slices of one release, from the cache where they have been asked for before."""

    def __init__(self, store: Store, contents: Contents, cache: CacheLike) -> None:
        self.store, self.contents = store, contents
        self.ground, self.count_ground = ground(contents.atlas, self._held_areas()), ground(contents.atlas, self._held_areas(), with_all_points=True)
        self._cache = cache
        self._rests_until = 0.0
        self._reported: set[str] = set()
        self._country_codes = frozenset(area.code for area in contents.atlas.countries())

    def _held_areas(self) -> frozenset[str]:
        """Areas that a marker may stand for: states, and other places that the release has observations of."""
        states = {area.code for area in self.contents.atlas.states()}
        return frozenset(states | set(self.store.manifest.get("areas", [])))

    def years(self, indicator: str) -> range:
        """All years from the indicator's first to its last."""
        holding = self.contents.holdings[indicator]
        return range(holding.first_year, holding.last_year + 1)

    def series(self, part: Slice) -> pd.DataFrame:
        """One value an area and year: REF_AREA, TIME_PERIOD, OBS_VALUE, FLAG, sorted by area and year."""
        return self.remember("series", part, lambda: self._series(part))

    def groups(self, part: GroupSlice) -> pd.DataFrame:
        """Every group of one breakdown: REF_AREA, GROUP (the code), TIME_PERIOD, OBS_VALUE."""
        return self.remember("groups", part, lambda: self._groups(part))

    def group_slice(self, view: View) -> tuple[GroupSlice | None, tuple[str, ...]]:
        """What the breakdown panel can show, and the columns in which that departs from the headline slice.

        Some headline slices are themselves of one group (women among judges), of which the source gives no further
        groups: then the groups of all are shown, unless the reader chose otherwise.
        """
        part = group_slice_of(view, self.contents)
        if part is None or self._has_groups(part):
            return part, ()
        chosen, indicator = dict(view.cell), self.contents.catalogue[view.indicator]
        own = [column for column, code in part.cell if code != TOTAL and column not in chosen]
        freed = tuple(column for column in own if TOTAL in self.contents.offered(indicator, column))  # judges and registrars have no sum
        wider = replace(part, cell=tuple((column, TOTAL if column in freed else code) for column, code in part.cell))
        return (wider, freed) if freed and self._has_groups(wider) else (part, ())

    def _has_groups(self, part: GroupSlice) -> bool:
        return bool((self.groups(part)["GROUP"] != TOTAL).any())

    def classes(self, part: Slice) -> Classes:
        """The map's classes of a slice, over all years, shared by the slices of `scale_of`."""
        scale = scale_of(part)
        if self.contents.catalogue[part.indicator].group_scale:
            scale = part  # total and groups are on different scales here: nothing is shared
        return self.remember("classes", scale, lambda: self._classes(scale))

    def remember(self, name: str, arguments: object, compute: Callable[[], Any]) -> Any:
        """The computed answer to a name and its arguments, from the cache where it is there.

        arguments: text, numbers, tuples or frozen dataclasses of these; their `repr` is the key.
        """
        key = f"{name}:{arguments!r}"
        held = self.recall(key, NOTHING)
        if held is NOTHING:
            held = compute()
            self.keep(key, held)
        return held

    def recall(self, key: str, otherwise: Any = None) -> Any:
        """What was kept under a key for this release; `otherwise` where nothing is."""
        full = self._full(key)
        held = self._held(full)
        # an entry names its key, so that whatever else stands in its place is known for what it is
        return held[1] if isinstance(held, tuple) and len(held) == 2 and held[0] == full else otherwise

    def keep(self, key: str, answer: Any) -> None:
        """Keeps an answer under a key for this release."""
        full = self._full(key)
        self._keep(full, (full, answer))

    def _full(self, key: str) -> str:
        return f"{self.contents.version}:{SHAPE}:{key}"

    def _held(self, key: str) -> Any:
        if time.monotonic() < self._rests_until:
            return None
        try:
            return self._cache.get(key)
        except Exception as fault:  # noqa: BLE001 - a store's own errors, and a pickle that is cut short raises nearly anything
            self._report("reading from", fault)
            return None

    def _keep(self, key: str, entry: tuple[str, Any]) -> None:
        if time.monotonic() < self._rests_until:
            return
        try:
            self._cache.set(key, entry)
        except Exception as fault:  # noqa: BLE001 - as above
            self._rests_until = time.monotonic() + REST
            self._report("writing to", fault)

    def _report(self, doing: str, fault: Exception) -> None:
        """Logs each kind of fault once, not once an answer."""
        kind = f"{doing} {type(fault).__name__}"
        if kind not in self._reported:
            self._reported.add(kind)
            LOG.warning("%s the cache failed (%s: %s); answers are computed instead", doing, type(fault).__name__, fault)

    def _series(self, part: Slice) -> pd.DataFrame:
        return self._plain(self._cell(part.indicator, part.cell), self.contents.catalogue[part.indicator].decimals)

    def _groups(self, part: GroupSlice) -> pd.DataFrame:
        indicator = self.contents.catalogue[part.indicator]
        frame = self._cell(part.indicator, part.cell, (part.by,))
        offered = self.contents.offered(indicator, part.by)
        return self._plain(frame[frame[part.by].isin(offered)].assign(GROUP=frame[part.by].astype("str")), indicator.decimals, ["GROUP"])

    def _classes(self, scale: Slice) -> Classes:
        entry = self.contents.catalogue[scale.indicator]
        frame = self._cell(scale.indicator, scale.cell)
        return choose_classes(rounded(frame["OBS_VALUE"], entry.decimals).to_numpy(), entry.decimals, entry.unit_short)

    def _cell(self, indicator: str, cell: Cell, also: tuple[str, ...] = ()) -> pd.DataFrame:
        """The observations of countries and territories in a cell; regions' own figures stay in the download."""
        frame = self.store.observations(indicator, cell, (*READ, *also))
        return frame[frame["REF_AREA"].isin(self._country_codes)]

    @staticmethod
    def _plain(frame: pd.DataFrame, decimals: int, also: Sequence[str] = ()) -> pd.DataFrame:
        kept = frame.assign(FLAG=flags(frame), OBS_VALUE=rounded(frame["OBS_VALUE"], decimals), REF_AREA=frame["REF_AREA"].astype("str"))
        kept = kept[["REF_AREA", *also, "TIME_PERIOD", "OBS_VALUE", "FLAG"]]
        return kept.sort_values(["REF_AREA", *also, "TIME_PERIOD"], ignore_index=True)

