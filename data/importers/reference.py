"""What the three reference layouts share: a small text table of which named columns are needed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from data.importers.errors import SourceFault


def read_reference(path: Path, columns: Mapping[str, str], key: str, separator: str = ",") -> pd.DataFrame:
    """The named columns of a delimited UTF-8 file as stripped text, renamed; "" where a cell is empty.

    columns: publisher's header -> our name. key: our name of the column that may not repeat a code.
    A byte-order mark and gzip (by file name) are read through.
    Raises SourceFault for a file that is not a table, lacks a column, holds no rows, or repeats a code.
    """
    try:
        rows = pd.read_csv(path, sep=separator, dtype="str", keep_default_na=False, encoding="utf-8-sig")
    except (pd.errors.ParserError, pd.errors.EmptyDataError, UnicodeDecodeError) as fault:
        raise SourceFault(
            path, "whole file", str(fault), f"a UTF-8 table separated by {separator!r}", "Fetch the file again."
        ) from fault
    absent = [c for c in columns if c not in rows.columns]
    if absent:
        raise SourceFault(
            path,
            "header",
            f"{list(rows.columns)[:5]} and no {absent}",
            f"the columns {list(columns)}",
            f"Check that the file has its publisher's layout, separated by {separator!r}.",
        )
    if rows.empty:
        raise SourceFault(path, "body", "no rows", "one row an area", "Fetch the file again.")
    rows = rows[list(columns)].rename(columns=dict(columns))
    rows = rows.apply(lambda column: column.str.strip())
    codes = rows.loc[rows[key] != "", key]
    repeated = sorted(set(codes[codes.duplicated()]))
    if repeated:
        raise SourceFault(
            path, f"column {key}", f"{repeated[:10]} more than once", "each code once", "Remove the repeats."
        )
    return rows
