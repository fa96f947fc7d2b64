"""The workbook inside a chart: its numbers as numbers, its words as words, in the cells to which the chart refers."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from layouts.files.office import packed

SHEET = "Data"


@dataclass(frozen=True)
class Formula:
    """A number that follows other cells, and what it is now."""

    text: str
    value: float


Cell = str | int | float | Formula | None


@dataclass(frozen=True)
class Column:
    """One column: its head, its cells, and the number format of its numbers."""

    head: str
    cells: tuple[Cell, ...]
    form: str = "General"


def reference(column: int, count: int, first: int = 2) -> str:
    """Where `count` cells of a column stand; a row has number 1, the heads."""
    letter = xl_col_to_name(column)
    return f"{SHEET}!${letter}${first}" + (f":${letter}${first + count - 1}" if count > 1 or first > 1 else "")


def workbook(columns: Sequence[Column], about: Sequence[tuple[str, str]], core: str) -> bytes:
    """An XLSX of one sheet for the chart and one that says what it is. about: heading and words. core: its core properties, as XML."""
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    sheet = book.add_worksheet(SHEET)
    for at, column in enumerate(columns):
        look = book.add_format({"num_format": column.form})
        sheet.set_column(at, at, 28 if at == 0 else 14)
        sheet.write_string(0, at, column.head)
        for row, cell in enumerate(column.cells, 1):
            if isinstance(cell, str):
                sheet.write_string(row, at, cell)
            elif isinstance(cell, Formula):
                sheet.write_formula(row, at, cell.text, look, cell.value)
            elif cell is not None:
                sheet.write_number(row, at, cell, look)
    notes = book.add_worksheet("About")
    notes.set_column(0, 0, 14)
    notes.set_column(1, 1, 100)
    for row, (head, words) in enumerate(about):
        notes.write_string(row, 0, head)
        notes.write_string(row, 1, words)
    book.close()
    return packed(buffer.getvalue(), core)
