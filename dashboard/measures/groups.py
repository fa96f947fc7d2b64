"""The groups of a breakdown side by side, like with like.

All groups of a country come from one and the same year: a gap between women in 2018 and men in 2020 is no gap.
A median over countries takes only those that have every core group, so that two groups' medians are about the
same countries.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dashboard.grid import Grid
from dashboard.measures.carry import last_held
from dashboard.measures.reference import FEWEST
from dashboard.measures.spread import medians
from dashboard.peers import Peers
from dashboard.schema import TOTAL
from dashboard.slab import rounded

CORE_SHARE = 0.5  # a group is core where at least half of the countries with any group have it
NO_BOUND = b""


@dataclass(frozen=True, eq=False)
class Groups:
    """What each row (a country, or a set of countries) shows of each group in each year.

    values: by row, group and year; NaN for none. bounds: "<" or ">" where the value is only a bound, else empty; of the same shape.
    used: by row and year, the year really used. n: by row and year, the number of countries. Both count where there is a value.
    """

    rows: tuple[str, ...]
    groups: tuple[str, ...]
    years: range
    values: np.ndarray
    bounds: np.ndarray
    used: np.ndarray
    n: np.ndarray

    def __len__(self) -> int:
        """How many values there are."""
        return int(np.count_nonzero(self.values == self.values))


def by_country(held: Grid, areas: tuple[str, ...], window: int, telling: tuple[str, ...] | None = None) -> Groups:
    """Every group of every area in every year, borrowed as a whole set from the latest year within the window.

    A year that has the total alone is not taken: it would hide the groups of the survey before it. telling: the groups of which
    a year must have one to be taken, all but the total where nothing is said.
    held: by area, group and year.
    """
    shape = (len(areas), len(held.groups), len(held.years))
    values, marks = np.full(shape, np.nan), np.full(shape, NO_BOUND, dtype="S1")
    rows = [i for i, area in enumerate(areas) if area in set(held.areas)]
    values[rows], marks[rows] = held.values[held.places(areas)], held.marks[held.places(areas)]
    marks[(marks != b"<") & (marks != b">")] = NO_BOUND
    tell = [group != TOTAL if telling is None else group in telling for group in held.groups]
    used = last_held(~np.isnan(values[:, tell]).all(axis=1), window)
    at = np.maximum(used, 0)[:, np.newaxis, :]
    shown = np.where(used[:, np.newaxis, :] >= 0, np.take_along_axis(values, at, axis=2), np.nan)
    bounds = np.where(np.isnan(shown), NO_BOUND, np.take_along_axis(marks, at, axis=2))
    return Groups(areas, held.groups, held.years, shown, bounds, held.years[0] + used, np.ones_like(used))


def by_peers(held: Grid, rows: tuple[Peers, ...], window: int, telling: tuple[str, ...] | None = None) -> Groups:
    """The median of each group over the countries of each row that have all core groups.

    `rows` of the answer are the peers' codes, `n` the number of countries, `used` the year shown (the countries' own years
    differ within the window). A row of fewer than `FEWEST` countries shows nothing.
    """
    members = tuple(sorted({m for row in rows for m in row.members} & set(held.areas)))
    table = by_country(held, members, window, telling)
    there = ~np.isnan(table.values)
    countries = there.any(axis=2).sum(axis=0)  # with the group in any year
    is_core = countries >= max(CORE_SHARE * there.any(axis=(1, 2)).sum(), 1)
    is_whole = there[:, is_core].all(axis=1) & there.any(axis=1)
    shape = (len(rows), len(held.groups), len(held.years))
    values, bounds, n = np.full(shape, np.nan), np.full(shape, NO_BOUND, dtype="S1"), np.zeros((shape[0], shape[2]), dtype=int)
    for i, row in enumerate(rows):
        inside = [place for place, member in enumerate(members) if member in set(row.members)]
        if not inside:
            continue
        n[i] = is_whole[inside].sum(axis=0)
        counts = is_whole[inside][:, np.newaxis, :] & is_core[:, np.newaxis] & (n[i] >= FEWEST)
        values[i] = medians(np.where(counts, table.values[inside], np.nan))
        bounds[i] = _median_bounds(values[i], table.values[inside], table.bounds[inside])
    return Groups(tuple(row.code for row in rows), held.groups, held.years, values, bounds, np.tile(held.years, (len(rows), 1)), n)


def together(*tables: Groups) -> Groups:
    """The rows of several tables of the same years, one after the other; a group that one of them lacks has no value there."""
    groups = tuple(dict.fromkeys(group for table in tables for group in table.groups))
    shape = (sum(len(table.rows) for table in tables), len(groups), len(tables[0].years))
    values, bounds = np.full(shape, np.nan), np.full(shape, NO_BOUND, dtype="S1")
    first = 0
    for table in tables:
        at = np.ix_(range(first, first + len(table.rows)), [groups.index(group) for group in table.groups])
        values[at], bounds[at] = table.values, table.bounds
        first += len(table.rows)
    used, n = (np.concatenate([getattr(table, part) for table in tables]) for part in ("used", "n"))
    return Groups(tuple(row for table in tables for row in table.rows), groups, tables[0].years, values, bounds, used, n)


def picked(table: Groups, rows: tuple[str, ...], groups: tuple[str, ...]) -> Groups:
    """The table of these rows and groups, in this order; what it does not hold has no value."""
    shape = (len(rows), len(groups), len(table.years))
    values, bounds = np.full(shape, np.nan), np.full(shape, NO_BOUND, dtype="S1")
    used, n = (np.zeros((len(rows), len(table.years)), dtype=int) for _ in range(2))
    (to, of), (to_group, of_group) = _common(rows, table.rows), _common(groups, table.groups)
    values[np.ix_(to, to_group)], bounds[np.ix_(to, to_group)] = table.values[np.ix_(of, of_group)], table.bounds[np.ix_(of, of_group)]
    used[to], n[to] = table.used[of], table.n[of]
    return Groups(rows, groups, table.years, values, bounds, used, n)


def _common(wanted: tuple[str, ...], held: tuple[str, ...]) -> tuple[list[int], list[int]]:
    """Where the codes that are both wanted and held stand among the one and among the other."""
    at = {code: place for place, code in enumerate(held)}
    to = [place for place, code in enumerate(wanted) if code in at]
    return to, [at[wanted[place]] for place in to]


def gaps_of(values: np.ndarray, bounds: np.ndarray, decimals: int) -> np.ndarray:
    """Highest less lowest group, by row and year; NaN of fewer than two, and where one is only a bound: its distance is not known."""
    held = ~np.isnan(values)
    low, high = np.where(held, values, np.inf).min(axis=1), np.where(held, values, -np.inf).max(axis=1)
    known = (held.sum(axis=1) > 1) & ~(bounds != NO_BOUND).any(axis=1)
    wide = np.where(known, high, np.nan) - np.where(known, low, np.nan)
    return rounded(wide.ravel(), decimals).reshape(wide.shape)


def _median_bounds(middle: np.ndarray, values: np.ndarray, bounds: np.ndarray) -> np.ndarray:
    """The bound that a median is: where it falls on a value of which the source gives only a bound, it is one too."""
    falls = (bounds != NO_BOUND) & (values == middle)
    first = falls.argmax(axis=0)[np.newaxis]
    return np.where(falls.any(axis=0), np.take_along_axis(bounds, first, axis=0)[0], NO_BOUND)
