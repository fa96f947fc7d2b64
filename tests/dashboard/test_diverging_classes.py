"""Classes round equality: alike on both sides, so that a colour tells how far and on which side."""

from __future__ import annotations

import numpy as np
import pytest

from dashboard import theme
from dashboard.classes import class_of, diverging_classes


def test_limits_lie_alike_on_both_sides_of_nought() -> None:
    found = diverging_classes(np.linspace(-8, 8, 101), 1, 0.0, False)  # 90th percentile of the distance: 7.2
    assert found.edges == (-5.0, -2.0, -1.0, 1.0, 2.0, 5.0) and found.middle == 3
    assert found.labels[3] == "−1 to 1" and found.count == 7


def test_ratios_lie_alike_as_multiples() -> None:
    found = diverging_classes(np.exp(np.linspace(-0.8, 0.8, 101)), 2, 1.0, True)  # 90th percentile: 2.05 times
    assert found.edges == (0.5, 0.67, 0.83, 1.2, 1.5, 2.0) and found.middle == 3


@pytest.mark.parametrize(("sign", "middle"), [(1, 0), (-1, 3)])
def test_classes_beyond_the_values_are_left_out_and_the_middle_keeps_its_colour(sign: int, middle: int) -> None:
    values = sign * np.linspace(0, 8, 101)
    found = diverging_classes(values, 1, 0.0, False)
    colours = theme.class_colours(found.count, "neutral", found.middle)
    assert (found.count, found.middle) == (4, middle)
    assert colours[class_of(np.array([0.0]), found)[0]] == theme.MIDDLE
    assert colours[class_of(np.array([sign * 7.0]), found)[0]] == (theme.ABOVE if sign > 0 else theme.BELOW)[-1]


def test_where_no_value_comes_near_equality_no_class_has_its_colour() -> None:
    found = diverging_classes(np.linspace(20, 60, 50), 1, 0.0, False)
    assert found.middle < 0
    assert theme.MIDDLE not in theme.class_colours(found.count, "neutral", found.middle)


def test_every_value_has_a_class_even_where_all_are_equal() -> None:
    found = diverging_classes(np.zeros(5), 1, 0.0, False)
    assert (found.count, class_of(np.zeros(2), found).tolist()) == (1, [0, 0])
    assert theme.class_colours(found.count, "neutral", found.middle) == (theme.MIDDLE,)
    assert diverging_classes(np.array([np.nan]), 1, 0.0, False).labels == ("no values",)


def test_a_ratio_of_nothing_has_a_class() -> None:
    found = diverging_classes(np.array([0.0, 0.5, 1.0, 2.0]), 2, 1.0, True)
    assert class_of(np.array([0.0]), found).tolist() == [0]


def test_the_palette_is_as_strong_on_one_side_as_on_the_other() -> None:
    for below, above in ((3, 3), (2, 3), (1, 1), (0, 2)):
        colours = theme.diverging_colours(below, above)
        assert len(colours) == below + above + 1 and colours[below] == theme.MIDDLE
        strengths = [theme.BELOW.index(c) for c in colours[:below]][::-1], [theme.ABOVE.index(c) for c in colours[below + 1 :]]
        shorter = min(below, above)
        assert strengths[0][:shorter] == strengths[1][:shorter]
