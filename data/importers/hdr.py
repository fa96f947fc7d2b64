"""Human Development Report, composite indices: one line an area, one column a series and year (`hdi_f_1990`).

Latin-1. The aggregates at the end have codes that begin with ZZ (`ZZK.WORLD`).
"""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.schema import empty_frame
from data.importers.asked import require_series, series_asked
from data.importers.errors import SourceFault
from data.importers.lines import Line, header_of, positions, read_lines, rectangular
from data.importers.wide import numbers, observations, unpivot

SOURCE = "hdr"
NAMES = ("iso3", "country", "hdicode", "region")
ENCODING = "latin-1"
MISSING = ("", "NaN")


def read(path: Path | str, catalogue: Catalogue) -> pd.DataFrame:
    """The standard frame of all indicators whose source is `hdr`. path: the .csv or .csv.gz file."""
    asked = series_asked(catalogue, SOURCE)
    if asked.empty:
        return empty_frame()
    lines = read_lines(path, ENCODING)
    header = header_of(path, lines, NAMES)
    # the year is what follows the last underscore: `hdi_f_1990` is of `hdi_f`, never of `hdi`
    series_years = {name: m for name in header if (m := re.fullmatch(r"(.+)_(\d{4})", name))}
    require_series(path, asked, {m[1] for m in series_years.values()})
    wanted = set(asked["SOURCE_SERIES"])
    places = positions(path, header, [name for name, m in series_years.items() if m[1] in wanted])
    kept = list(rectangular(path, header, lines))
    _refuse_utf8(path, kept)
    columns = {
        place: {"series": series_years[name][1], "period": int(series_years[name][2])} for name, place in places.items()
    }
    long = unpivot(kept, header, {"area": 0}, columns)
    return observations(path, long.assign(value=numbers(path, long, "text", MISSING)), asked, "iso3", SOURCE)


def _refuse_utf8(path: Path | str, lines: list[Line]) -> None:
    """Latin-1 takes any byte, so a file in UTF-8 shows only in names like `CÃ´te`, which decode once more."""
    for line, cells in lines:
        name = cells[1]
        if name.isascii():
            continue
        try:
            intended = name.encode(ENCODING).decode("utf-8")
        except UnicodeDecodeError:
            continue
        remedy = f"Save the file as {ENCODING}: as it is, '{intended}' would be misread."
        raise SourceFault(path, f"line {line}, column 'country'", f"'{name}'", f"text encoded as {ENCODING}", remedy)
