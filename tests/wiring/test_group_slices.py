"""Which groups the breakdown panel shows, where the headline slice has some of its own and where it has none."""

from __future__ import annotations

import pytest

from callbacks.panels import draw_breakdown
from dashboard.schema import TOTAL
from dashboard.slices import group_slice_of
from dashboard.view import View
from data.desk import Desk
from tests.wiring.asking import Asking

JUDGES = "indicator=representation-in-the-judiciary"  # its headline slice is women; the source gives ages of both sexes only


def parts(desk: Desk, query: str):
    view, notices = View.from_query(query, desk.contents)
    assert notices == ()
    part, freed = desk.group_slice(view)
    return view, part, freed


def test_groups_of_all_are_shown_where_the_headlines_group_has_none(desk: Desk):
    view, part, freed = parts(desk, f"{JUDGES}&by=age")
    asked = group_slice_of(view, desk.contents)
    assert dict(asked.cell)["SEX"] == "F" and set(desk.groups(asked)["GROUP"]) <= {TOTAL}
    assert freed == ("SEX",)
    assert (part.by, dict(part.cell)) == ("AGE", {**dict(asked.cell), "SEX": TOTAL})  # nothing else is let go
    assert set(desk.groups(part)["GROUP"]) - {TOTAL}


def test_the_answer_says_which_groups_were_let_go(desk: Desk, asking: Asking):
    answer = draw_breakdown(desk, f"{JUDGES}&by=age")
    assert answer["freed"] == [desk.contents.catalogue.label("SEX", TOTAL)] == ["Both sexes"]
    assert answer["figure"]["data"] and answer["table"] and answer["height"] > 0
    assert asking.held("breakdown", f"{JUDGES}&by=age")["freed"] == ["Both sexes"]


def test_what_the_reader_chose_is_not_let_go(desk: Desk):
    _, part, freed = parts(desk, f"{JUDGES}&by=age&occupation=REGISTRARS")
    assert freed == ("SEX",) and dict(part.cell)["OCCUPATION"] == "REGISTRARS"
    # ages are there of all public servants only: letting both go would show them, under a title that says otherwise
    view, part, freed = parts(desk, "indicator=representation-in-the-public-service&by=age&occupation=GENERAL")
    assert (part, freed) == (group_slice_of(view, desk.contents), ())


@pytest.mark.parametrize("query", ["indicator=unemployment", "indicator=unemployment&sex=F&by=age", f"{JUDGES}&by=sex", JUDGES])
def test_a_slice_that_has_groups_is_shown_as_it_is(desk: Desk, query: str):
    view, part, freed = parts(desk, query)
    assert (part, freed) == (group_slice_of(view, desk.contents), ())
    assert set(desk.groups(part)["GROUP"]) - {TOTAL}
    assert draw_breakdown(desk, query)["freed"] == []


def test_an_indicator_without_breakdowns_has_no_groups(desk: Desk):
    assert parts(desk, "indicator=rule-of-law")[1:] == (None, ())


def test_only_what_cannot_be_shown_otherwise_is_let_go(desk: Desk):
    """Over all indicators and their breakdowns: a slice that departs from the headline had no groups, and now has some."""
    freed_in = set()
    for indicator in desk.contents.catalogue.indicators:
        if not indicator.headline:
            continue  # a headline of totals has nothing to let go
        for breakdown in indicator.breakdowns:
            view, part, freed = parts(desk, f"indicator={indicator.key}&by={breakdown.key}")
            if freed:
                freed_in.add(indicator.key)
                assert set(freed) <= {column for column, _ in indicator.headline}
                assert not set(desk.groups(group_slice_of(view, desk.contents))["GROUP"]) - {TOTAL}
                assert set(desk.groups(part)["GROUP"]) - {TOTAL}
    assert "representation-in-the-judiciary" in freed_in
