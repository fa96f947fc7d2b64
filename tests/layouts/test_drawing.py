"""Sheets as files, read again by other programs than the one that wrote them."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from pypdf import PdfReader

from dashboard.areas import Atlas
from dashboard.contents import Contents
from dashboard.paper.marks import Box, Hatching, Shape, Sheet, Symbol, Words, line, rectangle
from layouts.files.drawing import About, image, pages
from layouts.files.type import path_of, width_of
from tests.reading.png import png

SVG = "{http://www.w3.org/2000/svg}"
DC = "{http://purl.org/dc/elements/1.1/}"
ABOUT = About("Unemployment, 2021", "% of labour force. Côte d’Ivoire 3.3%.", "Monitor", "CC BY 4.0", "https://host/?areas=CIV&sex=F")
SHEET = Sheet(
    144,
    72,
    (
        rectangle(Box(0, 0, 36, 72), "#005a8c"),
        Hatching("none", (np.array([(36, 0), (72, 0), (72, 72), (36, 72)], dtype=float),), 0.5),
        line(72, 36, 144, 36, "#c55208", 4),
        Symbol(108, 54, "circle", 16, "#218360"),
        Shape((np.array([(120, 0), (144, 0), (144, 20)], dtype=float),), fill="#000000", is_closed=True, opacity=0.5),
        Words(74, 20, "Türkiye −1\u202f234 & <more> $x$", 8, "#16202B", True),
        Words(142, 68, "https://host/", 6, "#005A8C", anchor="end", link="https://host/"),
    ),
)


def test_a_png_has_the_size_the_words_and_the_colours_of_its_sheet():
    read = png(image(SHEET, "png", 144, ABOUT))
    assert (read.width, read.height, round(read.dpi)) == (288, 144, 144)
    assert read.words["Source"] == ABOUT.address
    assert read.words["Title"] == ABOUT.title
    assert read.words["Description"] == ABOUT.words
    assert read.words["Copyright"] == "CC BY 4.0"
    assert read.pixels[70, 30].tolist() == [0x00, 0x5A, 0x8C]
    assert read.pixels[72, 200].tolist() == [0xC5, 0x52, 0x08]
    assert read.pixels[108, 216].tolist() == [0x21, 0x83, 0x60]
    assert abs(int(read.pixels[8, 280, 0]) - 127) <= 1
    lines = read.pixels[:, 74:142].reshape(-1, 3)
    assert len({tuple(p) for p in lines.tolist()}) > 2  # the pattern is there
    assert (read.pixels[100:, 146:170] == 255).all()  # and stays inside its rings


def test_text_stays_text_in_an_svg_which_names_itself():
    root = ET.fromstring(image(SHEET, "svg", 72, ABOUT))
    assert [node.text for node in root.iter(f"{SVG}text")] == SHEET.texts()
    assert (root.get("width"), root.get("height"), root.get("role")) == ("144pt", "72pt", "img")
    ids = root.get("aria-labelledby").split()
    assert [next(node.text for node in root.iter() if node.get("id") == own) for own in ids] == [ABOUT.title, ABOUT.words]
    assert [node.text for node in root.iter(f"{DC}source")] == [ABOUT.address]
    assert len(list(root.iter(f"{SVG}title"))) == 1
    assert "script" not in {node.tag.removeprefix(SVG) for node in root.iter()}


def test_text_stays_text_in_a_pdf_whose_page_has_the_sheets_size():
    data = image(SHEET, "pdf", 72, ABOUT)
    page = PdfReader(io.BytesIO(data)).pages[0]
    assert [float(side) for side in page.mediabox[2:]] == [144, 72]
    text = page.extract_text()
    assert "Türkiye −1\u202f234 & <more> $x$" in text
    said = PdfReader(io.BytesIO(data)).metadata
    assert (said["/Keywords"], said["/Title"], said["/Author"]) == (ABOUT.address, ABOUT.title, "Monitor")
    assert page["/Annots"][0].get_object()["/A"]["/URI"] == "https://host/"
    fonts = page["/Resources"]["/Font"].get_object()
    assert all("SourceSansPro" in font.get_object()["/BaseFont"] for font in fonts.values())


def test_a_book_has_a_page_a_sheet():
    read = PdfReader(io.BytesIO(pages([SHEET, Sheet(50, 60, ())], ABOUT)))
    assert [[float(side) for side in page.mediabox[2:]] for page in read.pages] == [[144, 72], [50, 60]]


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_the_same_sheet_is_the_same_file(kind):
    assert image(SHEET, kind, 96, ABOUT) == image(SHEET, kind, 96, ABOUT)


def test_threads_do_not_draw_into_each_other():
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda kind: image(SHEET, kind, 96, ABOUT), ["png", "svg", "pdf", "png"] * 3))
    assert found[0] == found[3] == found[4]
    assert found[0] == image(SHEET, "png", 96, ABOUT)


def test_words_are_as_wide_as_they_are_drawn():
    words, size = "Micronesia (Federated States of) 1 234.5%", 40.0
    drawn = png(image(Sheet(1000, 60, (Words(10, 45, words, size, "#000000"),)), "png", 72, ABOUT)).pixels
    dark = np.flatnonzero((drawn < 128).any(axis=(0, 2)))
    assert dark[-1] - dark[0] == pytest.approx(width_of(words, size), rel=0.015)


def test_the_typeface_has_every_letter_of_the_catalogue_and_of_all_names(contents: Contents):
    from matplotlib.ft2font import FT2Font

    atlas: Atlas = contents.atlas
    texts = [area.name for area in atlas.countries()] + [text for i in contents.catalogue.indicators for text in (i.name, i.full_name, i.definition, i.note, i.unit)]
    texts += [text for s in contents.catalogue.sources for text in (s.title, s.attribution, s.note, s.licence)]
    letters = {letter for text in texts for letter in text if not re.match(r"\s", letter)}
    assert len(letters) > 80
    for is_bold in (False, True):
        has = FT2Font(path_of(is_bold)).get_charmap()
        assert sorted(letter for letter in letters if ord(letter) not in has) == []
