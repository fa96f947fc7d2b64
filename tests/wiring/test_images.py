"""Images by address: what is asked is what is drawn, and all of it is on the sheet."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
from urllib.parse import unquote

import numpy as np
import pytest
from pypdf import PdfReader

from callbacks.images import BODIES, Pictured, page, sheet
from callbacks.panels import draw_map, draw_trend
from callbacks.seen import picture_of, shown_of
from dashboard import theme, wording
from dashboard.paper.marks import Words
from dashboard.paper.sizes import SIZES
from dashboard.provenance import DISCLAIMER
from layouts.files.type import width_of
from tests.reading.png import png

SVG = "{http://www.w3.org/2000/svg}"
VIEW = "indicator=unemployment&areas=FIN,KEN,BRA&sex=F"
VIEWS = (
    "", VIEW, "indicator=refugees-hosted&areas=DEU,TUR", "indicator=voting-rights-in-international-organisations", "indicator=ict-skills&areas=KOR,BRA&chart=all",
    "indicator=unemployment&areas=FIN,KEN,BRA,JPN,IND,FRA,USA,ZAF&by=age&cross=sex&chart=lines", "indicator=unemployment&measure=ratio&scope=002&areas=TUN,MUS",
    "indicator=equal-civil-liberties-across-groups&areas=FIN,KEN", "indicator=human-development-index&areas=NRU,LIE,TUV", "indicator=mean-years-of-schooling&year=1990",
    "indicator=statistical-law-in-line-with-the-fundamental-principles&areas=PER,FJI", "indicator=oda-provided&areas=FIN,NER",
)  # fmt: skip


def seen(desk, query: str) -> Pictured:
    return Pictured.of(desk, query, lambda own: f"https://host/?{own}", "Monitor")


def texts(svg: bytes) -> list[str]:
    return [node.text for node in ET.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize("panel", BODIES)
def test_a_file_says_what_it_shows_where_it_is_from_and_its_address(client, panel):
    answer = client.get(f"/download/{panel}.svg?{VIEW}&size=page")
    said = " ".join(texts(answer.data))
    assert (answer.status_code, answer.mimetype) == (200, "image/svg+xml")
    for words in ("Unemployment, female", "% of labour force · 2021 · lower is better", "Source: World Bank", "updated 2022-07-20", "Licence: CC BY 4.0", "Finland 7.0%, 87th of 179"):
        assert words in said
    assert (DISCLAIMER in said) == (panel == "map")
    assert f"http://localhost/?{VIEW}" in said
    assert answer.headers["Content-Disposition"] == f'inline; filename="unemployment-{panel}-2021.svg"'


def test_the_map_has_each_countrys_class_colour_at_its_place(client, desk):
    """The picture's own places and values, against the pixels of the file."""
    own = seen(desk, "indicator=unemployment")
    picture = picture_of(desk, own.view, shown_of(desk, own.view))
    read = png(client.get("/download/map.png?indicator=unemployment&size=column&dpi=120").data)
    assert (read.width, round(read.dpi)) == (round(85 / 25.4 * 120), 120)
    colours = {tuple(p) for p in read.pixels.reshape(-1, 3).tolist()}
    expected = set(theme.class_colours(picture.classes.count, picture.direction))
    drawn = {fill for fill in picture.fills.values() if fill in expected}
    assert len(drawn) == picture.classes.count
    assert all(tuple(int(fill[i : i + 2], 16) for i in (1, 3, 5)) in colours for fill in drawn)
    # China lies right of and below the middle, where nothing but China is: its colour stands there in one piece
    wanted = np.array([int(picture.fills["CHN"][i : i + 2], 16) for i in (1, 3, 5)])
    assert (read.pixels == wanted).all(axis=2).sum() > 400


def test_a_line_on_paper_has_the_values_of_the_trend(client, desk):
    """Heights of the drawn points and values of the answer differ by a scale only."""
    points = draw_trend(desk, "?" + VIEW)["figure"]["data"]
    colour = theme.AREA_COLOURS[0].lower()
    values = next(t["y"] for t in points if t.get("line", {}).get("color", "").lower() == colour and len(t["y"]) > 5)
    svg = client.get(f"/download/trend.svg?{VIEW}").data.decode()
    paths = re.findall(r'<path d="([^"]+)"[^>]*stroke: ' + colour, svg)
    drawn = max((np.array(re.findall(r"[ML] ([\d.]+) ([\d.]+)", path), dtype=float) for path in paths), key=len)
    assert len(drawn) == len(values)
    slope, start = np.polyfit(values, drawn[:, 1], 1)
    assert slope < 0
    assert np.abs(np.polyval([slope, start], values) - drawn[:, 1]).max() < 1e-3


def test_the_ranking_on_paper_is_the_views(client, desk):
    own = seen(desk, VIEW)
    places = shown_of(desk, own.view).places
    said = texts(client.get(f"/download/ranking.svg?{VIEW}&size=page").data)
    for place in (*places[:20], *places[-5:], *(p for p in places if p.code in own.view.areas)):
        assert any(_is_of(words, place.name) for words in said)
        assert wording.value(place.cell.value, own.head["decimals"], "%", place.cell.flag) in said
    counted = sum(int(m[1]) for words in said if (m := re.fullmatch(r"… (\d+) countr(?:y|ies) not shown", words)))
    assert counted == len(places) - sum(any(_is_of(words, p.name) for words in said) for p in places)
    assert counted > 0


def _is_of(words: str, name: str) -> bool:
    """A name, or the beginning of one that had no room."""
    return words == name or (words.endswith("…") and len(words) > 12 and name.startswith(words[:-1]))


@pytest.mark.parametrize("query", VIEWS)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_written_beyond_the_sheet(desk, query, size):
    own = seen(desk, query)
    for panel in BODIES:
        laid = sheet(own, panel, SIZES[size], "colour")
        for mark in laid.marks:
            if isinstance(mark, Words):
                wide = width_of(mark.text, mark.size, mark.is_bold)
                left = mark.x - wide * {"start": 0, "middle": 0.5, "end": 1}[mark.anchor]
                assert -0.5 <= left and left + wide <= laid.width + 0.5, (panel, mark.text)
                assert 0 <= mark.y <= laid.height, (panel, mark.text)


@pytest.mark.parametrize("query", VIEWS)
def test_words_of_chart_and_ranking_do_not_lie_on_each_other(desk, query):
    own = seen(desk, query)
    for panel in ("trend", "breakdown", "ranking"):
        for size in SIZES.values():
            words = [m for m in sheet(own, panel, size, "colour").marks if isinstance(m, Words)]
            boxes = np.array([_box(mark) for mark in words])
            for n, (left, top, right, bottom) in enumerate(boxes):
                over = (boxes[:, 0] < right - 0.5) & (boxes[:, 2] > left + 0.5) & (boxes[:, 1] < bottom - 0.5) & (boxes[:, 3] > top + 0.5)
                assert over.sum() == 1, (panel, size.name, [words[i].text for i in np.flatnonzero(over)], n)


@pytest.mark.parametrize("areas", ["RWA,BDI,UGA,KEN,BEL,NLD,LUX,DEU", "FIN,SWE,NOR,DNK,EST,LVA,LTU,POL"])
def test_codes_on_the_map_do_not_cover_each_other(desk, areas):
    """Neighbours that are chosen together."""
    own = seen(desk, f"indicator=unemployment&areas={areas}")
    for size in SIZES.values():
        words = [m for m in sheet(own, "map", size, "mono").marks if isinstance(m, Words) and m.text in areas.split(",")]
        boxes = np.array([_box(mark) for mark in words])
        assert len(words) == 8
        for left, top, right, bottom in boxes:
            assert ((boxes[:, 0] < right) & (boxes[:, 2] > left) & (boxes[:, 1] < bottom) & (boxes[:, 3] > top)).sum() == 1, size.name


def _box(mark: Words) -> tuple[float, float, float, float]:
    """As high as small letters are."""
    wide = width_of(mark.text, mark.size, mark.is_bold)
    left = mark.x - wide * {"start": 0, "middle": 0.5, "end": 1}[mark.anchor]
    return left, mark.y - 0.5 * mark.size, left + wide, mark.y


@pytest.mark.parametrize("panel", BODIES)
def test_ink_that_is_safe_for_black_and_white_has_no_colour(client, panel):
    pixels = png(client.get(f"/download/{panel}.png?{VIEW}&size=column&dpi=96&ink=mono").data).pixels.astype(int)
    assert np.ptp(pixels, axis=2).max() <= 1


def test_in_greys_every_chosen_country_has_a_dash_of_its_own(client):
    svg = client.get("/download/trend.svg?indicator=unemployment&areas=FIN,KEN,BRA,JPN,IND,FRA,USA,ZAF&ink=mono").data.decode()
    looks = [own for own in re.findall(r'<path [^>]*style="([^"]*)"', svg) if "stroke: #1f1f1f" in own and "fill: none" in own]
    assert len(looks) == 8
    assert len({re.search(r"stroke-dasharray: ([^;]*)", own)[1] if "dasharray" in own else "" for own in looks}) == 8


def test_the_page_as_pdf_has_all_panels_the_full_ranking_and_the_notes(client, desk):
    answer = client.get(f"/download/page.pdf?{VIEW}")
    read = PdfReader(io.BytesIO(answer.data))
    text = "\n".join(sheet.extract_text() for sheet in read.pages)
    assert answer.mimetype == "application/pdf"
    assert read.metadata["/Keywords"] == f"http://localhost/?{VIEW}"
    for place in shown_of(desk, seen(desk, VIEW).view).places:
        if len(place.name) < 26:  # longer ones are cut where four columns stand side by side
            assert place.name in text
    for heading in ("Map", "Over time", "For whom: by sex", "Ranking", "What it measures", "Recommendations it informs"):
        assert heading in text
    assert [round(float(side) / 72 * 25.4) for side in read.pages[0].mediabox[2:]] == [297, 210]


@pytest.mark.parametrize("query", VIEWS)
def test_every_form_of_the_page_can_be_put_on_paper(desk, query):
    sheets = page(seen(desk, query))
    assert all(DISCLAIMER in " ".join(s.texts()) for s in sheets[:1])
    assert len(sheets) >= 2


def test_a_file_is_not_sent_to_who_has_it_and_changes_with_what_it_shows(client):
    first = client.get("/download/trend.svg?areas=FIN")
    again = client.get("/download/trend.svg?areas=fin", headers={"If-None-Match": first.headers["ETag"]})
    other = client.get("/download/trend.svg?areas=KEN", headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, other.status_code) == (200, 200)
    assert client.get("/download/trend.svg?areas=FIN", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    assert again.status_code == 304  # the same view, written otherwise
    assert first.headers["ETag"] != other.headers["ETag"]


def test_what_had_to_be_changed_is_said_in_the_header_and_in_the_file(client):
    answer = client.get("/download/trend.svg?indicator=unemploymen&areas=XXX")
    assert "There is no indicator “unemploymen”" in unquote(answer.headers["X-Notices"])
    assert "There is no indicator “unemploymen”" in " ".join(texts(answer.data))


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("download/map.svg?size=poster", 400, "size: found “poster”"),
        ("download/map.svg?dpi=100000", 400, "dpi: found “100000”"),
        ("download/maps.svg", 404, "There is no panel “maps”; there are map, trend, breakdown, ranking"),
        ("download/..map.svg", 404, "There is no panel “..map”"),
    ],
)
def test_a_fault_is_an_image_that_says_it(client, path, status, words):
    answer = client.get(f"/{path}")
    assert (answer.status_code, answer.mimetype) == (status, "image/svg+xml")
    assert words in " ".join(texts(answer.data))
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_format_that_there_is_not_is_no_page(client):
    assert client.get("/download/map.gif").status_code == 404


def test_a_thousand_areas_are_eight_and_said(client):
    codes = ",".join(["FIN", "KEN", "BRA", "JPN", "IND", "FRA", "USA", "ZAF"] * 125)
    answer = client.get(f"/download/trend.svg?areas={codes}")
    assert answer.status_code == 200
    assert "characters; the rest was left out" in unquote(answer.headers.get("X-Notices", "")) or len(codes) < 4000


def test_a_view_in_its_own_year_is_drawn_in_it(desk):
    own = seen(desk, "indicator=unemployment&year=1999")
    assert own.about.year == 1999
    assert draw_map(desk, "?indicator=unemployment&year=1999")["head"]["sentences"]["1999"] == own.about.sentence
