"""Assembles the monitor: settings, store, desk, layout, callbacks. Importing it does nothing.

`python app.py` serves for one person; `gunicorn "app:server()"` serves for many.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from dash import Dash
from flask import Flask
from flask_caching import Cache
from flask_compress import Compress

from callbacks import register_all
from callbacks.first_sight import Monitor
from callbacks.front_door import front_door
from callbacks.frozen import NotKept, Place, mount
from callbacks.imprint import imprint
from callbacks.security import secured
from callbacks.unavailable import serve_fault
from dashboard.catalogue import CatalogueError
from dashboard.settings import Settings, SettingsError, key_of
from dashboard.site.brand import Brand
from dashboard.site.fault import unfit
from dashboard.site.logo import LARGEST as LARGEST_LOGO
from dashboard.site.logo import Logo, logo_of
from data.archive import Edition, keep, kept
from data.catalogue_reader import load_catalogue
from data.desk import Desk
from data.store import ReleaseFault, Store, open_release
from layouts.page import dash_layout

ROOT = Path(__file__).resolve().parent
SHIPPED, CATALOGUE = ROOT / "data" / "release", ROOT / "data" / "catalogue"
WORK, ANSWERS = "work", "answers"  # two caches: what slices are made into, and finished answers
FROZEN_PART = 4  # of the room of the live caches, that those of a frozen monitor have one part of
ENTRIES = {WORK: 1_000, ANSWERS: 4_000}  # in a folder; in the memory of a worker each has half of the room


def create_app(settings: Settings, frozen: tuple[Edition, Place] | None = None) -> Dash:
    """The whole application, ready to serve.

    A release that cannot be opened does not stop it: every address then answers 503 and says why.
    frozen: the one release that it shows for ever, and where it stands; raises ReleaseFault or CatalogueError where that cannot be.
    """
    server = Flask("monitor", static_folder=None)
    Compress(server)
    app = Monitor(
        "monitor",
        server=server,
        title=settings.name,
        update_title=None,
        assets_folder=str(ROOT / "assets"),
        assets_ignore=".*",  # served by callbacks/files.py as one script and one style sheet
        serve_locally=True,
        **(frozen[1].prefixes if frozen else {"requests_pathname_prefix": settings.prefix, "routes_pathname_prefix": "/"}),  # the front door takes the prefix away
    )
    app.brand = Brand(settings.name, settings.accent, link=settings.link, words=settings.link_words)
    app.logo = _logo(settings.logo)
    edition = frozen[0] if frozen else Edition("", Path(settings.release) if settings.release else SHIPPED, CATALOGUE)
    if frozen:
        app.live = frozen[1].live
    else:
        mount(app, lambda place: _frozen(settings, replace(edition, version=app.release), place))
        server.wsgi_app = secured(front_door(server.wsgi_app, settings), settings)  # outside of all, frozen ones too
    try:
        edition.compare()
        store = open_release(edition.release)
        if frozen and store.version != edition.version:  # the folder was renewed since the live monitor opened it
            raise NotKept(edition.version)
        contents = store.contents(load_catalogue(edition.catalogue))
    except (ReleaseFault, CatalogueError) as fault:
        if frozen:
            raise
        serve_fault(app, str(fault))
        return app
    app.release = store.version
    if settings.archive and not frozen:
        _archive(settings, store)
    caches = (cache_of(server, settings, name, edition.version) for name in (WORK, ANSWERS))
    desk = Desk(store, contents, *caches, imprint(ROOT, settings, app.logo.content if app.logo else b""))
    app.layout = dash_layout()
    _name_scripts(app)
    register_all(app, desk, ROOT / "assets", Path(settings.cache_dir), edition.catalogue)
    return app


def _frozen(settings: Settings, served: Edition, place: Place) -> Dash:
    """The monitor of one release for ever: of the archive, or of the folder that is served. Raises NotKept, ReleaseFault, CatalogueError."""
    edition = kept(Path(settings.archive), place.version) if settings.archive else None
    if edition is None and served.version != place.version:
        raise NotKept(place.version)
    room = max(1, settings.cache_megabytes // FROZEN_PART)
    return create_app(replace(settings, cache_megabytes=room), (edition or served, place))


def _archive(settings: Settings, store: Store) -> None:
    """Keeps the release that is served. Raises SettingsError where the archive takes nothing."""
    try:
        keep(Path(settings.archive), store, CATALOGUE)
    except (OSError, ReleaseFault) as fault:
        raise SettingsError(f"MONITOR_ARCHIVE={settings.archive!r}: {fault}; expected a folder that can be written, with room for the release.") from fault


def _logo(path: str) -> Logo | None:
    """The logo of the settings, None where they name none. Raises SettingsError where it cannot be read or shown."""
    if not path:
        return None
    try:
        with Path(path).open("rb") as file:
            content = file.read(LARGEST_LOGO + 1)
    except (OSError, ValueError) as fault:
        raise unfit(key_of("logo"), path, f"a file that can be read ({getattr(fault, 'strerror', None) or fault})") from fault
    return logo_of(key_of("logo"), path, content)


def _name_scripts(app: Dash) -> None:
    """Renders Dash's own page once: dash hands out its scripts only in a process that has, and the worker that is asked may be another.

    Before the first sight stands in its place: a start draws no view, so that what it costs does not follow what a view holds.
    """
    with app.server.test_request_context():
        app.index()


def cache_of(server: Flask, settings: Settings, name: str = WORK, release: str = "") -> Cache:
    """One of the two caches as the settings ask for it, with keys or a folder of its own. Raises SettingsError where it cannot be set up.

    release: that a frozen monitor shows; its catalogue may be another than the live one's, so they share nothing.
    """
    kind = "data.memory.backend" if settings.cache == "SimpleCache" else settings.cache
    config = {"CACHE_TYPE": kind, "CACHE_ROOM": settings.cache_megabytes * 2**20 // 2, "CACHE_DEFAULT_TIMEOUT": settings.cache_seconds, "CACHE_THRESHOLD": ENTRIES[name]}
    name = f"{name}-{release}" if release else name
    config |= {"CACHE_KEY_PREFIX": f"monitor:{name}:", "CACHE_DIR": str(Path(settings.cache_dir) / name), "CACHE_REDIS_URL": settings.redis_url}
    if settings.cache == "RedisCache":  # a host that does not answer must not hold up an answer
        config["CACHE_OPTIONS"] = {"socket_timeout": 1, "socket_connect_timeout": 1, "retry": None}
    try:
        return Cache(server, config=config)
    except (OSError, ValueError) as fault:
        key, expected = ("REDIS_URL", "redis://HOST:PORT/NUMBER") if settings.cache == "RedisCache" else ("CACHE_DIR", "a folder that can be written")
        found = re.sub(r"//[^@/]*@", "//…@", settings.redis_url) if settings.cache == "RedisCache" else settings.cache_dir  # no password
        raise SettingsError(f"MONITOR_{key}={found!r}: {fault}; expected {expected}.") from fault


def server(environ: Mapping[str, str] = os.environ) -> Flask:
    """The WSGI application for gunicorn."""
    return create_app(Settings.from_mapping(environ)).server


def main() -> int:
    """Serves on the host and port of the environment."""
    try:
        settings = Settings.from_mapping(os.environ)
        app = create_app(settings)
    except SettingsError as fault:
        sys.stderr.write(f"{fault}\n")
        return 2
    sys.stdout.write(f"{settings.name}: http://{settings.host}:{settings.port}{settings.prefix}\n")
    app.run(host=settings.host, port=settings.port, debug=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
