"""What is served while no release can be opened: every address answers 503 and says why and what to do."""

from __future__ import annotations

from dash import Dash, html
from flask import Response, request
from markupsafe import escape

from layouts.notice import notice


def serve_fault(app: Dash, why: str) -> None:
    """Puts a worded page in place of the monitor."""
    app.layout = html.Div()

    @app.server.before_request
    def unavailable() -> Response | tuple[dict, int]:
        if request.path.endswith("/health"):
            return {"status": "unavailable", "why": why}, 503
        return Response(notice("Monitor unavailable", "The monitor has no data to show", escape(why)), status=503, mimetype="text/html")
