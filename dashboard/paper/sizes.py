"""The named sizes of images: what fits a column, a page, a slide, a square."""

from __future__ import annotations

from dataclasses import dataclass

POINTS_A_MM = 72 / 25.4


@dataclass(frozen=True)
class Size:
    """width, height in mm; height 0 takes what the panel needs, up to `tallest`. dpi: of the PNG. text: points of the text in charts."""

    name: str
    words: str
    width: float
    height: float
    tallest: float
    dpi: int
    text: float

    @property
    def scale(self) -> float:
        """Points for a pixel of the screen's chart, whose text has 14."""
        return self.text / 14


SIZES = {
    size.name: size
    for size in (
        Size("column", "column, 85 mm", 85, 0, 240, 300, 6.8),
        Size("page", "page width, 170 mm", 170, 0, 240, 300, 8.0),
        Size("slide", "slide, 16:9", 338.7, 190.5, 190.5, 144, 15.0),
        Size("square", "square, 120 mm", 120, 120, 120, 300, 8.4),
    )
}
DEFAULT_SIZE = "page"
LEAST_DPI, MOST_DPI = 72, 600
MOST_PIXELS = 24_000_000  # of a PNG: about 100 MB while it is drawn

COLOUR, MONO = "colour", "mono"
INKS = (COLOUR, MONO)


def points(mm: float) -> float:
    """Millimetres in points."""
    return mm * POINTS_A_MM


def pixels(mm_wide: float, mm_high: float, dpi: int) -> tuple[int, int]:
    """Pixels of a sheet at a resolution."""
    return round(mm_wide / 25.4 * dpi), round(mm_high / 25.4 * dpi)
