"""The first to see a request: who asks, for which host, below which prefix. What it lets in is as if no proxy stood in front.

An `X-Forwarded-` header is believed where a trusted proxy sent it, and taken out otherwise, so that nothing behind this door can
take a reader's word for a proxy's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from callbacks.security import Wsgi
from dashboard.settings import Settings, key_of
from dashboard.site.place import is_allowed, is_host
from dashboard.site.proxies import Proxies

SAID = ("FOR", "PROTO", "HOST", "PREFIX")
HEALTH = "/health"  # asked by machines, by whatever address they have; its answer names no host


def front_door(application: Wsgi, settings: Settings) -> Wsgi:
    """The application behind the door. A request that it does not let in is answered 400 in words, `/monitor` by a way to `/monitor/`."""
    proxies, root = Proxies.of(settings.proxies), settings.prefix.rstrip("/")

    def enter(environ: dict, start_response: Callable) -> Iterable[bytes]:
        said = _believed(environ, proxies)
        fault = _of_prefix(said.get("PREFIX", ""), settings.prefix)
        path = environ.get("PATH_INFO", "")
        if root and path == root:
            query = environ.get("QUERY_STRING", "")
            return _say(environ, start_response, "308 Permanent Redirect", f"The monitor is at {root}/\n", [("Location", f"{root}/" + (f"?{query}" if query else ""))])
        if root:  # a proxy may hand the prefix on or take it away
            environ["SCRIPT_NAME"], environ["PATH_INFO"] = root, path[len(root) :] if path.startswith(f"{root}/") else path
        fault = fault or _of_host(environ.get("HTTP_HOST", "").lower(), settings.hosts, environ.get("PATH_INFO") == HEALTH)
        return _say(environ, start_response, "400 Bad Request", fault) if fault else application(environ, start_response)

    return enter


def _believed(environ: dict, proxies: Proxies) -> dict[str, str]:
    """What a trusted proxy said, written into the request; all such headers are taken out of it."""
    peer = environ.get("REMOTE_ADDR", "")
    held = {name: environ.pop(name) for name in [name for name in environ if name.startswith(("HTTP_X_FORWARDED", "HTTP_FORWARDED"))]}
    if not proxies.has(peer):
        return {}
    said = {name: held[key] for name in SAID if (key := f"HTTP_X_FORWARDED_{name}") in held}
    environ["REMOTE_ADDR"] = proxies.reader(peer, said.get("FOR", ""))
    if (scheme := _last(said, "PROTO").lower()) in ("http", "https"):
        environ["wsgi.url_scheme"] = scheme
    if host := _last(said, "HOST"):
        environ["HTTP_HOST"] = host
    return said


def _last(said: dict[str, str], name: str) -> str:
    """Of a list the last, which the nearest proxy wrote."""
    return said.get(name, "").rpartition(",")[2].strip()


def _of_prefix(said: str, prefix: str) -> str:
    if not said or said.strip("/") == prefix.strip("/"):
        return ""
    key = key_of("prefix")
    return f"The proxy says that the monitor is at {said[:100]!r}; its setting says {prefix!r}. Set {key}={said[:100]}, or take X-Forwarded-Prefix out of the proxy.\n"


def _of_host(host: str, hosts: tuple[str, ...], is_health: bool) -> str:
    if host and not is_host(host):
        return "The Host header is not the name of a host; expected one such as monitor.example.org.\n"
    if is_health or is_allowed(host, hosts):
        return ""
    return f"The monitor does not answer for {host or 'no host'!r}. Whoever runs it names its hosts in {key_of('hosts')}.\n"


def _say(environ: dict, start_response: Callable, status: str, words: str, more: Iterable[tuple[str, str]] = ()) -> list[bytes]:
    body = words.encode()
    start_response(status, [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(body))), *more])
    return [] if environ.get("REQUEST_METHOD") == "HEAD" else [body]
