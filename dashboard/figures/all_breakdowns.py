"""One country, or the middle of a set of countries, across all its breakdowns of people: a row a breakdown.

Which inequality is the widest is seen at once. Each row has groups of its own, named beside their dots; the mark of all people
goes through every row. A breakdown without data keeps its row and says so.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dashboard import theme
from dashboard.catalogue import Indicator
from dashboard.figures.dot_rows import TALL_ROW, Kind, Line, Look, dot_rows
from dashboard.figures.group_dots import ALL_OF, Rows
from dashboard.measures.groups import NO_BOUND, Groups, picked
from dashboard.schema import TOTAL


@dataclass(frozen=True, eq=False)
class Part:
    """One breakdown: its name, its groups in order without the total, and what the one row of its table holds."""

    name: str
    groups: Rows
    table: Groups
    has_total: bool


def all_breakdowns(parts: tuple[Part, ...], indicator: Indicator, is_median: bool, year: int) -> tuple[dict, dict, Look]:
    """The figure of one year, what the browser needs for all years, and how it looks. parts: one at least."""
    most = max(len(part.groups.codes) for part in parts)
    has_total = any(part.has_total for part in parts)
    look = Look(labels="all", row=TALL_ROW, total=has_total, are_medians=is_median)
    years = parts[0].table.years
    values, bounds = np.full((len(parts), most + has_total, len(years)), np.nan), np.full((len(parts), most + has_total, len(years)), NO_BOUND, dtype="S1")
    used, n = (np.zeros((len(parts), len(years)), dtype=int) for _ in range(2))
    for row, part in enumerate(parts):
        own = picked(part.table, part.table.rows[:1], (*part.groups.codes, *((TOTAL,) if part.has_total else ())))
        at = [*range(len(part.groups.codes)), *((most,) if part.has_total else ())]
        values[row, at], bounds[row, at] = own.values[0], own.bounds[0]
        used[row], n[row] = own.used[0], own.n[0]
    names = tuple(part.name for part in parts)
    held = Groups(names, tuple(str(place) for place in range(values.shape[1])), years, values, bounds, used, n)
    lines = tuple(Line(name, is_strong=True) for name in names)
    return (*dot_rows(held, lines, (*_kinds(parts, most), *_total(has_total)), look, indicator, year), look)


def _kinds(parts: tuple[Part, ...], most: int) -> tuple[Kind, ...]:
    """A trace for the first group of every breakdown, one for the second, and so on."""
    blank = ("", theme.PAPER)
    of = [[*zip(part.groups.words, part.groups.colours, strict=True), *[blank] * (most - len(part.groups.codes))] for part in parts]
    shapes = theme.GROUP_SHAPES
    return tuple(Kind("", theme.INK, shapes[place % len(shapes)], tuple(row[place] for row in of)) for place in range(most))


def _total(has_total: bool) -> tuple[Kind, ...]:
    return (Kind(ALL_OF, theme.TOTAL_COLOUR, "line-ns-open"),) if has_total else ()
