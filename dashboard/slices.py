"""The cache keys drawn from a view: each holds only what its answer depends on, so that nothing is fetched twice."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.contents import Contents
from dashboard.schema import BREAKDOWNS, TOTAL
from dashboard.view import View

Cell = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Slice:
    """One indicator in one cell: every breakdown column has one code. All areas and years.

    With a measure: that of the groups of `by`, whose column is then not in the cell; `ref` is the group they are set against.
    """

    indicator: str
    cell: Cell
    by: str = ""
    measure: str = ""
    ref: str = ""


@dataclass(frozen=True)
class GroupSlice:
    """One indicator over all groups of one breakdown; the other columns stay at the view's cell.

    With `cross`: over the groups of both, each with each, as `measures.crossed` names them.
    """

    indicator: str
    by: str
    cell: Cell  # without `by` and `cross`
    cross: str = ""


def slice_of(view: View, contents: Contents) -> Slice:
    """What map, trend and ranking show: values, or the measure that the view asks for."""
    cell = view.full_cell(contents.catalogue[view.indicator])
    if not view.measure:
        return Slice(view.indicator, cell)
    by = view.by_of(contents)
    return Slice(view.indicator, tuple(pair for pair in cell if pair[0] != by), by, view.measure, view.ref)


def group_slice_of(view: View, contents: Contents) -> GroupSlice | None:
    """What the breakdown panel shows; None for an indicator without breakdowns."""
    indicator = contents.catalogue[view.indicator]
    if not indicator.breakdowns:
        return None
    by = view.by_of(contents)
    return GroupSlice(view.indicator, by, tuple(pair for pair in view.full_cell(indicator) if pair[0] != by))


def crossed_with(part: GroupSlice, column: str) -> GroupSlice:
    """The same groups, each with each group of a second breakdown."""
    return replace(part, cell=tuple(pair for pair in part.cell if pair[0] != column), cross=column)


def slice_name(part: Slice) -> str:
    """A short text for a slice, by which the browser knows that two answers are about the same one."""
    derived = [f"{part.measure} {part.by} {part.ref}".strip()] if part.measure else []
    return ";".join([part.indicator, *(f"{column}={code}" for column, code in part.cell if code != TOTAL), *derived])


def scale_of(part: Slice) -> Slice:
    """The slices that share map classes with this one: all sexes of the same cell, so that women and men can be compared.

    Other breakdowns have classes of their own: youth and adult unemployment, say, lie too far apart for one scale.
    """
    return replace(part, cell=tuple(pair for pair in part.cell if pair[0] != "SEX"))


# Which keys of an address each panel depends on besides the indicator and its slice; the browser asks a panel
# again only when one of these has changed. `year` is in none: every answer holds all years.
PANEL_KEYS: dict[str, tuple[str, ...]] = {
    "map": ("indicator", "window", *BREAKDOWNS.values(), "by", "measure", "ref", "scope"),
    "trend": ("indicator", "window", *BREAKDOWNS.values(), "by", "measure", "ref", "areas", "scope", "compare"),
    "breakdown": ("indicator", "window", *BREAKDOWNS.values(), "by", "cross", "measure", "ref", "chart", "areas", "scope", "compare"),
}
# Of these, map and trend depend on what a measure compares only while one is shown.
MEASURE_KEYS = ("by", "ref")
# What is asked only when a reader opens it, and then of one year.
OPENED_KEYS: dict[str, tuple[str, ...]] = {"working": ("indicator", "areas", "year", "window", *BREAKDOWNS.values(), "by", "measure", "ref")}
