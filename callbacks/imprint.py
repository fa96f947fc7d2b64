"""The imprint of the program: which one, with which settings, gave an answer: a shared cache that outlives an upgrade must not give the old pages again.

Pages name their scripts by checksum, so that one kept by the old program would ask for files that the new one does not have.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import dash

from callbacks import plotly_bundle
from dashboard.settings import Settings

PARTS = ("assets", "callbacks", "dashboard", "data", "layouts")  # what an answer is made by, beside the release


def imprint(root: Path, settings: Settings, logo: bytes = b"") -> str:
    """Sixteen digits that are others where an answer may be another. root: the program's folder."""
    own = (settings.prefix, settings.name, settings.accent, settings.link, settings.link_words, dash.__version__, plotly_bundle.version(), str(plotly_bundle.small()))
    digest = hashlib.sha256(repr((own, hashlib.sha256(logo).hexdigest())).encode())
    for path in _sources(root):
        digest.update(f"{path.relative_to(root)}\n".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _sources(root: Path) -> list[Path]:
    kinds = {".py", ".js", ".css", ".yaml", ".csv"}
    found = {path for part in PARTS for path in (root / part).rglob("*") if path.suffix in kinds and "release" not in path.relative_to(root).parts}
    return sorted(found)
