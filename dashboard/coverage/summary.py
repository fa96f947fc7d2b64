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


def held(coverage: Coverage, rows: list[int], states: tuple[str, ...], least: int = 1) -> Held:
    """The states that have at least so many of the groups that stand in these rows."""
    return _held(coverage, rows, states, _has(coverage, rows, states) >= least)


def compared(coverage: Coverage, indicator: Indicator, column: str, states: tuple[str, ...]) -> Held:
    """The states of which a breakdown tells groups apart: they have two of its groups, or the one where it has one only."""
    groups = indicator.breakdown(column).groups
    return held(coverage, coverage.rows(indicator.key, column, groups), states, min(2, len(groups)))


def of_category(coverage: Coverage, category: Category, indicator: Indicator, states: tuple[str, ...], in_any_slice: bool = False) -> Held:
    """The states of which an indicator tells the category apart: they have two groups of one breakdown, or one where the category is of certain groups.

    in_any_slice: groups in other slices than the one shown count as well, though they have no years here.
    """
    return _held(coverage, _rows(coverage, category, indicator), states, _enough(coverage, category, indicator, states, in_any_slice))


def _rows(coverage: Coverage, category: Category, indicator: Indicator) -> list[int]:
    return [place for column, code in groups_in(category, indicator) for place in coverage.rows(indicator.key, column, (code,))]


def _enough(coverage: Coverage, category: Category, indicator: Indicator, states: tuple[str, ...], in_any_slice: bool) -> np.ndarray:
    """True for each state of which the category is told apart."""
    groups, enough = groups_in(category, indicator), np.zeros(len(coverage.columns(states)), dtype=bool)
    for column in dict.fromkeys(column for column, _ in groups):
        own = coverage.rows(indicator.key, column, tuple(code for name, code in groups if name == column))
        least = 1 if category.codes or category.ages else 2
        enough |= _has(coverage, own, states, in_any_slice) >= least
    return enough


def _has(coverage: Coverage, rows: list[int], states: tuple[str, ...], in_any_slice: bool = False) -> np.ndarray:
    """How many of the groups each state has; states without anything at all are left out."""
    at = np.ix_(rows, coverage.columns(states))
    return ((coverage.last[at] > 0) | (coverage.elsewhere[at] & in_any_slice)).sum(axis=0)


def _held(coverage: Coverage, rows: list[int], states: tuple[str, ...], chosen: np.ndarray) -> Held:
    at = np.ix_(rows, coverage.columns(states)[chosen])
    first, last = coverage.first[at], coverage.last[at]
    return Held(int(chosen.sum()), int(first[first > 0].min()) if last.any() else NONE, int(last.max()) if last.any() else NONE)


def matrix(coverage: Coverage, categories: tuple[Category, ...], indicators: tuple[Indicator, ...], states: tuple[str, ...]) -> dict[str, tuple[Held, ...]]:
    """By indicator that has a group of people: how many states have each category, in the order of the categories."""
    peopled = [i for i in indicators if any(b.is_of_people for b in i.breakdowns)]
    return {i.key: tuple(of_category(coverage, c, i, states) for c in categories) for i in peopled}


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
    offered = [i for i in indicators if groups_in(category, i)]
    own = {i.key: of_category(coverage, category, i, (area,)).last for i in offered if of_category(coverage, category, i, (area,), in_any_slice=True).count}
    having = [_enough(coverage, category, i, states, False) for i in offered]
    return CountryRow(category, tuple(own.items()), tuple(i.key for i in offered), int(np.any(having, axis=0).sum()) if having else 0)


def _areas(coverage: Coverage, rows: list[int], is_elsewhere: bool = False) -> set[str]:
    held = coverage.elsewhere if is_elsewhere else coverage.last > 0
    return {coverage.areas[place] for place in np.flatnonzero(held[rows].any(axis=0)).tolist()}
