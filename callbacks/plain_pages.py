"""Pages beside the explore page: a query becomes a document, written by the server and whole without any script.

A page is a row of `PAGES`. Its documents are kept like those of the explore page (`answers.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flask import request

from callbacks.files import Files
from callbacks.first_sight import Monitor
from callbacks.gaps_page import gaps_page
from callbacks.missing_page import missing_page
from callbacks.page_files import BOOTSTRAP, PLAIN_SCRIPT, STYLE
from data.desk import Desk
from layouts.frozen import frozen_line
from layouts.plain import Drawn, plain_document


@dataclass(frozen=True)
class PlainPage:
    """path: below the prefix, as in `layouts.header.PLAIN_PAGES`. draw: from a query, whatever it holds."""

    path: str
    draw: Callable[[Desk, str], Drawn]


PAGES = (PlainPage("gaps", gaps_page), PlainPage("missing", missing_page))


def register(app: Monitor, desk: Desk, pages: tuple[PlainPage, ...] = PAGES) -> None:
    """A route for each page; after the first sight, whose files they share."""
    for page in pages:
        _serve(app, desk, app.sight.files, page)


def _serve(app: Monitor, desk: Desk, files: Files, page: PlainPage) -> None:
    def shown() -> str:
        drawn = page.draw(desk, request.query_string.decode("utf-8", "replace"))
        styles = [files.url(BOOTSTRAP), files.url(STYLE)]
        frozen = frozen_line(desk.contents.version, f"{app.live}{page.path}", drawn.query) if app.live else None
        return plain_document(drawn, page.path, styles, files.url(PLAIN_SCRIPT), app.sight.brand, frozen)

    app.server.add_url_rule(f"{app.config.routes_pathname_prefix}{page.path}", f"page_{page.path}", shown, methods=["GET"])
