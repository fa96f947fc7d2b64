"""A measure for every setting of a cube that its conditions allow."""

from __future__ import annotations

import numpy as np

from dashboard.measures.inequality.cube import Cube
from dashboard.measures.inequality.table import MEASURES


def given(key: str, cube: Cube) -> np.ndarray:
    """The measure of each setting; NaN where a condition is not met or the number is not finite."""
    measure = MEASURES[key]
    numbers, is_open = np.full(len(cube.values), np.nan), np.ones(len(cube.values), dtype=bool)
    with np.errstate(all="ignore"):
        for condition in measure.conditions:
            is_open &= condition.holds(cube)
        if is_open.any():
            numbers[is_open] = measure.value(cube.rows(is_open)) + 0.0  # no negative zero
    return np.where(np.isfinite(numbers), numbers, np.nan)
