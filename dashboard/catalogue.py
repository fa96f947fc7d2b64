"""The catalogue as frozen objects: what each indicator is, where it comes from, what it informs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dashboard.schema import BREAKDOWNS, PARTS, RANKED, TOTAL
from dashboard.wording import YES_NO

DIRECTIONS = ("higher", "lower", "neutral")
LEVELS = ("input", "output", "outcome", "impact")
KINDS = ("quantitative", "expert-coded", "perception")


class CatalogueError(ValueError):
    """A fault in the catalogue files: says file, entry, what was found, what was expected."""


@dataclass(frozen=True)
class Source:
    """One dataset of one publisher in one vintage."""

    key: str
    publisher: str
    title: str
    vintage: str
    licence: str
    licence_url: str
    attribution: str
    url: str
    share_alike: bool = False
    note: str = ""


@dataclass(frozen=True)
class Breakdown:
    """One breakdown that an indicator's data hold; `groups` are SDMX codes in their natural order.

    are_parts: the codes are parts or kinds of the thing itself (professions of health workers, levels of school), whatever
    the column stands for elsewhere.
    is_of_population: the indicator is of all people of each group, so that a group weighs as much as its part of the population.
    """

    column: str
    groups: tuple[str, ...]
    is_ordered: bool
    are_parts: bool = False
    is_of_population: bool = False

    @property
    def key(self) -> str:
        return BREAKDOWNS[self.column]

    @property
    def is_ranked(self) -> bool:
        """Whether the groups stand in an order from the disadvantaged to the advantaged."""
        return self.is_ordered and self.column in RANKED

    @property
    def is_of_people(self) -> bool:
        """Whether the codes are groups of people, between which a gap has a meaning."""
        return self.column not in PARTS and not self.are_parts


@dataclass(frozen=True)
class Indicator:
    """One indicator: meaning, unit, direction, origin, and what may be done with its numbers.

    headline: the slice shown when nothing is asked, as (column, code) pairs; a column that is not named is `_T`.
    window: how many years back a missing value may be borrowed on the map and in the ranking.
    limits: natural lower and upper limit of the value, None where there is none.
    is_mappable: False for counts, which no choropleth may show as if they were rates.
    group_scale: unit of the groups where it differs from the total's (V-Dem's families), else "".
    equality: the value in the middle of the scale that is neither too much nor too little (parity, no gap); None where there is
    none. is_ratio: distances from it count as multiples: half is as far from 1 as twice.
    origin: how an importer finds the rows; its form belongs to the importer of `source`.
    """

    key: str
    name: str
    full_name: str
    definition: str
    dimension: str
    recommendations: tuple[str, ...]
    unit: str
    unit_short: str
    decimals: int
    direction: str
    level: str
    kind: str
    source: str
    origin: Mapping = field(hash=False, compare=False)
    limits: tuple[float | None, float | None] = (None, None)
    window: int = 5
    is_mappable: bool = True
    why_not_mapped: str = ""
    headline: tuple[tuple[str, str], ...] = ()
    headline_label: str = ""
    breakdowns: tuple[Breakdown, ...] = ()
    group_scale: str = ""
    note: str = ""
    equality: float | None = None
    is_ratio: bool = False

    def headline_code(self, column: str) -> str:
        """The code that the headline slice has in a breakdown column."""
        return dict(self.headline).get(column, TOTAL)

    @property
    def is_yes_no(self) -> bool:
        """Whether it is a question answered by yes or no: then there is no median and no place, only how many say yes."""
        return self.unit_short == YES_NO

    def on_group_scale(self) -> Indicator:
        """The same indicator with the unit of its groups, whose values the total's limits do not bind."""
        return replace(self, unit=self.group_scale, unit_short="", limits=(None, None))

    def breakdown(self, column: str) -> Breakdown | None:
        """The indicator's breakdown in that column, or None where its data hold none."""
        return next((b for b in self.breakdowns if b.column == column), None)


@dataclass(frozen=True)
class Recommendation:
    """One numbered recommendation of the report, in our own words."""

    key: str  # "political/3"
    dimension: str
    number: int
    text: str
    why_none: str = ""  # says why no comparable data inform it, where no indicator does


@dataclass(frozen=True)
class Dimension:
    """One of the report's eleven groups of recommendations; `short` is its name in narrow places."""

    key: str
    name: str
    summary: str
    short: str = ""


@dataclass(frozen=True)
class ExpertIndicator:
    """One of the sixteen indicators that the experts named, and what we have for it."""

    number: int
    name: str
    status: str  # data | proxy | none
    indicators: tuple[str, ...]
    comment: str


@dataclass(frozen=True)
class Category:
    """One category of exclusion that the report names.

    columns: where its groups are looked for, none where no source has it; of these only `codes`, or the age groups wholly within
    `ages` (from, to; None for no end), where they are given. short: its name in the head of a table. word: what stands behind
    "by" beside an indicator that lacks it; "" where it is not named there. about: indicators of these people alone.
    """

    key: str
    name: str
    short: str = ""
    word: str = ""
    columns: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    ages: tuple[int, int | None] | None = None
    about: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Catalogue:
    """Everything the monitor knows before it has seen a number."""

    dimensions: tuple[Dimension, ...]
    indicators: tuple[Indicator, ...]
    recommendations: tuple[Recommendation, ...]
    sources: tuple[Source, ...]
    experts: tuple[ExpertIndicator, ...]
    labels: Mapping[str, Mapping[str, str]] = field(hash=False, compare=False)  # column -> code -> words
    column_names: Mapping[str, str] = field(hash=False, compare=False)  # column -> "Age", "Wealth"
    references: Mapping[str, str] = field(hash=False, compare=False, default_factory=dict)  # column -> the group that the others are set against
    shares: Mapping[str, Mapping[str, float]] = field(hash=False, compare=False, default_factory=dict)  # column -> code -> part of the people, by definition
    share_series: Mapping[str, Mapping[str, str]] = field(hash=False, compare=False, default_factory=dict)  # column -> code -> series of its part of the population
    categories: tuple[Category, ...] = ()

    def __getitem__(self, key: str) -> Indicator:
        return self._by_key()[key]

    def __contains__(self, key: object) -> bool:
        return key in self._by_key()

    def _by_key(self) -> dict[str, Indicator]:
        index = self.__dict__.get("_index")
        if index is None:
            index = {i.key: i for i in self.indicators}
            object.__setattr__(self, "_index", index)
        return index

    def of_dimension(self, dimension: str) -> tuple[Indicator, ...]:
        """The indicators of one dimension, in the catalogue's order."""
        return tuple(i for i in self.indicators if i.dimension == dimension)

    def informing(self, recommendation: str) -> tuple[Indicator, ...]:
        """The indicators that inform one recommendation (`political/3`)."""
        return tuple(i for i in self.indicators if recommendation in i.recommendations)

    def source(self, key: str) -> Source:
        return next(s for s in self.sources if s.key == key)

    def dimension(self, key: str) -> Dimension:
        return next(d for d in self.dimensions if d.key == key)

    def label(self, column: str, code: str) -> str:
        """The words for a code of a breakdown column; the code itself where no words are known."""
        return self.labels.get(column, {}).get(code, code)
