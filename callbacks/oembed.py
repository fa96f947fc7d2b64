"""oEmbed: a site that is given an address of the monitor asks here how to embed it."""

from __future__ import annotations

import json
import re

from flask import Response, redirect, request

from callbacks.first_sight import Monitor
from callbacks.home import home, name_of
from dashboard.embed import NoSuchPanel
from dashboard.headline import title
from dashboard.oembed import FORMATS, Asked, BadNumber, NotOurs, as_xml, asked_of, described, most_of, place_of
from dashboard.view import View
from data.desk import Desk

RELEASE = re.compile(r"release/[0-9a-f]{12}/")
SECONDS = 3600  # that an answer may be kept
HEADERS = {"X-Content-Type-Options": "nosniff", "Access-Control-Allow-Origin": "*"}


def register(app: Monitor, desk: Desk) -> None:
    """The endpoint."""
    prefix = app.config.routes_pathname_prefix

    @app.server.get(f"{prefix}oembed", endpoint="oembed")
    def oembed() -> Response:
        wanted = request.args.get("format", FORMATS[0])
        if wanted not in FORMATS:
            return _said(501, f"format={wanted[:40]!r}: there are {' and '.join(FORMATS)}.")
        try:
            limits = tuple(most_of(request.args.get(name), name) for name in ("maxwidth", "maxheight"))
            path, query = place_of(request.args.get("url", ""), home(app))
            if frozen := RELEASE.match(path):  # the monitor of that release knows what it shows
                return redirect(f"{app.config.requests_pathname_prefix}{frozen[0]}oembed?{request.query_string.decode('ascii', 'replace')}")
            told = describe(app, desk, asked_of(path, query), limits)
        except BadNumber as fault:
            return _said(400, str(fault))
        except (NotOurs, NoSuchPanel) as fault:
            return _said(404, str(fault))
        text, kind = (json.dumps(told, ensure_ascii=False), "application/json") if wanted == "json" else (as_xml(told), "text/xml")
        return Response(text, mimetype=kind, headers=HEADERS | {"Cache-Control": f"public, max-age={SECONDS}"})


def describe(app: Monitor, desk: Desk, asked: Asked, limits: tuple[int | None, ...]) -> dict:
    """What there is to say of an embed, whatever its query holds."""
    view, _ = View.from_query(asked.query, desk.contents)
    query = view.to_query(desk.contents.default_indicator)
    tail = f"?{query}" if query else ""
    words = f"{title(view, desk.contents.catalogue[view.indicator], desk.contents)}, {view.year_of(desk.contents)}"
    embed, image = f"{home(app)}embed/{','.join(asked.panels)}{tail}", f"{home(app)}download/{asked.panels[0]}.png{tail}"
    return described(asked, embed, words, (name_of(app), home(app)), limits, image, SECONDS)


def _said(status: int, words: str) -> Response:
    return Response(words + "\n", status=status, mimetype="text/plain", headers=HEADERS)
