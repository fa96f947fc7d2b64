"""Two breakdowns crossed: a group of the one with each group of the other, as a grid's middle axis names them and taken apart again."""

from __future__ import annotations

import numpy as np

from dashboard.coded import Coded
from dashboard.measures.groups import NO_BOUND, Groups

BETWEEN = "|"


def pair(group: str, other: str) -> str:
    """The name of a group of the first breakdown with one of the second."""
    return f"{group}{BETWEEN}{other}"


def telling(pairs: tuple[str, ...], first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    """The pairs of a group of the first breakdown and one of the second: one with a total, or with what stands for it, is no crossing."""
    return tuple(name for name in pairs if name.split(BETWEEN)[0] in first and name.split(BETWEEN)[1] in second)


def paired(first: Coded, second: Coded) -> Coded:
    """Two text columns as one of pairs."""
    words = tuple(pair(a, b) for a in first.words for b in second.words)
    return Coded(words, first.places.astype(int) * len(second.words) + second.places)


def apart(table: Groups, groups: tuple[str, ...], others: tuple[str, ...]) -> Groups:
    """A table of pairs with a row for each row and each group of the second breakdown, named as `pair` does, and the first's groups.

    All rows of a country are of one and the same year.
    """
    at = {name: place for place, name in enumerate(table.groups)}
    shape = (len(table.rows), len(others), len(groups), len(table.years))
    values, bounds = np.full(shape, np.nan), np.full(shape, NO_BOUND, dtype="S1")
    for i, other in enumerate(others):
        for k, group in enumerate(groups):
            if (place := at.get(pair(group, other))) is not None:
                values[:, i, k], bounds[:, i, k] = table.values[:, place], table.bounds[:, place]
    used, n = (np.repeat(part, len(others), axis=0) for part in (table.used, table.n))
    rows, flat = tuple(pair(row, other) for row in table.rows for other in others), (-1, *shape[2:])
    return Groups(rows, groups, table.years, values.reshape(flat), bounds.reshape(flat), used, n)
