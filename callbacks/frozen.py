"""One release for ever: below `/release/<version>/` stands a whole monitor of that release, made when it is first asked for.

It is an application of its own, with its own desk and caches; nothing that changes is shared with the live one. A worker holds a
few of them, and lets go the one that was longest unused.
"""

from __future__ import annotations

import gc
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dash import Dash
from flask import Response, request
from markupsafe import Markup

from dashboard.catalogue import CatalogueError
from data.archive import is_version
from data.store import ReleaseFault
from layouts.notice import notice

MOST = 2  # alive at once in a worker
BELOW = "release/"
SAID = "monitor.said"  # key of a request's environment: an answer that is ready


class NotKept(LookupError):
    """A release that is not there to be shown."""


@dataclass(frozen=True)
class Place:
    """Where a frozen monitor stands. prefixes: what Dash is told of it. live: the prefix of the live monitor, as a browser asks for it."""

    version: str
    prefixes: dict[str, str]
    live: str

    @classmethod
    def below(cls, app: Dash, version: str) -> Place:
        """The place of a release below a live monitor, whatever told Dash where that stands."""
        config, tail = app.config, f"{BELOW}{version}/"
        names = ("url_base_pathname",) if config.url_base_pathname is not None else ("routes_pathname_prefix", "requests_pathname_prefix")
        return cls(version, {name: config[name] + tail for name in names}, config.requests_pathname_prefix)


def mount(app: Dash, opened: Callable[[Place], Dash]) -> None:
    """Answers below `release/<version>/` by `opened`, which raises NotKept, CatalogueError or ReleaseFault; everything else as before.

    What it says itself it hands to the live application, so that it has the headers that every answer has.
    """
    before, prefix = app.server.wsgi_app, f"{app.config.routes_pathname_prefix}{BELOW}"
    alive = Alive(lambda version: opened(Place.below(app, version)).server.wsgi_app)

    @app.server.before_request
    def said() -> Response | None:
        return request.environ.get(SAID)

    def answered(environ: dict, start_response: Callable) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if not path.startswith(prefix):
            return before(environ, start_response)
        version, slash, rest = path.removeprefix(prefix).partition("/")
        if not is_version(version):
            return before(environ, start_response)  # which says that there is no such page
        home, query = app.config.requests_pathname_prefix, environ.get("QUERY_STRING", "")
        if not slash:
            environ[SAID] = Response(status=308, headers={"Location": f"{home}{BELOW}{version}/" + (f"?{query}" if query else "")})
            return before(environ, start_response)
        try:
            frozen = alive.of(version)
        except (NotKept, CatalogueError, ReleaseFault) as fault:
            environ[SAID] = refused(fault, version, home + rest.lstrip("/") + (f"?{query}" if query else ""))
            return before(environ, start_response)
        return frozen(environ, start_response)

    app.server.wsgi_app = answered


class Alive:
    """The frozen monitors of a worker by version, each made once, `MOST` at a time."""

    def __init__(self, make: Callable[[str], Callable]) -> None:
        self._make, self._held, self._lock = make, OrderedDict(), threading.Lock()
        self._making = threading.Lock()  # one at a time: whoever waits for the same one finds it made

    def of(self, version: str) -> Callable:
        """The WSGI application of a release."""
        found = self._recall(version)
        if found is None:
            with self._making:
                found = self._recall(version) or self._keep(version, self._make(version))
        return found

    def _recall(self, version: str) -> Callable | None:
        with self._lock:
            if version in self._held:
                self._held.move_to_end(version)
            return self._held.get(version)

    def _keep(self, version: str, made: Callable) -> Callable:
        with self._lock:
            self._held[version] = made
            is_full = len(self._held) > MOST
            if is_full:
                self._held.popitem(last=False)
        if is_full:
            gc.collect()  # an application is full of circles, and its caches are large
        return made


def refused(fault: Exception, version: str, current: str) -> Response:
    """Why a release is not shown, and a link to the same view of the current one."""
    status, why = _why(fault)
    said = Markup('{} <a href="{}">See the same view of the current release</a>.').format(why, current)
    return Response(notice("Release not shown", f"Release {version} is not shown", said), status=status, mimetype="text/html")


def _why(fault: Exception) -> tuple[int, str]:
    if isinstance(fault, NotKept):
        return 404, "This monitor does not keep a release of that name."
    if isinstance(fault, CatalogueError):
        return 410, "It was made for an earlier version of the monitor, and this one cannot read its catalogue any more. Rather than guess, it shows nothing."
    return 503, "It is kept, but its files are damaged or of a form that this version of the monitor does not read. Rather than guess, it shows nothing."
