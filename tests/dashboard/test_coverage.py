"""Who is counted, worked out on paper for six states and three indicators."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from dashboard.catalogue import Breakdown, Category, Indicator
from dashboard.contents import Contents
from dashboard.coverage.categories import belongs, counted, groups_in, never_counted
from dashboard.coverage.cube import Coverage, cube
from dashboard.coverage.file import coverage_file
from dashboard.coverage.summary import Held, Split, compared, held, matrix, of_area, split, without
from dashboard.coverage.table import COLUMNS, coverage_table
from dashboard.coverage.words import missing_words, of_country, opening
from dashboard.schema import standard_frame
from tests.dashboard.small import NORTHERNERS, STATES, WORLD, coded, contents, indicator

CATEGORIES = (
    Category("sex", "Women and men", "Sex", "sex", ("SEX",)),
    Category("older", "Older persons", "Old", "", ("AGE",), ages=(60, None)),
    Category("young", "Youth", "Youth", "", ("AGE",), ages=(15, 24)),
    Category("disability", "Persons with disabilities", "Disability", "disability", ("DISABILITY_STATUS",), ("PD",)),
    Category("caste", "Caste"),
    Category("stateless", "Stateless persons", "Stateless", "", ("POPULATION_TYPE",), ("STA",)),
)
COUNTRIES = (*STATES, "ISL")
ROWS = [
    # area, year, sex, age, value
    ("FIN", 2000, "_T", "_T", 5.0), ("FIN", 2000, "F", "_T", 5.0), ("FIN", 2003, "F", "_T", 5.0), ("FIN", 2003, "M", "_T", 6.0), ("FIN", 2003, "_T", "Y15T24", 9.0),
    ("KEN", 2002, "_T", "_T", 5.0), ("KEN", 2002, "F", "Y15T24", 7.0),  # women of one age only
    ("EST", 2001, "F", "_T", 0.0), ("EST", 2001, "_T", "Y_GE65", 1.0),  # a zero is a value
    ("GHA", 2001, "_T", "_T", 4.0), ("GHA", 2001, "F", "_T", None),  # no value, whatever the row says
    ("ISL", 2001, "F", "_T", 3.0), ("WLD", 2001, "F", "_T", 3.0),
]  # fmt: skip


def known(*indicators: Indicator) -> Contents:
    small = contents()
    disabled = indicator(key="schooling", name="Schooling", breakdowns=(Breakdown("DISABILITY_STATUS", ("PD", "PWD"), False),))
    held_by = {"schooling": replace(small.holdings["mean-income"], codes={"DISABILITY_STATUS": ("_T", "PD", "PWD")})}
    catalogue = replace(small.catalogue, indicators=indicators or (*small.catalogue.indicators, disabled), categories=CATEGORIES)
    names = {**catalogue.column_names, "DISABILITY_STATUS": "Disability"}
    return replace(small, catalogue=replace(catalogue, column_names=names), holdings={**small.holdings, **held_by})


def table(rows: list[tuple] = ROWS, entry: Indicator | None = None, **more: object) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["REF_AREA", "TIME_PERIOD", "SEX", "AGE", "OBS_VALUE"]).assign(INDICATOR="unemployment", **more)
    frame["OBS_STATUS"] = frame["OBS_VALUE"].isna().map({True: "O", False: "A"})
    return coverage_table(standard_frame(frame), known(*([entry] if entry else [])).catalogue, COUNTRIES)


def coverage(rows: list[tuple] = ROWS) -> Coverage:
    found = table(rows)
    numbers = {name: found[name].to_numpy() for name in COLUMNS[4:]}
    return cube(*(coded(found[name].tolist()) for name in COLUMNS[:4]), numbers)


def test_a_row_is_a_group_of_a_country_with_its_years():
    rows = [tuple(row) for row in table()[["BREAKDOWN", "GROUP", "REF_AREA", "FIRST_YEAR", "LAST_YEAR", "YEARS", "IS_HEADLINE"]].to_numpy().tolist()]
    assert ("SEX", "F", "FIN", 2000, 2003, 2, True) in rows
    assert ("SEX", "F", "EST", 2001, 2001, 1, True) in rows  # zero unemployed women are data
    assert ("SEX", "F", "KEN", 2002, 2002, 1, False) in rows  # of one age only
    assert ("AGE", "Y15T24", "KEN", 2002, 2002, 1, False) in rows
    assert ("", "_T", "FIN", 2000, 2000, 1, True) in rows and ("", "_T", "EST", 2001, 2001, 1, False) in rows
    assert not [row for row in rows if row[2] == "WLD" or row[:3] == ("SEX", "F", "GHA")]


def test_a_headline_of_one_group_gives_way_where_the_groups_are_of_all():
    entry = indicator(headline=(("SEX", "F"),), breakdowns=(Breakdown("AGE", ("Y15T24",), True),))
    rows = table([("FIN", 2000, "F", "_T", 5.0), ("FIN", 2000, "_T", "Y15T24", 5.0)], entry)
    assert rows[["BREAKDOWN", "GROUP", "IS_HEADLINE"]].to_numpy().tolist() == [["", "_T", True], ["AGE", "Y15T24", True]]


def test_states_are_counted_once_however_many_groups_they_have():
    found = coverage()
    rows = found.rows("unemployment", "SEX", ("F", "M"))
    assert held(found, rows, STATES) == Held(2, 2000, 2003)  # Finland and Estonia; Kenya not in the slice shown
    assert held(found, rows, ("KEN", "GHA")) == Held()
    assert held(found, rows, (*STATES, "ISL")).count == 3
    assert held(found, found.rows("unemployment", "SEX", ("O",)), STATES) == Held()


def test_every_state_is_in_exactly_one_part():
    found = split(coverage(), indicator(), "SEX", "M", STATES)
    assert found == Split(has=("FIN",), elsewhere=(), others=("EST", "KEN"), total=("GHA",), nothing=("DNK", "TGO"))
    assert split(coverage(), indicator(), "SEX", "F", STATES).elsewhere == ("KEN",)
    assert without(coverage(), "unemployment", STATES) == ("DNK", "TGO")


def test_age_groups_are_of_a_category_where_they_lie_wholly_within_it():
    entry = indicator(breakdowns=(Breakdown("AGE", ("Y_LT15", "Y15T24", "Y25T64", "Y_GE60", "Y_GE65"), True),))
    assert groups_in(CATEGORIES[1], entry) == (("AGE", "Y_GE60"), ("AGE", "Y_GE65"))
    assert groups_in(CATEGORIES[2], entry) == (("AGE", "Y15T24"),)


def test_people_without_a_disability_are_not_persons_with_disabilities_and_parts_are_not_people():
    assert belongs(CATEGORIES[3], "DISABILITY_STATUS", "PD") and not belongs(CATEGORIES[3], "DISABILITY_STATUS", "PWD")
    assert groups_in(CATEGORIES[0], indicator(breakdowns=(Breakdown("SEX", ("F",), False, are_parts=True),))) == ()


def test_never_counted_is_what_no_indicator_has_not_even_in_rows_that_no_page_shows():
    small = known()
    assert [c.key for c in counted(small.catalogue)] == ["sex", "older", "young", "disability"]
    assert [c.key for c in never_counted(small)] == ["caste", "stateless"]
    hidden = replace(small.holdings["unemployment"], codes={"POPULATION_TYPE": ("_T", "STA")})
    assert [c.key for c in never_counted(replace(small, holdings={**small.holdings, "unemployment": hidden}))] == ["caste"]


def test_the_matrix_has_a_row_for_each_indicator_with_groups_of_people():
    small = known()
    found = matrix(coverage(), counted(small.catalogue), small.catalogue.indicators, STATES)
    assert set(found) == {"unemployment", "qualified-teachers", "schooling"}
    assert [h.count for h in found["unemployment"]] == [1, 1, 1, 0]  # Estonia has women without men, and one group of the old is enough
    assert "Of 4 indicators, 3 tell groups of people apart. Women and men are shown in 1 of them" in " ".join(opening(small.catalogue.indicators, found, counted(small.catalogue), WORLD))


def test_a_breakdown_of_one_group_only_needs_no_second():
    one = indicator(breakdowns=(Breakdown("SEX", ("F",), False),))
    assert compared(coverage(), one, "SEX", STATES).count == 2
    assert compared(coverage(), indicator(), "SEX", STATES) == Held(1, 2000, 2003)  # Estonia has women only


def test_a_dimension_without_groups_says_so():
    assert opening([indicator()], {}, CATEGORIES[:4], WORLD) == ["None of 1 indicator tells groups of people apart."]


def test_a_country_has_what_it_has_in_any_slice():
    small = known()
    row = of_area(coverage(), CATEGORIES[2], small.catalogue.indicators, "KEN", STATES)
    assert (row.has, row.offered, row.countries) == ((("unemployment", 0),), ("unemployment",), 1)
    assert of_area(coverage(), CATEGORIES[0], small.catalogue.indicators, "FIN", STATES).has == (("unemployment", 2003),)
    assert of_area(coverage(), CATEGORIES[0], small.catalogue.indicators, "EST", STATES).has == ()  # women without men
    assert of_area(coverage(), CATEGORIES[3], small.catalogue.indicators, "KEN", STATES).has == ()


@pytest.mark.parametrize(
    ("columns", "areas", "words"),
    [
        (("SEX",), (), "By sex: 1 of 6 countries; never by disability."),
        (("AGE",), ("GHA", "FIN", "EST"), "By age: 0 of 6 countries; never by disability. Ghana: no data by age. Finland: 15–24 years only. Estonia: 65 years and over only."),
        (("SEX", "AGE"), ("TGO",), "By sex: 1 of 6 countries; by age: 0; never by disability. Togo: no data at all."),
        (("SEX",), ("KEN", "GHA", "EST"), "By sex: 1 of 6 countries; never by disability. Kenya: data by sex in other slices only. Ghana: no data by sex. Estonia: women only."),
        ((), (), "No groups of people in the source; never by disability."),
    ],
)
def test_words_beside_a_breakdown_count_and_name(columns: tuple[str, ...], areas: tuple[str, ...], words: str):
    assert missing_words(coverage(), known(), "unemployment", columns, WORLD, areas) == words


def test_words_count_within_the_scope_and_an_indicator_of_women_is_not_said_to_lack_sex():
    assert missing_words(coverage(), known(), "unemployment", ("SEX",), NORTHERNERS).startswith("By sex: 1 of 3 countries")
    small = known(indicator(headline=(("SEX", "F"),), breakdowns=()), indicator(key="schooling"))
    assert missing_words(coverage(), small, "unemployment", (), WORLD) == "Figures of one group only (women)."
    parts = known(indicator(headline=(("SEX", "F"),), breakdowns=(Breakdown("SEX", ("F",), False, are_parts=True),)), indicator(key="schooling"))
    assert missing_words(coverage(), parts, "unemployment", (), WORLD) == "No groups of people in the source; never by sex."


def test_words_of_a_country_name_what_no_indicator_has():
    has, offered = {"sex": 3, "older": 0, "young": 1, "disability": 0}, {"sex": 5, "older": 2, "young": 2, "disability": 0}
    assert of_country("Kenya", has, offered, CATEGORIES[:4]) == "Kenya has figures of women and men in 3 indicators; in none of older persons."
    assert of_country("Kenya", dict.fromkeys(has, 0), offered, CATEGORIES[:4]) == "Kenya has figures of no group at all."
    assert of_country("Kenya", has, dict.fromkeys(has, 0), CATEGORIES[:4]) == "No indicator of this dimension tells groups of people apart."


def test_the_file_says_no_where_there_is_no_figure_and_never_zero_years_alone():
    rows = coverage_file(coverage(), [indicator()], known())
    women = rows[(rows["BREAKDOWN"] == "SEX") & (rows["GROUP"] == "F")].set_index("REF_AREA")
    assert women["HAS_DATA"].to_dict() == {"DNK": "no", "EST": "yes", "FIN": "yes", "GHA": "no", "ISL": "yes", "KEN": "in other slices", "TGO": "no"}
    assert women.loc["FIN", ["FIRST_YEAR", "LAST_YEAR", "YEARS"]].tolist() == ["2000", "2003", 2]
    assert women.loc["KEN", "FIRST_YEAR"] == "" and women.loc["DNK", "AREA_NAME"] == "Denmark"
    never = rows[(rows["GROUP"] == "Y25T64")]  # nobody has it: still a row for each state
    assert set(never["HAS_DATA"]) == {"no"} and list(never["REF_AREA"]) == list(STATES)
