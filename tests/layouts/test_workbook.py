"""A workbook read back by another library: numbers, years, text that is only text, links where they are meant."""

from __future__ import annotations

import io
import tracemalloc

import openpyxl
import pandas as pd
import pytest
from openpyxl.utils.escape import unescape

from dashboard.tables.notes import Note
from layouts.files.workbook import Sheet, workbook

HOSTILE = ["=cmd", "=1+1", "+1", "-1", "@x", "\tx", "\rx", "http://evil/", "mailto:a@b", "internal:map!A1", "{=SUM(A1)}", "0123", "TRUE", "#N/A", "_x0041_"]
NOTES = (Note("Title", "=cmd"), Note("Licence", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"), Note("", "a b"), Note("Other", "x", "javascript:alert(1)"))


def read(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def made(table: pd.DataFrame, **more) -> openpyxl.Workbook:
    return read(workbook(NOTES, [Sheet("data", table)], "A title", "https://host/?areas=FIN", **more))


@pytest.mark.parametrize("dtype", ["str", "category"])
def test_no_text_is_run_or_followed(dtype: str):
    sheet = made(pd.DataFrame({"COMMENT": pd.Series(HOSTILE, dtype=dtype)}))["data"]
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"} and [cell.hyperlink for cell in cells] == [None] * len(cells)
    assert [unescape(cell.value) for cell in cells] == HOSTILE


def test_numbers_are_numbers_and_nothing_is_an_empty_cell():
    table = pd.DataFrame({"TIME_PERIOD": pd.Series([2020, None], dtype="Int64"), "OBS_VALUE": [-13.2829999923706, float("nan")], "OBS_FLAG": ["", "q"]})
    sheet = made(table)["data"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] == [[2020, -13.2829999923706, None], [None, None, "q"]]
    assert isinstance(sheet["A2"].value, int) and sheet["B2"].data_type == "n"


def test_the_header_is_frozen_and_filtered_and_columns_show_their_words():
    sheet = made(pd.DataFrame({"REF_AREA_NAME": ["x" * 30, "y"], "OBS_VALUE": [1.0, 2.0]}))["data"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:B3")
    assert sheet.column_dimensions["A"].width > 30 > sheet.column_dimensions["B"].width


def test_the_notes_come_first_and_only_addresses_of_the_web_are_links():
    book = made(pd.DataFrame({"A": [1.0]}))
    notes = book["notes"]
    assert book.sheetnames == ["notes", "data"]
    assert (notes["B1"].value, notes["B1"].data_type in ("s", "inlineStr")) == ("=cmd", True)
    assert notes["B2"].hyperlink.target == "https://creativecommons.org/licenses/by/4.0/" and notes["B2"].value == "CC BY 4.0"
    assert (notes["A3"].value, notes["B3"].value, notes["B4"].hyperlink) == (None, "a b", None)


def test_the_workbook_says_its_title_and_address():
    said = made(pd.DataFrame({"A": [1.0]})).properties
    assert (said.title, said.keywords) == ("A title", "https://host/?areas=FIN")
    assert said.created.year == 1980  # no clock: the same content gives the same bytes


def test_a_table_longer_than_a_sheet_goes_on_in_the_next():
    book = made(pd.DataFrame({"A": range(25)}), most_rows=11)
    assert book.sheetnames == ["notes", "data", "data 2", "data 3"]
    assert [sheet.max_row for sheet in book.worksheets[1:]] == [11, 11, 6]
    assert [row[0].value for sheet in book.worksheets[1:] for row in sheet.iter_rows(min_row=2)] == list(range(25))


def test_a_table_without_rows_has_a_sheet_with_its_header():
    assert [[cell.value for cell in row] for row in made(pd.DataFrame({"A": [], "B": []}))["data"].iter_rows()] == [["A", "B"]]


def test_the_same_content_gives_the_same_bytes():
    table = pd.DataFrame({"A": [1.0, 2.0], "B": ["x", "y"]})
    assert workbook(NOTES, [Sheet("data", table)], "t", "a") == workbook(NOTES, [Sheet("data", table)], "t", "a")


def test_its_memory_does_not_follow_the_rows():
    """Rows go to disk as they come: ten times the rows may not take ten times the memory beside the table's own columns."""

    def peak(rows: int) -> int:
        table = pd.DataFrame({f"C{i}": range(rows) for i in range(6)})
        tracemalloc.start()
        workbook((), [Sheet("data", table)], "t", "a")
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    small, large = peak(200), peak(3_000)
    assert large - small < 3_000 * 6 * 60  # bytes: a cell held as an object of the library takes several times that
