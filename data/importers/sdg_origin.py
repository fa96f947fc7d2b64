"""What an indicator's origin may say of an SDG series, and which indicators a file of many series can serve."""

from __future__ import annotations

import pandas as pd

from dashboard.catalogue import Catalogue, CatalogueError, Indicator
from data.importers.errors import SourceFault
from data.importers.tables import SourceTable

WORDS = {"series", "totals", "only", "drop", "units", "unit_mult", "multiply"}


def series_of(indicator: Indicator) -> str:
    """The series code in capitals. Raises CatalogueError for an origin without one, or with words not in `WORDS`."""
    origin = indicator.origin
    if "series" not in origin or set(origin) - WORDS:
        known = ", ".join(sorted(WORDS - {"series"}))
        raise CatalogueError(f"{indicator.key}: origin has {sorted(origin)}; expected series, and at most {known}")
    return origin["series"].upper()


def held_indicators(table: SourceTable, codes: pd.Series, catalogue: Catalogue, source: str) -> list[Indicator]:
    """The indicators of that source whose series is among `codes`, the table's column of series codes in capitals.

    A file may hold any part of the database; one that holds none of the series is a SourceFault.
    """
    asked = [i for i in catalogue.indicators if i.source == source]
    there = set(codes)
    held = [i for i in asked if series_of(i) in there]
    if not held:
        raise SourceFault(
            table.path,
            f"column {table.headings.get(str(codes.name), codes.name)}",
            ", ".join(codes.unique()[:5]),
            f"at least one of the {len(asked)} series of source {source} in the catalogue",
            "Take a file with the indicators that the catalogue names.",
        )
    return held
