"""Conditions on the scale of the values, on the fitted line and on the average of all people."""

from __future__ import annotations

import numpy as np

from dashboard.measures.inequality import slope
from dashboard.measures.inequality.attributable import average
from dashboard.measures.inequality.condition import Condition, every, first_that
from dashboard.measures.inequality.cube import Cube
from dashboard.measures.inequality.gap import pair
from dashboard.measures.inequality.written import Row, figure


def span(row: Row) -> str:
    return " to ".join(figure(limit) for limit in row.terms.span)


def _from_zero() -> Condition:
    def holds(cube: Cube) -> np.ndarray:
        return every(cube, cube.terms.limits[0] == 0) & ~(cube.lowest < 0)

    def reason(row: Row) -> str:
        low, negative = row.terms.limits[0], [v for v in row.y if v < 0]
        if low is not None and low >= 0 and negative:
            return f"{first_that(row, lambda v: v < 0)}, below the scale's floor of {figure(low)}: ratios and shares of it mean nothing."
        if negative or (low is not None and low < 0):
            return "The scale has negative values: ratios and shares of it mean nothing."
        if low is None:
            return "The scale has no floor at zero (it may be negative): ratios and shares of it mean nothing."
        return f"The scale starts at {figure(low)}, not at zero: ratios and shares of it mean nothing."

    return Condition("from-zero", "Needs a scale that starts at zero, without negative values.", holds, reason)


def _within_limits() -> Condition:
    def holds(cube: Cube) -> np.ndarray:
        low, high = (limit if limit is not None else default for limit, default in zip(cube.terms.limits, (-np.inf, np.inf), strict=True))
        return ~((cube.lowest < low) | (cube.highest > high))

    def reason(row: Row) -> str:
        low, high = (limit if limit is not None else default for limit, default in zip(row.terms.limits, (-np.inf, np.inf), strict=True))
        return f"{first_that(row, lambda v: not low <= v <= high)}, which is outside the scale."

    return Condition("within-limits", "No value may lie outside the scale.", holds, reason)


def _bounded() -> Condition:
    def reason(row: Row) -> str:
        low, high = row.terms.limits
        missing = "no lower and no upper" if low is None and high is None else "no lower" if low is None else "no upper" if high is None else "no room between its"
        return f"The scale has {missing} limit{'s' if 'room' in missing else ''}."

    return Condition("bounded", "Needs a scale with a lower and an upper limit.", lambda cube: every(cube, cube.terms.span is not None), reason)


def _mean_inside() -> Condition:
    def holds(cube: Cube) -> np.ndarray:
        if cube.terms.span is None:
            return every(cube, False)
        return (cube.mean > cube.terms.span[0]) & (cube.mean < cube.terms.span[1])

    def reason(row: Row) -> str:
        return f"Needs an average between the limits {span(row)}; here it is {figure(row.mean)}."

    return Condition("mean-inside", "Needs an average that is not at a limit of the scale.", holds, reason)


def _mean_above_zero() -> Condition:
    return Condition(
        "mean-above-zero",
        "Divides by the average, which must be above zero.",
        lambda cube: cube.mean > 0,
        lambda row: f"Divides by the average, which is {figure(row.mean)}.",
    )


def _pair_above_zero() -> Condition:
    def holds(cube: Cube) -> np.ndarray:
        upper, lower = pair(cube)
        return (cube.at(upper) > 0) & (cube.at(lower) > 0)

    def reason(row: Row) -> str:
        ends = [int(column[0]) for column in pair(row.cube)]
        zero = next(column for column in ends if not row.cube.values[0, column] > 0)
        return f"A ratio needs values above zero; {row.terms.names[zero]} has {figure(row.cube.values[0, zero])}."

    return Condition("pair-above-zero", "A ratio needs values above zero.", holds, reason)


def _all_above_zero() -> Condition:
    return Condition(
        "all-above-zero",
        "Needs values above zero in every group, since it takes their logarithm.",
        lambda cube: cube.lowest > 0,
        lambda row: f"Needs values above zero, since it takes their logarithm; {first_that(row, lambda v: v <= 0)}.",
    )


def _line_settles() -> Condition:
    def reason(row: Row) -> str:
        if slope.fitted(row.cube).is_cliff[0]:
            return "The groups jump from nothing to everything: no curve can be fitted to that."
        return "The fitted curve did not settle."

    return Condition("line-settles", "Needs a curve that can be fitted to the groups.", lambda cube: slope.fitted(cube).is_settled, reason)


def _line_above_zero() -> Condition:
    def holds(cube: Cube) -> np.ndarray:
        fitted = slope.fitted(cube)
        return (fitted.bottom > 0) & (fitted.top > 0)

    def reason(row: Row) -> str:
        fitted = slope.fitted(row.cube)
        end, value = ("bottom", fitted.bottom[0]) if fitted.bottom[0] <= 0 else ("top", fitted.top[0])
        return f"A ratio needs values above zero; the fitted line gives {figure(value)} at the {end} of the order."

    return Condition("line-above-zero", "A ratio needs a fitted line above zero at both ends.", holds, reason)


def _average_known() -> Condition:
    def holds(cube: Cube) -> np.ndarray:
        return cube.is_weighted | np.isfinite(cube.overall)

    reason = "Neither the sizes of the groups nor the country's own value are known, so there is no average of all people."
    return Condition("average-known", "Needs the sizes of the groups, or the country's own value.", holds, lambda row: reason)


def _average_between() -> Condition:
    def reason(row: Row) -> str:
        low, high = figure(row.cube.lowest[0]), figure(row.cube.highest[0])
        return f"The country's own value, {figure(row.cube.overall[0])}, lies outside its groups' values ({low} to {high}): they are not of the same people."

    return Condition("average-between", "The country's own value has to lie between its groups' values.", lambda cube: cube.is_weighted | overall_between(cube), reason)


def overall_between(cube: Cube) -> np.ndarray:
    """Whether the country's own value lies between its groups' values, as an average does; true where it is not known."""
    give = 0.005 * np.maximum(np.abs(cube.highest), np.abs(cube.lowest))  # both are rounded by the publisher
    return ~((cube.overall < cube.lowest - give) | (cube.overall > cube.highest + give))


def _average_above_zero() -> Condition:
    return Condition(
        "mean-above-zero",
        MEAN_ABOVE_ZERO.rule,
        lambda cube: average(cube) > 0,
        lambda row: f"Divides by the average, which is {figure(average(row.cube)[0])}.",
    )


FROM_ZERO, WITHIN_LIMITS, BOUNDED, MEAN_INSIDE = _from_zero(), _within_limits(), _bounded(), _mean_inside()
MEAN_ABOVE_ZERO, PAIR_ABOVE_ZERO, ALL_ABOVE_ZERO = _mean_above_zero(), _pair_above_zero(), _all_above_zero()
LINE_SETTLES, LINE_ABOVE_ZERO = _line_settles(), _line_above_zero()
AVERAGE_KNOWN, AVERAGE_BETWEEN, AVERAGE_ABOVE_ZERO = _average_known(), _average_between(), _average_above_zero()
