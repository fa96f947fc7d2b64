"""One setting of a slice's measure: the groups of one country and year, as the opened arithmetic takes them."""

from __future__ import annotations

import numpy as np

from dashboard.measured_indicator import terms_of_slice
from dashboard.measures.carry import last_held
from dashboard.measures.inequality.setting import Group, Setting
from dashboard.slices import GroupSlice, Slice
from dashboard.terms import total_of
from data.desk import Desk


def year_used(desk: Desk, part: Slice, is_shown: bool, area: str, year: int, window: int) -> int | None:
    """The year whose groups are opened; None where there are none within the window.

    is_shown: the measure stands on the map, and the year is the one that the map shows of the area; else, and where the map has
    nothing of it, the latest with any group.
    """
    years = desk.years(part.indicator)
    if is_shown:
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


def setting_of(desk: Desk, part: Slice, area: str, year: int) -> Setting:
    """The groups with all the publisher's digits, their sizes and errors where these are known, and the country's own value."""
    held, terms = desk.exact_groups(part), terms_of_slice(part, desk.contents)
    at, when = held.areas.index(area), year - held.years[0]
    shares, errors = desk.shares(GroupSlice(part.indicator, part.by, part.cell)), _errors(desk, part, area, year)
    groups = []
    for code in terms.codes:
        if code not in held.groups:
            continue
        own = held.groups.index(code)
        value, mark = float(held.values[at, own, when]), held.marks[at, own, when].decode()
        share = float(shares[at, own, when])
        groups.append(Group(code, None if np.isnan(value) else value, None if np.isnan(share) else share, errors.get(code), mark if mark in "<>" else ""))
    total = total_of(desk.contents.catalogue[part.indicator], part.by, desk.contents)
    overall = float(held.values[at, held.groups.index(total), when]) if total in held.groups else None
    return Setting(tuple(groups), terms, overall)


def _errors(desk: Desk, part: Slice, area: str, year: int) -> dict[str, float]:
    """The standard error of each group of one area and year, of those for which the publisher gives one."""
    text, numbers = desk.store.columns(part.indicator, part.cell, ("REF_AREA", part.by), ("TIME_PERIOD", "STD_ERROR"))
    kept = text["REF_AREA"].among(frozenset((area,))) & (numbers["TIME_PERIOD"] == year) & np.isfinite(numbers["STD_ERROR"])
    return dict(zip(text[part.by][kept].text().tolist(), numbers["STD_ERROR"][kept].tolist(), strict=True))
