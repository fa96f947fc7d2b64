"""Map classes: limits chosen once from all years of an indicator, so that a colour means the same in 1995 and in 2021.

Three ways, chosen from the data: single values where there are few (yes or no, levels 0 to 3), even steps of a
round size, and 1-2-5 steps where the values span several powers of ten.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from dashboard import wording
from dashboard.measures.ranking import distance

FEW_VALUES = 6
MOST_CLASSES = 7
SKEWED = 8.0  # the 95th percentile this many times the median: even steps would put most countries into one class
LADDER = (1.0, 2.0, 5.0)
FACTORS = (1.02, 1.05, 1.1, 1.2, 1.5, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0, 100.0, 1000.0)  # steps of a ratio, up and down alike
EACH_WAY = 3  # limits on each side of equality


@dataclass(frozen=True)
class Classes:
    """The classes of an indicator's map.

    edges: inner limits in ascending order; a value equal to a limit belongs to the class above it.
    values: the single values that the classes stand for, where there are only few; else empty.
    labels: words for each class, lowest first.
    middle: the class that holds equality, from which the others diverge; None where there is none. It may lie beyond either end,
    where no value comes near it.
    """

    edges: tuple[float, ...]
    labels: tuple[str, ...]
    values: tuple[float, ...] = ()
    middle: int | None = None

    @property
    def count(self) -> int:
        return len(self.edges) + 1


def class_of(values: np.ndarray, classes: Classes) -> np.ndarray:
    """The class index of each value, lowest class 0; -1 for a missing value."""
    values = np.asarray(values, dtype=float)
    index = np.searchsorted(np.asarray(classes.edges), values, side="right")
    return np.where(np.isnan(values), -1, index)


def choose_classes(values: np.ndarray, decimals: int, unit_short: str = "") -> Classes:
    """Classes for the pooled values of all years; fewer than `MOST_CLASSES`, at least one.

    values: one value a country and year, in the indicator's unit; missing values are passed over.
    """
    pooled = np.asarray(values, dtype=float)
    pooled = pooled[np.isfinite(pooled)]
    if pooled.size == 0:
        return Classes((), ("no values",))
    distinct = np.unique(pooled)
    if distinct.size <= FEW_VALUES:
        words = [_single(float(v), decimals, unit_short) for v in distinct]
        new = [i for i, word in enumerate(words) if i == 0 or word != words[i - 1]]  # values that print the same are one class
        edges = tuple(float((distinct[i - 1] + distinct[i]) / 2) for i in new[1:])
        return Classes(edges, tuple(words[i] for i in new), tuple(float(distinct[i]) for i in new))
    low, middle, high = np.quantile(pooled, [0.05, 0.5, 0.95])
    if low == high:  # nearly all countries show one value: the classes tell the others apart
        low, high = pooled.min(), pooled.max()
    is_skewed = pooled.min() >= 0 and high > 0 and high / max(middle, high / 1e6) > SKEWED
    edges = _ladder_edges(pooled, high) if is_skewed else _even_edges(low, high)
    edges = tuple(e for e in edges if pooled.min() < e <= pooled.max())
    return Classes(edges, _labels(edges, decimals, unit_short))


def diverging_classes(values: np.ndarray, decimals: int, equality: float, is_ratio: bool, unit_short: str = "") -> Classes:
    """Classes that lie alike on both sides of equality; those beyond the values are left out.

    values: as for `choose_classes`. is_ratio: distances count as multiples.
    """
    pooled = np.asarray(values, dtype=float)
    pooled = pooled[np.isfinite(pooled)]
    if pooled.size == 0:
        return Classes((), ("no values",), middle=0)
    far = distance(pooled, equality, is_ratio)
    wide = float(np.quantile(far[np.isfinite(far)], 0.9)) if np.isfinite(far).any() else 0.0
    if is_ratio:
        below = [f for f in FACTORS if f <= math.exp(wide)]
        steps = (below or [FACTORS[2]])[-EACH_WAY:]
        whole = [*(round(equality / s, 3 if s < 1.05 else 2) for s in reversed(steps)), *(equality * s for s in steps)]
    else:
        finest = 10.0**-decimals
        top = math.floor(math.log10(max(wide, finest)))
        rungs = [m * 10.0**e for e in range(top - 2, top + 1) for m in LADDER]
        steps = ([r for r in rungs if finest * 0.999 <= r <= max(wide, finest) * 1.001] or [finest])[-EACH_WAY:]
        whole = [*(equality - s for s in reversed(steps)), *(equality + s for s in steps)]
    whole = [float(f"{edge:.12g}") for edge in whole]
    dropped = sum(edge <= pooled.min() for edge in whole)
    edges = tuple(edge for edge in whole if pooled.min() < edge <= pooled.max())
    return Classes(edges, _labels(edges, decimals, unit_short), middle=len(steps) - dropped)


def _single(value: float, decimals: int, unit_short: str) -> str:
    if unit_short == wording.YES_NO:
        return wording.value(value, 0, unit_short)
    return wording.number(value, 0 if value.is_integer() else decimals)


def _even_edges(low: float, high: float) -> tuple[float, ...]:
    """Multiples of one round step between two percentiles, five or six of them where that can be."""
    span = high - low
    if span <= 0:
        return (float(low),)
    candidates = [m * 10.0**e for e in range(math.floor(math.log10(span)) - 2, math.floor(math.log10(span)) + 2) for m in (1, 2, 2.5, 5)]
    for step in candidates:
        first = math.ceil(low / step + 1e-9)
        last = math.floor(high / step - 1e-9)
        if last - first + 1 <= MOST_CLASSES - 1:
            return tuple(round(k * step, 12) for k in range(first, last + 1)) or (round(float(low + high) / 2, 12),)
    return (float(low + high) / 2,)


def _ladder_edges(pooled: np.ndarray, high: float) -> tuple[float, ...]:
    """The 1-2-5 ladder below the 95th percentile, thinned to tens where the span is wide."""
    top = math.floor(math.log10(high))
    rungs = [m * 10.0**e for e in range(top - 7, top + 1) for m in LADDER if m * 10.0**e <= high]
    tail = rungs[-(MOST_CLASSES - 1) :]
    some = pooled[pooled > 0]  # countries at nothing lie below every rung: however many they are, they ask for no finer ones
    if np.mean(some < tail[0]) > 0.4:  # most values lie below the finest rungs: whole powers of ten reach further down
        tail = [10.0**e for e in range(top - MOST_CLASSES + 2, top + 1)]
    while len(tail) > 2 and np.mean(some < tail[1]) < 0.05:
        tail = tail[1:]
    return tuple(float(f"{r:.12g}") for r in tail)


def _labels(edges: tuple[float, ...], decimals: int, unit_short: str) -> tuple[str, ...]:
    if not edges:
        return ("all values",)
    places = [_places(e) for e in edges]
    if max(edges) < 100 * min((abs(e) for e in edges if e), default=1):  # close by each other they read best with equal decimals
        places = [max(places)] * len(edges)
    words = [wording.number(e, p) for e, p in zip(edges, places, strict=True)]
    unit = "%" if unit_short == "%" else ""
    dash = " to " if min(edges) < 0 else "–"
    middle = [f"{a}{dash}{b}{unit}" for a, b in zip(words[:-1], words[1:], strict=True)]
    return (f"under {words[0]}{unit}", *middle, f"{words[-1]}{unit} and over")


def _places(edge: float) -> int:
    """How many decimals a limit needs to be said exactly."""
    text = f"{edge:.10f}".rstrip("0")
    return len(text.split(".")[1])
