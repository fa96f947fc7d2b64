"""Publishers' area codes as REF_AREA codes, by one table that people edit: `data/catalogue/area_codes.csv`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pandas as pd

SCHEMES = ("iso3", "wb", "wgi", "vdem", "m49", "unhcr")
CATALOGUE = Path(__file__).parents[1] / "catalogue"
EXCEPTIONS = CATALOGUE / "area_codes.csv"
COUNTRIES = CATALOGUE / "m49_codes.csv"


def to_ref_area(codes: pd.Series, scheme: str) -> pd.Series:
    """The REF_AREA of each code: same index, `str`, never missing.

    A code that the tables do not name stays as it is, so that a check can report it; in the scheme
    `m49` it becomes three digits (`2` is `002`). Missing codes become "".
    Raises ValueError for a scheme that is not one of `SCHEMES`.
    """
    if scheme not in SCHEMES:
        raise ValueError(f"to_ref_area: scheme {scheme!r} is unknown; expected one of {', '.join(SCHEMES)}")
    # one look-up per distinct code: a source has hundreds of codes and millions of rows
    spelt = codes.astype("str").fillna("").str.strip()
    table = _table(scheme)
    place = {code: _placed(code, scheme, table) for code in spelt.unique()}
    return spelt.map(place).astype("str").rename(codes.name)


def m49_countries(path: Path = COUNTRIES) -> dict[str, str]:
    """ISO3 of each M49 country or territory, by its three-digit number."""
    rows = pd.read_csv(path, dtype="str", keep_default_na=False)
    return dict(zip(rows["m49"], rows["iso3"], strict=True))


def _placed(code: str, scheme: str, table: dict[str, str]) -> str:
    if scheme != "m49":
        return table.get(code, code)
    # numbers read as floats end in ".0"
    digits = code.removesuffix(".0")
    return table.get(digits.zfill(3), digits.zfill(3)) if digits.isdecimal() else code


@cache
def _table(scheme: str) -> dict[str, str]:
    rows = pd.read_csv(EXCEPTIONS, dtype="str", keep_default_na=False)
    rows = rows[rows["scheme"] == scheme]
    exceptions = dict(zip(rows["code"], rows["ref_area"], strict=True))
    return m49_countries() | exceptions if scheme == "m49" else exceptions
