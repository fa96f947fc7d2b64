"""How large a text may be set so that it fits its place. Widths are those of the usual sans serif, a little generous."""

from __future__ import annotations

from collections.abc import Sequence

NARROW, WIDE = "iljtfr.,:;|!'()[] ", "mwMWGOQ@%"
LINE = 1.22  # of the size: from one line to the next


def width(text: str, size: float, is_bold: bool = False) -> float:
    """Points that a line of text takes."""
    units = sum(0.3 if c in NARROW else 0.86 if c in WIDE else 0.69 if c.isupper() else 0.545 for c in text)
    return units * size * (1.07 if is_bold else 1.0)


def lines(text: str, size: float, room: float, is_bold: bool = False) -> int:
    """How many lines a text takes in a column of `room` points, broken between words."""
    count, used = 1, 0.0
    for word in text.split():
        long = width(word + " ", size, is_bold)
        if used and used + long > room:
            count, used = count + 1, 0.0
        used += long
    return count


def fitted(text: str, across: float, down: float, sizes: Sequence[float], is_bold: bool = False) -> float:
    """The first of the sizes at which the text fits a place, in points; the last where none does."""
    return next((size for size in sizes if lines(text, size, across, is_bold) * size * LINE <= down), sizes[-1])
