"""Rows of dots cut into pages, and said."""

from __future__ import annotations

from dashboard.documents.chart import Dots, Row, Scale, Series
from dashboard.documents.groups import gaps_said, group_table, split

SCALE = Scale(0, 10, 5, "0", "0")
ANSWER = {"shown": {"decimals": 1, "unit_short": "%"}}


def dots(rows: list[Row], *values: tuple, **own: object) -> Dots:
    return Dots("words", tuple(rows), tuple(Series(name, tuple(v), "#000000", bounds=b) for name, v, b in values), SCALE, **own)


def test_rows_are_cut_where_a_heading_begins():
    rows = [Row(str(i), "#000000", is_heading=i in (0, 5)) for i in range(9)]
    first, second = split(dots(rows, ("Female", range(9), ((6, "<"),))), 6)
    assert [row.words for row in first.rows] == ["0", "1", "2", "3", "4"] and [row.words for row in second.rows] == ["5", "6", "7", "8"]
    assert second.series[0].values == (5, 6, 7, 8) and second.series[0].bounds == ((1, "<"),)


def test_no_row_is_lost_or_shown_twice():
    rows = [Row(str(i), "#000000") for i in range(41)]
    parts = split(dots(rows, ("Female", range(41), ())), 18)
    assert [row for part in parts for row in part.rows] == rows and all(len(part.rows) <= 18 for part in parts)


def test_groups_and_their_gap_are_said():
    own = dots([Row("Finland", "#000000", "1.0"), Row("Kenya", "#000000", "no data")], ("Female", (7.0, None), ()), ("Male", (8.0, None), ((0, ">"),)), ranged=2, heading="gap")
    table = group_table(own, ANSWER, "")
    assert table.rows == (("Finland", "7.0%", "over 8.0%", "1.0"), ("Kenya", "no data", "no data", "no data"))
    assert gaps_said(own, table, 2) == "Finland: female 7.0%, male over 8.0%; gap 1.0. Kenya: no data."


def test_of_rows_with_groups_of_their_own_only_the_gaps_are_said():
    rows = [Row("Sex", "#000000", "7.7", True, True), Row("Female", "#000000"), Row("Age", "#000000", "–", True, True)]
    own = dots(rows, ("Group", (None, 3.0, None), ()), heading="gap")
    assert gaps_said(own, group_table(own, ANSWER, ""), 1) == "Gap: sex 7.7."
