"""SDMX-CSV, versions 1.0 and 2.0, of the SDG data structure or of the monitor's own (`own_sdmx.py`): the first column says which
version (DATAFLOW or STRUCTURE).

Read: components in any order; labels by code or by `CODE: words`; comma, semicolon or tab between fields, and with
semicolons also decimal commas; `STRUCTURE[;]`; ACTION I, A, R and M, which all carry observations. Columns that the
structure does not know are the sender's own and are passed over, but never so that two records become one.
REF_AREA may be M49 numbers or ISO letters. An ACTION that deletes, and any other, is a fault.
The only composite breakdown code whose meaning is known to us is migrant status; any other is a fault.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pandas as pd

from dashboard.catalogue import Catalogue, Indicator
from dashboard.schema import standard_frame
from data.importers.codes import rules_of
from data.importers.comments import joined_notes
from data.importers.errors import SourceFault
from data.importers.own_sdmx import is_own, own_frame
from data.importers.sdg import sdg_rows
from data.importers.sdg_origin import held_indicators, series_of
from data.importers.tables import SourceTable, read_header, read_table

SOURCE = "unsd-sdg"
LAYOUT = "sdmx-sdg"
SEPARATORS = (",", ";", "\t", "|")
REQUIRED = ("SERIES", "REF_AREA", "TIME_PERIOD", "OBS_VALUE")
RENAMED = {
    "REF_AREA": "geo_area",
    "TIME_PERIOD": "year",
    "OBS_VALUE": "value",
    "NATURE": "nature",
    "UNIT_MEASURE": "units",
    "OBS_STATUS": "observation_status",
}
# components whose cells are codes, which labels may follow
CODED = ("SERIES", "REF_AREA", "NATURE", "UNIT_MEASURE", "UNIT_MULT", "OBS_STATUS", "ACTION")
COMMENTS = {
    "COMMENT_OBS": "Note: ",
    "SOURCE_DETAIL": "Source: ",
    "TIME_DETAIL": "Period: ",
    "BASE_PER": "Base period: ",
    "LOWER_BOUND": "Lower bound: ",
    "UPPER_BOUND": "Upper bound: ",
}
CARRYING = ("", "I", "A", "R", "M")  # append, replace, merge, information: all of them say what the value is


def read(path: Path, catalogue: Catalogue, source: str = SOURCE) -> pd.DataFrame:
    """The standard frame of the indicators of that source whose series the file holds; none of them is a fault.

    A file of the monitor's own structure is read whatever its source.
    """
    given = read_table(Path(path), _separator(Path(path)))
    if is_own(given):
        _hold_actions(given)
        return own_frame(given, catalogue)
    table = _coded(given)
    _hold_actions(table)
    series = table.frame["SERIES"].str.upper()
    held = held_indicators(table, series, catalogue, source)
    frames = [_indicator(table, table.frame[series == series_of(i)], i) for i in held]
    return standard_frame(pd.concat(frames, ignore_index=True))


def _separator(path: Path) -> str:
    """The sign between the fields of the header: the one that leaves a field DATAFLOW or STRUCTURE standing alone."""
    for separator in SEPARATORS:
        fields = read_header(path, separator)
        if any(re.fullmatch(r"(DATAFLOW|STRUCTURE)(\[.\])?", _code(field)) for field in fields):
            return separator
    raise SourceFault(
        path,
        "line 1 (the header)",
        repr(" ".join(read_header(path))[:60]),
        "a column DATAFLOW (SDMX-CSV 1.0) or STRUCTURE (2.0)",
        "Ask the service for SDMX-CSV: application/vnd.sdmx.data+csv.",
    )


def _code(cell: str) -> str:
    return cell.split(": ", 1)[0].strip()


def _coded(table: SourceTable) -> SourceTable:
    """The table with component ids for headings and codes without labels."""
    names = {column: re.sub(r"\[.*\]$", "", _code(column)) for column in table.frame.columns}
    doubled = [column for column, name in names.items() if list(names.values()).count(name) > 1]
    if doubled:
        raise SourceFault(
            table.path,
            "line 1 (the header)",
            f"{' and '.join(doubled)} for one component",
            "each component once",
            "Ask for one form of labels: id, or both.",
        )
    table = table.renamed(names)
    table.require(REQUIRED)
    frame = table.frame.copy()
    for column in frame.columns.intersection([*CODED, *rules_of(LAYOUT)]):
        frame[column] = frame[column].str.split(": ", n=1).str[0].str.strip()
    if table.separator == ";":
        # only then may a comma be the decimal sign; 1.234,5 stays as it is and is reported as no number
        texts = frame["OBS_VALUE"]
        is_decimal = texts.str.fullmatch(r"\s*[<>]?[+-]?\d*,\d+\s*")
        frame["OBS_VALUE"] = texts.where(~is_decimal, texts.str.replace(",", "."))
    return replace(table, frame=frame)


def _hold_actions(table: SourceTable) -> None:
    if "ACTION" not in table.frame.columns:
        return
    strange = ~table.frame["ACTION"].str.upper().isin(list(CARRYING))
    if strange.any():
        record = strange.index[strange][0]
        raise table.fault(
            record,
            "ACTION",
            f"{table.frame.at[record, 'ACTION']!r} ({int(strange.sum())} such records)",
            "I, A, R or M, for records that say what a value is",
            "Leave out the records that delete: a release is built whole, so nothing is there to delete.",
        )


def _indicator(table: SourceTable, rows: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    _hold_multiplier(table, rows, indicator)
    rules = rules_of(LAYOUT)
    kept = [c for c in rows.columns if c in RENAMED or c in rules]
    named = rows[kept].assign(
        comment=joined_notes(rows, COMMENTS, year="TIME_PERIOD", period="TIME_DETAIL"),
        **{c: "" for c in ("NATURE", "UNIT_MEASURE") if c not in rows.columns},
    )
    return sdg_rows(table.renamed(RENAMED), named.rename(columns=RENAMED), indicator, LAYOUT)


def _hold_multiplier(table: SourceTable, rows: pd.DataFrame, indicator: Indicator) -> None:
    if "UNIT_MULT" not in rows.columns:
        return
    expected = str(indicator.origin.get("unit_mult", 0))
    strange = ~rows["UNIT_MULT"].isin(["", expected])
    if strange.any():
        raise table.fault(
            strange.index[strange][0],
            "UNIT_MULT",
            f"{rows.loc[strange, 'UNIT_MULT'].iloc[0]!r} for series {series_of(indicator)}",
            f"{expected}, the power of ten in which the catalogue has the indicator's unit",
            "If the unit in the catalogue is in that power of ten, say so in the origin: `unit_mult: 3`.",
        )
