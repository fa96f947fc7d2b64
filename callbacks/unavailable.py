"""What is served while no release can be opened: every address answers 503 and says why and what to do."""

from __future__ import annotations

from dash import Dash, html
from flask import Response, request
from markupsafe import escape


def serve_fault(app: Dash, why: str) -> None:
    """Puts a worded page in place of the monitor."""
    app.layout = html.Div()

    @app.server.before_request
    def unavailable() -> Response | tuple[dict, int]:
        if request.path.endswith("/health"):
            return {"status": "unavailable", "why": why}, 503
        text = (
            '<!doctype html><html lang="en"><meta charset="utf-8"><title>Monitor unavailable</title>'
            '<body style="font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:12vh auto;padding:0 1rem">'
            f"<h1>The monitor has no data to show</h1><p>{escape(why)}</p></body></html>"
        )
        return Response(text, status=503, mimetype="text/html")
