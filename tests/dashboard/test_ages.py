from __future__ import annotations

import pytest

from dashboard.ages import OLDEST, age_span, is_within


@pytest.mark.parametrize(
    ("code", "span"),
    [
        ("Y15T24", (15, 24)), ("Y_GE65", (65, OLDEST)), ("Y_LT5", (0, 4)), ("Y7", (7, 7)), ("M0T11", (0, 0)), ("M_LT12", (0, 0)), ("M_LT13", (0, 1)),
        ("_T", None), ("Y", None), ("XY15T24", None), ("Y15T24B", None),
    ],
)  # fmt: skip
def test_a_code_is_the_span_of_ages_in_completed_years(code: str, span: tuple[int, int] | None):
    assert age_span(code) == span


@pytest.mark.parametrize(
    ("code", "ages", "is_in"),
    [
        ("Y_GE60", (60, None), True), ("Y65T74", (60, None), True), ("Y_GE50", (60, None), False), ("Y55T64", (60, None), False),
        ("Y_LT18", (0, 17), True), ("Y15T19", (0, 17), False), ("Y15T24", (15, 24), True), ("Y12T24", (15, 24), False), ("_T", (0, None), False),
    ],
)  # fmt: skip
def test_only_groups_wholly_within_the_ages_are_of_them(code: str, ages: tuple[int, int | None], is_in: bool):
    assert is_within(code, ages) is is_in
