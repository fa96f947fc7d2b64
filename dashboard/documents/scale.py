"""The ends and ticks of an axis: round numbers that hold all values."""

from __future__ import annotations

import math
from collections.abc import Iterable

from dashboard.catalogue import Indicator
from dashboard.documents.chart import Scale, number_form
from dashboard.figures.base import value_range

MOST_STEPS = 6
STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


def scale_of(values: Iterable[float | None], indicator: Indicator) -> Scale:
    """The axis of an indicator's values: from a natural zero where they come near it, within the indicator's limits."""
    if indicator.is_yes_no:
        form = number_form(0, indicator.unit_short)
        return Scale(-1.0, 2.0, 1.0, form, form)
    held = [v for v in values if v is not None]
    if indicator.equality is not None:
        held.append(indicator.equality)
    if not held:
        return _scale((0.0, 1.0, 1.0), indicator)
    start, _ = value_range(min(held), max(held), indicator.limits)
    return _scale(round_ends(min(start, min(held)), max(held), indicator.limits), indicator)


def from_nothing(values: Iterable[float | None], indicator: Indicator) -> Scale:
    """The axis of bars: it begins at nothing, so that a bar twice as long is twice as much."""
    return _scale(round_ends(0.0, max((v for v in values if v is not None), default=1.0), (0.0, None)), indicator)


def _scale(ends: tuple[float, float, float], indicator: Indicator) -> Scale:
    """Ticks have as many decimals as tell them apart."""
    needed = next((places for places in range(7) if all(abs(round(v, places) - v) < 1e-9 for v in (ends[0], ends[2]))), 7)
    return Scale(*ends, number_form(indicator.decimals, indicator.unit_short), number_form(needed, indicator.unit_short))


def round_ends(low: float, high: float, limits: tuple[float | None, float | None]) -> tuple[float, float, float]:
    """Low end, high end and step: multiples of 1, 2, 2.5 or 5 times a power of ten, no further out than the limits."""
    span = high - low or abs(high) or 1.0
    power = 10.0 ** math.floor(math.log10(span / MOST_STEPS))
    step = next(s * power for s in STEPS if span / (s * power) <= MOST_STEPS)
    first, last = math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step
    floor, ceiling = limits
    if floor is not None and first < floor <= low:
        first = floor
    if ceiling is not None and high <= ceiling < last:
        last = ceiling
    if first == last:
        last = first + step
    return tuple(float(f"{v:.12g}") for v in (first, last, step))
