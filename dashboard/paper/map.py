"""The map on paper: the same fills, patterns and markers as the page's first picture, with its legend and the chosen countries' values."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dashboard import theme, wording
from dashboard.chosen_words import amount
from dashboard.figures.natural_earth import WIDTH
from dashboard.figures.outlines import placed_rings
from dashboard.figures.world_map import BORDER_WIDTH, OUTLINE_WIDTH, SEEN_THROUGH, chosen_colours, circle, circle_keys
from dashboard.figures.world_svg import WorldSvg
from dashboard.paper.body import Body
from dashboard.paper.legend import Key, dot, height_of, legend, plain, swatch, widest
from dashboard.paper.marks import Box, Hatching, Mark, Shape, Symbol, Words, rectangle
from dashboard.paper.plot import Frame

RULED = "projected"  # the pattern that tells the lower side of equality from the upper in greys


def map_body(picture: WorldSvg, head: dict, names: dict[str, str], frame: Frame) -> Body:
    """picture: of the view's year. names: of the chosen countries by code, in their order."""
    keys = [*_classes(picture, head, frame), *_kinds(picture, frame), *_chosen(picture, head, names, frame)]
    text, window = frame.text, picture.sheet.window

    def height(width: float) -> float:
        return width * window.height / WIDTH + 0.8 * text + height_of(keys, width, text, frame.measure)

    def fit(room: Box) -> float:
        return max(min(room.width / WIDTH, room.height / window.height), 0)

    def draw(box: Box) -> list[Mark]:
        below = height_of(keys, box.width, text, frame.measure)
        at_side = widest(keys, text, frame.measure)
        under, beside = box.inset(bottom=below + 0.8 * text), box.inset(left=at_side + 1.5 * text)
        is_beside = fit(beside) > fit(under) and height_of(keys, at_side, text, frame.measure) <= box.height
        room = beside if is_beside else under
        place = Box(box.x, box.y, at_side, box.height) if is_beside else Box(box.x, box.bottom - below, box.width, below)
        scale = fit(room)
        left, top = room.x + (room.width - scale * WIDTH) / 2, room.y + (room.height - scale * window.height) / 2
        return [*_land(picture, left, top, scale, frame), *legend(keys, place, text, frame.measure)]

    uniform = "All values are estimated or modelled." if picture.shown.is_uniform else ""
    return Body("map", height, draw, tuple(words for words in (head["why_not_mapped"], uniform) if words), is_map=True)


def _land(picture: WorldSvg, left: float, top: float, scale: float, frame: Frame) -> list[Mark]:
    at = {code: tuple(ring * scale + (left, top) for ring in placed_rings(path)) for code, path in picture.sheet.paths.items()}
    rest = tuple(ring for code, rings in at.items() if code not in picture.fills for ring in rings)
    border, thin = theme.BORDER, BORDER_WIDTH * frame.scale
    marks: list[Mark] = [Shape(rest, fill=theme.NO_DATA, is_closed=True)]
    marks += [Shape(at[code], fill=fill, stroke=border, width=thin, is_closed=True) for code, fill in picture.fills.items()]
    for kind in theme.PATTERNS:
        over = tuple(ring for code, own in picture.kinds.items() if own == kind and code in at for ring in at[code])
        if over:
            marks += [Hatching(kind, over, frame.scale), Shape(over, stroke=border, width=thin, is_closed=True)]
    if frame.is_mono:
        marks += _below(picture, at, frame)
    colours = chosen_colours(picture.chosen)
    marks += [
        Shape(at[code], stroke=theme.INK if frame.is_mono else colours[code], width=OUTLINE_WIDTH * frame.scale, is_closed=True)
        for code in picture.chosen
        if code in picture.fills and code in at
    ]
    seen = 1.0 if picture.classes else SEEN_THROUGH
    places = {}
    for marker in picture.markers():
        rim = theme.INK if frame.is_mono and marker.code in colours else marker.rim
        if not (0 <= marker.x <= WIDTH and 0 <= marker.y <= picture.sheet.window.height):
            continue
        x, y = left + marker.x * scale, top + marker.y * scale
        marks.append(Symbol(x, y, "circle", marker.size * frame.scale, marker.fill, rim, marker.rim_width * frame.scale, seen))
        places[marker.code] = (x, y)
    return marks + _codes(picture, at, places, frame)


def _below(picture: WorldSvg, at: dict, frame: Frame) -> list[Mark]:
    """In greys, the two sides of equality look alike: the lower one is ruled."""
    if not picture.classes or picture.classes.middle is None:
        return []
    lower = set(theme.class_colours(picture.classes.count, picture.direction, picture.classes.middle)[: max(picture.classes.middle, 0)])
    over = tuple(ring for code, fill in picture.fills.items() if fill in lower for ring in at[code])
    return [Hatching(RULED, over, frame.scale)] if over else []


def _codes(picture: WorldSvg, at: dict, places: dict[str, tuple[float, float]], frame: Frame) -> list[Mark]:
    """The chosen countries' codes, so that they are found in greys and by those who do not know the map."""
    marks: list[Mark] = []
    size, taken = 0.86 * frame.text, []
    for code, colour in chosen_colours(picture.chosen).items():
        if code in places:
            x, y = places[code]
            x, anchor = x + 6 * frame.scale, "start"
        elif code in at:
            largest = max(at[code], key=lambda ring: float(abs(_area(ring))))
            (west, north), (east, south) = largest.min(axis=0), largest.max(axis=0)
            has_room = east - west > 2 * frame.measure(code, size, True) and south - north > 2 * size
            x, y, anchor = ((west + east) / 2, (north + south) / 2, "middle") if has_room else (east + 3 * frame.scale, north, "start")
        else:
            continue
        wide = frame.measure(code, size, True)
        plain = Box(x - wide / 2 if anchor == "middle" else x, y - 0.5 * size, wide, size).inset(-0.22 * size, -0.1 * size, -0.22 * size, -0.1 * size)
        box = _free(plain, taken)
        taken.append(box)
        y += box.y - plain.y
        marks.append(replace(rectangle(box, theme.PAPER), opacity=0.82))
        marks.append(Words(x, y + 0.34 * size, code, size, theme.INK if frame.is_mono else colour, True, anchor))
    return marks


def _free(box: Box, taken: list[Box]) -> Box:
    """The box, moved up or down as little as needed to lie on none of those taken; as it is where there is no such place near."""
    for step in (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5):
        moved = replace(box, y=box.y + step * box.height)
        if not any(moved.x < b.right and b.x < moved.right and moved.y < b.bottom - 0.01 and b.y < moved.bottom - 0.01 for b in taken):
            return moved
    return box


def _area(ring: np.ndarray) -> float:
    """Of a ring, signed by its way round."""
    x, y = ring.T
    return float((x * np.roll(y, -1) - y * np.roll(x, -1)).sum()) / 2


def _classes(picture: WorldSvg, head: dict, frame: Frame) -> list[Key]:
    if not picture.classes:
        largest = picture.shown.largest
        own = [dot(wording.number(key, 0), "circle", theme.ACCENT, circle(key, largest) * frame.scale, frame.text) for key in circle_keys(largest)]
        return [plain("Circles grow with the count:"), *own]
    labels, colours = head["classes"]["labels"], head["classes"]["colours"]
    lower = max(picture.classes.middle or 0, 0) if frame.is_mono and picture.classes.middle is not None else 0
    return [swatch(label, colour, RULED if n < lower else "", scale=frame.scale) for n, (label, colour) in enumerate(zip(labels, colours, strict=True))]


def _kinds(picture: WorldSvg, frame: Frame) -> list[Key]:
    held = frozenset(picture.kinds.values())
    ground = theme.class_colours(3, picture.direction, picture.classes.middle and 1)[1] if picture.classes else theme.NO_DATA
    return [swatch(words, theme.PATTERN_GROUNDS.get(kind, ground), kind, scale=frame.scale) for kind, words in wording.MARKS.items() if kind in held]


def _chosen(picture: WorldSvg, head: dict, names: dict[str, str], frame: Frame) -> list[Key]:
    """The chosen with code, name and value, and the year of it where it is another."""
    shown, colours = picture.shown, chosen_colours(tuple(names))
    unit = wording.running_unit(head["unit_short"])
    return [
        plain(f"{code} {name} {amount(shown.cells.get(code), shown.year, head['decimals'], unit, ' (', ')')}", theme.INK if frame.is_mono else colours[code], True)
        for code, name in names.items()
    ]
