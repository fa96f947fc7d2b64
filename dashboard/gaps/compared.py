"""Which breakdowns are compared, and on what terms."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.catalogue import Indicator
from dashboard.contents import Contents
from dashboard.measures.inequality.lawful import refused
from dashboard.measures.inequality.setting import Terms
from dashboard.terms import default_reference, groups_of, terms_of

COLUMNS = ("SEX", "AGE", "URBANISATION", "INCOME_WEALTH_QUANTILE", "EDUCATION_LEV", "DISABILITY_STATUS", "MIGRATION_STATUS")


@dataclass(frozen=True)
class Compared:
    """One breakdown of one indicator, and the terms on which its groups are compared."""

    indicator: Indicator
    column: str
    terms: Terms


def compared(contents: Contents) -> tuple[Compared, ...]:
    """Every breakdown whose groups may be compared, in the catalogue's order."""
    known = contents.__dict__.get("_compared")  # kept with the contents, which never change: a page asks for it several times
    if known is None:
        known = _compared(contents)
        object.__setattr__(contents, "_compared", known)
    return known


def _compared(contents: Contents) -> tuple[Compared, ...]:
    every = [Compared(i, b.column, terms) for i in contents.catalogue.indicators for b in i.breakdowns if (terms := _terms(i, b.column, contents))]
    return tuple(each for each in every if not refused("difference", each.terms))


def _terms(indicator: Indicator, column: str, contents: Contents) -> Terms | None:
    """None where nothing is compared. A named reference is for two groups alone: of more, the furthest apart are compared."""
    is_asked = column in COLUMNS and indicator.key in contents.holdings and indicator.is_mappable and not indicator.is_yes_no
    groups = groups_of(indicator, column, contents) if is_asked else ()
    if len(groups) < 2:
        return None
    return terms_of(indicator, column, contents, default_reference(indicator, column, contents) if len(groups) == 2 else "")
