"""The explore page: one screen, four linked panels."""

from __future__ import annotations

from dash import dcc, html

from dashboard.contents import Contents
from dashboard.provenance import DISCLAIMER
from dashboard.site.brand import Brand
from layouts.header import header
from layouts.help import help_dialog
from layouts.ids import Ids
from layouts.panels import panel_grid
from layouts.sidebar import sidebar

DEFAULT = Brand()
STORES = (Ids.ASK_MAP, Ids.ASK_TREND, Ids.ASK_BREAKDOWN, Ids.HELD_MAP, Ids.HELD_TREND, Ids.HELD_BREAKDOWN, Ids.ASK_WORKING, Ids.HELD_WORKING, Ids.AWAKE)
OF_PACK = (Ids.PACK_ASK, Ids.PACK_STOP, Ids.PACK_PROGRESS, Ids.PACK_HELD)


def page(contents: Contents, brand: Brand = DEFAULT, frozen: object = None) -> html.Div:
    """The whole page of a release; what it shows is filled in from the address. frozen: a line that says so, where it is."""
    return html.Div(
        [
            html.A("Skip to the charts", href=f"#{Ids.MAIN}", className="skip"),
            *([frozen] if frozen else []),
            header(brand),
            html.Div([sidebar(contents), html.Main([_headline(), panel_grid(), _foot()], id=Ids.MAIN)], className="frame"),
            html.Div(id=Ids.NOTICES, className="notices", role="status"),
            html.Dialog(id=Ids.WORKING, className="working", **{"aria-label": "The arithmetic"}),
            html.Dialog(id=Ids.TAKING, className="taking", **{"aria-label": "Take away"}),
            html.Div(id=Ids.CARD, className="card-hover"),
        ],
        className="monitor is-frozen" if frozen else "monitor",
    )


def dash_layout() -> html.Div:
    """What Dash itself renders beside the page: the stores that carry questions and answers, and the dialogs."""
    return html.Div([*(dcc.Store(id=store) for store in (*STORES, *OF_PACK)), help_dialog()])


def _headline() -> html.Div:
    return html.Div(
        [
            html.Div(
                [
                    html.Div([html.H1(id=Ids.TITLE), html.P(id=Ids.SUBTITLE, className="subtitle")], className="said"),
                    html.Div([html.Div(id=Ids.SLICES, className="slices"), html.Div(id=Ids.MEASURE, className="slices measures")], className="choices"),
                ],
                className="title-row",
            ),
            html.P(id=Ids.SENTENCE, className="sentence"),
            html.Div([html.Div(id=Ids.CHIPS, className="chips")], className="chosen-row"),
        ],
        className="headline",
    )


def _foot() -> html.Footer:
    return html.Footer(
        [
            html.Div(id=Ids.SOURCE, className="source"),
            html.P(DISCLAIMER, className="disclaimer"),
        ]
    )


