"""Worldwide Governance Indicators: an Excel sheet, one line a country, year and indicator, `..` where missing.

`estimate` is the value and `stddev` its standard error, both in the same unit. Area codes are the World Bank's old
ones.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pandas as pd
from openpyxl.utils.exceptions import InvalidFileException

from dashboard.catalogue import Catalogue
from dashboard.schema import empty_frame
from data.importers.asked import require_series, series_asked
from data.importers.errors import SourceFault
from data.importers.lines import AGAIN, Line, header_of, positions
from data.importers.wide import numbers, observations

SOURCE = "wgi"
FIELDS = {"area": "code", "period": "year", "series": "indicator", "estimate": "estimate", "stddev": "stddev"}
MISSING = ("..",)


def read(path: Path | str, catalogue: Catalogue) -> pd.DataFrame:
    """The standard frame of all indicators whose source is `wgi`. path: the .xlsx file."""
    asked = series_asked(catalogue, SOURCE, "indicator")
    if asked.empty:
        return empty_frame()
    lines = iter(_sheet_lines(path))
    header = header_of(path, lines)
    places = positions(path, header, FIELDS.values())
    sheet = pd.DataFrame(
        [(line, *(cells[places[name]] for name in FIELDS.values())) for line, cells in lines], columns=["line", *FIELDS]
    )
    require_series(path, asked, sheet["series"].unique())
    long = sheet[sheet["series"].isin(asked["SOURCE_SERIES"])]
    value, error = (numbers(path, long, column, MISSING) for column in ("estimate", "stddev"))
    unpaired = long[value.isna() != error.isna()]
    if len(unpaired):
        first = unpaired.iloc[0]
        found = f"estimate '{first['estimate']}' with stddev '{first['stddev']}'"
        raise SourceFault(path, f"line {first['line']}", found, "both or neither", AGAIN)
    return observations(path, long.assign(value=value, std_error=error), asked, "wgi", SOURCE)


def _sheet_lines(path: Path | str) -> list[Line]:
    """The lines of the first sheet, every cell as the text that Python writes for it, an empty cell as "".

    Floats survive this: the text is the shortest that reads back as the same number.
    """
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        rows = list(book.worksheets[0].iter_rows(values_only=True))
        book.close()
    except (OSError, EOFError, KeyError, ValueError, zipfile.BadZipFile, InvalidFileException) as error:
        raise SourceFault(path, "workbook", f"{type(error).__name__}: {error}", "a whole .xlsx file", AGAIN) from error
    lines = [(number, ["" if cell is None else str(cell) for cell in row]) for number, row in enumerate(rows, 1)]
    return [(line, cells) for line, cells in lines if any(cells)]
