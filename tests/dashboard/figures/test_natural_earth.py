"""The projection against what is known of it; tests/browser holds it against the chart library's own, place by place."""

from __future__ import annotations

import math

import numpy as np
import pytest

from dashboard.figures.natural_earth import WIDTH, Window, along_great_circles, natural_earth
from dashboard.figures.world_map import WHOLE_WORLD


def test_it_has_its_published_extent() -> None:
    """0.8707 of a radian a radian along the equator, 1.4224 to the pole, whose line is 0.55 of the equator's."""
    x, y = natural_earth(np.array([180.0, 0.0, 180.0]), np.array([0.0, 90.0, 90.0]))
    assert (x[0], y[0]) == (pytest.approx(0.8707 * math.pi), 0)
    assert (x[1], y[1]) == (0, pytest.approx(1.4224, abs=1e-4))
    assert x[2] / x[0] == pytest.approx(0.55, abs=1e-3)


def test_north_and_south_east_and_west_mirror_each_other() -> None:
    x, y = natural_earth(np.array([30.0, -30.0, 30.0]), np.array([50.0, 50.0, -50.0]))
    assert (x[0], y[0]) == (-x[1], y[1]) == (x[2], -y[2])


def test_the_whole_world_fills_its_sheet_and_the_middle_latitude_is_in_its_middle() -> None:
    window = Window.of(WHOLE_WORLD)
    assert window.point(11, 14) == (pytest.approx(WIDTH / 2), pytest.approx(window.height / 2))
    assert window.point(190.999, 0)[0] == pytest.approx(WIDTH, abs=0.1)
    assert window.point(-168.999, 0)[0] == pytest.approx(0, abs=0.1)
    assert 2 < WIDTH / window.height < 2.3


def test_a_long_line_follows_the_great_circle_and_a_short_one_stays_as_it_is() -> None:
    border = np.array([(-123.0, 49.0), (-95.0, 49.0)])
    fine = along_great_circles(border)
    assert fine[[0, -1]].tolist() == border.tolist() and np.abs(np.diff(fine[:, 0])).max() < 3.5
    assert fine[:, 1].max() == pytest.approx(math.degrees(math.atan(math.tan(math.radians(49)) / math.cos(math.radians(14)))), abs=0.01)
    assert along_great_circles(border[:1].repeat(3, axis=0)).tolist() == border[:1].repeat(3, axis=0).tolist()
    across = along_great_circles(np.array([(176.0, 0.0), (-176.0, 0.0)]))
    assert np.abs(np.diff(np.unwrap(across[:, 0], period=360))).max() < 2.1
