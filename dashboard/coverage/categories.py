"""Which groups of an indicator belong to a category of exclusion."""

from __future__ import annotations

from dashboard.ages import is_within
from dashboard.catalogue import Catalogue, Category, Indicator
from dashboard.contents import Contents


def belongs(category: Category, column: str, code: str) -> bool:
    """Whether a code of a breakdown column is of the category."""
    if column not in category.columns or (category.codes and code not in category.codes):
        return False
    return category.ages is None or is_within(code, category.ages)


def groups_in(category: Category, indicator: Indicator) -> tuple[tuple[str, str], ...]:
    """(column, code) of each group of people in an indicator's breakdowns that is of the category."""
    people = [b for b in indicator.breakdowns if b.is_of_people]
    return tuple((b.column, code) for b in people for code in b.groups if belongs(category, b.column, code))


def counted(catalogue: Catalogue) -> tuple[Category, ...]:
    """The categories of which at least one indicator has groups, in the catalogue's order; found once a catalogue."""
    found = catalogue.__dict__.get("_counted")
    if found is None:
        found = tuple(c for c in catalogue.categories if any(groups_in(c, i) for i in catalogue.indicators))
        object.__setattr__(catalogue, "_counted", found)
    return found


def never_counted(contents: Contents) -> tuple[Category, ...]:
    """The categories that no indicator tells apart, also not in rows that no page shows."""
    held = {(column, code) for holding in contents.holdings.values() for column, codes in holding.codes.items() for code in codes}
    shown = counted(contents.catalogue)
    return tuple(c for c in contents.catalogue.categories if c not in shown and not any(belongs(c, *pair) for pair in held))
