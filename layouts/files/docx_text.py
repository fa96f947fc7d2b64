"""An A4 document in the monitor's type, and what its pages are put together from: headings, paragraphs, links, tables."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from docx import Document
from docx.document import Document as Brief
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table as DocxTable
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from dashboard import theme
from dashboard.documents.chart import Table
from dashboard.documents.fitting import width
from dashboard.provenance import Provenance
from layouts.files.office import FONT, THUMBNAIL, core_xml, lawful, packed

ACROSS = 170 / 25.4 * 72  # points between the margins
STYLES = {  # style: size, colour, weight, points before, points after
    "Normal": (10, theme.INK, False, 0, 5),
    "Title": (22, theme.INK, True, 0, 2),
    "Heading 1": (18, theme.INK, True, 18, 4),
    "Heading 2": (13, theme.INK, True, 14, 4),
    "Heading 3": (11, theme.INK, True, 8, 3),
}


def new_brief() -> Brief:
    """A document without words: A4 upright, one face, sizes of its own."""
    brief = Document()
    section = brief.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin, section.footer_distance = Mm(18), Mm(20), Mm(9)
    for name, (size, colour, is_bold, before, after) in STYLES.items():
        style = brief.styles[name]
        style.font.size, style.font.bold, style.font.color.rgb = Pt(size), is_bold, _rgb(colour)
        _one_face(style.element.get_or_add_rPr())
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.line_spacing = 1.1
        for border in style.element.findall(f".//{qn('w:pBdr')}"):
            border.getparent().remove(border)
    package = brief.part.package
    for key in [key for key, rel in package.rels.items() if rel.reltype == THUMBNAIL]:
        package.rels.pop(key)
    return brief


def _one_face(properties) -> None:
    """One face for every script; no face of the theme, which would come before it."""
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    properties.insert(0, fonts)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#").upper())


def add_text(brief: Brief, text: str, size: float = 10, colour: str = theme.INK, is_bold: bool = False) -> Paragraph:
    """A paragraph in one look."""
    paragraph = brief.add_paragraph()
    style_run(paragraph.add_run(text), size, colour, is_bold)
    return paragraph


def style_run(run: Run, size: float, colour: str, is_bold: bool = False) -> None:
    run.font.size, run.font.bold, run.font.color.rgb = Pt(size), is_bold, _rgb(colour)


def add_link(paragraph: Paragraph, text: str, address: str, size: float = 10) -> None:
    """Words that lead to an address."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RT.HYPERLINK, is_external=True))
    run = paragraph.add_run(text)
    style_run(run, size, theme.ACCENT)
    run.font.underline = True
    link.append(run._r)
    paragraph._p.append(link)


def add_table(brief: Brief, table: Table, size: float = 9) -> DocxTable:
    """A table in the house style: rules between rows, heads repeated on each page, no row torn apart."""
    own = brief.add_table(rows=len(table.rows) + 1, cols=len(table.heads))
    own.alignment, own.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    wide = _widths(table, size)
    named = next((place for place in range(len(table.heads)) if place not in table.numbers), 0)
    grid = own._tbl.tblGrid.findall(qn("w:gridCol"))
    for place, column in enumerate(grid):
        column.set(qn("w:w"), str(round(wide[place] * 20)))
    for at, (row, words) in enumerate(zip(own.rows, (table.heads, *table.rows), strict=True)):
        _row_marks(row._tr, is_head=at == 0)
        is_heading = at == 0 or not any(words[1 : len(words) - 1])  # of a country or a breakdown: it stays with what it stands above
        for place, cell in enumerate(row.cells):
            cell.width = Pt(wide[place])
            colour = table.colours[at - 1] if at and table.colours and table.colours[at - 1] and place <= named else theme.INK if at else theme.INK_SOFT
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1.5)
            paragraph.paragraph_format.line_spacing, paragraph.paragraph_format.keep_with_next = 1.0, is_heading
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if place in table.numbers else WD_ALIGN_PARAGRAPH.LEFT
            style_run(paragraph.add_run(words[place]), size, theme.in_text(colour), at == 0 or at - 1 in table.strong)
            _rule(cell._tc)
    brief.add_paragraph().paragraph_format.space_after = Pt(2)
    return own


def _widths(table: Table, size: float) -> list[float]:
    """Widths by what the columns hold, no wider together than the page; what is too wide is broken between words."""

    def longest(texts: Iterable[str]) -> float:
        return max((width(text, size, True) for text in texts), default=0.0) + 14

    asked = [longest(row[at] for row in (table.heads, *table.rows)) for at in range(len(table.heads))]
    if sum(asked) <= ACROSS:
        return asked
    asked = [max(longest(row[at] for row in table.rows), longest(table.heads[at].split())) for at in range(len(table.heads))]  # heads may take several lines
    least = [longest(word for row in (table.heads, *table.rows) for word in row[at].split()) for at in range(len(asked))]
    is_words = [place not in table.numbers for place in range(len(asked))]
    for narrowed in (is_words, [not own for own in is_words]):  # numbers stay in one line as long as words can give way
        over, slack = max(sum(asked) - ACROSS, 0.0), [a - b if own else 0.0 for a, b, own in zip(asked, least, narrowed, strict=True)]
        part = min(over / (sum(slack) or 1), 1.0)
        asked = [a - part * more for a, more in zip(asked, slack, strict=True)]
    return asked


def _row_marks(row, is_head: bool) -> None:
    properties = row.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if is_head:
        properties.append(OxmlElement("w:tblHeader"))


def _rule(cell) -> None:
    borders, line = OxmlElement("w:tcBorders"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", theme.RULE[1:])):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    cell.get_or_add_tcPr().append(borders)


def set_footer(brief: Brief, words: str) -> None:
    """The source at the foot of every page, with the page's number."""
    paragraph = brief.sections[0].footer.paragraphs[0]
    style_run(paragraph.add_run(f"{words}  "), 7.5, theme.INK_FAINT)
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        style_run(run, 7.5, theme.INK_FAINT)
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = text
        run._r.append(mark)


def brief_bytes(brief: Brief, about: Provenance, title: str) -> bytes:
    """The document as a file."""
    buffer = io.BytesIO()
    brief.save(buffer)
    return packed(buffer.getvalue(), core_xml(lawful(about), lawful(title)))


def add_facts(brief: Brief, facts: Sequence[tuple[str, str]]) -> None:
    """Headings with their words, a paragraph each."""
    for head, words in facts:
        paragraph = brief.add_paragraph()
        style_run(paragraph.add_run(f"{head}  "), 9.5, theme.INK_SOFT, True)
        style_run(paragraph.add_run(words), 9.5, theme.INK)
        paragraph.paragraph_format.keep_with_next = head == facts[-1][0]  # what follows does not begin a page alone
