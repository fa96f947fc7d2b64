"""What all office files have in common: words that XML can hold, what a file says of itself, and bytes that do not follow the clock."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar
from xml.sax.saxutils import escape

from dashboard.provenance import Provenance

BEGINNING = (1980, 1, 1, 0, 0, 0)  # the first moment that a ZIP can name: none of the file's own
UNLAWFUL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
CORE = "docProps/core.xml"
THUMBNAIL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
FONT = "Arial"  # in every office, and with the same widths where it is replaced
Anything = TypeVar("Anything")


def lawful(held: Anything) -> Anything:
    """The same with every text in it free of characters that XML cannot hold; through tuples, mappings and dataclasses."""
    if isinstance(held, str):
        return UNLAWFUL.sub("", held)
    if isinstance(held, tuple):
        return tuple(lawful(part) for part in held)
    if isinstance(held, dict):
        return {lawful(key): lawful(value) for key, value in held.items()}
    if is_dataclass(held):
        return replace(held, **{field.name: lawful(getattr(held, field.name)) for field in fields(held)})
    return held


def core_xml(about: Provenance, title: str) -> str:
    """The core properties of a file: what it is, whose, from where, and its own address among the keywords. It names no date: a file is as old as its release."""
    parts = (("dc:title", title), ("dc:creator", about.name), ("cp:keywords", about.address), ("dc:description", about.source_line), ("cp:lastModifiedBy", about.name), ("dc:language", "en"))
    said = "".join(f"<{name}>{escape(UNLAWFUL.sub('', words))}</{name}>" for name, words in parts)
    spaces = (
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties {spaces}>{said}</cp:coreProperties>'


def packed(blob: bytes, core: str) -> bytes:
    """An office file with these core properties, and the same bytes whenever it is written."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blob)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            body = core.encode("utf-8") if entry.filename == CORE else old.read(entry)
            kept = zipfile.ZipInfo(entry.filename, BEGINNING)
            kept.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(kept, body)
    return buffer.getvalue()
