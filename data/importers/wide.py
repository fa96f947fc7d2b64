"""Wide tables turned long: one row for each cell, then one for each observation.

A long table has `area` (publisher's code), `period` (year), `series` (publisher's code), `line`, `column` and `text`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from dashboard.schema import KEY, standard_frame
from data.importers.areas import to_ref_area
from data.importers.errors import SourceFault
from data.importers.lines import AGAIN, Line

YEAR = r"\d{4}"
# digits only: float() alone would also take "nan", "inf" and "1_000"
NUMBER = r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,3})?"


def year_columns(path: Path | str, header: Sequence[str], start: int, form: str = rf"({YEAR})") -> dict[int, int]:
    """place -> year for the header's columns from `start` on, which must be years in ascending order.

    form: what a heading looks like, its first group being the year.
    """
    years: dict[int, int] = {}
    for place, name in enumerate(header[start:], start):
        match = re.fullmatch(form, name)
        if not match or int(match[1]) <= max(years.values(), default=0):
            expected = "a year after the one to its left, headed as the layout heads it"
            raise SourceFault(path, f"line 1, column {place + 1}", f"'{name}'", expected, AGAIN)
        years[place] = int(match[1])
    if not years:
        raise SourceFault(path, "line 1", f"{len(header)} columns, none of them a year", "columns of years", AGAIN)
    return years


def unpivot(
    lines: Sequence[Line], header: Sequence[str], keys: Mapping[str, int], columns: Mapping[int, Mapping]
) -> pd.DataFrame:
    """The long table of the cells in `columns`.

    keys: field -> place of the cell that holds it, for what a whole line shares (`{"area": 1, "series": 3}`).
    columns: place of a value cell -> the fields that its column stands for (`{4: {"period": 1960}}`).
    """
    places = list(columns)
    long = {
        field: np.repeat(np.array([cells[place] for _, cells in lines], dtype=object), len(places))
        for field, place in keys.items()
    }
    for field in next(iter(columns.values())):
        long[field] = np.tile([columns[place][field] for place in places], len(lines))
    long["line"] = np.repeat([line for line, _ in lines], len(places))
    long["column"] = np.tile([header[place] for place in places], len(lines))
    long["text"] = np.array([cells[place] for _, cells in lines for place in places], dtype=object)
    return pd.DataFrame(long)


def numbers(path: Path | str, long: pd.DataFrame, text: str, missing: Collection[str]) -> pd.Series:
    """The column `text` as float64, not a number where it holds one of the layout's missing marks.

    Any other text that is not a finite number is a SourceFault, with line and column.
    """
    cells = long[text]
    is_missing = cells.isin(list(missing))
    is_number = cells.str.fullmatch(NUMBER).fillna(False).astype(bool)
    value = cells.where(is_number & ~is_missing).astype("float64")
    is_faulty = ~is_missing & ~np.isfinite(value)
    if is_faulty.any():
        first = long[is_faulty].iloc[0]
        marks = ", ".join(f"'{mark}'" for mark in missing)
        where = f"line {first['line']}, column '{first.get('column', text)}'"
        expected = f"a number, or {marks} for a missing value"
        remedy = f"{int(is_faulty.sum())} such cells in all; look the first one up at the publisher."
        raise SourceFault(path, where, f"'{first[text]}'", expected, remedy)
    return value


def observations(path: Path | str, long: pd.DataFrame, asked: pd.DataFrame, scheme: str, source: str) -> pd.DataFrame:
    """The standard frame of a long table whose `value` (and, where it has one, `std_error`) is numeric.

    asked: as `asked.series_asked` gives it. scheme: the area codes' scheme. source: key of the dataset.
    Cells without a value are no observations. Two lines for one key are a SourceFault even where they agree.
    """
    _require_key(path, long)
    placed = long.assign(REF_AREA=to_ref_area(long["area"], scheme), TIME_PERIOD=long["period"].astype("int64"))
    refuse_duplicates(path, placed)
    placed = placed[placed["value"].notna()].rename(columns={"series": "SOURCE_SERIES"})
    rows = placed.merge(asked, on="SOURCE_SERIES", how="inner")
    rows = rows.assign(OBS_VALUE=rows["value"] * rows["multiply"], DATA_SOURCE=source)
    names = [*KEY, "OBS_VALUE", "NATURE", "DATA_SOURCE", "SOURCE_SERIES"]
    if "std_error" in rows:
        rows = rows.assign(STD_ERROR=rows["std_error"] * rows["multiply"].abs())
        names.append("STD_ERROR")
    return standard_frame(rows[names])


def _require_key(path: Path | str, long: pd.DataFrame) -> None:
    if long.empty:
        raise SourceFault(path, "file", "no line below the header", "observations", AGAIN)
    odd_years = [p for p in long["period"].unique() if not re.fullmatch(YEAR, str(p))]
    for field, is_faulty, expected in (
        ("area", long["area"].str.strip() == "", "an area code"),
        ("period", long["period"].isin(odd_years), "a year of four digits"),
    ):
        if is_faulty.any():
            first = long[is_faulty].iloc[0]
            raise SourceFault(path, f"line {first['line']}, {field}", f"'{first[field]}'", expected, AGAIN)


def refuse_duplicates(path: Path | str, placed: pd.DataFrame) -> None:
    """Nothing, or a SourceFault for the first line that gives a series, area and year again. placed: a long table with REF_AREA and TIME_PERIOD."""
    key = ["series", "REF_AREA", "TIME_PERIOD"]
    is_again = placed.duplicated(key)
    if is_again.any():
        again = placed[is_again].iloc[0]
        first = placed[(placed[key] == again[key]).all(axis=1)].iloc[0]
        found = f"{again['series']} of {again['area']} in {again['TIME_PERIOD']} a second time"
        expected = f"one line for a series, area and year; line {first['line']} ({first['area']}) has it already"
        raise SourceFault(path, f"line {again['line']}", found, expected, "Remove the line that is wrong.")
