"""Ends and ticks of an axis."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.documents.chart import number_form
from dashboard.documents.scale import from_nothing, round_ends, scale_of
from tests.dashboard.small import indicator


@pytest.mark.parametrize(
    ("low", "high", "limits", "expected"),
    [
        (0.0, 33.6, (0, 100), (0.0, 40.0, 10.0)),
        (0.0, 98.0, (0, 100), (0.0, 100.0, 20.0)),
        (0.35, 0.98, (0, 1), (0.2, 1.0, 0.2)),
        (-2.3, 1.9, (None, None), (-3.0, 2.0, 1.0)),
        (1.2, 3.9, (1, 4), (1.0, 4.0, 0.5)),
        (5.0, 5.0, (None, None), (5.0, 6.0, 1.0)),
    ],
)
def test_an_axis_ends_at_round_numbers_within_the_limits(low: float, high: float, limits: tuple, expected: tuple):
    assert round_ends(low, high, limits) == expected


@given(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9))
def test_an_axis_holds_all_values_in_few_steps(one: float, other: float):
    low, high = sorted((one, other))
    first, last, step = round_ends(low, high, (None, None))
    room = 1e-6 * max(abs(low), abs(high), 1.0)
    assert first <= low + room and last >= high - room and first < last and (last - first) / step <= 8.001


def test_bars_begin_at_nothing_and_ticks_have_no_idle_decimals():
    scale = from_nothing((4.1, None, 7.9), indicator())
    assert (scale.low, scale.high, scale.form, scale.ticks) == (0.0, 8.0, '#,##0.0"%"', '#,##0"%"')


def test_an_answer_is_yes_or_no_in_the_chart_as_well():
    scale = scale_of((0.0, 1.0), indicator(unit_short="yes/no", decimals=0))
    assert scale.form == scale.ticks == '[=1]"yes";[=0]"no";'


def test_equality_is_always_within_the_axis():
    scale = scale_of((1.3, 1.6), indicator(equality=1.0, limits=(None, None), unit_short=""))
    assert scale.low <= 1.0


def test_a_number_form_prints_as_the_page():
    assert [number_form(0, ""), number_form(2, "US$"), number_form(1, "%")] == ["#,##0", "#,##0.00", '#,##0.0"%"']
