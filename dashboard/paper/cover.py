"""The first sheet of a pack: whom it is about, what it holds and on which page."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard import theme
from dashboard.paper.marks import Mark, Sheet, Words, line
from dashboard.paper.page import HEIGHT, MARGIN, WIDTH
from dashboard.paper.plot import Frame
from dashboard.paper.sizes import points
from dashboard.paper.wrapped import fitted, paragraph


@dataclass(frozen=True)
class Entry:
    """A line of the contents: what stands on a page, with what it says."""

    title: str
    sentence: str
    page: int


def cover(title: str, subtitle: str, entries: tuple[Entry, ...], last: str, frame: Frame) -> Sheet:
    """title: whom the pack is about. last: what stands at the foot. As many entries as `pack.MOST_INDICATORS` fit."""
    text, measure = frame.text, frame.measure
    left, top, width = points(MARGIN), points(MARGIN + 6), points(WIDTH - 2 * MARGIN)
    marks: list[Mark] = []
    for words, size, colour, is_bold in (("Briefing", 1.3 * text, theme.INK_SOFT, False), (title, 2.6 * text, theme.INK, True), (subtitle, 1.3 * text, theme.INK_SOFT, False)):
        own, top = paragraph(words, left, top, width, size, colour, measure, is_bold)
        marks += own
        top += 0.4 * size
    top += 1.2 * text
    bottom = points(HEIGHT - MARGIN) - 3 * text
    step = min((bottom - top) / max(len(entries), 1), 4.2 * text)
    for entry in entries:
        marks.append(line(left, top, left + width, top, theme.RULE_SOFT, 0.5))
        marks.append(Words(left, top + 1.35 * text, fitted(entry.title, width - 4 * text, 1.1 * text, measure, True), 1.1 * text, theme.INK, True))
        marks.append(Words(left + width, top + 1.35 * text, str(entry.page), 1.1 * text, theme.INK_SOFT, anchor="end"))
        if step > 2.7 * text:
            marks.append(Words(left, top + 2.6 * text, fitted(entry.sentence, width - 4 * text, text, measure), text, theme.INK_SOFT))
        top += step
    foot, _ = paragraph(last, left, points(HEIGHT - MARGIN) - 1.3 * text, width, 0.84 * text, theme.INK_SOFT, measure)
    return Sheet(points(WIDTH), points(HEIGHT), (*marks, *foot))
