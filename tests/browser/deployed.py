"""The monitor as docs/deployment.md sets it up: gunicorn on a unix socket, nginx before it below a path, Redis beside it; all of this machine."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from string import Template
from urllib.error import URLError
from urllib.request import urlopen

from flask import Flask, request

import app as application
from callbacks.home import address_of
from dashboard.settings import Settings
from tests.wiring.stores import free_port, redis_server

ROOT = Path(__file__).resolve().parents[2]
PREFIX, EMBEDDER = "/monitor/", "https://intranet.example.org"
STARTS_WITHIN = 40.0  # seconds
LACKING = [name for name in ("nginx", "redis-server") if shutil.which(name) is None]
WHOLE = """
daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes 1; {user}
events {{ worker_connections 64; }}
http {{
  access_log off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  include {folder}/monitor.conf;
}}
"""


@dataclass(frozen=True)
class Deployed:
    """url: of the page, as readers see it. direct: of gunicorn, without nginx, from which nobody is trusted. redis: its URL."""

    url: str
    direct: str
    redis: str


def server() -> Flask:
    """The monitor of the environment, which also says where it believes itself to be."""
    app = application.create_app(Settings.from_mapping(os.environ))
    app.server.add_url_rule("/where", "where", lambda: {"address": address_of(app, "a=1"), "reader": request.remote_addr})
    return app.server


@contextmanager
def deployed(folder: Path) -> Iterator[Deployed]:
    """All three, ready to answer, stopped at the end."""
    port, direct, socket = free_port(), free_port(), folder / "m.sock"
    with ExitStack() as stack:
        redis_url, _ = stack.enter_context(redis_server(folder))
        settings = {
            "MONITOR_PREFIX": PREFIX,
            "MONITOR_HOSTS": f"127.0.0.1:{port}, 127.0.0.1:{direct}",
            "MONITOR_PROXIES": "unix",
            "MONITOR_CACHE": "RedisCache",
            "MONITOR_REDIS_URL": redis_url,
            "MONITOR_FRAME_ANCESTORS": EMBEDDER,
        }
        kept = {key: value for key, value in os.environ.items() if not key.startswith("MONITOR_")}
        bound = ["--bind", f"unix:{socket}", "--bind", f"127.0.0.1:{direct}"]
        gunicorn = [sys.executable, "-m", "gunicorn", "--workers", "2", "--threads", "4", *bound, "tests.browser.deployed:server()"]
        stack.enter_context(running(gunicorn, folder, kept | settings))
        rendered = Template((ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")).safe_substitute(
            LISTEN=f"127.0.0.1:{port}", NAME="127.0.0.1", PREFIX=PREFIX, UPSTREAM=f"unix:{socket}"
        )
        (folder / "monitor.conf").write_text(rendered, encoding="utf-8")
        user = "user root;" if os.geteuid() == 0 else ""  # whose folder the socket is in
        (folder / "nginx.conf").write_text(WHOLE.format(folder=folder, user=user), encoding="utf-8")
        stack.enter_context(running(["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")], folder, kept))
        found = Deployed(f"http://127.0.0.1:{port}{PREFIX}", f"http://127.0.0.1:{direct}", redis_url)
        wait_for(f"{found.url}health", folder)
        yield found


@contextmanager
def running(command: list[str], folder: Path, environ: dict[str, str]) -> Iterator[None]:
    """A process, ended at the end. Its words are in the folder."""
    with (folder / "log").open("a", encoding="utf-8") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=log, stderr=log)
        try:
            yield
        finally:
            process.send_signal(signal.SIGINT)  # at once, not after the last connection was closed
            process.wait(15)


def wait_for(url: str, folder: Path) -> None:
    """Returns once an address answers. Raises AssertionError with what the processes said where it never does."""
    until = time.monotonic() + STARTS_WITHIN
    while True:
        try:
            with urlopen(url, timeout=5):
                return
        except (URLError, OSError) as fault:
            said = "".join(path.read_text(encoding="utf-8", errors="replace")[-2000:] for path in (folder / "log", folder / "error.log") if path.is_file())
            assert time.monotonic() < until, f"{url}: {fault}\n{said}"
            time.sleep(0.05)
