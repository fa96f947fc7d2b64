"""The view of an address as slides and as a brief: `/download/page.pptx` and `/download/page.docx`."""

from __future__ import annotations

import hashlib
from threading import Lock
from urllib.parse import quote

from dash import Dash
from flask import Response, request

from callbacks.home import NAME, address_of
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
        view, notices = View.from_query(request.query_string.decode("utf-8", "replace"), desk.contents)
        address = address_of(app, view.to_query(desk.contents.default_indicator))
        mark = hashlib.sha256(repr((FORM, desk.contents.version, kind, address, notices)).encode()).hexdigest()
        head = {
            "Content-Disposition": f'attachment; filename="{file_name(view, desk, kind)}"',
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-cache",
            "ETag": f'"{mark[:32]}"',
        }
        if notices:  # a header holds one line of Latin letters: the words go as they would in an address
            head["X-Notices"] = quote(" ".join(notices))
        if mark[:32] in request.if_none_match:
            return Response(status=304, headers=head)
        return Response(_body(desk, view, kind, address, notices, mark), mimetype=KINDS[kind], headers=head)

    for kind in KINDS:
        server.add_url_rule(f"{prefix}download/page.{kind}", f"page_{kind}", document, defaults={"kind": kind}, methods=["GET"])


def file_name(view: View, desk: Desk, kind: str) -> str:
    """`unemployment-FIN-KEN-2021.pptx`: keys and codes of the catalogue and the atlas, never what was asked."""
    measure = (view.measure,) if view.measure else ()
    return "-".join((view.indicator, *measure, *view.areas, str(view.year_of(desk.contents)))) + f".{kind}"


def _body(desk: Desk, view: View, kind: str, address: str, notices: tuple[str, ...], mark: str) -> bytes:
    """The file, from the cache of answers where it was written before."""
    key = f"document:{mark}"
    held = desk.answers.recall(key)
    if held is None:
        with ONE_AT_A_TIME:
            held = desk.answers.recall(key)  # who waited may find that it was written meanwhile
            if held is None:
                held = written(kind, told(desk, view, address, NAME, notices))
                desk.answers.keep(key, held)
    return held


def written(kind: str, held: Told, picture: bytes | None = None) -> bytes:
    """The file of a view. picture: of the map, a PNG, for the brief. The libraries are loaded by who asks first."""
    if kind == "pptx":
        from layouts.files.pptx_slides import pptx

        return pptx(held)
    from layouts.files.docx_brief import docx

    return docx(held, picture)
