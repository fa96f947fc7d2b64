"""Colours on paper: as on the screen, or greys that black-and-white print keeps apart."""

from __future__ import annotations

import re
from dataclasses import replace

from dashboard.paper.marks import Mark, Shape, Symbol, Words
from dashboard.theme import luminance

_RGBA = re.compile(r"rgba\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*,\s*([\d.]+)\s*\)")
# lengths on and off, in line widths; told apart where colour cannot
DASHES = ((), (5, 2.2), (1.3, 1.8), (7, 2, 1.3, 2), (10, 3.5), (3, 1.8), (7, 2, 1.3, 2, 1.3, 2), (1.3, 4))
NAMED_DASHES = {"solid": (), "dash": (4.5, 2.4), "dot": (1.2, 2.2), "dashdot": (4.5, 2, 1.2, 2), "longdash": (8, 3), "longdashdot": (8, 2.4, 1.2, 2.4)}


def parsed(colour: str) -> tuple[str, float]:
    """`#rrggbb` and how much of it covers, of a colour as the figures write it."""
    found = _RGBA.fullmatch(colour)
    if not found:
        return colour, 1.0
    red, green, blue, opacity = found.groups()
    return f"#{int(red):02x}{int(green):02x}{int(blue):02x}", float(opacity)


def grey(colour: str) -> str:
    """The grey that is as light as a colour."""
    if not colour:
        return colour
    light = luminance(colour)
    level = round(255 * (12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055))
    return f"#{level:02x}{level:02x}{level:02x}"


def in_greys(marks: list[Mark]) -> list[Mark]:
    """The same marks in greys."""
    return [_greyed(mark) for mark in marks]


def _greyed(mark: Mark) -> Mark:
    if isinstance(mark, Words):
        return replace(mark, colour=grey(mark.colour))
    if isinstance(mark, Shape | Symbol):
        return replace(mark, fill=grey(mark.fill), stroke=grey(mark.stroke))
    return replace(mark, is_grey=True)
