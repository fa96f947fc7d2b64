"""A view becomes the tables of its four panels: the numbers that they show, the publisher's with all their digits."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from callbacks.group_table import breakdown_asked, breakdown_of
from callbacks.panels import middle_of
from dashboard.headline import slice_unit
from dashboard.measured_indicator import indicator_of, measure_title
from dashboard.peers import compared_with, scope_of
from dashboard.schema import BREAKDOWNS
from dashboard.slices import Cell, slice_of
from dashboard.tables.observed import as_sdmx, measure_rows, seen, with_measures
from dashboard.tables.over_time import trend_table
from dashboard.tables.placed import map_table, ranking_table
from dashboard.tables.subject import Subject
from dashboard.view import ALL, View
from data.desk import Desk


def subject_of(desk: Desk, view: View, address: str) -> Subject:
    """What the panels' numbers are of. address: of the view, absolute."""
    contents, part = desk.contents, slice_of(view, desk.contents)
    indicator = indicator_of(part, contents)
    groups = desk.measured(part).groups if part.measure else ()
    return Subject(indicator, part, groups, slice_unit(view, indicator), view.year_of(contents), address)


def map_of(desk: Desk, view: View, subject: Subject) -> pd.DataFrame:
    """Every area that the map draws inside the scope."""
    atlas, scope, part = desk.contents.atlas, scope_of(view, desk.contents.atlas), subject.part
    ground = desk.ground if subject.indicator.is_mappable else desk.count_ground
    drawn = {*ground.shapes, *(code for code, *_ in ground.points), *desk.slice(part).areas}
    inside = {code for code in drawn if code in atlas} if scope.is_world else drawn & set(scope.members)
    classes = desk.classes(part) if subject.indicator.is_mappable else None
    return map_table(desk.exact(part).frame(), desk.series(part), classes, inside, view.window_of(desk.contents), subject, atlas)


def ranking_of(desk: Desk, view: View, subject: Subject) -> pd.DataFrame:
    """The states of the scope that have a value, best first."""
    atlas = desk.contents.atlas
    return ranking_table(desk.exact(subject.part).frame(), scope_of(view, atlas).members, view.window_of(desk.contents), subject, atlas)


def trend_of(desk: Desk, view: View, subject: Subject) -> pd.DataFrame:
    """The chosen countries and the spread of those they are compared with, in all years."""
    atlas = desk.contents.atlas
    return trend_table(desk.exact(subject.part), view.areas, middle_of(desk, view), compared_with(view, atlas), subject, atlas)


PANELS: dict[str, Callable[[Desk, View, Subject], pd.DataFrame]] = {"map": map_of, "trend": trend_of, "breakdown": breakdown_of, "ranking": ranking_of}


def observations_of(desk: Desk, view: View, is_whole: bool, subject: Subject) -> pd.DataFrame:
    """The observations of the view's indicator as SDMX-CSV 2.0: all, or those behind the four panels, in all years.

    Behind the panels: of the areas that the map shows and the chosen ones, in the slice and in the groups of the breakdown panel. Where a
    measure is shown it follows, as records of a structure of its own.
    """
    frame = desk.store.observations(view.indicator)
    if is_whole:
        return as_sdmx(frame)
    contents, indicator = desk.contents, desk.contents.catalogue[view.indicator]
    areas = _areas(desk, view)
    offered = {column: frozenset(contents.offered(indicator, column)) for column in BREAKDOWNS}
    held = as_sdmx(frame[seen(frame, _cells(desk, view), areas, offered)])
    if not view.measure:
        return held
    series = desk.exact(subject.part).frame()
    words = f"{measure_title(subject.part, contents)}, of {' '.join(subject.groups) or 'no groups'}, derived by the monitor"
    return with_measures(held, measure_rows(series[series["REF_AREA"].isin(areas)], subject, words))


def _areas(desk: Desk, view: View) -> frozenset[str]:
    atlas, scope = desk.contents.atlas, scope_of(view, desk.contents.atlas)
    inside = (area.code for area in atlas.countries()) if scope.is_world else scope.members
    return frozenset((*inside, *view.areas))


def _cells(desk: Desk, view: View) -> tuple[Cell, ...]:
    """Of map, trend and ranking, then of each breakdown that its panel shows."""
    cells = [slice_of(view, desk.contents).cell]
    asked = breakdown_asked(desk, view)
    if asked is not None:
        parts = [asked.of(column) for column in asked.people()] if view.chart == ALL else [asked]
        cells += [own.part.cell for own in parts]
    return tuple(cells)
