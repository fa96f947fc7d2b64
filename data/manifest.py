"""What the manifest of a release says about its sources and its indicators."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd

from dashboard.areas import Atlas
from dashboard.catalogue import Catalogue, Indicator
from dashboard.checks.series import headline_rows
from dashboard.schema import BREAKDOWNS, TOTAL
from data.release import SCHEMA_VERSION, sha256, version_of


def manifest_of(
    frame: pd.DataFrame, shares: pd.DataFrame, catalogue: Catalogue, atlas: Atlas, sources: Mapping[str, list[dict]], reference: list[dict]
) -> dict:
    """The manifest as plain dicts and lists, without the release's own files (`with_files`).

    frame, shares: the observations and the sizes of groups as they ship. sources: key of each source -> name and checksum of the files it was read from;
    reference: the same of the files that the areas were drawn from.
    """
    rows = frame.groupby("INDICATOR", sort=False, observed=True).indices
    countries = {area.code for area in atlas.countries()}
    return {
        "schema_version": SCHEMA_VERSION,
        "version": "",
        "rows": len(frame),
        "files": {},
        "reference_files": reference,
        "areas": sorted(set(map(str, frame["REF_AREA"].unique()))),
        "sources": {
            s.key: {
                "publisher": s.publisher,
                "title": s.title,
                "vintage": s.vintage,
                "licence": s.licence,
                "licence_url": s.licence_url,
                "share_alike": s.share_alike,
                "attribution": s.attribution,
                "rows": int((frame["DATA_SOURCE"] == s.key).sum()),
                "shares": int((shares["DATA_SOURCE"] == s.key).sum()),
                "files": sources[s.key],
            }
            for s in catalogue.sources
            if s.key in sources
        },
        "indicators": {
            i.key: _indicator(frame.iloc[rows[i.key]], i, countries)
            for i in catalogue.indicators
            if i.key in rows
        },
    }


def with_files(manifest: dict, checksums: Mapping[str, str], sizes: Mapping[str, int]) -> dict:
    """The manifest, ready to be written, with the checksum and the bytes of each file of the release, by name."""
    return manifest | {"version": version_of(checksums), "files": {name: [checksum, sizes[name]] for name, checksum in checksums.items()}}


def fingerprints(paths: Iterable[Path], sources: Path) -> list[dict]:
    """Name within the sources folder and checksum of each file."""
    return [{"name": path.relative_to(sources).as_posix(), "sha256": sha256(path)} for path in paths]


def _indicator(rows: pd.DataFrame, indicator: Indicator, countries: set[str]) -> dict:
    """Counts of one indicator; its years are those in which a country or territory has a value."""
    valued = rows[rows["OBS_VALUE"].notna()]
    own = valued[valued["REF_AREA"].isin(countries)]
    own = own if len(own) else valued
    return {
        "source": str(rows["DATA_SOURCE"].iloc[0]),
        "rows": len(rows),
        "areas": int(rows["REF_AREA"].nunique()),
        "countries": int(rows.loc[rows["REF_AREA"].isin(countries), "REF_AREA"].nunique()),
        "first_year": int(own["TIME_PERIOD"].min()),
        "last_year": int(own["TIME_PERIOD"].max()),
        "default_year": default_year(headline_rows(own, indicator)),
        "codes": {c: codes for c in BREAKDOWNS if (codes := _codes(rows[c], indicator, c)) != [TOTAL]},
    }


def default_year(rows: pd.DataFrame) -> int:
    """The latest year with at least half as many areas as the best-covered year has; rows: one slice, with values.

    Raises ValueError for no rows, which the check of a build rules out.
    """
    if rows.empty:
        raise ValueError("default_year: the headline slice has no values; the check of the build should have said so")
    counts = rows.groupby("TIME_PERIOD")["REF_AREA"].nunique()
    return int(counts.index[counts * 2 >= counts.max()].max())


def _codes(column: pd.Series, indicator: Indicator, name: str) -> list[str]:
    """The codes present: the total, then in the catalogue's order, then the others by name."""
    found = set(map(str, column.unique()))
    breakdown = indicator.breakdown(name)
    order = [TOTAL, *(breakdown.groups if breakdown else ())]
    return [c for c in dict.fromkeys(order) if c in found] + sorted(found - set(order))
