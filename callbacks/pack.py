"""A briefing pack is made in the background: it says how far it is, can be stopped, and waits under a name that only its reader knows.

Dash's background callbacks carry question, progress and result; the work is done by a process of its own (`callbacks.pack_job`), so that
a server process neither grows by it nor shares its locks. Dash tells two jobs apart by their arguments alone: each question holds a
ticket, drawn in the reader's browser, so that the same pack asked for by two readers is two jobs.
"""

from __future__ import annotations

import json
import logging
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from dash import Dash, DiskcacheManager, Input, Output
from flask import Response, send_file

from callbacks.document_files import KINDS
from callbacks.home import name_of
from dashboard.pack import pack_of
from data.desk import Desk
from data.packs import Packs, TooMany
from layouts.ids import Ids

MEDIA = {"pdf": "application/pdf", **KINDS}
ROOT = Path(__file__).resolve().parents[1]
KEPT, MOST_NOTED = 600, 2**24  # seconds and bytes of what Dash keeps of its jobs
PATIENCE = 2  # seconds for which a worker waits for another that writes there
NO_FOLDER = "This server has no folder in which briefings could wait (MONITOR_CACHE_DIR). Take the documents of single indicators."
LOG = logging.getLogger(__name__)
Says = Callable[[dict[str, Any]], None]


def register(app: Dash, desk: Desk, folder: Path, catalogue: Path) -> None:
    """folder: shared by all workers, for the packs and for what Dash notes of its jobs. catalogue: the folder that the release is read with."""
    packs, release, version = Packs(folder / "files"), str(desk.store.directory), desk.contents.version
    contents = desk.contents
    noted = _noted(folder / "jobs")

    def make_pack(set_progress: Callable[[tuple], None], asked: object) -> dict[str, Any]:
        """The pack's address, or why there is none."""
        pack, fault = pack_of(asked, contents)
        if pack is None:
            return {"fault": fault}
        question = {"release": release, "catalogue": str(catalogue), "version": version, "asked": asked, "name": name_of(app)}
        return {"ticket": pack.ticket} | made(packs, pack.kind, question, lambda said: set_progress((said | {"ticket": pack.ticket},)))

    told, asked = Output(Ids.PACK_HELD, "data"), Input(Ids.PACK_ASK, "data")
    if noted is None:
        app.callback(told, asked, prevent_initial_call=True)(lambda _: {"fault": NO_FOLDER})
    else:
        app.callback(
            told,
            asked,
            background=True,
            manager=DiskcacheManager(noted, expire=KEPT),
            progress=[Output(Ids.PACK_PROGRESS, "data")],
            cancel=[Input(Ids.PACK_STOP, "data")],
            interval=400,
            prevent_initial_call=True,
        )(make_pack)

    @app.server.get(f"{app.config.routes_pathname_prefix}download/pack/<name>", endpoint="pack")
    def pack_file(name: str) -> Response:
        path = packs.found(name)
        if path is None:
            words = "There is no such pack: it waits for an hour after it was made, then it is thrown away. Ask for it again.\n"
            return Response(words, status=404, mimetype="text/plain", headers={"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"})
        kind = path.suffix.removeprefix(".")
        answer = send_file(path, mimetype=MEDIA[kind], as_attachment=True, download_name=f"briefing.{kind}", conditional=True)
        answer.headers["X-Content-Type-Options"], answer.headers["Cache-Control"] = "nosniff", "private, no-store"
        return answer


def _noted(folder: Path) -> Any:
    """What Dash notes of its jobs, None where nothing can be written. Notes that cannot be read are thrown away: nobody waits for the jobs
    that they are of."""
    from diskcache import Cache

    held = folder / "cache.db"
    if held.exists() and not _is_sound(held):
        shutil.rmtree(folder, ignore_errors=True)
    try:
        return Cache(str(folder), size_limit=MOST_NOTED)
    except (OSError, sqlite3.Error) as fault:
        LOG.warning("no briefings can be made: %s: %s", folder, fault)
        return None


def _is_sound(held: Path) -> bool:
    """Whether a database can be read; asked here, because diskcache itself waits a minute for one that is damaged."""
    try:
        with closing(sqlite3.connect(held, timeout=PATIENCE)) as opened:
            return opened.execute("PRAGMA quick_check").fetchone() == ("ok",) and opened.execute("SELECT count(*) FROM Settings").fetchone()[0] > 0
    except sqlite3.Error:
        return False


def made(packs: Packs, kind: str, question: dict[str, Any], says: Says) -> dict[str, Any]:
    """{"file", "pages", "bytes"} of a pack that was made, or {"fault"}. says: told of each step."""
    try:
        path = packs.begun(kind)
    except (TooMany, OSError) as fault:
        return {"fault": str(fault)}
    job = subprocess.Popen([sys.executable, "-m", "callbacks.pack_job"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT)
    last: dict[str, Any] = {}
    try:
        with job:
            json.dump(question | {"to": str(path)}, job.stdin)
            job.stdin.close()
            for line in job.stdout:
                last = json.loads(line)
                packs.at_work(path)
                if "done" in last:
                    says(last)
    except BrokenPipeError:
        last = {}
    finally:
        packs.given_up(path)
    if "pages" in last:
        return {"file": path.name, "pages": last["pages"], "bytes": path.stat().st_size}
    return {"fault": last.get("fault", "The pack could not be made. Try again, with fewer indicators if it fails once more.")}
