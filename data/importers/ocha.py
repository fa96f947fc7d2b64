"""OCHA's taxonomy of countries and territories: names in the six languages of the United Nations, and a position."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.importers.errors import SourceFault
from data.importers.reference import read_reference

LANGUAGES = {"en": "English", "fr": "French", "es": "Spanish", "ru": "Russian", "zh": "Chinese", "ar": "Arabic"}
COLUMNS = (
    {
        "ID": "id",
        "ISO 3166-1 Alpha 3-Codes": "iso3",
        "x Alpha3 codes": "own3",
        "m49 numerical code": "m49",
        "ISO 3166-1 Alpha 2-Codes": "iso2",
        "Preferred Term": "preferred",
        "Deprecated": "deprecated",
        "Region Code": "region",
        "Sub-region Code": "sub_region",
        "Latitude": "latitude",
        "Longitude": "longitude",
    }
    | {f"{word} Short": f"short_{tag}" for tag, word in LANGUAGES.items()}
    | {f"M49 {word}": f"m49_{tag}" for tag, word in LANGUAGES.items()}
)


def read(path: Path) -> pd.DataFrame:
    """One row a country or territory in use: codes, M49 regions, names and position.

    Columns: code, m49, iso2, region, sub_region, name, name_en … name_ar, latitude, longitude.
    `code` is ISO3, or OCHA's own three letters where ISO has none (XKX, CHI), or "" (Sark). Numbers are three digits.
    `name` is the preferred English term. Another language takes the short name, else M49's, else "".
    `latitude` and `longitude` are degrees, missing where the file has none. Rows marked deprecated are left out.
    Raises SourceFault for a position that is not a number.
    """
    rows = read_reference(path, COLUMNS, key="id")
    rows = rows[rows["deprecated"] != "Y"]
    named = {
        f"name_{tag}": rows[f"short_{tag}"].where(rows[f"short_{tag}"] != "", rows[f"m49_{tag}"]) for tag in LANGUAGES
    }
    padded = {c: rows[c].where(rows[c] == "", rows[c].str.zfill(3)) for c in ("m49", "region", "sub_region")}
    position = {c: _degrees(rows[c], path) for c in ("latitude", "longitude")}
    placed = rows.assign(
        code=rows["iso3"].where(rows["iso3"] != "", rows["own3"]),
        name=rows["preferred"].where(rows["preferred"] != "", rows["short_en"]),
        **padded,
        **named,
        **position,
    )
    kept = ["code", "m49", "iso2", "region", "sub_region", "name", *named, "latitude", "longitude"]
    return placed[kept].reset_index(drop=True)


def _degrees(text: pd.Series, path: Path) -> pd.Series:
    numbers = pd.to_numeric(text.where(text != ""), errors="coerce").astype("float64")
    wrong = text[(text != "") & numbers.isna()]
    if not wrong.empty:
        raise SourceFault(
            path,
            f"column {text.name}, row {wrong.index[0] + 2}",
            repr(wrong.iloc[0]),
            "degrees as a number",
            "Mend the cell.",
        )
    return numbers
