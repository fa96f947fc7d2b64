"""Difference and ratio of two groups: which two, and their sums. The rule of signs is in the package's docstring."""

from __future__ import annotations

import numpy as np

from dashboard.measures.inequality.cube import Cube
from dashboard.measures.inequality.written import Row, figure, gap_unit, line, term


def pair(cube: Cube) -> tuple[np.ndarray, np.ndarray]:
    """The columns of the two groups compared in each setting: the one taken from, and the one that is taken away."""
    terms, rows = cube.terms, len(cube.values)
    if terms.is_ordered:
        first, last = np.zeros(rows, dtype=int), np.full(rows, cube.values.shape[1] - 1)
        return (first, last) if cube.sign < 0 else (last, first)
    if terms.reference is None:
        return (
            np.argmax(np.where(cube.has_value, cube.values, -np.inf), axis=1),
            np.argmin(np.where(cube.has_value, cube.values, np.inf), axis=1),
        )
    chosen = np.full(rows, cube.column(terms.reference))
    is_other = cube.has_value.copy()
    is_other[:, chosen[:1]] = False
    away = cube.y - cube.at(chosen)[:, None]  # what puts a group behind the reference, or only far from it
    behind = {"higher": -away, "lower": away, "neutral": np.abs(away)}[terms.direction]
    other = np.argmax(np.where(is_other, behind, -np.inf), axis=1)
    return (other, chosen) if terms.direction == "lower" else (chosen, other)


def difference(cube: Cube) -> np.ndarray:
    upper, lower = pair(cube)
    return cube.at(upper) - cube.at(lower)


def ratio(cube: Cube) -> np.ndarray:
    upper, lower = pair(cube)
    return cube.at(upper) / cube.at(lower)


def coefficients(cube: Cube) -> np.ndarray:
    """c with D = Σ c y: 1 and −1, at the two groups that are compared."""
    columns, (upper, lower) = np.arange(cube.values.shape[1]), pair(cube)
    return (columns == upper[:, None]).astype(float) - (columns == lower[:, None])


def _ends(row: Row) -> tuple[str, str, float, float, str]:
    """Names and values of the two groups, and why these two."""
    upper, lower = (int(column[0]) for column in pair(row.cube))
    values = row.cube.values[0]
    if row.terms.is_ordered:
        why = "the two ends of the order"
    elif row.terms.reference is None:
        why = "the highest and the lowest value"
    else:
        why = "the reference, and the group " + ("furthest from it" if row.terms.direction == "neutral" else "worst off of the others")
    return row.terms.names[upper], row.terms.names[lower], float(values[upper]), float(values[lower]), why


def difference_steps(row: Row, value: float) -> list[str]:
    upper, lower, above, below, why = _ends(row)
    return [
        row.values_line(),
        f"Compared: {upper} and {lower}, {why}",
        line("D", f"{figure(above)} − {term(below)}", figure(value), unit=gap_unit(row.terms)),
    ]


def ratio_steps(row: Row, value: float) -> list[str]:
    upper, lower, above, below, why = _ends(row)
    return [
        row.values_line(),
        f"Compared: {upper} and {lower}, {why}",
        line("R", f"{figure(above)} / {term(below)}", figure(value)),
    ]
