"""What a release can answer: the catalogue, the areas, and which years and codes its data hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.areas import Atlas
from dashboard.catalogue import Catalogue, Indicator
from dashboard.schema import TOTAL


@dataclass(frozen=True)
class Holding:
    """What the data of one indicator hold: its years, and the codes of each breakdown column.

    default_year: the latest year in which at least half as many countries have a value of their own as in the
    best-covered year. Many series end in a year that two or three countries have reported so far; a map of that
    year would be a map of borrowed values.
    """

    first_year: int
    last_year: int
    default_year: int
    codes: Mapping[str, tuple[str, ...]] = field(hash=False, compare=False)


@dataclass(frozen=True)
class Contents:
    """The one object against which an address is read: everything that can be named in it."""

    catalogue: Catalogue
    atlas: Atlas
    holdings: Mapping[str, Holding] = field(hash=False, compare=False)
    version: str = ""

    @property
    def default_indicator(self) -> str:
        """The first indicator of the first dimension."""
        return self.catalogue.indicators[0].key

    def offered(self, indicator: Indicator, column: str) -> tuple[str, ...]:
        """The codes of a breakdown column that may be asked for: the total first where it exists, then groups in order."""
        held = self.holdings[indicator.key].codes.get(column, (TOTAL,))
        breakdown = indicator.breakdown(column)
        ordered = breakdown.groups if breakdown else ()
        headline = indicator.headline_code(column)
        first = [c for c in (TOTAL,) if c in held]
        if headline in held and headline not in first and headline not in ordered:
            first.append(headline)
        return tuple(first) + tuple(c for c in ordered if c in held and c not in first)

    def slice_columns(self, indicator: Indicator) -> tuple[str, ...]:
        """The breakdown columns in which a reader has a choice."""
        return tuple(b.column for b in indicator.breakdowns if len(self.offered(indicator, b.column)) > 1)
