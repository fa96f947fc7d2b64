"""One country across all its breakdowns of people."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from dashboard import theme
from dashboard.breakdown import group_rows
from dashboard.figures.all_breakdowns import Part, all_breakdowns
from dashboard.figures.dot_rows import legend_of
from dashboard.measures.groups import by_country
from tests.dashboard import small

CATALOGUE = small.contents().catalogue
YEARS = range(2000, 2004)
SEX = group_rows(small.indicator().breakdown("SEX"), ("_T", "F", "M"), CATALOGUE)
AGE = group_rows(small.indicator().breakdown("AGE"), ("_T", "Y15T24", "Y25T64", "Y_GE65"), CATALOGUE)


def part(name: str, groups, *rows: tuple, has_total: bool = True) -> Part:
    return Part(name, groups, by_country(small.grouped([("FIN", *row) for row in rows], YEARS), ("FIN",), 2), has_total)


def drawn(*parts: Part) -> tuple[dict, dict]:
    figure, packed, _ = all_breakdowns(parts, small.indicator(), False, 2002)
    go.Figure(figure)
    return figure, packed


BY_SEX = part("Sex", SEX, ("F", 2002, 4.0), ("M", 2002, 6.0), ("_T", 2002, 5.0))
BY_AGE = part("Age", AGE, ("Y15T24", 2001, 9.0), ("Y25T64", 2001, 3.0), ("Y_GE65", 2001, 1.0), ("_T", 2001, 5.5))


def test_a_row_is_a_breakdown_with_groups_of_its_own() -> None:
    figure, packed = drawn(BY_SEX, BY_AGE)
    assert [name for name, *_ in packed["names"]] == ["Sex", "Age"]
    assert packed["words"] == [["Women", "15–24 years"], ["Men", "25–64 years"], ["", "65 years and over"], "all"]
    assert [t["x"] for t in figure["data"][1:]] == [[4, 9], [6, 3], [None, 1], [5, 5.5]]  # the last is the mark of all people
    assert packed["labels"] == "all" and [row[2] for row in packed["gap"]] == [2, 8]
    assert packed["used"] == [[None, None, 2002, 2002], [None, 2001, 2001, 2001]]


def test_dots_have_the_inks_of_their_own_breakdown() -> None:
    first = drawn(BY_SEX, BY_AGE)[0]["data"][1]["marker"]
    assert first["color"] == [theme.GROUP_COLOURS[0], theme.ordered_colours(3)[0]]
    assert [entry["words"] for entry in legend_of(drawn(BY_SEX, BY_AGE)[0])] == ["all"]  # groups are named beside their dots


def test_a_breakdown_without_data_keeps_its_row() -> None:
    figure, packed = drawn(BY_SEX, part("Age", AGE))
    assert [name for name, *_ in packed["names"]] == ["Sex", "Age"]
    assert all(t["x"][1] is None for t in figure["data"][1:])


def test_without_a_value_in_any_breakdown_it_is_worded() -> None:
    assert drawn(part("Sex", SEX), part("Age", AGE))[0]["data"] == []


def test_a_total_of_another_scale_is_not_drawn() -> None:
    figure, _ = drawn(part("Sex", SEX, ("F", 2002, 4.0), ("M", 2002, 6.0), ("_T", 2002, 500.0), has_total=False))
    assert len(figure["data"]) == 3
    assert figure["layout"]["xaxis"]["range"] == pytest.approx([3.84, 6.16])
