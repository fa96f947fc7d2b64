"""The whole page on paper: A4 across with all four panels, then what does not fit there: long breakdowns, the full ranking, the notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from dashboard import theme
from dashboard.paper.body import Body
from dashboard.paper.ink import in_greys
from dashboard.paper.marks import Box, Mark, Sheet, Words, line
from dashboard.paper.plot import Frame
from dashboard.paper.sheet import above, closing
from dashboard.paper.sizes import points
from dashboard.paper.wrapped import paragraph
from dashboard.provenance import Provenance

WIDTH, HEIGHT, MARGIN = 297.0, 210.0, 11.0  # mm
TEXT = 8.0  # points of the text in charts
LEFT = 0.6  # of the width: map and trend
MAP = 0.56  # of the height: the map; the trend has the rest
MOST_GROUPS = 0.62  # of the height that a breakdown may take from the ranking; a longer one has a page of its own
FULL = 0.78  # of the text in charts: the full ranking, which then fits a page
NAMES = {"map": "Map", "trend": "Over time", "breakdown": "For whom", "ranking": "Ranking"}


@dataclass(frozen=True)
class Written:
    """A heading and its text."""

    heading: str
    text: str


def page_sheets(body: Callable[[str, Frame], Body], about: Provenance, texts: tuple[Written, ...], frame: Frame) -> list[Sheet]:
    """body: a panel (map, trend, breakdown, ranking) in a frame. texts: what stands after the panels' own notes."""
    bodies = {panel: body(panel, frame) for panel in NAMES}
    first, is_long, is_cut = first_sheet(bodies, about, frame)
    sheets = [first]
    if is_long:
        sheets.append(_own_page(bodies["breakdown"], about, frame))
    if is_cut:
        sheets.append(_own_page(body("ranking", replace(frame, scale=FULL * frame.scale)), about, frame))
    sheets += notes_sheets((*panel_notes(bodies), *texts), about, frame)
    return [numbered(sheet, n + 1) for n, sheet in enumerate(sheets)]


def panel_notes(bodies: Mapping[str, Body]) -> tuple[Written, ...]:
    """What each panel must have said of it."""
    return tuple(Written(NAMES[name], " ".join(own.notes)) for name, own in bodies.items() if own.notes)


def first_sheet(bodies: Mapping[str, Body], about: Provenance, frame: Frame) -> tuple[Sheet, bool, bool]:
    """All panels on one sheet; whether the breakdown found no room on it, and whether the ranking found too little."""
    whole, heads = _room(about, frame)
    wide = whole.width * LEFT
    left, right = Box(whole.x, whole.y, wide, whole.height), whole.inset(left=wide + 2 * frame.text)
    marks = [*heads, *_panel(bodies["map"], Box(left.x, left.y, wide, MAP * left.height - frame.text), frame)]
    marks += _panel(bodies["trend"], left.inset(top=MAP * left.height), frame)
    need = bodies["breakdown"].height(right.width) + 2.4 * frame.text
    is_long = need > MOST_GROUPS * right.height
    high = 0 if is_long else need
    if not is_long:
        marks += _panel(bodies["breakdown"], Box(right.x, right.y, right.width, high - frame.text), frame)
    marks += _panel(bodies["ranking"], right.inset(top=high), frame)
    return _sheet(marks, about, frame, is_map=True), is_long, bodies["ranking"].height(right.width) > right.height - high


def numbered(sheet: Sheet, number: int) -> Sheet:
    """The sheet with its page number."""
    mark = Words(sheet.width - points(MARGIN), sheet.height - points(MARGIN) + 0.6 * TEXT, str(number), 0.9 * TEXT, theme.INK_SOFT, anchor="end")
    return replace(sheet, marks=(*sheet.marks, mark))


def _room(about: Provenance, frame: Frame) -> tuple[Box, list[Mark]]:
    margin, width = points(MARGIN), points(WIDTH - 2 * MARGIN)
    heads, y = above(about, margin, width, frame.text, frame.measure)
    _, below = closing((about.source_line,), about, margin, 0, width, frame, is_map=True)
    return Box(margin, y, width, points(HEIGHT) - y - below - margin - frame.text), heads


def _panel(body: Body, box: Box, frame: Frame) -> list[Mark]:
    heading = Words(box.x, box.y + frame.text, body.heading or NAMES[body.name], 1.1 * frame.text, theme.INK, True)
    return [heading, *body.draw(box.inset(top=1.7 * frame.text))]


def _own_page(body: Body, about: Provenance, frame: Frame) -> Sheet:
    room, heads = _room(replace(about, sentence=""), frame)
    return _sheet([*heads, *_panel(body, room, frame)], about, frame, is_map=False)


def _sheet(marks: list[Mark], about: Provenance, frame: Frame, is_map: bool) -> Sheet:
    margin, width = points(MARGIN), points(WIDTH - 2 * MARGIN)
    _, below = closing((about.source_line,), about, margin, 0, width, frame, is_map)
    last, _ = closing((about.source_line,), about, margin, points(HEIGHT) - margin - below, width, frame, is_map)
    marks = [*marks, *last]
    return Sheet(points(WIDTH), points(HEIGHT), tuple(in_greys(marks) if frame.is_mono else marks))


def notes_sheets(texts: tuple[Written, ...], about: Provenance, frame: Frame) -> list[Sheet]:
    """In two columns, on as many sheets as they need."""
    room, heads = _room(replace(about, sentence=""), frame)
    gap, size = 3 * frame.text, 1.05 * frame.text
    wide = (room.width - gap) / 2
    sheets, marks = [], list(heads)
    column, y = 0, room.y
    for written in texts:
        for words, is_bold in ((written.heading, True), (written.text, False)):
            lines, _ = paragraph(words, 0, 0, wide, size, theme.INK if is_bold else theme.INK_SOFT, frame.measure, is_bold)
            for text in lines:
                keep = 3.9 * size if is_bold else 0  # a heading does not stand alone at the end of a column
                if y + 1.28 * size + keep > room.bottom:
                    column, y = column + 1, room.y
                    if column > 1:
                        sheets.append(_sheet(marks, about, frame, is_map=False))
                        column, marks = 0, list(heads)
                marks.append(replace(text, x=room.x + column * (wide + gap), y=y + 0.86 * size))
                y += 1.28 * size
        y += 0.7 * size
    middle = room.x + wide + gap / 2
    marks.append(line(middle, room.y, middle, room.bottom, theme.RULE_SOFT, 0.5))
    return [*sheets, _sheet(marks, about, frame, is_map=False)]
