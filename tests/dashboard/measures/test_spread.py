"""Percentiles of many columns, held against numpy's of each."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dashboard.measures.spread import medians, quantiles

SHARES = (0.1, 0.25, 0.5, 0.75, 0.9)
VALUES = arrays(float, st.tuples(st.integers(1, 9), st.integers(1, 5)), elements=st.floats(-1e6, 1e6) | st.just(np.nan))


@settings(deadline=None, max_examples=80)
@given(values=VALUES)
def test_each_column_has_numpys_percentiles_of_its_own_values(values: np.ndarray) -> None:
    count, spread = quantiles(values, SHARES)
    for column, n, found, middle in zip(values.T, count, spread.T, medians(values), strict=True):
        own = column[~np.isnan(column)]
        assert n == len(own)
        expected = np.quantile(own, SHARES) if n else np.full(len(SHARES), np.nan)
        np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-9)
        np.testing.assert_allclose(middle, np.median(own) if n else np.nan, rtol=1e-12, atol=1e-9)


def test_no_areas_have_no_percentiles() -> None:
    count, spread = quantiles(np.empty((0, 3)), SHARES)
    assert count.tolist() == [0, 0, 0] and np.isnan(spread).all() and spread.shape == (5, 3)
