"""What is written into the files of a view: its panels' tables, the observations, and the words that go with both."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pandas as pd

from callbacks.asked_file import AskedFile
from callbacks.given import lawful_name
from callbacks.view_tables import PANELS, observations_of, subject_of
from callbacks.view_words import provenance_of
from dashboard import sdmx
from dashboard.catalogue import Indicator, Source
from dashboard.citation import Citation, as_bibtex, as_ris, as_text, citation
from dashboard.provenance import Provenance
from dashboard.tables.columns import code_words, column_words
from dashboard.tables.notes import Note, explained, licence_words, metadata, notes, readme
from dashboard.tables.observed import as_sdmx
from dashboard.tables.plain_rows import plain_rows, told
from dashboard.view import View
from data.desk import Desk
from layouts.files.archive import archive
from layouts.files.csv_text import csv_text
from layouts.files.workbook import Sheet, workbook

PANEL_WORDS = {
    "map": "Every area that the map draws, in the year shown",
    "trend": "The chosen countries over all years, and the spread of those they are compared with",
    "breakdown": "Groups side by side, as the panel shows them",
    "ranking": "The states that have a value, best first",
}
DATA_WORDS = {True: "All observations of the indicator: all areas, years and groups", False: "The observations behind the panels, in all years"}
APART = Note("", "")  # an empty line
WITHOUT = "Breakdowns that this indicator does not have are left out."


@dataclass(frozen=True)
class _Words:
    said: Provenance
    indicator: Indicator
    source: Source
    cited: Citation

    @property
    def notes(self) -> tuple[Note, ...]:
        return notes(self.said, self.indicator, self.source, as_text(self.cited))


def panel_csv(desk: Desk, view: View, panel: str, address: str) -> bytes:
    """The table of one panel."""
    return csv_text(PANELS[panel](desk, view, subject_of(desk, view, address))).encode()


def data_csv(desk: Desk, indicator: str) -> str:
    """All observations of one indicator as SDMX-CSV 2.0: all areas, years and groups."""
    return csv_text(as_sdmx(desk.store.observations(indicator)))


def as_csv(desk: Desk, asked: AskedFile, address: str, name: str) -> bytes:
    """The same, or the observations of the view."""
    if asked.is_whole:
        return data_csv(desk, asked.view.indicator).encode()
    return csv_text(observations_of(desk, asked.view, asked.is_whole, subject_of(desk, asked.view, address))).encode()


def as_xlsx(desk: Desk, asked: AskedFile, address: str, name: str) -> bytes:
    """A sheet of notes, one a panel, and the observations."""
    words, panels, held = _words(desk, asked, address, name), _panels(desk, asked.view, address), _observations(desk, asked, address)
    sheets = [Note(f"Sheet {name}", PANEL_WORDS[name]) for name in panels]
    sheets.append(Note("Sheet data", f"{DATA_WORDS[asked.is_whole]}. {WITHOUT}"))
    columns = column_words(_columns([*panels.values(), held]), desk.contents.catalogue)
    lines = (*words.notes, APART, *sheets, APART, *explained(columns, code_words()))
    return workbook(lines, [*(Sheet(name, table) for name, table in panels.items()), Sheet("data", held)], words.said.title, address)


def as_json(desk: Desk, asked: AskedFile, address: str, name: str) -> bytes:
    """The metadata, `panels` and `data`: of each table its columns, and its rows in their order; numbers with all their digits."""
    words, panels, held = _words(desk, asked, address, name), _panels(desk, asked.view, address), _observations(desk, asked, address)
    columns = column_words(_columns([*panels.values(), held]), desk.contents.catalogue)
    content = metadata(words.said, words.indicator, words.source, columns, code_words()) | {"citation": as_text(words.cited)}
    content["panels"] = {name: _lists(table) | {"about": PANEL_WORDS[name]} for name, table in panels.items()}
    content["data"] = {"about": f"{DATA_WORDS[asked.is_whole]}. {WITHOUT}", "structures": [sdmx.OBSERVATIONS, sdmx.MEASURES]} | _lists(held)
    return json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def as_zip(desk: Desk, asked: AskedFile, address: str, name: str) -> bytes:
    """All of it in one: the observations and the panels as CSV, the words as JSON and as text. No day stands in it."""
    words, view = _words(desk, asked, address, name), asked.view
    subject = subject_of(desk, view, address)
    panels = {name: make(desk, view, subject) for name, make in PANELS.items()}
    held = observations_of(desk, view, asked.is_whole, subject)
    columns = column_words(_columns([*panels.values(), held]), desk.contents.catalogue)
    data_name = f"data/{lawful_name(view.indicator, '' if asked.is_whole else 'view', ending='csv')}"
    members = {
        data_name: (f"{DATA_WORDS[asked.is_whole]} (SDMX-CSV 2.0)", csv_text(held)),
        **{f"view/{name}.csv": (PANEL_WORDS[name], csv_text(table)) for name, table in panels.items()},
        "metadata.json": ("What the numbers are, for programs", _metadata_json(words, columns)),
        "LICENCE.txt": ("On which terms the data may be used", licence_words(words.said, words.source)),
        "CITATION.txt": ("How to cite the data", f"{as_text(words.cited)}\r\n"),
        "citation.bib": ("The same as BibTeX", as_bibtex(words.cited)),
        "citation.ris": ("The same as RIS", as_ris(words.cited)),
    }
    first = readme(words.notes, {name: about for name, (about, _) in members.items()}, explained(columns, code_words()))
    return archive({"README.txt": first.encode(), **{name: content.encode() for name, (_, content) in members.items()}})


def _words(desk: Desk, asked: AskedFile, address: str, name: str) -> _Words:
    catalogue = desk.contents.catalogue
    indicator = catalogue[asked.view.indicator]
    said, source = provenance_of(desk, asked.view, asked.notices, address, name), catalogue.source(indicator.source)
    return _Words(said, indicator, source, citation(said, source, indicator.key))


def _panels(desk: Desk, view: View, address: str) -> dict[str, pd.DataFrame]:
    """Where the address is said once it need not stand in each row."""
    subject = subject_of(desk, view, address)
    return {name: make(desk, view, subject).drop(columns="ADDRESS") for name, make in PANELS.items()}


def _observations(desk: Desk, asked: AskedFile, address: str) -> pd.DataFrame:
    held = observations_of(desk, asked.view, asked.is_whole, subject_of(desk, asked.view, address))
    return told(held.drop(columns=["STRUCTURE", "ACTION"] if asked.view.measure and not asked.is_whole else list(sdmx.LEADING)))


def _columns(tables: list[pd.DataFrame]) -> list[str]:
    return list(dict.fromkeys(column for table in tables for column in table.columns))


def _lists(table: pd.DataFrame) -> dict:
    return {"columns": list(table.columns), "rows": list(plain_rows(table))}


def _metadata_json(words: _Words, columns: dict[str, str]) -> str:
    content = metadata(words.said, words.indicator, words.source, columns, code_words()) | {"citation": as_text(words.cited)}
    return json.dumps(content, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
