"""The monitor's own data structures in SDMX's terms: what the columns of its SDMX-CSV are, and the codes that stand in them.

Two structures: `OBSERVATIONS` is the standard frame; `MEASURES` is what the monitor derives from it, kept apart so that nobody
takes a derived number for a publisher's observation. A change of columns needs a new version in their identifiers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.contents import Contents
from dashboard.measures.inequality.table import MEASURES as MEASURE_TABLE
from dashboard.schema import BREAKDOWNS, COLUMNS, NATURE, OBS_STATUS, TOTAL

AGENCY, VERSION = "SFA_MONITOR", "1.0.0"
OBSERVATIONS, MEASURES = (f"{AGENCY}:{name}({VERSION})" for name in ("OBSERVATIONS", "MEASURES"))
LEADING = ("STRUCTURE", "STRUCTURE_ID", "ACTION")  # columns of the format itself
STRUCTURE, INFORMATION = "datastructure", "I"
NOT_APPLICABLE = "_Z"
DERIVED = ("BREAKDOWN", "MEASURE", "REFERENCE_GROUP", "UNIT_MEASURE")  # columns that `MEASURES` has beside those of the standard frame

DIMENSION, TIME, MEASURE, ATTRIBUTE = "dimension", "time", "measure", "attribute"
KINDS = {"TIME_PERIOD": TIME, "OBS_VALUE": MEASURE} | dict.fromkeys(("INDICATOR", "REF_AREA", *BREAKDOWNS, *DERIVED[:3]), DIMENSION)

NAMES = {
    "INDICATOR": "Indicator",
    "REF_AREA": "Reference area: ISO 3166 alpha-3, three digits of M49 for a region, or the publisher's own code for its other groups",
    "TIME_PERIOD": "Calendar year",
    "OBS_VALUE": "Value in the indicator's unit",
    "OBS_QUALIFIER": "< or > where the publisher gives the value only as a bound",
    "OBS_STATUS": "Observation status",
    "NATURE": "Nature of the data point, as the SDG database says it",
    "STD_ERROR": "Standard error in the indicator's unit",
    "DATA_SOURCE": "Dataset that the value is taken from",
    "SOURCE_SERIES": "The publisher's own series code",
    "COMMENT_OBS": "Footnote to this one observation",
    "BREAKDOWN": "Breakdown whose groups are set side by side",
    "MEASURE": "Summary measure of inequality",
    "REFERENCE_GROUP": "Group that the others are set against",
    "UNIT_MEASURE": "Unit of a derived value",
}


@dataclass(frozen=True)
class Component:
    """One column: its kind, its name in words, and its codes with their words; None where its cells are no codes.

    REF_AREA has no code list: some publishers' codes of groups hold a full stop, which no SDMX code may.
    """

    id: str
    kind: str
    name: str
    codes: Mapping[str, str] | None = None

    @property
    def codelist(self) -> str:
        return f"CL_{self.id}"


def components(structure: str, contents: Contents) -> tuple[Component, ...]:
    """The columns of one structure in their order, those of the format itself left out."""
    extra = DERIVED if structure == MEASURES else ()
    lists = _codes(contents)
    names = NAMES | dict(contents.catalogue.column_names)
    return tuple(Component(column, KINDS.get(column, ATTRIBUTE), names[column], lists.get(column)) for column in (*COLUMNS, *extra))


def structures(contents: Contents) -> dict[str, tuple[Component, ...]]:
    """Both structures with their columns."""
    return {structure: components(structure, contents) for structure in (OBSERVATIONS, MEASURES)}


def _codes(contents: Contents) -> dict[str, dict[str, str]]:
    catalogue = contents.catalogue
    held: dict[str, dict[str, str]] = {column: {TOTAL: catalogue.label(column, TOTAL), NOT_APPLICABLE: "not applicable"} for column in BREAKDOWNS}
    for holding in contents.holdings.values():
        for column, codes in holding.codes.items():
            held[column] |= {code: catalogue.label(column, code) for code in codes}
    return held | {
        "INDICATOR": {indicator.key: indicator.name for indicator in catalogue.indicators},
        "OBS_STATUS": dict(OBS_STATUS),
        "NATURE": {code: words for code, words in NATURE.items() if code},
        "DATA_SOURCE": {source.key: source.title for source in catalogue.sources},
        "BREAKDOWN": {column: catalogue.column_names[column] for column in BREAKDOWNS},
        "MEASURE": {key: measure.name for key, measure in MEASURE_TABLE.items()},
    }
