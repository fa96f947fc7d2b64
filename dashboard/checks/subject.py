"""What a rule gets to see, and how it words the rows that it objects to."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.report import MOST_EXAMPLES, Finding
from dashboard.schema import BREAKDOWNS, TOTAL


@dataclass(frozen=True, eq=False)
class Subject:
    """A frame under examination with what it is held against.

    atlas: answers `code in atlas`; None leaves areas unchecked.
    last_year: the latest year that a row may have.
    is_complete: True where every indicator of the catalogue should be present.
    """

    frame: pd.DataFrame
    catalogue: Catalogue
    atlas: Container[str] | None
    last_year: int | None
    is_complete: bool

    def __post_init__(self) -> None:
        index = self.frame.groupby("INDICATOR", observed=True, sort=False).indices if "INDICATOR" in self.frame else {}
        object.__setattr__(self, "_index", index)

    def of(self, key: str) -> pd.DataFrame:
        """The rows of one indicator."""
        rows = self._index.get(key, [])
        # a slice is a view, and most frames have each indicator in one piece; taking rows one by one copies all columns
        if len(rows) and rows[-1] - rows[0] + 1 == len(rows):
            return self.frame.iloc[rows[0] : rows[-1] + 1]
        return self.frame.iloc[rows]

    @property
    def known(self) -> list[str]:
        """Keys of the catalogue that have rows, in the catalogue's order."""
        return [i.key for i in self.catalogue.indicators if i.key in self._index]


def row_finding(code: str, severity: str, rows: pd.DataFrame, message: str, remedy: str) -> Finding | None:
    """A finding over rows of the frame, or None where there are none."""
    if rows.empty:
        return None
    examples = tuple(_in_words(row) for row in rows.head(MOST_EXAMPLES).to_dict("records"))
    return Finding(code, severity, len(rows), examples, message, remedy)


def list_finding(code: str, severity: str, things: Iterable[str], message: str, remedy: str) -> Finding | None:
    """A finding over named things, or None where there are none."""
    things = list(things)
    if not things:
        return None
    return Finding(code, severity, len(things), tuple(things[:MOST_EXAMPLES]), message, remedy)


def _in_words(row: dict) -> str:
    groups = "".join(f" {column}={row[column]}" for column in BREAKDOWNS if row.get(column, TOTAL) != TOTAL)
    value = f"{row['OBS_QUALIFIER']}{row['OBS_VALUE']:g}" if pd.notna(row["OBS_VALUE"]) else "no value"
    notes = f"status {row['OBS_STATUS']}, series {row['SOURCE_SERIES']}"
    return f"{row['INDICATOR']} {row['REF_AREA']} {row['TIME_PERIOD']}{groups}: {value} ({notes})"
