"""The folder in which packs wait."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from data.packs import AT_WORK, KEPT, MOST_AT_WORK, Packs, TooMany


def finished(packs: Packs, kind: str = "pdf") -> Path:
    path = packs.begun(kind)
    path.write_bytes(b"%PDF")
    packs.given_up(path)
    return path


def old(path: Path, seconds: float) -> None:
    os.utime(path, (time.time() - seconds,) * 2)


def test_a_pack_is_found_by_its_whole_name_only(tmp_path: Path):
    packs = Packs(tmp_path / "packs")
    path = finished(packs)
    assert packs.found(path.name) == path
    assert len(path.stem) == 32
    (tmp_path / "secret.pdf").write_bytes(b"no")
    for name in ("../secret.pdf", "secret.pdf", path.stem, path.name + ".part", "", "/" + path.name, path.name.replace(".pdf", ".docx")):
        assert packs.found(name) is None


def test_no_two_packs_have_one_name(tmp_path: Path):
    packs = Packs(tmp_path)
    assert len({finished(packs).name for _ in range(50)}) == 50


def test_a_pack_waits_for_an_hour_and_is_then_thrown_away(tmp_path: Path):
    packs = Packs(tmp_path)
    path = finished(packs)
    old(path, KEPT - 5)
    assert packs.found(path.name)
    old(path, KEPT + 5)
    assert packs.found(path.name) is None
    finished(packs)
    assert not path.exists()


def test_only_so_many_are_made_at_once_and_those_given_up_do_not_count(tmp_path: Path):
    packs = Packs(tmp_path)
    begun = [packs.begun("pdf") for _ in range(MOST_AT_WORK)]
    with pytest.raises(TooMany, match="4 packs are being made already"):
        packs.begun("pdf")
    packs.given_up(begun[0])
    begun.append(packs.begun("pdf"))
    old(begun[1].with_name(begun[1].name + ".part"), AT_WORK + 1)  # stopped: nobody has said that it is still being made
    packs.begun("pdf")


def test_what_is_not_a_pack_is_left_alone(tmp_path: Path):
    other = tmp_path / "notes.txt"
    other.write_text("mine")
    old(other, KEPT * 9)
    finished(Packs(tmp_path))
    assert other.exists()
