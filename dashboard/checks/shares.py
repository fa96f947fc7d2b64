"""Are the sizes of groups parts of a whole: between 0 and 1, together 1, and known where they are asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.checks.subject import list_finding
from dashboard.report import Finding
from dashboard.schema import TOTAL

ROUNDING = 0.0005


def shares_of_groups(shares: pd.DataFrame, frame: pd.DataFrame, catalogue: Catalogue, countries: Collection[str]) -> Iterator[Finding | None]:
    """Findings on shares (`group_sizes.COLUMNS`), as they ship beside the observations in `frame`."""
    outside = shares[~shares["SHARE"].between(0, 1)]
    named = [f"{r.BREAKDOWN}={r.GROUP} {r.REF_AREA} {r.TIME_PERIOD}: {r.SHARE:g}" for r in outside.itertuples()]
    yield list_finding(
        "share-limits", "error", named, "Parts of the population lie outside 0 to 1.", "Look the series up: is it in per cent of all people?"
    )
    sums = shares.groupby(["BREAKDOWN", "REF_AREA", "TIME_PERIOD"], observed=True)["SHARE"].sum()
    odd = sums[(sums - 1).abs() > ROUNDING]
    named = [f"{column} {area} {year}: {total:.4f}" for (column, area, year), total in odd.items()]
    yield list_finding(
        "share-sum", "warning", named, "Parts of the population do not add up to the whole.", "Look them up; measures weighted with them are off by as much."
    )
    yield list_finding(
        "share-unknown",
        "info",
        _unknown(shares, frame, catalogue, countries),
        "Countries have groups of which no size is known; no measure of theirs is weighted.",
        "Nothing, unless the source should have them.",
    )


def _unknown(shares: pd.DataFrame, frame: pd.DataFrame, catalogue: Catalogue, countries: Collection[str]) -> list[str]:
    found = []
    for indicator in catalogue.indicators:
        for column in (b.column for b in indicator.breakdowns if b.is_of_population):
            rows = frame[(frame["INDICATOR"] == indicator.key) & (frame[column] != TOTAL) & frame["OBS_VALUE"].notna()]
            known = set(shares.loc[shares["BREAKDOWN"] == column, "REF_AREA"])
            lacking = sorted((set(rows["REF_AREA"]) & set(countries)) - known)
            found += [f"{indicator.key} by {column}: {', '.join(lacking)}"] if lacking else []
    return found
