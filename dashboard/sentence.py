"""The sentence that says what a view shows, from its numbers.

One a year, all made at once, so that a year step in the browser needs no answer: hence arrays here, not a frame a year.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard import wording
from dashboard.areas import Atlas
from dashboard.catalogue import Indicator
from dashboard.peers import Peers

BOUNDS = ("", "<", ">")
FEWEST = 5  # below that, a middle half says nothing


def sentences(series: pd.DataFrame, indicator: Indicator, scope: Peers, years: range, window: int, atlas: Atlas) -> dict[int, str]:
    """One sentence for each year: how many countries have a value, where the middle lies, who is first and last.

    series: one slice (REF_AREA, TIME_PERIOD, OBS_VALUE, FLAG). Countries outside the scope are not counted.
    """
    own = series[series["REF_AREA"].isin(scope.members) & series["OBS_VALUE"].notna() & series["TIME_PERIOD"].between(years[0], years[-1])]
    codes, place = np.unique(own["REF_AREA"].to_numpy(dtype=str), return_inverse=True)
    at = (own["TIME_PERIOD"].to_numpy() - years[0], place)
    values, bounds = np.full((len(years), len(codes)), np.nan), np.zeros((len(years), len(codes)), dtype=np.int8)
    values[at] = own["OBS_VALUE"].to_numpy()
    bounds[at] = own["FLAG"].map({"<": 1, ">": 2}).fillna(0).to_numpy(dtype=np.int8)
    measured = (~np.isnan(values)).sum(axis=1)
    values, bounds = _borrowed(values, bounds, window)
    words = _Words(indicator, scope, window, codes, atlas)
    return {year: words.sentence(year, values[i], bounds[i], int(measured[i])) for i, year in enumerate(years)}


def _borrowed(values: np.ndarray, bounds: np.ndarray, window: int) -> tuple[np.ndarray, np.ndarray]:
    """Each gap filled from up to `window` years before, the bound with its value; one row a year."""
    filled, with_bounds = values.copy(), bounds.copy()
    for back in range(1, min(window, len(values) - 1) + 1):
        older = np.full_like(values, np.nan)
        older[back:] = values[:-back]
        gap = np.isnan(filled) & ~np.isnan(older)
        filled[gap] = older[gap]
        with_bounds[gap] = np.roll(bounds, back, axis=0)[gap]
    return filled, with_bounds


class _Words:
    """What stays the same in all sentences of a slice."""

    def __init__(self, indicator: Indicator, scope: Peers, window: int, codes: np.ndarray, atlas: Atlas) -> None:
        self.scope, self.window, self.codes, self.atlas = scope, window, codes, atlas
        self.decimals, self.unit = indicator.decimals, "%" if indicator.unit_short == "%" else ""

    def sentence(self, year: int, values: np.ndarray, bounds: np.ndarray, measured: int) -> str:
        has = ~np.isnan(values)
        held, codes = values[has], self.codes[has]
        if not held.size:
            place = "the world" if self.scope.is_world else self.scope.name
            return f"No country in {place} has a value for {year}" + (
                f" or the {wording.counted(self.window, 'year')} before." if self.window else "."
            )
        bound_of = {self._printed(v): BOUNDS[b] for v, b in zip(held, bounds[has], strict=True) if b}
        older = held.size - measured
        count = f"{held.size} of {len(self.scope.members)} countries" + (f" ({older} from an earlier year)" if older else "")
        if held.size < FEWEST:
            return f"{count}."
        low, high = held.min(), held.max()
        if self._printed(low) == self._printed(high):
            return f"{count}; each of them shows {self._say(low, bound_of)}."
        lower, middle, upper = (self._say(q, bound_of) for q in np.quantile(held, [0.25, 0.5, 0.75]))
        ends = " lowest ".join(f"{self._who(held, codes, end)} ({self._say(end, bound_of)}){mark}" for end, mark in ((high, ","), (low, "")))
        return f"{count}. Median {middle}; middle half {_from_to(lower, upper)}. Highest {ends}."

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
