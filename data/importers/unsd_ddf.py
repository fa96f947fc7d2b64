"""The SDG database of the United Nations Statistics Division in the DDF layout: one file a series.

The names of the files say the series and its columns (`ddf--datapoints--sl_tlf_uemdis--by--...csv.gz`). Codes are in
small letters, areas are M49 numbers without leading zeros. The layout has no source, footnote or bounds columns.
What the texts among the values mean is said in `sdg_values`.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from dashboard.catalogue import Catalogue, Indicator
from dashboard.schema import empty_frame, standard_frame
from data.importers.errors import SourceFault
from data.importers.sdg import sdg_rows
from data.importers.sdg_origin import series_of
from data.importers.tables import read_table

SOURCE = "unsd-sdg"
COLUMNS = ("geo_area", "nature", "units", "year")


def read(path: Path, catalogue: Catalogue, source: str = SOURCE) -> pd.DataFrame:
    """The standard frame of all indicators of that source.

    path: the folder with one file a series. Raises SourceFault where a series has no file or a file cannot be read.
    """
    frames = [_indicator(Path(path), i) for i in catalogue.indicators if i.source == source]
    return standard_frame(pd.concat(frames, ignore_index=True)) if frames else empty_frame()


def _indicator(folder: Path, indicator: Indicator) -> pd.DataFrame:
    series = series_of(indicator).lower()
    table = read_table(_file(folder, series))
    table.require([*COLUMNS, series])
    table = table.renamed({series: "value"})
    return sdg_rows(table, table.frame, indicator)


def _file(folder: Path, series: str) -> Path:
    files = sorted(f for f in folder.glob(f"ddf--datapoints--{series}--by--*") if f.name.endswith((".csv", ".csv.gz")))
    if len(files) != 1:
        raise SourceFault(
            folder,
            f"ddf--datapoints--{series}--by--*.csv",
            f"{len(files)} such files",
            "one file for the series",
            "Fetch the whole folder again, or correct the series in the indicator's origin.",
        )
    return files[0]
