"""The groups of a breakdown side by side, like with like.

All groups of a country come from one and the same year: a gap between women in 2018 and men in 2020 is no gap.
A median over countries takes only those that have every core group, so that two groups' medians are about the
same countries.
"""

from __future__ import annotations

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
    own = groups[groups["REF_AREA"].isin(areas) & groups["OBS_VALUE"].notna()]
    used = _used_years(own.loc[own["GROUP"] != TOTAL, ["REF_AREA", "TIME_PERIOD"]].drop_duplicates(), years, window)
    if used.empty:
        return _no_rows()
    values = own[["REF_AREA", "GROUP", "TIME_PERIOD", "OBS_VALUE"]].rename(columns={"REF_AREA": "ROW", "TIME_PERIOD": "USED"})
    table = used.merge(values, on=["ROW", "USED"]).assign(N=1)
    order = table["ROW"].map({area: place for place, area in enumerate(areas)})
    table = table.assign(ORDER=order).sort_values(["ORDER", "GROUP", "TIME_PERIOD"], ignore_index=True)
    table = table[["ROW", "TIME_PERIOD", "USED", "GROUP", "OBS_VALUE", "N"]]
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


def _used_years(held: pd.DataFrame, years: range, window: int) -> pd.DataFrame:
    """ROW, TIME_PERIOD, USED: for each area and year that has a year held within reach, the latest such year.

    held: REF_AREA and TIME_PERIOD, each pair once.
    """
    if held.empty:
        return pd.DataFrame({c: [] for c in ("ROW", "TIME_PERIOD", "USED")})
    marks = held.assign(USED=held["TIME_PERIOD"]).pivot(index="TIME_PERIOD", columns="REF_AREA", values="USED")
    latest = marks.reindex(range(min(marks.index.min(), years[0]), years[-1] + 1)).ffill().loc[years[0] :]
    long = latest.melt(ignore_index=False, var_name="ROW", value_name="USED").dropna().reset_index()
    long = long[long["TIME_PERIOD"] - long["USED"] <= window]
    return long[["ROW", "TIME_PERIOD", "USED"]].astype({"TIME_PERIOD": "int64", "USED": "int64"})


def _no_rows() -> pd.DataFrame:
    return pd.DataFrame({c: [] for c in ("ROW", "GROUP", "TIME_PERIOD", "OBS_VALUE", "USED", "N", "BOUND")})
