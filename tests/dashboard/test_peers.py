"""Who is compared with whom."""

from __future__ import annotations

import pytest

from dashboard.peers import compared_with, scope_of
from dashboard.view import COMPARE_WORDS, View
from tests.dashboard import small

ATLAS = small.atlas()


def compared(**own: object) -> str:
    return compared_with(View("unemployment", **own), ATLAS).code


def test_the_scope_is_the_world_unless_a_group_is_asked() -> None:
    assert scope_of(View("unemployment"), ATLAS).is_world
    north = scope_of(View("unemployment", scope=small.NORTH), ATLAS)
    assert (north.code, north.name, north.members, north.is_world) == ("150", "North", ("DNK", "EST", "FIN"), False)


def test_the_comparison_is_the_world_even_within_a_scope() -> None:
    assert compared(scope=small.NORTH) == "001"


def test_region_and_income_are_those_of_the_first_chosen_country_that_has_one() -> None:
    assert compared(areas=("KEN", "FIN"), compare="region") == small.SOUTH
    assert compared(areas=("FIN", "KEN"), compare="region") == small.NORTH
    assert compared(areas=("KEN",), compare="income") == "LMC"
    assert compared(areas=("TGO", "FIN"), compare="income") == "HIC"  # Togo has no income group here
    assert compared(areas=("ISL", "KEN"), compare="region") == small.SOUTH  # the island has no region


def test_without_a_country_region_means_the_scope() -> None:
    assert compared(compare="region") == "001"
    assert compared(compare="region", scope=small.SOUTH) == small.SOUTH
    assert compared(areas=("TGO",), compare="income", scope=small.SOUTH) == small.SOUTH


def test_a_group_is_taken_as_it_is() -> None:
    assert compared(areas=("KEN",), compare="HIC") == "HIC"


@pytest.mark.parametrize("word", COMPARE_WORDS)
def test_every_real_country_has_peers(word: str, contents) -> None:
    for area in contents.atlas.countries():
        peers = compared_with(View(contents.default_indicator, (area.code,), compare=word), contents.atlas)
        assert peers.members and peers.name
