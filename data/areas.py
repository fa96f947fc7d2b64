"""The areas and groups of a release: built from the reference sources, written as two tables, read back as an Atlas."""

from __future__ import annotations

import math
from pathlib import Path

import pandas as pd

from dashboard.areas import Area, Atlas, Group
from data.area_groups import GROUP_COLUMNS, membership_table
from data.area_rows import AREA_COLUMNS, LANGUAGES, aggregates, check_agreement, finished, others, places
from data.importers import m49, ocha, wdi_country
from data.importers.errors import SourceFault

M49_FILE = Path("reference") / "UNSD_M49_Methodology.csv"
OCHA_FILE = Path("reference") / "OCHA_Countries_Territories_Taxonomy.csv.gz"
WDI_FILE = Path("wdi") / "WDICountry.csv"


def build_areas(sources: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The areas table (`AREA_COLUMNS`, a row an area) and the groups table (`GROUP_COLUMNS`, a row a group and area).

    Areas: members, observers, territories, others, aggregates, each by name; the same input gives the same order.
    Raises SourceFault where M49 disagrees with the committed facts.
    """
    regions = m49.read(sources / M49_FILE)
    check_agreement(regions, sources / M49_FILE)
    economies = wdi_country.read(sources / WDI_FILE)
    placed = places(regions, ocha.read(sources / OCHA_FILE), economies)
    areas = pd.concat([placed, aggregates(regions, economies), others()], ignore_index=True)
    groups = membership_table(placed, regions)
    areas["group"] = areas["group"].where(areas["group"].isin(groups["code"]))
    return finished(areas), groups


def write_areas(areas: pd.DataFrame, groups: pd.DataFrame, directory: Path) -> None:
    """Writes areas.csv and groups.csv of a release."""
    areas.to_csv(directory / "areas.csv", index=False, lineterminator="\n", encoding="utf-8")
    groups.to_csv(directory / "groups.csv", index=False, lineterminator="\n", encoding="utf-8")


def read_atlas(directory: Path) -> Atlas:
    """The atlas of a release, from its areas.csv and groups.csv. Raises SourceFault where a file lacks a column."""
    areas = _read(directory / "areas.csv", AREA_COLUMNS)
    groups = _read(directory / "groups.csv", GROUP_COLUMNS)
    return Atlas(
        tuple(_area(row) for row in areas.to_dict("records")),
        tuple(_group(rows) for _, rows in groups.groupby("code", sort=False)),
    )


def _read(path: Path, columns: tuple[str, ...]) -> pd.DataFrame:
    rows = pd.read_csv(path, dtype="str", keep_default_na=False, encoding="utf-8")
    absent = [c for c in columns if c not in rows.columns]
    if absent:
        raise SourceFault(path, "header", f"no {absent}", f"{list(columns)}", "Build the release again.")
    return rows


def _area(row: dict[str, str]) -> Area:
    spoken = {tag: row[f"name_{tag}"] for tag in LANGUAGES if row[f"name_{tag}"]}
    text = {
        c: row[c] for c in ("code", "name", "kind", "m49", "iso2", "region", "sub_region", "income", "group", "note")
    }
    return Area(
        **text,
        names={"en": row["name"], **spoken},
        latitude=float(row["latitude"] or math.nan),
        longitude=float(row["longitude"] or math.nan),
        is_small=row["is_small"] == "True",
        has_shape=row["has_shape"] == "True",
    )


def _group(rows: pd.DataFrame) -> Group:
    is_state = rows["is_state"] == "True"
    first = rows.iloc[0]
    return Group(
        first["code"],
        first["name"],
        first["kind"],
        members=tuple(sorted(rows.loc[is_state, "area"])),
        others=tuple(sorted(rows.loc[~is_state, "area"])),
        note=first["note"],
    )
