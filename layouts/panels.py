"""The four panels and the year control between them."""

from __future__ import annotations

from dash import dcc, html

from dashboard.figures.base import CONFIG, empty
from layouts.ids import Ids


def graph(panel: Ids, topojson_url: str, box: str = "chart-box") -> html.Div:
    """An empty chart of the house in the box that gives it its size, waiting for its first answer."""
    chart = dcc.Graph(id=panel, figure=empty(""), config={**CONFIG, "topojsonURL": topojson_url}, className="chart", responsive=True)
    return html.Div(chart, className=box)


def map_panel(topojson_url: str) -> html.Section:
    """The map with its legend."""
    return html.Section(
        [
            html.Div([html.H2("Map", className="panel-name"), html.Div(id=Ids.SCOPE, className="control"), html.Div(id=Ids.LEGEND, className="legend")], className="map-side"),
            graph(Ids.MAP, topojson_url),
        ],
        className="panel map-panel",
        **{"aria-label": "Map"},
    )


def panel_grid(topojson_url: str) -> html.Div:
    """Map, breakdown, year, trend and ranking."""
    return html.Div(
        [
            map_panel(topojson_url),
            html.Section(
                [
                    html.Div([html.H2("For whom", className="panel-name"), html.Div(id=Ids.BY, className="control")], className="panel-head"),
                    html.Div(id=Ids.GROUPS, className="legend"),
                    graph(Ids.BREAKDOWN, topojson_url, "chart-box scroll"),
                    html.P(id=Ids.BREAKDOWN_NOTE, className="panel-note"),
                ],
                className="panel breakdown-panel",
                **{"aria-label": "Breakdown"},
            ),
            html.Div(
                [
                    html.Button(id=Ids.PLAY, className="play", **{"aria-label": "Play through the years"}),
                    html.Div(id=Ids.YEAR, className="year-slider"),
                    html.Output(id=Ids.YEAR_WORDS, className="year-now"),
                    html.Div(id=Ids.WINDOW, className="control window"),
                ],
                className="year-row",
            ),
            html.Section(
                [html.Div([html.H2(["Over time ", html.Small("bands: middle 50% and 80% of countries")], className="panel-name"), html.Div(id=Ids.COMPARE, className="control")], className="panel-head"), graph(Ids.TREND, topojson_url)],
                className="panel trend-panel",
                **{"aria-label": "Trend"},
            ),
            html.Section(
                [html.Div([html.H2("Ranking", className="panel-name")], className="panel-head"), html.Div(id=Ids.RANKING, className="ranking", tabIndex="0")],
                className="panel ranking-panel",
                **{"aria-label": "Ranking"},
            ),
        ],
        className="panels",
    )
