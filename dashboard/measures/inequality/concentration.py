"""Concentration indices: how far a thing is gathered at one end of an order.

With X the place of a group's middle in the line of all people, 2X − 1 runs from −1 at the most disadvantaged to 1 at the
most advantaged; the index is the mean of value × place. `healthequal` gets the same from a regression.
"""

from __future__ import annotations

import numpy as np

from dashboard.measures.inequality.cube import Cube
from dashboard.measures.inequality.written import Row, figure, gap_unit, line, term, total


def coefficients(cube: Cube) -> np.ndarray:
    """c with ACI = Σ c y."""
    return cube.weights * (2 * cube.midpoints - 1)


def aci(cube: Cube) -> np.ndarray:
    return (coefficients(cube) * (cube.y - cube.mean[:, None])).sum(axis=1)  # Σ c = 0: exactly 0 for equal groups


def rci(cube: Cube) -> np.ndarray:
    return aci(cube) / cube.mean


def wagstaff(cube: Cube) -> np.ndarray:
    low, high = cube.terms.span
    return (high - low) * aci(cube) / ((high - cube.mean) * (cube.mean - low))


def erreygers_coefficients(cube: Cube) -> np.ndarray:
    low, high = cube.terms.span
    return 4 * coefficients(cube) / (high - low)


def erreygers(cube: Cube) -> np.ndarray:
    low, high = cube.terms.span
    return 4 * aci(cube) / (high - low)


def _places(row: Row) -> str:
    parts = (f"{figure(p)} × (2 × {figure(x)} − 1) × {term(y)}" for p, x, y in zip(row.p, row.x, row.y, strict=True))
    return total(parts)


def _opening(row: Row) -> list[str]:
    return [row.values_line(), row.weights_line(), row.midpoints_line()]


def aci_steps(row: Row, value: float) -> list[str]:
    return [*_opening(row), line("ACI", _places(row), figure(value), unit=gap_unit(row.terms))]


def _with_aci(row: Row) -> tuple[list[str], str]:
    index = float(aci(row.cube)[0])
    return [*_opening(row), row.mean_line(), line("ACI", _places(row), figure(index), unit=gap_unit(row.terms))], term(index)


def rci_steps(row: Row, value: float) -> list[str]:
    lines, index = _with_aci(row)
    return [*lines, line("RCI = ACI / μ", f"{index} / {term(row.mean)}", figure(value))]


def wagstaff_steps(row: Row, value: float) -> list[str]:
    lines, index = _with_aci(row)
    low, high = (term(limit) for limit in row.terms.span)
    form = f"({high} − {low}) × {index} / (({high} − {term(row.mean)}) × ({term(row.mean)} − {low}))"
    return [*lines, f"The scale runs from {low} to {high}", line("W", form, figure(value))]


def erreygers_steps(row: Row, value: float) -> list[str]:
    lines, index = aci_steps(row, float(aci(row.cube)[0])), term(float(aci(row.cube)[0]))
    low, high = (term(limit) for limit in row.terms.span)
    return [*lines, f"The scale runs from {low} to {high}", line("E", f"4 × {index} / ({high} − {low})", figure(value))]
