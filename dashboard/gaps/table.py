"""All gaps of a release as columns: one row an indicator, breakdown and country."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from dashboard.coded import Coded
from dashboard.gaps.found import Found, Moment

TEXT = ("INDICATOR", "BREAKDOWN", "REF_AREA", "GROUP_1", "GROUP_2", "FLAGS", "START_GROUP_1", "START_GROUP_2")
YEARS = ("TIME_PERIOD", "GROUPS", "START_PERIOD")  # whole numbers; no start is 0
VALUES = ("VALUE_1", "VALUE_2", "DIFFERENCE", "RATIO", "TOTAL", "START_VALUE_1", "START_VALUE_2", "START_DIFFERENCE", "START_RATIO")


@dataclass(frozen=True, eq=False)
class GapTable:
    """Columns of equal length: `text` by the names of `TEXT`, `numbers` by those of `YEARS` and `VALUES`.

    Rows of one indicator and breakdown stand together, sorted by area within. Of a row without a start, START_PERIOD is 0, its
    groups are "" and its values NaN.
    """

    text: Mapping[str, Coded]
    numbers: Mapping[str, np.ndarray]

    def __len__(self) -> int:
        return len(self.numbers["TIME_PERIOD"])

    @cached_property
    def blocks(self) -> dict[tuple[str, str], range]:
        """The rows of each indicator and breakdown column, in the table's order."""
        indicators, columns = self.text["INDICATOR"], self.text["BREAKDOWN"]
        both = indicators.places.astype(np.int64) * len(columns.words) + columns.places
        starts = np.flatnonzero(np.diff(both, prepend=-1)).tolist()
        return {
            (self.word("INDICATOR", start), self.word("BREAKDOWN", start)): range(start, end) for start, end in zip(starts, [*starts, len(self)][1:], strict=True)
        }

    @cached_property
    def has_turned(self) -> np.ndarray:
        """Whether another group is behind now than at the start."""
        now, then = self.numbers["DIFFERENCE"], self.numbers["START_DIFFERENCE"]
        one, other = (self.text[name].text() for name in ("GROUP_1", "GROUP_2"))
        is_swapped = (one == self.text["START_GROUP_2"].text()) & (other == self.text["START_GROUP_1"].text())
        # where the two groups changed places the difference kept its sign, since it is of the highest and the lowest
        return (self.numbers["START_PERIOD"] > 0) & np.where(is_swapped, now * then > 0, now * then < 0)

    def word(self, column: str, row: int) -> str:
        coded = self.text[column]
        return coded.words[coded.places[row]]

    def number(self, column: str, row: int) -> float:
        return self.numbers[column][row].item()


def rows_of(indicator: str, column: str, gaps: Iterable[Found]) -> list[dict[str, str | int | float]]:
    """The gaps of one breakdown as rows of the table."""
    nothing = Moment(0, "", float("nan"), "", float("nan"), float("nan"), float("nan"), float("nan"), 0, "")
    rows = []
    for gap in gaps:
        now, then = gap.latest, gap.start or nothing
        rows.append(
            {"INDICATOR": indicator, "BREAKDOWN": column, "REF_AREA": gap.area, "TIME_PERIOD": now.year, "GROUPS": now.groups, "FLAGS": now.flags, "TOTAL": now.total}
            | {"START_PERIOD": then.year, **_moment("", now), **_moment("START_", then)}
        )
    return rows


def _moment(prefix: str, moment: Moment) -> dict[str, str | float]:
    return {
        f"{prefix}GROUP_1": moment.group_1,
        f"{prefix}VALUE_1": moment.value_1,
        f"{prefix}GROUP_2": moment.group_2,
        f"{prefix}VALUE_2": moment.value_2,
        f"{prefix}DIFFERENCE": moment.difference,
        f"{prefix}RATIO": moment.ratio,
    }
