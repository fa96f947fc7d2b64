"""What all rows of a panel's table are of: indicator, groups, unit, source, and the address of the view."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.catalogue import Indicator
from dashboard.measures.inequality.table import MEASURES
from dashboard.schema import BREAKDOWNS, TOTAL
from dashboard.slices import Cell, Slice

ORDINARY = "m"  # the flag of a value of which there is nothing to say


@dataclass(frozen=True)
class Subject:
    """indicator: as it is shown, with a measure's unit in place of its own. groups: the codes that a measure is of. address: absolute."""

    indicator: Indicator
    part: Slice
    groups: tuple[str, ...]
    unit: str
    year: int
    address: str

    def cell(self, cell: Cell) -> dict[str, str]:
        """The codes of the breakdowns that the indicator's data hold, and of a group that all of them are of."""
        return {column: code for column, code in cell if column in BREAKDOWNS and (code != TOTAL or self.indicator.breakdown(column))}


def described(table: pd.DataFrame, subject: Subject, with_year: bool = True, with_measure: bool = True, cell: Cell | None = None) -> pd.DataFrame:
    """The table with what its rows are of behind its own columns; ADDRESS is the last, and alike in all rows.

    with_year: YEAR_SHOWN, for a table of one year. with_measure: the values are the view's measure where it has one. cell: in place
    of that of the subject's slice; columns that the table has already stay as they are.
    """
    part = subject.part
    own: dict[str, object] = {"YEAR_SHOWN": subject.year} if with_year else {}
    own["INDICATOR"] = subject.indicator.key
    if part.measure and with_measure:
        own |= {"MEASURE": part.measure, "MEASURE_NAME": MEASURES[part.measure].name, "BREAKDOWN": part.by, "REFERENCE_GROUP": part.ref, "GROUPS": " ".join(subject.groups)}
    last = {"UNIT_MEASURE": subject.unit, "DATA_SOURCE": subject.indicator.source, "ADDRESS": subject.address}
    told = table.assign(**{column: value for column, value in (own | subject.cell(part.cell if cell is None else cell) | last).items() if column not in table.columns})
    groups = [column for column in BREAKDOWNS if column in told.columns]
    first = [column for column in table.columns if column not in (*own, *groups, *last)]
    return told[[*first, *own, *groups, *last]]


def whole(numbers: list) -> pd.Series:
    """Whole numbers, of which some may be missing, without a fraction."""
    return pd.Series(numbers, dtype="Int64")
