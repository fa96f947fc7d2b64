"""A workbook: a sheet of notes, then a sheet a table. Numbers are numbers, text is text: nothing is run as a formula, and only what is
written here as a link is one.

Rows are written to disk as they come, so that the memory it takes does not follow the number of rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from math import ceil

import pandas as pd

from dashboard.tables.notes import Note
from dashboard.tables.plain_rows import plain_rows

MOST_ROWS = 1_048_576  # of a sheet, its header included
LONGEST_TEXT = 32_767  # characters of a cell
LONGEST_LINK = 2_079
NARROW, WIDE, NOTE_WIDTH = 8, 44, 110  # characters of a column
LINE = 15  # points of a line of text
CREATED = datetime(1980, 1, 1)  # the same question gives the same bytes on any day
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@dataclass(frozen=True, eq=False)
class Sheet:
    """name: at most 31 characters, none of []:*?/\\. A table of more rows than a sheet holds goes on in a further sheet."""

    name: str
    table: pd.DataFrame


def workbook(notes: Iterable[Note], sheets: Iterable[Sheet], title: str, address: str, most_rows: int = MOST_ROWS) -> bytes:
    """The bytes of an XLSX file, whose keywords are the address."""
    import xlsxwriter

    held = BytesIO()
    book = xlsxwriter.Workbook(held, dict(OPTIONS))
    book.set_properties({"title": title, "keywords": address, "created": CREATED})
    _notes(book, notes)
    for sheet in sheets:
        for first in range(0, max(len(sheet.table), 1), most_rows - 1):
            name = sheet.name if first == 0 else f"{sheet.name} {first // (most_rows - 1) + 1}"
            _table(book, name, sheet.table.iloc[first : first + most_rows - 1])
    book.close()
    return held.getvalue()


def _notes(book, notes: Iterable[Note]) -> None:
    sheet = book.add_worksheet("notes")
    sheet.hide_gridlines(2)
    _on_paper(sheet)
    sheet.set_column(0, 0, 26, book.add_format({"bold": True, "valign": "top"}))
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(1, 1, NOTE_WIDTH, wrapped)
    for row, note in enumerate(notes):
        sheet.set_row(row, LINE * max(1, ceil(len(note.text) / NOTE_WIDTH)))
        if note.label:
            sheet.write_string(row, 0, note.label)
        if note.url.startswith(("http://", "https://")) and len(note.url) <= LONGEST_LINK:
            sheet.write_url(row, 1, note.url, string=_text(note.text))
        else:
            sheet.write_string(row, 1, _text(note.text))


def _table(book, name: str, table: pd.DataFrame) -> None:
    sheet = book.add_worksheet(name)
    apart = book.add_format({"indent": 1})  # text stands off the number at its left
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, _width(table[column]), None if pd.api.types.is_numeric_dtype(table[column].dtype) else apart)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    _on_paper(sheet)
    heads = {True: book.add_format({"bold": True, "align": "right"}), False: book.add_format({"bold": True, "indent": 1})}
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, column, heads[pd.api.types.is_numeric_dtype(table[column].dtype)])
    for row, cells in enumerate(plain_rows(table), start=1):
        for place, cell in enumerate(cells):
            if isinstance(cell, str):
                if cell:
                    sheet.write_string(row, place, _text(cell))
            elif cell is not None:
                sheet.write_number(row, place, cell)
    sheet.autofilter(0, 0, len(table), max(len(table.columns) - 1, 0))


def _on_paper(sheet) -> None:
    """Who prints it gets all columns on a page."""
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _text(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"


def _width(column: pd.Series) -> int:
    """Characters that show the column: its longest text up to `WIDE`, a number as it usually prints."""
    if pd.api.types.is_numeric_dtype(column.dtype):
        return max(NARROW, len(column.name) + 4, 12 if column.dtype == "float64" else 0)
    words = column.cat.categories if isinstance(column.dtype, pd.CategoricalDtype) else column.unique()
    return min(WIDE, max(NARROW, len(column.name) + 4, *(len(str(word)) + 1 for word in words)))
