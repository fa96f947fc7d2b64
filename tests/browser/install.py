"""Sees to it that the browser tests have a Chromium and a font: quiet where both are there, else it installs them.

Run by `make test`. As root it asks apt, for a Redis and an nginx as well, over which the cache's contract and the deployment guide
are held; elsewhere it fetches Playwright's own build, and the tests that want one of the two say that they are skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from chromium import NoChromium, find_chromium

BESIDE = {"redis-server": "redis-server", "nginx": "nginx-light"}  # program -> the package that has it
BROWSER, FONT = "chromium", "fonts-liberation"  # apt's Chromium brings no font of its own: without one the page has no text
SAY = "The browser tests need Chromium. Install it (Debian: apt-get install chromium fonts-liberation), or set CHROMIUM_PATH to one."


def main() -> int:
    """0 where a browser can be driven at the end, else 1 after one sentence that says what to do."""
    try:
        path = find_chromium()
    except NoChromium as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    has_apt = hasattr(os, "geteuid") and os.geteuid() == 0 and bool(shutil.which("apt-get"))
    if has_apt and (absent := [package for program, package in BESIDE.items() if not shutil.which(program)]):
        by_apt(absent)  # by themselves: the tests go on without them
    lacking = ([] if path else [BROWSER]) + ([] if has_fonts() else [FONT])
    if not lacking:
        return 0
    faults = by_apt(lacking) if has_apt else []
    if not find_chromium():
        faults += run([sys.executable, "-m", "playwright", "install", "chromium"])
    if find_chromium():
        return 0
    sys.stderr.write("\n".join([SAY, *faults]) + "\n")
    return 1


def has_fonts() -> bool:
    """Whether the system has a font that can draw letters; taken for granted away from Linux."""
    if not sys.platform.startswith("linux"):
        return True
    folders = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".fonts", Path.home() / ".local/share/fonts")
    return any(next(folder.rglob(kind), None) for folder in folders if folder.is_dir() for kind in ("*.ttf", "*.otf", "*.ttc"))


def by_apt(packages: list[str]) -> list[str]:
    """What went wrong, nothing where all went well."""
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return run(["apt-get", "update", "-qq"], environ) + run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], environ)


def run(command: list[str], environ: dict[str, str] | None = None) -> list[str]:
    """The command and the end of what it said, where it failed."""
    try:
        done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False, timeout=900)
    except (OSError, subprocess.TimeoutExpired) as fault:
        return [f"{' '.join(command)}: {fault}"]
    return [] if done.returncode == 0 else [f"{' '.join(command)}: exit {done.returncode}: {(done.stderr or done.stdout).strip()[-400:]}"]


if __name__ == "__main__":
    sys.exit(main())
