"""UNSD's M49 methodology file: countries and areas with their regions and development groups."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.importers.reference import read_reference

COLUMNS = {
    "M49 Code": "m49",
    "ISO-alpha3 Code": "iso3",
    "ISO-alpha2 Code": "iso2",
    "Country or Area": "name",
    "Global Code": "world",
    "Global Name": "world_name",
    "Region Code": "region",
    "Region Name": "region_name",
    "Sub-region Code": "sub_region",
    "Sub-region Name": "sub_region_name",
    "Intermediate Region Code": "intermediate",
    "Intermediate Region Name": "intermediate_name",
    "Least Developed Countries (LDC)": "is_ldc",
    "Land Locked Developing Countries (LLDC)": "is_lldc",
    "Small Island Developing States (SIDS)": "is_sids",
}
NUMBERS = ("m49", "world", "region", "sub_region", "intermediate")
FLAGS = ("is_ldc", "is_lldc", "is_sids")


def read(path: Path) -> pd.DataFrame:
    """One row an M49 country or area, in the file's order; columns are the values of `COLUMNS`.

    Numbers are text of three digits, "" where the area is in no such region (Antarctica);
    `iso3` is "" for Sark. `is_ldc`, `is_lldc` and `is_sids` are bool.
    The file is UTF-8 with a byte-order mark and separated by semicolons.
    """
    rows = read_reference(path, COLUMNS, key="m49", separator=";")
    padded = {c: rows[c].where(rows[c] == "", rows[c].str.zfill(3)) for c in NUMBERS}
    flags = {c: rows[c].str.lower() == "x" for c in FLAGS}
    return rows.assign(**padded, **flags)
