"""The rows of the areas table, from M49, OCHA's taxonomy, WDI's country table and the facts in `data/catalogue`."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from dashboard.areas import AREA_KINDS, WORLD, alphabetical
from data.importers.areas import CATALOGUE, m49_countries
from data.importers.errors import SourceFault

MARKERS = Path(__file__).parent / "boundaries" / "markers.csv"
LANGUAGES = ("fr", "es", "ru", "zh", "ar")
AREA_COLUMNS = (
    "code",
    "name",
    *(f"name_{tag}" for tag in LANGUAGES),
    "kind",
    "m49",
    "iso2",
    "region",
    "sub_region",
    "income",
    "latitude",
    "longitude",
    "is_small",
    "has_shape",
    "group",
    "note",
)


def check_agreement(regions: pd.DataFrame, path: Path) -> None:
    """Raises SourceFault where M49 disagrees with `m49_codes.csv` or lacks a state of `membership.csv`."""
    numbered = regions[regions["iso3"] != ""]
    found, known = dict(zip(numbered["m49"], numbered["iso3"], strict=True)), m49_countries()
    differing = sorted(n for n in found.keys() | known.keys() if found.get(n) != known.get(n))
    if differing:
        raise SourceFault(
            path,
            "columns M49 Code and ISO-alpha3 Code",
            f"numbers {differing[:10]} that differ from the committed table",
            "what data/catalogue/m49_codes.csv says",
            "Bring that table up to date, with its tests.",
        )
    absent = sorted(set(facts("membership.csv")["code"]) - set(found.values()))
    if absent:
        raise SourceFault(
            path, "column ISO-alpha3 Code", f"no {absent[:10]}", "every state of membership.csv", "Check both files."
        )


def places(regions: pd.DataFrame, taxonomy: pd.DataFrame, economies: pd.DataFrame) -> pd.DataFrame:
    """Countries and territories: all of M49, and those of OCHA that have a marker (Taiwan, Kosovo)."""
    # Sark has a number but no ISO code
    listed = regions.assign(code=regions["iso3"].where(regions["iso3"] != "", regions["m49"]))
    markers = pd.read_csv(MARKERS, keep_default_na=False).set_index("code")
    beyond = taxonomy[taxonomy["code"].isin(set(markers.index) - set(listed["code"]))]
    beyond = beyond[["code", "m49", "iso2", "region", "sub_region"]].assign(world=WORLD)
    rows = pd.concat([listed.rename(columns={"name": "m49_name"}), beyond])
    rows = rows.set_index("code")
    named = taxonomy.set_index("code")
    membership = facts("membership.csv").set_index("code")["membership"]
    rows["name"] = named["name"].reindex(rows.index).fillna(rows["m49_name"])
    for tag in LANGUAGES:
        rows[f"name_{tag}"] = named[f"name_{tag}"].reindex(rows.index)
    rows["kind"] = membership.reindex(rows.index).fillna("territory").where(rows["m49_name"].notna(), "other")
    rows["income"] = economies.set_index("code")["income"].reindex(rows.index)
    for column in ("latitude", "longitude", "is_small", "has_shape"):
        rows[column] = markers[column].reindex(rows.index)
    renamed = rows["m49_name"].notna() & (rows["name"].map(_plain) != rows["m49_name"].fillna("").map(_plain))
    rows["note"] = ("Listed by M49 as " + rows["m49_name"]).where(renamed, "")
    return rows.reset_index()


def aggregates(regions: pd.DataFrame, economies: pd.DataFrame) -> pd.DataFrame:
    """The world and its regions in M49, and the groups of the World Bank, as areas with figures of their own."""
    levels = ("world", "region", "sub_region", "intermediate")
    own = pd.concat([regions[[level, f"{level}_name"]].set_axis(["code", "name"], axis=1) for level in levels])
    own = own[own["code"] != ""].drop_duplicates("code")
    own = own.assign(m49=own["code"], group=own["code"])
    bank = economies.loc[economies["is_aggregate"], ["code", "name"]]
    described = {code: code for code in facts("groups.csv")["code"]} | {"WLD": WORLD}
    bank = bank.assign(group=bank["code"].map(described), note="World Bank grouping")
    return pd.concat([own, bank]).assign(kind="aggregate")


def others() -> pd.DataFrame:
    """Parts of countries, former states, and publishers' groups that no reference file names."""
    return facts("other_areas.csv")


def finished(areas: pd.DataFrame) -> pd.DataFrame:
    """The areas with every column of `AREA_COLUMNS`, by kind and then by name."""
    order = areas["kind"].map(AREA_KINDS.index)
    areas = areas.assign(order=order, sort=areas["name"].map(alphabetical)).sort_values(["order", "sort", "code"])
    areas = areas.reindex(columns=list(AREA_COLUMNS)).reset_index(drop=True)
    flags = {c: areas[c].eq(True) for c in ("is_small", "has_shape")}
    numbers = {c: pd.to_numeric(areas[c]) for c in ("latitude", "longitude")}
    text = [c for c in AREA_COLUMNS if c not in (*flags, *numbers)]
    return areas.assign(**flags, **numbers, **{c: areas[c].fillna("").astype("str") for c in text})


def facts(file: str) -> pd.DataFrame:
    """A table of `data/catalogue`, all text."""
    return pd.read_csv(CATALOGUE / file, dtype="str", keep_default_na=False)


def _plain(name: str) -> str:
    return name.replace("’", "'").casefold()
