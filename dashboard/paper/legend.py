"""Keys of a legend on paper: a mark and its words, one behind the other, in as many lines as they need."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dashboard import theme
from dashboard.paper.ink import parsed
from dashboard.paper.marks import Box, Hatching, Mark, Measure, Shape, Symbol, Words, line, rectangle
from dashboard.paper.symbols import UPRIGHT

LEADING = 1.5  # lines of text from one line of keys to the next


@dataclass(frozen=True)
class Key:
    """words and the mark before them. width, height: of the mark, in parts of the text's size. draw: the mark in its box."""

    words: str
    width: float
    draw: Callable[[Box], list[Mark]]
    colour: str = theme.INK_SOFT
    is_bold: bool = False
    height: float = 0.95


def swatch(words: str, fill: str, pattern: str = "", rim: str = theme.RULE, scale: float = 0.5) -> Key:
    """A filled box, with a pattern over it where there is one."""

    def draw(box: Box) -> list[Mark]:
        ground = rectangle(box, fill, rim, 0.4)
        return [ground, Hatching(pattern, ground.parts, scale)] if pattern else [ground]

    return Key(words, 1.5, draw)


def veil(words: str, layers: int) -> Key:
    """A piece of the trend's band, which is laid over itself in its middle."""
    colour, opacity = parsed(theme.BAND)
    return Key(words, 1.5, lambda box: [replace(rectangle(box, colour), opacity=opacity)] * layers)


def dot(words: str, shape: str, fill: str, size: float, text: float) -> Key:
    """A symbol of a size in points, beside text of a size."""

    def draw(box: Box) -> list[Mark]:
        x, y = box.x + box.width / 2, box.y + box.height / 2
        if shape == UPRIGHT:
            return [Symbol(x, y, shape, size * 1.2, fill, fill, size / 6)]
        return [Symbol(x, y, shape, size, fill)]

    return Key(words, max(size / text, 0.95), draw, height=max(size / text, 0.95))


def stroke(words: str, colour: str, width: float, dash: tuple[float, ...]) -> Key:
    """A piece of a line."""
    return Key(words, 2.4, lambda box: [line(box.x, box.y + box.height / 2, box.right, box.y + box.height / 2, colour, width, dash)])


def plain(words: str, colour: str = theme.INK_SOFT, is_bold: bool = False) -> Key:
    """Words alone."""
    return Key(words, 0, lambda box: [], colour, is_bold)


def height_of(keys: list[Key], width: float, text: float, measure: Measure) -> float:
    """Points of height that the keys need."""
    return sum(_deep(own) for own in _lines(keys, width, text, measure)) * text


def _deep(own: list[tuple[float, Key]]) -> float:
    """Of one line, in parts of the text's size."""
    return max(LEADING, *(key.height + LEADING - 0.95 for _, key in own))


def widest(keys: list[Key], text: float, measure: Measure) -> float:
    """Points that the widest key needs."""
    return max((_width(key, text, measure) for key in keys), default=0.0)


def _width(key: Key, text: float, measure: Measure) -> float:
    return key.width * text + (0.35 * text if key.width else 0) + measure(key.words, text, key.is_bold)


def legend(keys: list[Key], box: Box, text: float, measure: Measure) -> list[Mark]:
    """The keys from the top left corner of a box."""
    marks: list[Mark] = []
    top = box.y
    for own in _lines(keys, box.width, text, measure):
        middle = top + _deep(own) * text / 2
        for x, key in own:
            wide = key.width * text
            marks += key.draw(Box(box.x + x, middle - key.height * text / 2, wide, key.height * text))
            marks.append(Words(box.x + x + wide + (0.35 * text if wide else 0), middle + 0.34 * text, key.words, text, key.colour, key.is_bold))
        top += _deep(own) * text
    return [mark for mark in marks if not (isinstance(mark, Shape) and not mark.parts)]


def _lines(keys: list[Key], width: float, text: float, measure: Measure) -> list[list[tuple[float, Key]]]:
    lines: list[list[tuple[float, Key]]] = [[]]
    at = 0.0
    for key in keys:
        wide = _width(key, text, measure)
        if lines[-1] and at + wide > width + 0.01:
            lines.append([])
            at = 0.0
        lines[-1].append((at, key))
        at += wide + 1.1 * text
    return [own for own in lines if own]
