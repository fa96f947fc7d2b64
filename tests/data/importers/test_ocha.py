"""OCHA's taxonomy: preferred English term, names in six languages, positions, codes beyond ISO."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from data.importers import ocha
from data.importers.errors import SourceFault

SPECIMENS = Path(__file__).parents[2] / "specimens" / "ocha"


@pytest.fixture
def rows():
    return ocha.read(SPECIMENS / "good.csv.gz").set_index("name")


def test_english_name_is_the_preferred_term(rows):
    assert rows.loc["Falkland Islands (Malvinas)", "code"] == "FLK"
    assert rows.loc["Sark", "m49"] == "680"


def test_short_name_of_a_language_goes_before_that_of_m49(rows):
    assert rows.loc["Algeria", "name_fr"] == "Algérie"
    assert rows.loc["Falkland Islands (Malvinas)", "name_fr"] == "Îles Falkland (Malvinas)"
    assert rows.loc["Kosovo", "name_fr"] == ""


def test_numbers_regain_their_zeros(rows):
    assert rows.loc["Algeria", ["m49", "region", "sub_region"]].tolist() == ["012", "002", "015"]
    assert rows.loc["Kosovo", ["m49", "region"]].tolist() == ["", ""]


def test_code_beyond_iso_is_taken_from_the_own_column(rows):
    assert rows.loc["Kosovo", "code"] == "XKX"


def test_missing_position_is_missing_not_zero(rows):
    assert rows.loc["Algeria", ["latitude", "longitude"]].tolist() == [28.2, 2.6]
    assert math.isnan(rows.loc["Sark", "latitude"])


def test_deprecated_row_is_left_out(rows):
    assert "ANT" not in rows["code"].tolist()


def test_position_that_is_no_number_is_refused():
    with pytest.raises(SourceFault, match="column latitude, row 3: found '28° N'"):
        ocha.read(SPECIMENS / "bad_position.csv")
