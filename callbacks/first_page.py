"""The page of an address as it stands in the first response: map, words, controls and the top of the ranking, before any script."""

from __future__ import annotations

from markupsafe import Markup, escape

from dashboard.chosen_words import Middle
from dashboard.figures.natural_earth import Window
from dashboard.figures.world_map import map_layout
from dashboard.figures.world_svg import WorldSvg
from dashboard.measured_indicator import indicator_of
from dashboard.peers import scope_of
from dashboard.shown import Shown, shown
from dashboard.site.brand import Brand
from dashboard.slices import slice_of
from dashboard.view import MOST_AREAS, View
from data.boundaries.outlines import sheet
from data.desk import Desk
from layouts.filled import Blank
from layouts.first_controls import controls, group_options
from layouts.first_ranking import ranking
from layouts.first_words import LONG_TITLE, MANY, words
from layouts.ids import Ids
from layouts.page import page
from layouts.shell import to_html


class FirstPage:
    """Fills the page for an address; what does not depend on the address is made once."""

    def __init__(self, desk: Desk, prefix: str, brand: Brand) -> None:
        self._desk, self._prefix = desk, prefix
        self._blank = Blank(to_html(page(desk.contents, brand)))
        self._groups = group_options(desk.contents)
        self._states = frozenset(area.code for area in desk.contents.atlas.states())

    def page(self, query: str, answers: dict) -> Markup:
        """The page's HTML. answers: of the panels, by name."""
        contents, head, trend = self._desk.contents, answers["map"]["head"], answers["trend"]
        view, _ = View.from_query(query, contents)
        year = view.year_of(contents)
        chosen = {code: contents.atlas.area(code).name for code in view.areas}
        now = self._shown(view, year)
        picture = self._picture(view, now)
        at = year - trend["first"]
        middle = Middle(trend["peers"], trend["median"][at], trend["n"][at])
        kinds = frozenset(picture.kinds.values())
        parts = words(head, now, chosen, middle, kinds, MOST_AREAS) | controls(head, answers["breakdown"]["by"], view, year, list(chosen.values()), self._groups)
        parts[Ids.RANKING] = ranking(head, now, chosen, self._states)
        parts[Ids.MAP] = Markup(picture.svg(f"Map: {head['title']}, {head['unit']}, {year}. {head['sentences'].get(str(year), '')}"))
        return self._blank.filled(parts, self._changes(head, len(chosen)))

    def _shown(self, view: View, year: int) -> Shown:
        desk, contents, part = self._desk, self._desk.contents, slice_of(view, self._desk.contents)
        indicator, scope, window = indicator_of(part, contents), scope_of(view, contents.atlas), view.window_of(contents)
        return desk.remember("shown", (part, scope.code, year, window), lambda: shown(desk.series(part), indicator, scope, year, window, contents.atlas))

    def _picture(self, view: View, now: Shown) -> WorldSvg:
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

    def _changes(self, head: dict, chosen: int) -> dict[str, str]:
        """What is written otherwise than on the empty page, besides what stands in its empty places."""
        ranked = f"?{head['search']}" if head["search"] else ""
        link, box, play = f'data-indicator="{head["indicator"]}"', f'data-dimension="{head["about"]["dimension"]}"', f'id="{Ids.PLAY}" class="play"'
        changes = {
            'href="download/ranking.csv"': f'href="{escape(self._prefix)}download/ranking.csv{escape(ranked)}"',
            link: f'{link} aria-current="page"',
            box: f'{box} open=""',
            'href="download/data.csv"': f'href="{escape(self._prefix)}download/data.csv?indicator={head["indicator"]}"',
        }
        if len(head["title"]) > LONG_TITLE or head["measure"]["value"]:
            changes[f'id="{Ids.TITLE}"'] = f'id="{Ids.TITLE}" class="long"'
        if chosen > MANY:
            changes['class="chips"'] = 'class="chips many"'
        if head["years"][0] == head["years"][1]:
            changes[play] = f'{play} disabled=""'
        return changes
