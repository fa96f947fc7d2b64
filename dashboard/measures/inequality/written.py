"""Sums as they are written: this setting's numbers put into the formula, one line a step, always the same way.

Numbers have five significant digits, which is more than any publisher gives and little enough to be typed again.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from dashboard import wording
from dashboard.measures.inequality.cube import Cube
from dashboard.measures.inequality.setting import Terms

DIGITS = 5


def figure(number: float) -> str:
    """A number with five significant digits, whole numbers whole: `21.4`, `0.016949`, `−3`."""
    if number == 0 or not math.isfinite(number):
        return wording.number(0.0 if number == 0 else number, 0)
    decimals = max(0, DIGITS - 1 - math.floor(math.log10(abs(number))))
    text = wording.number(float(number), decimals)
    return text.rstrip("0").rstrip(".") if "." in text else text


def term(number: float) -> str:
    """A number inside a sum: in brackets where it is negative."""
    text = figure(number)
    return f"({text})" if text.startswith(wording.MINUS) else text


def total(parts: Iterable[str]) -> str:
    return " + ".join(parts)


def line(symbol: str, *forms: str, unit: str = "") -> str:
    """`μ = 0.2 × 10 + 0.8 × 20 = 18 %`: what is sought, how, and what comes out."""
    return wording.with_unit(" = ".join((symbol, *forms)), unit)


def gap_unit(terms: Terms) -> str:
    """The unit of a difference between two values."""
    return "percentage points" if terms.unit == "%" else terms.unit


@dataclass(frozen=True)
class Row:
    """One setting as its sums are written: the groups that have a value, and their weights."""

    cube: Cube  # of one row

    @property
    def terms(self) -> Terms:
        return self.cube.terms

    @property
    def present(self) -> np.ndarray:
        return np.flatnonzero(self.cube.has_value[0])

    @property
    def names(self) -> list[str]:
        return [self.terms.names[i] for i in self.present]

    @property
    def missing(self) -> list[str]:
        return [name for i, name in enumerate(self.terms.names) if i not in self.present]

    @property
    def y(self) -> list[float]:
        return [float(v) for v in self.cube.values[0, self.present]]

    @property
    def p(self) -> list[float]:
        return [float(w) for w in self.cube.weights[0, self.present]]

    @property
    def x(self) -> list[float]:
        return [float(m) for m in self.cube.midpoints[0, self.present]]

    @property
    def mean(self) -> float:
        return float(self.cube.mean[0])

    @property
    def is_weighted(self) -> bool:
        return bool(self.cube.is_weighted[0])

    def named(self, numbers: Iterable[float]) -> str:
        """`Female 0.5, Male 0.5`."""
        return ", ".join(f"{name} {figure(number)}" for name, number in zip(self.names, numbers, strict=True))

    def values_line(self) -> str:
        return f"y, the values: {self.named(self.y)}"

    def weights_line(self) -> str:
        if not self.is_weighted:
            return line("p, the weight of every group, since their sizes are not known or cannot be used", f"1 / {len(self.y)}", figure(1 / len(self.y)))
        held = float(self.cube.known_share[0])
        divided = "" if abs(held - 1) < 1e-9 else f" (each divided by their sum, {figure(held)})"
        return f"p, the shares of the people{divided}: {self.named(self.p)}"

    def mean_line(self) -> str:
        return line("μ", total(f"{figure(p)} × {term(y)}" for p, y in zip(self.p, self.y, strict=True)), figure(self.mean), unit=self.terms.unit)

    def opening(self) -> list[str]:
        """Values, weights and mean, with which most sums begin."""
        return [self.values_line(), self.weights_line(), self.mean_line()]

    def midpoints_line(self) -> str:
        return f"X, where the middle of each group stands between 0 and 1: {self.named(self.x)}"
