"""The four panels and the year control between them."""

from __future__ import annotations

from dash import html

from layouts.ids import Ids


def chart(panel: Ids, box: str = "chart-box") -> html.Div:
    """The place of a chart, in the box that gives it its size; `assets/draw.js` draws into it."""
    return html.Div(html.Div(id=panel, className="chart"), className=box)


def map_panel() -> html.Section:
    """The map with its legend."""
    return html.Section(
        [
            html.Div([html.H2("Map", className="panel-name"), html.Div(id=Ids.SCOPE, className="control"), html.Div(id=Ids.LEGEND, className="legend")], className="map-side"),
            chart(Ids.MAP),
        ],
        className="panel map-panel",
        **{"aria-label": "Map"},
    )


def panel_grid() -> html.Div:
    """Map, breakdown, year, trend and ranking."""
    return html.Div(
        [
            map_panel(),
            html.Section(
                [
                    html.Div([html.H2("For whom", className="panel-name"), html.Div(id=Ids.BY, className="control")], className="panel-head"),
                    html.Div(id=Ids.GROUPS, className="legend"),
                    chart(Ids.BREAKDOWN, "chart-box scroll"),
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
                [html.Div([_over_time(), html.Div(id=Ids.COMPARE, className="control")], className="panel-head"), chart(Ids.TREND)],
                className="panel trend-panel",
                **{"aria-label": "Trend"},
            ),
            html.Section(
                [html.Div([html.H2("Ranking", className="panel-name"), _csv()], className="panel-head"), html.Div(id=Ids.RANKING, className="ranking", tabIndex="0")],
                className="panel ranking-panel",
                **{"aria-label": "Ranking"},
            ),
        ],
        className="panels",
    )


def _csv() -> html.A:
    return html.A("CSV", id=Ids.RANKING_CSV, className="quiet", href="download/ranking.csv", title="Download this ranking")


def _over_time() -> html.H2:
    return html.H2(["Over time ", html.Small("bands: middle 50% and 80% of countries")], className="panel-name")
