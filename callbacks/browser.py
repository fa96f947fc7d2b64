"""What the browser does by itself: `assets/start.js` holds the address and hands the server's answers to the panels."""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input, Output

from layouts.ids import Ids

ANSWERS = (Ids.HELD_MAP, Ids.HELD_TREND, Ids.HELD_BREAKDOWN)


def register(app: Dash) -> None:
    """Tells the page's script when Dash is ready to carry questions, and passes on each answer."""
    app.clientside_callback(ClientsideFunction("monitor", "woken"), Output(Ids.AWAKE, "id"), Input(Ids.AWAKE, "data"))
    app.clientside_callback(
        ClientsideFunction("monitor", "answer"),
        Output(Ids.HELD_MAP, "id"),
        *(Input(answer, "data") for answer in ANSWERS),
        prevent_initial_call=True,
    )
