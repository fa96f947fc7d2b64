"""The four panels and the year control between them."""

from __future__ import annotations

from dash import html

from layouts.ids import Ids

TAKEN = ("png", "csv")  # what of a panel is one click away
FILES = tuple(f"{panel}.{kind}" for panel in ("map", "breakdown", "trend", "ranking") for kind in TAKEN)


def chart(panel: Ids, box: str = "chart-box") -> html.Div:
    """The place of a chart, in the box that gives it its size; `assets/draw.js` draws into it."""
    return html.Div(html.Div(id=panel, className="chart"), className=box)


def map_panel() -> html.Section:
    """The map with its legend."""
    return html.Section(
        [
            html.Div([_map_head(), html.Div(id=Ids.SCOPE, className="control"), html.Div(id=Ids.LEGEND, className="legend")], className="map-side"),
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
                    html.Div([html.H2("For whom", className="panel-name"), take("breakdown"), html.Div(id=Ids.BY, className="control")], className="panel-head"),
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
                [html.Div([_over_time(), take("trend"), html.Div(id=Ids.COMPARE, className="control")], className="panel-head"), chart(Ids.TREND)],
                className="panel trend-panel",
                **{"aria-label": "Trend"},
            ),
            html.Section(
                [html.Div([html.H2("Ranking", className="panel-name"), take("ranking")], className="panel-head"), html.Div(id=Ids.RANKING, className="ranking", tabIndex="0")],
                className="panel ranking-panel",
                **{"aria-label": "Ranking"},
            ),
        ],
        className="panels",
    )


def take(panel: str) -> html.Span:
    """A panel's picture and numbers by one click, and the dialog that has more; `assets/away.js` keeps the addresses those of the view."""
    more = f"More of the {panel} to take away: formats, sizes, embed"
    return html.Span(
        [
            *(_file(f"{panel}.{kind}", kind.upper(), f"{kind.upper()} of the {panel}") for kind in TAKEN),
            html.Button(className="more-away", title=more, **{"data-take": panel, "aria-label": more, "aria-haspopup": "dialog"}),
        ],
        className="take",
    )


def _file(name: str, words: str, title: str) -> html.A:
    return html.A(words, href=f"download/{name}", download="", title=f"Download the {title}", **{"data-file": name, "aria-label": title})


def _map_head() -> html.Div:
    return html.Div([html.H2("Map", className="panel-name"), take("map")], className="map-head")


def _over_time() -> html.H2:
    return html.H2(["Over time ", html.Small("bands: middle 50% and 80% of countries")], className="panel-name")
