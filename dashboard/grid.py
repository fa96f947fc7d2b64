"""One slice, or all groups of one breakdown, as a table of numbers: what figures, sentences and classes are computed from.

Arrays, not a frame: a slice of two hundred areas and thirty years is read and taken apart many times a second, and each
step over a frame costs more than the whole of it over an array.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.coded import Coded

NO_ROW = b"."  # the mark where the source has no row


@dataclass(frozen=True, eq=False)
class Grid:
    """Values by area and year, or by area, group and year; both sorted by code.

    values: float64, NaN for none. marks: the letter of `measures.flags`, or `NO_ROW`; of the same shape.
    groups: the codes of the middle axis; empty where there is none.
    """

    areas: tuple[str, ...]
    years: range
    values: np.ndarray
    marks: np.ndarray
    groups: tuple[str, ...] = ()

    def places(self, codes: tuple[str, ...]) -> list[int]:
        """Where the areas among `codes` that have a row stand, in the order of `codes`."""
        at = {code: place for place, code in enumerate(self.areas)}
        return [at[code] for code in codes if code in at]

    def of_groups(self, codes: tuple[str, ...], table: np.ndarray, empty: float | bytes) -> np.ndarray:
        """These groups out of a table in the shape of `values`, in this order: a copy; `empty` for a group that the grid has not."""
        found = np.full((len(self.areas), len(codes), len(self.years)), empty, dtype=table.dtype)
        for place, code in enumerate(codes):
            if code in self.groups:
                found[:, place] = table[:, self.groups.index(code)]
        return found

    def line(self, area: str, group: str = "") -> list[tuple[int, float, str]]:
        """(year, value, flag) of each year in which an area of a slice, or a group of it, has a value."""
        if area not in self.areas or (group and group not in self.groups):
            return []
        place = (self.areas.index(area), self.groups.index(group)) if group else self.areas.index(area)
        held = zip(self.years, self.values[place].tolist(), self.marks[place].tobytes().decode(), strict=True)
        return [(year, value, flag) for year, value, flag in held if value == value]

    def frame(self) -> pd.DataFrame:
        """The rows as a frame: REF_AREA, GROUP where there are groups, TIME_PERIOD, OBS_VALUE, FLAG; sorted by the first three."""
        at = np.nonzero(self.marks != NO_ROW)
        columns = {"REF_AREA": _words(self.areas, at[0])}
        if self.groups:
            columns["GROUP"] = _words(self.groups, at[1])
        columns |= {"TIME_PERIOD": (at[-1] + self.years[0]).astype("int64"), "OBS_VALUE": self.values[at]}
        return pd.DataFrame(columns | {"FLAG": pd.Series(self.marks[at].astype("U1"), dtype="str")})


def grid(areas: Coded, years: np.ndarray, values: np.ndarray, marks: np.ndarray, span: range, groups: Coded | None = None) -> Grid:
    """Rows, unique by area, group and year, set into a grid; those of years outside `span` are left out."""
    inside = (years >= span[0]) & (years <= span[-1])
    axes = [_axis(column[inside]) for column in (areas, groups) if column is not None]
    at = (*(places for _, places in axes), years[inside] - span[0])
    shape = (*(len(codes) for codes, _ in axes), len(span))
    amounts, letters = np.full(shape, np.nan), np.full(shape, NO_ROW, dtype="S1")
    amounts[at], letters[at] = values[inside], marks[inside]
    return Grid(axes[0][0], span, amounts, letters, axes[1][0] if groups is not None else ())


def _axis(column: Coded) -> tuple[tuple[str, ...], np.ndarray]:
    """The codes that occur, sorted, and each row's place among them."""
    occurring = np.flatnonzero(np.bincount(column.places, minlength=len(column.words))).tolist()
    ordered = sorted(occurring, key=lambda place: column.words[place])
    to = np.zeros(len(column.words), dtype=int)
    to[ordered] = np.arange(len(ordered))
    return tuple(column.words[place] for place in ordered), to[column.places]


def _words(codes: tuple[str, ...], at: np.ndarray) -> pd.Series:
    return pd.Series(np.array(codes, dtype=object)[at] if codes else [], dtype="str")
