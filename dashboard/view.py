"""The address: one frozen `View` describes all that a page, an embed or a download shows.

`View.from_query` never fails: what is unknown or impossible is replaced by the nearest lawful part, and a
notice says what was changed. `to_query` writes the canonical form: defaults left out, keys in a fixed order.
Reading what was written gives the same view again.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from urllib.parse import quote

from dashboard.asked_measure import asked_measure
from dashboard.catalogue import Indicator
from dashboard.contents import Contents
from dashboard.query import MOST_NAMED, shown, taken_apart
from dashboard.schema import BREAKDOWNS
from dashboard.wording import listing

MOST_AREAS = 8
WIDEST_WINDOW = 30
WORLD = "world"
WORLD_GROUP = "001"
COMPARE_WORDS = (WORLD, "region", "income")
COLUMN_OF = {word: column for column, word in BREAKDOWNS.items()}
KEYS = ("indicator", "areas", "year", "window", *BREAKDOWNS.values(), "by", "cross", "measure", "ref", "chart", "scope", "compare")
DOTS, LINES, ALL = "dots", "lines", "all"
CHARTS = (DOTS, LINES, ALL)


@dataclass(frozen=True)
class View:
    """What is shown. `None` stands for the default: the latest well-covered year, the indicator's window and first breakdown.

    areas: ISO 3166 alpha-3 codes in the order chosen, which gives each its colour.
    cell: (column, code) pairs in which the shown slice departs from the indicator's headline slice.
    by: breakdown column. cross: a second one, whose groups are told apart as well.
    measure: a key of `inequality.MEASURES` that is mapped, drawn and ranked in place of the value; of the groups of `by`.
    ref: code of the group that the others are set against; "" for none. chart: a form of the breakdown panel, of `CHARTS`.
    scope: a group's code, or `world`. compare: `world`, `region`, `income` or a group's code.
    """

    indicator: str
    areas: tuple[str, ...] = ()
    year: int | None = None
    window: int | None = None
    cell: tuple[tuple[str, str], ...] = ()
    by: str | None = None
    scope: str = WORLD
    compare: str = WORLD
    cross: str | None = None
    measure: str = ""
    ref: str = ""
    chart: str = DOTS

    def to_query(self, default_indicator: str = "") -> str:
        """The canonical query without its question mark; "" for the default view."""
        cell = dict(self.cell)
        parts = {
            "indicator": "" if self.indicator == default_indicator else self.indicator,
            "areas": ",".join(self.areas),
            "year": "" if self.year is None else str(self.year),
            "window": "" if self.window is None else str(self.window),
            **{word: cell.get(column, "") for column, word in BREAKDOWNS.items()},
            "by": "" if self.by is None else BREAKDOWNS[self.by],
            "cross": "" if self.cross is None else BREAKDOWNS[self.cross],
            "measure": self.measure,
            "ref": self.ref,
            "chart": "" if self.chart == DOTS else self.chart,
            "scope": "" if self.scope == WORLD else self.scope,
            "compare": "" if self.compare == WORLD else self.compare,
        }
        return "&".join(f"{key}={quote(parts[key], safe=',')}" for key in KEYS if parts[key])

    @classmethod
    def from_query(cls, query: str, contents: Contents) -> tuple[View, tuple[str, ...]]:
        """The nearest lawful view to a query string, and a notice for each part that had to be changed."""
        return _Reading(query, contents).view()

    def year_of(self, contents: Contents) -> int:
        """The year shown: the one asked for, or the indicator's latest well-covered year."""
        return self.year or contents.holdings[self.indicator].default_year

    def window_of(self, contents: Contents) -> int:
        """How many years back a missing value may be borrowed."""
        return contents.catalogue[self.indicator].window if self.window is None else self.window

    def by_of(self, contents: Contents) -> str:
        """The breakdown column that is shown: the one asked for, or the indicator's first; "" where it has none."""
        breakdowns = contents.catalogue[self.indicator].breakdowns
        return self.by or (breakdowns[0].column if breakdowns else "")

    def full_cell(self, indicator: Indicator) -> tuple[tuple[str, str], ...]:
        """The code of every breakdown column, in the schema's order."""
        own = dict(self.cell)
        return tuple((column, own.get(column, indicator.headline_code(column))) for column in BREAKDOWNS)


class _Reading:
    """One query being read: each method takes one part and may add a notice."""

    def __init__(self, query: str, contents: Contents) -> None:
        self.contents = contents
        self.asked, self.notices = taken_apart(query, KEYS)

    def view(self) -> tuple[View, tuple[str, ...]]:
        indicator = self.contents.catalogue[self.indicator()]
        cell, by = self.cell(indicator), self.by(indicator)
        shown_by = by or (indicator.breakdowns[0].column if indicator.breakdowns else "")
        measure = asked_measure(self.asked.get("measure", ""), self.asked.get("ref", ""), indicator, shown_by, self.contents)
        self.notices += measure.notices
        view = View(
            indicator=indicator.key,
            areas=self.areas(),
            year=self.year(indicator),
            window=self.window(indicator),
            cell=self.without(shown_by, cell) if measure.key else cell,
            by=by,
            cross=self.cross(indicator, shown_by),
            measure=measure.key,
            ref=measure.ref,
            chart=self.chart(),
            scope=self.group("scope", (WORLD,)),
            compare=self.group("compare", COMPARE_WORDS),
        )
        return view, tuple(dict.fromkeys(self.notices))

    def indicator(self) -> str:
        asked = self.asked.get("indicator", "")
        catalogue, default = self.contents.catalogue, self.contents.default_indicator
        if not asked or asked.lower() in catalogue:
            return asked.lower() or default
        near = get_close_matches(asked.lower(), [i.key for i in catalogue.indicators], 1, cutoff=0.6)
        chosen = near[0] if near else default
        self.notices.append(f"There is no indicator “{shown(asked)}”; this shows “{catalogue[chosen].name}” instead.")
        return chosen

    def areas(self) -> tuple[str, ...]:
        asked = [a.strip().upper() for a in self.asked.get("areas", "").split(",") if a.strip()]
        atlas = self.contents.atlas
        known = list(dict.fromkeys(a for a in asked if a in atlas and atlas.area(a).kind != "aggregate"))
        unknown = [a for a in asked if a not in known]
        if unknown:
            few = listing([f"“{shown(a)}”" for a in dict.fromkeys(unknown)][:MOST_NAMED]).replace(" and ", " or ")
            self.notices.append(f"No country has the code {few}; codes are ISO 3166 alpha-3, such as FIN.")
        if len(known) > MOST_AREAS:
            self.notices.append(f"At most {MOST_AREAS} countries are shown; the first {MOST_AREAS} of {len(known)} were kept.")
        return tuple(known[:MOST_AREAS])

    def year(self, indicator: Indicator) -> int | None:
        asked = self.asked.get("year", "")
        if not asked:
            return None
        holding = self.contents.holdings[indicator.key]
        if not (asked.isascii() and asked.isdigit() and len(asked) <= 4):
            self.notices.append(f"“{shown(asked)}” is not a year; {holding.default_year} is shown.")
            return None
        year = min(max(int(asked), holding.first_year), holding.last_year)
        if year != int(asked):
            self.notices.append(
                f"{indicator.name} has data from {holding.first_year} to {holding.last_year}; {year} is shown instead of {asked}."
            )
        return None if year == holding.default_year else year

    def window(self, indicator: Indicator) -> int | None:
        asked = self.asked.get("window", "")
        if not asked:
            return None
        if not (asked.isascii() and asked.isdigit() and len(asked) <= 4):
            self.notices.append(f"“{shown(asked)}” is not a number of years; values are borrowed from up to {indicator.window} years back.")
            return None
        window = min(int(asked), WIDEST_WINDOW)
        if window != int(asked):
            self.notices.append(f"Values are borrowed from at most {WIDEST_WINDOW} years back.")
        return None if window == indicator.window else window

    def cell(self, indicator: Indicator) -> tuple[tuple[str, str], ...]:
        chosen = []
        for column, word in BREAKDOWNS.items():
            asked = self.asked.get(word, "")
            if not asked:
                continue
            offered = self.contents.offered(indicator, column)
            code = next((c for c in offered if c.upper() == asked.upper()), None)
            if code is None:
                self.notices.append(self._no_such_group(indicator, column, asked, offered))
            elif code != indicator.headline_code(column):
                chosen.append((column, code))
        return tuple(chosen)

    def _no_such_group(self, indicator: Indicator, column: str, asked: str, offered: tuple[str, ...]) -> str:
        name = self.contents.catalogue.column_names[column].lower()
        if len(offered) < 2:
            return f"{indicator.name} has no data by {name}, so “{shown(asked)}” was left out."
        return f"{indicator.name} has no data for {name} “{shown(asked)}”; it has {', '.join(offered[:8])}."

    def by(self, indicator: Indicator) -> str | None:
        asked = self.asked.get("by", "").lower()
        if not asked:
            return None
        columns = [b.column for b in indicator.breakdowns]
        column = COLUMN_OF.get(asked)
        if column not in columns:
            has = listing([BREAKDOWNS[c] for c in columns]) or "no breakdown"
            self.notices.append(f"{indicator.name} cannot be shown by “{shown(asked)}”; its data hold {has}.")
            return None
        return None if column == columns[0] else column

    def cross(self, indicator: Indicator, by: str) -> str | None:
        asked = self.asked.get("cross", "").lower()
        column = COLUMN_OF.get(asked)
        others = [b.column for b in indicator.breakdowns if b.column != by]
        if not asked or column in others:
            return column
        has = listing([BREAKDOWNS[c] for c in others]) or "no further breakdown"
        self.notices.append(f"{indicator.name} cannot be crossed with “{shown(asked)}”; its data hold {has}.")
        return None

    def without(self, by: str, cell: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
        """The cell without the breakdown that a measure compares: it takes in all groups of that."""
        for column, code in cell:
            if column == by:
                self.notices.append(f"The measure compares all groups by {BREAKDOWNS[by]}, so “{BREAKDOWNS[by]}={code}” was left out.")
        return tuple(pair for pair in cell if pair[0] != by)

    def chart(self) -> str:
        asked = self.asked.get("chart", "").lower()
        if asked and asked not in CHARTS:
            self.notices.append(f"The breakdown has no form “{shown(asked)}”; there are {', '.join(CHARTS)}.")
        return asked if asked in CHARTS else DOTS

    def group(self, key: str, words: tuple[str, ...]) -> str:
        asked = self.asked.get(key, "")
        if not asked:
            return WORLD
        if asked.lower() in words:
            return asked.lower()
        code = asked.upper()
        if code == WORLD_GROUP:
            return WORLD
        if self.contents.atlas.has_group(code):
            return code
        self.notices.append(f"There is no region or group “{shown(asked)}”; the world is taken instead.")
        return WORLD
