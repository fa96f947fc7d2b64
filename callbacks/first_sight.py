"""The first response: the page, its words and all that its panels need for the address asked for."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from dash import Dash
from flask import request

from callbacks.files import Files
from callbacks.first_page import FirstPage
from callbacks.home import oembed_address
from callbacks.page_files import AWAY, AWAY_STYLE, BOOTSTRAP, GEOMETRY, LIBRARY, SCRIPT, STYLE, WORDS, page_files
from callbacks.panels import PANELS, answer
from dashboard.site.brand import Brand
from dashboard.site.logo import Logo
from data.desk import Desk
from layouts.basics import basics
from layouts.ids import Ids
from layouts.index import document

UNBRANDED = Brand()


class Monitor(Dash):
    """A Dash application whose first document already shows what the address asks for."""

    sight: FirstSight | None = None
    release: str = ""  # the version that is shown, once it is open
    live: str = ""  # the prefix of the live monitor, where this one shows one release for ever
    brand: Brand = UNBRANDED
    logo: Logo | None = None

    def interpolate_index(self, scripts: str = "", config: str = "", app_entry: str = "", renderer: str = "", **rest: str) -> str:
        """The document of the request's address; Dash's own page while there is nothing to show."""
        if self.sight is None:
            return super().interpolate_index(scripts=scripts, config=config, app_entry=app_entry, renderer=renderer, **rest)
        query = request.query_string.decode("utf-8", "replace")
        return self.sight.document(query, re.findall(r'<script src="([^"]+)"', scripts), config)


class FirstSight:
    """Builds the document; what does not depend on the address is made once."""

    def __init__(self, app: Monitor, desk: Desk, assets: Path) -> None:
        self._app, self._desk = app, desk
        prefix = app.config.requests_pathname_prefix
        self.files = Files(prefix, page_files(desk, assets, app.brand, app.logo))
        self.brand = replace(app.brand, logo=self.files.url(f"logo.{app.logo.kind}")) if app.logo else app.brand
        self._page = FirstPage(desk, prefix, self.brand, app.live)
        self.basics = basics(desk.contents, desk.ground, desk.count_ground) | {
            "base": prefix,
            "name": self.brand.name,
            "topojson": self.files.folder(GEOMETRY),
            "words": self.files.url(WORDS),
            "away": [self.files.url(AWAY_STYLE), self.files.url(AWAY)],
        }

    def document(self, query: str, dash_scripts: list[str], config: str) -> str:
        """The whole document of an address, whatever the address holds."""
        answers = {panel: answer(self._desk, draw, query) for panel, (_, _, draw) in PANELS.items()}
        url = self.files.url
        return document(
            title=f"{answers['map']['head']['title']} · {self.brand.name}",
            styles=[url(BOOTSTRAP), url(STYLE)],
            scripts=[url(LIBRARY), url(SCRIPT)],
            preload=[url(GEOMETRY)],
            page=self._page.page(query, answers),
            last=Ids.CARD,
            first={"basics": self.basics, "answers": answers},
            later=dash_scripts,
            config=config,
            oembed=oembed_address(self._app, "", answers["map"]["head"]["search"]),
            accent=self.brand.accent,
        )


def register(app: Monitor, desk: Desk, assets: Path) -> None:
    """Puts the first sight in place of Dash's empty page, and serves its files."""
    app.sight = FirstSight(app, desk, assets)
    app.sight.files.register(app.server, app.config.routes_pathname_prefix)
