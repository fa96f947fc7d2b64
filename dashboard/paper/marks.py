"""What a sheet is drawn from: lines, shapes, symbols, patterns and words, at places in points (72 an inch), y downwards.

A sheet knows nothing of formats: `layouts/files/drawing.py` writes the same marks as PNG, SVG and PDF.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

NO_INK = ""  # neither filled nor stroked


class Measure(Protocol):
    """How wide words are, in points."""

    def __call__(self, words: str, size: float, is_bold: bool = False) -> float: ...


@dataclass(frozen=True, eq=False)
class Shape:
    """Rings or lines (arrays of points, one row a point), filled and stroked as one. dash: lengths on and off, in line widths."""

    parts: tuple[np.ndarray, ...]
    fill: str = NO_INK
    stroke: str = NO_INK
    width: float = 0.0
    dash: tuple[float, ...] = ()
    is_closed: bool = False
    opacity: float = 1.0


@dataclass(frozen=True)
class Symbol:
    """A mark at a place; shape is a name of `symbols.OUTLINES`. size: of its box. width: of its rim."""

    x: float
    y: float
    shape: str
    size: float
    fill: str
    stroke: str = NO_INK
    width: float = 0.0
    opacity: float = 1.0


@dataclass(frozen=True, eq=False)
class Hatching:
    """A pattern seen through rings. kind: of `theme.PATTERNS`. scale: points a pixel of the pattern."""

    kind: str
    parts: tuple[np.ndarray, ...]
    scale: float
    is_grey: bool = False


@dataclass(frozen=True)
class Words:
    """One line of text, its base line at y. anchor: "start", "middle" or "end" of it stands at x. link: where a click on it leads."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    is_bold: bool = False
    anchor: str = "start"
    link: str = ""


Mark = Shape | Symbol | Hatching | Words


@dataclass(frozen=True)
class Box:
    """A part of a sheet."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def inset(self, left: float = 0, top: float = 0, right: float = 0, bottom: float = 0) -> Box:
        """The part that is left inside margins."""
        return Box(self.x + left, self.y + top, self.width - left - right, self.height - top - bottom)


@dataclass(frozen=True, eq=False)
class Sheet:
    """A sheet of paper with its marks, the later over the earlier."""

    width: float
    height: float
    marks: tuple[Mark, ...]

    def texts(self) -> list[str]:
        """All words on it, in their order."""
        return [mark.text for mark in self.marks if isinstance(mark, Words)]


def line(x0: float, y0: float, x1: float, y1: float, colour: str, width: float, dash: tuple[float, ...] = ()) -> Shape:
    """A straight line."""
    return Shape((np.array([(x0, y0), (x1, y1)], dtype=float),), stroke=colour, width=width, dash=dash)


def rectangle(box: Box, fill: str, stroke: str = NO_INK, width: float = 0.0) -> Shape:
    """A filled rectangle."""
    corners = [(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)]
    return Shape((np.array(corners, dtype=float),), fill=fill, stroke=stroke, width=width, is_closed=True)
