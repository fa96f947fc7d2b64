"""The M49 layout: byte-order mark, semicolons, three-digit numbers, crosses for the development groups."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.importers import m49
from data.importers.errors import SourceFault

SPECIMENS = Path(__file__).parents[2] / "specimens" / "m49"


def test_numbers_keep_their_zeros_and_crosses_become_flags():
    rows = m49.read(SPECIMENS / "good.csv").set_index("m49")
    assert rows.index.tolist() == ["174", "004", "010", "680"]
    assert rows.loc["174", ["iso3", "region", "sub_region", "intermediate"]].tolist() == ["COM", "002", "202", "014"]
    # Comoros is a least developed island state; Afghanistan is least developed and landlocked
    assert rows.loc["174", list(m49.FLAGS)].tolist() == [True, False, True]
    assert rows.loc["004", list(m49.FLAGS)].tolist() == [True, True, False]


def test_antarctica_is_in_no_region_and_sark_has_no_iso_code():
    rows = m49.read(SPECIMENS / "good.csv").set_index("name")
    assert rows.loc["Antarctica", ["region", "sub_region", "intermediate"]].tolist() == ["", "", ""]
    assert rows.loc["Sark", "iso3"] == ""


@pytest.mark.parametrize(
    ("file", "complaint"),
    [
        ("commas.csv", "commas.csv: header: .*separated by ';'"),
        ("repeated.csv", r"column m49: found \['004'\] more than once"),
        ("header_only.csv", "body: found no rows"),
        ("latin1.csv", "whole file: .*expected a UTF-8 table"),
    ],
)
def test_broken_file_is_refused_with_the_place_and_the_remedy(file, complaint):
    with pytest.raises(SourceFault, match=complaint):
        m49.read(SPECIMENS / file)
