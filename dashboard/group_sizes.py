"""What part of the people a group is, where that is known: by its definition, or as its part of the population.

A part of the population is lawful as a weight only for an indicator that is of all people of each group (`Breakdown.is_of_population`):
unemployment is of the labour force, so the sizes of its groups are not known here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.grid import Grid
from dashboard.measures.carry import last_held
from dashboard.schema import PARTS, TOTAL

COLUMNS = ("REF_AREA", "TIME_PERIOD", "BREAKDOWN", "GROUP", "SHARE", "DATA_SOURCE", "SOURCE_SERIES")
REACH = 5  # years: the groups of a population change slowly


def needed(shares: pd.DataFrame, frame: pd.DataFrame, catalogue: Catalogue, countries: Collection[str]) -> pd.DataFrame:
    """The shares that some observation may be weighted with, in the order given.

    shares: `COLUMNS`. frame: the observations. Of each country and breakdown, the years in which it has groups of an
    indicator that is of the whole population, and the `REACH` years before the first of them.
    """
    kept = np.zeros(len(shares), dtype=bool)
    for column in catalogue.share_series:
        keys = {i.key for i in catalogue.indicators if (b := i.breakdown(column)) and b.is_of_population}
        rows = frame[frame["INDICATOR"].isin(keys) & (frame[column] != TOTAL) & frame["OBS_VALUE"].notna() & frame["REF_AREA"].isin(countries)]
        spans = rows.groupby("REF_AREA", observed=True)["TIME_PERIOD"].agg(["min", "max"])
        first, last = (shares["REF_AREA"].map(spans[end]) for end in ("min", "max"))
        kept |= ((shares["BREAKDOWN"] == column) & (shares["TIME_PERIOD"] >= first - REACH) & (shares["TIME_PERIOD"] <= last)).to_numpy()
    return shares[kept].reset_index(drop=True)


def is_of_all(cell: tuple[tuple[str, str], ...]) -> bool:
    """Whether the groups of a slice are groups of all people: inside another group, say of women, their sizes are not known."""
    return all(code == TOTAL for column, code in cell if column not in PARTS)


def by_definition(shares: Mapping[str, float], target: Grid) -> np.ndarray:
    """The same shares in every area and year; NaN for a group of which the definition does not say it."""
    row = np.array([shares.get(code, np.nan) for code in target.groups])
    return np.broadcast_to(row[None, :, None], target.values.shape).copy()


def aligned(sizes: Grid, target: Grid) -> np.ndarray:
    """The shares in the shape of `target.values`, NaN where none is known.

    sizes: shares by area, group and year, its years from `REACH` before the first of `target` to the last of it. A year
    without shares of all groups takes those of the nearest earlier one within `REACH` years: the groups of one area and year are
    always of one year.
    """
    shape = (len(target.areas), len(target.groups), len(sizes.years))
    found = np.full(shape, np.nan)
    areas = [(place, sizes.areas.index(code)) for place, code in enumerate(target.areas) if code in sizes.areas]
    groups = [(place, sizes.groups.index(code)) for place, code in enumerate(target.groups) if code in sizes.groups]
    if not areas or not groups:
        return found[:, :, -len(target.years) :]
    (to_area, from_area), (to_group, from_group) = (np.array(pairs).T for pairs in (areas, groups))
    found[np.ix_(to_area, to_group)] = sizes.values[np.ix_(from_area, from_group)]
    used = last_held(~np.isnan(found[:, to_group]).any(axis=1), REACH)[:, None]
    carried = np.where(used >= 0, np.take_along_axis(found, np.maximum(used, 0), axis=-1), np.nan)
    return carried[:, :, -len(target.years) :]
