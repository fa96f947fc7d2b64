"""Places among peers, and change.

Places are competition places (1, 2, 2, 4) on the value as it is printed: two countries that show the same number
share a place, since the sources' precision does not tell them apart.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard import wording
from dashboard.catalogue import Indicator

CHANGE_BACK = 5  # change is measured from the last value at least this many years before …
CHANGE_WITHIN = 10  # … and at most this many


def distance(values: np.ndarray, equality: float, is_ratio: bool) -> np.ndarray:
    """How far values lie from equality, in either direction; of ratios as multiples: half is as far from 1 as twice.

    A ratio of nothing lies infinitely far. Nine decimals, so that two programs agree on what is as far.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        far = np.abs(np.log(values / equality)) if is_ratio else np.abs(values - equality)
    return np.round(far, 9)


def ranking(snapshot: pd.DataFrame, direction: str, decimals: int, equality: float | None = None, is_ratio: bool = False) -> pd.DataFrame:
    """The areas of a snapshot in order, best first: nearest to equality where there is one; else highest first where neither end is better.

    snapshot: from `carry.snapshot`. Returns its rows that have a value, with RANK (1 is best) and OF (how many).
    Order within a shared place is by area code, so that it never changes from one drawing to the next.
    """
    valued = snapshot[snapshot["OBS_VALUE"].notna()]
    printed = wording.printed(valued["OBS_VALUE"], decimals)
    if equality is not None:
        printed = pd.Series(distance(printed.to_numpy(), equality, is_ratio), index=printed.index)
    rank = printed.rank(method="min", ascending=direction == "lower" or equality is not None).astype("int64")
    table = valued.assign(RANK=rank, OF=len(valued))
    return table.sort_index().sort_values("RANK", kind="stable")


def ranked(snapshot: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """`ranking` as an indicator asks for it: a count has a most and a least, no best."""
    direction = indicator.direction if indicator.is_mappable else "neutral"
    return ranking(snapshot, direction, indicator.decimals, indicator.equality, indicator.is_ratio)


def changes(series: pd.DataFrame, snapshot: pd.DataFrame) -> pd.DataFrame:
    """The change of each area from an earlier value to the one in the snapshot.

    series: REF_AREA, TIME_PERIOD, OBS_VALUE, FLAG. Returns CHANGE (same unit) and SINCE (year), index REF_AREA.
    There is none across a break in the series, from or to a bound, or where no value lies far enough back.
    """
    exact = series[series["OBS_VALUE"].notna()]
    pairs = exact.merge(
        snapshot[["OBS_VALUE", "TIME_PERIOD", "FLAG"]].rename(columns=lambda c: f"{c}_NOW"), left_on="REF_AREA", right_index=True
    )
    ago = pairs["TIME_PERIOD_NOW"] - pairs["TIME_PERIOD"]
    base = pairs[(ago >= CHANGE_BACK) & (ago <= CHANGE_WITHIN)]
    base = base.sort_values("TIME_PERIOD").drop_duplicates("REF_AREA", keep="last").set_index("REF_AREA")
    bounded = base["FLAG"].isin(["<", ">"]) | base["FLAG_NOW"].isin(["<", ">"])
    breaks = series[series["FLAG"] == "b"].merge(base[["TIME_PERIOD", "TIME_PERIOD_NOW"]], left_on="REF_AREA", right_index=True)
    crossed = breaks[(breaks["TIME_PERIOD_x"] > breaks["TIME_PERIOD_y"]) & (breaks["TIME_PERIOD_x"] <= breaks["TIME_PERIOD_NOW"])]
    lawful = base[~bounded & ~base.index.isin(crossed["REF_AREA"])]
    return pd.DataFrame({"CHANGE": lawful["OBS_VALUE_NOW"] - lawful["OBS_VALUE"], "SINCE": lawful["TIME_PERIOD"]})
