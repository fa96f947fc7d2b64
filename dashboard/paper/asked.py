"""How an image is wanted: its size, ink and resolution, read from a query, with what is wrong in words."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from dashboard.paper.sizes import COLOUR, DEFAULT_SIZE, INKS, LEAST_DPI, MOST_DPI, MOST_PIXELS, SIZES, Size, pixels
from dashboard.query import shown
from dashboard.wording import THIN_SPACE

KEYS = ("size", "ink", "dpi")


@dataclass(frozen=True)
class Asked:
    """size: of `SIZES`. ink: of `INKS`. dpi: of a PNG. fault: what is wrong, "" where nothing is; the rest is the default then."""

    size: Size = SIZES[DEFAULT_SIZE]
    ink: str = COLOUR
    dpi: int = SIZES[DEFAULT_SIZE].dpi
    fault: str = ""

    @classmethod
    def of(cls, query: str) -> Asked:
        """What a query wants."""
        given: dict[str, str] = {}
        for key, value in parse_qsl(query[:LONGEST]):
            if key in KEYS:
                given.setdefault(key, value)
        size, ink, dpi = given.get("size", DEFAULT_SIZE), given.get("ink", COLOUR), given.get("dpi", "")
        if size not in SIZES:
            return cls(fault=f"size: found “{shown(size)}”; expected {', '.join(SIZES)}.")
        own = SIZES[size]
        if ink not in INKS:
            return cls(fault=f"ink: found “{shown(ink)}”; expected {' or '.join(INKS)}.")
        if not dpi:
            return cls(own, ink, own.dpi)
        if not (dpi.isascii() and dpi.isdigit() and len(dpi) < 5 and LEAST_DPI <= int(dpi) <= MOST_DPI):
            return cls(fault=f"dpi: found “{shown(dpi)}”; expected a whole number from {LEAST_DPI} to {MOST_DPI}.")
        wide, high = pixels(own.width, own.height or own.tallest, int(dpi))
        if wide * high > MOST_PIXELS:
            most = f"{MOST_PIXELS:,}".replace(",", THIN_SPACE)
            return cls(fault=f"dpi: {dpi} is too fine for the size {size}, which may need {wide} × {high} pixels; at most {most} are drawn. Take a PDF or SVG, or a lower dpi.")
        return cls(own, ink, int(dpi))


LONGEST = 8000  # characters of a query that are read


def without(query: str) -> str:
    """The query of the view alone."""
    return urlencode([(key, value) for key, value in parse_qsl(query[:LONGEST], keep_blank_values=True) if key not in KEYS], safe=",")
