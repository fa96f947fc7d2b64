"""The address of a list of gaps: one frozen `GapQuestion`, read and written like a `View`."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from urllib.parse import quote

from dashboard.contents import Contents
from dashboard.gaps.compared import COLUMNS, Compared, compared
from dashboard.query import shown, taken_apart
from dashboard.schema import BREAKDOWNS
from dashboard.view import WORLD, WORLD_GROUP
from dashboard.wording import listing

KEYS = ("dimension", "scope", "area", "by", "kind", "as", "unit", "since", "rows")
WIDEST, CLOSING, OPENING = "widest", "closing", "opening"
KINDS = (WIDEST, CLOSING, OPENING)
DIFFERENCE, RATIO = "difference", "ratio"
FORMS = (DIFFERENCE, RATIO)
EVERY_ROW = "all"
PERCENT = "%"
ANY_YEAR = "any"
RECENT = 10  # years, the last of the release included: an older gap may have closed since


@dataclass(frozen=True)
class GapQuestion:
    """Which gaps are listed, and how they are compared.

    dimension: key, "" for all. scope: a group's code, or `world`. area: of one country, "" for the country with the widest gap of
    each row. by: breakdown column, "" for all. kind: of `KINDS`. form: of `FORMS`. unit: short unit of the indicators whose
    differences are listed; of no meaning for ratios. since: first year of values that count, 0 for any. is_whole: every row.
    """

    dimension: str = ""
    scope: str = WORLD
    area: str = ""
    by: str = ""
    kind: str = WIDEST
    form: str = DIFFERENCE
    unit: str = PERCENT
    since: int = 0
    is_whole: bool = False

    def to_query(self, contents: Contents) -> str:
        """The canonical query without its question mark: defaults left out, keys in a fixed order."""
        has_unit = self.form == DIFFERENCE and self.unit != default_unit(self, contents)
        parts = {
            "dimension": self.dimension,
            "scope": "" if self.scope == WORLD else self.scope,
            "area": self.area,
            "by": BREAKDOWNS.get(self.by, ""),
            "kind": "" if self.kind == WIDEST else self.kind,
            "as": "" if self.form == DIFFERENCE else self.form,
            "unit": unit_key(self.unit) if has_unit else "",
            "since": "" if self.since == default_since(contents) else str(self.since or ANY_YEAR),
            "rows": EVERY_ROW if self.is_whole else "",
        }
        return "&".join(f"{key}={quote(parts[key], safe=',')}" for key in KEYS if parts[key])

    @classmethod
    def from_query(cls, query: str, contents: Contents) -> tuple[GapQuestion, tuple[str, ...]]:
        """The nearest lawful question, and a notice for each part that had to be changed. Never fails."""
        return _Reading(query, contents).question()


def in_question(question: GapQuestion, contents: Contents) -> tuple[Compared, ...]:
    """The breakdowns of the question's dimension and column, of whatever unit."""
    return tuple(
        each for each in compared(contents) if question.dimension in ("", each.indicator.dimension) and question.by in ("", each.column)
    )


def last_year(contents: Contents) -> int:
    """The last year of any indicator."""
    return max(holding.last_year for holding in contents.holdings.values())


def default_since(contents: Contents) -> int:
    """The first year of values that count where nothing is asked."""
    return last_year(contents) - RECENT + 1


def units(question: GapQuestion, contents: Contents) -> tuple[tuple[str, int], ...]:
    """The short units in which there are gaps, each with the number of breakdowns that have it; the most frequent first."""
    return tuple(Counter(each.indicator.unit_short for each in in_question(question, contents)).most_common())


def default_unit(question: GapQuestion, contents: Contents) -> str:
    """Per cent where there is any, since most lists have it; else the most frequent."""
    offered = [unit for unit, _ in units(question, contents)]
    return PERCENT if PERCENT in offered or not offered else offered[0]


def unit_key(unit: str) -> str:
    """The unit as it stands in an address: `points`, `per-1-000`."""
    return {PERCENT: "points", "": "index"}.get(unit) or re.sub(r"[^a-z0-9]+", "-", unit.lower()).strip("-")


def unit_name(unit: str) -> str:
    """The unit of a difference in words."""
    return {PERCENT: "percentage points", "": "points of an index"}.get(unit, unit)


class _Reading:
    """One query being read: each method takes one part and may add a notice."""

    def __init__(self, query: str, contents: Contents) -> None:
        self.contents = contents
        self.asked, self.notices = taken_apart(query, KEYS)

    def question(self) -> tuple[GapQuestion, tuple[str, ...]]:
        form = self.word("as", FORMS)
        chosen = GapQuestion(self.dimension(), *self.places(), self.by(), self.word("kind", KINDS), form, since=self.since(), is_whole=self.is_whole())
        unit = self.unit(chosen) if form == DIFFERENCE else PERCENT
        return GapQuestion(**chosen.__dict__ | {"unit": unit}), tuple(dict.fromkeys(self.notices))

    def dimension(self) -> str:
        asked = self.asked.get("dimension", "").lower()
        if not asked or asked in (d.key for d in self.contents.catalogue.dimensions):
            return asked
        self.notices.append(f"There is no dimension “{shown(asked)}”; all are listed.")
        return ""

    def places(self) -> tuple[str, str]:
        """Scope and area; a country outside of the scope is placed among all."""
        atlas = self.contents.atlas
        scope, area = self.asked.get("scope", WORLD).upper(), self.asked.get("area", "").upper()
        if scope in (WORLD.upper(), WORLD_GROUP):
            scope = WORLD
        elif not (atlas.has_group(scope) and atlas.members(scope)):
            self.notices.append(f"There is no region or group “{shown(self.asked['scope'])}” with states; the world is taken instead.")
            scope = WORLD
        if area and not (area in atlas and atlas.area(area).is_state):
            self.notices.append(f"No state has the code “{shown(self.asked['area'])}”; codes are ISO 3166 alpha-3, such as FIN.")
            area = ""
        if area and scope != WORLD and area not in atlas.members(scope):
            self.notices.append(f"{atlas.name(area)} is not in {atlas.name(scope)}; it is placed among all countries.")
            scope = WORLD
        return scope, area

    def by(self) -> str:
        asked = self.asked.get("by", "").lower()
        words = {BREAKDOWNS[column]: column for column in COLUMNS}
        if asked and asked not in words:
            self.notices.append(f"People cannot be compared by “{shown(asked)}”; there are {listing(list(words))}.")
        return words.get(asked, "")

    def word(self, key: str, words: tuple[str, ...]) -> str:
        asked = self.asked.get(key, "").lower()
        if asked and asked not in words:
            self.notices.append(f"There is no “{key}={shown(asked)}”; there are {listing(list(words))}.")
        return asked if asked in words else words[0]

    def unit(self, chosen: GapQuestion) -> str:
        asked, default = self.asked.get("unit", "").lower(), default_unit(chosen, self.contents)
        known = {unit_key(unit): unit for unit, _ in units(chosen, self.contents)}
        if not asked or not known:
            return default
        if asked not in known:
            self.notices.append(f"No gap of these indicators is in “{shown(asked)}”; those in {unit_name(default)} are listed.")
        return known.get(asked, default)

    def since(self) -> int:
        asked, default, last = self.asked.get("since", ""), default_since(self.contents), last_year(self.contents)
        if not asked:
            return default
        if asked.lower() == ANY_YEAR:
            return 0
        if not (asked.isascii() and asked.isdigit() and len(asked) == 4):
            self.notices.append(f"“{shown(asked)}” is not a year; values since {default} are listed.")
            return default
        if int(asked) > last:
            self.notices.append(f"The data end in {last}; values of {last} are listed instead of those since {asked}.")
        return min(int(asked), last)

    def is_whole(self) -> bool:
        asked = self.asked.get("rows", "").lower()
        if asked and asked != EVERY_ROW:
            self.notices.append(f"There is no “rows={shown(asked)}”; “rows={EVERY_ROW}” shows every row.")
        return asked == EVERY_ROW
