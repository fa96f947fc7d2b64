"""The desk answers slices: each grid is computed once and then comes from the cache.

The caches are handed in: one for grids and what is made of them, one for finished answers. A key's arguments are
frozen dataclasses of text, whose `repr` is the same in every process.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from typing import Any

import pandas as pd

from dashboard.classes import Classes, choose_classes
from dashboard.contents import Contents
from dashboard.grid import Grid, grid
from dashboard.measures.crossed import paired, telling
from dashboard.measures.flags import flags
from dashboard.schema import TOTAL
from dashboard.slab import rounded
from dashboard.slices import Cell, GroupSlice, Slice, crossed_with, group_slice_of, scale_of
from dashboard.terms import groups_of
from dashboard.view import View
from data.ground import ground
from data.kept import CacheLike, Health, Kept
from data.store import Store

# text columns that a slice's figures need of the standard frame
TEXT_READ = ("REF_AREA", "OBS_QUALIFIER", "OBS_STATUS", "NATURE")
SHAPE = 6  # raised when what is cached changes its form
NOTHING = object()  # what no answer is: None is one


class Desk:
    """Slices of one release, from the cache where they have been asked for before."""

    def __init__(self, store: Store, contents: Contents, cache: CacheLike, answers: CacheLike | None = None) -> None:
        """cache: for what slices are made into. answers: for what was said to readers, many and small; the same cache where there is none."""
        self.store, self.contents = store, contents
        self.ground, self.count_ground = ground(contents.atlas, self._held_areas()), ground(contents.atlas, self._held_areas(), with_all_points=True)
        version, health = f"{contents.version}:{SHAPE}", Health()
        self._work = Kept(cache, version, health)
        self.answers = Kept(cache if answers is None else answers, version, health)
        self._country_codes = frozenset(area.code for area in contents.atlas.countries())

    def _held_areas(self) -> frozenset[str]:
        """Areas that a marker may stand for: states, and other places that the release has observations of."""
        states = {area.code for area in self.contents.atlas.states()}
        return frozenset(states | set(self.store.manifest.get("areas", [])))

    def years(self, indicator: str) -> range:
        """All years from the indicator's first to its last."""
        holding = self.contents.holdings[indicator]
        return range(holding.first_year, holding.last_year + 1)

    def slice(self, part: Slice) -> Grid:
        """The values of one slice by area and year: countries and territories; regions' own figures stay in the download."""
        return self.remember("slice", part, lambda: self._grid(part.indicator, part.cell))

    def groups_of(self, part: GroupSlice) -> Grid:
        """The values of one breakdown, or of two crossed, by area, group (the code, or the pair of codes) and year."""
        return self.remember("groups", part, lambda: self._grid(part.indicator, part.cell, part.by, part.cross))

    def series(self, part: Slice) -> pd.DataFrame:
        """`slice` as a frame: REF_AREA, TIME_PERIOD, OBS_VALUE, FLAG, sorted by area and year."""
        return self.slice(part).frame()

    def groups(self, part: GroupSlice) -> pd.DataFrame:
        """`groups_of` as a frame: REF_AREA, GROUP, TIME_PERIOD, OBS_VALUE, FLAG."""
        return self.groups_of(part).frame()

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

    def crossings(self, part: GroupSlice) -> tuple[str, ...]:
        """The columns whose groups the data hold crossed with those of a breakdown of people, in the catalogue's order."""
        indicator = self.contents.catalogue[part.indicator]
        if len(indicator.breakdowns) < 2 or not indicator.breakdown(part.by).is_of_people:
            return ()
        pairs = self.remember("pairs", part.indicator, lambda: self._pairs(part.indicator))
        near = [b.column for b in indicator.breakdowns if frozenset((b.column, part.by)) in pairs]
        return self.remember("crossings", part, lambda: tuple(column for column in near if self.telling(crossed_with(part, column))))

    def telling(self, part: GroupSlice) -> tuple[str, ...]:
        """The pairs of groups, none of them a total, that a slice of two breakdowns crossed holds."""
        indicator = self.contents.catalogue[part.indicator]
        first, second = (groups_of(indicator, column, self.contents) for column in (part.by, part.cross))
        return telling(self.groups_of(part).groups, first, second)

    def _pairs(self, indicator: str) -> frozenset[frozenset[str]]:
        """The pairs of columns that some row of the indicator has both a group in: most sources publish none."""
        columns = tuple(b.column for b in self.contents.catalogue[indicator].breakdowns)
        text, _ = self.store.columns(indicator, (), columns, ())
        is_group = {column: ~text[column].among(frozenset((TOTAL,))) for column in columns}
        return frozenset(frozenset(two) for two in combinations(columns, 2) if (is_group[two[0]] & is_group[two[1]]).any())

    def _has_groups(self, part: GroupSlice) -> bool:
        return self.remember("has groups", part, lambda: any(code != TOTAL for code in self.groups_of(part).groups))

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
        held = self._work.recall(key, NOTHING)
        if held is NOTHING:
            held = compute()
            self._work.keep(key, held)
        return held

    def _classes(self, scale: Slice) -> Classes:
        entry = self.contents.catalogue[scale.indicator]
        text, numbers = self.store.columns(scale.indicator, scale.cell, ("REF_AREA",), ("OBS_VALUE",))
        own = numbers["OBS_VALUE"][text["REF_AREA"].among(self._country_codes)]
        return choose_classes(rounded(own, entry.decimals), entry.decimals, entry.unit_short)

    def _grid(self, indicator: str, cell: Cell, *by: str) -> Grid:
        entry, by = self.contents.catalogue[indicator], tuple(column for column in by if column)
        text, numbers = self.store.columns(indicator, cell, (*TEXT_READ, *by), ("TIME_PERIOD", "OBS_VALUE"))
        kept = text["REF_AREA"].among(self._country_codes)
        for column in by:
            kept &= text[column].among(frozenset(self.contents.offered(entry, column)))
        text, numbers = {name: column[kept] for name, column in text.items()}, {name: column[kept] for name, column in numbers.items()}
        marks = flags(text["OBS_STATUS"], text["NATURE"], text["OBS_QUALIFIER"], numbers["OBS_VALUE"])
        values = rounded(numbers["OBS_VALUE"], entry.decimals)
        group = paired(text[by[0]], text[by[1]]) if len(by) > 1 else text[by[0]] if by else None
        return grid(text["REF_AREA"], numbers["TIME_PERIOD"], values, marks, self.years(indicator), group)
