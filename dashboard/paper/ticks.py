"""Where the ticks of an axis stand, and what they say."""

from __future__ import annotations

import math

from dashboard.wording import number

STEPS = (1.0, 2.0, 5.0, 10.0)
LARGE = ((1e9, "B"), (1e6, "M"), (1e3, "k"))


def ticks(low: float, high: float, most: int) -> list[float]:
    """At most so many round values inside a span, at even steps of 1, 2 or 5 times a power of ten."""
    span = high - low
    if not span > 0:
        return [low]
    power = 10.0 ** math.floor(math.log10(span / max(most, 1)))
    for step in (part * power * tens for tens in (1, 10) for part in STEPS):
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        if last - first + 1 <= most:
            return [n * step for n in range(first, last + 1)]
    return [low]


def tick_words(values: list[float], suffix: str = "") -> list[str]:
    """The values as their axis says them: as many decimals as their step needs, thousands and millions by k, M and B."""
    step = min((b - a for a, b in zip(values, values[1:], strict=False)), default=abs(values[0]) if values else 1.0) or 1.0
    largest = max((abs(v) for v in values), default=0.0)
    if step >= 1000:
        unit, letter = next((unit, letter) for unit, letter in LARGE if largest >= unit)
        return [number(v / unit, _decimals(step / unit)) + (letter if v else "") + suffix for v in values]
    return [number(v, _decimals(step)) + suffix for v in values]


def _decimals(step: float) -> int:
    return next((places for places in range(8) if abs(step - round(step, places)) < step * 1e-6), 8)
