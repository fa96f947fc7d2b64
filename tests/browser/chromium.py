"""Finds a Chromium to drive: the one named by `CHROMIUM_PATH`, one on the path, or Playwright's own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--font-render-hinting=none")


class NoChromium(RuntimeError):
    """No browser to drive; the text says what was looked for and what to do."""


def find_chromium(environ: Mapping[str, str] = os.environ) -> str | None:
    """The path of a browser, None where there is none.

    Raises NoChromium where `CHROMIUM_PATH` names a file that is not there: a wish is not passed over in silence.
    """
    if wish := environ.get("CHROMIUM_PATH"):
        if not os.access(wish, os.X_OK):
            raise NoChromium(f"CHROMIUM_PATH={wish!r}: no such program; expected the path of a Chromium or Chrome, or nothing.")
        return wish
    for name in NAMES:
        if path := shutil.which(name, path=environ.get("PATH")):
            return path
    return _own_of_playwright()


def _own_of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if path and Path(path).is_file() else None
