"""Area codes: each publisher's own code becomes the one REF_AREA that all sources share."""

from __future__ import annotations

import pandas as pd
import pytest

from data.importers.areas import EXCEPTIONS, SCHEMES, m49_countries, to_ref_area


@pytest.mark.parametrize(
    ("scheme", "code", "ref_area"),
    [
        ("iso3", "FIN", "FIN"),
        ("wb", "CHI", "830"),
        ("wb", "XKX", "XKX"),
        ("wb", "WLD", "WLD"),  # a publisher's own group keeps the publisher's code
        ("wgi", "ADO", "AND"),
        ("wgi", "KSV", "XKX"),
        ("wgi", "ROM", "ROU"),
        ("wgi", "TMP", "TLS"),
        ("wgi", "WBG", "PSE"),
        ("wgi", "ZAR", "COD"),
        ("wgi", "ANT", "ANT"),
        ("vdem", "PSE", "XWB"),
        ("vdem", "PSG", "XGZ"),
        ("vdem", "SML", "XSL"),
        ("vdem", "ZZB", "XZB"),
        ("vdem", "DDR", "DDR"),
        ("vdem", "YMD", "YMD"),
        ("m49", "4", "AFG"),
        ("m49", "004", "AFG"),
        ("m49", "246", "FIN"),
        ("m49", "1", "001"),
        ("m49", "35", "035"),
        ("m49", "202", "202"),
        ("m49", "412", "XKX"),
        ("m49", "158", "TWN"),
        ("m49", "99041", "99041"),
        ("unhcr", "AB9", "XAB"),
        ("unhcr", "TIB", "XTB"),
        ("unhcr", "UNK", "UNK"),
        ("unhcr", "XXA", "XXA"),
    ],
)
def test_code_of_a_publisher_becomes_the_shared_code(scheme, code, ref_area):
    assert to_ref_area(pd.Series([code]), scheme).tolist() == [ref_area]


def test_numbers_are_read_as_well_as_text():
    assert to_ref_area(pd.Series([4, 1, 412]), "m49").tolist() == ["AFG", "001", "XKX"]
    assert to_ref_area(pd.Series([4.0, None]), "m49").tolist() == ["AFG", ""]


def test_unknown_code_stays_for_the_check_to_report():
    assert to_ref_area(pd.Series(["QQQ", " FIN "]), "wb").tolist() == ["QQQ", "FIN"]


def test_index_name_and_length_are_kept():
    codes = pd.Series(["ROM", "FIN"], index=[7, 3], name="REF_AREA")
    placed = to_ref_area(codes, "wgi")
    assert placed.index.tolist() == [7, 3]
    assert placed.name == "REF_AREA"
    assert codes.tolist() == ["ROM", "FIN"]


def test_empty_column_stays_empty_text():
    placed = to_ref_area(pd.Series([], dtype="str"), "iso3")
    assert placed.empty
    assert placed.dtype == "str"


def test_unknown_scheme_is_refused_with_the_known_ones():
    with pytest.raises(ValueError, match="'fifa' is unknown; expected one of iso3, wb"):
        to_ref_area(pd.Series(["FIN"]), "fifa")


def test_neither_part_of_palestine_in_vdem_is_shown_as_palestine():
    assert "PSE" not in to_ref_area(pd.Series(["PSE", "PSG"]), "vdem").tolist()


def test_table_of_exceptions_has_one_reasoned_row_a_code():
    rows = pd.read_csv(EXCEPTIONS, dtype="str", keep_default_na=False)
    assert not rows.duplicated(["scheme", "code"]).any()
    assert set(rows["scheme"]) <= set(SCHEMES)
    assert (rows["why"].str.len() > 10).all()


def test_own_codes_lie_in_the_range_that_iso_leaves_to_users():
    # ISO 3166-1 leaves XAA-XZZ to users, so no state will ever be given one of these
    rows = pd.read_csv(EXCEPTIONS, dtype="str", keep_default_na=False)
    withdrawn = {"ANT", "DDR", "YMD"}
    outside_iso = set(rows["ref_area"]) - set(m49_countries().values()) - withdrawn - {"TWN", "830", "UNK"}
    assert outside_iso
    assert all(code.startswith("X") for code in outside_iso)


def test_committed_m49_numbers_are_unique_and_complete():
    countries = m49_countries()
    # M49 of December 2022 lists 249 areas; Sark (680) alone has no ISO code
    assert len(countries) == len(set(countries.values())) == 248
    assert all(len(number) == 3 and number.isdecimal() for number in countries)
