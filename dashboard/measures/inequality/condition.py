"""What has to hold before a measure may be given: a rule in general words, a check for many settings, a reason for one.

A condition that is not met gives a reason and no number. What only weakens a number is a note (`measured.notes`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from dashboard import wording
from dashboard.measures.inequality.cube import Cube
from dashboard.measures.inequality.written import Row, figure


@dataclass(frozen=True)
class Condition:
    """rule: in general. holds: a truth for each setting. reason: why it does not hold for this one, as a sentence."""

    key: str
    rule: str
    holds: Callable[[Cube], np.ndarray]
    reason: Callable[[Row], str]


def every(cube: Cube, is_true: bool) -> np.ndarray:
    """The same truth for every setting."""
    return np.full(len(cube.values), is_true)


def are(names: list[str]) -> str:
    """`Middle fifth is`, `Middle fifth and Richest fifth are`."""
    return f"{wording.listing(names)} {'is' if len(names) == 1 else 'are'}"


def first_that(row: Row, is_so: Callable[[float], bool]) -> str:
    """`Poorest fifth has 0`, of the first group whose value is so."""
    name, value = next((n, v) for n, v in zip(row.names, row.y, strict=True) if is_so(v))
    return f"{name} has {figure(value)}"
