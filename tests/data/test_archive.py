"""Releases kept for good: a copy that is whole, or none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from data import archive
from data.archive import keep, kept
from data.catalogue_reader import load_catalogue
from data.store import ReleaseFault, Store, open_release
from tests.data.tiny_release import build_tiny


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Store:
    release, _ = build_tiny(tmp_path_factory.mktemp("tiny"))
    return open_release(release)


@pytest.fixture
def catalogue(tiny: Store) -> Path:
    return tiny.directory.parent / "catalogue"


def test_a_kept_release_is_opened_as_it_was(tiny: Store, catalogue: Path, tmp_path: Path):
    keep(tmp_path / "new" / "archive", tiny, catalogue)
    edition = kept(tmp_path / "new" / "archive", tiny.version)
    edition.compare()
    assert open_release(edition.release).contents(load_catalogue(edition.catalogue)).version == tiny.version
    assert [path.name for path in (tmp_path / "new" / "archive").iterdir()] == [tiny.version]


def test_a_release_is_kept_once(tiny: Store, catalogue: Path, tmp_path: Path):
    keep(tmp_path, tiny, catalogue)
    mark = tmp_path / tiny.version / "mark"
    mark.touch()
    keep(tmp_path, tiny, catalogue)
    assert mark.exists()


def test_of_two_at_once_one_is_kept_and_none_fails(tiny: Store, catalogue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    move = archive._moved

    def late(beside: Path, place: Path) -> None:
        monkeypatch.setattr(archive, "_moved", move)
        keep(tmp_path, tiny, catalogue)  # another process, just before
        move(beside, place)

    monkeypatch.setattr(archive, "_moved", late)
    keep(tmp_path, tiny, catalogue)
    assert [path.name for path in tmp_path.iterdir()] == [tiny.version]


def test_a_copy_that_is_cut_short_leaves_nothing(tiny: Store, catalogue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shutil, "copyfile", lambda source, target, **_: Path(target).write_bytes(b"half"))
    with pytest.raises(ReleaseFault):
        keep(tmp_path, tiny, catalogue)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("spoiled", ["catalogue/labels.yaml", "release/manifest.json", "catalogue/new.yaml"])
def test_a_catalogue_or_manifest_that_was_changed_is_found(tiny: Store, catalogue: Path, tmp_path: Path, spoiled: str):
    keep(tmp_path, tiny, catalogue)
    with (tmp_path / tiny.version / spoiled).open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    with pytest.raises(ReleaseFault, match="changed after it was kept"):
        kept(tmp_path, tiny.version).compare()


@pytest.mark.parametrize("version", ["", ".", "..", "../../etc", "efeba7b55f3", "EFEBA7B55F30", "efeba7b55f30/", "efeba7b55f30\n", "efeba7b55f3０"])
def test_what_is_no_version_is_never_looked_for(tiny: Store, catalogue: Path, tmp_path: Path, version: str):
    keep(tmp_path, tiny, catalogue)
    assert kept(tmp_path, version) is None and kept(tmp_path / tiny.version, version) is None
