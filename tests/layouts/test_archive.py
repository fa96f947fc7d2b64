"""A ZIP read back: the same bytes on any day, and no member outside its place."""

from __future__ import annotations

import io
import zipfile

import pytest

from callbacks.given import lawful_name
from layouts.files.archive import archive

TRICKS = ["../x", "/etc/passwd", "..\\x", "C:\\x", "a/../../x", "a/b/c", "", "a//b", ".hidden", "a/.b", "x\0y", "a\nb", "~root", "a/", "-rf", "a b", "ä", "a..b/c", "x" * 120]


def test_members_are_read_back_and_the_bytes_do_not_change():
    content = {"README.txt": b"x" * 1000, "data/a-b_1.csv": b"1,2\r\n"}
    assert archive(content) == archive(content)
    with zipfile.ZipFile(io.BytesIO(archive(content))) as package:
        assert package.testzip() is None
        assert {entry.filename: package.read(entry) for entry in package.infolist()} == content
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("name", TRICKS)
def test_a_member_elsewhere_is_refused(name: str):
    with pytest.raises(ValueError, match="no lawful name"):
        archive({name: b""})


@pytest.mark.parametrize("name", [*TRICKS, "=cmd", '"; filename=evil.exe', "a\r\nX-Evil: 1"])
def test_a_file_name_made_of_anything_is_lawful(name: str):
    made = lawful_name(name, "2020", ending="csv")
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") and made.endswith("2020.csv") and ".." not in made
    assert made[0] not in "-."
