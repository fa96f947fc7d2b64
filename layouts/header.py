"""The bar at the top: name, search, share and help."""

from __future__ import annotations

from dash import html

from layouts.ids import Ids
from layouts.shell import Element


def header() -> html.Header:
    """The page's header."""
    return html.Header(
        [
            html.Button("Indicators", id=Ids.MENU, className="menu-button", **{"aria-controls": Ids.DIMENSIONS, "aria-expanded": "false"}),
            html.A([html.Span(className="mark", **{"aria-hidden": "true"}), "Society for All Monitor"], href="?", className="brand"),
            html.Div(
                [
                    Element("input", {"id": Ids.SEARCH, "type": "search", "placeholder": "Search a country or an indicator", "autocomplete": "off"}),
                    html.Kbd("/", **{"aria-hidden": "true"}),
                    html.Ul(id=Ids.SEARCH_LIST, role="listbox", hidden=True),
                ],
                className="search",
                role="search",
            ),
            html.Nav(
                [
                    html.Button("Share", id=Ids.SHARE, className="quiet", title="Copy a link to exactly this view"),
                    html.A("Data", id=Ids.DOWNLOAD, className="quiet", href="download/data.csv", title="Download this indicator as CSV"),
                    html.Button("Help", id=Ids.HELP, className="quiet"),
                ],
                className="tools",
            ),
        ],
        className="bar",
    )
