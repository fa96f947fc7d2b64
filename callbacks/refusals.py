"""What is not served is refused in words: a path that there is not, a question that is none of the page's."""

from __future__ import annotations

from dash import Dash
from flask import Response, request
from markupsafe import Markup

from callbacks.panels import OPENED, PANELS
from layouts.ids import Ids
from layouts.notice import notice

OF_PANELS = {f"{held}.data": (ask, held, "data") for ask, held, _ in (PANELS | OPENED).values()}  # output -> store of the question, what is answered
OF_PACK = {f"{Ids.PACK_HELD}.data": (Ids.PACK_ASK, Ids.PACK_HELD, "data"), f"{Ids.PACK_STOP}.id": (Ids.PACK_STOP, Ids.PACK_STOP, "id")}
ASKED = OF_PANELS | OF_PACK


def register(app: Dash) -> None:
    """Answers 404 to paths that Dash would show its page for, and 400 to questions that no panel can answer."""
    prefix = app.config.routes_pathname_prefix
    asked_at, anywhere = f"{prefix}_dash-update-component", f"{prefix}<path:path>"

    @app.server.before_request
    def refused() -> Response | None:
        if request.url_rule is not None and request.url_rule.rule == anywhere:
            return Response(_no_such_page(request.root_path + request.path, app.config.requests_pathname_prefix), status=404, mimetype="text/html")
        if request.path == asked_at and request.method == "POST":
            fault = fault_of(request.get_json(silent=True))
            if fault:
                return Response(fault + "\n", status=400, mimetype="text/plain")
        return None


def fault_of(asked: object) -> str:
    """What is wrong with a question to a panel, "" where nothing is."""
    if not isinstance(asked, dict):
        return "The body is no JSON object; expected a question as the page sends it."
    output = asked.get("output")
    if not isinstance(output, str) or output not in ASKED:
        return f"output: found {str(output)[:80]!r}; expected one of {', '.join(sorted(ASKED))}."
    ask, held, answered = ASKED[output]
    if asked.get("outputs") != {"id": held, "property": answered} or asked.get("changedPropIds") != [f"{ask}.data"]:
        return f"outputs or changedPropIds: expected those of {held} and {ask}."
    inputs = asked.get("inputs")
    if not isinstance(inputs, list) or len(inputs) != 1 or not isinstance(inputs[0], dict) or inputs[0].keys() != {"id", "property", "value"}:
        return "inputs: expected one, with id, property and value."
    if (inputs[0]["id"], inputs[0]["property"]) != (ask, "data"):
        return f"inputs: expected the data of {ask}."
    return ""


def _no_such_page(path: str, home: str) -> str:
    words = Markup('Nothing is served at <code>{}</code>. <a href="{}">Open the monitor</a>.').format(path[:200], home)
    return notice("No such page", "There is no such page", words)
