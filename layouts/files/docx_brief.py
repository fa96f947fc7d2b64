"""The brief of one view: key numbers, map, trend, for whom, places, notes. It is added to a document, which may hold those of other views."""

from __future__ import annotations

import io

from docx.document import Document as Brief
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Pt

from dashboard import theme
from dashboard.documents.chart import Bars, Chart, Dots, Lines
from dashboard.documents.groups import split
from dashboard.documents.told import Chapter, Told
from layouts.files.chart_xml import Room
from layouts.files.docx_chart import add_chart
from layouts.files.docx_text import ACROSS, add_facts, add_link, add_table, add_text, brief_bytes, new_brief, set_footer, style_run
from layouts.files.office import core_xml, lawful

MOST_ROWS = 24  # of dots in one chart: about half a page
TEXT = 9.0


def docx(held: Told, picture: bytes | None = None) -> bytes:
    """The brief of one view as a file. picture: of the map, a PNG; left out with its disclaimer where there is none."""
    brief = new_brief()
    add_view(brief, held, picture)
    set_footer(brief, lawful(held.about.source_line))
    return brief_bytes(brief, held.about, f"{held.who}: {held.about.title}")


def add_view(brief: Brief, held: Told, picture: bytes | None = None, is_new_page: bool = False) -> None:
    """Adds the sections of a view. is_new_page: it begins a page, as those after the first do."""
    held = lawful(held)
    if is_new_page:
        brief.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    behind = (("Unit", held.unit_and_year), ("Source", held.about.source_line), ("Address", held.about.address)), core_xml(held.about, held.about.title)
    _heading(brief, held)
    add_text(brief, held.said, 11)
    if held.colours and held.map_said != held.said:
        add_text(brief, held.map_said, TEXT, theme.INK_SOFT)
    if held.key:
        brief.add_heading("Key numbers", 2)
        add_table(brief, held.key)
    if picture:
        _picture(brief, held, picture)
    _chapter(brief, held, held.trend, "Over time", behind)
    _chapter(brief, held, held.groups, "For whom", behind)
    _chapter(brief, held, held.places, "Among countries", behind)
    brief.add_heading("What the numbers are", 2)
    add_facts(brief, (("Indicator", held.full_name), *(fact for fact in held.facts if picture or fact[0] != "Map")))
    add_link(brief.add_paragraph(), held.about.address, held.about.address, 9.5)


def _heading(brief: Brief, held: Told) -> None:
    paragraph = brief.add_heading("", 1)
    for at, (name, colour) in enumerate(held.colours.items()):
        style_run(paragraph.add_run(name + (" · " if at < len(held.colours) - 1 else "")), 12 if len(held.colours) > 3 else 14, theme.in_text(colour), True)
    if not held.colours:
        style_run(paragraph.add_run(held.who), 14, theme.INK_SOFT, True)
    paragraph.add_run().add_break()
    style_run(paragraph.add_run(held.about.title), 20 if len(held.about.title) < 70 else 16, theme.INK, True)
    add_text(brief, held.unit_and_year, 10.5, theme.INK_SOFT)


def _picture(brief: Brief, held: Told, picture: bytes) -> None:
    brief.add_heading("Map", 2)
    brief.add_picture(io.BytesIO(picture), width=Pt(ACROSS))
    drawn = brief.paragraphs[-1]._p.findall(f".//{qn('wp:docPr')}")[-1]
    drawn.set("name", "Map"), drawn.set("descr", held.map.words)
    add_text(brief, held.disclaimer, 8, theme.INK_FAINT)


def _chapter(brief: Brief, held: Told, chapter: Chapter, head: str, behind: tuple) -> None:
    brief.add_heading(head, 2)
    _with_next(add_text(brief, " · ".join(part for part in (chapter.title, chapter.under) if part), TEXT, theme.INK_SOFT))
    if chapter.said and chapter.said != held.said:
        _with_next(add_text(brief, chapter.said, 10))
    if chapter.why:
        add_text(brief, chapter.why)
    charts = split(chapter.charts[0], MOST_ROWS) if chapter.charts and isinstance(chapter.charts[0], Dots) else chapter.charts
    if len(charts) > 1 and isinstance(charts[0], Lines):
        _side_by_side(brief, charts, chapter, behind)
    else:
        for chart in charts:
            paragraph = brief.add_paragraph()
            add_chart(brief, paragraph.add_run(), chart, _room(chart), chapter.title, *behind)
    if chapter.table and (chapter is held.groups or not charts):
        add_table(brief, chapter.table, 8.5 if len(chapter.table.heads) > 6 else TEXT)
    for note in chapter.notes:
        add_text(brief, note, 8.5, theme.INK_SOFT).paragraph_format.space_after = Pt(2)


def _room(chart: Chart) -> Room:
    """How large a chart is on a page of its own width."""
    if isinstance(chart, Lines):
        return Room(ACROSS, 190, TEXT)
    if isinstance(chart, Bars):
        return Room(ACROSS, 13.5 * len(chart.names) + 8, TEXT)
    return Room(ACROSS, 14.5 * len(chart.rows) + 44, TEXT)


def _side_by_side(brief: Brief, charts: tuple, chapter: Chapter, behind: tuple) -> None:
    """Charts of several countries, two in a row."""
    rows = -(-len(charts) // 2)
    table = brief.add_table(rows=rows, cols=2)
    for at, chart in enumerate(charts):
        paragraph = table.cell(at // 2, at % 2).paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        add_chart(brief, paragraph.add_run(), chart, Room(ACROSS / 2 - 12, 132, 8.0), chart.title or chapter.title, *behind)
    brief.add_paragraph().paragraph_format.space_after = Pt(2)


def _with_next(paragraph) -> None:
    paragraph.paragraph_format.keep_with_next = True
