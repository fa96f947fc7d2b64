"""Statistical Performance Indicators: UTF-8 with a byte-order mark, one line a country and year, `NA` where missing."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from dashboard.catalogue import Catalogue
from data.importers.by_year import ByYear

LAYOUT = ByYear("spi", {"area": "iso3c", "period": "date"}, missing=("NA",), scheme="wb")


def read(path: Path | str, catalogue: Catalogue) -> pd.DataFrame:
    """The standard frame of all indicators whose source is `spi`. path: the .csv or .csv.gz file."""
    return LAYOUT.read(path, catalogue)
