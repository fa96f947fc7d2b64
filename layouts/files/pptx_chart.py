"""Native charts and tables on a slide."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.parts.chart import ChartPart
from pptx.parts.embeddedpackage import EmbeddedXlsxPart
from pptx.slide import Slide
from pptx.util import Pt

from dashboard import theme
from dashboard.documents.chart import Chart, Table
from dashboard.documents.fitting import width
from layouts.files.chart_workbook import workbook
from layouts.files.chart_xml import Room, about_of, chart_xml, columns_of
from layouts.files.pptx_deck import Box, describe, style

RELATION = "rId1"  # of the workbook, the first and only one of a chart


def add_chart(slide: Slide, box: Box, chart: Chart, text: float, name: str, facts: Sequence[tuple[str, str]], core: str) -> None:
    """A chart that can be changed by its numbers. facts: what its workbook says of itself; core: its core properties."""
    package = slide.part.package
    blob = chart_xml(chart, Room(box.width, box.height, text), RELATION)
    part = ChartPart.load(package.next_partname(ChartPart.partname_template), CT.DML_CHART, package, blob)
    book = EmbeddedXlsxPart.new(workbook(columns_of(chart), about_of(chart, facts), core), package)
    relation = part.relate_to(book, RT.PACKAGE)
    assert relation == RELATION, relation
    frame = slide.shapes._add_chart_graphicFrame(slide.part.relate_to(part, RT.CHART), *(Pt(v) for v in (box.x, box.y, box.width, box.height)))
    describe(frame, name, chart.words)


def add_table(slide: Slide, box: Box, table: Table, text: float, name: str, words: str) -> None:
    """A table in the house style: rules between rows, no fillings."""
    frame = slide.shapes.add_table(len(table.rows) + 1, len(table.heads), *(Pt(v) for v in (box.x, box.y, box.width, box.height)))
    describe(frame._element, name, words)
    own = frame.table
    properties = own._tbl.tblPr
    properties.set("bandRow", "0")
    properties.find(qn("a:tableStyleId")).text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # no style, no grid
    for column, wide in zip(own.columns, _widths(table, box.width, text), strict=True):
        column.width = Pt(wide)
    tall = min(box.height / (len(table.rows) + 1), text * 2.2)
    for at, row in enumerate((table.heads, *table.rows)):
        own.rows[at].height = Pt(tall)
        is_strong = at == 0 or at - 1 in table.strong
        for place, cell in enumerate(row):
            colour = table.colours[at - 1] if at and table.colours and table.colours[at - 1] and place <= _named(table) else theme.INK if at else theme.INK_SOFT
            _fill(own.cell(at, place), cell, text, theme.in_text(colour), is_strong, place in table.numbers)


def _named(table: Table) -> int:
    """The column up to which a row's cells have its colour: that of the names."""
    return next((place for place in range(len(table.heads)) if place not in table.numbers), 0)


def _widths(table: Table, whole: float, text: float) -> list[float]:
    """Widths by what the columns hold; what is left over goes to the right of the table, never into the columns."""
    asked = [max(width(row[at], text, True) for row in (table.heads, *table.rows)) + 1.6 * text for at in range(len(table.heads))]
    if sum(asked) <= whole:
        return asked
    widest = asked.index(max(asked))
    rest = sum(asked) - asked[widest]
    if whole - rest >= 8 * text:
        asked[widest] = whole - rest
        return asked
    return [one * whole / sum(asked) for one in asked]


def _fill(cell, words: str, size: float, colour: str, is_strong: bool, is_number: bool) -> None:
    cell.margin_top = cell.margin_bottom = Pt(1)
    cell.margin_left = cell.margin_right = Pt(5)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if is_number else PP_ALIGN.LEFT
    run = paragraph.add_run()
    run.text = words
    style(run.font, size, colour, is_strong)
    properties = cell._tc.get_or_add_tcPr()
    line = properties.makeelement(qn("a:lnB"), {"w": "6350"})
    fill = line.makeelement(qn("a:solidFill"), {})
    fill.append(fill.makeelement(qn("a:srgbClr"), {"val": str(RGBColor.from_string(theme.RULE[1:]))}))
    line.append(fill)
    properties.append(line)
