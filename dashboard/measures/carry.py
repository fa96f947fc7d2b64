"""Values borrowed from an earlier year, never from a later one, and never from further back than the window says.

The rule is that of a table which prints the latest value within a stated window: the year really used travels
with the value. `assets/slab.js` borrows by the same rule in the browser; a test compares both.
"""

from __future__ import annotations

import pandas as pd

from dashboard.measures.flags import WITHOUT_VALUE


def wide(series: pd.DataFrame, years: range, column: str = "OBS_VALUE") -> pd.DataFrame:
    """One row a year, one column an area.

    series: REF_AREA, TIME_PERIOD and `column`, unique by area and year. Years outside `years` are left out.
    """
    table = series.pivot(index="TIME_PERIOD", columns="REF_AREA", values=column)
    return table.reindex(list(years))


def carried(table: pd.DataFrame, window: int) -> pd.DataFrame:
    """The table of `wide` with each gap filled from up to `window` earlier years."""
    return table.ffill(limit=window) if window > 0 else table


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
