"""The chart library: its small official build with maps and lines where set-up could fetch it, else the whole one.

`python -m callbacks.plotly_bundle` fetches the build of exactly the version that plotly's Python package holds, through npm
where that is present. Without it everything works the same; the first picture only takes longer, since a browser must
read three times as much script.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zlib
from importlib.resources import files
from pathlib import Path

import brotli

PACKAGE = "plotly.js-geo-dist-min"
INSIDE = "package/plotly-geo.min.js"
KEPT = Path(__file__).resolve().parent.parent / ".cache" / "plotly"
# of npm, of the package it gives, of the place where the build is kept
FAULTS = (OSError, EOFError, ValueError, KeyError, IndexError, zlib.error, subprocess.SubprocessError, tarfile.TarError)
PATIENCE = 60  # seconds that fetching may take before the whole library serves instead


def whole() -> Path:
    """The library that the installed Python package carries."""
    return Path(str(files("plotly"))) / "package_data" / "plotly.min.js"


def version() -> str:
    """The version of the library in the installed package, from its head."""
    with whole().open(encoding="utf-8") as file:
        found = re.search(r"plotly\.js v(\d+\.\d+\.\d+)", file.read(400))
    if found is None:
        raise ValueError(f"{whole().name}: no version in its head; expected `plotly.js v1.2.3`. Reinstall plotly.")
    return found[1]


def small() -> Path | None:
    """The small build, where it is there and of the same version; else None."""
    path = KEPT / f"plotly-geo-{version()}.min.js"
    return path if path.is_file() else None


def fetch() -> str:
    """Fetches the small build; says in a sentence what came of it. Never raises: the whole library is always there."""
    wanted = f"{PACKAGE}@{version()}"
    if small() is not None:
        return f"{wanted} is there."
    npm = shutil.which("npm")
    if npm is None:
        return "npm is not there: the whole chart library will serve."
    try:
        with tempfile.TemporaryDirectory() as folder:
            packed = subprocess.run([npm, "pack", "--silent", wanted], cwd=folder, capture_output=True, text=True, timeout=PATIENCE, check=True)
            with tarfile.open(Path(folder) / packed.stdout.strip().splitlines()[-1]) as archive:
                member = archive.extractfile(INSIDE)
                content = member.read() if member else b""
                if f"v{version()}\n".encode() not in content[:400]:
                    return f"{wanted} holds no {INSIDE} of that version: the whole chart library will serve."
                _keep(content)
    except FAULTS as fault:
        return f"{wanted} could not be fetched ({type(fault).__name__}): the whole chart library will serve."
    return f"{wanted} will serve."


def _keep(content: bytes) -> None:
    """Puts the build in its place in one move, so that a server never sees half of it; beside it, its compressed form."""
    KEPT.mkdir(parents=True, exist_ok=True)
    path = KEPT / f"plotly-geo-{version()}.min.js"
    for name, body in ((f"{path.name}.br", brotli.compress(content, quality=11)), (path.name, content)):
        beside = KEPT / f"{name}.next"
        beside.write_bytes(body)
        beside.rename(KEPT / name)


if __name__ == "__main__":
    sys.stdout.write(fetch() + "\n")
