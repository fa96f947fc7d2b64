"""Can the numbers be what they claim: present, finite, within limits, in a likely year."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from dashboard.catalogue import Indicator
from dashboard.checks.subject import Subject, row_finding
from dashboard.report import Finding
from dashboard.schema import BREAKDOWNS, TOTAL, WITHOUT_VALUE

FIRST_YEAR = 1950
# K (included elsewhere) and N (not significant) may come with a number; these four say that there is none
NO_VALUE_EXISTS = ("L", "M", "O", "Q")


def presence(subject: Subject) -> Iterator[Finding | None]:
    """A value is missing only where its status says why, and present only where none says it is not."""
    frame = subject.frame
    absent = frame["OBS_VALUE"].isna()
    yield row_finding(
        "value-missing",
        "error",
        frame[absent & ~frame["OBS_STATUS"].isin(WITHOUT_VALUE)],
        f"Values are missing under a status that promises one; only {', '.join(WITHOUT_VALUE)} may have none.",
        "Leave rows without a value out in the importer, or give them status O.",
    )
    yield row_finding(
        "value-forbidden",
        "error",
        frame[~absent & frame["OBS_STATUS"].isin(NO_VALUE_EXISTS)],
        "Values stand under a status that says there is none.",
        "Look the row up at the publisher: either the status or the value is wrong.",
    )


def finiteness(subject: Subject) -> Iterator[Finding | None]:
    """No value is infinite, no standard error is negative."""
    frame = subject.frame
    yield row_finding(
        "not-finite",
        "error",
        frame[np.isinf(frame["OBS_VALUE"])],
        "Values are infinite.",
        "Mend the division or the parsing in the importer.",
    )
    yield row_finding(
        "negative-error",
        "error",
        frame[frame["STD_ERROR"] < 0],
        "Standard errors are negative.",
        "Check which column the importer reads.",
    )


def years(subject: Subject) -> Iterator[Finding | None]:
    """Years lie between 1950 and the year given."""
    year = subject.frame["TIME_PERIOD"]
    last = subject.last_year if subject.last_year is not None else year.max()
    yield row_finding(
        "year",
        "error",
        subject.frame[(year < FIRST_YEAR) | (year > last)],
        f"Years lie outside {FIRST_YEAR} to {last}.",
        "Check the column that the importer takes the year from.",
    )


def limits(subject: Subject) -> Iterator[Finding | None]:
    """Values lie within the natural limits of their indicator; one finding an indicator."""
    for key in subject.known:
        indicator, rows = subject.catalogue[key], subject.of(key)
        rows = rows if not indicator.group_scale else _totals(rows)
        exact = rows[rows["OBS_QUALIFIER"] == ""]
        low, high = _limits(indicator)
        beyond = exact[(exact["OBS_VALUE"] < low) | (exact["OBS_VALUE"] > high)]
        if not beyond.empty:
            spread = f"lowest {beyond['OBS_VALUE'].min():g}, highest {beyond['OBS_VALUE'].max():g}"
            yield row_finding(
                "beyond-limits",
                "warning",
                beyond,
                f"{key}: values beyond {low:g} to {high:g}, {spread}.",
                "Look them up: correct wrong ones in corrections.csv, widen `limits` if they can be true.",
            )


def bounds(subject: Subject) -> Iterator[Finding | None]:
    """A value given as a bound leaves room for a possible value: neither `<0` nor `>100` per cent."""
    for key in subject.known:
        rows = subject.of(key)
        low, high = _limits(subject.catalogue[key])
        is_less, is_more = rows["OBS_QUALIFIER"] == "<", rows["OBS_QUALIFIER"] == ">"
        value = rows["OBS_VALUE"]
        impossible = (is_less & ((value <= low) | (value > high))) | (is_more & ((value >= high) | (value < low)))
        yield row_finding(
            "bound-beyond-limits",
            "warning",
            rows[impossible],
            f"{key}: bounds that no value between {low:g} and {high:g} can meet, or that say nothing.",
            "Look them up at the publisher and correct them in corrections.csv.",
        )


def fractions(subject: Subject) -> Iterator[Finding | None]:
    """A series in per cent whose values never pass 1 is likely to be a fraction."""
    for key in subject.known:
        indicator, rows = subject.catalogue[key], subject.of(key)
        is_percentage = indicator.unit.strip().startswith("%") or indicator.unit_short == "%"
        if is_percentage and len(rows) > 20 and rows["OBS_VALUE"].abs().max() <= 1.0:
            yield row_finding(
                "fraction",
                "warning",
                rows,
                f"{key}: unit is {indicator.unit!r}, yet no value passes {rows['OBS_VALUE'].max():g}.",
                "If the publisher gives fractions, put `multiply: 100` into the origin.",
            )


def _limits(indicator: Indicator) -> tuple[float, float]:
    low, high = indicator.limits
    return (-np.inf if low is None else low, np.inf if high is None else high)


def _totals(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[(rows[list(BREAKDOWNS)] == TOTAL).all(axis=1)]
