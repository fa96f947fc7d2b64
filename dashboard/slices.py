"""The cache keys drawn from a view: each holds only what its answer depends on, so that nothing is fetched twice."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.contents import Contents
from dashboard.schema import BREAKDOWNS, TOTAL
from dashboard.view import View

Cell = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Slice:
    """One indicator in one cell: every breakdown column has one code. All areas and years."""

    indicator: str
    cell: Cell


@dataclass(frozen=True)
class GroupSlice:
    """One indicator over all groups of one breakdown; the other columns stay at the view's cell."""

    indicator: str
    by: str
    cell: Cell  # without `by`


def slice_of(view: View, contents: Contents) -> Slice:
    """What map, trend and ranking show."""
    return Slice(view.indicator, view.full_cell(contents.catalogue[view.indicator]))


def group_slice_of(view: View, contents: Contents) -> GroupSlice | None:
    """What the breakdown panel shows; None for an indicator without breakdowns."""
    indicator = contents.catalogue[view.indicator]
    if not indicator.breakdowns:
        return None
    by = view.by or indicator.breakdowns[0].column
    return GroupSlice(view.indicator, by, tuple(pair for pair in view.full_cell(indicator) if pair[0] != by))


def slice_name(part: Slice) -> str:
    """A short text for a slice, by which the browser knows that two answers are about the same one."""
    return ";".join([part.indicator, *(f"{column}={code}" for column, code in part.cell if code != TOTAL)])


def picture_name(view: View, contents: Contents) -> str:
    """A short text for what a map shows over all its years: slice, scope and window. The browser steps a map to another
    year only where the drawn figure, its data and the words are of one picture."""
    return f"{slice_name(slice_of(view, contents))};{view.scope};{view.window_of(contents)}"


def scale_of(part: Slice) -> Slice:
    """The slices that share map classes with this one: all sexes of the same cell, so that women and men can be compared.

    Other breakdowns have classes of their own: youth and adult unemployment, say, lie too far apart for one scale.
    """
    return Slice(part.indicator, tuple(pair for pair in part.cell if pair[0] != "SEX"))


# Which keys of an address each panel depends on besides the indicator and its slice; the browser asks a panel
# again only when one of these has changed. `year` is in none: every answer holds all years.
PANEL_KEYS: dict[str, tuple[str, ...]] = {
    "headline": ("indicator", "window", *BREAKDOWNS.values(), "by", "scope", "compare"),
    "map": ("indicator", "window", *BREAKDOWNS.values(), "scope"),
    "trend": ("indicator", "window", *BREAKDOWNS.values(), "areas", "scope", "compare"),
    "breakdown": ("indicator", "window", *BREAKDOWNS.values(), "by", "areas", "scope"),
}
