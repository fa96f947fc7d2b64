"""The World Bank's country table of WDI: its economies and aggregates, with income groups."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from data.importers.areas import to_ref_area
from data.importers.errors import SourceFault
from data.importers.reference import read_reference

COLUMNS = {"Country Code": "code", "Table Name": "name", "Region": "region", "Income Group": "income_name"}
INCOME_GROUPS = {
    "High income": "HIC",
    "Upper middle income": "UMC",
    "Lower middle income": "LMC",
    "Low income": "LIC",
    "": "",
}


def read(path: Path) -> pd.DataFrame:
    """One row an economy or aggregate: `code` (REF_AREA), `name`, `region`, `income`, `is_aggregate`.

    `income` is HIC, UMC, LMC, LIC or "". An aggregate is a row whose Region is empty: the file has no other mark.
    Raises SourceFault for an income group that is not one of the four.
    """
    rows = read_reference(path, COLUMNS, key="code")
    unknown = sorted(set(rows["income_name"]) - set(INCOME_GROUPS))
    if unknown:
        raise SourceFault(
            path,
            "column Income Group",
            f"{unknown[:10]}",
            f"one of {[g for g in INCOME_GROUPS if g]} or nothing",
            "Add the new group to INCOME_GROUPS in data/importers/wdi_country.py.",
        )
    return rows.assign(
        code=to_ref_area(rows["code"], "wb"),
        income=rows["income_name"].map(INCOME_GROUPS).astype("str"),
        is_aggregate=rows["region"] == "",
    )[["code", "name", "region", "income", "is_aggregate"]]
