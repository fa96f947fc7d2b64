"""The first response: the page, its words and all that its panels need for the address asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from dash import Dash
from flask import request

from callbacks import plotly_bundle
from callbacks.files import File, Files
from callbacks.first_page import FirstPage
from callbacks.home import oembed_address
from callbacks.panels import PANELS, answer
from dashboard.sheet import css_chosen
from dashboard.site.brand import Brand
from dashboard.site.logo import Logo
from dashboard.theme import css_tokens
from data.boundaries import FOLDER as BOUNDARIES
from data.desk import Desk
from layouts.basics import basics, search_words
from layouts.ids import Ids
from layouts.index import as_json, document

GEOMETRY, STYLE, SCRIPT, WORDS, LIBRARY, BOOTSTRAP = "world_110m.json", "monitor.css", "monitor.js", "words.json", "plotly.js", "bootstrap.css"
PLAIN_SCRIPT = "pages.js"
FRAME_SCRIPT, FRAME_STYLE, TELL_SCRIPT, HOST_SCRIPT = "frame.js", "frame.css", "tell.js", "embed.js"  # of embeds; the last for pages that hold them
ONLY_PAGE = frozenset({"away.js", "away.css", "packs.js", "search.js", "working.js", "missing.css", "pages.css"})  # what no embed needs
ANYONE = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}  # may load a file and compare its checksum
AWAY, AWAY_STYLE = "away.js", "away.css"  # asked for when somebody takes something away, or drops a file
SHEETS, ADOPT = "sheets.js", b"\nwindow.monitor.adoptSheets();\n"
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
        self.files = Files(prefix, _files(desk, assets, app.brand, app.logo))
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


def _files(desk: Desk, assets: Path, brand: Brand = UNBRANDED, logo: Logo | None = None) -> list[File]:
    small = plotly_bundle.small()
    library = small or plotly_bundle.whole()
    before = b"" if small else (assets / SHEETS).read_bytes() + ADOPT  # the whole library brings a style sheet as it loads
    ready = {"br": Path(f"{library}.br").read_bytes} if small and Path(f"{library}.br").is_file() else {}
    bootstrap = Path(str(files("flask_bootstrap"))) / "static" / "bootstrap5" / "css" / "bootstrap.min.css"
    tokens = f"{css_tokens(brand.accent)}{css_chosen()}\n".encode()
    return [
        File(LIBRARY, lambda: before + library.read_bytes(), "text/javascript", ready),
        File(SCRIPT, lambda: _joined(assets.glob("*.js")), "text/javascript"),
        File(AWAY, lambda: _joined((assets / "away").glob("*.js")), "text/javascript"),
        File(AWAY_STYLE, lambda: _joined((assets / "away").glob("*.css")), "text/css"),
        File(PLAIN_SCRIPT, (assets / "pages" / "form.js").read_bytes, "text/javascript"),
        File(STYLE, lambda: tokens + _joined(assets.glob("*.css")), "text/css"),
        File(BOOTSTRAP, lambda: re.sub(rb"/\*# sourceMappingURL.*?\*/", b"", bootstrap.read_bytes()), "text/css"),
        File(FRAME_SCRIPT, lambda: _joined(p for p in assets.glob("*.js") if p.name not in ONLY_PAGE), "text/javascript"),
        File(FRAME_STYLE, lambda: tokens + _joined([*(p for p in assets.glob("*.css") if p.name not in ONLY_PAGE), assets / "embed" / "frame.css"]), "text/css"),
        File(TELL_SCRIPT, (assets / "embed" / "tell.js").read_bytes, "text/javascript"),
        File(HOST_SCRIPT, (assets / "embed" / "host.js").read_bytes, "text/javascript", head=ANYONE),
        File(GEOMETRY, (BOUNDARIES / GEOMETRY).read_bytes, "application/json"),
        File(WORDS, lambda: as_json(search_words(desk.contents)).encode(), "application/json"),
        *([File(f"logo.{logo.kind}", lambda: logo.content, logo.mimetype)] if logo else []),
    ]


def _joined(paths: Iterable[Path]) -> bytes:
    return b"\n".join(path.read_bytes() for path in sorted(paths, key=lambda path: (len(path.parts), path)))  # what stands deeper comes last


def register(app: Monitor, desk: Desk, assets: Path) -> None:
    """Puts the first sight in place of Dash's empty page, and serves its files."""
    app.sight = FirstSight(app, desk, assets)
    app.sight.files.register(app.server, app.config.routes_pathname_prefix)
