"""Population attributable risk and fraction: how the average of all would change if every group were like the reference.

The average is that of the groups where their sizes are known, else the country's own value. The reference is the last
group of an order, else the best one. A change for the worse counts as none.
"""

from __future__ import annotations

import numpy as np

from dashboard.measures.inequality.cube import Cube
from dashboard.measures.inequality.written import Row, figure, gap_unit, line, term


def average(cube: Cube) -> np.ndarray:
    """μ: the weighted mean of the groups, or the country's own value where their sizes are not known."""
    return np.where(cube.is_weighted, cube.mean, cube.overall)


def reference(cube: Cube) -> np.ndarray:
    """The value that every group would have."""
    return cube.y[:, -1] if cube.terms.is_ordered else cube.best


def par(cube: Cube) -> np.ndarray:
    change = reference(cube) - average(cube)
    return np.where(cube.sign * change > 0, change, 0.0)


def paf(cube: Cube) -> np.ndarray:
    return 100 * par(cube) / average(cube)


def par_steps(row: Row, value: float) -> list[str]:
    mean, goal = float(average(row.cube)[0]), float(reference(row.cube)[0])
    if row.is_weighted:
        lines = row.opening()
    else:
        lines = [row.values_line(), f"μ, the country's own value, since the sizes of the groups are not known or cannot be used: {figure(mean)} {row.terms.unit}".rstrip()]
    name = row.terms.names[-1] if row.terms.is_ordered else row.names[row.y.index(goal)]
    which = "the last group of the order" if row.terms.is_ordered else "the group that is best off"
    lines.append(f"The reference is {name}, {which}: {figure(goal)}")
    change = goal - mean
    if value != change:
        lines.append(line("reference − μ", f"{figure(goal)} − {term(mean)}", figure(change), unit=gap_unit(row.terms)) + ", which is no gain")
        return [*lines, line("PAR", "0", unit=gap_unit(row.terms))]
    return [*lines, line("PAR", f"{figure(goal)} − {term(mean)}", figure(value), unit=gap_unit(row.terms))]


def paf_steps(row: Row, value: float) -> list[str]:
    change, mean = float(par(row.cube)[0]), float(average(row.cube)[0])
    return [*par_steps(row, change), line("PAF = 100 × PAR / μ", f"100 × {term(change)} / {term(mean)}", figure(value), unit="%")]
