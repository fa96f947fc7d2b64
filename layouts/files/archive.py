"""A ZIP of named members, the same bytes for the same content on any day."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

CREATED = (1980, 1, 1, 0, 0, 0)
LAWFUL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}(/[A-Za-z0-9][A-Za-z0-9._-]{0,99})?")


def archive(members: Mapping[str, bytes]) -> bytes:
    """The bytes of a ZIP. members: name -> content; a name is a file, or a file in one folder. Raises ValueError for any other."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name, content in members.items():
            if not LAWFUL.fullmatch(name) or ".." in name:
                raise ValueError(f"archive: the member {name!r} has no lawful name; expected letters, digits, dots and hyphens, in one folder at most")
            package.writestr(_entry(name), content)
    return held.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, CREATED)
    entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
    return entry
