"""A view becomes what a document tells of it, from the same answers that the page's panels show."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from callbacks.chosen_said import middle_in, said_of_chosen
from callbacks.panels import draw_map, draw_trend
from callbacks.seen import names_of, picture_of, shown_of
from callbacks.told_groups import groups_chapter, words_of
from dashboard import wording
from dashboard.breakdown import peer_sets
from dashboard.catalogue import Indicator
from dashboard.chosen_words import Middle
from dashboard.documents import key_numbers, ranking
from dashboard.documents.chart import Table
from dashboard.documents.map_shapes import Map, map_shapes
from dashboard.documents.told import Chapter, Told, whose
from dashboard.documents.trend import middle_said, trend_chart
from dashboard.figures.world_map import chosen_colours
from dashboard.grid import Grid
from dashboard.headline import is_group_scale
from dashboard.measured_indicator import indicator_of
from dashboard.measures.reference import Reference, no_reference, reference
from dashboard.peers import Peers, compared_with, scope_of
from dashboard.provenance import Provenance, provenance
from dashboard.shown import Shown
from dashboard.slices import slice_of
from dashboard.view import View
from data.desk import Desk

MOST_PLACES = 14


def told(desk: Desk, view: View, address: str, name: str, notices: tuple[str, ...] = ()) -> Told:
    """What a document tells of a view. address: of the view, absolute. name: of the monitor. notices: what of the address asked for had to be changed."""
    return _Telling(desk, view, address, name, notices).told()


@dataclass(frozen=True, eq=False)
class _Telling:
    """One view, and the answers of its panels, each made once."""

    desk: Desk
    view: View
    address: str
    name: str
    notices: tuple[str, ...]

    def told(self) -> Told:
        return Told(
            about=self.about,
            who=whose(list(self.names.values()), self.scope.name, len(self.scope.members)),
            said=self.said_of_chosen or self.about.sentence,
            full_name=self.head["about"]["name"],
            definition=self.head["about"]["definition"],
            colours={self.names[code]: colour for code, colour in chosen_colours(self.view.areas).items()},
            key=self.key(),
            map=self.map(),
            map_said=self.about.sentence,
            trend=self.trend(),
            groups=self.groups(),
            places=self.places(),
        )

    @cached_property
    def query(self) -> str:
        return self.view.to_query(self.desk.contents.default_indicator)

    @cached_property
    def head(self) -> dict:
        return draw_map(self.desk, self.query)["head"]

    @cached_property
    def trend_answer(self) -> dict:
        return draw_trend(self.desk, self.query)

    @property
    def year(self) -> int:
        return self.view.year_of(self.desk.contents)

    @cached_property
    def about(self) -> Provenance:
        return provenance(self.head | {"notices": list(self.notices)}, self.year, self.desk.contents.version, self.address, self.name)

    @cached_property
    def indicator(self) -> Indicator:
        """As map, trend and ranking show it: in the unit of the groups where the slice is one of them, or of the view's measure."""
        own = indicator_of(slice_of(self.view, self.desk.contents), self.desk.contents)
        return own.on_group_scale() if is_group_scale(self.view, own) else own

    @cached_property
    def names(self) -> dict[str, str]:
        return names_of(self.desk, self.view)

    @cached_property
    def scope(self) -> Peers:
        return scope_of(self.view, self.desk.contents.atlas)

    @cached_property
    def shown(self) -> Shown:
        return shown_of(self.desk, self.view)

    @cached_property
    def middle(self) -> Middle:
        return middle_in(self.desk, self.view, self.year)

    @cached_property
    def said_of_chosen(self) -> str:
        return said_of_chosen(self.desk, self.view, self.head)

    def key(self) -> Table | None:
        """The key numbers; none where a count or an answer has no middle to give while no country is chosen."""
        if self.names:
            return key_numbers.of_chosen(self.shown, self.names, self.middle, self.indicator)
        if self.indicator.is_yes_no or not self.indicator.is_mappable:
            return None
        held, window, found = self.desk.slice(slice_of(self.view, self.desk.contents)), self.view.window_of(self.desk.contents), []
        for peers in peer_sets(self.scope, self.desk.contents.atlas):
            middle = reference(held, peers.members, window)
            at = self.year - held.years[0]
            found.append((peers.name, middle["median"][at], middle["n"][at]))
        return key_numbers.of_sets(found, self.indicator)

    def map(self) -> Map:
        atlas, desk = self.desk.contents.atlas, self.desk
        picture = picture_of(desk, self.view, self.shown)
        unit = wording.running_unit(self.indicator.unit_short)
        values = {
            code: wording.value(cell.value, self.indicator.decimals, unit, cell.flag) + f", {cell.year}" if cell.value is not None else wording.nothing(cell.flag)
            for code, cell in self.shown.cells.items()
        }
        names = {code: atlas.name(code) for code in {*picture.sheet.paths, *(code for code, *_ in picture.ground.points)}}
        return map_shapes(picture, names, values, picture.classes, self.head["why_not_mapped"], f"Map: {self.about.title}, {self.about.subtitle}. {self.about.sentence}")

    def trend(self) -> Chapter:
        part = slice_of(self.view, self.desk.contents)
        held, answer = self.desk.slice(part), self.trend_answer
        title = f"{self.about.title}: {held.years[0]}–{held.years[-1]}" if len(held.years) > 1 else f"{self.about.title}: {held.years[0]}"
        mine = {code: held.line(code) for code in self.view.areas}
        middle = no_reference(held) | {"median": answer["median"]}
        if not mine and not self.indicator.is_yes_no:
            band = self.peers_of_trend(held)
            middle |= {key: band[key] for key in ("lower", "upper")}
        words = f"Lines over years: {title}, {self.about.unit}."
        chart = trend_chart(mine, self.names, middle, answer["peers"], self.indicator, held.years, words)
        absent = [self.names[code] for code, points in mine.items() if not points]
        notes = [f"No values for {wording.listing(absent)}."] if absent and chart else []
        if chart and any(one.open for one in chart.series):
            notes.append("An open mark is an estimate, a projection, or only a bound.")
        if chart and any(v is None for one in chart.series for v in one.values):
            notes.append("A gap in a line is a year without data.")
        if any(v is not None for v in answer["median"]):
            notes.append(f"{answer['peers']} median: each country counted once, in years in which enough of them report.")
        said = self.said_of_chosen or middle_said(chart, answer["peers"], self.indicator)
        under = " · ".join(part for part in (self.about.unit, self.about.scope, self.about.reading) if part)
        return Chapter(title, under, said, (chart,) if chart else (), notes=tuple(notes), why="" if chart else words_of(answer["figure"]))

    def peers_of_trend(self, held: Grid) -> Reference:
        return reference(held, compared_with(self.view, self.desk.contents.atlas).members, self.view.window_of(self.desk.contents))

    def groups(self) -> Chapter:
        return groups_chapter(self.desk, self.view, self.about, len(self.names))

    def places(self) -> Chapter:
        indicator, count = self.indicator, len(self.shown.places)
        where = "" if self.scope.is_world else f", {self.scope.name}"
        title = f"{self.about.title}: {wording.counted(count, 'country', 'countries')}{where}"
        if not count:
            return Chapter(title, self.about.subtitle, why=f"No country has a value for {self.year} here.")
        if indicator.is_yes_no:
            sets = [(peers.name, peers.members) for peers in peer_sets(self.scope, self.desk.contents.atlas)]
            return Chapter(title, self.about.subtitle, table=ranking.yes_no_table(self.shown, self.names, sets))
        lines = ranking.lines(self.shown, self.view.areas, indicator, self.middle, MOST_PLACES)
        table = ranking.place_table(lines, indicator, self.year)
        notes = [ORDERS[self.head["order"]]]
        if any(line.name == ranking.LEFT_OUT for line in lines):
            notes.append("… stands for places that are left out here; the page lists all.")
        absent = [name for code, name in self.names.items() if self.shown.place(code) is None]
        notes += [f"Without a place: {wording.listing(absent)}."] if absent else []
        words = f"Bars: {title}, {self.about.unit}."
        is_barred = ranking.is_barred(indicator, bool(self.view.measure))
        charts = (ranking.bars(lines, indicator, words, self.about.title),) if is_barred else ()
        return Chapter(title, self.about.subtitle, "", charts, table, tuple(notes))


ORDERS = {"higher": "Best first.", "lower": "Best first.", "neutral": "Highest first.", "equality": "Nearest to equality first."}
