"""Draws the gaps of a release from its observations, when it is built."""

from __future__ import annotations

from pathlib import Path

from dashboard.gaps.compared import Compared, compared
from dashboard.gaps.found import Found, found, least_value
from dashboard.gaps.table import rows_of
from dashboard.slices import group_slice_of
from dashboard.terms import total_of
from dashboard.view import View
from data.desk import Desk
from data.gap_file import write_rows


def write_gaps(desk: Desk, directory: Path) -> str:
    """Writes the file of the gaps beside observations that are written already, and gives its name."""
    rows = [row for each in compared(desk.contents) for row in rows_of(each.indicator.key, each.column, gaps_of(each, desk))]
    return write_rows(rows, directory)


def gaps_of(each: Compared, desk: Desk) -> tuple[Found, ...]:
    """The gap of every state in one breakdown, from the values that the breakdown panel shows."""
    indicator, column, contents = each.indicator, each.column, desk.contents
    held = desk.groups_of(group_slice_of(View(indicator.key, by=column), contents))
    states = frozenset(area.code for area in contents.atlas.states())
    return found(held, each.terms, total_of(indicator, column, contents), contents.catalogue.shares.get(column, {}), states, least_value(indicator.decimals))
