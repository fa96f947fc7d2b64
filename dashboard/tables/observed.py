"""The rows of the standard frame that a view shows, and the view's measure as rows beside them; both as SDMX-CSV 2.0."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
import pandas as pd

from dashboard import sdmx
from dashboard.measures.flags import FLAGS
from dashboard.schema import BREAKDOWNS, COLUMNS, TOTAL
from dashboard.slices import Cell
from dashboard.tables.subject import Subject

# a flag of `measures.flags` as the observation status that says the same of a derived value
STATUS_OF = {"q": "Q", "n": "M", "o": "O", "x": "M", "f": "F", "b": "B", "e": "E", "u": "U"}
SAID_BY_STATUS = ("m", "q", "n", "o", "f", "b", "e", "u")


def seen(frame: pd.DataFrame, cells: Collection[Cell], areas: Collection[str], offered: Mapping[str, Collection[str]]) -> np.ndarray:
    """True for each row of the standard frame that is in one of the cells and of one of the areas.

    cells: each panel's; a breakdown column that a cell does not name is free, as far as its codes are offered.
    """
    of_area, found = _among(frame["REF_AREA"], frozenset(areas)), np.zeros(len(frame), dtype=bool)
    for cell in cells:
        asked, inside = dict(cell), np.ones(len(frame), dtype=bool)
        for column in BREAKDOWNS:
            inside &= _among(frame[column], frozenset((asked[column],) if column in asked else offered[column]))
        found |= inside
    return found & of_area


def _among(column: pd.Series, words: frozenset[str]) -> np.ndarray:
    return column.isin(words).to_numpy()


def as_sdmx(frame: pd.DataFrame) -> pd.DataFrame:
    """Observations as SDMX-CSV 2.0: three leading columns, then those of the standard frame."""
    led = frame[list(COLUMNS)].copy()
    for place, (column, value) in enumerate(zip(sdmx.LEADING, (sdmx.STRUCTURE, sdmx.OBSERVATIONS, sdmx.INFORMATION), strict=True)):
        led.insert(place, column, pd.Categorical.from_codes(np.zeros(len(led), dtype="int8"), [value]))
    return led


def measure_rows(series: pd.DataFrame, subject: Subject, words: str) -> pd.DataFrame:
    """A measure by area and year as records of its own structure, in the columns of `as_sdmx` and `sdmx.DERIVED`.

    series: REF_AREA, TIME_PERIOD, OBS_VALUE, FLAG. words: what the measure is, for the footnote. A flag that no status says stands
    in the footnote too.
    """
    part = subject.part
    told = {flag: words if flag in SAID_BY_STATUS else f"{words}: {FLAGS[flag]}" for flag in FLAGS}
    rows = pd.DataFrame({"STRUCTURE": sdmx.STRUCTURE, "STRUCTURE_ID": sdmx.MEASURES, "ACTION": sdmx.INFORMATION}, index=series.index)
    rows = rows.assign(INDICATOR=part.indicator, REF_AREA=series["REF_AREA"].astype("str"), TIME_PERIOD=series["TIME_PERIOD"])
    rows = rows.assign(**(dict.fromkeys(BREAKDOWNS, TOTAL) | dict(part.cell) | {part.by: sdmx.NOT_APPLICABLE}))
    rows = rows.assign(OBS_VALUE=series["OBS_VALUE"], OBS_QUALIFIER="", OBS_STATUS=series["FLAG"].map(lambda flag: STATUS_OF.get(flag, "A")), NATURE="", STD_ERROR=np.nan)
    rows = rows.assign(DATA_SOURCE=subject.indicator.source, SOURCE_SERIES="", COMMENT_OBS=series["FLAG"].map(told))
    return rows.assign(BREAKDOWN=part.by, MEASURE=part.measure, REFERENCE_GROUP=part.ref, UNIT_MEASURE=subject.unit)


def with_measures(observations: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Both kinds of records in one table; the columns of the one are empty in the other."""
    text = dict.fromkeys((*sdmx.LEADING, *(c for c in COLUMNS if c not in ("TIME_PERIOD", "OBS_VALUE", "STD_ERROR"))), "str")
    return pd.concat([observations.astype(text).assign(**dict.fromkeys(sdmx.DERIVED, "")), rows.astype(text)], ignore_index=True)
