"""One panel as a sheet: title, subtitle, what the view shows, the panel, and below it all that a reader must know of the numbers."""

from __future__ import annotations

from dashboard import theme
from dashboard.paper.body import Body
from dashboard.paper.ink import in_greys
from dashboard.paper.marks import Box, Mark, Measure, Sheet, Words, line
from dashboard.paper.plot import Frame
from dashboard.paper.sizes import MONO, Size, points
from dashboard.paper.wrapped import LEADING, fitted, paragraph, wrapped
from dashboard.provenance import DISCLAIMER, Provenance

MARGIN, SLIDE_MARGIN = 2.5, 10.0  # mm
SMALL = 0.84  # of the text in charts: what stands below them
FIXED_NOTES = {"slide": 2, "square": 4}  # lines of notes on a sheet whose height is given


def frame_of(size: Size, measure: Measure, ink: str) -> Frame:
    """How charts stand on paper of a size."""
    return Frame(size.scale, measure, ink == MONO)


def sheet_of(body: Body, about: Provenance, size: Size, frame: Frame) -> Sheet:
    """A sheet of the size; where the size leaves the height open, as high as its panel needs, up to the size's limit."""
    margin = points(SLIDE_MARGIN if size.name == "slide" else MARGIN)
    width, text = points(size.width), frame.text
    room = width - 2 * margin
    heads, y = above(about, margin, room, text, frame.measure)
    most = FIXED_NOTES.get(size.name, 99)
    if body.heading:
        heads.append(Words(margin, y + 1.0 * text, body.heading, 1.1 * text, theme.INK, True))
        y += 1.8 * text
    said = (_notes(body, about, room, frame, most), about.source_line)
    _, below = closing(said, about, margin, 0, room, frame, body.is_map)
    if size.height:
        height = points(size.height)
    else:
        height = min(y + body.height(room) + 0.8 * text + below + margin, points(size.tallest))
    box = Box(margin, y, room, height - y - 0.8 * text - below - margin)
    last, _ = closing(said, about, margin, box.bottom + 0.8 * text, room, frame, body.is_map)
    marks: list[Mark] = [*heads, *body.draw(box), *last]
    return Sheet(width, height, tuple(in_greys(marks) if frame.is_mono else marks))


def bare(body: Body, width: float) -> Sheet:
    """The panel alone, as high as it needs. width: mm."""
    wide = points(width)
    high = body.height(wide)
    return Sheet(wide, high, tuple(body.draw(Box(0, 0, wide, high))))


def above(about: Provenance, left: float, room: float, text: float, measure: Measure) -> tuple[list[Mark], float]:
    """Title, subtitle and sentence, and where the panel may begin."""
    marks: list[Mark] = []
    y = left
    for words, size, colour, is_bold in (
        (about.title, 1.5 * text, theme.INK, True),
        (about.subtitle, 1.05 * text, theme.INK_SOFT, False),
        (about.sentence, 1.05 * text, theme.INK, False),
    ):
        if words:
            own, y = paragraph(words, left, y, room, size, colour, measure, is_bold)
            marks += own
            y += 0.2 * text
    return marks, y + 0.6 * text


def _notes(body: Body, about: Provenance, room: float, frame: Frame, most: int) -> str:
    """What must be known of the numbers; what is beyond so many lines is at the address."""
    words = " ".join((*about.notices, *body.notes, *about.notes))
    return " ".join(wrapped(words, room, SMALL * frame.text, frame.measure, most=most))


def closing(said: tuple[str, ...], about: Provenance, left: float, top: float, room: float, frame: Frame, is_map: bool) -> tuple[list[Mark], float]:
    """What stands below the panels, from a top down, and its height: paragraphs, the disclaimer of a map, the address."""
    small = SMALL * frame.text
    marks: list[Mark] = [line(left, top, left + room, top, theme.RULE, 0.5)]
    y = top + 0.5 * small
    for words in (*said, DISCLAIMER if is_map else ""):
        if words:
            own, y = paragraph(words, left, y, room, small, theme.INK_SOFT, frame.measure)
            marks += own
    if about.address:
        marks.append(Words(left, y + 0.86 * small, fitted(about.address, room, small, frame.measure), small, theme.ACCENT, link=about.address))
        y += LEADING * small
    return marks, y - top
