"""Workbook, JSON, archive and citation, each opened again by another program than the one that wrote it, and held against the panels' files."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace

import numpy as np
import openpyxl
import pandas as pd
import pytest
from flask.testing import FlaskClient

from callbacks.asked_file import asked_file
from callbacks.routes import catalogue_csv
from callbacks.view_data import as_csv, as_xlsx, panel_csv
from dashboard.contents import Contents
from dashboard.schema import BREAKDOWNS, COLUMNS, TEXT, TOTAL
from data.desk import Desk
from data.store import Store
from tests.conftest import MemoryCache
from tests.wiring.taken import MEASURED, PANELS, SMALL, VIEW, frame_of, get

ADDRESS = "https://host/?areas=FIN"


def same(rows: list, table: pd.DataFrame) -> None:
    """Whether plain rows are those of a table: text, whole numbers, and numbers to sixteen digits; None for nothing."""
    assert len(rows) == len(table)
    for i, column in enumerate(table.columns):
        cells, expected = [row[i] for row in rows], table[column].tolist()
        if table[column].dtype == "float64":
            np.testing.assert_allclose([np.nan if cell is None else cell for cell in cells], expected, rtol=1e-15)
        else:
            assert ["" if cell is None else cell for cell in cells] == expected, column


def panels_of(client: FlaskClient, query: str) -> dict[str, pd.DataFrame]:
    def cells(panel: str) -> pd.DataFrame:
        held = pd.read_csv(io.BytesIO(get(client, f"{panel}.csv?{query}")), keep_default_na=False, dtype={"REF_AREA": "str"}).drop(columns="ADDRESS")
        for column in held.columns:
            if column in ("OBS_VALUE", "GAP", "P10", "P25", "P75", "P90", "MEASURE_VALUE"):
                held[column] = pd.to_numeric(held[column]).astype("float64")
            elif column in ("TIME_PERIOD", "COUNTRIES", "RANK"):
                held[column] = held[column].map(lambda v: v if v == "" else int(v)).astype("object")
        return held

    return {panel: cells(panel) for panel in PANELS}


@pytest.mark.parametrize("query", [VIEW, MEASURED.replace("unemployment", "unemployment-by-education")])
def test_the_workbook_has_a_sheet_a_panel_with_its_numbers(client: FlaskClient, query: str):
    book = openpyxl.load_workbook(io.BytesIO(get(client, f"data.xlsx?{query}&data=view")))
    assert book.sheetnames == ["notes", *PANELS, "data"]
    for panel, table in panels_of(client, query).items():
        header, *rows = ([cell.value for cell in row] for row in book[panel].iter_rows())
        assert header == list(table.columns) and book[panel].freeze_panes == "A2" and book[panel].auto_filter.ref
        same(rows, table)
    assert all(cell.data_type != "f" and cell.hyperlink is None for panel in PANELS for row in book[panel].iter_rows() for cell in row)


def test_the_notes_of_the_workbook_say_what_the_numbers_are(client: FlaskClient, contents: Contents, release: Store):
    book = openpyxl.load_workbook(io.BytesIO(get(client, f"data.xlsx?{VIEW}&data=view&year=1066")))
    notes = {label.value: cell for label, cell in book["notes"].iter_rows(max_col=2) if label.value}
    indicator = contents.catalogue["unemployment"]
    address = "http://localhost/?indicator=unemployment&areas=FIN,KEN&year=1991&scope=150"
    assert (notes["Title"].value, notes["Definition"].value, notes["Unit"].value, notes["Reading"].value) == (indicator.name, indicator.definition, indicator.unit, "lower is better")
    assert notes["Address"].hyperlink.target == notes["Address"].value == book.properties.keywords == address
    assert (notes["Licence"].value, notes["Licence"].hyperlink.target) == ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
    assert release.version in notes["Release"].value and "1066" in notes["Changed in the address"].value and notes["Vintage"].value == "updated 2022-07-20"
    columns = {cell.value for panel in (*PANELS, "data") for cell in book[panel][1]}
    assert columns <= set(notes) and all(notes[column].value for column in columns)


def test_the_sheet_of_data_has_every_row_of_the_indicator(client: FlaskClient, release: Store):
    book = openpyxl.load_workbook(io.BytesIO(get(client, f"data.xlsx?indicator={SMALL}")), read_only=True)
    header, *rows = book["data"].iter_rows(values_only=True)
    expected = release.observations(SMALL).astype(dict.fromkeys(TEXT, "str"))
    left_out = set(COLUMNS) - set(header)
    assert left_out <= set(BREAKDOWNS) and (expected[list(left_out)] == TOTAL).all(axis=None)
    assert isinstance(rows[0][header.index("TIME_PERIOD")], int)
    same(rows, expected[list(header)])


@pytest.mark.parametrize("query", [f"{VIEW}&data=view", f"{MEASURED}&data=view", f"indicator={SMALL}"])
def test_the_json_has_the_same_tables_with_all_digits(client: FlaskClient, query: str):
    held = json.loads(get(client, f"data.json?{query}"), parse_constant=lambda constant: pytest.fail(constant))
    plain = query.replace("&data=view", "")
    assert set(held["address"].partition("?")[2].split("&")) == set(plain.split("&"))
    assert held["licence"]["url"].startswith("https://") and held["citation"].startswith(held["source"]["publisher"])
    for panel, table in panels_of(client, plain).items():
        assert held["panels"][panel]["columns"] == list(table.columns)
        same(held["panels"][panel]["rows"], table)
    data = pd.DataFrame(held["data"]["rows"], columns=held["data"]["columns"])
    truth = frame_of(get(client, f"data.csv?{query}"))
    assert len(data) == len(truth) and data["OBS_VALUE"].fillna(-1).tolist() == truth["OBS_VALUE"].fillna(-1).tolist()
    assert set(data.columns) <= set(held["columns"])


def test_the_archive_holds_what_the_files_hold(client: FlaskClient):
    one, other = (get(client, f"data.zip?{query}&data=view") for query in (VIEW, "&".join(reversed(VIEW.split("&")))))
    assert one == other  # on any day, by any reader
    with zipfile.ZipFile(io.BytesIO(one)) as package:
        held = {name: package.read(name) for name in package.namelist()}
        assert package.testzip() is None
    words = ["metadata.json", "LICENCE.txt", "CITATION.txt", "citation.bib", "citation.ris"]
    assert list(held) == ["README.txt", "data/unemployment-view.csv", *(f"view/{panel}.csv" for panel in PANELS), *words]
    assert held["data/unemployment-view.csv"] == get(client, f"data.csv?{VIEW}&data=view")
    for panel in PANELS:
        assert held[f"view/{panel}.csv"] == get(client, f"{panel}.csv?{VIEW}")
    assert json.loads(held["metadata.json"])["address"] == f"http://localhost/?{VIEW}"
    assert all(name in held["README.txt"].decode() for name in held if name != "README.txt")
    assert b"CC BY 4.0" in held["LICENCE.txt"] and b"Accessed" not in held["CITATION.txt"]


def test_what_must_be_shared_alike_says_so(client: FlaskClient):
    with zipfile.ZipFile(io.BytesIO(get(client, "data.zip?indicator=academic-freedom"))) as package:
        assert b"must be offered under the same licence" in package.read("LICENCE.txt")
        assert json.loads(package.read("metadata.json"))["licence"] == {"name": "CC BY-SA 4.0", "url": "https://creativecommons.org/licenses/by-sa/4.0/", "share_alike": True}


def test_a_citation_says_the_day_on_which_it_was_asked_for(client: FlaskClient):
    text = get(client, f"citation.txt?{VIEW}").decode()
    assert text.startswith("World Bank (2022). Unemployment (% of labour force) [data set]. World Development Indicators, updated 2022-07-20.")
    day = text.strip().rsplit("Accessed ", 1)[1].rstrip(".")
    assert f"urldate = {{{day}}}" in get(client, f"citation.bib?{VIEW}").decode() and f"Y2  - {day.replace('-', '/')}" in get(client, f"citation.ris?{VIEW}").decode()
    assert pd.Timestamp(day) <= pd.Timestamp.now(tz="UTC").tz_localize(None)


HOSTILE = ("=cmd|' /C calc'!A0", "@SUM(1+1)", "+1", "-1", "\tx")


def test_text_that_a_spreadsheet_would_run_is_text_in_every_file(release: Store, contents: Contents, monkeypatch: pytest.MonkeyPatch):
    """In a catalogue and in footnotes that hold such text; a negative number is a number."""
    indicators = tuple(replace(i, name=HOSTILE[0], definition=HOSTILE[1], unit=HOSTILE[2], full_name=HOSTILE[3]) if i.key == SMALL else i for i in contents.catalogue.indicators)
    desk = Desk(release, replace(contents, catalogue=replace(contents.catalogue, indicators=indicators)), MemoryCache())
    frame = release.observations(SMALL).astype({"COMMENT_OBS": "str"}).assign(COMMENT_OBS=lambda rows: [HOSTILE[i % len(HOSTILE)] for i in range(len(rows))])
    frame.loc[0, "OBS_VALUE"] = -1.5
    monkeypatch.setattr(release, "observations", lambda key, *rest, **more: frame)
    asked, source = asked_file(f"indicator={SMALL}", desk.contents), contents.catalogue.source(contents.catalogue[SMALL].source)
    written = [as_csv(desk, asked, ADDRESS, "Monitor").decode(), catalogue_csv(desk), *(panel_csv(desk, asked.view, panel, ADDRESS).decode() for panel in PANELS)]
    cells = [cell for text in written for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert {cell for cell in cells if cell[:1] in tuple("=+@\t")} == set() and {cell for cell in cells if cell[:1] == "-"} == {"-1.5"}
    assert {f"'{text}" for text in HOSTILE} <= set(cells)
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(desk, asked, ADDRESS, "Monitor")))
    every = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in every} <= {"s", "inlineStr", "n"} and set(HOSTILE) <= {cell.value for cell in every}
    assert {cell.hyperlink.target for cell in every if cell.hyperlink} == {ADDRESS, source.url, source.licence_url}
