"""The span of ages that an age code stands for."""

from __future__ import annotations

import re
from collections.abc import Callable

OLDEST = 200  # stands for no upper end
# form of the code -> first and last year of age, from the numbers in it
FORMS: tuple[tuple[re.Pattern[str], Callable[..., tuple[int, int]]], ...] = (
    (re.compile(r"Y(\d+)T(\d+)"), lambda first, last: (first, last)),
    (re.compile(r"Y_GE(\d+)"), lambda first: (first, OLDEST)),
    (re.compile(r"Y_LT(\d+)"), lambda end: (0, end - 1)),
    (re.compile(r"Y(\d+)"), lambda year: (year, year)),
    (re.compile(r"M(\d+)T(\d+)"), lambda first, last: (first // 12, last // 12)),
    (re.compile(r"M_LT(\d+)"), lambda end: (0, (end - 1) // 12)),
)


def age_span(code: str) -> tuple[int, int] | None:
    """First and last completed year of age of a code (`Y15T24`, `Y_GE65`, `Y_LT5`, `M0T11`); None for a code of another form."""
    for form, span in FORMS:
        if match := form.fullmatch(code):
            return span(*map(int, match.groups()))
    return None


def is_within(code: str, ages: tuple[int, int | None]) -> bool:
    """Whether all ages of a code lie between two, of which the last may be None for no end."""
    span = age_span(code)
    return span is not None and span[0] >= ages[0] and span[1] <= (OLDEST if ages[1] is None else ages[1])
