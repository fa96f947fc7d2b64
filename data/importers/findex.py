"""The Global Findex Database: one record for an economy, a year and a group (`group`, `group2`), one column a series.

The pairs of groups are those that publisher_codes.yaml names. Values are fractions; the origin's `multiply: 100`
makes them per cent. `NA` says that the question was not put in that round: such a cell is no observation and gives
no row. Aggregates (WLD, SSA, LMY ...) keep the publisher's code.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from dashboard.catalogue import Catalogue, CatalogueError, Indicator
from dashboard.schema import BREAKDOWNS, TOTAL, empty_frame, standard_frame
from data.importers.areas import to_ref_area
from data.importers.codes import rules_of
from data.importers.errors import SourceFault
from data.importers.tables import SourceTable, read_table

SOURCE = "findex"
KEYS = ("codewb", "year", "group", "group2")
NOT_ASKED = ("NA", "")
PERCENT = 100


def read(path: Path, catalogue: Catalogue, source: str = SOURCE) -> pd.DataFrame:
    """The standard frame of all indicators of that source. path: the .csv or .csv.gz file."""
    asked = [i for i in catalogue.indicators if i.source == source]
    if not asked:
        return empty_frame()
    table = read_table(Path(path))
    table.require([*KEYS, *(_column(i) for i in asked)])
    _hold_unique(table)
    rows = _groups(table).assign(
        REF_AREA=to_ref_area(table.frame["codewb"], "wb"),
        TIME_PERIOD=_years(table),
        DATA_SOURCE=source,
    )
    return standard_frame(pd.concat([_indicator(table, rows, i) for i in asked], ignore_index=True))


def _column(indicator: Indicator) -> str:
    strange = sorted(set(indicator.origin) - {"column", "multiply"})
    if strange or "column" not in indicator.origin:
        raise CatalogueError(
            f"{indicator.key}: origin has {sorted(indicator.origin)}; expected column and at most multiply"
        )
    return indicator.origin["column"]


def _groups(table: SourceTable) -> pd.DataFrame:
    """Every breakdown column for each record."""
    rules = rules_of("findex")
    found = pd.DataFrame(TOTAL, index=table.frame.index, columns=list(BREAKDOWNS), dtype="str")
    for (group, category), records in table.frame.groupby(["group", "group2"], sort=False):
        rule = rules.get(group)
        code = rule.code(category) if rule else None
        if code is None:
            raise table.fault(
                records.index[0],
                "group2" if rule else "group",
                f"{category!r} of group {group!r}",
                "a group and a category that are known",
                "Add the pair to data/catalogue/publisher_codes.yaml.",
            )
        if rule.column:
            found.loc[records.index, rule.column] = code
    return found


def _years(table: SourceTable) -> pd.Series:
    years = table.frame["year"]
    is_year = years.str.fullmatch(r"\d{4}")
    if not is_year.all():
        record = is_year.index[~is_year][0]
        raise table.fault(record, "year", repr(years[record]), "a year of four digits", "Correct it in the file.")
    return years.astype("int64")


def _hold_unique(table: SourceTable) -> None:
    doubled = table.frame.duplicated(list(KEYS))
    if doubled.any():
        second = doubled.index[doubled][0]
        same = table.frame[list(KEYS)].eq(table.frame.loc[second, list(KEYS)]).all(axis=1)
        raise table.fault(
            second,
            "the whole record",
            f"{' '.join(table.frame.loc[second, list(KEYS)])} again; the first is on line {table.line(same.idxmax())}",
            "one record for an economy, a year and a group",
            "Delete one of the two.",
        )


def _indicator(table: SourceTable, rows: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    column = _column(indicator)
    texts = table.frame[column].str.strip()
    is_asked = ~texts.isin(NOT_ASKED)
    values = pd.to_numeric(texts[is_asked], errors="coerce")
    if values.isna().any():
        record = values.index[values.isna()][0]
        raise table.fault(record, column, repr(texts[record]), "a number or NA", "Correct it in the file.")
    multiply = indicator.origin.get("multiply", 1)
    if multiply == PERCENT and values.gt(1).any():
        record = values.index[values.gt(1)][0]
        raise _not_a_fraction(table, record, column, texts[record])
    return rows[is_asked].assign(INDICATOR=indicator.key, OBS_VALUE=values * multiply, SOURCE_SERIES=column)


def _not_a_fraction(table: SourceTable, record: int, column: str, text: str) -> SourceFault:
    return table.fault(
        record,
        column,
        f"{text}, above 1",
        "a fraction, since the catalogue multiplies it by 100",
        "If this file gives per cent, take `multiply` out of the indicator's origin.",
    )
