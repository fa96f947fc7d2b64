"""Tables with one line for each area and year and one column for each series."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.schema import empty_frame
from data.importers.asked import require_series, series_asked
from data.importers.lines import header_of, positions, read_lines, rectangular
from data.importers.wide import numbers, observations, unpivot


@dataclass(frozen=True)
class ByYear:
    """How one publisher writes such a table.

    keys: the names of the columns that hold `area` and `period`. missing: the cells that hold no value.
    scheme: that of the area codes.
    """

    source: str
    keys: Mapping[str, str]
    missing: tuple[str, ...]
    scheme: str

    def read(self, path: Path | str, catalogue: Catalogue) -> pd.DataFrame:
        """The standard frame of all series that the catalogue asks of the source, each being a column's name."""
        asked = series_asked(catalogue, self.source)
        if asked.empty:
            return empty_frame()
        lines = read_lines(path)
        header = header_of(path, lines)
        places = positions(path, header, self.keys.values())
        require_series(path, asked, header)
        series = positions(path, header, asked["SOURCE_SERIES"].unique())
        kept = list(rectangular(path, header, lines))
        columns = {place: {"series": code} for code, place in series.items()}
        long = unpivot(kept, header, {field: places[name] for field, name in self.keys.items()}, columns)
        value = numbers(path, long, "text", self.missing)
        return observations(path, long.assign(value=value), asked, self.scheme, self.source)
