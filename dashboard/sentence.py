"""The sentence that says what a view shows, from its numbers.

One a year, all made at once, so that a year step in the browser needs no answer: hence arrays here, not a frame a year.
"""

from __future__ import annotations

import numpy as np

from dashboard import wording
from dashboard.areas import Atlas
from dashboard.catalogue import Indicator
from dashboard.grid import Grid
from dashboard.measures.carry import borrowed
from dashboard.measures.derived import UNMET
from dashboard.measures.spread import quantiles
from dashboard.peers import Peers

BOUNDS = (b"<", b">")
QUARTERS = (0.25, 0.5, 0.75)
FEWEST = 5  # below that, a middle half says nothing


def sentences(slice_: Grid, indicator: Indicator, scope: Peers, window: int, atlas: Atlas) -> dict[int, str]:
    """One sentence for each year: how many countries have a value, where the middle lies, who is first and last.

    Countries outside the scope are not counted.
    """
    inside = slice_.places(scope.members)
    own, marks = slice_.values[inside], slice_.marks[inside]
    measured = np.count_nonzero(own == own, axis=0).tolist()
    values, used = borrowed(own, window)
    bounds = np.take_along_axis(marks, np.maximum(used, 0), axis=1)
    middle = quantiles(values, QUARTERS)[1].T.tolist()
    words = _Words(indicator, scope, window, np.array([slice_.areas[i] for i in inside], dtype=str), atlas)
    unmet = np.count_nonzero((marks == UNMET) & np.isnan(values), axis=0).tolist()
    return {year: words.sentence(year, values[:, i], bounds[:, i], measured[i], middle[i], unmet[i]) for i, year in enumerate(slice_.years)}


class _Words:
    """What stays the same in all sentences of a slice."""

    def __init__(self, indicator: Indicator, scope: Peers, window: int, codes: np.ndarray, atlas: Atlas) -> None:
        self.scope, self.window, self.codes, self.atlas = scope, window, codes, atlas
        self.decimals, self.unit = indicator.decimals, wording.running_unit(indicator.unit_short)
        self.is_yes_no = indicator.is_yes_no

    def sentence(self, year: int, values: np.ndarray, bounds: np.ndarray, measured: int, middle: list[float], unmet: int) -> str:
        has = ~np.isnan(values)
        held, codes = values[has], self.codes[has]
        if not held.size:
            place = "the world" if self.scope.is_world else self.scope.name
            if unmet:
                return f"The groups of {wording.counted(unmet, 'country', 'countries')} in {place} are known for {year}, but do not allow this measure."
            return f"No country in {place} has a value for {year}" + (
                f" or the {wording.counted(self.window, 'year')} before." if self.window else "."
            )
        bounded = has & ((bounds == BOUNDS[0]) | (bounds == BOUNDS[1]))
        bound_of = {self._printed(v): b.decode() for v, b in zip(values[bounded].tolist(), bounds[bounded].tolist(), strict=True)}
        older = held.size - measured
        count = f"{held.size} of {len(self.scope.members)} countries" + (f" ({older} from an earlier year)" if older else "")
        if unmet:
            count += f", {unmet} more with groups that do not allow this measure"
        if self.is_yes_no:
            return f"{count}: {int((held == 1).sum())} yes, {int((held == 0).sum())} no."
        if held.size < FEWEST:
            return f"{count}."
        low, high = float(held.min()), float(held.max())
        if self._printed(low) == self._printed(high):
            return f"{count}; each of them shows {self._say(low, bound_of)}."
        lower, median, upper = (self._say(q, bound_of) for q in middle)
        ends = " lowest ".join(f"{self._who(held, codes, end)} ({self._say(end, bound_of)}){mark}" for end, mark in ((high, ","), (low, "")))
        return f"{count}. Median {median}; middle half {_from_to(lower, upper)}. Highest {ends}."

    def _printed(self, value: float) -> float:
        return float(f"{value:.{self.decimals}f}")

    def _say(self, amount: float, bound_of: dict[float, str]) -> str:
        printed = self._printed(amount)
        return wording.value(printed, self.decimals, self.unit, bound_of.get(printed, ""))

    def _who(self, held: np.ndarray, codes: np.ndarray, end: float) -> str:
        """The countries that show the same number as the highest or the lowest."""
        near = np.flatnonzero(np.abs(held - end) <= 10.0**-self.decimals)
        holders = sorted(str(codes[i]) for i in near if self._printed(held[i]) == self._printed(end))
        if len(holders) > 2:
            return f"{len(holders)} countries"
        return wording.listing([self.atlas.area(code).name for code in holders])


def _from_to(low: str, high: str) -> str:
    """Two worded values as a range; the unit once where it is a per cent sign."""
    is_plain = low.endswith("%") and low[0].isdigit() and high[0].isdigit()
    return f"{low.removesuffix('%')}–{high}" if is_plain else f"{low} to {high}"
