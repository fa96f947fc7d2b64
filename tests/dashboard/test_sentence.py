"""The sentence of a view, worked out by hand."""

from __future__ import annotations

from dashboard.peers import Peers
from dashboard.sentence import sentences
from tests.dashboard.small import NORTHERNERS, WORLD, atlas, indicator, sliced

ATLAS = atlas()
SIX = [("DNK", 2000, 4.0), ("EST", 2000, 6.0), ("FIN", 2000, 8.0), ("GHA", 2000, 10.0), ("KEN", 2000, 12.0), ("TGO", 2000, 30.0)]


def said(*rows: tuple, year: int = 2000, window: int = 2, scope: Peers = WORLD, **own: object) -> str:
    return sentences(sliced(rows, range(2000, 2005)), indicator(**own), scope, window, ATLAS)[year]


# 4, 6, 8, 10, 12, 30: median (8 + 10) / 2 = 9; the quarters lie at places 1.25 and 3.75: 6 + 0.25·2 = 6.5 and 10 + 0.75·2 = 11.5.
def test_a_full_year_says_count_median_middle_half_and_both_ends() -> None:
    assert said(*SIX) == "6 of 6 countries. Median 9.0%; middle half 6.5–11.5%. Highest Togo (30.0%), lowest Denmark (4.0%)."


def test_another_unit_is_left_to_the_title_and_a_range_is_worded() -> None:
    assert said(*SIX, unit_short="$", decimals=0).startswith("6 of 6 countries. Median 9; middle half 6 to 12. Highest Togo (30)")


# −8 … 30: the quarter at place 1.25 of −8, −6, −4, 10, 12, 30 is −6 + 0.25·2 = −5.5. "−5.5–11.5%" could be misread.
def test_a_range_from_below_zero_is_worded_with_to() -> None:
    rows = [(a, y, -v if i < 3 else v) for i, (a, y, v) in enumerate([("DNK", 2000, 4.0), ("EST", 2000, 6.0), ("FIN", 2000, 8.0), *SIX[3:]])]
    assert "middle half −5.5% to 11.5%" in said(*rows)


def test_borrowed_values_are_counted_apart() -> None:
    assert said(*SIX[:5], ("TGO", 2001, 30.0), year=2001).startswith("6 of 6 countries (5 from an earlier year). Median 9.0%")


def test_beyond_the_window_nobody_is_counted() -> None:
    assert said(*SIX, year=2003) == "No country in the world has a value for 2003 or the 2 years before."
    assert said(*SIX, year=2003, window=0) == "No country in the world has a value for 2003."
    assert said(*SIX, year=2002, window=1) == "No country in the world has a value for 2002 or the 1 year before."


def test_countries_outside_the_scope_are_not_counted() -> None:
    assert said(*SIX, scope=NORTHERNERS) == "3 of 3 countries."
    assert said(*SIX[3:], scope=NORTHERNERS) == "No country in North has a value for 2000 or the 2 years before."


def test_fewer_than_five_have_no_median() -> None:
    assert said(*SIX[:4]) == "4 of 6 countries."
    assert said(SIX[0]) == "1 of 6 countries."


def test_a_group_without_countries_is_worded() -> None:
    assert said(*SIX, scope=Peers("010", "Ice", ())).startswith("No country in Ice has a value for 2000")


def test_one_value_for_all_has_no_ends() -> None:
    assert said(*((a, y, 5.0) for a, y, _ in SIX)) == "6 of 6 countries; each of them shows 5.0%."


def test_two_at_an_end_are_named_and_three_are_counted() -> None:
    low = [(a, y, 4.0 if a in ("DNK", "EST") else v) for a, y, v in SIX]
    assert said(*low).endswith("lowest Denmark and Estonia (4.0%).")
    low = [(a, y, 4.04 if a in ("DNK", "EST", "FIN") else v) for a, y, v in SIX]  # 4.04 prints as 4.0
    assert said(*low).endswith("lowest 3 countries (4.0%).")


def test_an_end_that_is_only_a_bound_says_so() -> None:
    rows = [*SIX[:5], ("TGO", 2000, 95.0, ">")]
    assert "Highest Togo (over 95.0%)" in said(*rows)


def test_a_suppressed_value_counts_for_nobody() -> None:
    assert said(*SIX[:5], ("TGO", 2000, None, "q")).startswith("5 of 6 countries. ")


def test_there_is_a_sentence_for_every_year() -> None:
    assert list(sentences(sliced(SIX, range(2000, 2005)), indicator(), WORLD, 2, ATLAS)) == [2000, 2001, 2002, 2003, 2004]
