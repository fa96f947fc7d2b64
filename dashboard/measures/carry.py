"""Values borrowed from an earlier year, never from a later one, and never from further back than the window says.

The rule is that of a table which prints the latest value within a stated window: the year really used travels
with the value. `assets/slab.js` borrows by the same rule in the browser; a test compares both.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.measures.flags import WITHOUT_VALUE


def last_held(held: np.ndarray, window: int) -> np.ndarray:
    """For each year the place of the latest year within the window that is held, -1 where there is none.

    held: true where there is something; years are the last axis.
    """
    places = np.arange(held.shape[-1])
    latest = np.maximum.accumulate(np.where(held, places, -1), axis=-1)
    return np.where(places - latest <= window, latest, -1)


def borrowed(values: np.ndarray, window: int) -> tuple[np.ndarray, np.ndarray]:
    """The values with each gap filled from up to `window` earlier years, and the place of the year really used, -1 for none.

    values: one row an area, one column a year; NaN for missing.
    """
    used = last_held(~np.isnan(values), window)
    return np.where(used >= 0, np.take_along_axis(values, np.maximum(used, 0), axis=-1), np.nan), used


def snapshot(series: pd.DataFrame, year: int, window: int) -> pd.DataFrame:
    """The value of each area in one year, borrowed within the window where that year has none.

    series: REF_AREA, TIME_PERIOD, OBS_VALUE, FLAG, unique by area and year.
    Returns one row an area (index REF_AREA): OBS_VALUE, TIME_PERIOD (the year really used), FLAG, IS_BORROWED.
    An area whose only row is of `year` itself and says why there is no value keeps that row.
    """
    near = series[(series["TIME_PERIOD"] <= year) & (series["TIME_PERIOD"] >= year - window)]
    has_value = near["OBS_VALUE"].notna()
    said = ~has_value & (near["TIME_PERIOD"] == year) & near["FLAG"].isin(WITHOUT_VALUE)
    kept = near[has_value | said].assign(_rank=has_value[has_value | said].astype(int))
    kept = kept.sort_values(["_rank", "TIME_PERIOD"]).drop_duplicates("REF_AREA", keep="last")
    kept = kept.set_index("REF_AREA")[["OBS_VALUE", "TIME_PERIOD", "FLAG"]].sort_index()
    return kept.assign(IS_BORROWED=kept["TIME_PERIOD"] < year)
