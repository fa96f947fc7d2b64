"""An empty deck of slides, 16 to 9, in the monitor's type, and what every slide has: title, words, source, number, notes."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Pt

from dashboard import theme
from dashboard.documents.fitting import fitted
from dashboard.provenance import Provenance
from layouts.files.office import FONT, THUMBNAIL, core_xml, lawful, packed

WIDE, HIGH = 960, 540  # points of a slide
LEFT, RIGHT = 40, 920
TITLE_ONLY = 5  # of the library's own layouts


@dataclass(frozen=True)
class Box:
    """A place on a slide, in points."""

    x: float
    y: float
    width: float
    height: float


HEADING, UNDER, SAID, BODY, FOOT = Box(LEFT, 18, 880, 44), Box(LEFT, 62, 880, 22), Box(LEFT, 86, 880, 44), Box(LEFT, 136, 880, 350), Box(LEFT, 500, 830, 30)


def new_deck() -> Deck:
    """A deck without slides: one layout with a title, all type in one face."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDE), Pt(HIGH)
    kept = deck.slide_layouts[TITLE_ONLY]
    for layout in list(deck.slide_layouts):
        if layout is not kept:
            deck.slide_layouts.remove(layout)
    for shapes in (deck.slide_master.placeholders, kept.placeholders):
        for shape in list(shapes):
            if shape.placeholder_format.idx == 0:
                _place(shape, HEADING)
            elif shapes is kept.placeholders:
                shape._element.getparent().remove(shape._element)
            else:
                _place(shape, BODY if shape.placeholder_format.idx == 1 else Box(LEFT, 505, 200, 20))
    _one_face(deck.slide_master.part.part_related_by(RT.THEME))
    for part, kind in ((deck.part.package, THUMBNAIL), (deck.part, RT.PRINTER_SETTINGS)):
        for key in [key for key, rel in part._rels.items() if rel.reltype == kind]:
            part._rels.pop(key)
    return deck


def _one_face(part) -> None:
    part._blob = re.sub(rb'(<a:(?:major|minor)Font><a:latin typeface=")[^"]*', lambda m: m[1] + FONT.encode(), re.sub(rb">\s+<", b"><", part.blob))


def _place(shape, box: Box) -> None:
    shape.left, shape.top, shape.width, shape.height = (Pt(v) for v in (box.x, box.y, box.width, box.height))


def add_slide(deck: Deck, title: str, under: str, said: str, about: Provenance, notes: str, heading: Box = HEADING) -> Slide:
    """A slide with its title, what is shown in what unit and year, a sentence, the source at its foot, a number, and the summary in its notes."""
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    own = slide.shapes.title
    _place(own, heading)
    say(own.text_frame, title, fitted(title, heading.width, heading.height, (26, 22, 18, 15, 13), True), theme.INK, is_bold=True, anchor=MSO_ANCHOR.BOTTOM)
    if under:
        add_words(slide, UNDER, under, fitted(under, UNDER.width, UNDER.height, (14, 12, 11)), theme.INK_SOFT, "Unit and year")
    if said:
        add_words(slide, SAID, said, fitted(said, SAID.width, SAID.height, (16, 14, 13, 12, 11)), theme.INK, "What it shows")
    foot = about.source_line
    add_words(slide, FOOT, foot, fitted(foot, FOOT.width, FOOT.height, (10, 9, 8)), theme.INK_FAINT, "Source", MSO_ANCHOR.BOTTOM)
    _number(slide, len(deck.slides))
    slide.notes_slide.notes_text_frame.text = notes
    return slide


def add_words(slide: Slide, box: Box, text: str, size: float, colour: str, name: str, anchor: MSO_ANCHOR = MSO_ANCHOR.TOP, link: str = "") -> TextFrame:
    """A box of words in one look."""
    shape = slide.shapes.add_textbox(*(Pt(v) for v in (box.x, box.y, box.width, box.height)))
    shape.name = name
    say(shape.text_frame, text, size, colour, anchor=anchor, link=link)
    return shape.text_frame


def say(frame: TextFrame, text: str, size: float, colour: str, is_bold: bool = False, anchor: MSO_ANCHOR = MSO_ANCHOR.TOP, link: str = "") -> None:
    """One paragraph of words in a frame without margins."""
    frame.word_wrap, frame.vertical_anchor = True, anchor
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    run = paragraph.add_run()
    run.text = text
    style(run.font, size, colour, is_bold)
    if link:
        run.hyperlink.address = link


def style(font, size: float, colour: str, is_bold: bool = False) -> None:
    """Size, colour and weight of a run."""
    font.size, font.bold, font.name = Pt(size), is_bold, FONT
    font.color.rgb = RGBColor.from_string(colour.removeprefix("#").upper())


def _number(slide: Slide, count: int) -> None:
    """The slide's number, which follows when slides are moved."""
    frame = add_words(slide, Box(880, 510, 40, 20), "", 10, theme.INK_FAINT, "Number", MSO_ANCHOR.BOTTOM)
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT
    space = "http://schemas.openxmlformats.org/drawingml/2006/main"
    field = parse_xml(
        f'<a:fld xmlns:a="{space}" id="{{5C1D0B2A-6A0E-4B4E-9C7E-0F3B8E5D7A11}}" type="slidenum"><a:rPr lang="en-GB" sz="1000">'
        f'<a:solidFill><a:srgbClr val="{theme.INK_FAINT[1:]}"/></a:solidFill></a:rPr><a:t>{count}</a:t></a:fld>'
    )
    for run in paragraph._p.findall(qn("a:r")):
        paragraph._p.remove(run)
    paragraph._p.insert_element_before(field, "a:endParaRPr")


def deck_bytes(deck: Deck, about: Provenance, title: str) -> bytes:
    """The deck as a file."""
    buffer = io.BytesIO()
    deck.save(buffer)
    return packed(buffer.getvalue(), core_xml(lawful(about), lawful(title)))


def describe(element: BaseOxmlElement, name: str, words: str) -> None:
    """Gives a shape its name and the words for those who cannot see it."""
    found = next(element.iter(qn("p:cNvPr")))
    found.set("name", name)
    found.set("descr", words)


def joined(parts: Sequence[str]) -> str:
    """Paragraphs of a slide's notes."""
    return "\n".join(part for part in parts if part)
