"""Fractional logistic regression of many settings at once, by iteratively reweighted least squares.

Fits f(X) = 1 / (1 + exp(−(a + bX))) to fractions y with weights p by making the weighted log-likelihood largest
(Papke & Wooldridge 1996). Values of exactly 0 and 1 are lawful. A step that does not make it larger is halved, so that
it cannot run away; where no largest exists (`is_cliff`) nothing is fitted.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

MOST_STEPS = 60
SETTLED = 1e-10  # largest change of a coefficient, relative to its size
MOST_HALVINGS = 12


@dataclass(frozen=True)
class Fit:
    """Coefficients a and b of each row, whether they settled, and after how many steps."""

    a: np.ndarray
    b: np.ndarray
    is_settled: np.ndarray
    steps: np.ndarray


def is_cliff(x: np.ndarray, y: np.ndarray, p: np.ndarray) -> np.ndarray:
    """Whether every group below some place has nothing and every group above it everything, or the other way round.

    The best curve is then a step of infinite steepness, which no coefficients describe (Albert & Anderson 1984).
    """
    is_some, is_rest = (p > 0) & (y > 0), (p > 0) & (y < 1)
    lowest_some, highest_some = np.where(is_some, x, np.inf).min(axis=1), np.where(is_some, x, -np.inf).max(axis=1)
    lowest_rest, highest_rest = np.where(is_rest, x, np.inf).min(axis=1), np.where(is_rest, x, -np.inf).max(axis=1)
    return (highest_rest <= lowest_some) | (highest_some <= lowest_rest)


def fitted(x: np.ndarray, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """f at x, for each row."""
    return 1.0 / (1.0 + np.exp(-np.clip(a[:, None] + b[:, None] * x, -700, 700)))


def likelihood(x: np.ndarray, y: np.ndarray, p: np.ndarray, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Weighted log-likelihood of each row: Σ p (y η − ln(1 + exp η))."""
    eta = a[:, None] + b[:, None] * x
    return (p * (y * eta - np.logaddexp(0.0, eta))).sum(axis=1)


def fit(x: np.ndarray, y: np.ndarray, p: np.ndarray) -> Fit:
    """The curve of each row. x, y, p: (rows, groups); y between 0 and 1, p summing to 1. Rows with a cliff do not settle."""
    rows = len(x)
    mean = np.clip((p * y).sum(axis=1), 1e-9, 1 - 1e-9)
    a, b = np.log(mean / (1 - mean)), np.zeros(rows)
    is_settled, steps = np.zeros(rows, dtype=bool), np.zeros(rows, dtype=int)
    open_rows = np.flatnonzero(~is_cliff(x, y, p))
    for step in range(1, MOST_STEPS + 1):
        if not len(open_rows):
            break
        xs, ys, ps, a0, b0 = x[open_rows], y[open_rows], p[open_rows], a[open_rows], b[open_rows]
        da, db = _newton(xs, ys, ps, a0, b0)
        da, db = _shortened(xs, ys, ps, a0, b0, da, db)
        a[open_rows], b[open_rows] = a0 + da, b0 + db
        is_done = np.maximum(np.abs(da), np.abs(db)) <= SETTLED * (1 + np.abs(a0) + np.abs(b0))
        is_settled[open_rows[is_done]], steps[open_rows] = True, step
        open_rows = open_rows[~is_done]
    return Fit(a, b, is_settled, steps)


def _newton(x: np.ndarray, y: np.ndarray, p: np.ndarray, a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The step to the weighted least squares solution at (a, b): two unknowns, solved by hand for every row at once."""
    f = fitted(x, a, b)
    weight = p * f * (1 - f)
    residual = p * (y - f)
    total = np.maximum(weight.sum(axis=1), 1e-300)
    middle = (weight * x).sum(axis=1) / total
    away = x - middle[:, None]
    spread = np.maximum((weight * away**2).sum(axis=1), 1e-300)
    db = (residual * away).sum(axis=1) / spread
    return residual.sum(axis=1) / total - middle * db, db


def _shortened(x, y, p, a, b, da, db) -> tuple[np.ndarray, np.ndarray]:
    """The step, halved in the rows in which it would make the likelihood smaller."""
    before = likelihood(x, y, p, a, b)
    for _ in range(MOST_HALVINGS):
        is_worse = ~(likelihood(x, y, p, a + da, b + db) >= before - 1e-12 * np.abs(before) - 1e-15)
        if not is_worse.any():
            break
        da, db = np.where(is_worse, da / 2, da), np.where(is_worse, db / 2, db)
    return da, db
