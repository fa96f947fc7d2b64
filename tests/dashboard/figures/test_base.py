"""What every chart has in common: a quiet look, words where nothing is, and an axis that starts where it should."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from dashboard import theme
from dashboard.figures.base import CONFIG, axis, empty, layout, value_range


def test_an_empty_chart_says_why_and_draws_no_axis() -> None:
    figure = empty("No values here.")
    assert figure["data"] == []
    assert [a["text"] for a in figure["layout"]["annotations"]] == ["No values here."]
    assert not figure["layout"]["xaxis"]["visible"] and not figure["layout"]["yaxis"]["visible"]
    go.Figure(figure)


def test_the_library_never_offers_a_public_cloud_nor_its_logo() -> None:
    assert CONFIG["showSendToCloud"] is False and CONFIG["displaylogo"] is False and CONFIG["displayModeBar"] is False
    assert CONFIG["plotlyServerURL"] == ""


def test_own_parts_win_over_the_house_s() -> None:
    assert layout(showlegend=True)["showlegend"] is True
    assert axis(ticks="outside")["ticks"] == "outside"
    assert layout()["font"]["family"] == theme.FONT


@pytest.mark.parametrize(
    ("low", "high", "limits", "expected"),
    [
        (10, 60, (0, 100), (0, 64)),  # 10 is nearer to 0 than half the way to 60: from zero; 8 % of 50 above
        (90, 99, (0, 100), (89.28, 99.72)),  # far from zero: 8 % of 9 on both sides
        (90, 100, (0, 100), (89.2, 100.216)),  # the ceiling and 2 % of the span over it, not 100.8
        (-3, 4, (None, None), (-3.56, 4.56)),
        (0, 0, (0, None), (0, 0.08)),
        (0, 0, (None, None), (-0.08, 0.08)),
        (5, 5, (0, 100), (4.6, 5.4)),  # one value: its own size is the span
        (-2, -2, (None, None), (-2.16, -1.84)),
    ],
)
def test_a_value_axis_starts_at_zero_only_where_values_come_near(low: float, high: float, limits: tuple, expected: tuple) -> None:
    start, end = value_range(low, high, limits)
    assert (start, end) == pytest.approx(expected)
    assert start <= low <= high <= end
