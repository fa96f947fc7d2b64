"""The folder in which packs wait to be fetched: under names that nobody can guess, for a while, and never many."""

from __future__ import annotations

import re
import secrets
import time
from pathlib import Path

KEPT = 3600.0  # seconds that a pack waits
AT_WORK = 15.0  # seconds after which a pack that nobody writes on is given up
MOST_AT_WORK = 4
MOST_BYTES = 400_000_000  # of all packs together
NAME = re.compile(r"[A-Za-z0-9_-]{32}\.(pdf|pptx|docx)")


class TooMany(RuntimeError):
    """No pack can be begun now; its text is a sentence for the reader."""


class Packs:
    """One folder, shared by all workers of a host."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def begun(self, kind: str) -> Path:
        """Where a new pack is to be written; a mark beside it says that it is being made. Raises TooMany, OSError."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._tidy()
        if sum(1 for _ in self._folder.glob("*.part")) >= MOST_AT_WORK:
            raise TooMany(f"{MOST_AT_WORK} packs are being made already. Try again in a minute.")
        if sum(path.stat().st_size for path in self._folder.iterdir() if path.is_file()) > MOST_BYTES:
            raise TooMany("The room for packs is used up. Try again in an hour.")
        path = self._folder / f"{secrets.token_urlsafe(24)}.{kind}"
        self.at_work(path)
        return path

    def at_work(self, path: Path) -> None:
        """Says that a pack is still being made."""
        path.with_name(path.name + ".part").touch()

    def given_up(self, path: Path) -> None:
        """Takes away what is left of a pack."""
        path.with_name(path.name + ".part").unlink(missing_ok=True)

    def found(self, name: str) -> Path | None:
        """The pack of a name; None for one that there is not, or no longer."""
        path = self._folder / name
        return path if NAME.fullmatch(name) and path.is_file() and time.time() - path.stat().st_mtime < KEPT else None

    def _tidy(self) -> None:
        now = time.time()
        for path in self._folder.iterdir():
            limit = AT_WORK if path.suffix == ".part" else KEPT
            if (path.suffix == ".part" or NAME.fullmatch(path.name)) and now - path.stat().st_mtime > limit:
                path.unlink(missing_ok=True)
