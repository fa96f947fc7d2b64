"""How many states of a scope have a group, since when and until when, and what a country or the world has never."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dashboard.catalogue import Category, Indicator
from dashboard.coverage.categories import groups_in
from dashboard.coverage.cube import Coverage

NONE = 0  # the year of what is not there


@dataclass(frozen=True)
class Held:
    """How many of the states asked for have something; first and last year over all of them, 0 for none."""

    count: int = 0
    first: int = NONE
    last: int = NONE


@dataclass(frozen=True)
class Split:
    """The states asked for by what they have of a group, each sorted by code.

    has: a value in the slice that is shown. elsewhere: only in other slices. others: another group of the breakdown, not this one.
    total: a value of the indicator, but no group of the breakdown. nothing: no value of the indicator in any slice.
    """

    has: tuple[str, ...]
    elsewhere: tuple[str, ...]
    others: tuple[str, ...]
    total: tuple[str, ...]
    nothing: tuple[str, ...]


@dataclass(frozen=True)
class CountryRow:
    """One category in one country. has: (indicator, last year), the year 0 where only in other slices than the one shown.

    offered: indicators that tell the category apart. countries: how many states have it in any of these.
    """

    category: Category
    has: tuple[tuple[str, int], ...]
    offered: tuple[str, ...]
    countries: int


def held(coverage: Coverage, rows: list[int], states: tuple[str, ...]) -> Held:
    """The states that have at least one of the groups that stand in these rows."""
    last = coverage.last[np.ix_(rows, coverage.columns(states))]
    if not last.any():
        return Held()
    first = coverage.first[np.ix_(rows, coverage.columns(states))]
    return Held(int((last > 0).any(axis=0).sum()), int(first[first > 0].min()), int(last.max()))


def rows_of(coverage: Coverage, category: Category, indicator: Indicator) -> list[int]:
    """The rows of an indicator's groups that are of a category."""
    return [place for column, code in groups_in(category, indicator) for place in coverage.rows(indicator.key, column, (code,))]


def matrix(coverage: Coverage, categories: tuple[Category, ...], indicators: tuple[Indicator, ...], states: tuple[str, ...]) -> dict[str, tuple[Held, ...]]:
    """By indicator that has a group of people: how many states have each category's, in their order."""
    found = {}
    for indicator in indicators:
        if any(b.is_of_people for b in indicator.breakdowns):
            found[indicator.key] = tuple(held(coverage, rows_of(coverage, c, indicator), states) for c in categories)
    return found


def split(coverage: Coverage, indicator: Indicator, column: str, code: str, states: tuple[str, ...]) -> Split:
    """Every one of the states, in exactly one of the five."""
    groups = indicator.breakdown(column).groups
    has = _areas(coverage, coverage.rows(indicator.key, column, (code,)))
    elsewhere = _areas(coverage, coverage.rows(indicator.key, column, (code,)), is_elsewhere=True)
    others = _areas(coverage, coverage.rows(indicator.key, column, groups))
    others |= _areas(coverage, coverage.rows(indicator.key, column, groups), is_elsewhere=True)
    total = _areas(coverage, coverage.rows(indicator.key)) | _areas(coverage, coverage.rows(indicator.key), is_elsewhere=True)
    rest, parts = set(states), []
    for found in (has, elsewhere, others, total, rest):
        parts.append(tuple(sorted(rest & found)))
        rest = rest - found
    return Split(*parts)


def without(coverage: Coverage, indicator: str, states: tuple[str, ...]) -> tuple[str, ...]:
    """The states that have no value of an indicator in any slice, sorted by code."""
    rows = coverage.rows(indicator)
    return tuple(sorted(set(states) - _areas(coverage, rows) - _areas(coverage, rows, is_elsewhere=True)))


def has_any(coverage: Coverage, indicator: str, column: str, codes: tuple[str, ...], area: str) -> bool:
    """Whether an area has one of the groups, in whatever slice."""
    rows, place = coverage.rows(indicator, column, codes), coverage.columns((area,))
    return bool(coverage.last[np.ix_(rows, place)].any() or coverage.elsewhere[np.ix_(rows, place)].any())


def of_area(coverage: Coverage, category: Category, indicators: tuple[Indicator, ...], area: str, states: tuple[str, ...]) -> CountryRow:
    """What an area has of a category in some indicators, and how many of the states have it in any of them."""
    found, offered, rows = [], [], []
    for indicator in indicators:
        if groups := groups_in(category, indicator):
            offered.append(indicator.key)
            own = rows_of(coverage, category, indicator)
            rows += own
            if any(has_any(coverage, indicator.key, column, (code,), area) for column, code in groups):
                found.append((indicator.key, held(coverage, own, (area,)).last))
    return CountryRow(category, tuple(found), tuple(offered), held(coverage, rows, states).count)


def _areas(coverage: Coverage, rows: list[int], is_elsewhere: bool = False) -> set[str]:
    held = coverage.elsewhere if is_elsewhere else coverage.last > 0
    return {coverage.areas[place] for place in np.flatnonzero(held[rows].any(axis=0)).tolist()}
