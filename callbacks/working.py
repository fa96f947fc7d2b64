"""The arithmetic behind a measure, opened for one country: asked when a reader opens it."""

from __future__ import annotations

import numpy as np

from dashboard.measured_indicator import terms_of_slice
from dashboard.measures.carry import last_held
from dashboard.measures.inequality.setting import Group, Setting
from dashboard.measures.inequality.table import MEASURES
from dashboard.schema import TOTAL
from dashboard.slices import Slice, slice_of
from dashboard.terms import total_of
from dashboard.view import View
from dashboard.working import working
from data.desk import Desk

ANY_MEASURE = next(iter(MEASURES))


def draw_working(desk: Desk, search: str) -> dict:
    """Every measure of the first country of the address, by its breakdown, in the year shown; `why` says why there is nothing."""
    view, _ = View.from_query(search or "", desk.contents)
    contents, by = desk.contents, view.by_of(desk.contents)
    indicator = contents.catalogue[view.indicator]
    answer: dict = {"search": search, "indicator": indicator.name, "measure": view.measure, "groups": [], "measures": []}
    if not by:
        return answer | {"why": "The source gives this indicator only as a total, so there is nothing to compare."}
    if not view.areas:
        return answer | {"why": "Choose a country to see the arithmetic with its numbers."}
    area, year, window = view.areas[0], view.year_of(contents), view.window_of(contents)
    part = _part(view, desk)
    answer |= {"area": contents.atlas.area(area).name, "by": contents.catalogue.column_names[by].lower(), "year": year}
    used = _year(desk, part, view, area, year, window)
    if used is None:
        return answer | {"why": f"{answer['area']} has no groups by {answer['by']} for {year}" + (f" or the {window} years before." if window else ".")}
    words = [contents.catalogue.label(column, code) for column, code in part.cell if code != TOTAL]
    return answer | {"why": "", "used": used, "of": ", ".join(words)} | working(_setting(desk, part, area, used), indicator)


def _part(view: View, desk: Desk) -> Slice:
    """The view's slice with a measure, whichever: groups and terms are those of all."""
    if view.measure:
        return slice_of(view, desk.contents)
    by = view.by_of(desk.contents)
    cell = tuple(pair for pair in view.full_cell(desk.contents.catalogue[view.indicator]) if pair[0] != by)
    return Slice(view.indicator, cell, by, ANY_MEASURE, view.ref)


def _year(desk: Desk, part: Slice, view: View, area: str, year: int, window: int) -> int | None:
    """The year that the map shows of the area for the view's measure; else the latest within the window with any group."""
    years = desk.years(part.indicator)
    if view.measure:
        shown = desk.exact(part)
        if area in shown.areas:
            place = last_held(np.isfinite(shown.values[shown.areas.index(area)]), window)[year - years[0]]
            if place >= 0:
                return years[0] + int(place)
    held = desk.exact_groups(part)
    if area not in held.areas:
        return None
    codes = [held.groups.index(code) for code in terms_of_slice(part, desk.contents).codes if code in held.groups]
    place = last_held(np.isfinite(held.values[held.areas.index(area)][codes]).any(axis=0), window)[year - years[0]]
    return years[0] + int(place) if place >= 0 else None


def _setting(desk: Desk, part: Slice, area: str, year: int) -> Setting:
    """The groups of one area and year with all the publisher's digits, their sizes and errors where these are known."""
    held, terms = desk.exact_groups(part), terms_of_slice(part, desk.contents)
    at, when = held.areas.index(area), year - held.years[0]
    shares = desk.shares(part)
    errors = desk.errors(part, area, year)
    groups = []
    for place, code in enumerate(terms.codes):
        if code not in held.groups:
            continue
        own = held.groups.index(code)
        value, mark = float(held.values[at, own, when]), held.marks[at, own, when].decode()
        share = float(np.broadcast_to(shares, (len(held.areas), len(terms.codes), len(held.years)))[at, place, when])
        groups.append(Group(code, None if np.isnan(value) else value, None if np.isnan(share) else share, errors.get(code), mark if mark in "<>" else ""))
    total = total_of(desk.contents.catalogue[part.indicator], part.by, desk.contents)
    overall = float(held.values[at, held.groups.index(total), when]) if total in held.groups else None
    return Setting(tuple(groups), terms, overall)

