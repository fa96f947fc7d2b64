"""One measure for every country and year at once."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.measures.inequality.cube import Cube
from dashboard.measures.inequality.setting import Terms
from dashboard.measures.inequality.table import MEASURES
from dashboard.schema import TOTAL

COLUMNS = ("REF_AREA", "TIME_PERIOD", "OBS_VALUE", "IS_WEIGHTED", "GROUPS", "CONDITION")


def measure_frame(key: str, groups: pd.DataFrame, terms: Terms) -> pd.DataFrame:
    """The measure of each area and year, the same as `measured.measured` gives for each alone.

    groups: REF_AREA, TIME_PERIOD, GROUP, OBS_VALUE and, where known, SHARE (0 to 1) and BOUND ("<", ">" or ""), unique by
    the first three. Rows of the total (`_T`) give the country's own value; groups that the terms do not name are left out.
    Returns one row for each area and year that has any group: OBS_VALUE, missing where a condition is not met and then
    CONDITION says which (a `Condition.key`, or "finite"), else ""; GROUPS, the codes that have a value, in order, so that only
    rows with the same groups are compared; IS_WEIGHTED. Sorted by area and year.
    """
    index, cube = cube_of(groups, terms)
    measure = MEASURES[key]
    values, condition = np.full(len(index), np.nan), np.full(len(index), "", dtype=object)
    is_open = np.ones(len(index), dtype=bool)
    with np.errstate(all="ignore"):
        for each in measure.conditions:
            fails = is_open & ~each.holds(cube)
            condition[fails], is_open = each.key, is_open & ~fails
        if is_open.any():
            values[is_open] = measure.value(cube if is_open.all() else cube.rows(is_open)) + 0.0
    is_lost = is_open & ~np.isfinite(values)
    values[is_lost], condition[is_lost] = np.nan, "finite"
    return index.assign(
        OBS_VALUE=values,
        IS_WEIGHTED=cube.is_weighted & (measure.family != "pair"),
        GROUPS=_groups(cube),
        CONDITION=pd.array(condition, dtype="str"),
    )


def cube_of(groups: pd.DataFrame, terms: Terms) -> tuple[pd.DataFrame, Cube]:
    """The frame of `measure_frame` as a cube, with REF_AREA and TIME_PERIOD of its rows."""
    column = groups["GROUP"].map({TOTAL: -1, **{code: place for place, code in enumerate(terms.codes)}})
    named = groups[column.notna().to_numpy()]
    columns = column.dropna().to_numpy(dtype=int)
    areas, names = pd.factorize(named["REF_AREA"], sort=True)
    years = named["TIME_PERIOD"].to_numpy(dtype=np.int64)
    first = int(years.min()) if len(years) else 0
    width = int(years.max()) - first + 1 if len(years) else 1
    place = areas * width + (years - first)
    is_group = columns >= 0
    held, row = np.unique(place[is_group], return_inverse=True)
    if len(np.unique(row * len(terms.codes) + columns[is_group])) < len(row):
        raise ValueError("measure_frame: a group stands twice in one area and year; expected REF_AREA, TIME_PERIOD and GROUP to be unique")
    shape = (len(held), len(terms.codes))

    def spread(name: str, empty: float | bool, kind: type) -> np.ndarray:
        table = np.full(shape, empty, dtype=kind)
        if name in named:
            table[row, columns[is_group]] = named[name].to_numpy()[is_group] if kind is float else (named[name] != "").to_numpy()[is_group]
        return table

    overall = np.full(len(held), np.nan)
    totals = np.flatnonzero(~is_group)
    totals = totals[np.isin(place[totals], held)]
    overall[np.searchsorted(held, place[totals])] = named["OBS_VALUE"].to_numpy(dtype=float)[totals]
    cube = Cube(terms, _finite(spread("OBS_VALUE", np.nan, float)), _finite(spread("SHARE", np.nan, float)), _finite(overall), spread("BOUND", False, bool))
    return pd.DataFrame({"REF_AREA": names[held // width], "TIME_PERIOD": held % width + first}), cube


def _finite(numbers: np.ndarray) -> np.ndarray:
    return np.where(np.isfinite(numbers), numbers, np.nan)


def _groups(cube: Cube) -> pd.api.extensions.ExtensionArray:
    """The codes of the groups that have a value, a text a row; few different ones, so each is written once."""
    patterns, row = np.unique(cube.has_value @ (1 << np.arange(cube.values.shape[1], dtype=np.int64)), return_inverse=True)
    texts = [" ".join(code for i, code in enumerate(cube.terms.codes) if int(pattern) >> i & 1) for pattern in patterns]
    return pd.array(np.array(texts, dtype=object)[row], dtype="str")
