"""Which breakdowns the data hold crossed with each other: most sources publish none."""

from __future__ import annotations

from itertools import combinations

from dashboard.measures import crossed
from dashboard.schema import TOTAL
from dashboard.slices import GroupSlice, crossed_with
from dashboard.terms import groups_of
from data.desk import Desk


def crossings(desk: Desk, part: GroupSlice) -> tuple[str, ...]:
    """The columns whose groups the data hold crossed with those of a breakdown of people, in the catalogue's order."""
    indicator = desk.contents.catalogue[part.indicator]
    if len(indicator.breakdowns) < 2 or not indicator.breakdown(part.by).is_of_people:
        return ()
    pairs = desk.remember("pairs", part.indicator, lambda: _pairs(desk, part.indicator))
    near = [b.column for b in indicator.breakdowns if frozenset((b.column, part.by)) in pairs]
    return desk.remember("crossings", part, lambda: tuple(column for column in near if telling(desk, crossed_with(part, column))))


def telling(desk: Desk, part: GroupSlice) -> tuple[str, ...]:
    """The pairs of groups, none of them a total, that a slice of two breakdowns crossed holds."""
    indicator = desk.contents.catalogue[part.indicator]
    first, second = (groups_of(indicator, column, desk.contents) for column in (part.by, part.cross))
    return crossed.telling(desk.groups_of(part).groups, first, second)


def _pairs(desk: Desk, indicator: str) -> frozenset[frozenset[str]]:
    """The pairs of columns that some row of the indicator has both a group in."""
    columns = tuple(b.column for b in desk.contents.catalogue[indicator].breakdowns)
    text, _ = desk.store.columns(indicator, (), columns, ())
    is_group = {column: ~text[column].among(frozenset((TOTAL,))) for column in columns}
    return frozenset(frozenset(two) for two in combinations(columns, 2) if (is_group[two[0]] & is_group[two[1]]).any())
