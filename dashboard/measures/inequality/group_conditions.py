"""Conditions on what is compared and on which groups there are."""

from __future__ import annotations

import numpy as np

from dashboard import wording
from dashboard.measures.inequality.condition import Condition, are, every
from dashboard.measures.inequality.cube import Cube
from dashboard.measures.inequality.gap import pair
from dashboard.measures.inequality.written import Row, figure

MOST_MISSING = 0.15  # of the people, in groups without data; WHO's healthequal counts subgroups instead, however small
TOLERANCE = 0.01  # published counts are rounded: groups may exceed their total by this part of it


def at_least(fewest: int, word: str) -> Condition:
    def reason(row: Row) -> str:
        here = {0: "none has a value", 1: "here is one", 2: "here are two"}[len(row.y)]
        return f"Needs at least {word} groups; {here}."

    return Condition(f"at-least-{word}", f"Needs at least {word} groups with a value.", lambda cube: cube.count >= fewest, reason)


def _one_scale() -> Condition:
    rule = "Each group is measured on a scale of its own: a gap between two of them says nothing."
    return Condition("one-scale", rule, lambda cube: every(cube, cube.terms.is_one_scale), lambda row: rule)


def _no_count() -> Condition:
    rule = "Counts grow with the size of a group: how they spread says nothing about the people in it."
    return Condition("no-count", rule, lambda cube: every(cube, not cube.terms.is_count), lambda row: rule)


def _within_total() -> Condition:
    def holds(cube: Cube) -> np.ndarray:
        added = np.where(cube.has_value, cube.values, 0.0).sum(axis=1)
        return every(cube, not cube.terms.is_count) | ~(added > cube.overall + TOLERANCE * np.abs(cube.overall))

    def reason(row: Row) -> str:
        return f"The groups add up to {figure(sum(row.y))}, more than their total of {figure(row.cube.overall[0])}: they overlap or come from different counts."

    return Condition("within-total", "Groups may not add up to more than their total.", holds, reason)


def _exact() -> Condition:
    def reason(row: Row) -> str:
        names = [name for name, bound in zip(row.terms.names, row.cube.is_bound[0], strict=True) if bound]
        return f"{are(names)} given only as a bound, from which nothing is computed."

    return Condition("exact", "From a bound (under 5, over 95) nothing is computed.", lambda cube: ~cube.is_bound.any(axis=1), reason)


def _exact_pair() -> Condition:
    def holds(cube: Cube) -> np.ndarray:
        rows, (upper, lower) = np.arange(len(cube.values)), pair(cube)
        ends = ~(cube.is_bound[rows, upper] | cube.is_bound[rows, lower])
        return ends if cube.terms.is_ordered else ~cube.is_bound.any(axis=1)  # which are the extremes depends on every value

    return Condition("exact", EXACT.rule, holds, EXACT.reason)


def _order() -> Condition:
    rule = "Needs groups in an order from disadvantaged to advantaged."
    return Condition("order", rule, lambda cube: every(cube, cube.terms.is_ordered), lambda row: "The groups have no order from disadvantaged to advantaged.")


def _complete() -> Condition:
    return Condition(
        "complete",
        "Needs a value for every group of the order.",
        lambda cube: cube.count == cube.values.shape[1],
        lambda row: f"{are(row.missing)} missing.",
    )


def _ends() -> Condition:
    def holds(cube: Cube) -> np.ndarray:
        return cube.has_value[:, 0] & cube.has_value[:, -1] if cube.terms.is_ordered else every(cube, True)

    def reason(row: Row) -> str:
        return f"{are([name for name in (row.terms.names[0], row.terms.names[-1]) if name in row.missing])} missing."

    return Condition("ends", "Along an order, needs the first and the last group.", holds, reason)


def _last() -> Condition:
    def holds(cube: Cube) -> np.ndarray:
        return cube.has_value[:, -1] if cube.terms.is_ordered else every(cube, True)

    return Condition("last", "Along an order, needs the last group.", holds, lambda row: f"{row.terms.names[-1]} is missing.")


def _covered(is_for_pair: bool) -> Condition:
    def holds(cube: Cube) -> np.ndarray:
        return (cube.missing_share <= MOST_MISSING + 1e-9) | every(cube, is_for_pair and cube.terms.is_ordered)

    def reason(row: Row) -> str:
        share = row.cube.missing_share[0]
        if np.isnan(share):
            return f"{are(row.missing)} missing, and how many people that concerns is not known."
        return f"More than {100 * MOST_MISSING:.0f} % of the people are in groups without data: {wording.listing(row.missing)}, {figure(100 * share)} %."

    return Condition("covered", f"At most {100 * MOST_MISSING:.0f} % of the people may be in groups without data.", holds, reason)


def _reference() -> Condition:
    def holds(cube: Cube) -> np.ndarray:
        reference = cube.terms.reference
        return every(cube, False) if reference is None else cube.has_value[:, cube.column(reference)]

    def reason(row: Row) -> str:
        if row.terms.reference is None:
            return "No group is named as the reference."
        return f"{dict(row.terms.groups)[row.terms.reference]}, the reference, is missing."

    return Condition("reference", "Needs a group named as the reference, with a value.", holds, reason)


def _reference_if_named() -> Condition:
    def holds(cube: Cube) -> np.ndarray:
        is_asked = cube.terms.reference is not None and not cube.terms.is_ordered
        return REFERENCE.holds(cube) if is_asked else every(cube, True)

    return Condition("reference", "The reference, where one is named, needs a value.", holds, REFERENCE.reason)


def _better_end() -> Condition:
    rule = "Neither end of this scale is better in itself, so no group is the best."
    return Condition("better-end", rule, lambda cube: every(cube, cube.terms.direction != "neutral"), lambda row: rule)


ONE_SCALE, NO_COUNT, WITHIN_TOTAL, EXACT = _one_scale(), _no_count(), _within_total(), _exact()
TWO, THREE = at_least(2, "two"), at_least(3, "three")
ORDER, COMPLETE, ENDS, LAST, BETTER_END, REFERENCE = _order(), _complete(), _ends(), _last(), _better_end(), _reference()
EXACT_PAIR, REFERENCE_IF_NAMED = _exact_pair(), _reference_if_named()
COVERED, COVERED_PAIR = _covered(is_for_pair=False), _covered(is_for_pair=True)
