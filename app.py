"""Assembles the monitor: settings, store, desk, layout, callbacks. Importing it does nothing.

`python app.py` serves for one person; `gunicorn "app:server()"` serves for many.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from dash import Dash
from flask import Flask
from flask_caching import Cache
from flask_compress import Compress

from callbacks import register_all
from callbacks.unavailable import serve_fault
from dashboard.catalogue import CatalogueError
from dashboard.settings import Settings, SettingsError
from data.catalogue_reader import load_catalogue
from data.desk import Desk
from data.store import ReleaseFault, open_release
from layouts.index import INDEX
from layouts.page import page

ROOT = Path(__file__).resolve().parent
SHIPPED = ROOT / "data" / "release"


def create_app(settings: Settings) -> Dash:
    """The whole application, ready to serve.

    A release that cannot be opened does not stop it: every address then answers 503 and says why.
    """
    server = Flask("monitor")
    Compress(server)
    app = Dash(
        "monitor",
        server=server,
        title="Society for All Monitor",
        update_title=None,
        assets_folder=str(ROOT / "assets"),
        index_string=INDEX,
        external_stylesheets=["/bootstrap/bootstrap.min.css"],
        serve_locally=True,
    )
    try:
        store = open_release(Path(settings.release) if settings.release else SHIPPED)
        contents = store.contents(load_catalogue())
    except (ReleaseFault, CatalogueError) as fault:
        serve_fault(app, str(fault))
        return app
    desk = Desk(store, contents, cache_of(server, settings))
    app.layout = page(contents, app.get_relative_path("/topojson/"))
    register_all(app, desk)
    return app


def cache_of(server: Flask, settings: Settings) -> Cache:
    """The cache that the settings ask for."""
    config = {"CACHE_TYPE": settings.cache, "CACHE_DEFAULT_TIMEOUT": settings.cache_seconds, "CACHE_THRESHOLD": 2000}
    config |= {"CACHE_KEY_PREFIX": "monitor:", "CACHE_DIR": settings.cache_dir, "CACHE_REDIS_URL": settings.redis_url}
    return Cache(server, config=config)


def server(environ: Mapping[str, str] = os.environ) -> Flask:
    """The WSGI application for gunicorn."""
    return create_app(Settings.from_mapping(environ)).server


def main() -> int:
    """Serves on the host and port of the environment."""
    try:
        settings = Settings.from_mapping(os.environ)
    except SettingsError as fault:
        sys.stderr.write(f"{fault}\n")
        return 2
    app = create_app(settings)
    sys.stdout.write(f"Society for All Monitor: http://{settings.host}:{settings.port}/\n")
    app.run(host=settings.host, port=settings.port, debug=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
