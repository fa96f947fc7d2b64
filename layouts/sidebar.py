"""Eleven dimensions with their indicators, as plain links."""

from __future__ import annotations

from dash import html

from dashboard.catalogue import Dimension
from dashboard.contents import Contents
from layouts.ids import Ids


def sidebar(contents: Contents) -> html.Nav:
    """The list of dimensions; each opens to its indicators, and the recommendations stand below."""
    return html.Nav(
        [
            html.Div([_dimension(d, contents) for d in contents.catalogue.dimensions], className="dimension-list"),
            html.Section([html.H2("About this indicator"), html.Div(id=Ids.ABOUT)], className="about"),
        ],
        id=Ids.DIMENSIONS,
        className="side",
        **{"aria-label": "Dimensions and indicators"},
    )


def _dimension(dimension: Dimension, contents: Contents) -> html.Details:
    own = [i for i in contents.catalogue.of_dimension(dimension.key) if i.key in contents.holdings]
    links = [html.Li(html.A(i.name, href=f"?indicator={i.key}", **{"data-indicator": i.key})) for i in own]
    return html.Details(
        [html.Summary([html.Span(dimension.short), html.Span(str(len(own)), className="count")], title=f"{dimension.name}. {dimension.summary}"), html.Ul(links)],
        **{"data-dimension": dimension.key},
    )
