"""What stands in the rows and dots of the breakdown panel."""

from __future__ import annotations

from dashboard import theme
from dashboard.breakdown import area_rows, group_rows, peer_rows, peer_sets
from dashboard.catalogue import Breakdown
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
