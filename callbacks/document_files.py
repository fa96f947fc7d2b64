"""The view of an address as slides and as a brief: `/download/page.pptx` and `/download/page.docx`."""

from __future__ import annotations

from threading import Lock

from dash import Dash
from flask import Response, request

from callbacks.given import given
from callbacks.home import NAME, address_of
from callbacks.images import map_picture
from callbacks.told import told
from dashboard.documents.told import Told
from dashboard.view import View
from data.desk import Desk

OPEN_XML = "application/vnd.openxmlformats-officedocument"
KINDS = {"pptx": f"{OPEN_XML}.presentationml.presentation", "docx": f"{OPEN_XML}.wordprocessingml.document"}
FORM = 1  # raised when the documents change: who holds one of the form before asks again
ONE_AT_A_TIME = Lock()  # a document being written takes some tens of megabytes


def register(app: Dash, desk: Desk) -> None:
    """Routes of the documents."""
    server, prefix = app.server, app.config.routes_pathname_prefix

    def document(kind: str) -> Response:
        query = request.query_string.decode("utf-8", "replace")
        view, notices = View.from_query(query, desk.contents)
        address = address_of(app, view.to_query(desk.contents.default_indicator))
        return given(desk, file_name(view, desk, kind), KINDS[kind], (FORM, address, notices), lambda: _made(desk, view, kind, address, notices), notices)

    for kind in KINDS:
        server.add_url_rule(f"{prefix}download/page.{kind}", f"page_{kind}", document, defaults={"kind": kind}, methods=["GET"])


def file_name(view: View, desk: Desk, kind: str) -> str:
    """`unemployment-FIN-KEN-2021.pptx`: keys and codes of the catalogue and the atlas, never what was asked."""
    measure = (view.measure,) if view.measure else ()
    return "-".join((view.indicator, *measure, *view.areas, str(view.year_of(desk.contents)))) + f".{kind}"


def _made(desk: Desk, view: View, kind: str, address: str, notices: tuple[str, ...]) -> bytes:
    with ONE_AT_A_TIME:
        picture = map_picture(desk, view) if kind == "docx" else None
        return written(kind, told(desk, view, address, NAME, notices), picture)


def written(kind: str, held: Told, picture: bytes | None = None) -> bytes:
    """The file of a view. picture: of the map, a PNG, for the brief. The libraries are loaded by who asks first."""
    if kind == "pptx":
        from layouts.files.pptx_slides import pptx

        return pptx(held)
    from layouts.files.docx_brief import docx

    return docx(held, picture)
