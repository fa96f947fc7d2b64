"""The numbers of a view as files: its panels, its indicator, both in one, and how to cite them.

A format is a row of `DATA`, a panel's table one of `view_tables.PANELS`, a form of citation one of `CITATIONS`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from dash import Dash
from flask import Response, request

from callbacks.asked_file import AskedFile, Unlawful, asked_file
from callbacks.given import File, given, lawful_name, refused
from callbacks.home import address_of, name_of
from callbacks.view_data import as_csv, as_json, as_xlsx, as_zip, panel_csv
from callbacks.view_tables import PANELS
from callbacks.view_words import provenance_of
from dashboard import sdmx
from dashboard.citation import Citation, as_bibtex, as_ris, as_text, citation
from dashboard.view import LINES
from data.desk import Desk
from layouts.files.structure_xml import structure_xml

CSV, SDMX_CSV = "text/csv", "application/vnd.sdmx.data+csv"
WITH_VERSION = f"{SDMX_CSV}; version=2.0.0"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DATA: dict[str, tuple[str, Callable[[Desk, AskedFile, str, str], bytes]]] = {
    "csv": (CSV, as_csv),
    "xlsx": (XLSX, as_xlsx),
    "json": ("application/json", as_json),
    "zip": ("application/zip", as_zip),
}
CITATIONS: dict[str, tuple[str, Callable[[Citation], str]]] = {
    "txt": ("text/plain", lambda cited: f"{as_text(cited)}\n"),
    "bib": ("application/x-bibtex", as_bibtex),
    "ris": ("application/x-research-info-systems", as_ris),
}
STRUCTURE = "application/vnd.sdmx.structure+xml"


def register(app: Dash, desk: Desk) -> None:
    """A route for each file, and one that says which there are."""
    server, at = app.server, f"{app.config.routes_pathname_prefix}download/"

    def route(name: str, make: Callable[[], File]) -> None:
        server.add_url_rule(f"{at}{name}", name.replace(".", "_"), partial(_answered, desk, make), methods=["GET"])

    for ending in DATA:
        route(f"data.{ending}", partial(_data, app, desk, ending))
    for panel in PANELS:
        route(f"{panel}.csv", partial(_panel, app, desk, panel))
    for ending in CITATIONS:
        route(f"citation.{ending}", partial(_citation, app, desk, ending))
    route("structure.xml", partial(_structure, app, desk))

    @server.get(f"{at}<path:name>", endpoint="no_such_download")
    def no_such_download(name: str) -> Response:
        there = sorted(rule.rule.removeprefix(at) for rule in server.url_map.iter_rules() if rule.rule.startswith(at) and "<" not in rule.rule)
        return refused(404, f"There is no download “{name[:80]}”. There are {', '.join(there)}.")


def _answered(desk: Desk, make: Callable[[], File]) -> Response:
    try:
        return given(desk, make())
    except Unlawful as fault:
        return refused(fault.status, str(fault))


def _asked(desk: Desk, is_strict: bool = True) -> AskedFile:
    return asked_file(request.query_string.decode("utf-8", "replace"), desk.contents, is_strict)


def _data(app: Dash, desk: Desk, ending: str) -> File:
    """The whole indicator as CSV does not depend on the view: its rows say what they are of."""
    asked, (mimetype, make) = _asked(desk), DATA[ending]
    is_plain = ending == "csv" and asked.is_whole
    address = "" if ending == "csv" else address_of(app, asked.query)
    of = (asked.view.indicator,) if is_plain else (asked.query, str(asked.is_whole), address, *asked.notices)
    if ending == "csv" and any(value.startswith(SDMX_CSV) for value, _ in request.accept_mimetypes):
        mimetype = WITH_VERSION
    name = lawful_name(asked.view.indicator, "" if asked.is_whole else "view", ending=ending)
    return File((f"data.{ending}", mimetype, *of), name, mimetype, lambda: make(desk, asked, address, name_of(app)), () if is_plain else asked.notices)


def _panel(app: Dash, desk: Desk, panel: str) -> File:
    asked = _asked(desk, is_strict=False)
    view, address = asked.view, address_of(app, asked.query)
    is_of_all_years = panel == "trend" or (panel == "breakdown" and view.chart == LINES)
    year = "" if is_of_all_years else str(view.year_of(desk.contents))
    return File((panel, asked.query, address), lawful_name(view.indicator, view.measure, panel, year, ending="csv"), CSV, lambda: panel_csv(desk, view, panel, address), asked.notices)


def _citation(app: Dash, desk: Desk, ending: str) -> File:
    """With the day of the request, which is the day on which the reader saw the view."""
    asked, (mimetype, write), today = _asked(desk), CITATIONS[ending], datetime.now(UTC).date().isoformat()
    view, address = asked.view, address_of(app, asked.query)

    def make() -> bytes:
        source = desk.contents.catalogue.source(desk.contents.catalogue[view.indicator].source)
        return write(citation(provenance_of(desk, view, asked.notices, address, name_of(app)), source, view.indicator, today)).encode()

    return File((f"citation.{ending}", asked.query, address, today), lawful_name(view.indicator, "citation", ending=ending), mimetype, make, asked.notices)


def _structure(app: Dash, desk: Desk) -> File:
    today = datetime.now(UTC).date().isoformat()
    return File(("structure.xml", today), "structure.xml", STRUCTURE, lambda: structure_xml(sdmx.structures(desk.contents), name_of(app), today))
