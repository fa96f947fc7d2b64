"""One breakdown of a view: what the pictures of the breakdown panel are made from, taken from the desk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dashboard.breakdown import group_rows
from dashboard.breakdown_note import nothing
from dashboard.catalogue import Indicator
from dashboard.figures.group_dots import Rows
from dashboard.measured_indicator import heading, indicator_of
from dashboard.measures.derived import of_the_same_year
from dashboard.measures.groups import Groups, by_country, by_peers
from dashboard.peers import Peers, scope_of
from dashboard.schema import TOTAL
from dashboard.slab import plain
from dashboard.slices import GroupSlice, slice_of
from dashboard.view import ALL, View
from data.crossings import telling
from data.desk import Desk


@dataclass(frozen=True, eq=False)
class Asked:
    """One breakdown of a view's indicator, and what a picture of it is made from."""

    desk: Desk
    view: View
    part: GroupSlice

    @property
    def indicator(self) -> Indicator:
        return self.desk.contents.catalogue[self.view.indicator]

    @property
    def are_people(self) -> bool:
        """Whether a gap between two groups means anything: V-Dem models each group's scale on its own."""
        return self.indicator.breakdown(self.part.by).is_of_people and not self.indicator.group_scale

    @property
    def window(self) -> int:
        return self.view.window_of(self.desk.contents)

    @property
    def year(self) -> int:
        return self.view.year_of(self.desk.contents)

    @property
    def scope(self) -> Peers:
        return scope_of(self.view, self.desk.contents.atlas)

    @property
    def has_total(self) -> bool:
        return not self.indicator.group_scale and TOTAL in self.desk.contents.offered(self.indicator, self.part.by)

    def defined_sizes(self) -> Mapping[str, float]:
        """What part of the people each group is by its definition, where that says it."""
        return self.desk.contents.catalogue.shares.get(self.part.by, {})

    def sizes(self, areas: tuple[str, ...], codes: tuple[str, ...]) -> dict[int, list]:
        """Per cent of the people, by row of the areas, then group and year; rows of which nothing is known are left out, as is what a definition says."""
        breakdown = self.indicator.breakdown(self.part.by)
        if self.part.cross or self.defined_sizes() or not breakdown.is_of_population:
            return {}
        held, shares = self.desk.groups_of(self.part), self.desk.shares(self.part)
        places = [held.groups.index(code) for code in codes if code in held.groups]
        found = {row: (100 * shares[held.areas.index(area)][places]).round() for row, area in enumerate(areas) if area in held.areas}
        return {row: plain(parts) for row, parts in found.items() if (parts == parts).any()}

    def sizes_now(self, groups: Rows) -> tuple[str, int, list[tuple[str, int]]] | None:
        """Name, year and (words, per cent) of each group of the first chosen country, in the year that its groups are shown of."""
        first = self.view.areas[:1]
        parts = self.sizes(first, groups.codes).get(0)
        if parts is None:
            return None
        table = self.countries(first)
        used = int(table.used[0, self.year - table.years[0]])
        now = [part[used - table.years[0]] for part in parts] if used >= table.years[0] else [None]
        return None if None in now else (self.desk.contents.atlas.area(first[0]).name, used, list(zip(groups.words, now, strict=True)))

    def measured(self, areas: tuple[str, ...], table: Groups) -> dict:
        """What stands at the right of each row in place of the gap: the view's measure of the row's country in each year, as the map has it.

        None where the map's is of another year than the groups drawn in the row, which may be other groups.
        """
        part = slice_of(self.view, self.desk.contents)
        of_years = {area: table.used[table.rows.index(area)] for area in areas if area in table.rows}
        found = of_the_same_year(self.desk.slice(part), of_years, self.window)
        rows = {row: plain(found[area]) for row, area in enumerate(areas) if area in found}
        return {"heading": heading(part), "decimals": indicator_of(part, self.desk.contents).decimals, "measured": rows}

    def groups(self, column: str = "") -> Rows:
        """The groups of the breakdown shown or of another, without the total."""
        contents, column = self.desk.contents, column or self.part.by
        return group_rows(self.indicator.breakdown(column), contents.offered(self.indicator, column), contents.catalogue)

    def name(self, column: str = "") -> str:
        return self.desk.contents.catalogue.column_names[column or self.part.by]

    def countries(self, areas: tuple[str, ...]) -> Groups:
        held = self.desk.groups_of(self.part)
        return by_country(held, areas, self.window, telling(self.desk, self.part) if self.part.cross else None)

    def medians(self, sets: tuple[Peers, ...]) -> Groups:
        held = self.desk.groups_of(self.part)
        own, codes = telling(self.desk, self.part) if self.part.cross else None, tuple(peers.code for peers in sets)
        return self.desk.remember("peer groups", (self.part, codes, self.window), lambda: by_peers(held, sets, self.window, own))

    def of(self, column: str) -> Asked:
        """Another breakdown of the same view, uncrossed."""
        return replace(self, part=self.desk.group_slice(replace(self.view, by=column, cross=None))[0])

    def people(self) -> tuple[str, ...]:
        """The columns of the breakdowns whose groups are people on one scale."""
        return () if self.indicator.group_scale else tuple(b.column for b in self.indicator.breakdowns if b.is_of_people)

    def nothing(self) -> str:
        """Why there is nothing, and by which other breakdowns there is something."""
        if self.view.chart == ALL and not self.people():
            return "None of this indicator’s breakdowns is by groups of people on one scale: choose another form above."
        atlas, areas = self.desk.contents.atlas, self.view.areas
        others = [self.of(b.column) for b in self.indicator.breakdowns if self.part.cross or b.column != self.part.by]
        by = f"{self.name()} crossed with {self.name(self.part.cross)}" if self.part.cross else self.name()
        return nothing(by, [atlas.area(code).name for code in areas], [other.name() for other in others if other.has_values(areas or self.scope.members)])

    def has_values(self, areas: tuple[str, ...]) -> bool:
        """Whether one of the areas has a value of a group in any year."""
        held = self.desk.groups_of(self.part)
        values = held.values[held.places(areas)][:, [place for place, group in enumerate(held.groups) if group != TOTAL]]
        return bool((values == values).any())
