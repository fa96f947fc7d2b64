"""A logo that may be shown: a small SVG or PNG, that runs nothing and asks for nothing."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from xml.etree import ElementTree

from dashboard.site.fault import unfit

LARGEST = 200 * 1024  # bytes
WIDEST = 4096  # pixels of a PNG
SVG = "{http://www.w3.org/2000/svg}"
PNG = b"\x89PNG\r\n\x1a\n"
ACTIVE = {"script", "foreignobject", "iframe", "embed", "object", "audio", "video", "handler", "listener"}
KINDS = {"svg": "image/svg+xml", "png": "image/png"}


@dataclass(frozen=True)
class Logo:
    """A logo that was looked at. kind: `svg` or `png`."""

    kind: str
    content: bytes

    @property
    def mimetype(self) -> str:
        return KINDS[self.kind]


def logo_of(key: str, path: str, content: bytes) -> Logo:
    """The logo that a file holds. Raises SettingsError with what is wrong with it."""
    if len(content) > LARGEST:
        raise unfit(key, path, f"a file of at most {LARGEST // 1024} KB; found a larger one")
    if content.startswith(PNG):
        return Logo("png", _png(key, path, content))
    fault = _fault_of_svg(content)
    if fault:
        raise unfit(key, path, f"an SVG or a PNG without scripts; found {fault}")
    return Logo("svg", content)


def _png(key: str, path: str, content: bytes) -> bytes:
    width, height = struct.unpack(">II", content[16:24]) if content[12:16] == b"IHDR" and len(content) >= 24 else (0, 0)
    if not (0 < width <= WIDEST and 0 < height <= WIDEST):
        raise unfit(key, path, f"a PNG of 1 to {WIDEST} pixels each way; found {width} × {height}")
    return content


def _fault_of_svg(content: bytes) -> str:
    """What is wrong with an SVG, "" where nothing is."""
    if re.search(rb"<!\s*(DOCTYPE|ENTITY)", content, re.IGNORECASE):
        return "a DOCTYPE, which it does not need"
    try:
        root = ElementTree.fromstring(content)  # no entities are left that could grow
    except (ElementTree.ParseError, ValueError, LookupError) as fault:
        return f"a text that is no XML ({fault})"
    if root.tag != f"{SVG}svg":
        return f"XML of another kind, {root.tag[:60]!r}"
    return next(filter(None, map(_fault_of_element, root.iter())), "")


def _fault_of_element(element: ElementTree.Element) -> str:
    name = str(element.tag).rpartition("}")[2].lower()
    if name in ACTIVE:
        return f"an element {name}"
    for full, value in element.attrib.items():
        attribute = full.rpartition("}")[2].lower()
        if attribute.startswith("on") or "javascript:" in re.sub(r"\s", "", value).lower():
            return f"a script in the attribute {attribute} of {name}"
        if attribute in ("href", "src") and not value.strip().startswith(("#", "data:image/")) and name != "a":
            return f"an address in the attribute {attribute} of {name}, which no file may ask for"
    said = " ".join((*element.attrib.values(), element.text or "" if name == "style" else ""))
    asked = re.search(r"@import|url\(\s*[\"']?(?!#|data:image/|[\"'\s])", said, re.IGNORECASE)
    return f"a style in {name} that asks for another file" if asked else ""
