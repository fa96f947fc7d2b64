"""The view of an address as slides and as a brief: `/download/page.pptx` and `/download/page.docx`."""

from __future__ import annotations

from threading import Lock

from dash import Dash
from flask import Response, request

from callbacks.given import OFFICE, File, given, lawful_name
from callbacks.home import address_of, name_of
from callbacks.images import map_picture
from callbacks.told import told
from dashboard.documents.told import Told
from dashboard.view import View
from data.desk import Desk

KINDS = {"pptx": f"{OFFICE}presentationml.presentation", "docx": f"{OFFICE}wordprocessingml.document"}
FORM = 1  # raised when the documents change: who holds one of the form before asks again
ONE_AT_A_TIME = Lock()  # a document being written takes some tens of megabytes


def register(app: Dash, desk: Desk) -> None:
    """Routes of the documents."""
    server, prefix = app.server, app.config.routes_pathname_prefix

    def document(kind: str) -> Response:
        query = request.query_string.decode("utf-8", "replace")
        view, notices = View.from_query(query, desk.contents)
        address = address_of(app, view.to_query(desk.contents.default_indicator))
        question, year = (f"page.{kind}", str(FORM), address, *notices), str(view.year_of(desk.contents))
        name = lawful_name(view.indicator, view.measure, *view.areas, year, ending=kind)
        return given(desk, File(question, name, KINDS[kind], lambda: _made(desk, view, kind, address, name_of(app), notices), notices))

    for kind in KINDS:
        server.add_url_rule(f"{prefix}download/page.{kind}", f"page_{kind}", document, defaults={"kind": kind}, methods=["GET"])


def _made(desk: Desk, view: View, kind: str, address: str, name: str, notices: tuple[str, ...]) -> bytes:
    with ONE_AT_A_TIME:
        picture = map_picture(desk, view) if kind == "docx" else None
        return written(kind, told(desk, view, address, name, notices), picture)


def written(kind: str, held: Told, picture: bytes | None = None) -> bytes:
    """The file of a view. picture: of the map, a PNG, for the brief. The libraries are loaded by who asks first."""
    if kind == "pptx":
        from layouts.files.pptx_slides import pptx

        return pptx(held)
    from layouts.files.docx_brief import docx

    return docx(held, picture)
