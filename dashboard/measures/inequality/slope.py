"""Slope and relative index of inequality: a line through the groups, read at the two ends of the order.

All people are lined up from the first group to the last; a group stands at the middle of its stretch (X). The line is
fitted with the groups' shares as weights: straight, or for percentages a logistic curve, which stays between 0 and 100.
The choice follows from the scale alone, so that countries and years of one indicator are measured alike.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dashboard.measures.inequality import logit
from dashboard.measures.inequality.cube import Cube
from dashboard.measures.inequality.written import Row, figure, gap_unit, line, term, total


@dataclass(frozen=True)
class Line:
    """What was fitted to each setting: its value at X = 0 and X = 1, its coefficients, and whether it settled."""

    bottom: np.ndarray
    top: np.ndarray
    a: np.ndarray
    b: np.ndarray
    is_settled: np.ndarray
    is_cliff: np.ndarray
    steps: np.ndarray


def fitted(cube: Cube) -> Line:
    """The line of each setting (computed once a cube)."""
    return cube.once("line", _curve if cube.terms.is_percentage else _straight)


def coefficients(cube: Cube) -> np.ndarray:
    """c with b = Σ c y: the straight line's slope as a weighted sum of the values."""
    away = cube.midpoints - 0.5  # 1/2 is the weighted mean of X, whatever the shares
    spread = (cube.weights * away**2).sum(axis=1, keepdims=True)
    return cube.weights * away / np.where(spread > 0, spread, np.nan)


def straight_coefficients(cube: Cube) -> np.ndarray | None:
    """c with SII = Σ c y; None where the line is a curve."""
    return None if cube.terms.is_percentage else coefficients(cube)


def _straight(cube: Cube) -> Line:
    b = (coefficients(cube) * (cube.y - cube.mean[:, None])).sum(axis=1)
    a, is_settled = cube.mean - b / 2, np.isfinite(b)
    return Line(a, a + b, a, b, is_settled, np.zeros_like(is_settled), np.zeros(len(b), dtype=int))


def _curve(cube: Cube) -> Line:
    y, x, p = cube.y / 100, cube.midpoints, cube.weights
    is_flat = cube.highest <= cube.lowest  # also where all are at 0 or 100, to which no curve comes
    has_no_room = (p > 0).sum(axis=1) < 2
    is_outside = (cube.lowest < 0) | (cube.highest > 100)
    cliff = logit.is_cliff(x, y, p) & ~is_flat
    can = ~(is_flat | has_no_room | is_outside | cliff)
    bottom, top, a, b = cube.mean.copy(), cube.mean.copy(), np.zeros(len(y)), np.zeros(len(y))
    is_settled, steps = is_flat.copy(), np.zeros(len(y), dtype=int)
    found = logit.fit(x[can], y[can], p[can])
    a[can], b[can], is_settled[can], steps[can] = found.a, found.b, found.is_settled, found.steps
    ends = 100 * logit.fitted(np.array([[0.0, 1.0]]), found.a, found.b)
    bottom[can], top[can] = ends[:, 0], ends[:, 1]
    return Line(bottom, top, a, b, is_settled, cliff, steps)


def sii(cube: Cube) -> np.ndarray:
    return fitted(cube).top - fitted(cube).bottom


def rii(cube: Cube) -> np.ndarray:
    return fitted(cube).top / fitted(cube).bottom


def _line_steps(row: Row) -> list[str]:
    found = fitted(row.cube)
    bottom, top, a, b = (float(part[0]) for part in (found.bottom, found.top, found.a, found.b))
    lines = [row.values_line(), row.weights_line(), row.midpoints_line()]
    if not row.terms.is_percentage:
        x, p, y = row.x, row.p, row.y
        spread = float((row.cube.weights * (row.cube.midpoints - 0.5) ** 2).sum())
        lean = float((row.cube.weights * (row.cube.midpoints - 0.5) * row.cube.y).sum())
        return [
            *lines,
            row.mean_line(),
            line("Var X", total(f"{figure(w)} × ({figure(m)} − 0.5)²" for w, m in zip(p, x, strict=True)), figure(spread)),
            line("Cov X y", total(f"{figure(w)} × ({figure(m)} − 0.5) × {term(v)}" for w, m, v in zip(p, x, y, strict=True)), figure(lean)),
            line("b, the slope of the line fitted with weights p", f"{term(lean)} / {figure(spread)}", figure(b)),
            line("f(0)", f"{term(row.mean)} − 0.5 × {term(b)}", figure(bottom), unit=row.terms.unit),
            line("f(1)", f"{term(row.mean)} + 0.5 × {term(b)}", figure(top), unit=row.terms.unit),
        ]
    if not found.steps[0]:
        return [*lines, f"All groups have {figure(bottom)} {row.terms.unit}: f is the same at both ends."]
    return [
        *lines,
        f"f(X) is 100 / (1 + exp(−(a + b × X))), fitted with weights p by {found.steps[0]} steps of reweighted least squares: "
        f"a is {figure(a)}, b is {figure(b)}",
        line("f(0)", f"100 / (1 + exp(−({figure(a)})))", figure(bottom), unit=row.terms.unit),
        line("f(1)", f"100 / (1 + exp(−({figure(a)} + {term(b)})))", figure(top), unit=row.terms.unit),
    ]


def sii_steps(row: Row, value: float) -> list[str]:
    found = fitted(row.cube)
    last = line("SII = f(1) − f(0)", f"{figure(found.top[0])} − {term(found.bottom[0])}", figure(value), unit=gap_unit(row.terms))
    return [*_line_steps(row), last]


def rii_steps(row: Row, value: float) -> list[str]:
    found = fitted(row.cube)
    return [*_line_steps(row), line("RII = f(1) / f(0)", f"{figure(found.top[0])} / {term(found.bottom[0])}", figure(value))]
