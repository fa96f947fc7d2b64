"""One breakdown of a view: what the pictures of the breakdown panel are made from, taken from the desk."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.breakdown import group_rows
from dashboard.breakdown_note import nothing
from dashboard.catalogue import Indicator
from dashboard.figures.group_dots import Rows
from dashboard.measures.groups import Groups, by_country, by_peers
from dashboard.peers import Peers, scope_of
from dashboard.schema import TOTAL
from dashboard.slices import GroupSlice
from dashboard.view import ALL, View
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

    def groups(self, column: str = "") -> Rows:
        """The groups of the breakdown shown or of another, without the total."""
        contents, column = self.desk.contents, column or self.part.by
        return group_rows(self.indicator.breakdown(column), contents.offered(self.indicator, column), contents.catalogue)

    def name(self, column: str = "") -> str:
        return self.desk.contents.catalogue.column_names[column or self.part.by]

    def countries(self, areas: tuple[str, ...]) -> Groups:
        held = self.desk.groups_of(self.part)
        return by_country(held, areas, self.window, self.desk.telling(self.part) if self.part.cross else None)

    def medians(self, sets: tuple[Peers, ...]) -> Groups:
        held = self.desk.groups_of(self.part)
        own, codes = self.desk.telling(self.part) if self.part.cross else None, tuple(peers.code for peers in sets)
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
