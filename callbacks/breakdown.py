"""The breakdown panel: an address becomes groups side by side, over time, crossed, or all breakdowns at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from callbacks.breakdown_asked import Asked
from dashboard.breakdown import (
    area_rows,
    listed,
    listed_rows,
    middle_row,
    neighbours,
    one_below_the_other,
    peer_rows,
    peer_sets,
    with_sizes,
    with_totals,
)
from dashboard.breakdown_note import not_crossed, note, of_listed, of_sizes, without_values
from dashboard.coverage.words import missing_words
from dashboard.figures.all_breakdowns import Part, all_breakdowns
from dashboard.figures.base import empty
from dashboard.figures.crossed import crossed
from dashboard.figures.dot_rows import height_of, legend_of
from dashboard.figures.group_dots import Rows, group_dots, is_turned
from dashboard.figures.group_lines import Panel, group_lines
from dashboard.headline import by_choices
from dashboard.measures.crossed import pair
from dashboard.measures.groups import Groups, together
from dashboard.peers import compared_with, scope_of
from dashboard.schema import TOTAL
from dashboard.slices import crossed_with
from dashboard.view import ALL, DOTS, LINES, View
from dashboard.wording import in_text
from data.crossings import crossings as crossings_of
from data.desk import Desk

NOTHING = {"figure": empty("This indicator has no breakdown in its source."), "table": {}, "legend": [], "height": 0, "note": []}


def draw_breakdown(desk: Desk, search: str) -> dict:
    """The groups of the chosen countries, or of the scope and its regions while none is chosen, in the form that the address asks for."""
    view, _ = View.from_query(search or "", desk.contents)
    contents, indicator = desk.contents, desk.contents.catalogue[view.indicator]
    part, freed = desk.group_slice(view)
    crossings = crossings_of(desk, part) if part else ()
    freed_words = tuple(contents.catalogue.label(column, TOTAL) for column in freed)
    answer = {"search": search, "by": by_choices(view, indicator, contents, crossings), "freed": list(freed_words)}
    answer["shown"] = {"decimals": indicator.decimals, "unit_short": "" if indicator.group_scale else indicator.unit_short}  # a measure on the map has its own
    if part is None:
        return answer | NOTHING | {"missing": missing(desk, view, "")}
    asked = Asked(desk, view, part)
    is_crossed = view.cross in crossings and view.chart != ALL
    if is_crossed:
        asked = replace(asked, part=crossed_with(part, view.cross))
    picture = _FORMS[view.chart, is_crossed](asked)
    said = note(view.chart, not view.areas, freed_words if view.chart != ALL else (), asked.are_people or view.chart == ALL, indicator.group_scale)
    if view.cross and not is_crossed and view.chart != ALL:
        said.append(not_crossed(asked.name(), asked.name(view.cross), indicator.breakdown(part.by).is_of_people))
    answer["missing"] = missing(desk, view, part.by)
    if not picture["figure"]["data"]:
        return answer | NOTHING | {"figure": empty(asked.nothing()), "note": said[:0]}
    return answer | picture | {"note": [*said, *picture["note"]]}


def missing(desk: Desk, view: View, by: str) -> str:
    """Who has no figures by the breakdown shown, as it stands beside the gap."""
    contents, breakdown = desk.contents, desk.contents.catalogue[view.indicator].breakdown(by)
    columns = (by,) if breakdown is not None and breakdown.is_of_people else ()
    scope = scope_of(view, contents.atlas)
    return desk.remember("missing", (view.indicator, columns, scope.code, view.areas), lambda: missing_words(desk.coverage(), contents, view.indicator, columns, scope, view.areas))


def _dots(asked: Asked) -> dict:
    rows, table, about = rows_of(asked)
    groups = asked.groups()
    figure, packed, look = group_dots(table, asked.indicator, rows, groups, asked.has_total, asked.are_people, asked.year, not asked.view.areas)
    legend = legend_of(figure)
    if is_turned(groups, asked.are_people):
        about = [*about, *without_values([words for i, words in enumerate(rows.words) if packed and not _any(packed["x"][i])])]
    else:
        legend = with_sizes(legend, groups.codes, asked.defined_sizes())
        if packed and asked.view.areas:
            packed |= {"sizes": asked.sizes(asked.view.areas, groups.codes)}
            about = [*about, *of_sizes(asked.sizes_now(groups))]
        if packed and asked.view.measure:
            packed |= asked.measured(tuple(packed["areas"]), table)
    return {"figure": figure, "table": packed, "legend": legend, "height": height_of(figure, look), "note": about}


def _any(kind: list[list]) -> bool:
    return any(v is not None for row in kind for v in row)


def rows_of(asked: Asked) -> tuple[Rows, Groups, list[str]]:
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
    rows, table = own_rows(asked)
    groups = asked.groups()
    others = with_totals(asked.groups(column), column, table, contents.catalogue)
    figure, packed, look = crossed(table, asked.indicator, rows, groups, others, asked.has_total, asked.year, not view.areas)
    legend = with_sizes(legend_of(figure), groups.codes, asked.defined_sizes())
    whose = [] if len(rows.codes) > 1 else [_named(rows)]
    return {"figure": figure, "table": packed, "legend": whose + legend if legend else [], "height": height_of(figure, look), "note": []}


def _lines(asked: Asked) -> dict:
    """A picture a country; with a second breakdown one for each of its groups as well."""
    view, contents, column, held = asked.view, asked.desk.contents, asked.part.cross, asked.desk.groups_of(asked.part)
    rows, groups = names_of(asked), asked.groups()
    _, table = own_rows(asked)
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
            panels.append(Panel(f"{words}, {in_text(said)}" if said else words, colour, code if view.areas else "", lines, total))
    figure, height = group_lines(tuple(panels), groups, asked.indicator, held.years, asked.year)
    counts = {} if view.areas else {"first": held.years[0], "n": table.n[0].tolist()}
    return {"figure": figure, "table": counts, "legend": [], "height": height, "note": []}


def _all(asked: Asked) -> dict:
    first = asked.view.areas[:1]
    breakdowns = [asked.of(column) for column in asked.people()]
    if not breakdowns:
        return NOTHING
    parts = tuple(Part(own.name(), own.groups(), own.countries(first) if first else own.medians((own.scope,)), own.has_total) for own in breakdowns)
    figure, packed, look = all_breakdowns(parts, asked.indicator, not first, asked.year)
    legend = [_named(names_of(asked)), *legend_of(figure)] if packed else []
    about = ["Of the country chosen first."] if len(asked.view.areas) > 1 else []
    return {"figure": figure, "table": packed, "legend": legend, "height": height_of(figure, look), "note": about}


_FORMS: dict[tuple[str, bool], Callable[[Asked], dict]] = {
    (DOTS, False): _dots,
    (DOTS, True): _crossed,
    (LINES, False): _lines,
    (LINES, True): _lines,
    (ALL, False): _all,
}


def own_rows(asked: Asked) -> tuple[Rows, Groups]:
    """The chosen countries; without any the scope."""
    rows = names_of(asked)
    return rows, asked.countries(asked.view.areas) if asked.view.areas else asked.medians((asked.scope,))


def names_of(asked: Asked) -> Rows:
    return area_rows(asked.view.areas, asked.desk.contents.atlas) if asked.view.areas else peer_rows((asked.scope,))


def _named(rows: Rows) -> dict:
    """Whose groups a picture shows, where its rows do not say it."""
    return {"words": rows.words[0], "colour": rows.colours[0], "shape": "", "is_strong": True}
