"""Percentiles of many columns at once, missing values passed over."""

from __future__ import annotations

import numpy as np


def quantiles(values: np.ndarray, shares: tuple[float, ...]) -> tuple[np.ndarray, np.ndarray]:
    """How many values each column has, and a row a share: its percentiles by linear interpolation, NaN for an empty column.

    values: one row an area, one column a year; NaN for missing.
    """
    count = np.count_nonzero(values == values, axis=0)
    if not len(values):
        return count, np.full((len(shares), values.shape[1]), np.nan)
    ordered = np.sort(values, axis=0)  # NaN comes last
    place = np.multiply.outer(shares, np.maximum(count - 1, 0))
    below = np.floor(place).astype(int)
    columns = np.arange(values.shape[1])
    low, high = ordered[below, columns], ordered[np.minimum(below + 1, np.maximum(count - 1, 0)), columns]
    share, step = place - below, high - low
    return count, np.where(share < 0.5, low + step * share, high - step * (1 - share))  # from the nearer end, so that a tie prints as numpy's


def medians(values: np.ndarray) -> np.ndarray:
    """The median of each column: the middle value, or the mean of the middle two; NaN for an empty column.

    values: the areas along the first axis, one at least; NaN for missing.
    """
    count = np.count_nonzero(values == values, axis=0)[np.newaxis]
    ordered = np.sort(values, axis=0)
    low, high = (np.take_along_axis(ordered, at, axis=0)[0] for at in (np.maximum(count - 1, 0) // 2, np.minimum(count // 2, len(values) - 1)))
    return (low + high) / 2
