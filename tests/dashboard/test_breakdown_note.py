"""The sentences below the breakdown panel."""

from __future__ import annotations

from dashboard.breakdown_note import not_crossed, note, nothing, of_listed, without_values
from dashboard.peers import Peers
from dashboard.view import DOTS, LINES


def test_a_plain_breakdown_of_people_needs_no_words() -> None:
    assert note(DOTS, False, (), True, "") == []


def test_what_is_no_group_of_people_is_compared_within_a_row_or_along_a_line() -> None:
    assert note(DOTS, False, (), False, "") == ["Rows are not groups of people to set against each other: compare within a row."]
    assert note(LINES, False, (), False, "") == ["Lines are not groups of people to set against each other: compare each with itself."]


def test_medians_freed_columns_and_other_scales_are_told() -> None:
    said = note(DOTS, True, ("Both sexes",), True, "a score")
    assert said == ["Medians of countries that have all groups.", "Shown for: both sexes.", "Each group is on a scale of its own (a score), the total on another: compare within a row."]


def test_who_is_listed_and_how_many_of_them() -> None:
    peers = Peers("154", "Northern Europe", ("SWE",))
    assert of_listed(peers, 9, 9, True) == "Below: Northern Europe, widest gap first."
    assert of_listed(peers, 40, 46, True) == "Below: Northern Europe, widest gap first (40 of 46)."
    assert of_listed(peers, 9, 9, False) == "Below: Northern Europe, by name."
    assert of_listed(peers, 0, 0, True) == "No other country of Northern Europe has values by group."
    assert of_listed(Peers("", "", ()), 0, 0, True) == ""


def test_why_a_crossing_is_not_there() -> None:
    assert not_crossed("Sex", "Age", True) == "The source does not cross sex with age: groups by sex alone are shown."
    assert not_crossed("Skill", "Sex", False) == "Groups by skill are not crossed with others: they are not groups of people."


def test_nothing_is_said_with_what_there_is_instead() -> None:
    assert nothing("Age", ["Kenya", "Togo"], ["Sex"]) == "No values by age for Kenya and Togo. There are values by sex."
    assert nothing("Age", [], []) == "No values by age for enough countries."
    assert without_values(["Kenya"]) == ["No values for Kenya."] and without_values([]) == []
