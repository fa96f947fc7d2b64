"""Two breakdowns crossed: a row a group of the second, under each country's name where there are several."""

from __future__ import annotations

import plotly.graph_objects as go

from dashboard.breakdown import area_rows, group_rows, with_totals
from dashboard.figures.crossed import crossed
from dashboard.measures.crossed import telling
from dashboard.measures.groups import by_country
from tests.dashboard import small

ATLAS, CATALOGUE = small.atlas(), small.contents().catalogue
YEARS = range(2000, 2004)
SEX = group_rows(small.indicator().breakdown("SEX"), ("_T", "F", "M"), CATALOGUE)
AGE = group_rows(small.indicator().breakdown("AGE"), ("_T", "Y15T24", "Y25T64"), CATALOGUE)
HELD = [
    ("FIN", "F|Y15T24", 2001, 30.0), ("FIN", "M|Y15T24", 2001, 20.0), ("FIN", "_T|Y15T24", 2001, 24.0),
    ("FIN", "F|_T", 2001, 9.0), ("FIN", "M|_T", 2001, 8.0), ("FIN", "F|Y25T64", 2001, 6.0),
]  # fmt: skip


def drawn(*chosen: str, has_total: bool = True) -> tuple[dict, dict]:
    held = small.grouped(HELD, YEARS)
    table = by_country(held, chosen, 2, telling(held.groups, SEX.codes, AGE.codes))
    others = with_totals(AGE, "AGE", table, CATALOGUE)
    figure, packed, _ = crossed(table, small.indicator(), area_rows(chosen, ATLAS), SEX, others, has_total, 2001, False)
    go.Figure(figure)
    return figure, packed


def test_one_country_has_its_second_groups_as_rows_in_their_order() -> None:
    figure, packed = drawn("FIN")
    assert [name for name, *_ in packed["names"]] == ["All ages", "15–24 years", "25–64 years"]
    assert {t["name"]: t["x"] for t in figure["data"] if t["mode"] == "markers"} == {"Women": [9, 30, 6], "Men": [8, 20, None], "all": [None, 24, None]}
    assert [row[1] for row in packed["gap"]] == [1, 10, None]
    assert packed["areas"] == [""] * 3 and packed["labelled"] == 0


def test_several_countries_have_their_names_above_their_rows() -> None:
    _, packed = drawn("FIN", "KEN")
    # Kenya has none of the pairs: its one row says so
    assert [name for name, *_ in packed["names"]] == ["Finland", "All ages", "15–24 years", "25–64 years", "Kenya"]
    assert [is_heading for *_, is_heading in packed["names"]] == [True, False, False, False, False]
    assert packed["areas"] == ["FIN", "", "", "", "KEN"] and packed["labelled"] == 1


def test_a_total_that_no_country_has_is_no_row() -> None:
    rows = [row for row in HELD if "|_T" not in row[1]]
    table = by_country(small.grouped(rows, YEARS), ("FIN",), 2)
    assert with_totals(AGE, "AGE", table, CATALOGUE).codes == AGE.codes
