"""Spread around the average: between-group variance, its root, and its root as a share of the average."""

from __future__ import annotations

import numpy as np

from dashboard.measures.inequality.cube import Cube
from dashboard.measures.inequality.written import Row, figure, gap_unit, line, term, total


def bgv(cube: Cube) -> np.ndarray:
    return (cube.weights * (cube.y - cube.mean[:, None]) ** 2).sum(axis=1)


def bgsd(cube: Cube) -> np.ndarray:
    return np.sqrt(bgv(cube))


def cov(cube: Cube) -> np.ndarray:
    return 100 * bgsd(cube) / cube.mean


def _square(unit: str) -> str:
    """The unit of a square: `squared percentage points`."""
    return f"squared {unit}" if unit else ""


def bgv_steps(row: Row, value: float) -> list[str]:
    parts = (f"{figure(p)} × ({figure(y)} − {term(row.mean)})²" for p, y in zip(row.p, row.y, strict=True))
    return [*row.opening(), line("BGV", total(parts), figure(value), unit=_square(gap_unit(row.terms)))]


def bgsd_steps(row: Row, value: float) -> list[str]:
    variance = float(bgv(row.cube)[0])
    return [*bgv_steps(row, variance), line("BGSD = √BGV", f"√({figure(variance)})", figure(value), unit=gap_unit(row.terms))]


def cov_steps(row: Row, value: float) -> list[str]:
    deviation = float(bgsd(row.cube)[0])
    return [*bgsd_steps(row, deviation), line("COV = 100 × BGSD / μ", f"100 × {figure(deviation)} / {term(row.mean)}", figure(value), unit="%")]
