"""One row for each country of one breakdown: its latest gap, and the gap that it is held against."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from dashboard.grid import NO_ROW, Grid
from dashboard.measures.inequality.cube import Cube
from dashboard.measures.inequality.gap import pair
from dashboard.measures.inequality.given import given
from dashboard.measures.inequality.setting import Terms

FEWEST_YEARS = 5  # between the two years of a change: over fewer, the noise of surveys decides
PRINTED_UNITS = 10  # of the last printed digit that the smaller value of a ratio must have: two significant digits


@dataclass(frozen=True)
class Moment:
    """The gap of one country in one year: `difference` is value_1 − value_2, `ratio` value_1 / value_2, NaN where it does not count.

    total: the country's own value, NaN where there is none. groups: how many have a value. flags: of the two values, letters
    of `measures.flags`.
    """

    year: int
    group_1: str
    value_1: float
    group_2: str
    value_2: float
    difference: float
    ratio: float
    total: float
    groups: int
    flags: str


@dataclass(frozen=True)
class Found:
    """The latest gap of a country, and the earliest one of the same groups in the same series; None where there is none."""

    area: str
    latest: Moment
    start: Moment | None


def least_value(decimals: int) -> float:
    """The smallest value that a ratio may be of, for values printed with so many decimals."""
    return PRINTED_UNITS * 10.0**-decimals


def found(held: Grid, terms: Terms, total: str, shares: Mapping[str, float], areas: Collection[str], least: float) -> tuple[Found, ...]:
    """The gaps of those of `areas` that have one, sorted by area.

    held: by area, group and year. total: code of the country's own value in it, "" for none. shares: of the people, by group,
    as far as they are known. least: the smallest value that a ratio may be of.
    The gap that the latest is held against is at least `FEWEST_YEARS` older, of exactly the same groups, with no break between.
    """
    moments = _Moments(held, terms, total, shares, least)
    rows = []
    for place, area in enumerate(held.areas):
        lawful = np.flatnonzero(moments.is_lawful[place])
        if area not in areas or not len(lawful):
            continue
        last = lawful[-1]
        breaks = np.flatnonzero(moments.is_break[place, : last + 1])
        since = breaks[-1] if len(breaks) else 0
        is_alike = moments.pattern[place, lawful] == moments.pattern[place, last]
        before = lawful[(lawful <= last - FEWEST_YEARS) & (lawful >= since) & is_alike]
        rows.append(Found(area, moments.at(place, last), moments.at(place, before[0]) if len(before) else None))
    return tuple(rows)


class _Moments:
    """All settings of a breakdown by area and year."""

    def __init__(self, held: Grid, terms: Terms, total: str, shares: Mapping[str, float], least: float) -> None:
        self.years, self.codes = held.years, terms.codes
        shape = (len(held.areas), len(held.years), len(terms.codes))
        self.values = held.of_groups(terms.codes, held.values, np.nan).transpose(0, 2, 1)
        self.marks = held.of_groups(terms.codes, held.marks, NO_ROW).transpose(0, 2, 1)
        self.values[self.marks == b"f"] = np.nan  # a projection is no gap that there was
        self.total = held.values[:, held.groups.index(total)] if total in held.groups else np.full(shape[:2], np.nan)
        flat = self.values.reshape(-1, shape[2])
        parts = np.tile([shares.get(code, np.nan) for code in terms.codes], (len(flat), 1))
        is_bound = (self.marks == b"<") | (self.marks == b">")
        cube = Cube(terms, flat, parts, self.total.reshape(-1), is_bound.reshape(flat.shape))
        difference, ratio = given("difference", cube), given("ratio", cube)
        with np.errstate(all="ignore"):
            self.upper, self.lower = (columns.reshape(shape[:2]) for columns in pair(cube))
        self.difference, self.ratio = difference.reshape(shape[:2]), ratio.reshape(shape[:2])
        self.is_lawful = np.isfinite(self.difference)
        self.pattern = (cube.has_value @ (1 << np.arange(shape[2], dtype=np.int64))).reshape(shape[:2])
        self.count = cube.count.reshape(shape[:2])
        self.is_break = (self.marks == b"b").any(axis=2)
        self.least = least

    def at(self, place: int, when: int) -> Moment:
        upper, lower = int(self.upper[place, when]), int(self.lower[place, when])
        values = self.values[place, when]
        counts = min(values[upper], values[lower]) >= self.least * (1 - 1e-9)
        return Moment(
            year=self.years[int(when)],
            group_1=self.codes[upper],
            value_1=float(values[upper]),
            group_2=self.codes[lower],
            value_2=float(values[lower]),
            difference=float(self.difference[place, when]) + 0.0,
            ratio=float(self.ratio[place, when]) if counts else float("nan"),
            total=float(self.total[place, when]),
            groups=int(self.count[place, when]),
            flags=self.marks[place, when, [upper, lower]].tobytes().decode(),
        )
