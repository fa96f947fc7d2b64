"""Which country stands in each row of a list, in what order, and how it is among the others."""

from __future__ import annotations

import math

import pytest

from dashboard import theme
from dashboard.gaps.listed import Listed, listed
from dashboard.gaps.question import GapQuestion
from dashboard.gaps.said import said, times
from dashboard.gaps.summary import nothing, summary
from tests.dashboard.gaps.lists import TEACH, WORK, contents, gap, table
from tests.dashboard.small import NORTH

CONTENTS = contents()
# unemployment: gaps of 4, −10 and 2 points; teachers: 30 and 30
TABLE = table(
    {
        WORK: [
            gap("DNK", (2010, 8, 4), (2000, 16, 4)),  # closed by 8 in 10 years
            gap("FIN", (2008, 10, 20), (2003, 6, 4)),  # opened from 2 to 10 in 5 years, and turned round
            gap("KEN", (2009, 5, 3)),
        ],
        TEACH: [gap("GHA", (2004, 20, 50)), gap("KEN", (2003, 60, 30)), gap("TGO", (1990, 0, 90), counts=False)],
    }
)


def asked(**own: object) -> Listed:
    return listed(GapQuestion(**own), TABLE, CONTENTS)


def rows(found: Listed) -> list[tuple]:
    return [(line.compared.indicator.key, TABLE.word("REF_AREA", line.row), line.size) for line in found.lines]


def test_each_row_has_the_country_with_the_widest_gap_whoever_is_behind():
    assert rows(asked()) == [("qualified-teachers", "TGO", 90), ("unemployment", "FIN", 10)]
    assert [(line.middle, line.countries, line.place, line.ties) for line in asked().lines] == [(30, 3, 1, 0), (4, 3, 1, 0)]


def test_a_region_has_its_own_widest_and_its_own_middle():
    found = asked(scope=NORTH)
    assert rows(found) == [("unemployment", "FIN", 10)]
    assert (found.lines[0].middle, found.lines[0].countries) == (7, 2)
    # of four breakdowns: teachers by sex have no state there; two by age and education have no gaps at all
    assert found.lacking == 3


def test_a_country_has_its_place_among_all():
    found = asked(area="KEN")
    assert rows(found) == [("qualified-teachers", "KEN", 30), ("unemployment", "KEN", 2)]
    assert [(line.place, line.ties, line.countries) for line in found.lines] == [(2, 1, 3), (3, 0, 3)]


def test_values_from_before_the_year_asked_for_do_not_count():
    assert rows(asked(since=2004)) == [("qualified-teachers", "GHA", 30), ("unemployment", "FIN", 10)]
    assert rows(asked(since=2010)) == [("unemployment", "DNK", 4)]


def test_a_ratio_is_of_the_larger_value_over_the_smaller_and_only_where_it_counts():
    assert rows(asked(form="ratio")) == [("qualified-teachers", "GHA", 2.5), ("unemployment", "DNK", 2.0)]


def test_a_ratio_needs_no_common_unit_and_a_difference_does():
    assert asked(unit="$").lines == ()
    assert len(asked(unit="$", form="ratio").lines) == 2


def test_the_fastest_closing_gap_is_that_with_the_widest_decrease_a_year():
    found = asked(kind="closing")
    assert rows(found) == [("unemployment", "DNK", 0.8)]  # from 12 to 4 in ten years
    assert found.lines[0].countries == 2 and found.lines[0].middle == pytest.approx((0.8 - 1.6) / 2)
    assert rows(asked(kind="closing", area="FIN")) == [] and asked(kind="closing", area="FIN").unmoved == 1


def test_a_gap_that_turned_round_counts_from_width_to_width_and_says_so():
    question = GapQuestion(kind="opening")
    (line,) = listed(question, TABLE, CONTENTS).lines
    assert (TABLE.word("REF_AREA", line.row), line.size) == ("FIN", pytest.approx(1.6))  # from 2 to 10 in five years
    row = said(line, question, TABLE, CONTENTS)
    assert "turned round since 2003" in row.notes
    assert row.change == "from 2.0 in 2003 to 10.0 in 2008" and row.size == "1.60 percentage points a year"


def test_a_ratio_closes_by_its_logarithm():
    found = asked(kind="closing", form="ratio")
    assert rows(found) == [("unemployment", "DNK", pytest.approx((math.log(4) - math.log(2)) / 10))]
    # 4 times becomes 2 times in ten years: a factor of 2^(−1/10) a year
    row = said(found.lines[0], GapQuestion(kind="closing", form="ratio"), TABLE, CONTENTS)
    assert row.size == "6.7% a year" and row.change == "from 4.00 times in 2000 to 2.00 times in 2010"


def test_groups_that_changed_places_turned_round_though_highest_less_lowest_has_no_sign():
    one = gap("KEN", (2010, 30, 20), (2000, 15, 10))
    other = gap("TGO", (2010, 30, 20))
    swapped = one.start.__class__(**one.start.__dict__ | {"group_1": "M", "group_2": "F"})
    held = table({WORK: [one, other, gap("FIN", (2010, 3, 2)).__class__("FIN", one.latest, swapped)]})
    assert held.has_turned.tolist() == [False, False, True]


def test_a_row_says_who_is_worse_off_and_its_link_leads_to_the_view():
    first, second = (said(line, GapQuestion(), TABLE, CONTENTS) for line in asked().lines)
    assert (first.area, first.year, first.size, first.behind) == ("Togo", 1990, "90.0 percentage points", "worse off: Women")
    assert [side.name + " " + side.words for side in first.sides] == ["Women 0.0%", "Men 90.0%"]
    assert second.behind == "worse off: Men"  # of whom more are without work
    assert second.query == "areas=FIN&measure=difference&ref=M"  # 2008 is the year that is shown anyway
    assert first.query == "indicator=qualified-teachers&areas=TGO&year=1990&by=sex&measure=difference&ref=M"


def test_what_the_default_slice_is_of_is_said_where_it_is_not_what_is_compared():
    question = GapQuestion()
    teachers, work = (said(line, question, TABLE, CONTENTS) for line in asked().lines)
    assert (teachers.slice, work.slice) == ("Primary", "")


def test_values_that_print_the_same_are_no_gap():
    held = table({WORK: [gap("FIN", (2008, 10.01, 10.04))]})
    (line,) = listed(GapQuestion(), held, CONTENTS).lines
    assert said(line, GapQuestion(), held, CONTENTS).behind == "no gap"


def test_the_sentence_holds_the_first_row_and_counts_all():
    found = asked()
    text = summary(GapQuestion(by="SEX"), found, [said(line, GapQuestion(), TABLE, CONTENTS) for line in found.lines], CONTENTS)
    assert text == (
        "The widest of these gaps in the world is in Qualified teachers by sex in Togo: Women 0.0%, Men 90.0% in 1990; a gap of 90.0 percentage points. "
        "2 gaps are listed, one for each indicator and breakdown, with values of 1990 to 2008. Worse off now: Women in 1 of them and Men in 1."
    )


@pytest.mark.parametrize(("ratio", "words"), [(1.0, "1.00 times"), (2.094, "2.09 times"), (31.44, "31.4 times"), (120.4, "120 times")])
def test_a_ratio_is_worded_to_three_digits(ratio: float, words: str):
    assert times(ratio) == words


def test_a_group_has_the_mark_that_it_has_in_the_breakdown_panel(desk):
    """Whatever the order in which an indicator's source names its groups."""
    seen: dict[tuple[str, str], set] = {}
    for form in ("difference", "ratio"):
        question = GapQuestion(by="URBANISATION", form=form)
        for line in listed(question, desk.gaps, desk.contents).lines:
            row = said(line, question, desk.gaps, desk.contents)
            for side in row.sides:
                seen.setdefault((row.column, side.name), set()).add((side.place, side.colour))
    assert seen == {("Place of residence", "Rural"): {(0, theme.GROUP_COLOURS[0])}, ("Place of residence", "Urban"): {(1, theme.GROUP_COLOURS[1])}}


def test_an_empty_list_says_why():
    def why(**own: object) -> str:
        question = GapQuestion(**own)
        return nothing(question, listed(question, TABLE, CONTENTS), TABLE, CONTENTS)[0]

    assert why(by="INCOME_WEALTH_QUANTILE") == "No indicator has values of groups of people by wealth or income that can be compared."
    # Finland's gap at work opened; of teachers, of ages and of levels of education there is none
    assert why(area="FIN", kind="closing") == "Of 1 gap in Finland none closed. For 3 more breakdowns there is no earlier gap to hold it against."
    assert why(area="EST").startswith("There is no gap in percentage points in Estonia: the sources have no values of both groups there.")
    assert why(area="TGO", form="ratio").endswith("there, or none whose ratio counts.")
