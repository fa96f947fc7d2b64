"""Native charts in a text document: the library has none, so the chart and its workbook are added to the package as parts."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from docx.document import Document as Brief
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.text.run import Run

from dashboard.documents.chart import Chart
from layouts.files.chart_workbook import workbook
from layouts.files.chart_xml import Room, about_of, chart_xml, columns_of

CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
EMU = 12_700  # of a point


def add_chart(brief: Brief, run: Run, chart: Chart, room: Room, name: str, facts: Sequence[tuple[str, str]], core: str) -> None:
    """Puts a chart that can be changed by its numbers into a run. facts: what its workbook says of itself; core: its core properties."""
    package = brief.part.package
    number = sum(part.content_type == CHART for part in package.iter_parts()) + 1
    book = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), XLSX, workbook(columns_of(chart), about_of(chart, facts), core), package)
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), CHART, chart_xml(chart, room, "rId1"), package)
    relation = part.relate_to(book, f"{RELATIONS}/package")
    assert relation == "rId1", relation
    run._r.append(_drawing(brief.part.relate_to(part, f"{RELATIONS}/chart"), room, name, chart.words, 1000 + number))


def _drawing(relation: str, room: Room, name: str, words: str, number: int):
    size = f'cx="{round(room.width * EMU)}" cy="{round(room.height * EMU)}"'
    return parse_xml(
        f'<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wp="{DRAWING}/wordprocessingDrawing" xmlns:a="{DRAWING}/main" xmlns:r="{RELATIONS}">'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr id="{number}" name={quoteattr(name)} descr={quoteattr(words)}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{DRAWING}/chart"><c:chart xmlns:c="{DRAWING}/chart" r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
