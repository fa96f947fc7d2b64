"""World Development Indicators as the World Bank's DataBank exports them.

Unlike the bulk layout: years are headed `1960 [YR1960]`, the code's column is `Series Code`, a missing value is `..`,
and below a blank line the export says which database it comes from and when that was last updated.
"""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from dashboard.catalogue import Catalogue, CatalogueError
from dashboard.schema import empty_frame
from data.importers.asked import require_series, series_asked
from data.importers.errors import SourceFault
from data.importers.lines import Line, header_of, read_lines, rectangular
from data.importers.wide import numbers, observations, unpivot, year_columns

SOURCE = "wdi-databank"
NAMES = ("Country Name", "Country Code", "Series Name", "Series Code")
MISSING = ("..",)
UPDATED = r"Last Updated: *(\d{2})/(\d{2})/(\d{4})"


def read(path: Path | str, catalogue: Catalogue) -> pd.DataFrame:
    """The standard frame of all indicators whose source is `wdi-databank`. path: the .csv or .csv.gz file.

    Raises SourceFault where the export's update date is not the vintage that the catalogue states.
    """
    asked = series_asked(catalogue, SOURCE)
    if asked.empty:
        return empty_frame()
    lines = read_lines(path)
    header = header_of(path, lines, NAMES)
    years = year_columns(path, header, len(NAMES), r"(\d{4}) \[YR\1\]")
    body, footer = _split(list(lines))
    _check_vintage(path, footer, catalogue.source(SOURCE).vintage)
    wanted = set(asked["SOURCE_SERIES"])
    kept = [(line, cells) for line, cells in rectangular(path, header, body) if cells[3] in wanted]
    require_series(path, asked, {cells[3] for _, cells in kept})
    columns = {place: {"period": year} for place, year in years.items()}
    long = unpivot(kept, header, {"area": 1, "series": 3}, columns)
    return observations(path, long.assign(value=numbers(path, long, "text", MISSING)), asked, "wb", SOURCE)


def _split(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines above the first blank one, and those from it on."""
    end = next((i for i, (_, cells) in enumerate(lines) if not any(cells)), len(lines))
    return lines[:end], lines[end:]


def _check_vintage(path: Path | str, footer: list[Line], vintage: str) -> None:
    dates = [
        (line, f"{match[3]}-{match[1]}-{match[2]}")
        for line, cells in footer
        if cells and (match := re.fullmatch(UPDATED, cells[0].strip()))
    ]
    if not dates:
        remedy = "The export is cut short or has no footer: export it again."
        raise SourceFault(path, "footer", "no update date", "'Last Updated: MM/DD/YYYY' below a blank line", remedy)
    stated = re.search(r"\d{4}-\d{2}-\d{2}", vintage)  # the catalogue words it for readers: "updated 2025-01-28"
    if not stated:
        raise CatalogueError(f"sources.yaml: {SOURCE}: vintage '{vintage}' holds no date; expected YYYY-MM-DD in it")
    line, updated = dates[0]
    if updated != stated[0]:
        remedy = f"Take the export of that date, or set the vintage of source '{SOURCE}' to {updated}."
        raise SourceFault(path, f"line {line}", f"last updated {updated}", f"{vintage}, as the catalogue says", remedy)
