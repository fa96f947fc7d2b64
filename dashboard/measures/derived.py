"""A measure of inequality in place of the value: one number for each area and year, from the groups of that area and year.

Like with like: all values are of the same groups. Where most countries have five groups and a few have three, the few are
left out and marked so, for a gap between five groups is not that between three.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from dashboard import wording
from dashboard.grid import NO_ROW, Grid
from dashboard.measures.carry import borrowed
from dashboard.measures.inequality.cube import Cube
from dashboard.measures.inequality.given import given
from dashboard.measures.inequality.setting import Terms
from dashboard.measures.inequality.table import MEASURES, Measure

UNMET = wording.UNMET.encode()  # the mark of a setting whose groups do not allow the measure
MARKS_OF_VALUES = (b"b", b"f", b"e", b"u")  # what is true of one group is true of the gap; the first found is kept
MARKS_OF_GAPS = (b"q", b"n", b"o")


@dataclass(frozen=True, eq=False)
class Derived:
    """grid: the measure by area and year, its marks as in `measures.flags`, and `UNMET` where there are groups but no measure.

    groups: the codes that every value is of; empty where there is no value at all.
    """

    grid: Grid
    groups: tuple[str, ...]


def derived(key: str, held: Grid, terms: Terms, total: str, shares: np.ndarray | None = None) -> Derived:
    """The measure of every area and year.

    held: the values by area, group and year. total: the code under which `held` has all groups together, "" for none.
    shares: of the people, 0 to 1, in the shape of `held`, NaN where not known; None where none is.
    """
    measure = MEASURES[key]
    values, marks = held.of_groups(terms.codes, held.values, np.nan), held.of_groups(terms.codes, held.marks, NO_ROW)
    sizes = np.full(values.shape, np.nan) if shares is None else held.of_groups(terms.codes, shares, np.nan)
    cube, at = _cube(held, values, marks, sizes, terms, total)
    numbers = given(key, cube)
    is_alike, groups = _alike(measure, cube, np.isfinite(numbers))
    shape = (len(held.areas), len(held.years))
    amounts, letters = np.full(shape, np.nan), _marks_without_value(marks)
    amounts[at] = np.where(is_alike, numbers, np.nan)
    letters[at] = np.where(is_alike, _marks_of_values(marks.transpose(0, 2, 1)[at], cube.has_value), UNMET)
    known = (letters != NO_ROW).any(axis=1)
    areas = tuple(area for area, is_known in zip(held.areas, known.tolist(), strict=True) if is_known)
    return Derived(Grid(areas, held.years, amounts[known], letters[known]), groups)


def of_the_same_year(held: Grid, used: Mapping[str, np.ndarray], window: int) -> dict[str, np.ndarray]:
    """The measure of areas in each year, borrowed within the window; NaN where it would be of another year than the area's own in `used`.

    used: by area, the year that something beside it is of, in each year of the grid. Areas that the grid has not are left out.
    """
    values, places = borrowed(held.values, window)
    at = {area: held.areas.index(area) for area in used if area in held.areas}
    return {area: np.where((places[row] >= 0) & (places[row] + held.years[0] == used[area]), values[row], np.nan) for area, row in at.items()}


def _cube(held: Grid, values: np.ndarray, marks: np.ndarray, sizes: np.ndarray, terms: Terms, total: str) -> tuple[Cube, tuple]:
    """The settings that have any group as rows of a cube, and their places among areas and years."""
    by_year = values.transpose(0, 2, 1)
    at = np.nonzero(np.isfinite(by_year).any(axis=2))
    whole = held.values[:, held.groups.index(total)] if total in held.groups else np.full(by_year.shape[:2], np.nan)
    is_bound = np.isin(marks, (b"<", b">")).transpose(0, 2, 1)
    return Cube(terms, by_year[at], sizes.transpose(0, 2, 1)[at], whole[at], is_bound[at]), at


def _alike(measure: Measure, cube: Cube, has_number: np.ndarray) -> tuple[np.ndarray, tuple[str, ...]]:
    """Which settings are of the groups that most are of, and the codes of these; for two ends of an order, always the ends."""
    codes = cube.terms.codes
    if not has_number.any():
        return has_number, ()
    if measure.family == "pair" and cube.terms.is_ordered:
        return has_number, (codes[0], codes[-1])
    patterns, of_row, counts = np.unique(cube.has_value[has_number], axis=0, return_inverse=True, return_counts=True)
    order = np.lexsort((patterns.sum(axis=1), counts))  # of two that are as frequent, the one of more groups
    chosen = patterns[order[-1]]
    is_alike = has_number & (cube.has_value == chosen).all(axis=1)
    return is_alike, tuple(code for code, is_in in zip(codes, chosen.tolist(), strict=True) if is_in)


def _marks_of_values(marks: np.ndarray, has_value: np.ndarray) -> np.ndarray:
    """The mark of a gap from those of the groups that it is of, by setting and group."""
    found = np.full(len(marks), b"m", dtype="S1")
    for mark in reversed(MARKS_OF_VALUES):
        found[((marks == mark) & has_value).any(axis=1)] = mark
    return found


def _marks_without_value(marks: np.ndarray) -> np.ndarray:
    """What the source says, by area and year, of years in which no group has a value."""
    found = np.full((marks.shape[0], marks.shape[2]), NO_ROW, dtype="S1")
    for mark in reversed(MARKS_OF_GAPS):
        found[(marks == mark).any(axis=1)] = mark
    return found
