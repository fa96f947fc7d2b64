"""The arithmetic behind a measure, opened for one country: asked when a reader opens it."""

from __future__ import annotations

from dashboard.measures.inequality.table import MEASURES
from dashboard.schema import TOTAL
from dashboard.slices import Slice, slice_of
from dashboard.view import View
from dashboard.working import working
from data.desk import Desk
from data.opened import setting_of, year_used

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
    used = year_used(desk, part, bool(view.measure), area, year, window)
    if used is None:
        return answer | {"why": f"{answer['area']} has no groups by {answer['by']} for {year}" + (f" or the {window} years before." if window else ".")}
    words = [contents.catalogue.label(column, code) for column, code in part.cell if code != TOTAL]
    return answer | {"why": "", "used": used, "of": ", ".join(words)} | working(setting_of(desk, part, area, used), indicator)


def _part(view: View, desk: Desk) -> Slice:
    """The view's slice with a measure, whichever: groups and terms are those of all."""
    if view.measure:
        return slice_of(view, desk.contents)
    by = view.by_of(desk.contents)
    cell = tuple(pair for pair in view.full_cell(desk.contents.catalogue[view.indicator]) if pair[0] != by)
    return Slice(view.indicator, cell, by, ANY_MEASURE, view.ref)
