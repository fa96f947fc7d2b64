"""A view's own year as values and as a picture of the world: what the first page and files are filled from."""

from __future__ import annotations

from dashboard.figures.natural_earth import Window
from dashboard.figures.world_map import map_layout
from dashboard.figures.world_svg import WorldSvg
from dashboard.measured_indicator import indicator_of
from dashboard.peers import scope_of
from dashboard.shown import Shown, shown
from dashboard.slices import slice_of
from dashboard.view import View
from data.boundaries.outlines import sheet
from data.desk import Desk


def shown_of(desk: Desk, view: View) -> Shown:
    """What the view shows in its year."""
    contents, part, year = desk.contents, slice_of(view, desk.contents), view.year_of(desk.contents)
    indicator, scope, window = indicator_of(part, contents), scope_of(view, contents.atlas), view.window_of(contents)
    return desk.remember("shown", (part, scope.code, year, window), lambda: shown(desk.series(part), indicator, scope, year, window, contents.atlas))


def picture_of(desk: Desk, view: View, now: Shown, states: frozenset[str]) -> WorldSvg:
    """The map of what is shown. states: codes that always have a marker."""
    contents, part = desk.contents, slice_of(view, desk.contents)
    indicator, scope = indicator_of(part, contents), scope_of(view, contents.atlas)
    return WorldSvg(
        shown=now,
        classes=desk.classes(part) if indicator.is_mappable else None,
        direction=indicator.direction,
        chosen=view.areas,
        scope=scope,
        states=states,
        ground=desk.ground if indicator.is_mappable else desk.count_ground,
        sheet=sheet(Window.of(map_layout(scope, contents.atlas)["geo"])),
    )
