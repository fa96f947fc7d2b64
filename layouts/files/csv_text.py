"""A table as CSV (RFC 4180): commas, quotes where they are needed, CRLF; numbers with all their digits.

A text that a spreadsheet would take for a formula stands behind an apostrophe, which a spreadsheet takes off again when the cell is
edited, and the monitor's own importer when it reads. Numbers are numbers: -1.5 stays as it is.
"""

from __future__ import annotations

import re

import pandas as pd

FORMULA = "=+-@\t\r\n＝＋－＠"  # with the wide signs, that some spreadsheets take for the narrow ones
AT_START = re.compile(f"^(?=[{re.escape(FORMULA)}])")
APOSTROPHE = "'"


def csv_text(table: pd.DataFrame) -> str:
    """The table with its header, without its index."""
    safe = {column: harmless(table[column]) for column in table.columns if not pd.api.types.is_numeric_dtype(table[column].dtype)}
    return table.assign(**safe).to_csv(index=False, lineterminator="\r\n")


def harmless(column: pd.Series) -> pd.Series:
    """The column with an apostrophe before each text that begins like a formula; the same column where none does."""
    words = column.cat.categories if isinstance(column.dtype, pd.CategoricalDtype) else column.unique()
    changed = {word: AT_START.sub(APOSTROPHE, word) for word in words if isinstance(word, str) and AT_START.match(word)}
    if not changed:
        return column
    return column.astype("object").map(lambda word: changed.get(word, word))
