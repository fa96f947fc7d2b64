"""One setting: the groups of one breakdown in one country and year, and the terms on which they are compared."""

from __future__ import annotations

import math
from dataclasses import dataclass

from dashboard.catalogue import DIRECTIONS

PERCENT = (0, 100)


@dataclass(frozen=True)
class Group:
    """One group's value.

    value: in the indicator's unit; None (or a number that is not finite) where there is none.
    share: of the people concerned, 0 to 1; None where it is not known. error: standard error of the value.
    bound: "<" or ">" where the publisher gives the value only as a bound.
    """

    code: str
    value: float | None
    share: float | None = None
    error: float | None = None
    bound: str = ""


@dataclass(frozen=True)
class Terms:
    """What holds for every setting of one indicator and breakdown.

    groups: code and name of each group of the complete list; in an order, the most disadvantaged (or youngest) first.
    direction: as in the catalogue: "higher" is better, "lower" is better, "neutral".
    limits: natural limits of the value, None where there is none; a lower limit of 0 is what makes 0 mean none of it.
    reference: code of the group the others are compared with, where one is named.
    unit: short unit of the value, as it stands in sums.
    is_count: the values add up to the total instead of averaging to it.
    is_average_known: False where neither the country's own value nor the sizes of the groups are ever known.
    is_one_scale: False where each group is measured on a scale of its own (V-Dem's families of questions).
    """

    groups: tuple[tuple[str, str], ...]
    is_ordered: bool = False
    direction: str = "neutral"
    limits: tuple[float | None, float | None] = (None, None)
    reference: str | None = None
    unit: str = ""
    is_count: bool = False
    is_one_scale: bool = True
    is_average_known: bool = True

    def __post_init__(self) -> None:
        codes = self.codes
        if len(set(codes)) != len(codes):
            raise ValueError(f"Terms: groups {list(codes)} name a group twice; expected each once")
        if self.direction not in DIRECTIONS:
            raise ValueError(f"Terms: direction {self.direction!r} is not one of {', '.join(DIRECTIONS)}")
        if self.reference is not None and self.reference not in codes:
            raise ValueError(f"Terms: reference {self.reference!r} is not one of the groups {list(codes)}")

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(code for code, _ in self.groups)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(name for _, name in self.groups)

    @property
    def is_percentage(self) -> bool:
        return self.limits == PERCENT

    @property
    def span(self) -> tuple[float, float] | None:
        """Both limits, where the scale has both and room between them."""
        low, high = self.limits
        return (float(low), float(high)) if low is not None and high is not None and high > low else None


@dataclass(frozen=True)
class Setting:
    """The groups of one setting. overall: the country's own value for all groups together, None where there is none."""

    groups: tuple[Group, ...]
    terms: Terms
    overall: float | None = None

    def __post_init__(self) -> None:
        codes = [group.code for group in self.groups]
        unknown = [code for code in codes if code not in self.terms.codes]
        if unknown or len(set(codes)) != len(codes):
            raise ValueError(f"Setting: groups {codes}; expected each at most once and of {list(self.terms.codes)}")


def finite(number: float | None) -> float:
    """The number, NaN where there is none."""
    return float(number) if number is not None and math.isfinite(number) else math.nan
