"""What the catalogue asks of one dataset: which series, under which indicator and breakdown."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pandas as pd

from dashboard.catalogue import Catalogue, CatalogueError, Indicator
from dashboard.schema import BREAKDOWNS, TOTAL
from data.importers.errors import SourceFault

COLUMNS = ("INDICATOR", "SOURCE_SERIES", "multiply", "NATURE", *BREAKDOWNS)


def series_asked(catalogue: Catalogue, source: str, word: str = "series") -> pd.DataFrame:
    """One row for each series that an indicator of `source` names: `COLUMNS`, breakdowns not named being `_T`.

    word: the key of `origin` that names the series, as a list of entries with `code`, or as one code.
    Raises CatalogueError for an origin that has other keys than the layout knows.
    """
    rows = [row for i in catalogue.indicators if i.source == source for row in _rows(i, word)]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _rows(indicator: Indicator, word: str) -> list[dict]:
    origin = indicator.origin
    known = {word, "multiply", "nature"}
    if word not in origin or set(origin) - known:
        raise CatalogueError(
            f"{indicator.key}: origin has {sorted(origin)}; expected '{word}' and at most {sorted(known)}"
        )
    named = origin[word]
    rows = []
    for entry in [{"code": named}] if isinstance(named, str) else named:
        if "code" not in entry or set(entry) - {"code", *BREAKDOWNS}:
            raise CatalogueError(f"{indicator.key}: origin entry {dict(entry)}; expected 'code' and breakdown columns")
        groups = {column: entry.get(column, TOTAL) for column in BREAKDOWNS}
        rows.append(
            {
                "INDICATOR": indicator.key,
                "SOURCE_SERIES": entry["code"],
                "multiply": float(origin.get("multiply", 1)),
                "NATURE": origin.get("nature", ""),
                **groups,
            }
        )
    return rows


def require_series(path: Path | str, asked: pd.DataFrame, held: Collection[str]) -> None:
    """Nothing, or a SourceFault that names the first asked series which the file does not hold."""
    lacking = asked[~asked["SOURCE_SERIES"].isin(list(held))]
    if len(lacking):
        first = lacking.iloc[0]
        more = f" and {len(lacking) - 1} others" if len(lacking) > 1 else ""
        raise SourceFault(
            path,
            f"series {first['SOURCE_SERIES']} of indicator '{first['INDICATOR']}'",
            f"no such series{more}, among {len(held)} looked at",
            "every series that the catalogue names",
            "Mend the indicator's origin, or take a file that holds the series.",
        )
