"""A logo runs nothing, asks for nothing and is small; anything else is refused with what was found."""

from __future__ import annotations

import struct
import zlib

import pytest

from dashboard.site.fault import SettingsError
from dashboard.site.logo import LARGEST, PNG, logo_of


def png(width: int, height: int) -> bytes:
    """The beginning of a PNG of a size."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return PNG + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


def svg(inside: str, more: str = "") -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" {more}>{inside}</svg>'.encode()


@pytest.mark.parametrize(
    "inside",
    [
        "<path d='M0 0H9'/>", "<style>.a{fill:url(#g)}</style>", "<use href='#a'/>", "<image href='data:image/png;base64,AA=='/>",
        "<a href='https://a.org'><path/></a>", "<rect style='fill:#123456'/>",
    ],
)  # fmt: skip
def test_a_plain_drawing_is_taken_as_it_is(inside: str) -> None:
    logo = logo_of("MONITOR_LOGO", "l.svg", svg(inside))
    assert (logo.kind, logo.mimetype, logo.content) == ("svg", "image/svg+xml", svg(inside))


def test_a_png_is_taken_whatever_its_file_is_called() -> None:
    assert logo_of("MONITOR_LOGO", "l.svg", png(40, 20)).mimetype == "image/png"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (svg("<script>alert(1)</script>"), "an element script"),
        (svg("<s:SCRIPT xmlns:s='http://www.w3.org/2000/svg'/>"), "an element script"),
        (svg("<foreignObject/>"), "an element foreignobject"),
        (svg("", "onload='alert(1)'"), "a script in the attribute onload of svg"),
        (svg("<a xlink:href=' java\nscript:alert(1)'/>"), "a script in the attribute href of a"),
        (svg("<animate attributeName='href' to='javascript:alert(1)'/>"), "a script in the attribute to"),
        (svg("<image href='https://a.org/x.png'/>"), "an address in the attribute href of image"),
        (svg("<use xlink:href='other.svg#a'/>"), "an address in the attribute href of use"),
        (svg("<style>@import 'x.css';</style>"), "a style in style that asks for another file"),
        (svg("<rect style='fill:url(https://a.org/x)'/>"), "a style in rect that asks for another file"),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg("&a;"), "a DOCTYPE"),
        (b"<html><body/></html>", "XML of another kind"),
        (b"GIF89a", "no XML"),
        (b"", "no XML"),
        (png(0, 5), "found 0 \u00d7 5"),
        (png(9999, 5), "found 9999"),
        (PNG, "found 0"),
        (svg("<!--" + "x" * LARGEST + "-->"), "at most 200 KB"),
    ],
)
def test_what_is_no_logo_is_refused_with_what_was_found(content: bytes, found: str) -> None:
    with pytest.raises(SettingsError, match="^MONITOR_LOGO='l.svg': expected") as fault:
        logo_of("MONITOR_LOGO", "l.svg", content)
    assert found in str(fault.value)
