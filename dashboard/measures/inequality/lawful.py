"""Which measures can be given at all: what the terms alone rule out, whatever the numbers are."""

from __future__ import annotations

import numpy as np

from dashboard.measures.inequality import scale_conditions as scale
from dashboard.measures.inequality.condition import Condition
from dashboard.measures.inequality.cube import Cube
from dashboard.measures.inequality.setting import Terms
from dashboard.measures.inequality.table import MEASURES

OF_TERMS = ("one-scale", "no-count", "order", "better-end", "from-zero", "bounded")
FEWEST = {"at-least-two": 2, "at-least-three": 3}


def refused(key: str, terms: Terms) -> Condition | None:
    """The condition by which no setting on these terms can have the measure; None where some can."""
    unknown = np.full((1, len(terms.groups)), np.nan)
    cube = Cube(terms, unknown, unknown, np.array([np.nan]), np.zeros_like(unknown, dtype=bool))
    for condition in MEASURES[key].conditions:
        if condition.key in OF_TERMS and not condition.holds(cube)[0]:
            return condition
        if len(terms.groups) < FEWEST.get(condition.key, 0):
            return condition
        if condition.key == scale.AVERAGE_KNOWN.key and not terms.is_average_known:
            return condition
        if condition.key == "reference" and key == "mdref" and terms.reference is None:
            return condition
    return None


def lawful(terms: Terms) -> tuple[str, ...]:
    """The measures that the terms do not rule out, in the order of the table."""
    return tuple(key for key in MEASURES if not refused(key, terms))
