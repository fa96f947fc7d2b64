"""The address of a list of gaps: what it means, what is replaced, and that writing and reading agree."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from dashboard.catalogue import Breakdown
from dashboard.contents import Contents
from dashboard.gaps.compared import COLUMNS, compared
from dashboard.gaps.question import FORMS, KINDS, GapQuestion, default_since, last_year, unit_key, units
from tests.dashboard.gaps import lists


def read(query: str, contents: Contents) -> tuple[GapQuestion, str]:
    question, notices = GapQuestion.from_query(query, contents)
    return question, " ".join(notices)


def test_nothing_asked_is_the_widest_gaps_of_the_world_in_percentage_points(contents: Contents):
    recent = GapQuestion(since=default_since(contents))
    assert read("", contents) == (recent, "") and recent.to_query(contents) == ""
    assert read("since=any", contents) == (GapQuestion(), "") and GapQuestion().to_query(contents) == "since=any" and recent.since == last_year(contents) - 9


def test_every_lawful_question_is_read_as_it_was_written(contents: Contents):
    dimensions = ["", *(d.key for d in contents.catalogue.dimensions)]
    for place, (dimension, by, kind, form) in enumerate(product(dimensions, ["", *COLUMNS], KINDS, FORMS)):
        scope, area = [("world", ""), ("002", "KEN"), ("LDC", ""), ("world", "FIN")][place % 4]
        own = GapQuestion(dimension, scope, area, by, kind, form, since=2010 * (place % 2), is_whole=place % 3 == 0)
        for unit, _ in units(own, contents) if form == "difference" else ():
            asked = GapQuestion(**own.__dict__ | {"unit": unit})
            assert GapQuestion.from_query(asked.to_query(contents), contents) == (asked, ())


@pytest.mark.parametrize(
    ("query", "canonical", "words"),
    [
        ("dimension=weather", "", "There is no dimension “weather”"),
        ("scope=nowhere", "", "no region or group “nowhere”"),
        ("area=XXX", "", "No state has the code “XXX”"),
        ("area=GRL", "", "No state has the code “GRL”"),  # a territory
        ("area=fin&scope=002", "area=FIN", "Finland is not in Africa"),
        ("by=shoes", "", "compared by “shoes”"),
        ("by=labour", "", "compared by “labour”"),
        ("kind=best&as=sum", "", "widest, closing and opening"),
        ("unit=miles", "", "No gap of these indicators is in “miles”; those in percentage points"),
        ("by=disability&unit=years", "by=disability", "is in “years”"),
        ("since=soon", "", "not a year"),
        ("since=9999&rows=some", "since=LAST", "The data end in"),
        ("colour=red", "", "“colour” is not part of an address"),
        ("kind=closing&kind=opening", "kind=closing", "stood twice"),
        ("unit=years&as=ratio", "as=ratio", ""),
        ("dimension=POLITICAL&scope=ldc&by=SEX", "dimension=political&scope=LDC&by=sex", ""),
        ("%00=%FF&area=%3Cscript%3E", "", "No state has the code"),
    ],
)
def test_what_is_not_lawful_is_replaced_and_said(contents: Contents, query: str, canonical: str, words: str):
    question, notices = read(query, contents)
    last = max(holding.last_year for holding in contents.holdings.values())
    assert question.to_query(contents) == canonical.replace("LAST", str(last))
    assert words in notices if words else not notices
    assert GapQuestion.from_query(question.to_query(contents), contents) == (question, ())


def test_a_dimension_without_percentages_has_the_unit_that_it_has(contents: Contents):
    assert units(GapQuestion(by="MIGRATION_STATUS"), contents) == (("per 100,000", 1),)
    assert read("by=migration", contents)[0].unit == "per 100,000"


def test_units_have_names_of_their_own_in_an_address(contents: Contents):
    every = [unit for unit, _ in units(GapQuestion(), contents)]
    assert len({unit_key(unit) for unit in every}) == len(every) > 4
    assert {"points", "years", "per-1-000", "index"} <= {unit_key(unit) for unit in every}


def test_only_groups_of_people_on_one_scale_are_compared(contents: Contents):
    every = compared(contents)
    assert len(every) > 60 and {each.column for each in every} == set(COLUMNS)
    for each in every:
        assert each.indicator.breakdown(each.column).is_of_people and not each.indicator.group_scale and each.indicator.is_mappable
        assert each.terms.reference is None or len(each.terms.codes) == 2


def test_a_reference_is_for_two_groups_alone():
    own = lists.contents()
    three = Breakdown("SEX", ("F", "M", "O"), False)
    changed = replace(own.catalogue, indicators=tuple(replace(i, breakdowns=(three,)) if i.key == lists.WORK[0] else i for i in own.catalogue.indicators))
    held = {key: replace(holding, codes={**holding.codes, "SEX": ("_T", "F", "M", "O")}) for key, holding in own.holdings.items()}
    references = {each.indicator.key: each.terms.reference for each in compared(replace(own, catalogue=changed, holdings=held)) if each.column == "SEX"}
    assert references == {"unemployment": None, "qualified-teachers": "M"}
