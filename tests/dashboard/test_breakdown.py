"""What stands in the rows and dots of the breakdown panel."""

from __future__ import annotations

from dashboard import theme
from dashboard.breakdown import (
    MOST_LISTED,
    area_rows,
    group_rows,
    listed,
    listed_rows,
    middle_row,
    neighbours,
    one_below_the_other,
    peer_rows,
    peer_sets,
    with_sizes,
)
from dashboard.catalogue import Breakdown
from dashboard.measures.groups import Groups, by_country
from dashboard.peers import Peers
from tests.dashboard import small

ATLAS, CATALOGUE = small.atlas(), small.contents().catalogue


def test_groups_keep_their_natural_order_and_only_those_held() -> None:
    age = small.indicator().breakdown("AGE")
    rows = group_rows(age, ("_T", "Y25T64", "Y15T24"), CATALOGUE)
    assert rows.codes == ("Y15T24", "Y25T64")
    assert rows.words == ("15–24 years", "25–64 years")


def test_an_order_walks_through_one_hue_and_a_set_does_not() -> None:
    ordered = group_rows(Breakdown("AGE", ("A", "B", "C"), True), ("A", "B", "C"), CATALOGUE)
    assert ordered.colours == theme.ordered_colours(3)
    unordered = group_rows(Breakdown("SEX", ("F", "M"), False), ("F", "M"), CATALOGUE)
    assert unordered.colours == theme.GROUP_COLOURS[:2]


def test_a_ninth_group_begins_the_colours_again() -> None:
    codes = tuple("ABCDEFGHI")
    rows = group_rows(Breakdown("SKILL", codes, False), codes, CATALOGUE)
    assert len(rows.colours) == 9 and rows.colours[8] == rows.colours[0]
    assert rows.words == codes  # without words the code itself, never an empty label


def test_countries_stand_in_the_order_chosen_each_in_its_colour() -> None:
    rows = area_rows(("KEN", "FIN"), ATLAS)
    assert (rows.codes, rows.words, rows.colours) == (("KEN", "FIN"), ("Kenya", "Finland"), theme.AREA_COLOURS[:2])
    assert area_rows((), ATLAS).codes == ()


def test_without_a_country_the_world_and_its_regions_are_shown() -> None:
    # the region without a state is left out
    assert [s.code for s in peer_sets(small.WORLD, ATLAS)] == ["001", small.NORTH, small.SOUTH]


def test_a_region_without_parts_stands_alone() -> None:
    sets = peer_sets(small.NORTHERNERS, ATLAS)
    assert [s.code for s in sets] == [small.NORTH]
    assert peer_rows(sets).colours == (theme.REFERENCE,)


def test_parts_of_a_real_region_are_its_sub_regions(contents) -> None:
    africa = contents.atlas.group("002")
    names = [s.name for s in peer_sets(Peers(africa.code, africa.name, africa.members), contents.atlas)]
    assert names[0] == "Africa"
    assert {"Northern Africa", "Sub-Saharan Africa"} <= set(names[1:])
    assert not {"Africa"} & set(names[1:])


def test_neighbours_are_the_others_of_the_compared_group_by_name() -> None:
    assert neighbours("EST", small.NORTHERNERS, ATLAS).members == ("DNK", "FIN")


def test_compared_with_the_world_a_country_without_a_sub_region_has_no_neighbours() -> None:
    assert neighbours("ISL", small.WORLD, ATLAS).members == ()


def test_neighbours_in_the_world_are_those_of_the_sub_region(contents) -> None:
    world = contents.atlas.group("001")
    found = neighbours("FIN", Peers("001", "World", world.members), contents.atlas)
    assert found.name == "Northern Europe" and "SWE" in found.members and "FIN" not in found.members
    assert [contents.atlas.area(c).name for c in found.members][:2] == ["Denmark", "Estonia"]


def wide(*gaps: float | None) -> Groups:
    """A country a gap, in one year; None for a country without any value."""
    held = [(f"A{i:02}", group, 2000, 0.0 if group == "F" else gap) for i, gap in enumerate(gaps) if gap is not None for group in "FM"]
    return by_country(small.grouped(held, range(2000, 2001)), tuple(f"A{i:02}" for i in range(len(gaps))), 0)


def test_only_rows_with_a_value_are_listed_and_where_too_many_the_widest() -> None:
    assert listed(wide(1, None, 3), ("F", "M"), 2000, 1) == ("A00", "A02")
    many = listed(wide(*range(MOST_LISTED + 5)), ("F", "M"), 2000, 1)
    assert len(many) == MOST_LISTED and many[0] == "A05"  # the five narrowest are not listed; the order stays


def test_rows_one_below_the_other_know_which_are_countries_and_which_ranked() -> None:
    rows = one_below_the_other(area_rows(("KEN",), ATLAS), middle_row(small.WORLD), listed_rows(("FIN", "DNK"), ATLAS))
    assert rows.words == ("Kenya", "World median", "Finland", "Denmark")
    assert (rows.is_own, rows.ranked, rows.strong) == ((True, False, True, True), 2, 1)


LEGEND = [{"words": "Poorest fifth"}, {"words": "Poorest 40%"}, {"words": "all"}]


def test_a_legend_says_the_size_of_each_group_that_is_known_and_does_not_say_it_already() -> None:
    said = [entry["words"] for entry in with_sizes(LEGEND, ("Q1", "B40"), {"Q1": 0.2, "B40": 0.4})]
    assert said == ["Poorest fifth (20% of people)", "Poorest 40%", "all"]
    assert with_sizes(LEGEND, ("Q1", "B40"), {"Q1": None}) == LEGEND


def test_groups_that_are_all_alike_have_their_size_said_once() -> None:
    said = [entry["words"] for entry in with_sizes(LEGEND, ("Q1", "Q2"), {"Q1": 0.2, "Q2": 0.2})]
    assert said == ["Poorest fifth", "Poorest 40%", "all", "each 20% of people"]
