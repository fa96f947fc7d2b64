"""Is each series what the catalogue says: there, with its headline, with its groups, and not constant."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from dashboard.catalogue import Indicator
from dashboard.checks.subject import Subject, list_finding
from dashboard.report import Finding
from dashboard.schema import BREAKDOWNS, TOTAL, UNSPECIFIED


def presence(subject: Subject) -> Iterator[Finding | None]:
    """Every indicator of the catalogue has rows, and its headline slice has values."""
    known = subject.known
    if subject.is_complete:
        absent = [i.key for i in subject.catalogue.indicators if i.key not in known]
        yield list_finding(
            "no-rows",
            "error",
            absent,
            "Indicators of the catalogue have no rows.",
            "Check `source` and `origin` of the entry against the file.",
        )
    silent = []
    for key in known:
        indicator = subject.catalogue[key]
        if headline_rows(subject.of(key), indicator)["OBS_VALUE"].notna().sum() == 0:
            asked = ", ".join(f"{c}={v}" for c, v in indicator.headline) or "every breakdown `_T`"
            silent.append(f"{key}: {asked}")
    yield list_finding(
        "headline-empty",
        "error" if subject.is_complete else "warning",
        silent,
        "Headline slices have no values, so a page would open empty.",
        "Name a slice that has data in `headline`, or mend `totals` in the origin.",
    )


def groups(subject: Subject) -> Iterator[Finding | None]:
    """Groups in the data and groups in the catalogue are the same."""
    unannounced, empty, unspecified = [], [], []
    for key in subject.known:
        indicator, rows = subject.catalogue[key], subject.of(key)
        for column in BREAKDOWNS:
            found, announced = set(map(str, rows[column].unique())), _announced(indicator, column)
            strangers = found - announced - {TOTAL, UNSPECIFIED, indicator.headline_code(column)}
            unannounced += [f"{key}: {column}={code}" for code in sorted(strangers)]
            empty += [f"{key}: {column}={code}" for code in sorted(announced - found)]
            unspecified += [f"{key}: {column}"] if UNSPECIFIED in found - announced else []
    yield list_finding(
        "group-not-in-catalogue",
        "warning",
        unannounced,
        "Groups have rows that no page offers.",
        "Add them to `breakdowns`, or drop them in the origin.",
    )
    if subject.is_complete:
        yield list_finding(
            "group-without-data",
            "warning",
            empty,
            "Groups are announced that have no rows.",
            "Take them out of `breakdowns`, or mend the origin.",
        )
    yield list_finding(
        "unspecified-group",
        "info",
        unspecified,
        "Some rows do not say which group they are of (`_U`); they are kept and not shown.",
        "If `_U` is the publisher's total, say so under `totals` in the origin.",
    )


def constancy(subject: Subject) -> Iterator[Finding | None]:
    """Series with one and the same value everywhere, as where a country is listed only if the answer is yes."""
    constant = []
    for key in subject.known:
        values = subject.of(key)["OBS_VALUE"].dropna()
        if len(values) > 1 and values.nunique() == 1:
            constant.append(f"{key}: {len(values)} values, all {values.iloc[0]:g}")
    yield list_finding(
        "always-one",
        "info",
        constant,
        "Every value of these series is the same.",
        "Say in the note what absence from the list means; do not average or rank.",
    )


def headline_rows(rows: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """The rows of the slice that is shown when nothing is asked."""
    for column in BREAKDOWNS:
        rows = rows[rows[column] == indicator.headline_code(column)]
    return rows


def _announced(indicator: Indicator, column: str) -> set[str]:
    breakdown = indicator.breakdown(column)
    return set(breakdown.groups) if breakdown else set()
