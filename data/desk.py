"""The desk answers slices: each grid is computed once and then comes from the cache.

The caches are handed in: one for grids and what is made of them, one for finished answers. A key's arguments are
frozen dataclasses of text, whose `repr` is the same in every process.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from dashboard.classes import Classes, choose_classes, diverging_classes
from dashboard.contents import Contents
from dashboard.coverage.cube import Coverage
from dashboard.gaps.table import GapTable
from dashboard.grid import Grid, grid
from dashboard.measured_indicator import indicator_of, terms_of_slice
from dashboard.measures.crossed import paired
from dashboard.measures.derived import Derived, derived
from dashboard.measures.flags import flags
from dashboard.schema import TOTAL
from dashboard.slab import rounded
from dashboard.slices import Cell, GroupSlice, Slice, group_slice_of, scale_of
from dashboard.terms import total_of
from dashboard.view import View
from data.ground import ground
from data.kept import CacheLike, Health, Kept
from data.sizes import sizes
from data.store import Store

# text columns that a slice's figures need of the standard frame
TEXT_READ = ("REF_AREA", "OBS_QUALIFIER", "OBS_STATUS", "NATURE")
SHAPE = 7  # raised when what is cached changes its form
NOTHING = object()  # what no answer is: None is one


class Desk:
    """Slices of one release, from the cache where they have been asked for before."""

    def __init__(self, store: Store, contents: Contents, cache: CacheLike, answers: CacheLike | None = None, imprint: str = "") -> None:
        """cache: for what slices are made into. answers: for what was said to readers, many and small; the same cache where there is none.

        imprint: of the program and its settings; what another one kept is not given again.
        """
        self.store, self.contents = store, contents
        self.ground, self.count_ground = ground(contents.atlas, self._held_areas()), ground(contents.atlas, self._held_areas(), with_all_points=True)
        version, health = f"{contents.version}:{SHAPE}" + (f":{imprint}" if imprint else ""), Health()
        self._work = Kept(cache, version, health)
        self.answers = Kept(cache if answers is None else answers, version, health)
        self.state_codes = frozenset(area.code for area in contents.atlas.states())
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
        """The values of one slice by area and year, or its measure: countries and territories; regions' own figures stay in the download."""
        return self.remember("slice", part, lambda: self._rounded(self.exact(part), indicator_of(part, self.contents).decimals))

    def exact(self, part: Slice) -> Grid:
        """The same with all the publisher's digits, for what is computed further and for files."""
        return self.measured(part).grid if part.measure else self._grid(part.indicator, part.cell)

    def measured(self, part: Slice) -> Derived:
        """The measure of a slice by area and year, computed from the publisher's own digits, and the groups that all of it is of."""
        return self.remember("measured", part, lambda: self._measured(part))

    def exact_groups(self, part: Slice) -> Grid:
        """The groups that the measure of a slice compares, by area, group and year, with all the publisher's digits."""
        return self.exact_groups_of(GroupSlice(part.indicator, part.by, part.cell))

    def exact_groups_of(self, part: GroupSlice) -> Grid:
        """`groups_of` with all the publisher's digits, for what is computed further and for files."""
        return self.remember("exact groups", part, lambda: self._grid(part.indicator, part.cell, part.by, part.cross))

    def groups_of(self, part: GroupSlice) -> Grid:
        """The values of one breakdown, or of two crossed, by area, group (the code, or the pair of codes) and year."""
        decimals = self.contents.catalogue[part.indicator].decimals
        return self.remember("groups", part, lambda: self._rounded(self._grid(part.indicator, part.cell, part.by, part.cross), decimals))

    def shares(self, part: GroupSlice) -> np.ndarray:
        """What part of the people each group is, from 0 to 1, in the shape of `groups_of(part).values`: areas, groups, years.

        By the definition of the groups where that says it (fifths), else their parts of the population where the indicator is of
        all people (`Breakdown.is_of_population`); a year without one takes that of the nearest earlier year, at most five before. NaN
        where it is not known: of other indicators, areas and groups, and of all groups inside another group (of women by place).
        """
        return self.remember("shares", part, lambda: sizes(self.store, self.contents.catalogue, part, self.groups_of(part)))

    def coverage(self) -> Coverage:
        """Who has which group of which indicator."""
        return self.remember("coverage", (), self.store.coverage)

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

    def _has_groups(self, part: GroupSlice) -> bool:
        return self.remember("has groups", part, lambda: any(code != TOTAL for code in self.groups_of(part).groups))

    def classes(self, part: Slice) -> Classes:
        """The map's classes of a slice, over all years, shared by the slices of `scale_of`."""
        scale = part if part.measure else scale_of(part)
        if self.contents.catalogue[part.indicator].group_scale:
            scale = part  # total and groups are on different scales here: nothing is shared
        return self.remember("classes", scale, lambda: self._classes(scale))

    @cached_property
    def gaps(self) -> GapTable:
        """All gaps of the release, read when they are first asked for."""
        return self.store.gaps()

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

    def _measured(self, part: Slice) -> Derived:
        own, terms = self.contents.catalogue[part.indicator], terms_of_slice(part, self.contents)
        return derived(part.measure, self.exact_groups(part), terms, total_of(own, part.by, self.contents), self.shares(GroupSlice(part.indicator, part.by, part.cell)))

    @staticmethod
    def _rounded(held: Grid, decimals: int) -> Grid:
        return replace(held, values=rounded(held.values, decimals))

    def _classes(self, scale: Slice) -> Classes:
        entry = indicator_of(scale, self.contents)
        if scale.measure:
            values = self.slice(scale).values
        else:
            text, numbers = self.store.columns(scale.indicator, scale.cell, ("REF_AREA",), ("OBS_VALUE",))
            values = rounded(numbers["OBS_VALUE"][text["REF_AREA"].among(self._country_codes)], entry.decimals)
        if entry.equality is not None:
            return diverging_classes(values, entry.decimals, entry.equality, entry.is_ratio, entry.unit_short)
        return choose_classes(values, entry.decimals, entry.unit_short)

    def _grid(self, indicator: str, cell: Cell, *by: str) -> Grid:
        entry, by = self.contents.catalogue[indicator], tuple(column for column in by if column)
        text, numbers = self.store.columns(indicator, cell, (*TEXT_READ, *by), ("TIME_PERIOD", "OBS_VALUE"))
        kept = text["REF_AREA"].among(self._country_codes)
        for column in by:
            kept &= text[column].among(frozenset(self.contents.offered(entry, column)))
        text, numbers = {name: column[kept] for name, column in text.items()}, {name: column[kept] for name, column in numbers.items()}
        marks = flags(text["OBS_STATUS"], text["NATURE"], text["OBS_QUALIFIER"], numbers["OBS_VALUE"])
        group = paired(text[by[0]], text[by[1]]) if len(by) > 1 else text[by[0]] if by else None
        return grid(text["REF_AREA"], numbers["TIME_PERIOD"], numbers["OBS_VALUE"], marks, self.years(indicator), group)
