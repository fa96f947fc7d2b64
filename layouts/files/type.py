"""The typeface of files: Source Sans Pro, which comes as a package, so that every machine draws the same letters."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

FAMILY = "Source Sans Pro"
FACES = {False: "SourceSansPro-Regular.ttf", True: "SourceSansPro-Semibold.ttf"}


@cache
def path_of(is_bold: bool) -> str:
    """The file of a face."""
    return str(files("font_source_sans_pro") / "files" / FACES[is_bold])


@cache
def _advances(is_bold: bool) -> tuple[dict[int, float], float]:
    """The width of each character, as parts of the type size, and of one that the face does not have."""
    from matplotlib.ft2font import FT2Font, LoadFlags

    font = FT2Font(path_of(is_bold))
    units = font.units_per_EM
    widths = {char: font.load_glyph(glyph, LoadFlags.NO_SCALE).horiAdvance / units for char, glyph in font.get_charmap().items() if char < 0x2500}
    return widths, widths[ord("n")]


@lru_cache(maxsize=20_000)
def width_of(words: str, size: float, is_bold: bool = False) -> float:
    """How wide words are, in points."""
    widths, other = _advances(is_bold)
    return size * sum(widths.get(ord(char), other) for char in words)
