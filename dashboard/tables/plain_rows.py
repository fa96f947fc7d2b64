"""A frame as plain lists, as JSON and a spreadsheet take them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import pandas as pd

from dashboard.schema import BREAKDOWNS, TOTAL


def plain_rows(frame: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """Each row: text, whole numbers and numbers with all their digits; None for what is missing."""
    return zip(*(plain_column(frame[column]) for column in frame.columns), strict=True)


def plain_column(column: pd.Series) -> list:
    """The cells of a column; the text of categories is held once, not once a row."""
    if pd.api.types.is_float_dtype(column.dtype) and column.dtype == "float64":
        return [None if value != value else value for value in column.tolist()]
    return [None if value is pd.NA or value != value else value for value in column.tolist()]


def told(frame: pd.DataFrame, keep: Collection[str] = ()) -> pd.DataFrame:
    """The standard frame without the breakdowns that the indicator does not have: in every row their code is that of the total."""
    empty = [column for column in BREAKDOWNS if column in frame.columns and column not in keep and set(frame[column].unique()) <= {TOTAL}]
    return frame.drop(columns=empty)
