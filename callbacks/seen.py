"""What a view shows in its own year, and the picture of its map: for the first response and for paper."""

from __future__ import annotations

from markupsafe import Markup

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
    """Values, places and kinds of gap of the view's year."""
    contents, part = desk.contents, slice_of(view, desk.contents)
    indicator, scope = indicator_of(part, contents), scope_of(view, contents.atlas)
    year, window = view.year_of(contents), view.window_of(contents)
    return desk.remember("shown", (part, scope.code, year, window), lambda: shown(desk.series(part), indicator, scope, year, window, contents.atlas))


def picture_of(desk: Desk, view: View, now: Shown) -> WorldSvg:
    """The map of the view."""
    contents = desk.contents
    part, scope = slice_of(view, contents), scope_of(view, contents.atlas)
    indicator = indicator_of(part, contents)
    return WorldSvg(
        shown=now,
        classes=desk.classes(part) if indicator.is_mappable else None,
        direction=indicator.direction,
        chosen=view.areas,
        scope=scope,
        states=desk.state_codes,
        ground=desk.ground if indicator.is_mappable else desk.count_ground,
        sheet=sheet(Window.of(map_layout(scope, contents.atlas)["geo"])),
    )


def names_of(desk: Desk, view: View) -> dict[str, str]:
    """Names of the chosen by code, in their order."""
    return {code: desk.contents.atlas.area(code).name for code in view.areas}


def image(picture: WorldSvg, head: dict, year: int) -> Markup:
    """The map as it stands in a document, with its words."""
    return Markup(picture.svg(f"Map: {head['title']}, {head['unit']}, {year}. {head['sentences'].get(str(year), '')}"))
