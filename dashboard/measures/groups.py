"""The groups of a breakdown side by side, like with like.

All groups of a country come from one and the same year: a gap between women in 2018 and men in 2020 is no gap.
A median over countries takes only those that have every core group, so that two groups' medians are about the
same countries.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.measures.reference import FEWEST
from dashboard.peers import Peers
from dashboard.schema import TOTAL

BOUNDS = ("<", ">")
CORE_SHARE = 0.5  # a group is core where at least half of the countries with any group have it


def by_country(groups: pd.DataFrame, areas: tuple[str, ...], years: range, window: int) -> pd.DataFrame:
    """Every group of every area in every year, borrowed as a whole set from the latest year within the window.

    A year that has the total alone is not taken: it would hide the groups of the survey before it.
    groups: REF_AREA, GROUP, TIME_PERIOD, OBS_VALUE, FLAG, unique by the first three.
    Returns ROW (area), GROUP, TIME_PERIOD (year shown), OBS_VALUE, USED (year really used), N (1), and BOUND: "<" or
    ">" where the source gives only a bound, else "".
    """
    parts = []
    for area in areas:
        own = groups[(groups["REF_AREA"] == area) & groups["OBS_VALUE"].notna()]
        if own.empty:
            continue
        table = own.pivot(index="TIME_PERIOD", columns="GROUP", values="OBS_VALUE")
        shown, used = _used_years(own.loc[own["GROUP"] != TOTAL, "TIME_PERIOD"].unique(), years, window)
        taken = table.loc[used]
        part = taken.set_axis(shown, axis=0).rename_axis("TIME_PERIOD").reset_index().assign(USED=used, ROW=area)
        parts.append(part.melt(["ROW", "TIME_PERIOD", "USED"], var_name="GROUP", value_name="OBS_VALUE"))
    if not parts:
        return _no_rows()
    table = pd.concat(parts, ignore_index=True).dropna(subset=["OBS_VALUE"]).assign(N=1)
    bounds = groups[groups["FLAG"].isin(BOUNDS)].set_index(["REF_AREA", "GROUP", "TIME_PERIOD"])["FLAG"]
    places = pd.MultiIndex.from_frame(table[["ROW", "GROUP", "USED"]])
    return table.assign(BOUND=bounds.reindex(places).fillna("").to_numpy())


def by_peers(groups: pd.DataFrame, rows: tuple[Peers, ...], years: range, window: int) -> pd.DataFrame:
    """The median of each group over the countries of each row that have all core groups.

    Returns the columns of `by_country`; ROW is the peers' code, N the number of countries, USED the year shown
    (the countries' own years differ within the window). A row of fewer than `FEWEST` countries is left out.
    """
    members = tuple(sorted({m for row in rows for m in row.members}))
    table = by_country(groups[groups["REF_AREA"].isin(members)], members, years, window)
    if table.empty:
        return _no_rows()
    held = table.groupby("GROUP")["ROW"].nunique()
    core = held.index[held >= CORE_SHARE * table["ROW"].nunique()]
    cube = table[table["GROUP"].isin(core)].pivot(index=["TIME_PERIOD", "ROW"], columns="GROUP", values="OBS_VALUE").dropna()
    parts = []
    for row in rows:
        inside = cube[cube.index.get_level_values("ROW").isin(row.members)]
        if inside.empty:
            continue
        by_year = inside.groupby(level="TIME_PERIOD")
        middle = by_year.median().assign(N=by_year.size())
        middle = middle[middle["N"] >= FEWEST].reset_index().assign(ROW=row.code)
        middle["USED"] = middle["TIME_PERIOD"]
        long = middle.melt(["ROW", "TIME_PERIOD", "USED", "N"], var_name="GROUP", value_name="OBS_VALUE")
        parts.append(long.assign(BOUND=_median_bounds(long, table[table["ROW"].isin(row.members)])))
    return pd.concat(parts, ignore_index=True) if parts else _no_rows()


def _median_bounds(medians: pd.DataFrame, table: pd.DataFrame) -> pd.Series:
    """The bound that a median is: where it falls on a value of which the source gives only a bound, it is one too."""
    keys = ["TIME_PERIOD", "GROUP", "OBS_VALUE"]
    bounds = table[table["BOUND"] != ""].drop_duplicates(keys)[[*keys, "BOUND"]]
    return medians[keys].merge(bounds, on=keys, how="left")["BOUND"].fillna("").to_numpy()


def _used_years(held: np.ndarray, years: range, window: int) -> tuple[list[int], list[int]]:
    """For each year that has a value within reach: the year itself and the latest earlier year held."""
    held = np.sort(held)
    shown, used = [], []
    for year in years:
        at = np.searchsorted(held, year, side="right") - 1
        if at >= 0 and year - held[at] <= window:
            shown.append(year)
            used.append(int(held[at]))
    return shown, used


def _no_rows() -> pd.DataFrame:
    return pd.DataFrame({c: [] for c in ("ROW", "GROUP", "TIME_PERIOD", "OBS_VALUE", "USED", "N", "BOUND")})
