from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.schema import BREAKDOWNS
from data.importers import codes
from data.importers.codes import CodeTableError, age_code, plain, rules_of, translate


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("15", "Y_GE15"),
        ("15+", "Y_GE15"),
        ("15_24", "Y15T24"),
        ("15-24", "Y15T24"),
        ("lt5y", "Y_LT5"),
        ("<5Y", "Y_LT5"),
        ("lt_45y", "Y_LT45"),
        ("<=45Y", "Y_LT45"),
        ("lt1m", "M_LT1"),
        ("m12t23", "M12T23"),
        ("Y_GE15", "Y_GE15"),
        ("Y0T4", "Y0T4"),
    ],
)
def test_age_bands_follow_one_rule_in_every_spelling(written, code):
    assert age_code(written) == code


@pytest.mark.parametrize("written", ["", "adults", "15to24", "15-", "+15", "5y5"])
def test_what_is_no_age_band_has_no_code(written):
    assert age_code(written) is None


@given(st.integers(0, 99), st.integers(0, 99))
def test_the_ddf_spelling_and_the_long_spelling_of_an_age_band_agree(low, high):
    assert age_code(f"{low}_{high}") == age_code(f"{low}-{high}") == f"Y{low}T{high}"
    assert age_code(f"lt{low}y") == age_code(f"<{low}Y") == f"Y_LT{low}"


@pytest.mark.parametrize(
    ("column", "category"),
    [("sex", "bothsex"), ("age", "allage"), ("location", "allarea"), ("disability_status", "t"), ("activity", "total")],
)
def test_sdg_totals_are_spelt_differently_and_all_become_total(column, category):
    assert rules_of("unsd-sdg")[column].code(category) == "_T"
    assert rules_of("unsd-sdg")[column].code(category.upper()) == "_T"


@pytest.mark.parametrize("column", ["sex", "age", "location", "education_level", "type_of_skill"])
def test_sdg_notspec_is_unspecified_and_no_total(column):
    assert rules_of("unsd-sdg")[column].code("NOTSPEC") == "_U"


def test_long_layouts_underscore_total_is_the_ddf_t():
    assert rules_of("unsd-sdg")["disability_status"].code("_T") == "_T"


def test_signs_of_the_long_layout_are_the_underscores_of_the_ddf_copy():
    assert plain("SPAR2-C01") == plain("spar2_c01")
    assert plain("<=45Y") == plain("lt_45y")
    assert rules_of("unsd-sdg")["ihr_capacity"].code("SPAR2-C01") == "SPAR2_C01"


def test_unknown_category_is_missing_unless_the_column_has_the_upper_rule():
    rules = rules_of("unsd-sdg")
    categories = pd.Series(["female", "robot"])
    assert translate(categories, rules["sex"]).isna().tolist() == [False, True]
    assert translate(categories, rules["type_of_skill"]).tolist() == ["FEMALE", "ROBOT"]


@pytest.mark.parametrize("layout", ["unsd-sdg", "sdmx-sdg", "findex", "unhcr"])
def test_no_two_columns_of_a_layout_become_one_column(layout):
    columns = [rule.column for rule in rules_of(layout).values() if rule.column]
    assert len(columns) == len(set(columns))
    assert set(columns) <= set(BREAKDOWNS)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("l:\n  sex: {column: GENDER}\n", "l: sex: column 'GENDER'"),
        ("l:\n  sex: {column: SEX, rule: guess}\n", "rule 'guess'"),
        ("l:\n  sex: {column: SEX, code: {f: F}}\n", "found code"),
        ("l:\n  sex: {column: SEX, codes: {no: N}}\n", "quotes around yes, no"),
        ("l:\n  sex: {column: SEX, codes: {a-b: A, a_b: B}}\n", "two categories differ only"),
    ],
)
def test_fault_in_the_code_table_says_where_it_is(tmp_path, monkeypatch, text, says):
    (tmp_path / "publisher_codes.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(codes, "TABLE", tmp_path / "publisher_codes.yaml")
    with pytest.raises(CodeTableError, match=says):
        rules_of("l")


def test_layout_that_the_table_lacks_is_an_error():
    with pytest.raises(CodeTableError, match="layout 'eurostat'.*unsd-sdg"):
        rules_of("eurostat")
