"""What stands in a frame on another page: title, panels, source, and the way to the whole monitor. No controls but the year."""

from __future__ import annotations

from collections.abc import Mapping

from dash import html

from dashboard import theme
from dashboard.embed import MAP, RANKING, TALL, columns_of
from dashboard.figures.natural_earth import WIDTH, Window
from dashboard.provenance import DISCLAIMER
from dashboard.view import MOST_AREAS
from layouts.first_words import INVITE
from layouts.frozen import same_view
from layouts.ids import Ids
from layouts.panels import chart
from layouts.shell import Element

NARROWEST, WIDEST = 1.35, 2.1  # width over height of a map
FOR_WHOM = "For whom"
CLICKED = {(MAP,): "on the map", (RANKING,): "in the ranking"}


def embed(panels: tuple[str, ...], words: str, home: str, frozen: object = None) -> html.Div:
    """The whole body, to be filled in from the address. words, home: of the link to the page with the same view. frozen: a line that says so, where it is."""
    columns = columns_of(panels)
    foot = [html.Div(id=Ids.SOURCE, className="source"), *([html.P(DISCLAIMER, className="disclaimer")] if MAP in panels else [])]
    return html.Div(
        [
            html.Main(
                [
                    html.Header([html.H1(id=Ids.TITLE), html.P(id=Ids.SUBTITLE, className="subtitle")]),
                    html.Div([PANEL[panel](f"panel {panel}-panel {columns[panel]}".strip()) for panel in panels], className="panels"),
                    html.Div(id=Ids.NOTICES, className="notices", role="status"),
                    html.Footer([*foot, html.P(same_view(words, home, in_new_tab=True)), frozen]),
                ],
                id=Ids.MAIN,
            ),
            html.Div(id=Ids.CARD, className="card-hover"),
        ],
        className="embed",
        **{"data-panels": ",".join(panels)},
    )


def invite(panels: tuple[str, ...]) -> str:
    """What a reader may click while no country is chosen."""
    where = CLICKED.get(tuple(panel for panel in panels if panel in (MAP, RANKING)))
    return f"Click countries {where} to compare them, up to {MOST_AREAS}." if where else INVITE


def breakdown_name(by: Mapping) -> str:
    """The heading of the breakdown, which has no choice beside it here. by: of the panel's answer."""
    names = dict(by["options"]) | dict(by["crosses"])
    if not names:
        return FOR_WHOM
    shown = [names[key] for key in (by["value"], by["cross"]) if key] if by["is_by_shown"] else ["all breakdowns"]
    return f"By {' and '.join(shown)}" if by["is_by_shown"] else shown[0].capitalize()


def breakdown_room(height: int) -> str:
    """An empty picture that gives the breakdown its room from the first: `assets/group-names.js` gives it the same, and takes this away.

    Sizes are a picture's own, not a style: the page's policy refuses style attributes.
    """
    least, most = TALL
    return f'<svg class="room" width="1" height="{min(max(least, height), most)}" aria-hidden="true"></svg>'


def map_room(window: Window) -> str:
    """An empty picture that gives the map the proportions of what it shows."""
    high = 1000 / min(max(WIDTH / window.height, NARROWEST), WIDEST)
    return f'<svg class="room" viewBox="0 0 1000 {high:.0f}" aria-hidden="true"></svg>'


def group_keys(legend: list[dict]) -> list:
    """The keys of the groups; their marks are drawn by the script into the room that they have here."""
    return [
        html.Span(
            [
                Element("svg", {"width": 12, "height": 12, "aria-hidden": "true"}) if item["shape"] else None,
                Element("b", _own(item["colour"]), item["words"]) if item.get("is_strong") else html.Span(item["words"]),
            ],
            className="key",
        )
        for item in legend
    ]


def _own(colour: str) -> dict:
    """What gives a name its country's colour."""
    return {"data-own": theme.AREA_COLOURS.index(colour)} if colour in theme.AREA_COLOURS else {}


def notices(texts: list[str]) -> list:
    """What of the address was changed, and a button that takes it away; nothing without any."""
    if not texts:
        return []
    return [*(html.P(text) for text in texts), html.Button("×", className="quiet", **{"data-close": "notices", "aria-label": "Close this notice"})]


def _map(look: str) -> html.Section:
    year = [
        html.Button(id=Ids.PLAY, className="play", **{"aria-label": "Play through the years"}),
        html.Div(id=Ids.YEAR, className="year-slider"),
        html.Output(id=Ids.YEAR_WORDS, className="year-now"),
    ]
    side = html.Div(html.Div(id=Ids.LEGEND, className="legend"), className="map-side")
    parts = [side, chart(Ids.MAP), html.Div(year, className="year-row"), html.Div(id=Ids.CHIPS, className="chips")]
    return html.Section(parts, className=look, **{"aria-label": "Map"})


def _trend(look: str) -> html.Section:
    heading = html.H2(["Over time ", html.Small("bands: middle 50% and 80% of countries")], className="panel-name")
    return html.Section([heading, chart(Ids.TREND)], className=look, **{"aria-label": "Trend"})


def _breakdown(look: str) -> html.Section:
    parts = [
        html.H2(FOR_WHOM, className="panel-name"),
        html.Div(id=Ids.GROUPS, className="legend"),
        chart(Ids.BREAKDOWN, "chart-box scroll"),
        html.P(id=Ids.BREAKDOWN_NOTE, className="panel-note"),
    ]
    return html.Section(parts, className=look, **{"aria-label": "Breakdown"})


def _ranking(look: str) -> html.Section:
    heading = html.H2("Ranking", className="panel-name")
    return html.Section([heading, html.Div(id=Ids.RANKING, className="ranking", tabIndex="0")], className=look, **{"aria-label": "Ranking"})


PANEL = {"map": _map, "trend": _trend, "breakdown": _breakdown, "ranking": _ranking}
