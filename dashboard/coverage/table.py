"""One row an indicator, breakdown, group and area that has a value: first and last year, and how many years."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from dashboard.catalogue import Catalogue, Indicator
from dashboard.schema import BREAKDOWNS, TOTAL

COLUMNS = ("INDICATOR", "BREAKDOWN", "GROUP", "REF_AREA", "FIRST_YEAR", "LAST_YEAR", "YEARS", "IS_HEADLINE")
WHOLE = ""  # the BREAKDOWN of the rows that tell where the indicator itself has a value


def coverage_table(frame: pd.DataFrame, catalogue: Catalogue, countries: Collection[str]) -> pd.DataFrame:
    """`COLUMNS`, in the catalogue's order; of each indicator first the rows of itself (`WHOLE`), then those of its groups.

    frame: the observations. countries: states and territories; only they are looked at, and only values.
    IS_HEADLINE: the group has values where all other columns are at the indicator's headline slice, as the breakdown panel shows
    them; the years are of these. False where it has values in other slices only (of other ages, say).
    """
    valued = frame[frame["OBS_VALUE"].notna() & frame["REF_AREA"].isin(countries)]
    places = valued.groupby("INDICATOR", observed=True, sort=False).indices
    parts = [part for i in catalogue.indicators if i.key in places for part in _of_indicator(valued.iloc[places[i.key]], i)]
    empty = pd.DataFrame({column: [] for column in COLUMNS})
    return pd.concat(parts, ignore_index=True)[list(COLUMNS)] if parts else empty


def _of_indicator(rows: pd.DataFrame, indicator: Indicator) -> list[pd.DataFrame]:
    parts = [_both(_in_cell(rows, indicator, ""), rows, ["REF_AREA"]).assign(BREAKDOWN=WHOLE, GROUP=TOTAL)]
    for breakdown in indicator.breakdowns:
        column = breakdown.column
        grouped = rows[rows[column].isin(breakdown.groups)]
        shown = _in_cell(grouped, indicator, column)
        if shown.empty:  # a headline slice that is itself of one group: then the groups of all are shown
            freed = [c for c in BREAKDOWNS if indicator.headline_code(c) != TOTAL and (rows[c] == TOTAL).any()]
            shown = _in_cell(grouped, indicator, column, freed)
        both = _both(shown, grouped, [column, "REF_AREA"])
        order = both[column].map({code: place for place, code in enumerate(breakdown.groups)})
        both = both.assign(_order=order).sort_values(["_order", "REF_AREA"], kind="stable").drop(columns="_order")
        parts.append(both.rename(columns={column: "GROUP"}).assign(BREAKDOWN=column))
    return [part.assign(INDICATOR=indicator.key) for part in parts]


def _in_cell(rows: pd.DataFrame, indicator: Indicator, by: str, freed: Collection[str] = ()) -> pd.DataFrame:
    """The rows of the headline slice in all columns but `by`; of the total in the columns that are freed."""
    for column in BREAKDOWNS:
        if column != by:
            rows = rows[rows[column] == (TOTAL if column in freed else indicator.headline_code(column))]
    return rows


def _both(shown: pd.DataFrame, all_slices: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """What the shown slice holds, then what only other slices hold."""
    own, any_slice = _held(shown, by), _held(all_slices, by)
    is_other = ~pd.MultiIndex.from_frame(any_slice[by]).isin(pd.MultiIndex.from_frame(own[by]))
    return pd.concat([own.assign(IS_HEADLINE=True), any_slice[is_other].assign(IS_HEADLINE=False)], ignore_index=True)


def _held(rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    years = rows.groupby(by, observed=True)["TIME_PERIOD"]
    return years.agg(FIRST_YEAR="min", LAST_YEAR="max", YEARS="nunique").reset_index()
