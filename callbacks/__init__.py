"""Wiring: which event changes what, read as a list."""

from __future__ import annotations

from pathlib import Path

from callbacks import answers, browser, data_files, document_files, embeds, first_sight, image_files, oembed, pack, panels, plain_pages, refusals, routes
from data.desk import Desk


def register_all(app: first_sight.Monitor, desk: Desk, assets: Path, work: Path, catalogue: Path) -> None:
    """The whole interaction of the page. work: a folder that all workers of a host share. catalogue: the folder that the release is read with."""
    browser.register(app)  # what the reader does becomes an address; a year step stays in the browser
    first_sight.register(app, desk, assets)  # a link becomes a whole picture in the first response
    panels.register(app, desk)  # a changed address becomes new words, map, trend and breakdown
    routes.register(app, desk)  # health, lists of all indicators
    data_files.register(app, desk)  # the numbers of a view and of its indicator
    image_files.register(app, desk)  # panels and page on paper
    document_files.register(app, desk)  # slides and briefs
    pack.register(app, desk, work / "packs", catalogue)  # long work, in the background
    embeds.register(app, desk)  # a view in a frame on somebody's page
    oembed.register(app, desk)  # how to embed the view of an address
    plain_pages.register(app, desk)  # pages that the server writes whole
    answers.register(app, desk, tuple(page.path for page in plain_pages.PAGES))  # what was answered before is answered again as it was
    refusals.register(app)  # what there is not is said so; looked at after what was answered before
