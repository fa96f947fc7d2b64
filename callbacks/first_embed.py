"""What an embed shows in the first response: title, panels, legend, year and notices, before any script."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup, escape

from callbacks.seen import image, names_of, picture_of, shown_of
from dashboard.chosen_words import Middle
from dashboard.embed import MAP, PANELS, RANKING
from dashboard.view import View
from data.desk import Desk
from layouts.embed import FOR_WHOM, breakdown_name, breakdown_room, embed, group_keys, invite, map_room, notices
from layouts.filled import Blank
from layouts.first_controls import slider
from layouts.first_ranking import ranking
from layouts.first_words import LONG_TITLE, MANY, words
from layouts.frozen import frozen_line
from layouts.ids import Ids
from layouts.shell import to_html

ORDERS = 64  # in which up to four panels may stand
NO_MIDDLE = Middle("", None, 0)  # an embed has no sentence on the chosen


class FirstEmbed:
    """Fills a frame for an address; what does not depend on the address is made once for each choice of panels."""

    def __init__(self, desk: Desk, name: str, home: str, live: str = "") -> None:
        """name, home: of the monitor, its address from the root. live: that of the live one, where this one is frozen."""
        self._desk, self._name, self._homes = desk, name, (home, live)
        self._blank = lru_cache(ORDERS)(self._empty)

    def body(self, panels: tuple[str, ...], query: str, answers: dict) -> Markup:
        """The HTML of the body. answers: of the panels, by name; the map's, which holds the words, is always there."""
        view, _ = View.from_query(query, self._desk.contents)
        head, year = answers[MAP]["head"], view.year_of(self._desk.contents)
        chosen, now = names_of(self._desk, view), shown_of(self._desk, view)
        kinds: frozenset[str] = frozenset()
        parts: dict[Ids, object] = {}
        rooms: dict[str, str] = {}  # of charts, by what stands behind them
        if MAP in panels:
            picture = picture_of(self._desk, view, now)
            kinds = frozenset(picture.kinds.values())
            rooms[f'<div id="{Ids.MAP}"'] = map_room(picture.sheet.window)
            parts |= {Ids.MAP: image(picture, head, year), Ids.YEAR: slider(head, year)}
        if RANKING in panels:
            parts[Ids.RANKING] = ranking(head, now, chosen, self._desk.state_codes)
        if "breakdown" in panels:
            parts |= _of_breakdown(answers["breakdown"])
            rooms[f'<div id="{Ids.BREAKDOWN}"'] = breakdown_room(answers["breakdown"]["height"])
        parts |= words(head, now, chosen, NO_MIDDLE, kinds, invite(panels)) | {Ids.NOTICES: notices(head["notices"])}
        return self._blank(panels).filled(parts, self._changes(panels, answers, len(chosen)) | {chart: room + chart for chart, room in rooms.items()})

    def _empty(self, panels: tuple[str, ...]) -> Blank:
        home, live = self._homes
        frozen = frozen_line(self._desk.contents.version, live, in_new_tab=True) if live else None
        return Blank(to_html(embed(panels, f"Open in {self._name}", home, frozen)))

    def _changes(self, panels: tuple[str, ...], answers: dict, chosen: int) -> dict[str, str]:
        """What is written otherwise than in the empty frame, besides what stands in its empty places."""
        head, changes, play = answers[MAP]["head"], {}, f'id="{Ids.PLAY}" class="play"'
        if head["search"]:
            changes = {f'href="{escape(home)}"': f'href="{escape(home)}?{escape(head["search"])}"' for home in self._homes if home}
        if len(head["title"]) > LONG_TITLE or head["measure"]["value"]:
            changes[f'id="{Ids.TITLE}"'] = f'id="{Ids.TITLE}" class="long"'
        if MAP in panels and chosen > MANY:
            changes['class="chips"'] = 'class="chips many"'
        if MAP in panels and head["years"][0] == head["years"][1]:
            changes[play] = f'{play} disabled=""'
        if "breakdown" in panels:
            changes[f">{FOR_WHOM}<"] = f">{escape(breakdown_name(answers['breakdown']['by']))}<"
        return changes


def _of_breakdown(answer: dict) -> dict[Ids, object]:
    return {
        Ids.GROUPS: group_keys(answer["legend"]),
        Ids.BREAKDOWN_NOTE: " ".join([*answer["note"], answer["missing"]]),
    }


def asked_of(panels: tuple[str, ...]) -> tuple[str, ...]:
    """The answers that these panels are drawn from: the map's holds the words of the view and the values of the ranking."""
    return (MAP, *(panel for panel in PANELS[1:] if panel in panels and panel != RANKING))
