"""The coverage as arrays: a row for each group of each breakdown of each indicator, a column for each area."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dashboard.coded import Coded
from dashboard.coverage.table import WHOLE
from dashboard.schema import TOTAL

Key = tuple[str, str, str]  # indicator, breakdown column, group


@dataclass(frozen=True, eq=False)
class Coverage:
    """Who has which group.

    keys: one a row. first, last: int16, rows × areas, the years with a value; 0 for none. years: how many of them have one.
    elsewhere: true where the group has values in other slices than the headline one, and there only; then first and last are 0.
    """

    keys: tuple[Key, ...]
    areas: tuple[str, ...]
    first: np.ndarray
    last: np.ndarray
    years: np.ndarray
    elsewhere: np.ndarray

    @property
    def place(self) -> dict[Key, int]:
        """Where each key stands."""
        index = self.__dict__.get("_place")
        if index is None:
            index = {key: place for place, key in enumerate(self.keys)}
            object.__setattr__(self, "_place", index)
        return index

    def rows(self, indicator: str, column: str = WHOLE, codes: tuple[str, ...] = (TOTAL,)) -> list[int]:
        """The rows of these groups, as far as anybody has them; of the indicator itself where no column is given."""
        return [self.place[key] for code in codes if (key := (indicator, column, code)) in self.place]

    def columns(self, codes: tuple[str, ...]) -> np.ndarray:
        """Where these areas stand; those that have nothing at all have no column."""
        at = {code: place for place, code in enumerate(self.areas)}
        return np.array([at[code] for code in codes if code in at], dtype=int)


def cube(indicators: Coded, columns: Coded, groups: Coded, areas: Coded, numbers: dict[str, np.ndarray]) -> Coverage:
    """The rows of `table.COLUMNS` as a coverage; numbers: FIRST_YEAR, LAST_YEAR, YEARS, IS_HEADLINE."""
    known = [column.words for column in (indicators, columns, groups)]
    mixed = (indicators.places * len(known[1]) + columns.places) * len(known[2]) + groups.places
    _, firsts, at = np.unique(mixed, return_index=True, return_inverse=True)
    order = np.argsort(firsts)  # the rows' own order
    at = np.argsort(order)[at]
    keys = tuple(tuple(words[column.places[row]] for words, column in zip(known, (indicators, columns, groups), strict=True)) for row in firsts[order].tolist())
    held = sorted(areas.words[place] for place in np.unique(areas.places).tolist())
    stands = {code: place for place, code in enumerate(held)}
    to = np.array([stands.get(word, -1) for word in areas.words], dtype=int)[areas.places]
    is_shown = numbers["IS_HEADLINE"].astype(bool)
    filled = {name: np.zeros((len(keys), len(held)), dtype=np.int16) for name in ("FIRST_YEAR", "LAST_YEAR", "YEARS")}
    for name, amounts in filled.items():
        amounts[at[is_shown], to[is_shown]] = numbers[name][is_shown]
    elsewhere = np.zeros((len(keys), len(held)), dtype=bool)
    elsewhere[at[~is_shown], to[~is_shown]] = True
    return Coverage(keys, tuple(held), filled["FIRST_YEAR"], filled["LAST_YEAR"], filled["YEARS"], elsewhere)
