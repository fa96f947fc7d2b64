"""The breakdown panel as a table: a row a group of each country, or of each set of countries, in every form that the panel takes."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.grid import NO_ROW, Grid
from dashboard.measures.crossed import pair
from dashboard.measures.groups import Groups, gaps_of, picked
from dashboard.schema import TOTAL
from dashboard.slices import GroupSlice
from dashboard.tables.over_time import MEDIAN, VALUE
from dashboard.tables.subject import ORDINARY, whole

COLUMNS = (
    "REF_AREA", "REF_AREA_NAME", "STATISTIC", "TIME_PERIOD", "BREAKDOWN", "GROUP", "GROUP_NAME", "CROSS", "CROSS_GROUP", "CROSS_GROUP_NAME",
    "OBS_VALUE", "COUNTRIES", "GAP", "OBS_FLAG",
)  # fmt: skip
CROSSED = COLUMNS[7:10]


@dataclass(frozen=True, eq=False)
class GroupRows:
    """One breakdown as the panel shows it.

    codes: of the rows, countries or sets of them, with their names and, alike, whether each is a country. groups: codes of the
    breakdown in their order, the total last where it is shown; others: those of the second breakdown, one empty code without one.
    table: what the rows show. held: the countries' own values with the publisher's digits. decimals: of the gap, None where
    the panel says none.
    """

    part: GroupSlice
    codes: tuple[str, ...]
    names: tuple[str, ...]
    are_countries: tuple[bool, ...]
    groups: tuple[str, ...]
    others: tuple[str, ...]
    table: Groups
    held: Grid
    decimals: int | None

    def name(self, group: str, other: str) -> str:
        """The group as the table has it."""
        return pair(group, other) if self.part.cross else group


def rows_of_year(shown: GroupRows, year: int, catalogue: Catalogue) -> pd.DataFrame:
    """What the panel shows in one year: of each row every group, those without a value too, and the gap between its groups.

    TIME_PERIOD is the year that all groups of a row are really of, none where it has no group within the window.
    """
    place, rows = year - shown.table.years[0], []
    for code, words, is_country in zip(shown.codes, shown.names, shown.are_countries, strict=True):
        for other in shown.others:
            own = picked(shown.table, (code,), tuple(shown.name(group, other) for group in shown.groups))
            gap, used, n = _gap(shown, own, place), int(own.used[0, place]), int(own.n[0, place])
            has_any = used >= shown.table.years[0] and (is_country or n > 0)
            for i, group in enumerate(shown.groups):
                value, flag = float(own.values[0, i, place]), own.bounds[0, i, place].decode()
                if is_country and has_any:
                    value, flag = _exact(shown.held, code, own.groups[i], used, value)
                head = (code, words, VALUE if is_country else MEDIAN, used if has_any else None)
                rows.append((*head, *_named(shown, group, other, catalogue), value, None if is_country else n, gap, flag))
    return _framed(rows, shown)


def rows_of_years(shown: GroupRows, catalogue: Catalogue) -> pd.DataFrame:
    """The lines over time: each year of which the source says something of a country's group, and each that has a median."""
    rows = []
    for code, words, is_country in zip(shown.codes, shown.names, shown.are_countries, strict=True):
        for other in shown.others:
            for group in shown.groups:
                said = _line(shown.held, code, shown.name(group, other)) if is_country else _medians(shown.table, code, shown.name(group, other))
                named = _named(shown, group, other, catalogue)
                rows += [(code, words, VALUE if is_country else MEDIAN, year, *named, value, n, math.nan, flag) for year, value, n, flag in said]
    return _framed(rows, shown)


def no_rows() -> pd.DataFrame:
    """The table of an indicator without groups."""
    return pd.DataFrame({column: [] for column in COLUMNS if column not in CROSSED})


def with_measure(table: pd.DataFrame, heading: str, of_area: Mapping[str, float | None]) -> pd.DataFrame:
    """The table with the measure that stands beside each row in place of its gap. of_area: by REF_AREA, None where there is none."""
    values = [math.nan if (value := of_area.get(code)) is None else value for code in table["REF_AREA"]]
    place = table.columns.get_loc("GAP")
    changed = table.drop(columns="GAP")
    changed.insert(place, "MEASURE_VALUE", np.array(values, dtype="float64"))
    changed.insert(place, "MEASURE", heading)
    return changed


def _gap(shown: GroupRows, own: Groups, place: int) -> float:
    groups = [i for i, group in enumerate(shown.groups) if group != TOTAL]
    if shown.decimals is None or not groups:
        return math.nan
    return float(gaps_of(own.values[:, groups, place : place + 1], own.bounds[:, groups, place : place + 1], shown.decimals)[0, 0])


def _exact(held: Grid, area: str, group: str, year: int, otherwise: float) -> tuple[float, str]:
    """The publisher's own value and flag; the flag of a missing value says why it is missing."""
    if area not in held.areas or group not in held.groups:
        return otherwise, ""
    at = held.areas.index(area), held.groups.index(group), year - held.years[0]
    return float(held.values[at]), _flag(held.marks[at])


def _flag(mark: bytes) -> str:
    return "" if mark in (NO_ROW, ORDINARY.encode()) else bytes(mark).decode()


def _line(held: Grid, area: str, group: str) -> list[tuple]:
    if area not in held.areas or group not in held.groups:
        return []
    at = held.areas.index(area), held.groups.index(group)
    said = zip(held.years, held.values[at].tolist(), held.marks[at].tolist(), strict=True)
    return [(year, value, None, _flag(mark)) for year, value, mark in said if mark != NO_ROW]


def _medians(table: Groups, code: str, group: str) -> list[tuple]:
    own = picked(table, (code,), (group,))
    said = zip(own.years, own.values[0, 0].tolist(), own.n[0].tolist(), own.bounds[0, 0].tolist(), strict=True)
    return [(year, value, n, bound.decode()) for year, value, n, bound in said if value == value]


def _named(shown: GroupRows, group: str, other: str, catalogue: Catalogue) -> tuple[str, ...]:
    by, cross = shown.part.by, shown.part.cross
    return (by, group, catalogue.label(by, group), cross, other, catalogue.label(cross, other) if cross else "")


def _framed(rows: list[tuple], shown: GroupRows) -> pd.DataFrame:
    """The columns of the standard frame stand beside the words, so that a row can be found again in the data."""
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    table = table.assign(TIME_PERIOD=whole(table["TIME_PERIOD"].tolist()), COUNTRIES=whole(table["COUNTRIES"].tolist()))
    table = table.astype({"OBS_VALUE": "float64", "GAP": "float64"})
    if shown.part.cross:
        table[shown.part.cross] = table["CROSS_GROUP"]
    else:
        table = table.drop(columns=list(CROSSED))
    return table.assign(**{shown.part.by: table["GROUP"]})
