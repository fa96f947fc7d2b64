"""What an address shows in its own year, drawn by the server: for the first response, before any script."""

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
from layouts.first_ranking import ranking


class FirstDrawn:
    """The numbers, the map and the top of the ranking of any view; what does not depend on the view is made once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._states = frozenset(area.code for area in desk.contents.atlas.states())

    def shown(self, view: View) -> Shown:
        """Values and places in the view's year."""
        desk, contents, part, year = self._desk, self._desk.contents, slice_of(view, self._desk.contents), view.year_of(self._desk.contents)
        indicator, scope, window = indicator_of(part, contents), scope_of(view, contents.atlas), view.window_of(contents)
        return desk.remember("shown", (part, scope.code, year, window), lambda: shown(desk.series(part), indicator, scope, year, window, contents.atlas))

    def picture(self, view: View, now: Shown) -> WorldSvg:
        """The map."""
        contents, desk = self._desk.contents, self._desk
        part, scope = slice_of(view, contents), scope_of(view, contents.atlas)
        indicator = indicator_of(part, contents)
        return WorldSvg(
            shown=now,
            classes=desk.classes(part) if indicator.is_mappable else None,
            direction=indicator.direction,
            chosen=view.areas,
            scope=scope,
            states=self._states,
            ground=desk.ground if indicator.is_mappable else desk.count_ground,
            sheet=sheet(Window.of(map_layout(scope, contents.atlas)["geo"])),
        )

    def ranking(self, head: dict, now: Shown, chosen: dict[str, str]) -> object:
        """The table. chosen: names by code, in their order."""
        return ranking(head, now, chosen, self._states)

    def names(self, view: View) -> dict[str, str]:
        """Names of the chosen by code, in their order."""
        return {code: self._desk.contents.atlas.area(code).name for code in view.areas}


def image(picture: WorldSvg, head: dict, year: int) -> Markup:
    """The map as it stands in a document, with its words."""
    return Markup(picture.svg(f"Map: {head['title']}, {head['unit']}, {year}. {head['sentences'].get(str(year), '')}"))
