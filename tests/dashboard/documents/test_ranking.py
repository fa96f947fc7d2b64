"""Which places a page shows, and how."""

from __future__ import annotations

import pytest

from dashboard.chosen_words import Middle
from dashboard.documents.ranking import LEFT_OUT, bars, is_barred, lines, place_table, rounds_otherwise, selected, yes_no_table
from dashboard.peers import Peers
from dashboard.shown import shown
from tests.dashboard.small import STATES, WORLD, atlas, indicator, series

NOBODY = Middle("World", None, 0)


def of(*rows: tuple, **own: object):
    return shown(series(*rows), indicator(**own), WORLD, 2010, 2, atlas())


ROWS = [(code, 2010, float(value)) for code, value in zip(STATES, (3, 5, 4, 9, 7, 8), strict=True)]


def test_all_places_are_shown_where_there_is_room():
    assert selected(5, [2], 6) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("chosen", [[], [50], [0, 99], [10, 20, 30, 40, 50, 60, 70, 80]])
def test_the_chosen_and_both_ends_are_always_shown(chosen: list[int]):
    found = selected(100, chosen, 14)
    assert {*chosen, 0, 1, 2, 97, 98, 99} <= set(found) and len(found) == 14 and found == sorted(found)


def test_who_stands_beside_the_chosen_is_shown():
    assert {49, 50, 51} <= set(selected(100, [50], 14))


def test_what_is_left_out_between_two_places_is_said():
    found = lines(of(*ROWS), ("FIN",), indicator(), NOBODY, 4)
    assert [line.name for line in found] == ["1  Denmark", "2  Finland", LEFT_OUT, "5  Togo", "6  Ghana"]
    assert [line.value for line in found] == [3.0, 4.0, None, 8.0, 9.0]


@pytest.mark.parametrize(("direction", "before"), [("lower", "4  Kenya"), ("higher", "4  Finland")])
def test_the_median_stands_where_its_value_does(direction: str, before: str):
    own = indicator(direction=direction)
    found = lines(shown(series(*ROWS), own, WORLD, 2010, 2, atlas()), (), own, Middle("World", 6.0, 6), 10)
    names = [line.name for line in found]
    assert names.index("World median") == 3
    assert found[2].value < 6 < found[4].value if direction == "lower" else found[2].value > 6 > found[4].value


def test_a_bound_says_so_and_is_pale_and_a_borrowed_value_names_its_year():
    held = of(("FIN", 2010, 2.5, "<"), ("KEN", 2009, 4.0))
    drawn = bars(lines(held, ("KEN",), indicator(), NOBODY, 9), indicator(), "words", "Unemployment")
    assert drawn.names == ("1  Finland", "2  Kenya, 2009") and drawn.said == ("under 2.5%", "") and drawn.pale == (0,)


def test_a_number_that_a_spreadsheet_would_round_otherwise_is_said():
    assert rounds_otherwise(0.975, 2) and not rounds_otherwise(0.974, 2) and not rounds_otherwise(7.0, 0)


@pytest.mark.parametrize(
    ("own", "measure", "expected"),
    [({}, False, True), ({}, True, False),
     ({"limits": (1, 4)}, False, False), ({"limits": (None, None)}, False, False), ({"unit_short": "yes/no"}, False, False), ({"equality": 1.0}, False, False)],
)  # fmt: skip
def test_bars_are_drawn_only_where_nothing_is_nothing(own: dict, measure: bool, expected: bool):
    assert is_barred(indicator(**own), measure) is expected


def test_the_table_of_places_has_value_year_and_change():
    held = of(("FIN", 2010, 4.0), ("FIN", 2004, 3.0), ("KEN", 2009, 5.0))
    table = place_table(lines(held, (), indicator(), NOBODY, 9), indicator(), 2010)
    assert table.rows == (("1", "Finland", "4.0%", "2010", "+1.0 since 2004"), ("2", "Kenya", "5.0%", "2009", "–"))


def test_answers_are_counted_by_set_of_countries_and_who_has_none_is_counted():
    held = of(("FIN", 2010, 1.0), ("DNK", 2010, 1.0), ("KEN", 2010, 0.0), unit_short="yes/no", decimals=0)
    table = yes_no_table(held, {"FIN": "Finland", "EST": "Estonia"}, [("World", WORLD.members), ("North", Peers("150", "North", STATES[:3]).members)])
    assert table.rows == (("Finland", "yes", "", ""), ("Estonia", "", "", "no data"), ("World", "2", "1", "3"), ("North", "2", "0", "1"))
