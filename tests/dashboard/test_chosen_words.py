"""The sentence on the chosen; tests/browser holds it against the script's."""

from __future__ import annotations

from dashboard.chosen_words import Middle, amount, of_chosen
from dashboard.shown import Cell, shown
from tests.dashboard import small

HELD = small.series(
    ("DNK", 1995, 4.0), ("DNK", 2000, 5.0), ("EST", 2000, 95.0, ">"), ("FIN", 1999, 25.0), ("KEN", 2000, None, "q"), ("ISL", 2000, 7.0), ("TGO", 2000, 15.0)
)  # fmt: skip
NOW = shown(HELD, small.indicator(), small.WORLD, 2000, 2, small.atlas())
MIDDLE = Middle("World", 15.0, 4)


def said(*codes: str, middle: Middle = MIDDLE, is_count: bool = False) -> str:
    atlas = small.atlas()
    return of_chosen(NOW, {code: atlas.area(code).name for code in codes}, middle, 1, "%", is_count)


def test_value_place_distance_and_change_are_said() -> None:
    assert said("DNK") == "Denmark 5.0%, 1st of 4, 10.0 below the median, +1.0 since 1995. World median: 15.0% (4 countries)."
    assert said("FIN").startswith("Finland 25.0% in 1999, 3rd of 4, 10.0 above the median.")
    assert said("TGO").startswith("Togo 15.0%, 2nd of 4, at the median.")


def test_a_bound_has_no_distance_and_counts_have_no_median() -> None:
    assert said("EST").startswith("Estonia over 95.0%, 4th of 4. World")
    assert said("DNK", is_count=True) == "Denmark 5.0%, 1st of 4, +1.0 since 1995."
    assert said("TGO", middle=Middle("World", None, 0)) == "Togo 15.0%, 2nd of 4."


def test_who_is_not_ranked_is_said_to_be_so() -> None:
    assert said("ISL", "KEN").startswith("Island 7.0%, not among the countries ranked. Kenya: no data. World")


def test_none_and_more_than_three_are_not_spoken_of() -> None:
    assert said() == said("DNK", "EST", "FIN", "TGO") == ""


def test_an_amount_says_its_year_where_it_is_an_earlier_one() -> None:
    assert amount(Cell(5.0, 1999, "m"), 2000, 1, "%", " (", ")") == "5.0% (1999)"
    assert amount(Cell(5.0, 2000, "<"), 2000, 1, "", " in ") == "under 5.0"
    assert amount(None, 2000, 1, "%", " (") == amount(Cell(None, 2000, "q"), 2000, 1, "%", " (") == "no data"
