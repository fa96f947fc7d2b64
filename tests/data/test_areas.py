"""The areas and groups of the release: as they ship, and as they are built from small sources."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest

from dashboard.areas import AREA_KINDS
from data.area_rows import AREA_COLUMNS, facts
from data.areas import M49_FILE, OCHA_FILE, WDI_FILE, build_areas, read_atlas, write_areas
from data.importers import m49
from data.importers.areas import EXCEPTIONS, m49_countries
from data.importers.errors import SourceFault

RELEASE = Path(__file__).parents[2] / "data" / "release"
SPECIMENS = Path(__file__).parents[1] / "specimens"


@pytest.fixture(scope="module")
def shipped():
    return read_atlas(RELEASE)


def test_united_nations_have_193_members_and_two_observer_states(shipped):
    kinds = [a.kind for a in shipped.states()]
    assert (kinds.count("member"), kinds.count("observer")) == (193, 2)
    assert {a.code for a in shipped.states() if a.kind == "observer"} == {"PSE", "VAT"}


def test_world_holds_every_state_and_the_five_regions_share_them_out(shipped):
    world = shipped.members(shipped.world)
    regions = [g.members for g in shipped.groups_of("region")]
    assert len(world) == 195
    assert len(regions) == 5
    assert sorted(code for members in regions for code in members) == sorted(world)


def test_development_groups_have_the_sizes_of_m49(shipped):
    # M49 of December 2022: 46 least developed, 32 landlocked, 53 small islands, of which 37 are member states
    assert len(shipped.members("LDC")) == 46
    assert len(shipped.members("LLDC")) == 32
    assert (len(shipped.members("SIDS")), len(shipped.members("SIDS", with_others=True))) == (37, 53)
    assert "BTN" in shipped.members("LDC")
    assert "2022" in shipped.group("LDC").name


def test_each_economy_is_in_one_income_group(shipped):
    groups = shipped.groups_of("income")
    assert [g.code for g in groups] == ["HIC", "UMC", "LMC", "LIC"]
    everyone = [code for g in groups for code in g.members + g.others]
    # the 217 economies of WDI less the Channel Islands, which are no area of M49
    assert len(everyone) == len(set(everyone)) == 216
    assert all(code in shipped.group(shipped.income_of(code)).members for g in groups for code in g.members)


def test_no_group_is_without_a_state(shipped):
    assert all(g.members for g in shipped.groups)


def test_kosovo_and_taiwan_are_neither_states_nor_forgotten(shipped):
    for code in ("XKX", "TWN"):
        assert shipped.area(code).kind == "other"
        assert code in shipped.members(shipped.world, with_others=True)
        assert code not in shipped.members(shipped.world)


def test_names_follow_the_preferred_terms_in_six_languages(shipped):
    assert shipped.area("FLK").name == "Falkland Islands (Malvinas)"
    assert shipped.area("TUR").name == "Türkiye"
    assert shipped.area("PSE").name == "State of Palestine"
    assert {tag for tag, name in shipped.area("DZA").names.items() if name} == {"en", "fr", "es", "ru", "zh", "ar"}
    assert all({"fr", "es", "ru", "zh", "ar"} <= set(a.names) for a in shipped.states())


def test_every_place_in_a_group_that_can_be_marked_is_marked(shipped):
    unmarked = [a.code for a in shipped.states() if a.latitude != a.latitude or a.longitude != a.longitude]
    assert unmarked == []


def test_every_code_that_the_importers_make_is_an_area(shipped):
    made = set(pd.read_csv(EXCEPTIONS, dtype="str", keep_default_na=False)["ref_area"]) | set(m49_countries().values())
    assert sorted(code for code in made if code not in shipped) == []


def test_publishers_own_figure_for_a_group_is_found(shipped):
    assert set(shipped.aggregates_of("LDC")) == {"199", "LDC"}
    assert set(shipped.aggregates_of("001")) == {"001", "WLD", "ZZK.WORLD"}
    assert shipped.aggregates_of("202") == ("202",)


def test_parts_of_a_country_count_in_no_group(shipped):
    grouped = {code for g in shipped.groups for code in g.members + g.others}
    assert not grouped & {"XWB", "XGZ", "XSL", "XZB", "ANT", "DDR", "YMD"}


def test_release_order_is_by_kind(shipped):
    order = [AREA_KINDS.index(a.kind) for a in shipped.areas]
    assert order == sorted(order)


def test_committed_facts_hold_no_code_twice():
    assert not facts("membership.csv")["code"].duplicated().any()
    assert not facts("other_areas.csv")["code"].duplicated().any()
    assert set(facts("other_areas.csv")["kind"]) == {"other", "aggregate"}


@pytest.fixture
def sources(tmp_path) -> Path:
    """An M49 of every committed number, all in Europe, beside the specimens of the other two layouts."""
    header = list(m49.COLUMNS)
    rows = []
    for number, iso3 in m49_countries().items():
        known = {"M49 Code": number, "ISO-alpha3 Code": iso3, "Country or Area": iso3.title()}
        places = {"Global Code": "001", "Global Name": "World", "Region Code": "150", "Region Name": "Europe"}
        crosses = {"Least Developed Countries (LDC)": "x"} if iso3 == "NPL" else {}
        rows.append({c: "" for c in header} | known | places | crosses)
    for file in (M49_FILE, OCHA_FILE, WDI_FILE):
        (tmp_path / file).parent.mkdir(exist_ok=True)
    pd.DataFrame(rows).to_csv(tmp_path / M49_FILE, sep=";", index=False, encoding="utf-8-sig")
    shutil.copy(SPECIMENS / "ocha" / "good.csv.gz", tmp_path / OCHA_FILE)
    shutil.copy(SPECIMENS / "wdi_country" / "good.csv", tmp_path / WDI_FILE)
    return tmp_path


def test_built_tables_read_back_as_an_atlas(sources, tmp_path):
    areas, groups = build_areas(sources)
    write_areas(areas, groups, tmp_path)
    atlas = read_atlas(tmp_path)
    assert tuple(areas.columns) == AREA_COLUMNS
    assert atlas.area("DZA").names["fr"] == "Algérie"
    assert atlas.area("FIN").income == "HIC"
    assert atlas.members("LDC") == ("NPL",)
    assert atlas.income_of("NPL") == ""
    # the specimen of OCHA names Kosovo, which M49 does not; without a region there it is in the world alone
    assert atlas.area("XKX").kind == "other"
    assert atlas.group("001").others[-1] == "XKX"


def test_name_that_m49_does_not_use_is_noted(sources):
    areas, _ = build_areas(sources)
    notes = areas.set_index("code")["note"]
    assert notes["FLK"] == "Listed by M49 as Flk"
    assert notes["FIN"] == ""


def test_same_sources_give_the_same_bytes(sources, tmp_path):
    written = []
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        write_areas(*build_areas(sources), tmp_path / name)
        written.append([(tmp_path / name / f).read_bytes() for f in ("areas.csv", "groups.csv")])
    assert written[0] == written[1]


def test_m49_that_differs_from_the_committed_numbers_is_refused(sources):
    path = sources / M49_FILE
    path.write_text(path.read_text(encoding="utf-8-sig").replace(";FIN;", ";FLN;"), encoding="utf-8-sig")
    with pytest.raises(SourceFault, match=r"\['246'\] that differ from the committed table"):
        build_areas(sources)


def test_release_with_a_missing_column_is_refused(tmp_path):
    (tmp_path / "areas.csv").write_text("code,name\nFIN,Finland\n", encoding="utf-8")
    with pytest.raises(SourceFault, match=r"areas.csv: header: found no \['name_fr'"):
        read_atlas(tmp_path)
