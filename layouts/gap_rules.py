"""What a list of gaps counts and what it leaves out, in words."""

from __future__ import annotations

from dash import html

from dashboard.gaps.found import FEWEST_YEARS, PRINTED_UNITS

RULES = (
    "Each country counts with the latest year in which its source gives both groups, however long ago; the year is said. No value is borrowed, projected or only a bound.",
    "Along an order (age, wealth, education) the first and the last group are compared; of two groups, one against the other; else the highest and the lowest.",
    "Groups of people are compared within one indicator as it is shown by default: nothing is crossed (no rural women), no counts, no parts of a whole, "
    "and no groups that are measured each on a scale of its own.",
    "Differences are listed within one unit, since a year of life is no percentage point. They are computed from values that are not rounded.",
    f"A ratio is the larger value over the smaller. It counts only where the smaller one has at least {PRINTED_UNITS} units of its last printed digit (1.0 where one decimal "
    "is printed): below that, rounding decides.",
    "Of a percentage, the ratio is of those who have the thing, not of those who lack it: 90% and 95% are 1.06 times, the 10% and 5% without it are 2 times.",
    f"A change runs from the earliest year at least {FEWEST_YEARS} years before the latest with the same groups and no break in the series between, divided by the years. "
    "Below 0 means the other way. Where the groups changed sides the row says that it turned round, and the widths of the two gaps are compared whatever their side.",
    "The middle country has the median gap, whoever is behind; it is of the countries with a value in the chosen region or group.",
    "The most extreme of many numbers is often an unusual survey as well: look at its other years in the view before you quote it.",
)


def rules() -> html.Section:
    """The rules, as a list."""
    return html.Section([html.H2("What counts"), html.Ul([html.Li(rule) for rule in RULES])], className="rules")
