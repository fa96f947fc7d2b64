"""Wiring: which event changes what, read as a list."""

from __future__ import annotations

from dash import Dash

from callbacks import browser, panels, routes
from data.desk import Desk


def register_all(app: Dash, desk: Desk) -> None:
    """The whole interaction of the page."""
    browser.register(app)  # what the reader does becomes an address; a year step stays in the browser
    panels.register(app, desk)  # an address becomes title, map, trend and breakdown
    routes.register(app, desk)  # health, downloads, geometry, style sheet
