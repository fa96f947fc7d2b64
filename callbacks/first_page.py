"""The page of an address as it stands in the first response: map, words, controls and the top of the ranking, before any script."""

from __future__ import annotations

from markupsafe import Markup, escape

from callbacks.seen import image, names_of, picture_of, shown_of
from dashboard.chosen_words import Middle
from dashboard.site.brand import Brand
from dashboard.view import View
from data.desk import Desk
from layouts.filled import Blank
from layouts.first_controls import controls, group_options
from layouts.first_ranking import ranking
from layouts.first_words import INVITE, LONG_TITLE, MANY, words
from layouts.frozen import frozen_line
from layouts.ids import Ids
from layouts.page import page
from layouts.panels import FILES
from layouts.shell import to_html


class FirstPage:
    """Fills the page for an address; what does not depend on the address is made once."""

    def __init__(self, desk: Desk, prefix: str, brand: Brand, live: str = "") -> None:
        """live: the prefix of the live monitor, where this one is frozen."""
        self._desk, self._prefix, self._live = desk, prefix, live
        self._blank = Blank(to_html(page(desk.contents, brand, frozen_line(desk.contents.version, live) if live else None)))
        self._groups = group_options(desk.contents)

    def page(self, query: str, answers: dict) -> Markup:
        """The page's HTML. answers: of the panels, by name."""
        contents, head, trend = self._desk.contents, answers["map"]["head"], answers["trend"]
        view, _ = View.from_query(query, contents)
        year = view.year_of(contents)
        chosen, now = names_of(self._desk, view), shown_of(self._desk, view)
        picture = picture_of(self._desk, view, now)
        at = year - trend["first"]
        middle = Middle(trend["peers"], trend["median"][at], trend["n"][at])
        kinds = frozenset(picture.kinds.values())
        parts = words(head, now, chosen, middle, kinds, INVITE) | controls(head, answers["breakdown"]["by"], view, year, list(chosen.values()), self._groups)
        parts[Ids.RANKING] = ranking(head, now, chosen, self._desk.state_codes)
        parts[Ids.MAP] = image(picture, head, year)
        return self._blank.filled(parts, self._changes(head, len(chosen)))

    def _changes(self, head: dict, chosen: int) -> dict[str, str]:
        """What is written otherwise than on the empty page, besides what stands in its empty places."""
        asked = f"?{head['search']}" if head["search"] else ""
        link, box, play = f'data-indicator="{head["indicator"]}"', f'data-dimension="{head["about"]["dimension"]}"', f'id="{Ids.PLAY}" class="play"'
        changes = {f'href="download/{name}"': f'href="{escape(self._prefix)}download/{name}{escape(asked)}"' for name in FILES}
        changes |= {
            link: f'{link} aria-current="page"',
            box: f'{box} open=""',
        }
        if self._live:
            changes[f'href="{escape(self._live)}" data-view'] = f'href="{escape(self._live)}{escape(asked)}" data-view'
        if len(head["title"]) > LONG_TITLE or head["measure"]["value"]:
            changes[f'id="{Ids.TITLE}"'] = f'id="{Ids.TITLE}" class="long"'
        if chosen > MANY:
            changes['class="chips"'] = 'class="chips many"'
        if head["years"][0] == head["years"][1]:
            changes[play] = f'{play} disabled=""'
        return changes
