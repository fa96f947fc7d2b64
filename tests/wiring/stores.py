"""The caches that a deployer may choose, each as the application itself sets it up."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import redis

from dashboard.settings import Settings

STARTS_WITHIN = 10.0  # seconds


def free_port() -> int:
    """A port of this machine that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def redis_server(folder: Path) -> Iterator[tuple[str, subprocess.Popen]]:
    """A Redis of our own that keeps nothing, its URL and its process; needs `redis-server` on the PATH."""
    port = free_port()
    program = shutil.which("redis-server")
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT)
    url = f"redis://127.0.0.1:{port}/0"
    try:
        wait_for(url)
        yield url, process
    finally:
        process.terminate()
        process.wait(10)


def wait_for(url: str) -> None:
    """Returns once a Redis answers."""
    until = time.monotonic() + STARTS_WITHIN
    while True:
        try:
            redis.from_url(url).ping()
            return
        except redis.ConnectionError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


def damage(settings: Settings, how) -> int:
    """Puts `how(bytes)` in place of every entry of a FileSystemCache or a RedisCache; returns how many there were."""
    if settings.cache == "RedisCache":
        client = redis.from_url(settings.redis_url)
        keys = client.keys("monitor:*")
        for key in keys:
            client.set(key, how(client.get(key)))
        return len(keys)
    paths = [path for path in Path(settings.cache_dir).rglob("*") if path.is_file()]
    for path in paths:
        path.write_bytes(how(path.read_bytes()))
    return len(paths)
