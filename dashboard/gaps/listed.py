"""The rows of a list of gaps: which country stands in each, how wide its gap is, and how that is among the others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dashboard.contents import Contents
from dashboard.gaps.compared import Compared
from dashboard.gaps.question import DIFFERENCE, OPENING, WIDEST, GapQuestion, in_question
from dashboard.gaps.table import GapTable
from dashboard.view import WORLD, WORLD_GROUP


@dataclass(frozen=True)
class Line:
    """One row of the list: one breakdown of one indicator, and the country that stands for it.

    row: of the table. size: what the list is sorted by: a difference, the larger value over the smaller, or by how much either
    closes or opens a year (of a ratio, of its logarithm). middle: the median size over the countries. countries: how many have
    one. place: the country's among them, 1 has the largest. ties: how many others have the same size.
    """

    compared: Compared
    row: int
    size: float
    middle: float
    countries: int
    place: int
    ties: int


@dataclass(frozen=True)
class Listed:
    """lines: from the largest size down. lacking: breakdowns of the question in which no country has such a gap, or not the
    country asked for. unmoved: those in which there is one to hold it against, but none closes or opens as asked."""

    lines: tuple[Line, ...]
    lacking: int
    unmoved: int


def listed(question: GapQuestion, table: GapTable, contents: Contents) -> Listed:
    """The whole list that a question asks for."""
    sizes = _sizes(question, table)
    members = contents.atlas.members(WORLD_GROUP if question.scope == WORLD else question.scope)
    is_counted = np.isfinite(sizes) & table.text["REF_AREA"].among(frozenset(members)) & (table.numbers["TIME_PERIOD"] >= question.since)
    is_area = table.text["REF_AREA"].among(frozenset((question.area,)))
    lines, lacking, unmoved = [], 0, 0
    for each in in_question(question, contents):
        if question.form == DIFFERENCE and each.indicator.unit_short != question.unit:
            continue
        block = table.blocks.get((each.indicator.key, each.column), range(0))
        rows = np.arange(block.start, block.stop)
        rows = rows[is_counted[block.start : block.stop]]
        mine = rows[is_area[rows]] if question.area else rows
        if not len(mine):
            lacking += 1
            continue
        own = np.round(sizes[rows], each.indicator.decimals + 6)  # two that differ by less differ by the arithmetic alone
        at = int(np.flatnonzero(rows == mine[0])[0]) if question.area else int(np.argmax(own))
        if question.kind != WIDEST and own[at] < _least_change(question, each.indicator.decimals):
            unmoved += 1
            continue
        place, ties = int((own > own[at]).sum()) + 1, int((own == own[at]).sum()) - 1
        lines.append(Line(each, int(rows[at]), float(sizes[rows[at]]), float(np.median(sizes[rows])), len(rows), place, ties))
    lines.sort(key=lambda line: -line.size)
    return Listed(tuple(lines), lacking, unmoved)


def _sizes(question: GapQuestion, table: GapTable) -> np.ndarray:
    """What is compared, of every row of the table; NaN where it is not known."""
    numbers = table.numbers
    with np.errstate(all="ignore"):
        if question.form == DIFFERENCE:
            now, then = np.abs(numbers["DIFFERENCE"]), np.abs(numbers["START_DIFFERENCE"])
        else:
            now, then = np.abs(np.log(numbers["RATIO"])), np.abs(np.log(numbers["START_RATIO"]))
        if question.kind == WIDEST:
            return now if question.form == DIFFERENCE else np.exp(now)
        years = np.where(numbers["START_PERIOD"] > 0, numbers["TIME_PERIOD"] - numbers["START_PERIOD"], np.nan)
        opened = (now - then) / years
        return opened if question.kind == OPENING else -opened


def _least_change(question: GapQuestion, decimals: int) -> float:
    """The smallest change a year that prints as one: half of the last digit that is written."""
    return 0.5 * 10.0 ** -(decimals + 1) if question.form == DIFFERENCE else 0.0005
