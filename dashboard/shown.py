"""What a view shows in its own year: values, places, kinds of gap. What is drawn and said before any script has run comes from here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.areas import Atlas, alphabetical
from dashboard.catalogue import Indicator
from dashboard.measures.carry import snapshot
from dashboard.measures.ranking import changes, ranked
from dashboard.peers import Peers

# What the map lays over an area: by the flag of a value of the year itself, and by the flag that says why there is none.
KIND_OF_VALUE = {"f": "projected", "e": "estimated", "<": "bound", ">": "bound"}
KIND_OF_GAP = {"q": "suppressed", "n": "not-applicable", "x": "unmet"}


@dataclass(frozen=True)
class Cell:
    """What one area shows: a value (None where the source only says why there is none), the year it is of, its flag."""

    value: float | None
    year: int
    flag: str


@dataclass(frozen=True)
class Place:
    """A row of the ranking; `change` is None where there is none to measure."""

    code: str
    name: str
    rank: int
    cell: Cell
    change: float | None
    since: int


@dataclass(frozen=True)
class Shown:
    """One slice in one year.

    cells: by area, borrowed within the window. held: areas with any value in any year. places: best first, those of one place
    by name. is_uniform: every value of the year itself is an estimate. largest: of all years.
    """

    year: int
    cells: Mapping[str, Cell]
    held: frozenset[str]
    places: tuple[Place, ...]
    is_uniform: bool
    largest: float

    def kind(self, code: str) -> str:
        """What the map lays over an area: "none" without data, "borrowed" from an earlier year, …; "" for an ordinary value."""
        cell = self.cells.get(code)
        if cell is None:
            return "none"
        if cell.value is None:
            return KIND_OF_GAP.get(cell.flag, "none")
        kind = "borrowed" if cell.year < self.year else KIND_OF_VALUE.get(cell.flag, "")
        return "" if kind == "estimated" and self.is_uniform else kind

    def place(self, code: str) -> Place | None:
        """The row of an area; None where it is not ranked."""
        return next((place for place in self.places if place.code == code), None)


def shown(series: pd.DataFrame, indicator: Indicator, scope: Peers, year: int, window: int, atlas: Atlas) -> Shown:
    """series: REF_AREA, TIME_PERIOD, OBS_VALUE, FLAG of one slice, all years. Countries outside the scope are not ranked."""
    now = snapshot(series, year, window)
    cells = {
        str(code): Cell(None if value != value else value, used, flag)
        for code, value, used, flag in zip(now.index, now["OBS_VALUE"].tolist(), now["TIME_PERIOD"].tolist(), now["FLAG"].tolist(), strict=True)
    }
    of_year = series.loc[(series["TIME_PERIOD"] == year) & series["OBS_VALUE"].notna(), "FLAG"]
    largest = series["OBS_VALUE"].max()
    return Shown(
        year=year,
        cells=cells,
        held=frozenset(series["REF_AREA"].unique().tolist()),
        places=_places(series, now.loc[now.index.isin(scope.members)], cells, indicator, atlas),
        is_uniform=bool(len(of_year)) and bool((of_year == "e").all()),
        largest=0.0 if largest != largest else max(0.0, float(largest)),
    )


def _places(series: pd.DataFrame, now: pd.DataFrame, cells: Mapping[str, Cell], indicator: Indicator, atlas: Atlas) -> tuple[Place, ...]:
    placed = ranked(now, indicator)
    moved = changes(series[series["REF_AREA"].isin(placed.index)], placed)
    change, since = moved["CHANGE"].to_dict(), moved["SINCE"].to_dict()
    rows = [
        Place(code, atlas.area(code).name, rank, cells[code], change.get(code), int(since.get(code, 0)))
        for code, rank in zip(placed.index.tolist(), placed["RANK"].tolist(), strict=True)
    ]
    return tuple(sorted(rows, key=lambda row: (row.rank, alphabetical(row.name))))
