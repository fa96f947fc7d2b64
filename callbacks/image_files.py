"""Images of panels and the whole page as PDF, by address: `/download/map.png?…`, `/download/page.pdf?…`."""

from __future__ import annotations

from collections.abc import Callable

from dash import Dash
from flask import Response, request

from callbacks.given import File, given, lawful_name
from callbacks.home import address_of, name_of
from callbacks.images import BODIES, Pictured, about_of, page, sheet
from dashboard.paper.asked import Asked, without
from dashboard.paper.refusal import refusal
from dashboard.query import shown
from dashboard.view import View
from data.desk import Desk
from layouts.files.drawing import FORMATS, About, image, pages
from layouts.files.type import width_of

KINDS = ",".join(FORMATS)


def register(app: Dash, desk: Desk) -> None:
    """Routes of everything that is drawn on paper."""
    prefix = app.config.routes_pathname_prefix

    @app.server.get(f"{prefix}download/page.pdf", endpoint="page_pdf")
    def page_pdf() -> Response:
        return _drawn(desk, app, "page", "pdf")

    @app.server.get(f"{prefix}download/<panel>.<any({KINDS}):kind>", endpoint="image")
    def panel_image(panel: str, kind: str) -> Response:
        if panel not in BODIES:
            return _refused(app, f"There is no panel “{shown(panel)}”; there are {', '.join(BODIES)}, and page.pdf.", kind, 404)
        return _drawn(desk, app, panel, kind)


def _drawn(desk: Desk, app: Dash, panel: str, kind: str) -> Response:
    query = request.query_string.decode("utf-8", "replace")
    asked = Asked.of(query)
    if asked.fault:
        return _refused(app, asked.fault, kind, 400)
    own = without(query)
    view, notices = View.from_query(own, desk.contents)
    canonical, home = view.to_query(desk.contents.default_indicator), address_of(app, "")
    name = lawful_name(view.indicator, view.measure, panel, str(view.year_of(desk.contents)), ending=kind)
    question = (f"{panel}.{kind}", asked.size.name, asked.ink, str(asked.dpi), canonical, home, *notices)
    return given(desk, File(question, name, FORMATS[kind], _make(desk, app, panel, kind, own, asked), notices, is_shown=True))


def _make(desk: Desk, app: Dash, panel: str, kind: str, query: str, asked: Asked) -> Callable[[], bytes]:
    def make() -> bytes:
        seen = Pictured.of(desk, query, lambda canonical: address_of(app, canonical), name_of(app))
        if panel == "page":
            return pages(page(seen, asked.ink), about_of(seen.about))
        return image(sheet(seen, panel, asked.size, asked.ink), kind, asked.dpi, about_of(seen.about, panel))

    return make


def _refused(app: Dash, words: str, kind: str, status: int) -> Response:
    """The words as an image of the kind asked for, so that they are read where the image would have stood."""
    body = image(refusal(words, name_of(app), width_of), kind, 144, About("No image", words, name_of(app), "", ""))
    return Response(body, status=status, mimetype=FORMATS[kind], headers={"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"})
