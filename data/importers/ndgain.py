"""ND-GAIN Country Index: a folder with one file a score (`gain`, `vulnerability`), one line a country, years across."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.schema import empty_frame, standard_frame
from data.importers.asked import series_asked
from data.importers.errors import SourceFault
from data.importers.lines import header_of, read_lines, rectangular
from data.importers.wide import numbers, observations, unpivot, year_columns

SOURCE = "ndgain"
NAMES = ("ISO3", "Name")
MISSING = ("",)


def read(path: Path | str, catalogue: Catalogue) -> pd.DataFrame:
    """The standard frame of all indicators whose source is `ndgain`.

    path: the folder; a score's file is `<score>.csv.gz` or `<score>.csv` in it.
    """
    asked = series_asked(catalogue, SOURCE, "file")
    frames = [_read_score(_file_of(Path(path), score), score, rows) for score, rows in asked.groupby("SOURCE_SERIES")]
    if not frames:
        return empty_frame()
    return standard_frame(pd.concat(frames))


def _file_of(folder: Path, score: str) -> Path:
    found = [folder / name for name in (f"{score}.csv.gz", f"{score}.csv") if (folder / name).is_file()]
    if len(found) != 1:
        remedy = "Put one copy of the file into the folder, or mend the indicator's origin."
        raise SourceFault(folder, f"file '{score}'", f"{len(found)} files", f"{score}.csv.gz or {score}.csv", remedy)
    return found[0]


def _read_score(path: Path, score: str, asked: pd.DataFrame) -> pd.DataFrame:
    lines = read_lines(path)
    header = header_of(path, lines, NAMES)
    columns = {
        place: {"series": score, "period": year} for place, year in year_columns(path, header, len(NAMES)).items()
    }
    long = unpivot(list(rectangular(path, header, lines)), header, {"area": 0}, columns)
    return observations(path, long.assign(value=numbers(path, long, "text", MISSING)), asked, "iso3", SOURCE)
