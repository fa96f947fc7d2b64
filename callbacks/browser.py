"""What the browser does by itself: `assets/start.js` holds the address, asks the panels' callbacks and draws their answers."""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input, Output

from layouts.ids import Ids


def register(app: Dash) -> None:
    """Tells the page's script when Dash is ready to open its dialogs."""
    app.clientside_callback(ClientsideFunction("monitor", "woken"), Output(Ids.AWAKE, "id"), Input(Ids.AWAKE, "data"))
    for store in (Ids.PACK_PROGRESS, Ids.PACK_HELD):  # one each: Dash holds a callback back while any of its inputs is still to come
        app.clientside_callback(ClientsideFunction("packs", "heard"), Output(store, "id"), Input(store, "data"), prevent_initial_call=True)
