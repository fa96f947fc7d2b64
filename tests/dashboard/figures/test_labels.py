"""Labels at the ends of lines never lie on each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.labels import spread


def test_labels_far_apart_stay_where_they_are() -> None:
    assert spread([0.2, 0.8], 0.1, 0, 1) == [0.2, 0.8]


def test_close_labels_are_pushed_apart_in_their_order() -> None:
    assert spread([0.5, 0.45], 0.1, 0, 1) == pytest.approx([0.55, 0.45])


def test_labels_at_the_top_are_pushed_down() -> None:
    assert spread([0.98, 0.99], 0.1, 0, 1) == pytest.approx([0.9, 1.0])


def test_too_many_labels_share_the_height_evenly() -> None:
    assert spread([0.5, 0.5, 0.1], 0.6, 0, 1) == pytest.approx([0.5, 1, 0])


def test_none_and_one_label() -> None:
    assert spread([], 0.1, 0, 1) == []
    assert spread([1.7], 0.1, 0.03, 0.97) == [0.97]


@given(st.lists(st.floats(-1, 2), max_size=9))
def test_labels_are_always_inside_apart_and_in_order(positions: list[float]) -> None:
    gap = 0.125
    placed = spread(positions, gap, 0, 1)
    assert len(placed) == len(positions)
    assert all(-1e-9 <= p <= 1 + 1e-9 for p in placed)
    order = sorted(range(len(positions)), key=lambda i: positions[i])
    fits = (len(positions) - 1) * gap < 1
    for before, after in zip(order, order[1:], strict=False):
        assert placed[after] - placed[before] >= (gap - 1e-9 if fits else 0)
