"""Settings that are small enough to be worked by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import settings

from dashboard.measures.inequality.measured import Refusal, Result, measured
from dashboard.measures.inequality.setting import Group, Setting, Terms

FIFTHS = (("Q1", "Poorest fifth"), ("Q2", "Second-poorest fifth"), ("Q3", "Middle fifth"), ("Q4", "Second-richest fifth"), ("Q5", "Richest fifth"))
PERCENT = (0, 100)
FROM_ZERO = (0, None)


def often(times: int) -> Callable:
    """So many examples of a property; a busy machine is no fault."""
    return settings(max_examples=times, deadline=None)


def lettered(count: int) -> tuple[tuple[str, str], ...]:
    """A, B, C …, named Group A and so on."""
    return tuple((letter, f"Group {letter}") for letter in "ABCDEFGHIJ"[:count])


def setting(values: Sequence[float | None], shares: Sequence[float | None] | None = None, *, errors=None, bounds=None, overall=None, **terms) -> Setting:
    """A setting of lettered groups, or of those in `groups`; without an order, on a scale from zero, unless told otherwise."""
    names = terms.pop("groups", lettered(len(values)))
    given = Terms(names, **{"limits": FROM_ZERO, **terms})
    shares, errors, bounds = (each or [blank] * len(values) for each, blank in ((shares, None), (errors, None), (bounds, "")))
    parts = zip(names, values, shares, errors, bounds, strict=True)
    return Setting(tuple(Group(code, value, share, error, bound) for (code, _), value, share, error, bound in parts), given, overall)


def fifths(values: Sequence[float | None], **terms) -> Setting:
    """Wealth fifths of a percentage, poorest first; each holds a fifth of the people."""
    return setting(values, [0.2] * 5, **{"groups": FIFTHS, "is_ordered": True, "direction": "higher", "limits": PERCENT, "unit": "%", **terms})


def value(key: str, given: Setting) -> float:
    """The number; fails with the reason where there is none."""
    found = measured(key, given)
    assert isinstance(found, Result), found
    return found.value


def refused(key: str, given: Setting) -> str:
    """The reason; fails where there is a number."""
    found = measured(key, given)
    assert isinstance(found, Refusal), found
    return found.reason
