"""What the columns and flags of the files mean, in words that go with each file."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard import sdmx
from dashboard.catalogue import Catalogue
from dashboard.measures.flags import FLAGS
from dashboard.schema import BREAKDOWNS, NATURE, OBS_STATUS
from dashboard.wording import in_text

OF_PANELS = {
    "REF_AREA_NAME": "Name of the country or group",
    "STATISTIC": "value: the country's own; median: of the countries of the group, each counted once",
    "YEAR_SHOWN": "Year of the view; a TIME_PERIOD before it means that the value was borrowed from that year",
    "RANK": "Place, 1 the best; countries that show the same number share one",
    "CLASS": "Class of the map's colour",
    "P10": "10th percentile of the countries",
    "P25": "25th percentile of the countries",
    "P75": "75th percentile of the countries",
    "P90": "90th percentile of the countries",
    "COUNTRIES": "How many countries a median is of",
    "GROUP": "Code of the group",
    "GROUP_NAME": "Name of the group",
    "CROSS": "Second breakdown",
    "CROSS_GROUP": "Code of the second breakdown's group",
    "CROSS_GROUP_NAME": "Name of the second breakdown's group",
    "GAP": "Highest less lowest group of the same row of the panel, none where one is missing or only a bound",
    "MEASURE_NAME": "Name of the summary measure",
    "MEASURE_VALUE": "The view's measure of inequality between these groups",
    "GROUPS": "Codes of the groups that a measure is of",
    "OBS_FLAG": "Letter for what is special about the value",
    "UNIT_MEASURE": "Unit of the value",
    "ADDRESS": "Address of the view",
    "STRUCTURE": "SDMX: what kind of structure describes the record",
    "STRUCTURE_ID": "SDMX: which structure, agency:identifier(version)",
    "ACTION": "SDMX: I, the record is for information",
}


def column_words(columns: Iterable[str], catalogue: Catalogue) -> dict[str, str]:
    """column -> what it holds, in the order given."""
    words = sdmx.NAMES | OF_PANELS | {column: f"Breakdown: {in_text(name)}; _T is the total" for column, name in catalogue.column_names.items() if column in BREAKDOWNS}
    return {column: words[column] for column in columns}


def code_words() -> dict[str, dict[str, str]]:
    """column -> code -> words, of the columns whose codes are the same in all files."""
    return {"OBS_FLAG": {code: words for code, words in FLAGS.items() if words}, "OBS_STATUS": dict(OBS_STATUS), "NATURE": {code: words for code, words in NATURE.items() if code}}
