"""Every form of the breakdown panel, over every indicator that has breakdowns: drawn or worded, lawful, small, and true to the release."""

from __future__ import annotations

import gzip
import json

import numpy as np
import pytest

from callbacks.breakdown import draw_breakdown
from dashboard.contents import Contents
from dashboard.measures.crossed import pair
from dashboard.schema import BREAKDOWNS, TOTAL
from dashboard.slices import GroupSlice
from data.catalogue_reader import load_catalogue
from data.desk import Desk
from tests.wiring.test_every_indicator import is_said_or_drawn

BROKEN_DOWN = [indicator.key for indicator in load_catalogue().indicators if indicator.breakdowns]
LARGEST = 40_000  # bytes of an answer as it travels
CHOSEN = ("", "&areas=KEN", "&areas=KEN,FIN,VEN", "&scope=002", "&areas=SMR&compare=LDC")
ACCOUNTS, REFUGEES = "indicator=account-at-a-financial-institution-or-mobile-money", "indicator=refugees-and-others-hosted-by-sex-and-age"


@pytest.mark.parametrize("key", BROKEN_DOWN)
def test_every_form_of_every_breakdown_is_drawn_or_worded_and_small(desk: Desk, contents: Contents, key: str):
    words = [BREAKDOWNS[breakdown.column] for breakdown in contents.catalogue[key].breakdowns]
    for chosen in CHOSEN:
        for by in words:
            forms = ["", "&chart=lines", "&chart=all", *(f"&cross={other}{chart}" for other in words if other != by for chart in ("", "&chart=lines"))]
            for form in forms:
                query = f"indicator={key}&by={by}{chosen}{form}"
                answer = draw_breakdown(desk, query)
                body = json.dumps(answer, allow_nan=False).encode()
                assert len(gzip.compress(body, 5)) < LARGEST, query
                assert is_said_or_drawn(answer["figure"]), query
                assert all(isinstance(said, str) and said.endswith(".") for said in answer["note"]), query
                if answer["table"].get("x"):
                    assert len(answer["table"]["names"]) == len(answer["table"]["areas"]) == len(answer["table"]["gap"]), query


def test_only_crossings_that_the_data_hold_are_offered(desk: Desk):
    def offered(query: str) -> list[str]:
        return [word for word, _ in draw_breakdown(desk, query)["by"]["crosses"]]

    assert offered("indicator=unemployment") == ["age"] and offered("indicator=unemployment&by=age") == ["sex"]
    assert offered(ACCOUNTS) == []  # the source publishes each breakdown alone
    assert offered(f"{REFUGEES}&by=age") == ["sex"]
    assert offered("indicator=ict-skills&by=skill") == []  # skills are no groups of people
    assert offered("indicator=ict-skills&by=sex") == ["skill", "age", "location"]


def test_a_crossing_that_is_not_held_is_told_and_the_breakdown_alone_shown(desk: Desk):
    answer, alone = draw_breakdown(desk, f"{ACCOUNTS}&areas=KEN&by=wealth&cross=age"), draw_breakdown(desk, f"{ACCOUNTS}&areas=KEN&by=wealth")
    assert answer["figure"] == alone["figure"] and answer["by"]["cross"] == ""
    assert "does not cross wealth or income with age" in answer["note"][0]


def test_a_crossing_shows_the_releases_own_numbers(desk: Desk):
    answer = draw_breakdown(desk, "indicator=unemployment&areas=KEN&cross=age&year=2021")
    frame = desk.groups(GroupSlice("unemployment", "SEX", tuple((c, TOTAL) for c in BREAKDOWNS if c not in ("SEX", "AGE")), "AGE"))
    now = frame[(frame["REF_AREA"] == "KEN") & (frame["TIME_PERIOD"] == 2021)].set_index("GROUP")["OBS_VALUE"]
    ages = [TOTAL, "Y15T24"]
    assert [name for name, *_ in answer["table"]["names"]] == ["All ages", "15–24 years"]
    for kind, group in enumerate(("F", "M", TOTAL)):
        assert answer["figure"]["data"][kind + 1]["x"] == [now[pair(group, age)] for age in ages]


def test_a_year_without_the_crossing_does_not_hide_the_one_before_it(desk: Desk):
    """Senegal's figures of 2017 are by sex alone; Russia's of 2014 of all ages from 15, which is no group by age."""
    crossed, alone = (draw_breakdown(desk, f"indicator=informal-employment&areas=SEN{cross}")["table"] for cross in ("&cross=activity", ""))
    assert {row[2017 - crossed["first"]] for row in crossed["used"]} == {2016} and alone["used"][0][2017 - alone["first"]] == 2017
    russia = draw_breakdown(desk, "indicator=unpaid-domestic-and-care-work&areas=RUS&cross=age")["figure"]
    assert russia["data"] == [] and "crossed with age for Russian" in russia["layout"]["annotations"][0]["text"].replace("<br>", " ")


def test_one_country_stands_above_the_median_and_its_neighbours(desk: Desk):
    table = draw_breakdown(desk, "indicator=unemployment&areas=FIN")["table"]
    assert [name for name, *_ in table["names"]][:2] == ["Finland", "World median"]
    sub_region = desk.contents.atlas.group(desk.contents.atlas.sub_region_of("FIN"))
    assert table["areas"][:2] == ["FIN", ""] and set(table["areas"][2:]) == set(sub_region.members) - {"FIN"}
    assert list(table["n"]) == [1] and max(n for n in table["n"][1] if n) > 150


def test_neighbours_are_those_of_the_group_that_is_compared_with_forty_at_most(desk: Desk):
    answer = draw_breakdown(desk, "indicator=unemployment&areas=KEN&compare=LDC")
    group = desk.contents.atlas.group("LDC")
    assert answer["table"]["names"][1][0] == f"{group.name} median"
    assert set(answer["table"]["areas"][2:]) <= set(group.members) and len(answer["table"]["areas"]) == 42
    assert any(f"{group.name}, widest gap first (40 of " in said for said in answer["note"])


@pytest.mark.parametrize("query", ["indicator=unemployment&areas=FIN,KEN", "indicator=access-to-justice&areas=FIN", f"{REFUGEES}&areas=KEN"])
def test_no_neighbours_for_several_for_scales_of_their_own_and_for_counts(desk: Desk, query: str):
    assert draw_breakdown(desk, query)["table"]["ranked"] == len(draw_breakdown(desk, query)["table"]["names"])


def test_all_breakdowns_of_a_country_are_rows_and_those_without_data_are_not_left_out(desk: Desk, contents: Contents):
    answer = draw_breakdown(desk, f"{ACCOUNTS}&areas=KEN,FIN&chart=all")
    names = [contents.catalogue.column_names[b.column] for b in contents.catalogue[ACCOUNTS.partition("=")[2]].breakdowns]
    assert [name for name, *_ in answer["table"]["names"]] == names
    assert answer["legend"][0]["words"] == "Kenya"  # the first that is chosen
    some = draw_breakdown(desk, "indicator=experience-of-discrimination&areas=MNG&chart=all")
    rows = np.array([[v is not None for v in row] for row in some["table"]["x"][0]]) if some["table"] else np.zeros((0, 0))
    assert len(rows) == 3 if len(rows) else some["figure"]["layout"]["annotations"]


def test_lines_show_the_values_of_every_year_unborrowed(desk: Desk):
    figure = draw_breakdown(desk, "indicator=unemployment&areas=KEN,FIN&chart=lines")["figure"]
    frame = desk.groups(GroupSlice("unemployment", "SEX", tuple((c, TOTAL) for c in BREAKDOWNS if c != "SEX")))
    for code, axis in (("KEN", "y"), ("FIN", "y2")):
        for group, name in (("F", "Female"), ("M", "Male"), (TOTAL, "all")):
            own = frame[(frame["REF_AREA"] == code) & (frame["GROUP"] == group) & frame["OBS_VALUE"].notna()]
            (line,) = [t for t in figure["data"] if t["name"] == name and t["yaxis"] == axis]
            assert [(x, y) for x, y in zip(line["x"], line["y"], strict=True) if y is not None] == list(zip(own["TIME_PERIOD"], own["OBS_VALUE"], strict=True))


def test_the_total_never_shares_an_axis_with_groups_of_another_scale(desk: Desk):
    for chart in ("", "&chart=lines"):
        figure = draw_breakdown(desk, f"indicator=access-to-justice&areas=KEN{chart}")["figure"]
        assert figure["data"] and "all" not in [t.get("name") for t in figure["data"]]


def test_a_country_without_groups_is_told_by_which_others_there_are_some(desk: Desk):
    text = draw_breakdown(desk, "indicator=ict-skills&areas=KEN&by=skill")["figure"]["layout"]["annotations"][0]["text"].replace("<br>", " ")
    assert text == "No values by skill for Kenya."
    near = draw_breakdown(desk, "indicator=unpaid-domestic-and-care-work&areas=QAT,KWT&by=location")["figure"]["layout"]["annotations"][0]["text"]
    assert near.replace("<br>", " ") == "No values by place of residence for Qatar and Kuwait. There are values by sex and age."


def test_group_sizes_stand_in_the_legend_where_the_definition_gives_them(desk: Desk):
    def words(query: str) -> list[str]:
        return [entry["words"] for entry in draw_breakdown(desk, query)["legend"]]

    assert "each 20% of people" in words("indicator=social-safety-net-coverage-by-quintile&areas=KEN")
    assert not [said for said in words("indicator=unemployment&areas=KEN") if "of people" in said]
    assert not [said for said in words(f"{ACCOUNTS}&areas=KEN&by=wealth") if "of people" in said]  # “Poorest 40%” says it itself
