"""Releases that are kept for good, each with the catalogue that it was read with, so that an address may name one for ever.

`<archive>/<release>/release` and `<archive>/<release>/catalogue`, beside them a checksum of the catalogue and the manifest, which
names those of all other files. A folder comes into its place by one move, so that nobody sees half of it and two processes may keep the same release at once.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from data.release import MANIFEST
from data.store import ReleaseFault, Store, verify

FORM = re.compile(r"[0-9a-f]{12}")  # as data.release.version_of makes them
RELEASE, CATALOGUE, CHECKSUM = "release", "catalogue", "kept.sha256"


@dataclass(frozen=True)
class Edition:
    """Where a release and its catalogue lie. checksum: of catalogue and manifest as they were kept, "" where they need not be compared."""

    version: str
    release: Path
    catalogue: Path
    checksum: str = ""

    def compare(self) -> None:
        """Raises ReleaseFault where catalogue or manifest are not as they were kept. The other files are compared when the release is opened."""
        if self.checksum and checksum_of(self.release, self.catalogue) != self.checksum:
            raise ReleaseFault(self.catalogue, "a catalogue or a manifest that was changed after it was kept", "those that the release was served with")


def is_version(text: str) -> bool:
    """Whether a text has the form of a release's version: nothing else is ever looked for in a folder."""
    return FORM.fullmatch(text) is not None


def kept(archive: Path, version: str) -> Edition | None:
    """A release of the archive; None where it is not kept there, and for what is no version."""
    if not is_version(version) or not (archive / version / CHECKSUM).is_file():
        return None
    folder = archive / version
    return Edition(version, folder / RELEASE, folder / CATALOGUE, (folder / CHECKSUM).read_text(encoding="utf-8").strip())


def keep(archive: Path, store: Store, catalogue: Path) -> None:
    """Copies an open release, and the catalogue that it is served with, unless it is there. Raises OSError where that cannot be, ReleaseFault for a bad copy."""
    if kept(archive, store.version):
        return
    archive.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{store.version}.", dir=archive))
    try:
        for name in (MANIFEST, *store.manifest["files"]):
            target = beside / RELEASE / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(store.directory / name, target)
        shutil.copytree(catalogue, beside / CATALOGUE, ignore=shutil.ignore_patterns("__pycache__"))
        (beside / CHECKSUM).write_text(checksum_of(beside / RELEASE, beside / CATALOGUE) + "\n", encoding="utf-8")
        verify(beside / RELEASE, store.manifest)
        beside.chmod(0o755)
        _moved(beside, archive / store.version)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _moved(beside: Path, place: Path) -> None:
    """Puts a whole folder in its place; another process may have been first, and its copy is as good."""
    try:
        beside.rename(place)
    except OSError:
        if not (place / CHECKSUM).is_file():
            raise


def checksum_of(release: Path, catalogue: Path) -> str:
    """Checksum of a release's manifest and of all files of a catalogue, with their names."""
    digest = hashlib.sha256((release / MANIFEST).read_bytes())
    for path in sorted(p for p in catalogue.rglob("*") if p.is_file()):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(catalogue).as_posix()} {len(content)}\n".encode() + content)
    return digest.hexdigest()
