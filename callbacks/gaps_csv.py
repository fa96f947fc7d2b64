"""A list of gaps as CSV: every row of the page's list, numbers as they are, in SDMX's terms where it has some."""

from __future__ import annotations

import math

import pandas as pd

from callbacks.gaps_page import found
from dashboard.gaps.question import DIFFERENCE, WIDEST, GapQuestion, unit_name
from dashboard.gaps.table import VALUES, YEARS
from data.desk import Desk
from layouts.files.csv_text import csv_text

GROUPS = ("GROUP_1", "GROUP_2", "START_GROUP_1", "START_GROUP_2")
COLUMNS = (
    "DIMENSION", "INDICATOR", "INDICATOR_NAME", "UNIT_MEASURE", "BREAKDOWN", "REF_AREA", "REF_AREA_NAME", "TIME_PERIOD",
    "GROUP_1", "VALUE_1", "GROUP_2", "VALUE_2", "DIFFERENCE", "RATIO", "TOTAL", "GROUPS",
    "START_PERIOD", "START_GROUP_1", "START_VALUE_1", "START_GROUP_2", "START_VALUE_2", "START_DIFFERENCE", "START_RATIO",
    "SIZE", "UNIT_SIZE", "MEDIAN_SIZE", "RANK", "COUNTRIES", "DATA_SOURCE",
)  # fmt: skip


def gaps_csv(desk: Desk, query: str) -> str:
    """The list of a query. DIFFERENCE is VALUE_1 − VALUE_2, RATIO VALUE_1 / VALUE_2; SIZE is what the list is sorted by."""
    question, _ = GapQuestion.from_query(query, desk.contents)
    table, lines = desk.gaps, found(desk, question)[0].lines
    rows = []
    for line in lines:
        indicator, row = line.compared.indicator, line.row
        numbers = {name: table.number(name, row) for name in (*YEARS, *VALUES)}
        rows.append(
            {"DIMENSION": indicator.dimension, "INDICATOR": indicator.key, "INDICATOR_NAME": indicator.name, "UNIT_MEASURE": indicator.unit, "BREAKDOWN": line.compared.column}
            | {"REF_AREA": table.word("REF_AREA", row), "REF_AREA_NAME": desk.contents.atlas.name(table.word("REF_AREA", row))}
            | {name: table.word(name, row) for name in GROUPS}
            | {name: "" if isinstance(value, float) and math.isnan(value) else value for name, value in numbers.items()}
            | {"START_PERIOD": numbers["START_PERIOD"] or "", "SIZE": line.size, "UNIT_SIZE": unit_of_size(question)}
            | {"MEDIAN_SIZE": line.middle, "RANK": line.place, "COUNTRIES": line.countries, "DATA_SOURCE": desk.contents.catalogue.source(indicator.source).title}
        )
    return csv_text(pd.DataFrame(rows, columns=list(COLUMNS)))


def unit_of_size(question: GapQuestion) -> str:
    """The unit of what the list is sorted by."""
    of = unit_name(question.unit) if question.form == DIFFERENCE else "times" if question.kind == WIDEST else "natural logarithm of the ratio"
    return of if question.kind == WIDEST else f"{of} a year"
