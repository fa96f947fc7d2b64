"""Settings × groups as arrays: what every measure is computed from, for one setting or for ten thousand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from dashboard.measures.inequality.setting import Setting, Terms, finite

ROUNDING = 0.02  # published shares are rounded; further from 1 than this they are of something else


@dataclass(frozen=True)
class Cube:
    """One row a setting, one column a group of the complete list in its order; NaN where something is not known.

    Values are filled with the mean of the row, and weigh nothing, where a group has none: every sum over groups is then
    a sum over the groups that have a value.
    """

    terms: Terms
    values: np.ndarray
    shares: np.ndarray
    overall: np.ndarray
    is_bound: np.ndarray
    memo: dict = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, setting: Setting) -> Cube:
        """A cube of one row."""
        held = {group.code: group for group in setting.groups}
        groups = [held.get(code) for code in setting.terms.codes]
        values = np.array([[finite(g.value) if g else np.nan for g in groups]])
        shares = np.array([[finite(g.share) if g else np.nan for g in groups]])
        is_bound = np.array([[bool(g and g.bound) for g in groups]])
        return cls(setting.terms, values, shares, np.array([finite(setting.overall)]), is_bound)

    def with_values(self, values: np.ndarray) -> Cube:
        """The first row's setting with other values, a row each."""
        rows = len(values)
        return Cube(self.terms, values, np.repeat(self.shares[:1], rows, 0), np.repeat(self.overall[:1], rows), np.repeat(self.is_bound[:1], rows, 0))

    def rows(self, which: np.ndarray) -> Cube:
        """Some of the settings."""
        return Cube(self.terms, self.values[which], self.shares[which], self.overall[which], self.is_bound[which])

    def once(self, key: str, compute: Callable[[Cube], object]) -> object:
        """What `compute` gives, computed once a cube."""
        if key not in self.memo:
            self.memo[key] = compute(self)
        return self.memo[key]

    @property
    def sign(self) -> float:
        """-1 for an adverse indicator, else 1."""
        return -1.0 if self.terms.direction == "lower" else 1.0

    @cached_property
    def has_value(self) -> np.ndarray:
        return np.isfinite(self.values)

    @cached_property
    def count(self) -> np.ndarray:
        """How many groups have a value."""
        return self.has_value.sum(axis=1)

    @cached_property
    def known_share(self) -> np.ndarray:
        """The share of the people who are in groups with a value; NaN where it is not known."""
        return np.where(self.has_value, self.shares, 0.0).sum(axis=1)

    @cached_property
    def are_shares_usable(self) -> np.ndarray:
        """Whether every group with a value has a share and they sum to one, or to less where groups are missing."""
        total = self.known_share  # NaN where a share is not known: every comparison is then False
        is_lawful = ~np.any(self.has_value & (self.shares < 0), axis=1) & (total > 0) & (total <= 1 + ROUNDING)
        return is_lawful & ((self.count < self.values.shape[1]) | (total >= 1 - ROUNDING))

    @cached_property
    def is_weighted(self) -> np.ndarray:
        return self.are_shares_usable

    @cached_property
    def missing_share(self) -> np.ndarray:
        """The share of the people who are in groups without a value: 0 where none is missing, NaN where it is not known."""
        rest = np.where(self.are_shares_usable, np.clip(1.0 - self.known_share, 0.0, 1.0), np.nan)
        return np.where(self.count == self.values.shape[1], 0.0, rest)

    @cached_property
    def weights(self) -> np.ndarray:
        """Weights that sum to one over the groups with a value: their shares, or the same for each."""
        alike = self.has_value / np.maximum(self.count, 1)[:, None]
        with np.errstate(invalid="ignore", divide="ignore"):
            shares = np.where(self.has_value, self.shares, 0.0) / self.known_share[:, None]
        return np.where(self.are_shares_usable[:, None], shares, alike)

    @cached_property
    def mean(self) -> np.ndarray:
        """The weighted mean of the groups; exactly their value where all have the same."""
        rows = np.arange(len(self.values))
        base = np.nan_to_num(self.values[rows, np.argmax(self.has_value, axis=1)])
        away = np.where(self.has_value, self.values - base[:, None], 0.0)
        return base + (self.weights * away).sum(axis=1)

    @cached_property
    def y(self) -> np.ndarray:
        """The values, the row's mean where there is none."""
        return np.where(self.has_value, self.values, self.mean[:, None])

    @cached_property
    def highest(self) -> np.ndarray:
        return np.where(self.has_value, self.values, -np.inf).max(axis=1)

    @cached_property
    def lowest(self) -> np.ndarray:
        return np.where(self.has_value, self.values, np.inf).min(axis=1)

    @cached_property
    def best(self) -> np.ndarray:
        """The value of the group that is best off; of no meaning where neither end is better."""
        return self.highest if self.sign > 0 else self.lowest

    @cached_property
    def midpoints(self) -> np.ndarray:
        """X: where the middle of each group stands when all people are lined up from first to last group, 0 to 1."""
        return np.cumsum(self.weights, axis=1) - self.weights / 2

    def column(self, code: str) -> int:
        return self.terms.codes.index(code)

    def at(self, columns: np.ndarray) -> np.ndarray:
        """The value of one group in each row."""
        return self.y[np.arange(len(self.y)), columns]
