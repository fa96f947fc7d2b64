"""`check`: does a frame keep what the schema and the catalogue promise? Nothing is dropped or mended here.

The rules stand in two tables. Those on the structure come first, since no other rule can be applied
to a frame that lacks a column.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.checks import codes, series, structure, values
from dashboard.checks.subject import Subject
from dashboard.report import Finding, Report

STRUCTURE: tuple[Callable[[pd.DataFrame], Iterator[Finding | None]], ...] = (
    structure.columns,
    structure.types_of_columns,
)
RULES: tuple[Callable[[Subject], Iterator[Finding | None]], ...] = (
    structure.duplicate_keys,
    codes.indicators,
    codes.areas,
    codes.groups,
    codes.statuses,
    codes.sources,
    codes.one_source,
    values.presence,
    values.finiteness,
    values.years,
    values.limits,
    values.bounds,
    values.fractions,
    series.presence,
    series.groups,
    series.constancy,
)


def check(
    frame: pd.DataFrame,
    catalogue: Catalogue,
    atlas: Container[str] | None = None,
    *,
    last_year: int | None = None,
    is_complete: bool = True,
) -> Report:
    """Coded findings on a frame, each with its count, up to ten examples and what to do.

    atlas: anything that answers `code in atlas`; None leaves areas unchecked.
    last_year: latest lawful year (the year of the build and one more); None leaves the future unchecked.
    is_complete: False for a part, say a user's own file, where absent indicators are no fault.
    """
    for rule in STRUCTURE:
        report = Report.of(rule(frame))
        if not report.is_ok:
            return report
    subject = Subject(frame, catalogue, atlas, last_year, is_complete)
    return Report.of(finding for rule in RULES for finding in rule(subject))
