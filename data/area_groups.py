"""The membership table: which areas belong to the world, its M49 regions, income groups and development groups."""

from __future__ import annotations

import pandas as pd

from dashboard.areas import GROUP_KINDS, STATES, alphabetical
from data.area_rows import facts

GROUP_COLUMNS = ("code", "name", "kind", "note", "area", "is_state")
LEVELS = {"world": "world", "region": "region", "sub_region": "sub-region", "intermediate": "intermediate"}
DEVELOPMENT = {"is_ldc": "LDC", "is_lldc": "LLDC", "is_sids": "SIDS"}


def membership_table(places: pd.DataFrame, regions: pd.DataFrame) -> pd.DataFrame:
    """One row a group and area (`GROUP_COLUMNS`): groups by kind and name, areas by code.

    places: the countries and territories of `area_rows.places`; areas beyond M49 follow OCHA into a region, and into
    the world. Parts of countries and former states are in no group, or their people would count twice.
    regions: M49's rows, which name the groups. `is_state` marks member and observer states.
    """
    pairs = [
        places.loc[places[level].fillna("") != "", ["code", level]].set_axis(["area", "code"], axis=1)
        for level in LEVELS
    ]
    pairs.append(places.loc[places["income"].fillna("") != "", ["code", "income"]].set_axis(["area", "code"], axis=1))
    pairs += [
        places.loc[places[flag].eq(True), ["code"]].set_axis(["area"], axis=1).assign(code=code)
        for flag, code in DEVELOPMENT.items()
    ]
    members = pd.concat(pairs, ignore_index=True)
    kinds = places.set_index("code")["kind"]
    members["is_state"] = members["area"].map(kinds).isin(STATES)
    # a group of territories alone (the Channel Islands) has no median of states to show
    members = members[members.groupby("code")["is_state"].transform("any")]
    table = members.merge(_groups(regions), on="code", how="left", validate="many_to_one")
    ordered = table.sort_values(["order", "area"], ignore_index=True)
    return ordered[list(GROUP_COLUMNS)]


def _groups(regions: pd.DataFrame) -> pd.DataFrame:
    """One row a group: code, name, kind, note and the order in which lists show them."""
    named = [
        regions[[level, f"{level}_name"]]
        .drop_duplicates()
        .set_axis(["code", "name"], axis=1)
        .assign(kind=kind, note="")
        for level, kind in LEVELS.items()
    ]
    geographic = pd.concat(named)
    geographic = geographic[geographic["code"] != ""]
    rank = geographic["kind"].map(GROUP_KINDS.index)
    geographic = geographic.assign(rank=rank, sort=geographic["name"].map(alphabetical)).sort_values(["rank", "sort"])
    # income and development groups keep the order of the committed table: richest first
    groups = pd.concat([geographic[["code", "name", "kind", "note"]], facts("groups.csv")], ignore_index=True)
    return groups.assign(order=range(len(groups)))
