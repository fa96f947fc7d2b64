"""The monitor's own SDMX-CSV 2.0, as it gives it away: what was taken away can be read again, with the same values.

Records of the structure `OBSERVATIONS` are read; those of `MEASURES` are derived from them and passed over. Columns may stand
in any order; one that is left out has its neutral value. An apostrophe before a text that begins like a formula is the
monitor's own and is taken off.
"""

from __future__ import annotations

import re

import pandas as pd

from dashboard import sdmx
from dashboard.catalogue import Catalogue
from dashboard.schema import KEY, TEXT, standard_frame
from data.importers.errors import SourceFault
from data.importers.tables import SourceTable

REQUIRED = ("INDICATOR", "REF_AREA", "TIME_PERIOD", "OBS_VALUE")
GUARDED = re.compile(r"^'(?=[=+\-@\t\r\n＝＋－＠])")
ASK_AGAIN = "Take the file from the monitor again: download/data.csv."
NUMBER = r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?"


def is_own(table: SourceTable) -> bool:
    """Whether the records are of the monitor's own structures, of whatever version."""
    return "STRUCTURE_ID" in table.frame.columns and table.frame["STRUCTURE_ID"].str.startswith(f"{sdmx.AGENCY}:").all()


def own_frame(table: SourceTable, catalogue: Catalogue) -> pd.DataFrame:
    """The standard frame of the observations of indicators that the catalogue has. Raises SourceFault."""
    ids = table.frame["STRUCTURE_ID"]
    _hold(table, ids.isin([sdmx.OBSERVATIONS, sdmx.MEASURES]), "STRUCTURE_ID", f"{sdmx.OBSERVATIONS} or {sdmx.MEASURES}")
    table.require(REQUIRED)
    rows = table.frame[ids == sdmx.OBSERVATIONS]
    if rows.empty:
        raise SourceFault(table.path, "column STRUCTURE_ID", f"records of {sdmx.MEASURES} only", f"records of {sdmx.OBSERVATIONS}", ASK_AGAIN)
    _hold(table, rows["INDICATOR"].isin([indicator.key for indicator in catalogue.indicators]), "INDICATOR", "the key of an indicator of the catalogue")
    _hold(table, rows["TIME_PERIOD"].str.fullmatch(r"\d{4}"), "TIME_PERIOD", "a year of four digits")
    numbers = [column for column in ("OBS_VALUE", "STD_ERROR") if column in rows.columns]
    for column in numbers:
        _hold(table, rows[column].eq("") | rows[column].str.fullmatch(NUMBER), column, "a number, or nothing")
    text = {column: rows[column].str.replace(GUARDED, "", regex=True) for column in TEXT if column in rows.columns}
    read = {column: pd.to_numeric(rows[column]).astype("float64") for column in numbers}
    frame = standard_frame(pd.DataFrame(text | read | {"TIME_PERIOD": rows["TIME_PERIOD"].astype("int64")}))
    _hold_unique(table, rows)
    return frame


def _hold_unique(table: SourceTable, rows: pd.DataFrame) -> None:
    key = [column for column in KEY if column in rows.columns]
    doubled = rows.duplicated(key)
    if doubled.any():
        raise table.fault(doubled.index[doubled][0], "the whole record", "a second record of the same area, year and group", "one of each", ASK_AGAIN)


def _hold(table: SourceTable, is_good: pd.Series, column: str, expected: str) -> None:
    bad = is_good.index[~is_good.astype("bool")]
    if len(bad):
        raise table.fault(bad[0], column, f"{table.frame.at[bad[0], column]!r} ({len(bad)} such records)", expected, ASK_AGAIN)
