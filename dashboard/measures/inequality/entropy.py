"""Theil's index and the mean log deviation, times a thousand as they are published."""

from __future__ import annotations

import numpy as np

from dashboard.measures.inequality.cube import Cube
from dashboard.measures.inequality.written import Row, figure, line, term, total

SCALE = 1000


def _relative(cube: Cube) -> np.ndarray:
    """r, each value as a part of the average."""
    return cube.y / cube.mean[:, None]


def theil(cube: Cube) -> np.ndarray:
    r = _relative(cube)
    each = cube.weights * r * np.log(np.where(r > 0, r, 1.0))  # 0 ln 0 is 0, its limit
    return SCALE * np.maximum(each.sum(axis=1), 0.0)  # rounding of equal groups may fall below


def mld(cube: Cube) -> np.ndarray:
    return SCALE * np.maximum(-(cube.weights * np.log(_relative(cube))).sum(axis=1), 0.0)


def _opening(row: Row) -> list[str]:
    parts = (f"{name} {figure(y)} / {term(row.mean)} = {figure(y / row.mean)}" for name, y in zip(row.names, row.y, strict=True))
    return [*row.opening(), "r, each value over the average: " + ", ".join(parts)]


def theil_steps(row: Row, value: float) -> list[str]:
    relative = [y / row.mean for y in row.y]
    parts = (f"{figure(p)} × {figure(r)} × ln({figure(r)})" if r > 0 else f"{figure(p)} × 0" for p, r in zip(row.p, relative, strict=True))
    return [*_opening(row), line("T", f"{SCALE} × ({total(parts)})", figure(value))]


def mld_steps(row: Row, value: float) -> list[str]:
    parts = (f"{figure(p)} × ln({figure(y / row.mean)})" for p, y in zip(row.p, row.y, strict=True))
    return [*_opening(row), line("MLD", f"−{SCALE} × ({total(parts)})", figure(value))]
