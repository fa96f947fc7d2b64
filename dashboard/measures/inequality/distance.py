"""Mean distances: how far people's groups are, on average, from the average, the best group or a reference."""

from __future__ import annotations

import numpy as np

from dashboard.measures.inequality.cube import Cube
from dashboard.measures.inequality.written import Row, figure, gap_unit, line, term, total


def _distance(cube: Cube, centre: np.ndarray) -> np.ndarray:
    return (cube.weights * np.abs(cube.y - centre[:, None])).sum(axis=1)


def from_mean(cube: Cube) -> np.ndarray:
    return _distance(cube, cube.mean)


def from_best(cube: Cube) -> np.ndarray:
    return _distance(cube, cube.best)


def from_reference(cube: Cube) -> np.ndarray:
    return _distance(cube, cube.y[:, cube.column(cube.terms.reference)])


def disparity(cube: Cube) -> np.ndarray:
    return 100 * from_mean(cube) / cube.mean


def _sum(row: Row, symbol: str, centre: float, value: float) -> str:
    parts = (f"{figure(p)} × |{figure(y)} − {term(centre)}|" for p, y in zip(row.p, row.y, strict=True))
    return line(symbol, total(parts), figure(value), unit=gap_unit(row.terms))


def from_mean_steps(row: Row, value: float) -> list[str]:
    return [*row.opening(), _sum(row, "MDM", row.mean, value)]


def from_best_steps(row: Row, value: float) -> list[str]:
    best = float(row.cube.best[0])
    name = row.names[row.y.index(best)]
    return [row.values_line(), row.weights_line(), f"The best value is that of {name}, {figure(best)}", _sum(row, "MDB", best, value)]


def from_reference_steps(row: Row, value: float) -> list[str]:
    centre = float(row.cube.y[0, row.cube.column(row.terms.reference)])
    name = dict(row.terms.groups)[row.terms.reference]
    return [row.values_line(), row.weights_line(), f"The reference is {name}, {figure(centre)}", _sum(row, "MDR", centre, value)]


def disparity_steps(row: Row, value: float) -> list[str]:
    mean_distance = float(from_mean(row.cube)[0])
    lines = from_mean_steps(row, mean_distance)
    return [*lines, line("IDIS = 100 × MDM / μ", f"100 × {figure(mean_distance)} / {term(row.mean)}", figure(value), unit="%")]
