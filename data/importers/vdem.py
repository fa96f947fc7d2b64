"""Varieties of Democracy, Country-Year: one line a country and year, one column a series, empty where missing.

V-Dem measures parts of some areas apart: West Bank (its `PSE`) and Gaza (`PSG`), Somaliland, Zanzibar, and former
states. None of them stands for the whole, so none is put under a country's code; the table of area codes says so.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from dashboard.catalogue import Catalogue
from data.importers.by_year import ByYear

LAYOUT = ByYear("vdem", {"area": "country_text_id", "period": "year"}, missing=("",), scheme="vdem")


def read(path: Path | str, catalogue: Catalogue) -> pd.DataFrame:
    """The standard frame of all indicators whose source is `vdem`. path: the .csv or .csv.gz file."""
    return LAYOUT.read(path, catalogue)
