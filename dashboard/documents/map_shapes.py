"""The map of a view as shapes that an office program can draw and a person can take hold of: one a country, by its name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard import theme, wording
from dashboard.classes import Classes
from dashboard.figures.natural_earth import WIDTH
from dashboard.figures.outlines import rings
from dashboard.figures.world_map import SEEN_THROUGH, chosen_colours, circle, circle_keys
from dashboard.figures.world_svg import WorldSvg

Ring = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Land:
    """A country's outline on the sheet. kind: of `theme.PATTERNS`, "" for a plain filling. outline: the colour of a chosen one."""

    name: str
    words: str
    rings: tuple[Ring, ...]
    fill: str
    kind: str = ""
    outline: str = ""


@dataclass(frozen=True)
class Disc:
    """A circle on the sheet; size in points. rim: its colour; is_chosen: whether that is a chosen country's."""

    name: str
    words: str
    x: float
    y: float
    size: float
    fill: str
    rim: str
    is_chosen: bool
    opacity: float = 1.0


@dataclass(frozen=True)
class Key:
    """An entry of the legend: a filling with its kind, or a circle of a size in points."""

    words: str
    fill: str
    kind: str = ""
    size: float = 0.0


@dataclass(frozen=True)
class Map:
    """lands: those chosen last, so that no neighbour lies over their outline. height: of a sheet `WIDTH` units wide."""

    words: str
    lands: tuple[Land, ...]
    discs: tuple[Disc, ...]
    keys: tuple[Key, ...]
    note: str
    height: float
    width: float = float(WIDTH)


def map_shapes(picture: WorldSvg, names: Mapping[str, str], values: Mapping[str, str], classes: Classes | None, why_circles: str, words: str) -> Map:
    """The shapes of a picture. names, values: of areas by code, the latter as words. classes: None for counts. why_circles: why they are no shades."""
    colours, fills = chosen_colours(picture.chosen), picture.fills
    rest = [code for code in picture.sheet.paths if code not in fills]
    lands = [Land(names.get(code, code), "not among the areas shown", rings(picture.sheet.paths[code]), theme.NO_DATA) for code in rest]
    for code in sorted(fills, key=lambda code: code in colours):
        outline = colours.get(code, "") if picture.scope.is_world or code in picture.scope.members else ""
        lands.append(Land(names.get(code, code), values.get(code, wording.NO_DATA), rings(picture.sheet.paths[code]), fills[code], picture.kinds[code], outline))
    high = picture.sheet.window.height
    discs = [
        Disc(names.get(m.code, m.code), values.get(m.code, wording.NO_DATA), m.x, m.y, m.size, m.fill, m.rim, m.code in colours, 1.0 if classes else SEEN_THROUGH)
        for m in picture.markers()
        if 0 <= m.x <= WIDTH and 0 <= m.y <= high
    ]
    return Map(words, tuple(lands), tuple(discs), (*_keys(picture, classes), *_marks(picture, classes)), _note(picture, why_circles), high)


def _keys(picture: WorldSvg, classes: Classes | None) -> tuple[Key, ...]:
    if classes is None:
        largest = picture.shown.largest
        return tuple(Key(wording.number(count, 0), theme.ACCENT, size=circle(count, largest)) for count in circle_keys(largest))
    colours = theme.class_colours(classes.count, picture.direction, classes.middle)
    return tuple(Key(label, colour) for label, colour in zip(classes.labels, colours, strict=True))[::-1]


def _marks(picture: WorldSvg, classes: Classes | None) -> tuple[Key, ...]:
    """The kinds of gap and of value that the map really carries; the latter on a colour of the map."""
    carried = set(picture.kinds.values())
    colours = theme.class_colours(classes.count, picture.direction, classes.middle) if classes else (theme.NO_DATA,)
    middle = colours[len(colours) // 2]
    return tuple(Key(said, theme.PATTERN_GROUNDS.get(kind, middle), kind) for kind, said in wording.MARKS.items() if kind in carried)


def _note(picture: WorldSvg, why_circles: str) -> str:
    said = [f"{why_circles} Circles grow with the count."] if why_circles else []
    return " ".join([*said, *(["All values are estimated or modelled."] if picture.shown.is_uniform else [])])
