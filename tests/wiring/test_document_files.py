"""Slides and briefs of a view, opened again: what they hold is what its panels show."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import docx
import pptx
import pytest
from flask.testing import FlaskClient

from callbacks.breakdown import draw_breakdown
from callbacks.document_files import KINDS, written
from callbacks.panels import draw_trend
from callbacks.seen import shown_of
from callbacks.told import told
from dashboard.contents import Contents
from dashboard.documents.told import Told
from dashboard.figures.dot_rows import places
from dashboard.view import View
from data.desk import Desk
from data.store import Store
from tests.conftest import MemoryCache
from tests.wiring.office import Held, charts, part

VIEW = "indicator=unemployment&areas=FIN,KEN"


@pytest.fixture(scope="module")
def desk(release: Store, contents: Contents) -> Desk:
    """One desk for all views of this module, so that each slice is read once."""
    return Desk(release, contents, MemoryCache())


def said(desk: Desk, query: str) -> Told:
    view, notices = View.from_query(query, desk.contents)
    return told(desk, view, f"http://localhost/?{query}", "Monitor", notices)


def digits(cells: list) -> list:
    """Numbers to the fifteenth digit, the last that a workbook keeps for certain."""
    return [float(f"{cell:.15g}") if isinstance(cell, int | float) else cell for cell in cells]


def slides(desk: Desk, query: str) -> list[Held]:
    return charts(written("pptx", said(desk, query)))


def test_both_documents_are_served_with_their_type_and_a_safe_name(client: FlaskClient):
    for kind, media in KINDS.items():
        answer = client.get(f"/download/page.{kind}?{VIEW}")
        assert (answer.status_code, answer.mimetype) == (200, media)
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Content-Disposition"] == f'attachment; filename="unemployment-FIN-KEN-2021.{kind}"'
        assert client.get(f"/download/page.{kind}?{VIEW}", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
        assert client.get(f"/download/page.{kind}?areas=KEN", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 200
        opened = (pptx.Presentation if kind == "pptx" else docx.Document)(io.BytesIO(answer.data))
        properties = opened.core_properties
        assert properties.keywords == f"http://localhost/?{VIEW}"
        assert (properties.title.split(": ")[-1], properties.author) == ("Unemployment", "Society for All Monitor")
        assert properties.comments.startswith("Source: World Bank")
        assert len(answer.data) < 1_500_000


def test_what_of_the_address_was_changed_stands_in_the_answer_and_in_the_file(client: FlaskClient):
    answer = client.get("/download/page.pptx?indicator=unemployment&areas=XXX")
    assert "XXX" in answer.headers["X-Notices"]
    assert any("No country has the code" in shape.text_frame.text for shape in pptx.Presentation(io.BytesIO(answer.data)).slides[-1].shapes if shape.has_text_frame)


@pytest.mark.parametrize("path", ["download/page.odt", "download/map.pptx", "download/page.pptx/x"])
def test_a_document_that_there_is_not_is_refused_in_words(client: FlaskClient, path: str):
    answer = client.get(f"/{path}?{VIEW}")
    assert answer.status_code == 404 and path.split("/")[1].split("?")[0] in answer.text


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_view_gives_the_same_bytes(desk: Desk, kind: str):
    assert written(kind, said(desk, VIEW)) == written(kind, said(desk, VIEW))


@pytest.mark.parametrize("kind", KINDS)
def test_the_charts_of_a_document_hold_the_numbers_of_the_panels(desk: Desk, contents: Contents, kind: str):
    trend, groups, bars = charts(written(kind, said(desk, VIEW)))
    answer = draw_trend(desk, VIEW)
    years = list(range(answer["first"], answer["first"] + len(answer["n"])))
    drawn = {trace["name"]: dict(zip(trace["x"], trace["y"], strict=True)) for trace in answer["figure"]["data"] if trace.get("customdata", [""])[0]}
    assert trend.kind == "lineChart" and trend.names == years
    assert trend.series == {**{name: [line.get(year) for year in years] for name, line in drawn.items()}, "World median": answer["median"]}
    answer = draw_breakdown(desk, VIEW)
    packed, year = answer["table"], View.from_query(VIEW, contents)[0].year_of(contents)
    i = year - packed["first"]
    assert groups.kind == "scatterChart"
    for name, kinds in zip(packed["words"], packed["x"], strict=True):
        assert groups.series[name] == [row[i] for row in kinds] and groups.up[name] == [1.0, 2.0]
    now = shown_of(desk, View.from_query(VIEW, contents)[0])
    by_name = {f"{place.rank}  {place.name}": place.cell.value for place in now.places}
    (values,) = bars.series.values()
    held = {name: value for name, value in zip(bars.names, values, strict=True) if name not in ("…", "World median")}
    assert held.items() <= by_name.items() and any("Finland" in name for name in held) and any("Kenya" in name for name in held)


@pytest.mark.parametrize(
    "query",
    [VIEW, "indicator=unemployment", "indicator=ict-skills&areas=FIN,GBR,KEN", "indicator=borrowed-any-money&areas=KEN&chart=all", f"{VIEW}&cross=age", f"{VIEW}&by=age&chart=lines"],
)  # fmt: skip
def test_every_number_of_a_chart_stands_in_its_workbook_where_the_chart_says(desk: Desk, query: str):
    found = slides(desk, query)
    assert len(found) >= 3
    for chart in found:
        assert len(chart.references) >= 3
        for reference, values in chart.references:
            assert digits(chart.cells(reference)) == digits(values), reference
        about = {row[0].value: row[1].value for row in chart.workbook["About"].iter_rows()}
        assert about["Address"] == f"http://localhost/?{query}" and about["Source"].startswith("Source:")


def test_a_year_without_a_value_is_a_gap_and_not_nothing(desk: Desk):
    trend = slides(desk, "indicator=borrowed-any-money&areas=KEN")[0]
    kenya = trend.series["Kenya"]
    assert [year for year, value in zip(trend.names, kenya, strict=True) if value is not None] == [2014, 2017, 2021, 2024]
    assert None in kenya and 0.0 not in kenya and '<c:dispBlanksAs val="gap"/>' in trend.text


def test_a_dot_without_a_value_has_neither_height_nor_width(desk: Desk):
    groups = slides(desk, "indicator=ict-skills&areas=FIN,GBR,KEN")[1]
    assert "Kenya" not in groups.series  # without any value it would be counted from one
    finland = groups.series["Finland"]
    assert None in finland and [v is None for v in groups.up["Finland"]] == [v is None for v in finland]


def test_groups_over_time_are_a_chart_a_country_on_one_scale(desk: Desk):
    query = f"{VIEW}&by=sex&chart=lines"
    found = [chart for chart in slides(desk, query) if chart.kind == "lineChart"][1:]
    traces = [trace for trace in draw_breakdown(desk, query)["figure"]["data"] if trace["name"]]
    assert len(found) == 2 and len({re.findall(r'<c:m(?:ax|in) val="[^"]*"', chart.text)[0] for chart in found}) == 1
    for axis, chart in zip(("x", "x2"), found, strict=True):
        own = {trace["name"]: dict(zip(trace["x"], trace["y"], strict=True)) for trace in traces if trace["xaxis"] == axis}
        assert chart.series == {name: [line.get(int(year)) for year in chart.names] for name, line in own.items()}


def test_crossed_groups_stand_under_their_country_in_the_pages_order(desk: Desk, contents: Contents):
    query = f"{VIEW}&cross=age"
    groups, packed = slides(desk, query)[1], draw_breakdown(desk, query)["table"]
    year = View.from_query(query, contents)[0].year_of(contents)
    order = sorted(range(len(packed["names"])), key=places(packed, year).__getitem__)
    assert groups.series["Female"] == [packed["x"][0][row][year - packed["first"]] for row in order]
    assert [groups.workbook["Data"].cell(at + 2, 1).value for at in range(len(order))] == [packed["names"][row][0] for row in order]


@pytest.mark.parametrize(
    ("query", "why"),
    [("indicator=right-to-information-guarantees&areas=FIN", "Yes"), (f"{VIEW}&measure=ratio", "Place"), ("indicator=control-of-corruption&areas=FIN", "Place")],
)
def test_where_a_bar_would_lie_there_is_a_table(desk: Desk, query: str, why: str):
    held = said(desk, query)
    assert held.places.charts == () and why in held.places.table.heads
    deck = pptx.Presentation(io.BytesIO(written("pptx", held)))
    (table,) = (shape.table for shape in deck.slides[-2].shapes if shape.has_table)
    assert [tuple(cell.text for cell in row.cells) for row in table.rows] == [held.places.table.heads, *held.places.table.rows]


def test_every_slide_has_title_unit_source_and_the_summary_in_its_notes(desk: Desk):
    held = said(desk, VIEW)
    deck = pptx.Presentation(io.BytesIO(written("pptx", held)))
    assert len(deck.slides) == 6
    for slide in deck.slides:
        words = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert slide.shapes.title.text_frame.text and held.about.source_line in words
        assert slide.notes_slide.notes_text_frame.text.startswith(slide.shapes.title.text_frame.text)
        ids = [element.get("id") for element in slide.element.iter() if element.tag.endswith("}cNvPr")]
        assert len(set(ids)) == len(ids)
    assert all(held.about.unit in " ".join(s.text_frame.text for s in slide.shapes if s.has_text_frame) for slide in list(deck.slides)[:-1])


def test_the_map_is_a_group_of_shapes_named_and_filled_as_the_page_draws_them(desk: Desk):
    held = said(desk, VIEW)
    slide = pptx.Presentation(io.BytesIO(written("pptx", held))).slides[1]
    (world,) = (shape for shape in slide.shapes if shape.name == "Map")
    own = {shape.name: shape for shape in world.shapes}
    assert "179 of 195 countries" in world._element.nvGrpSpPr.cNvPr.get("descr")
    assert len(own) > 180 and own["Finland"]._element.nvSpPr.cNvPr.get("descr") == "7.5%, 2021"
    fills = {land.name: land.fill for land in held.map.lands}
    assert f"#{own['Finland'].fill.fore_color.rgb}" == fills["Finland"] and f"#{own['Finland'].line.color.rgb}" == held.colours["Finland"]
    assert any(held.disclaimer in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_the_brief_has_key_numbers_with_year_place_and_remark(desk: Desk):
    held = said(desk, "indicator=ict-skills&areas=GBR")
    tables = docx.Document(io.BytesIO(written("docx", held))).tables
    assert [cell.text for cell in tables[0].rows[1].cells] == [
        "United Kingdom of Great Britain and Northern Ireland", "46.3%", "2019", "10 of 90", "+1.8 since 2014", "From an earlier year",
    ]  # fmt: skip
    assert "Creating" not in tables[0].rows[0].cells[0].text and len(tables) == 2


def test_the_brief_shows_the_maps_disclaimer_only_with_a_map(desk: Desk):
    held, dot = said(desk, VIEW), bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c6360000000020001e221bc330000000049454e44ae426082")
    without, with_map = written("docx", held), written("docx", held, dot)
    assert held.disclaimer not in part(without, "word/document.xml") and held.disclaimer in part(with_map, "word/document.xml")


@pytest.mark.parametrize("kind", KINDS)
def test_control_characters_and_formulas_in_data_break_nothing(desk: Desk, kind: str):
    held = said(desk, VIEW)
    bad, formula = "Fin\x00\x0bland\ufffe <&>", "=cmd|' /C calc'!A0"
    trend = held.trend.charts[0]
    first, second, *rest = trend.series
    trend = replace(trend, series=(replace(first, name=formula), replace(second, name=bad), *rest))
    held = replace(held, about=replace(held.about, title=bad, source=bad), definition=bad, trend=replace(held.trend, charts=(trend,), said=bad))
    blob = written(kind, held)
    (pptx.Presentation if kind == "pptx" else docx.Document)(io.BytesIO(blob))
    chart = charts(blob)[0]
    assert list(chart.series)[:2] == [formula, "Finland <&>"]
    cell = chart.workbook["Data"]["B1"]
    assert (cell.value, cell.data_type) == (formula, "s")
