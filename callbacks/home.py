"""Where the monitor is for who asks, and its name: what files, embeds and citations carry.

Scheme and host are those of the request, as the front door let them in: behind a trusted proxy those that the reader sees.
"""

from __future__ import annotations

from urllib.parse import quote

from dash import Dash
from flask import request


def home(app: Dash) -> str:
    """The absolute address of the page, with its path prefix and a slash at the end."""
    return request.host_url.rstrip("/") + app.config.requests_pathname_prefix


def name_of(app: Dash) -> str:
    """What the monitor is called here."""
    return app.brand.name


def address_of(app: Dash, query: str) -> str:
    """The absolute address of a view. query: canonical, without its question mark."""
    return home(app) + (f"?{query}" if query else "")


def oembed_address(app: Dash, path: str, query: str) -> str:
    """The absolute address that describes how to embed a page. path: below the prefix. query: canonical, without its question mark."""
    shown = home(app) + path + (f"?{query}" if query else "")
    return f"{home(app)}oembed?format=json&url={quote(shown, safe='')}"
