"""The breakdown panel as a table, in each of its forms, from the same rows that its pictures are drawn from."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from callbacks.breakdown import names_of, own_rows, rows_of
from callbacks.breakdown_asked import Asked
from dashboard.breakdown import with_totals
from dashboard.figures.group_dots import Rows, is_turned
from dashboard.measures.groups import Groups
from dashboard.schema import TOTAL
from dashboard.slices import crossed_with
from dashboard.tables.by_group import GroupRows, no_rows, rows_of_year, rows_of_years, with_measure
from dashboard.tables.subject import Subject, described
from dashboard.view import ALL, DOTS, LINES, View
from data.crossings import crossings
from data.desk import Desk


def breakdown_asked(desk: Desk, view: View) -> Asked | None:
    """The breakdown that the panel shows, crossed where it can be; None for an indicator without any."""
    part, _ = desk.group_slice(view)
    if part is None:
        return None
    is_crossed = view.chart != ALL and view.cross in crossings(desk, part)
    return Asked(desk, view, crossed_with(part, view.cross) if is_crossed else part)


def breakdown_of(desk: Desk, view: View, subject: Subject) -> pd.DataFrame:
    """The panel's numbers, in the view's year or, as lines, in all; without rows for an indicator without groups."""
    asked = breakdown_asked(desk, view)
    if asked is None:
        return described(no_rows(), subject, with_measure=False)
    parts = [asked.of(column) for column in asked.people()] if view.chart == ALL else [asked]
    tables = [_table(own, subject) for own in parts]
    found = pd.concat([table for table in tables if len(table)] or [no_rows()], ignore_index=True)
    return described(found, subject, with_year=view.chart != LINES, with_measure=False)


def _table(asked: Asked, subject: Subject) -> pd.DataFrame:
    view, catalogue = asked.view, asked.desk.contents.catalogue
    shown = _shown(asked)
    table = rows_of_years(shown, catalogue) if view.chart == LINES else rows_of_year(shown, asked.year, catalogue)
    own = replace(subject, indicator=asked.indicator, unit=asked.indicator.group_scale or asked.indicator.unit)
    if view.measure and view.chart == DOTS and not asked.part.cross and not is_turned(asked.groups(), asked.are_people):
        table = _with_measure(asked, table, shown.table)
    return described(table, own, with_year=False, with_measure=False, cell=asked.part.cell)


def _shown(asked: Asked) -> GroupRows:
    """What the form that is asked for shows: whose rows, which groups, and what it says of the gap."""
    view, atlas, groups, cross = asked.view, asked.desk.contents.atlas, asked.groups(), asked.part.cross
    rows, table = _rows_and_table(asked)
    turned = view.chart == DOTS and not cross and is_turned(groups, asked.are_people)
    codes = (*groups.codes, TOTAL) if asked.has_total and not turned else groups.codes
    others = with_totals(asked.groups(cross), cross, table, asked.desk.contents.catalogue).codes if cross else ("",)
    decimals = None if turned or not asked.indicator.is_mappable else asked.indicator.decimals
    are_countries = tuple(bool(view.areas) and own for own in rows.is_own or (True,) * len(rows.codes))
    names = tuple(atlas.area(code).name if own else atlas.group(code).name for code, own in zip(rows.codes, are_countries, strict=True))
    return GroupRows(asked.part, rows.codes, names, are_countries, codes, others, table, asked.desk.exact_groups_of(asked.part), decimals)


def _rows_and_table(asked: Asked) -> tuple[Rows, Groups]:
    view = asked.view
    if view.chart == ALL:
        first = view.areas[:1]
        one = names_of(replace(asked, view=replace(view, areas=first)))
        return one, asked.countries(first) if first else asked.medians((asked.scope,))
    if view.chart == LINES or asked.part.cross:
        return own_rows(asked)
    rows, table, _ = rows_of(asked)
    return rows, table


def _with_measure(asked: Asked, table: pd.DataFrame, held: Groups) -> pd.DataFrame:
    packed = asked.measured(held.rows, held)
    place = asked.year - held.years[0]
    found = {held.rows[row]: values[place] for row, values in packed["measured"].items()}
    return with_measure(table, asked.view.measure, found)
