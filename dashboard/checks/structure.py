"""Is it a standard frame at all: columns, types, nothing missing in text columns, unique keys."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
from pandas.api import types

from dashboard.checks.subject import Subject, list_finding, row_finding
from dashboard.report import Finding
from dashboard.schema import COLUMNS, KEY, TEXT


def columns(frame: pd.DataFrame) -> Iterator[Finding | None]:
    """Every standard column, no other, in the standard order."""
    found = list(frame.columns)
    yield list_finding(
        "columns",
        "error",
        [
            *(f"missing: {c}" for c in COLUMNS if c not in found),
            *(f"not standard: {c}" for c in found if c not in COLUMNS),
        ],
        "The frame does not have the standard columns.",
        "Build the frame with dashboard.schema.standard_frame.",
    )
    if sorted(found) == sorted(COLUMNS) and found != list(COLUMNS):
        message = "The columns are not in the standard order."
        yield Finding("column-order", "error", 1, (), message, "Build the frame with dashboard.schema.standard_frame.")


def types_of_columns(frame: pd.DataFrame) -> Iterator[Finding | None]:
    """Years are integers, values floats, everything else text without gaps."""
    wrong = [f"{c}: found {frame[c].dtype}" for c in TEXT if not _is_text(frame[c])]
    if not types.is_integer_dtype(frame["TIME_PERIOD"]):
        wrong.append(f"TIME_PERIOD: found {frame['TIME_PERIOD'].dtype}, expected int64")
    wrong += [f"{c}: found {frame[c].dtype}" for c in ("OBS_VALUE", "STD_ERROR") if not types.is_float_dtype(frame[c])]
    remedy = "Build the frame with dashboard.schema.standard_frame."
    yield list_finding("dtype", "error", wrong, "Columns have the wrong type.", remedy)
    yield list_finding(
        "missing-text",
        "error",
        [f"{c}: {int(n)} missing" for c in TEXT if (n := frame[c].isna().sum())],
        "Text columns have missing entries; no text is written as an empty string.",
        "Fill them in the importer: `_T` in a breakdown, an empty string elsewhere.",
    )


def duplicate_keys(subject: Subject) -> Iterator[Finding | None]:
    """No two rows share indicator, area, year and breakdowns."""
    rows = subject.frame[subject.frame.duplicated(list(KEY), keep=False)]
    yield row_finding(
        "duplicate-key",
        "error",
        rows,
        "Rows share indicator, area, year and every breakdown, so neither can be shown.",
        "Find what the publisher tells them apart by and give it a breakdown column, or choose one in the origin.",
    )


def _is_text(column: pd.Series) -> bool:
    return isinstance(column.dtype, pd.CategoricalDtype) or types.is_string_dtype(column)
