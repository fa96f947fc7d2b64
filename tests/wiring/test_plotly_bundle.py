"""The chart library: its small build where it could be fetched whole and of the right version, else the one that is always there."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import brotli
import plotly
import pytest

from callbacks import page_files, plotly_bundle
from callbacks.plotly_bundle import INSIDE, PACKAGE, fetch, small, version, whole
from dashboard.site.brand import Brand

VERSION = version()
BUILD = f"/**\n* plotly.js (geo - minified) v{VERSION}\n*/\nwindow.Plotly = {{}};\n".encode()


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch) -> Path:
    """An empty folder in place of the one that set-up fills, and nothing on the PATH."""
    folder = tmp_path / "kept"
    monkeypatch.setattr(plotly_bundle, "KEPT", folder)
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return folder


def npm(tmp_path: Path, script: str) -> None:
    """An npm of our own; by its absolute path, for nothing else is on the PATH."""
    path = tmp_path / "bin" / "npm"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def packed(tmp_path: Path, content: bytes | None, name: str = INSIDE) -> Path:
    """A package as npm packs it; `None` packs a folder of that name."""
    path = tmp_path / "packed.tgz"
    with tarfile.open(path, "w:gz") as archive:
        entry = tarfile.TarInfo(name)
        if content is None:
            entry.type = tarfile.DIRTYPE
        else:
            entry.size = len(content)
        archive.addfile(entry, io.BytesIO(content or b""))
    return path


def giving(tmp_path: Path, file: Path) -> None:
    """An npm whose `pack` gives a file, and which notes what it was asked."""
    npm(tmp_path, f'echo "$@" >> {tmp_path}/asked\n/bin/cp {file} plotly.tgz\necho plotly.tgz')


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def test_the_version_is_that_of_the_installed_package():
    head = whole().read_text(encoding="utf-8")[:400]
    assert whole().parent.parent == Path(plotly.__file__).parent
    assert f"plotly.js v{VERSION}\n" in head and VERSION.count(".") == 2


@pytest.mark.parametrize("head", ["/** plotly.js v4.12.103\n */", "x" * 300 + "plotly.js v4.12.103 "])
def test_the_version_is_read_from_the_head(head: str, tmp_path: Path, monkeypatch):
    (tmp_path / "plotly.min.js").write_text(head, encoding="utf-8")
    monkeypatch.setattr(plotly_bundle, "whole", lambda: tmp_path / "plotly.min.js")
    assert version() == "4.12.103"


@pytest.mark.parametrize("head", ["", "/* plotly */", " " * 400 + "plotly.js v4.1.1", "plotly.js v4"])
def test_a_library_without_a_version_is_said_to_be_one(head: str, tmp_path: Path, monkeypatch):
    (tmp_path / "plotly.min.js").write_text(head, encoding="utf-8")
    monkeypatch.setattr(plotly_bundle, "whole", lambda: tmp_path / "plotly.min.js")
    with pytest.raises(ValueError, match="plotly.min.js: no version in its head; expected .* Reinstall plotly"):
        version()


def test_only_the_build_of_the_same_version_serves(kept: Path):
    assert small() is None
    kept.mkdir()
    (kept / "plotly-geo-0.0.1.min.js").write_bytes(BUILD)
    assert small() is None
    (kept / f"plotly-geo-{VERSION}.min.js").mkdir()
    assert small() is None  # a folder is no build
    (kept / f"plotly-geo-{VERSION}.min.js").rmdir()
    (kept / f"plotly-geo-{VERSION}.min.js").write_bytes(BUILD)
    assert small() == kept / f"plotly-geo-{VERSION}.min.js"


def test_without_npm_the_whole_library_serves(kept: Path):
    assert fetch() == "npm is not there: the whole chart library will serve."
    assert files_in(kept) == []


def test_a_build_that_is_fetched_is_kept_whole_with_its_compressed_form(tmp_path: Path, kept: Path):
    giving(tmp_path, packed(tmp_path, BUILD))
    assert fetch() == f"{PACKAGE}@{VERSION} will serve."
    name = f"plotly-geo-{VERSION}.min.js"
    assert files_in(kept) == [name, f"{name}.br"]
    assert (kept / name).read_bytes() == brotli.decompress((kept / f"{name}.br").read_bytes()) == BUILD
    assert small() == kept / name
    assert (tmp_path / "asked").read_text(encoding="utf-8") == f"pack --silent {PACKAGE}@{VERSION}\n"  # exactly that version
    npm(tmp_path, "exit 1")
    assert fetch() == f"{PACKAGE}@{VERSION} is there."  # not fetched a second time


FAILURES = {
    "fails": "exit 1",
    "fails after a name": "echo plotly.tgz; exit 7",
    "says nothing": "exit 0",
    "names what is not there": "echo nothing.tgz",
    "is no program": "",
    "gives what is no package": "echo junk > plotly.tgz; echo plotly.tgz",
    "gives an empty file": ": > plotly.tgz; echo plotly.tgz",
    "says what is no text": "printf '\\377\\376\\n'",
}


@pytest.mark.parametrize("how", FAILURES)
def test_an_npm_that_fails_is_a_sentence_and_no_file(tmp_path: Path, kept: Path, how: str):
    npm(tmp_path, FAILURES[how])
    if how == "is no program":
        (tmp_path / "bin" / "npm").write_bytes(b"\x00\x01")
    said = fetch()
    assert said.startswith(f"{PACKAGE}@{VERSION} could not be fetched (") and said.endswith("): the whole chart library will serve.")
    assert files_in(kept) == [] and small() is None


def test_an_npm_that_hangs_is_waited_for_as_long_as_is_said(tmp_path: Path, kept: Path, monkeypatch):
    monkeypatch.setattr(plotly_bundle, "PATIENCE", 0.3)
    npm(tmp_path, "exec /bin/sleep 20")
    assert fetch() == f"{PACKAGE}@{VERSION} could not be fetched (TimeoutExpired): the whole chart library will serve."
    assert files_in(kept) == []


WRONG = {
    "another file": (BUILD, "package/index.js"),
    "a folder of its name": (None, INSIDE),
    "an empty file": (b"", INSIDE),
    "another version": (BUILD.replace(VERSION.encode(), b"0.0.1"), INSIDE),
    "something else": (b"<html>Not found</html>", INSIDE),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_package_that_holds_something_else_is_a_sentence_and_no_file(tmp_path: Path, kept: Path, what: str):
    giving(tmp_path, packed(tmp_path, *WRONG[what]))
    said = fetch()
    found = "could not be fetched (KeyError)" if what == "another file" else f"holds no {INSIDE} of that version"
    assert said == f"{PACKAGE}@{VERSION} {found}: the whole chart library will serve."
    assert files_in(kept) == [] and small() is None


def test_a_package_that_is_cut_short_leaves_no_file(tmp_path: Path, kept: Path):
    whole_package = packed(tmp_path, BUILD + bytes(range(256)) * 4000)
    whole_package.write_bytes(whole_package.read_bytes()[:-200])
    giving(tmp_path, whole_package)
    assert fetch().endswith(": the whole chart library will serve.")
    assert files_in(kept) == []


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path: Path, kept: Path):
    kept.write_text("a file where the folder would be", encoding="utf-8")
    giving(tmp_path, packed(tmp_path, BUILD))
    assert fetch() == f"{PACKAGE}@{VERSION} could not be fetched (FileExistsError): the whole chart library will serve."


def library(desk) -> object:
    return next(file for file in page_files.page_files(desk, Path("assets"), Brand(), None) if file.name == page_files.LIBRARY)


def test_the_page_is_given_the_small_build_where_it_is_and_else_the_whole(tmp_path: Path, kept: Path, desk):
    assert library(desk).plain == Path("assets/sheets.js").read_bytes() + page_files.ADOPT + whole().read_bytes() and not library(desk).ready
    giving(tmp_path, packed(tmp_path, BUILD))
    fetch()
    assert library(desk).plain == BUILD
    assert library(desk).encoded("br") == ((kept / f"plotly-geo-{VERSION}.min.js.br").read_bytes(), "br")
    (kept / f"plotly-geo-{VERSION}.min.js.br").unlink()
    assert brotli.decompress(library(desk).encoded("br")[0]) == BUILD  # compressed here, then
