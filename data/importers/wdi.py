"""World Development Indicators in the World Bank's bulk layout: one line a country and series, one column a year.

Some releases end every line with a comma, which makes an empty column without a heading. Lines that are blank in every
year are no observations. Aggregates such as WLD stand among the countries and stay.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.schema import empty_frame
from data.importers.asked import require_series, series_asked
from data.importers.errors import SourceFault
from data.importers.lines import AGAIN, header_of, read_lines, rectangular
from data.importers.wide import numbers, observations, unpivot, year_columns

SOURCE = "wdi"
NAMES = ("Country Name", "Country Code", "Indicator Name", "Indicator Code")
MISSING = ("",)


def read(path: Path | str, catalogue: Catalogue) -> pd.DataFrame:
    """The standard frame of all indicators whose source is `wdi`. path: the .csv or .csv.gz file."""
    asked = series_asked(catalogue, SOURCE)
    if asked.empty:
        return empty_frame()
    return observations(path, read_series(path, asked), asked, "wb", SOURCE)


def read_series(path: Path | str, asked: pd.DataFrame) -> pd.DataFrame:
    """The long table of the series asked for, with a numeric `value`. asked: INDICATOR and SOURCE_SERIES, each held by the file."""
    lines = read_lines(path)
    header = header_of(path, lines, NAMES)
    has_empty_column = header[-1] == ""
    years = year_columns(path, header[:-1] if has_empty_column else header, len(NAMES))
    wanted = set(asked["SOURCE_SERIES"])
    kept = []
    for line, cells in rectangular(path, header, lines):
        if has_empty_column and cells[-1] != "":
            where = f"line {line}, column {len(header)}"
            raise SourceFault(path, where, f"'{cells[-1]}'", "an empty cell, as the column has no heading", AGAIN)
        if cells[3] in wanted:
            kept.append((line, cells))
    require_series(path, asked, {cells[3] for _, cells in kept})
    columns = {place: {"period": year} for place, year in years.items()}
    long = unpivot(kept, header, {"area": 1, "series": 3}, columns)
    return long.assign(value=numbers(path, long, "text", MISSING))
