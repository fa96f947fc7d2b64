"""The slides of one view: title, map, trend, for whom, places, notes. They are added to a deck, which may hold those of other views."""

from __future__ import annotations

from dataclasses import dataclass

from pptx.enum.text import MSO_ANCHOR
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Pt

from dashboard import theme
from dashboard.documents.chart import Bars, Dots, Lines
from dashboard.documents.fitting import fitted
from dashboard.documents.groups import split
from dashboard.documents.told import Chapter, Told
from layouts.files.office import core_xml, lawful
from layouts.files.pptx_chart import add_chart, add_table
from layouts.files.pptx_deck import BODY, FOOT, LEFT, Box, add_slide, add_words, deck_bytes, joined, new_deck, style
from layouts.files.pptx_map import add_keys, add_map

MOST_ROWS, MOST_HELD = 18, 4  # rows of dots on a slide; charts of several countries on a slide
NOTE = Box(LEFT, 474, 880, 24)


@dataclass(frozen=True)
class Behind:
    """What stands in the workbook behind each chart: facts, and core properties."""

    facts: tuple[tuple[str, str], ...]
    core: str


def pptx(held: Told) -> bytes:
    """The slides of one view as a file."""
    deck = new_deck()
    add_view(deck, held)
    return deck_bytes(deck, held.about, held.about.title)


def add_view(deck: Deck, held: Told) -> None:
    """Adds the slides of a view."""
    held = lawful(held)
    behind = Behind((("Unit", held.unit_and_year), ("Source", held.about.source_line), ("Address", held.about.address)), core_xml(held.about, held.about.title))
    _title(deck, held)
    _map(deck, held)
    for chapter in (held.trend, held.groups, held.places):
        _chapter(deck, held, chapter, behind)
    _notes(deck, held)


def _title(deck: Deck, held: Told) -> None:
    place = Box(LEFT, 90, 880, 110)
    slide = add_slide(deck, held.about.title, "", "", held.about, joined((held.about.title, held.unit_and_year, held.said, held.about.source_line)), place)
    add_words(slide, Box(LEFT, 212, 880, 26), held.unit_and_year, fitted(held.unit_and_year, 880, 26, (18, 16, 14, 12)), theme.INK_SOFT, "Unit and year")
    frame = add_words(slide, Box(LEFT, 256, 880, 56), "", 20, theme.INK, "Countries")
    paragraph = frame.paragraphs[0]
    size = fitted(held.who, 880, 56, (22, 20, 18, 16, 14), True)
    for at, (name, colour) in enumerate(held.colours.items()):
        run = paragraph.add_run()
        run.text = name + ("" if at == len(held.colours) - 1 else " · ")
        style(run.font, size, theme.in_text(colour), True)
    if not held.colours:
        run = paragraph.add_run()
        run.text = held.who
        style(run.font, size, theme.INK, True)
    add_words(slide, Box(LEFT, 326, 880, 110), held.said, fitted(held.said, 880, 110, (18, 16, 14)), theme.INK, "What it shows")
    add_words(slide, Box(LEFT, 452, 880, 34), held.about.address, fitted(held.about.address, 880, 34, (12, 10, 8)), theme.ACCENT, "Address", MSO_ANCHOR.BOTTOM, held.about.address)


def _map(deck: Deck, held: Told) -> None:
    about = held.about
    title = f"{about.title}: the map in {about.year}"
    slide = add_slide(deck, title, held.unit_and_year, held.map_said, about, joined((title, held.unit_and_year, held.map_said, held.map.note, held.disclaimer)))
    add_map(slide, Box(LEFT, 132, 700, 336), held.map)
    add_keys(slide, Box(756, 150, 164, 320), held.map)
    add_words(slide, NOTE, held.disclaimer, 10, theme.INK_FAINT, "Disclaimer", MSO_ANCHOR.BOTTOM)


def _chapter(deck: Deck, held: Told, chapter: Chapter, behind: Behind) -> None:
    """One slide, or several where there is more than one has room for."""
    pages = _pages(chapter)
    note = " ".join(chapter.notes)
    spoken = joined((chapter.title, chapter.under, chapter.said, chapter.why, note, _as_words(chapter)))
    for at, page in enumerate(pages or [()]):
        title = chapter.title + (f" ({at + 1} of {len(pages)})" if len(pages) > 1 else "")
        slide = add_slide(deck, title, chapter.under, chapter.said, held.about, spoken)
        size = fitted(note, NOTE.width, NOTE.height, (11, 10, 9))
        if note:
            add_words(slide, NOTE, note, size, theme.INK_SOFT, "How to read it", MSO_ANCHOR.BOTTOM)
        top = BODY.y if chapter.said else 96
        body = Box(BODY.x, top, BODY.width, NOTE.y - 6 - top)
        if chapter.why:
            add_words(slide, body, chapter.why, 18, theme.INK_SOFT, "Why there is nothing")
        elif page:
            _charts(slide, body, page, chapter, behind)
        elif chapter.table:
            rows = len(chapter.table.rows) + 1
            text = max(9.0, min(14.0, body.height / rows / 1.95))
            add_table(slide, body, chapter.table, text, "Table", chapter.title)


def _pages(chapter: Chapter) -> list[tuple]:
    """The charts of each slide."""
    if not chapter.charts:
        return []
    if isinstance(chapter.charts[0], Dots):
        return [(part,) for part in split(chapter.charts[0], MOST_ROWS)]
    return [chapter.charts[at : at + MOST_HELD] for at in range(0, len(chapter.charts), MOST_HELD)]


def _charts(slide: Slide, body: Box, charts: tuple, chapter: Chapter, behind: Behind) -> None:
    for place, chart in zip(_places(body, charts), charts, strict=True):
        text = 12.0 if len(charts) > 1 else 14.0
        if isinstance(chart, Bars):
            text = max(9.0, min(14.0, place.height / len(chart.names) / 1.42))
        if isinstance(chart, Dots):
            text = max(10.0, min(14.0, place.height / (len(chart.rows) + 3) / 1.3))
        name = chart.title if isinstance(chart, Lines) and chart.title else chapter.title
        add_chart(slide, place, chart, text, name, behind.facts, behind.core)


def _places(body: Box, charts: tuple) -> list[Box]:
    """Where one chart stands, or up to four."""
    if len(charts) == 1:
        chart = charts[0]
        if isinstance(chart, Dots):  # few rows need no tall picture
            return [Box(body.x, body.y, body.width, min(body.height, 26.0 * (len(chart.rows) + 3)))]
        if isinstance(chart, Bars):
            return [Box(body.x, body.y, body.width, min(body.height, 30.0 * len(chart.names)))]
        return [body]
    wide, rows = (body.width - 20) / 2, 1 if len(charts) == 2 else 2
    high = (body.height - 10 * (rows - 1)) / rows
    return [Box(body.x + (at % 2) * (wide + 20), body.y + (at // 2) * (high + 10), wide, high) for at in range(len(charts))]


def _as_words(chapter: Chapter) -> str:
    """The table of a chapter as lines of text."""
    if chapter.table is None:
        return ""
    heads = chapter.table.heads
    rows = ([f"{head}: {cell}" if head and at else cell for at, (head, cell) in enumerate(zip(heads, row, strict=True)) if cell] for row in chapter.table.rows)
    return "\n".join("; ".join(row) for row in rows)


def _notes(deck: Deck, held: Told) -> None:
    title = f"{held.about.title}: definition, source and notes"
    facts = (("Indicator", held.full_name), *held.facts)
    slide = add_slide(deck, title, "", "", held.about, joined((title, *(f"{head}: {words}" for head, words in facts), held.about.address)))
    whole = " ".join(f"{head} {words}" for head, words in facts)
    size = fitted(whole, 860, 330, (14, 13, 12, 11, 10, 9))
    frame = add_words(slide, Box(LEFT, 78, 880, 370), "", size, theme.INK, "Notes")
    for at, (head, words) in enumerate(facts):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(size * 0.55)
        for text, colour, is_bold in ((f"{head}  ", theme.INK_SOFT, True), (words, theme.INK, False)):
            run = paragraph.add_run()
            run.text = text
            style(run.font, size, colour, is_bold)
    address = held.about.address
    add_words(slide, Box(LEFT, 456, 880, FOOT.y - 462), address, fitted(address, 880, 32, (12, 10, 8)), theme.ACCENT, "Address", link=address)
