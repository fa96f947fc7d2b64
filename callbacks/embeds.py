"""A view in a frame on somebody's page: `/embed/<panel>` or several joined by commas, with the page's own query."""

from __future__ import annotations

from flask import Response, request
from markupsafe import Markup

from callbacks.first_embed import FirstEmbed, asked_of
from callbacks.first_sight import Monitor
from callbacks.home import name_of, oembed_address
from callbacks.page_files import FRAME_SCRIPT, FRAME_STYLE, GEOMETRY, HOST_SCRIPT, LIBRARY, TELL_SCRIPT
from callbacks.panels import PANELS, answer
from dashboard.embed import MAP, TALL, NoSuchPanel, panels_of
from data.desk import Desk
from layouts.embed import invite
from layouts.embed_document import embed_document
from layouts.ids import Ids
from layouts.notice import notice

UNUSED = frozenset({"breakdowns", "references", "words"})  # of what the page knows from the start: an embed has no list, no choices, no search
OF_MAP = frozenset({"ground", "patterns", "grounds"})
NEEDS_LIBRARY = frozenset(PANELS)  # a ranking is a table
KEPT_FOR = 3600  # seconds that a browser may keep the script of pages that hold frames


def register(app: Monitor, desk: Desk) -> None:
    """The frames, and the script that a page which holds some may load; after the first sight, whose files they share."""
    prefix, files = app.config.routes_pathname_prefix, app.sight.files
    frames = Embeds(app, desk)

    @app.server.get(f"{prefix}embed/<panels>", endpoint="embed")
    def frame(panels: str) -> Response:
        try:
            return Response(frames.document(panels_of(panels), request.query_string.decode("utf-8", "replace")), mimetype="text/html")
        except NoSuchPanel as fault:
            link = Markup('{} <a href="{}" target="_blank" rel="noopener">Open the monitor</a>.').format(str(fault), app.config.requests_pathname_prefix)
            return Response(notice("No such embed", "There is no such embed", link), status=404, mimetype="text/html")

    @app.server.get(f"{prefix}embed.js", endpoint="embed_script")
    def script() -> Response:
        answer = files.answer(HOST_SCRIPT, request.headers.get("Accept-Encoding", ""))
        answer.headers["Cache-Control"] = f"public, max-age={KEPT_FOR}"
        return answer.make_conditional(request)


class Embeds:
    """The documents of all embeds."""

    def __init__(self, app: Monitor, desk: Desk) -> None:
        self._app, self._desk, self._files = app, desk, app.sight.files
        self._first = FirstEmbed(desk, name_of(app), app.config.requests_pathname_prefix, app.live)
        self._basics = {key: value for key, value in app.sight.basics.items() if key not in UNUSED} | {"is_embed": True, "tall": TALL}

    def document(self, panels: tuple[str, ...], query: str) -> str:
        """The whole document of panels and an address, whatever the address holds."""
        answers = {panel: answer(self._desk, PANELS[panel][2], query) for panel in asked_of(panels)}
        head, url = answers[MAP]["head"], self._files.url
        needs_library = bool(NEEDS_LIBRARY & {*panels})
        return embed_document(
            title=f"{head['title']} · {name_of(self._app)}",
            styles=[url(FRAME_STYLE)],
            scripts={url(TELL_SCRIPT): False} | ({url(LIBRARY): True} if needs_library else {}) | {url(FRAME_SCRIPT): True},
            preload=[url(GEOMETRY)] if MAP in panels else [],
            body=self._first.body(panels, query, answers),
            last=Ids.CARD,
            first={"basics": self._basics_of(panels), "answers": answers},
            oembed=oembed_address(self._app, f"embed/{','.join(panels)}", head["search"]),
            accent=self._app.brand.accent,
        )

    def _basics_of(self, panels: tuple[str, ...]) -> dict:
        kept = self._basics if MAP in panels else {key: value for key, value in self._basics.items() if key not in OF_MAP}
        return kept | {"invite": invite(panels)}
