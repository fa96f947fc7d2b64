"""The parts of the population that groups are, from the file of the World Development Indicators."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from dashboard.group_sizes import COLUMNS
from data.importers.areas import to_ref_area
from data.importers.wdi import SOURCE, read_series
from data.importers.wide import refuse_duplicates


def read_shares(path: Path | str, series: Mapping[str, Mapping[str, str]]) -> pd.DataFrame:
    """One row an area, year, breakdown and group (`group_sizes.COLUMNS`), SHARE from 0 to 1; sorted by breakdown, area, year, group.

    series: breakdown column -> code -> series in per cent of all people. Raises SourceFault.
    """
    named = [(column, code, name) for column, codes in series.items() for code, name in codes.items()]
    asked = pd.DataFrame(named, columns=["BREAKDOWN", "GROUP", "SOURCE_SERIES"])
    if asked.empty:
        return pd.DataFrame({column: [] for column in COLUMNS})
    long = read_series(path, asked.assign(INDICATOR="sizes of groups"))
    placed = long.assign(REF_AREA=to_ref_area(long["area"], "wb"), TIME_PERIOD=long["period"].astype("int64"))
    refuse_duplicates(path, placed)
    held = placed[placed["value"].notna()].merge(asked, left_on="series", right_on="SOURCE_SERIES")
    rows = held.assign(SHARE=held["value"] / 100, DATA_SOURCE=SOURCE)
    return rows.sort_values(["BREAKDOWN", "REF_AREA", "TIME_PERIOD", "GROUP"], kind="stable", ignore_index=True)[list(COLUMNS)]
