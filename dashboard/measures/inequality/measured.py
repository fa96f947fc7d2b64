"""One measure, or all of them, of one setting: a number with its working, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dashboard import wording
from dashboard.measures.inequality.cube import Cube
from dashboard.measures.inequality.scale_conditions import overall_between
from dashboard.measures.inequality.setting import Setting
from dashboard.measures.inequality.table import MEASURES, Measure
from dashboard.measures.inequality.uncertainty import error_of
from dashboard.measures.inequality.written import Row, figure, gap_unit


@dataclass(frozen=True)
class Result:
    """A lawful value. interval: 95 %, or None. is_weighted: by the groups' shares; otherwise every group counts the same
    (two groups compared are never weighted).

    unit: short, "" for ratios and indices. steps: the working, the last line ending in the value. notes: what weakens it.
    """

    key: str
    value: float
    unit: str
    is_weighted: bool
    standard_error: float | None
    interval: tuple[float, float] | None
    steps: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Refusal:
    """No value: the condition that is not met, and why in words."""

    key: str
    condition: str
    reason: str


def measured(key: str, setting: Setting) -> Result | Refusal:
    """The measure of that key (`table.MEASURES`) for one setting."""
    with np.errstate(all="ignore"):
        return _measured(MEASURES[key], setting, Cube.of(setting))


def all_measured(setting: Setting) -> dict[str, Result | Refusal]:
    """Every measure of one setting."""
    cube = Cube.of(setting)
    with np.errstate(all="ignore"):
        return {key: _measured(measure, setting, cube) for key, measure in MEASURES.items()}


def _measured(measure: Measure, setting: Setting, cube: Cube) -> Result | Refusal:
    row = Row(cube)
    for condition in measure.conditions:
        if not condition.holds(cube)[0]:
            return Refusal(measure.key, condition.key, condition.reason(row))
    value = float(measure.value(cube)[0]) + 0.0  # no negative zero
    if not np.isfinite(value):
        return Refusal(measure.key, "finite", "The values are too large or too small to compute with.")
    error = error_of(measure, setting, cube, value)
    return Result(
        measure.key,
        value,
        unit_of(measure, setting),
        row.is_weighted and measure.family != "pair",
        error.standard_error if error else None,
        error.interval if error else None,
        tuple(measure.steps(row, value)),
        tuple(notes(measure, row, error.how if error else "")),
    )


def unit_of(measure: Measure, setting: Setting) -> str:
    """The short unit of a measure's values."""
    unit = gap_unit(setting.terms)
    return {"indicator": unit, "square": f"squared {unit}" if unit else "", "percent": "%"}.get(measure.unit, "")


def notes(measure: Measure, row: Row, how: str) -> list[str]:
    """What a reader should know beside the value, as sentences."""
    said = []
    cube = row.cube
    if row.missing:
        said.append(f"Without {wording.listing(row.missing)}, of whom there is no value.")
    if not row.is_weighted and measure.family == "impact":
        said.append(f"The average is the country's own value, since {_why_unweighted(row)}.")
    elif not row.is_weighted and measure.family != "pair":
        said.append(f"Unweighted, every group counting the same, since {_why_unweighted(row)}.")
    if not overall_between(cube)[0]:
        said.append(
            f"The country's own value, {figure(cube.overall[0])}, lies outside its groups' values "
            f"({figure(cube.lowest[0])} to {figure(cube.highest[0])}): they may not be of the same people."
        )
    if row.terms.is_ordered and measure.family == "spread":
        said.append("Takes no notice of the order of the groups; slope and concentration indices do.")
    if how:
        said.append(f"Interval (95 %) {how}; the groups are taken to be independent.")
        if measure.family == "pair" and not row.terms.is_ordered and row.terms.reference is None and len(row.y) > 2:
            said.append("The two groups were picked because they lie furthest apart: chance alone makes that gap wider than it is.")
    return said


def _why_unweighted(row: Row) -> str:
    """Why the groups' shares are not used, as the end of a sentence."""
    shares = row.cube.shares[0, row.present]
    if np.isnan(shares).any():
        return "the sizes of the groups are not known"
    if (shares < 0).any():
        return "a group has a share below zero"
    return f"the shares of the groups sum to {figure(shares.sum())}, not to 1"
