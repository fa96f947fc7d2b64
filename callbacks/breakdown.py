"""The breakdown panel: an address becomes groups side by side, over time, crossed, or all breakdowns at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dashboard.breakdown import (
    area_rows,
    group_rows,
    listed,
    listed_rows,
    middle_row,
    neighbours,
    one_below_the_other,
    peer_rows,
    peer_sets,
    with_sizes,
    with_totals,
)  # fmt: skip
from dashboard.breakdown_note import not_crossed, note, nothing, of_listed, without_values
from dashboard.catalogue import Indicator
from dashboard.figures.all_breakdowns import Part, all_breakdowns
from dashboard.figures.base import empty
from dashboard.figures.crossed import crossed
from dashboard.figures.dot_rows import height_of, legend_of
from dashboard.figures.group_dots import Rows, group_dots, is_turned
from dashboard.figures.group_lines import Panel, group_lines
from dashboard.headline import by_choices
from dashboard.measures.crossed import pair, telling
from dashboard.measures.groups import Groups, by_country, by_peers, together
from dashboard.peers import Peers, compared_with, scope_of
from dashboard.schema import TOTAL
from dashboard.slices import GroupSlice, crossed_with
from dashboard.terms import shares_of
from dashboard.view import ALL, DOTS, LINES, View
from data.desk import Desk

NOTHING = {"figure": empty("This indicator has no breakdown in its source."), "table": {}, "legend": [], "height": 0, "note": []}


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
        return by_country(held, areas, self.window, telling(held.groups) if self.part.cross else None)

    def medians(self, sets: tuple[Peers, ...]) -> Groups:
        held = self.desk.groups_of(self.part)
        own, codes = telling(held.groups) if self.part.cross else None, tuple(peers.code for peers in sets)
        return self.desk.remember("peer groups", (self.part, codes, self.window), lambda: by_peers(held, sets, self.window, own))


def draw_breakdown(desk: Desk, search: str) -> dict:
    """The groups of the chosen countries, or of the scope and its regions while none is chosen, in the form that the address asks for."""
    view, _ = View.from_query(search or "", desk.contents)
    contents, indicator = desk.contents, desk.contents.catalogue[view.indicator]
    part, freed = desk.group_slice(view)
    crossings = desk.crossings(part) if part else ()
    freed_words = tuple(contents.catalogue.label(column, TOTAL) for column in freed)
    answer = {"search": search, "by": by_choices(view, indicator, contents, crossings), "freed": list(freed_words)}
    if part is None:
        return answer | NOTHING
    asked = Asked(desk, view, part)
    is_crossed = view.cross in crossings and view.chart != ALL
    if is_crossed:
        asked = replace(asked, part=crossed_with(part, view.cross))
    picture = _FORMS[view.chart, is_crossed](asked)
    said = note(view.chart, not view.areas, freed_words if view.chart != ALL else (), asked.are_people or view.chart == ALL, indicator.group_scale)
    if view.cross and not is_crossed and view.chart != ALL:
        said.append(not_crossed(asked.name(), asked.name(view.cross), indicator.breakdown(part.by).is_of_people))
    if not picture["figure"]["data"]:
        return answer | NOTHING | {"figure": empty(_nothing(asked)), "note": said[:0]}
    return answer | picture | {"note": [*said, *picture["note"]]}


def _dots(asked: Asked) -> dict:
    rows, table, about = _rows(asked)
    groups = asked.groups()
    figure, packed, look = group_dots(table, asked.indicator, rows, groups, asked.has_total, asked.are_people, asked.year, not asked.view.areas)
    legend = legend_of(figure)
    if is_turned(groups, asked.are_people):
        about = [*about, *without_values([words for i, words in enumerate(rows.words) if packed and not _any(packed["x"][i])])]
    else:
        legend = with_sizes(legend, groups.codes, shares_of(asked.part.by, asked.desk.contents))
    return {"figure": figure, "table": packed, "legend": legend, "height": height_of(figure, look), "note": about}


def _any(kind: list[list]) -> bool:
    return any(v is not None for row in kind for v in row)


def _rows(asked: Asked) -> tuple[Rows, Groups, list[str]]:
    """Who stands in the rows, what they hold, and what is to be said of them."""
    view, atlas = asked.view, asked.desk.contents.atlas
    if not view.areas:
        # in a turned picture, regions would be one dot like another
        sets = peer_sets(asked.scope, atlas) if asked.are_people else (asked.scope,)
        return peer_rows(sets), asked.medians(sets), []
    own = asked.countries(view.areas)
    if len(view.areas) > 1 or is_turned(asked.groups(), asked.are_people) or not asked.indicator.is_mappable:
        return area_rows(view.areas, atlas), own, []
    compared = compared_with(view, atlas)
    peers = neighbours(view.areas[0], compared, atlas)
    others = asked.countries(peers.members)
    shown = listed(others, asked.groups().codes, asked.desk.contents.holdings[view.indicator].default_year, asked.indicator.decimals)
    has = int((others.values == others.values).any(axis=(1, 2)).sum())
    rows = one_below_the_other(area_rows(view.areas, atlas), middle_row(compared), listed_rows(shown, atlas))
    return rows, together(own, asked.medians((compared,)), others), [said for said in (of_listed(peers, len(shown), has, len(asked.groups().codes) > 1),) if said]


def _crossed(asked: Asked) -> dict:
    view, contents, column = asked.view, asked.desk.contents, asked.part.cross
    rows, table = _whose(asked)
    groups = asked.groups()
    others = with_totals(asked.groups(column), column, table, contents.catalogue)
    figure, packed, look = crossed(table, asked.indicator, rows, groups, others, asked.has_total, asked.year, not view.areas)
    legend = with_sizes(legend_of(figure), groups.codes, shares_of(asked.part.by, contents))
    whose = [] if len(rows.codes) > 1 else [_named(rows)]
    return {"figure": figure, "table": packed, "legend": whose + legend if legend else [], "height": height_of(figure, look), "note": []}


def _lines(asked: Asked) -> dict:
    """A picture a country; with a second breakdown one for each of its groups as well."""
    view, contents, column, held = asked.view, asked.desk.contents, asked.part.cross, asked.desk.groups_of(asked.part)
    rows, groups = _names_of(asked), asked.groups()
    _, table = _whose(asked)
    others = with_totals(asked.groups(column), column, table, contents.catalogue) if column else Rows(("",), ("",), ("",))

    def points(code: str, group: str) -> list:
        if view.areas:
            return held.line(code, group)
        values = table.values[0, table.groups.index(group)].tolist() if group in table.groups else []
        return [(year, value, "m") for year, value in zip(table.years, values, strict=False) if value == value]

    panels = []
    for code, words, colour in zip(rows.codes, rows.words, rows.colours, strict=True):
        for other, said in zip(others.codes, others.words, strict=True):
            own = (lambda group, other=other: pair(group, other)) if column else (lambda group: group)
            lines = tuple(points(code, own(group)) for group in groups.codes)
            total = points(code, own(TOTAL)) if asked.has_total else []
            panels.append(Panel(f"{words}, {_lower(said)}" if said else words, colour, code if view.areas else "", lines, total))
    figure, height = group_lines(tuple(panels), groups, asked.indicator, held.years, asked.year)
    counts = {} if view.areas else {"first": held.years[0], "n": table.n[0].tolist()}
    return {"figure": figure, "table": counts, "legend": [], "height": height, "note": []}


def _all(asked: Asked) -> dict:
    view, indicator = asked.view, asked.indicator
    parts = []
    first = view.areas[:1]
    for breakdown in indicator.breakdowns:
        if not breakdown.is_of_people or indicator.group_scale:
            continue
        own = replace(asked, part=asked.desk.group_slice(replace(view, by=breakdown.column, cross=None))[0])
        table = own.countries(first) if first else own.medians((asked.scope,))
        parts.append(Part(own.name(), own.groups(), table, own.has_total))
    if not parts:
        return NOTHING
    figure, packed, look = all_breakdowns(tuple(parts), indicator, not first, asked.year)
    names = _names_of(asked)
    legend = [_named(names), *legend_of(figure)] if packed else []
    return {"figure": figure, "table": packed, "legend": legend, "height": height_of(figure, look), "note": []}


_FORMS: dict[tuple[str, bool], Callable[[Asked], dict]] = {
    (DOTS, False): _dots,
    (DOTS, True): _crossed,
    (LINES, False): _lines,
    (LINES, True): _lines,
    (ALL, False): _all,
}


def _whose(asked: Asked) -> tuple[Rows, Groups]:
    """The chosen countries; without any the scope."""
    rows = _names_of(asked)
    return rows, asked.countries(asked.view.areas) if asked.view.areas else asked.medians((asked.scope,))


def _names_of(asked: Asked) -> Rows:
    return area_rows(asked.view.areas, asked.desk.contents.atlas) if asked.view.areas else peer_rows((asked.scope,))


def _named(rows: Rows) -> dict:
    """Whose groups a picture shows, where its rows do not say it."""
    return {"words": rows.words[0], "colour": rows.colours[0], "shape": "", "is_strong": True}


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:] if words[:2] != words[:2].upper() else words


def _nothing(asked: Asked) -> str:
    """Why there is nothing, and by which other breakdowns there is something."""
    view, contents = asked.view, asked.desk.contents
    if view.chart == ALL and (asked.indicator.group_scale or not any(b.is_of_people for b in asked.indicator.breakdowns)):
        return "None of this indicator’s breakdowns is by groups of people on one scale: choose another form above."
    members = set(view.areas or asked.scope.members)
    others = []
    for breakdown in asked.indicator.breakdowns:
        part = asked.desk.group_slice(replace(view, by=breakdown.column, cross=None))[0]
        held = asked.desk.groups_of(part)
        at = [place for place, group in enumerate(held.groups) if group != TOTAL]
        if breakdown.column != asked.part.by and (held.values[held.places(tuple(members))][:, at] == held.values[held.places(tuple(members))][:, at]).any():
            others.append(asked.name(breakdown.column))
    return nothing(asked.name(), [contents.atlas.area(code).name for code in view.areas], others)
