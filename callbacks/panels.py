"""An address becomes an answer; one function a panel. Every answer holds all years of its slice."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from dash import Dash, Input, Output

from callbacks.breakdown import draw_breakdown
from callbacks.view_words import head_of
from callbacks.working import draw_working
from dashboard.figures.trend_lines import LABEL_GAP, trend_lines
from dashboard.figures.world_map import map_layout
from dashboard.headline import is_group_scale
from dashboard.measured_indicator import indicator_of
from dashboard.measures.reference import Reference, no_reference, reference
from dashboard.peers import compared_with, scope_of
from dashboard.slab import in_steps, slab
from dashboard.slices import slice_name, slice_of
from dashboard.view import View
from data.desk import Desk
from layouts.ids import Ids


def draw_map(desk: Desk, search: str) -> dict:
    """The words of the view and its slab, from which the browser draws map and ranking of every year.

    The figure itself is not sent: `assets/map.js` builds it from the slab by the rules of `figures/world_map.py`, so that
    an answer stays small and a year step asks nothing.
    """
    view, notices = View.from_query(search or "", desk.contents)
    contents, part = desk.contents, slice_of(view, desk.contents)
    indicator, scope = indicator_of(part, contents), scope_of(view, contents.atlas)
    return {
        "search": search,
        "head": head_of(desk, view, notices),
        "slice": slice_name(part),
        "mappable": indicator.is_mappable,
        "layout": map_layout(scope, contents.atlas),
        **in_steps(slab(desk.slice(part)), indicator.decimals),
    }


def draw_trend(desk: Desk, search: str, label_gap: float = LABEL_GAP) -> dict:
    """Lines of the chosen countries over the spread of those they are compared with. label_gap: see `trend_lines`."""
    view, _ = View.from_query(search or "", desk.contents)
    contents, part = desk.contents, slice_of(view, desk.contents)
    indicator, peers = indicator_of(part, contents), compared_with(view, contents.atlas)
    held, middle = desk.slice(part), middle_of(desk, view)
    if is_group_scale(view, indicator):
        indicator = indicator.on_group_scale()
    mine = {code: held.line(code) for code in view.areas}
    figure = trend_lines(mine, middle, peers, indicator, held.years, view.year_of(contents), contents.atlas, label_gap)
    return {"search": search, "figure": figure, "first": held.years[0], "peers": peers.name, "n": middle["n"], "median": middle["median"]}


def middle_of(desk: Desk, view: View) -> Reference:
    """The spread of those that a view compares with; empty for answers by yes or no."""
    part, peers, window = slice_of(view, desk.contents), compared_with(view, desk.contents.atlas), view.window_of(desk.contents)
    is_yes_no = indicator_of(part, desk.contents).is_yes_no

    def spread() -> Reference:
        return no_reference(desk.slice(part)) if is_yes_no else reference(desk.slice(part), peers.members, window)

    return desk.remember("reference", (part, peers.code, window), spread)


PANELS = {
    "map": (Ids.ASK_MAP, Ids.HELD_MAP, draw_map),
    "trend": (Ids.ASK_TREND, Ids.HELD_TREND, draw_trend),
    "breakdown": (Ids.ASK_BREAKDOWN, Ids.HELD_BREAKDOWN, draw_breakdown),
}


OPENED = {"working": (Ids.ASK_WORKING, Ids.HELD_WORKING, draw_working)}  # asked when a reader opens it, so not in the first response


def register(app: Dash, desk: Desk) -> None:
    """Each panel answers its own question, so that only those whose part of the address changed are asked."""
    for ask, held, draw in (PANELS | OPENED).values():
        app.callback(Output(held, "data"), Input(ask, "data"), prevent_initial_call=True)(partial(answer, desk, draw))


def answer(desk: Desk, draw: Callable[[Desk, str], dict], search: str) -> dict:
    """A panel's answer and the release it is of, so that a page that stayed open does not mix two."""
    return draw(desk, search) | {"release": desk.contents.version}
