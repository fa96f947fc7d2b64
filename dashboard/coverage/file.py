"""Who is counted, and who is not, as one table for readers."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from dashboard.catalogue import Indicator
from dashboard.contents import Contents
from dashboard.coverage.cube import Coverage
from dashboard.coverage.table import WHOLE
from dashboard.schema import TOTAL

COLUMNS = ("INDICATOR", "BREAKDOWN", "GROUP", "REF_AREA", "AREA_NAME", "HAS_DATA", "FIRST_YEAR", "LAST_YEAR", "YEARS")
NO, ELSEWHERE, YES = "no", "in other slices", "yes"


def coverage_file(coverage: Coverage, indicators: Iterable[Indicator], contents: Contents) -> pd.DataFrame:
    """`COLUMNS`: a row an indicator, breakdown, group and state, also where there is no figure; territories where there is one.

    The indicator itself, whatever the group, is the rows without a breakdown. Years are text, "" where there is none.
    """
    keys = [key for i in indicators for key in ((i.key, WHOLE, TOTAL), *((i.key, b.column, code) for b in i.breakdowns for code in b.groups))]
    states = {area.code for area in contents.atlas.states()}
    areas = np.array(sorted(states | set(coverage.areas)), dtype=object)
    rows = np.array([coverage.place.get(key, -1) for key in keys])
    columns = np.array([coverage.areas.index(code) if code in coverage.areas else -1 for code in areas])
    first, last, years, elsewhere = (_taken(part, rows, columns) for part in (coverage.first, coverage.last, coverage.years, coverage.elsewhere))
    at = np.nonzero(np.array([code in states for code in areas])[None, :] | (years > 0) | elsewhere)
    names = np.array([contents.atlas.name(code) for code in areas], dtype=object)
    indicator, breakdown, group = (np.array(part, dtype=object)[at[0]] for part in zip(*keys, strict=True))
    has = np.where(years[at] > 0, YES, np.where(elsewhere[at], ELSEWHERE, NO))
    held = (np.where(part[at] > 0, part[at].astype(str), "") for part in (first, last))
    return pd.DataFrame(dict(zip(COLUMNS, (indicator, breakdown, group, areas[at[1]], names[at[1]], has, *held, years[at]), strict=True)))


def _taken(part: np.ndarray, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """The numbers of these rows and columns; 0 or false where -1 says that there is none."""
    wide = np.zeros((part.shape[0] + 1, part.shape[1] + 1), dtype=part.dtype)
    wide[:-1, :-1] = part
    return wide[np.ix_(rows, columns)]
