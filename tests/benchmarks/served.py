"""The three programs served as `make serve` serves the monitor: gunicorn, two workers of four threads, on loopback."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import floor, stock_dash
from tests.benchmarks.machine import ROOT, family, memory

WORKERS, THREADS = 2, 4
OURS, FLOOR, STOCK = "ours", "floor", "stock Dash"
FACTORY = {OURS: "app:server()", FLOOR: "tests.benchmarks.floor:server()", STOCK: "tests.benchmarks.stock_dash:server()"}


@dataclass(frozen=True)
class Served:
    """A running program: its address, and the process that started its workers."""

    name: str
    url: str
    process: int

    def workers(self) -> list[int]:
        """The processes that answer."""
        return family(self.process)[1:]

    def worker_memories(self) -> list[float]:
        """Memory of each worker in MiB (PSS), the largest first; empty where the system does not tell."""
        held = [memory(worker) for worker in self.workers()]
        return sorted((m for m in held if m is not None), reverse=True)


@contextmanager
def serving(name: str, release: Path, folder: Path, workers: int = WORKERS, **own: str) -> Iterator[Served]:
    """One program over a release, ready to answer, stopped at the end; `folder` is where the floor was built, `own` settings of the environment."""
    port = _free_port()
    settings = {"MONITOR_RELEASE": str(release), stock_dash.RELEASE: str(release), floor.FOLDER: str(folder)}
    kept = {key: value for key, value in os.environ.items() if not key.startswith("MONITOR_")}
    log = (folder / f"{name.split()[0]}.log").open("w+", encoding="utf-8")
    command = [sys.executable, "-m", "gunicorn", "--workers", str(workers), "--threads", str(THREADS), "--bind", f"127.0.0.1:{port}", FACTORY[name]]
    started = subprocess.Popen(command, cwd=ROOT, env=kept | settings | own, stdout=log, stderr=log)
    try:
        _wait(started, port, Path(log.name), workers)
        yield Served(name, f"http://127.0.0.1:{port}/", started.pid)
    finally:
        started.terminate()
        try:
            started.wait(15)
        except subprocess.TimeoutExpired:
            started.kill()
            started.wait()
        log.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(started: subprocess.Popen, port: int, log: Path, workers: int, patience: float = 60) -> None:
    """Until a worker answers and the others are there as well. Raises RuntimeError with the log's end where none does."""
    until = time.monotonic() + patience
    while time.monotonic() < until and started.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
                if answer.status == 200 and len(family(started.pid)) > workers:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"{started.args}: no answer; its last words: {log.read_text(encoding='utf-8')[-600:]}")
