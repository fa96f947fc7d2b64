"""Wiring: which event changes what, read as a list."""

from __future__ import annotations

from pathlib import Path

from callbacks import answers, browser, embeds, first_sight, oembed, panels, plain_pages, refusals, routes
from data.desk import Desk


def register_all(app: first_sight.Monitor, desk: Desk, assets: Path) -> None:
    """The whole interaction of the page."""
    browser.register(app)  # what the reader does becomes an address; a year step stays in the browser
    first_sight.register(app, desk, assets)  # a link becomes a whole picture in the first response
    panels.register(app, desk)  # a changed address becomes new words, map, trend and breakdown
    routes.register(app, desk)  # health, downloads
    embeds.register(app, desk)  # a view in a frame on somebody's page
    oembed.register(app, desk)  # how to embed the view of an address
    plain_pages.register(app, desk)  # pages that the server writes whole
    answers.register(app, desk, tuple(page.path for page in plain_pages.PAGES))  # what was answered before is answered again as it was
    refusals.register(app)  # what there is not is said so; looked at after what was answered before
