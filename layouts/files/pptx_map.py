"""The map on a slide: a shape a country, which can be taken hold of, filled and moved; all of them one group."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from pptx.oxml import parse_xml
from pptx.slide import Slide

from dashboard import theme
from dashboard.documents.map_shapes import Disc, Key, Land, Map
from layouts.files.pptx_deck import Box, add_words

EMU = 12_700  # of a point
BORDER, RIM, OUTLINE = 0.4, 0.6, 2.0  # points
SPACES = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
PATTERNS = {  # what lies over an area, as an office program has it; the ink of it
    "none": ("ltUpDiag", "#B9C0C7"),
    "suppressed": ("diagCross", "#7C8894"),
    "not-applicable": ("pct10", "#8C96A0"),
    "unmet": ("ltDnDiag", "#A9917A"),
    "borrowed": ("wdUpDiag", "#FFFFFF"),
    "estimated": ("pct5", "#FFFFFF"),
    "projected": ("ltHorz", "#FFFFFF"),
    "bound": ("ltVert", "#FFFFFF"),
}
KEY = 13  # points of a swatch
TEXT = 12


def add_map(slide: Slide, box: Box, drawn: Map) -> Box:
    """The map, as large as its place lets it be, in the middle of it; gives the place that it really takes."""
    scale = min(box.width / drawn.width, box.height / drawn.height)
    own = Box(box.x + (box.width - drawn.width * scale) / 2, box.y + (box.height - drawn.height * scale) / 2, drawn.width * scale, drawn.height * scale)
    first = slide.shapes._next_shape_id
    shapes = [_land(land, own, scale, first + 1 + i) for i, land in enumerate(drawn.lands)]
    shapes += [_disc(disc, own, scale, first + 1 + len(shapes) + i) for i, disc in enumerate(drawn.discs)]
    slide.shapes._spTree.append(parse_xml(_group("Map", drawn.words, own, first, shapes)))
    return own


def add_keys(slide: Slide, box: Box, drawn: Map) -> None:
    """The legend: a swatch or a circle and its words, one below the other."""
    y, wide, places = box.y, max([KEY, *(key.size for key in drawn.keys)]), []
    for key in drawn.keys:
        high = max(KEY, key.size)
        add_words(slide, Box(box.x + wide + 8, y + (high - TEXT * 1.2) / 2, box.width - wide - 8, TEXT * 1.3), key.words, TEXT, theme.INK, f"Key: {key.words}")
        places.append(y)
        y += high + 7
    if places:
        first = slide.shapes._next_shape_id
        shapes = [_key(key, box.x, place, first + 1 + i) for i, (key, place) in enumerate(zip(drawn.keys, places, strict=True))]
        slide.shapes._spTree.append(parse_xml(_group("Keys of the map", "", Box(box.x, box.y, wide, y - box.y), first, shapes)))
    if drawn.note:
        add_words(slide, Box(box.x, y + 8, box.width, 80), drawn.note, 11, theme.INK_SOFT, "Note of the map")


def _group(name: str, words: str, box: Box, number: int, shapes: list[str]) -> str:
    at = f'<a:off x="{round(box.x * EMU)}" y="{round(box.y * EMU)}"/><a:ext cx="{round(box.width * EMU)}" cy="{round(box.height * EMU)}"/>'
    inside = at.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
    properties = f'<p:nvGrpSpPr><p:cNvPr id="{number}" name={quoteattr(name)} descr={quoteattr(words)}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    return f'<p:grpSp {SPACES}>{properties}<p:grpSpPr><a:xfrm>{at}{inside}</a:xfrm></p:grpSpPr>{"".join(shapes)}</p:grpSp>'


def _land(land: Land, box: Box, scale: float, number: int) -> str:
    points = [point for ring in land.rings for point in ring]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    wide, high = max(max(x for x, _ in points) - left, 1), max(max(y for _, y in points) - top, 1)
    drawn = "".join(_ring(ring, left, top) for ring in land.rings)
    shape = f'<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{wide}" h="{high}">{drawn}</a:path></a:pathLst></a:custGeom>'
    place = Box(box.x + left * scale, box.y + top * scale, wide * scale, high * scale)
    return _shape(land.name, land.words, number, place, shape, _fill(land.fill, land.kind), land.outline or theme.BORDER, OUTLINE if land.outline else BORDER)


def _ring(ring: tuple[tuple[int, int], ...], left: int, top: int) -> str:
    (x, y), *rest = ring
    steps = "".join(f'<a:lnTo><a:pt x="{px - left}" y="{py - top}"/></a:lnTo>' for px, py in rest)
    return f'<a:moveTo><a:pt x="{x - left}" y="{y - top}"/></a:moveTo>{steps}<a:close/>'


def _disc(disc: Disc, box: Box, scale: float, number: int) -> str:
    place = Box(box.x + disc.x * scale - disc.size / 2, box.y + disc.y * scale - disc.size / 2, disc.size, disc.size)
    return _shape(disc.name, disc.words, number, place, _preset("ellipse"), _fill(disc.fill, "", disc.opacity), disc.rim, OUTLINE if disc.is_chosen else RIM)


def _key(key: Key, x: float, y: float, number: int) -> str:
    if key.size:
        return _shape(f"Circle: {key.words}", "", number, Box(x, y, key.size, key.size), _preset("ellipse"), _fill(key.fill, "", 0.6), theme.INK_FAINT, RIM)
    return _shape(f"Colour: {key.words}", "", number, Box(x, y, KEY, KEY), _preset("rect"), _fill(key.fill, key.kind), theme.NO_DATA_LINE, 0.5)


def _preset(shape: str) -> str:
    return f'<a:prstGeom prst="{shape}"><a:avLst/></a:prstGeom>'


def _fill(colour: str, kind: str, opacity: float = 1.0) -> str:
    plain = f'<a:srgbClr val="{colour[1:]}">' + (f'<a:alpha val="{round(opacity * 100_000)}"/>' if opacity < 1 else "") + "</a:srgbClr>"
    if not kind:
        return f"<a:solidFill>{plain}</a:solidFill>"
    pattern, ink = PATTERNS[kind]
    return f'<a:pattFill prst="{pattern}"><a:fgClr><a:srgbClr val="{ink[1:]}"/></a:fgClr><a:bgClr>{plain}</a:bgClr></a:pattFill>'


def _shape(name: str, words: str, number: int, box: Box, geometry: str, fill: str, line: str, width: float) -> str:
    place = f'<a:xfrm><a:off x="{round(box.x * EMU)}" y="{round(box.y * EMU)}"/><a:ext cx="{max(round(box.width * EMU), 1)}" cy="{max(round(box.height * EMU), 1)}"/></a:xfrm>'
    edge = f'<a:ln w="{round(width * EMU)}"><a:solidFill><a:srgbClr val="{line[1:]}"/></a:solidFill><a:round/></a:ln>'
    said = f" descr={quoteattr(words)}" if words else ""
    return f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(name)}{said}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{place}{geometry}{fill}{edge}</p:spPr></p:sp>'
