"""The files that pages and embeds are made of: scripts and style sheets joined, the chart library, geometry, words, the logo."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from callbacks import plotly_bundle
from callbacks.files import File
from dashboard.sheet import css_chosen
from dashboard.site.brand import Brand
from dashboard.site.logo import Logo
from dashboard.theme import css_tokens
from data.boundaries import FOLDER as BOUNDARIES
from data.desk import Desk
from layouts.basics import search_words
from layouts.index import as_json

GEOMETRY, STYLE, SCRIPT, WORDS, LIBRARY, BOOTSTRAP = "world_110m.json", "monitor.css", "monitor.js", "words.json", "plotly.js", "bootstrap.css"
PLAIN_SCRIPT = "pages.js"
FRAME_SCRIPT, FRAME_STYLE, TELL_SCRIPT, HOST_SCRIPT = "frame.js", "frame.css", "tell.js", "embed.js"  # of embeds; the last for pages that hold them
ONLY_PAGE = frozenset({"away.js", "away.css", "packs.js", "search.js", "working.js", "missing.css", "pages.css"})  # what no embed needs
ANYONE = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}  # may load a file and compare its checksum
AWAY, AWAY_STYLE = "away.js", "away.css"  # asked for when somebody takes something away, or drops a file
SHEETS, ADOPT = "sheets.js", b"\nwindow.monitor.adoptSheets();\n"


def page_files(desk: Desk, assets: Path, brand: Brand, logo: Logo | None) -> list[File]:
    """Every file that pages and embeds ask for by its checksum. logo: in place of the mark, None for the mark."""
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
