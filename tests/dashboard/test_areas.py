"""The atlas: look-ups, groups of states, orders and worded errors."""

from __future__ import annotations

import math

import pytest

from dashboard.areas import Area, Atlas, Group, UnknownArea, alphabetical


@pytest.fixture
def atlas() -> Atlas:
    areas = (
        Area("ABW", "Aruba", kind="territory", region="019", sub_region="419", income="HIC"),
        Area("CIV", "Côte d'Ivoire", {"fr": "Côte d’Ivoire", "ru": ""}, "member", region="002", sub_region="202"),
        Area("HRV", "Croatia", kind="member", region="150", income="HIC"),
        Area("ALB", "Albania", kind="member", region="150", income="UMC", latitude=41.1, longitude=20.0),
        Area("VAT", "Holy See", kind="observer", region="150"),
        Area("XKX", "Kosovo", kind="other"),
        Area("199", "Least developed", kind="aggregate", group="LDC"),
        Area("LDC", "Least developed (World Bank)", kind="aggregate", group="LDC"),
    )
    groups = (
        Group("001", "World", "world", ("ALB", "CIV", "HRV", "VAT"), ("ABW",)),
        Group("150", "Europe", "region", ("ALB", "HRV", "VAT")),
        Group("LDC", "Least developed countries", "development", ()),
    )
    return Atlas(areas, groups)


def test_area_and_group_are_found_by_code(atlas):
    assert atlas.area("ALB").name == "Albania"
    assert atlas.group("150").members == ("ALB", "HRV", "VAT")
    assert "ALB" in atlas
    assert "150" not in atlas
    assert atlas.has_group("150")


def test_unknown_code_is_a_sentence_with_what_is_known(atlas):
    with pytest.raises(UnknownArea) as fault:
        atlas.area("QQQ")
    assert str(fault.value).startswith("Area 'QQQ' is unknown; expected one of 8 codes such as ABW, CIV, HRV.")
    with pytest.raises(KeyError, match="Group 'EU' is unknown; expected one of 001, 150, LDC"):
        atlas.group("EU")


def test_territories_stay_out_of_a_group_unless_asked_for(atlas):
    assert atlas.members("001") == ("ALB", "CIV", "HRV", "VAT")
    assert atlas.members("001", with_others=True) == ("ABW", "ALB", "CIV", "HRV", "VAT")


def test_region_and_income_are_codes_and_empty_where_there_is_none(atlas):
    assert (atlas.region_of("ABW"), atlas.sub_region_of("ABW"), atlas.income_of("ABW")) == ("019", "419", "HIC")
    assert (atlas.region_of("XKX"), atlas.income_of("VAT")) == ("", "")


def test_countries_are_members_then_observers_then_the_rest_each_by_name(atlas):
    # Côte d'Ivoire goes before Croatia: the accent does not count
    assert [a.code for a in atlas.countries()] == ["ALB", "CIV", "HRV", "VAT", "ABW", "XKX"]
    assert [a.code for a in atlas.states()] == ["ALB", "CIV", "HRV", "VAT"]


def test_aggregates_are_known_but_are_no_places(atlas):
    assert "199" in atlas
    assert "199" not in atlas.area_codes
    assert atlas.aggregates_of("LDC") == ("199", "LDC")


def test_name_falls_back_to_english_then_to_the_code(atlas):
    assert atlas.name("CIV", "fr") == "Côte d’Ivoire"
    assert atlas.name("CIV", "ru") == "Côte d'Ivoire"
    assert atlas.name("150") == "Europe"
    assert atlas.name("QQQ") == "QQQ"


def test_groups_of_a_kind_keep_their_order(atlas):
    assert [g.code for g in atlas.groups_of("region")] == ["150"]
    assert atlas.world == "001"


def test_repeated_code_is_refused():
    with pytest.raises(ValueError, match=r"area codes \['ALB'\] occur more than once"):
        Atlas((Area("ALB", "Albania"), Area("ALB", "Albania")), ())


def test_place_without_position_has_none_rather_than_zero(atlas):
    assert math.isnan(atlas.area("XKX").latitude)


def test_alphabetical_ignores_accents_and_case():
    assert sorted(["Zambia", "Åland", "albania"], key=alphabetical) == ["Åland", "albania", "Zambia"]
