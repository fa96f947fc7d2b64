"""The country table of WDI: aggregates are the rows without a region, income groups become codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.importers import wdi_country
from data.importers.errors import SourceFault

SPECIMENS = Path(__file__).parents[2] / "specimens" / "wdi_country"


def test_row_without_region_is_an_aggregate():
    rows = wdi_country.read(SPECIMENS / "good.csv")
    assert rows.loc[rows["is_aggregate"], "code"].tolist() == ["ARB"]


def test_income_group_becomes_its_code_and_none_stays_empty():
    income = wdi_country.read(SPECIMENS / "good.csv").set_index("code")["income"]
    assert income.to_dict() == {"FIN": "HIC", "XKX": "UMC", "830": "HIC", "NAM": "LMC", "NPL": "", "ARB": ""}


def test_channel_islands_get_the_number_of_m49():
    assert "830" in wdi_country.read(SPECIMENS / "good.csv")["code"].tolist()


def test_unknown_income_group_is_refused():
    with pytest.raises(SourceFault, match=r"column Income Group: found \['Middle income'\]"):
        wdi_country.read(SPECIMENS / "new_group.csv")
