"""The SDG database of the United Nations Statistics Division as its site hands it out: one long CSV for many series.

Breakdown columns stand in brackets in most downloads (`[Age]`, `[Reporting Type]`) and bare in others; both are read.
A series that answers to several indicators of the goals is repeated under each: repeats that agree are read once.
What the texts among the values mean is said in `sdg_values`.
"""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from dashboard.catalogue import Catalogue, Indicator
from dashboard.schema import standard_frame
from data.importers.comments import joined_notes
from data.importers.sdg import ATTRIBUTES, sdg_rows
from data.importers.sdg_origin import held_indicators, series_of
from data.importers.tables import SourceTable, read_table

SOURCE = "unsd-sdg"
REQUIRED = ("series_code", "geo_area_code", "time_period", "value", "nature", "units")
RENAMED = {"geo_area_code": "geo_area", "time_period": "year"}
# columns that repeat the series or the area in words
WORDS = ("goal", "target", "indicator", "series_description", "geo_area_name", "geo_info_url")
# column -> how COMMENT_OBS introduces it
COMMENTS = {
    "source": "Source: ",
    "foot_note": "Note: ",
    "time_detail": "Period: ",
    "time_coverage": "Coverage: ",
    "base_period": "Base period: ",
    "lower_bound": "Lower bound: ",
    "upper_bound": "Upper bound: ",
}


def read(path: Path, catalogue: Catalogue, source: str = SOURCE) -> pd.DataFrame:
    """The standard frame of the indicators of that source whose series the file holds.

    The file may hold any part of the database; a file that holds none of the series asked for is a fault.
    """
    table = _named(read_table(Path(path)))
    comment = joined_notes(table.frame, COMMENTS, year="year", period="time_detail")
    said = table.frame.columns.intersection([*WORDS, *COMMENTS])
    rows = table.frame.drop(columns=said).assign(comment=comment)
    code = rows.pop("series_code").str.strip().str.upper()
    held = held_indicators(table, code, catalogue, source)
    frames = [_indicator(table, rows[code == series_of(i)], i) for i in held]
    return standard_frame(pd.concat(frames, ignore_index=True))


def concept(header: str) -> str:
    """A header in the words of the DDF copy: `[Type of skill]` is type_of_skill, `GeoAreaCode` is geo_area_code."""
    bare = header.strip().strip("[]")
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", bare)
    return re.sub(r"[^a-z0-9]+", "_", parted.lower()).strip("_")


def _named(table: SourceTable) -> SourceTable:
    """The table with the words of the DDF copy for headings."""
    names = {column: concept(column) for column in table.frame.columns}
    # one spelling of the heading is FootNote, another Footnote
    named = table.renamed({old: "foot_note" if new == "footnote" else new for old, new in names.items()})
    named.require(REQUIRED)
    return named.renamed(RENAMED)


def _indicator(table: SourceTable, rows: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    # a file of many series has the columns of all of them: those of other series are empty here
    own = [c for c in rows.columns if c in ATTRIBUTES or rows[c].str.strip().ne("").any()]
    rows = rows[own].drop_duplicates(keep="first")
    return sdg_rows(table, rows, indicator)
