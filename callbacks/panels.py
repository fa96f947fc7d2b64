"""An address becomes a picture; one function a panel. Every answer holds all years of its slice."""

from __future__ import annotations

from functools import partial

from dash import Dash, Input, Output

from dashboard.breakdown import area_rows, group_rows, peer_rows, peer_sets
from dashboard.figures.base import empty
from dashboard.figures.group_dots import group_dots, legend_of, row_count
from dashboard.figures.trend_lines import trend_lines
from dashboard.figures.world_map import count_map, world_map
from dashboard.headline import headline, is_group_scale
from dashboard.measures.carry import snapshot
from dashboard.measures.groups import by_country, by_peers
from dashboard.measures.reference import reference
from dashboard.peers import compared_with, scope_of
from dashboard.schema import TOTAL
from dashboard.sentence import sentences
from dashboard.slab import slab
from dashboard.slices import group_slice_of, picture_name, slice_name, slice_of
from dashboard.view import View
from data.desk import Desk
from layouts.ids import Ids


def draw_headline(desk: Desk, search: str) -> dict:
    """Title, sentence, legend, choices and source of the address."""
    view, notices = View.from_query(search or "", desk.contents)
    contents, part = desk.contents, slice_of(view, desk.contents)
    indicator = contents.catalogue[view.indicator]
    scope, window = scope_of(view, contents.atlas), view.window_of(contents)
    said = desk.remember(
        "sentences",
        (part, view.scope, window),
        lambda: sentences(desk.series(part), indicator, scope, desk.years(view.indicator), window, contents.atlas),
    )
    return headline(view, contents, desk.classes(part), said, notices)


def draw_map(desk: Desk, search: str) -> tuple[dict, dict]:
    """The map of the address's year, and the slab from which the browser draws the other years and the ranking."""
    view, _ = View.from_query(search or "", desk.contents)
    contents, part = desk.contents, slice_of(view, desk.contents)
    indicator = contents.catalogue[view.indicator]
    series = desk.series(part)
    classes = desk.classes(part)
    shown_year = view.year_of(contents)
    shown = snapshot(series, shown_year, view.window_of(contents))
    held, scope = {a.code for a in contents.atlas.states()} | set(series["REF_AREA"]), scope_of(view, contents.atlas)
    if indicator.is_mappable:
        figure = world_map(shown, classes, indicator.direction, view.areas, scope, contents.atlas, desk.ground.held(held), shown_year)
    else:
        ground = desk.count_ground.held(held)
        figure = count_map(shown, series["OBS_VALUE"].max(), view.areas, scope, contents.atlas, ground, shown_year)
    picture = picture_name(view, contents)
    figure["layout"]["meta"]["picture"] = picture
    packed = desk.remember("slab", part, lambda: slab(series, desk.years(view.indicator)))
    return figure, {"search": search, "slice": slice_name(part), "picture": picture, "edges": list(classes.edges), "mappable": indicator.is_mappable, **packed}


def draw_trend(desk: Desk, search: str) -> tuple[dict, dict]:
    """Lines of the chosen countries over the spread of those they are compared with."""
    view, _ = View.from_query(search or "", desk.contents)
    contents, part = desk.contents, slice_of(view, desk.contents)
    indicator, peers = contents.catalogue[view.indicator], compared_with(view, contents.atlas)
    years, window, series = desk.years(view.indicator), view.window_of(contents), desk.series(part)
    middle = desk.remember("reference", (part, peers.code, window), lambda: reference(series, peers.members, years, window))
    if is_group_scale(view, indicator):
        indicator = indicator.on_group_scale()
    figure = trend_lines(series, middle, peers, indicator, view.areas, years, view.year_of(contents), contents.atlas)
    return figure, {"search": search, "first": years[0], "peers": peers.name, "n": middle["n"].tolist(), "median": _plain(middle["median"])}


def draw_breakdown(desk: Desk, search: str) -> tuple[dict, dict]:
    """The groups of the chosen countries, or of regions while none is chosen."""
    view, _ = View.from_query(search or "", desk.contents)
    contents, part = desk.contents, group_slice_of(view, desk.contents)
    indicator = contents.catalogue[view.indicator]
    if part is None:
        return empty("This indicator has no breakdown in its source."), {"search": search, "frames": {}, "legend": [], "rows": 0}
    breakdown = indicator.breakdown(part.by)
    years, window, values = desk.years(view.indicator), view.window_of(contents), desk.groups(part)
    if view.areas:
        rows, table = area_rows(view.areas, contents.atlas), by_country(values, view.areas, years, window)
    else:
        sets = peer_sets(scope_of(view, contents.atlas), contents.atlas)
        rows = peer_rows(sets)
        table = desk.remember("peer groups", (part, view.scope, window), lambda: by_peers(values, sets, years, window))
    groups = group_rows(breakdown, contents.offered(indicator, part.by), contents.catalogue)
    has_total = not indicator.group_scale and TOTAL in contents.offered(indicator, part.by)
    figure, frames = group_dots(table, indicator, rows, groups, has_total, breakdown.is_of_people, years, view.year_of(contents))
    return figure, {"search": search, "frames": frames, "are_medians": not view.areas, "are_people": breakdown.is_of_people, "legend": legend_of(figure), "rows": row_count(figure)}


def _plain(column) -> list:
    return [None if value != value else value for value in column.tolist()]


def register(app: Dash, desk: Desk) -> None:
    """Each panel answers its own question, so that only those whose part of the address changed are asked."""
    app.callback(Output(Ids.HELD_HEADLINE, "data"), Input(Ids.ASK_HEADLINE, "data"), prevent_initial_call=True)(partial(draw_headline, desk))
    for panel, ask, held, draw in (
        (Ids.MAP, Ids.ASK_MAP, Ids.HELD_MAP, draw_map),
        (Ids.TREND, Ids.ASK_TREND, Ids.HELD_TREND, draw_trend),
        (Ids.BREAKDOWN, Ids.ASK_BREAKDOWN, Ids.HELD_BREAKDOWN, draw_breakdown),
    ):
        app.callback(Output(panel, "figure"), Output(held, "data"), Input(ask, "data"), prevent_initial_call=True)(partial(draw, desk))
