"""A pack written in one of its formats, a view at a time, saying how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from callbacks.images import BODIES, Pictured, map_picture, paper_frame, written
from callbacks.told import told
from dashboard.documents.told import Told
from dashboard.pack import Pack
from dashboard.paper.cover import Entry, cover
from dashboard.paper.marks import Sheet
from dashboard.paper.page import NAMES, Written, first_sheet, notes_sheets, numbered
from dashboard.provenance import Provenance
from data.desk import Desk
from layouts.files.drawing import About, pages
from layouts.files.office_packs import docx_pack, pptx_pack

Says = Callable[[int, int, str], None]


class Book:
    """One pack. name: the monitor's. says: told of each step: how many are done, of how many, and what is done now."""

    def __init__(self, desk: Desk, pack: Pack, name: str, says: Says) -> None:
        self._desk, self._pack, self._name, self._says = desk, pack, name, says
        self._seen = [Pictured.of(desk, view, self._address, name) for view in pack.views]
        self._steps = len(self._seen) + 2
        self.count = 0  # pages of a PDF, views of the other formats

    def written(self) -> bytes:
        """The file."""
        self._says(0, self._steps, "Contents")
        if self._pack.kind == "pdf":
            return pages(self._sheets(), self._about_file())
        self.count = len(self._seen)
        head = (self._pack.title, self._subtitle, self._entries(), self._about())
        if self._pack.kind == "pptx":
            return pptx_pack(*head, (held for _, held in self._told()))
        return docx_pack(*head, ((held, map_picture(self._desk, own.view)) for own, held in self._told()))

    def _address(self, query: str) -> str:
        return f"{self._pack.home}?{query}" if query else self._pack.home

    @property
    def _subtitle(self) -> str:
        return f"{self._name}, release {self._seen[0].about.release}"

    def _entries(self) -> tuple[Entry, ...]:
        return tuple(Entry(f"{own.about.title}, {own.about.year}", own.about.sentence, n + 2) for n, own in enumerate(self._seen))

    def _told(self) -> Iterator[tuple[Pictured, Told]]:
        for n, own in enumerate(self._seen):
            self._says(n + 1, self._steps, own.about.title)
            yield own, told(self._desk, own.view, own.about.address, self._name)
        self._says(self._steps - 1, self._steps, "File")

    def _sheets(self) -> Iterator[Sheet]:
        """Contents, a sheet an indicator, notes; each as it is drawn."""
        frame = paper_frame()
        notes: list[Written] = []
        yield self._numbered(cover(self._pack.title, self._subtitle, self._entries(), self._pack.home, frame))
        for n, own in enumerate(self._seen):
            self._says(n + 1, self._steps, own.about.title)
            bodies = {panel: BODIES[panel](own, frame) for panel in NAMES}
            sheet, is_long, _ = first_sheet(bodies, own.about, frame)
            said = [text for text in written(own) if text.heading != "Recommendations it informs"]
            groups = " The groups did not fit the sheet; they are at its address." if is_long else ""
            notes.append(Written(own.about.title, " ".join([*(text.text for text in said), *bodies["breakdown"].notes]) + groups))
            yield self._numbered(sheet)
        self._says(self._steps - 1, self._steps, "Notes")
        for sheet in notes_sheets(tuple(notes), replace(self._about(), title=f"{self._pack.title}: notes and sources"), frame):
            yield self._numbered(sheet)

    def _numbered(self, sheet: Sheet) -> Sheet:
        self.count += 1
        return numbered(sheet, self.count)

    def _about(self) -> Provenance:
        """Of the whole, which is of several sources."""
        plain = {"unit": "", "year": 0, "reading": "", "scope": "", "sentence": "", "vintage": ""}
        return replace(self._seen[0].about, title=self._pack.title, source="of each indicator, as named with it", licence="of each source", address=self._seen[0].about.address, **plain)

    def _about_file(self) -> About:
        words = "; ".join(entry.title for entry in self._entries())
        licences = "; ".join(dict.fromkeys(own.about.licence for own in self._seen))
        return About(f"Briefing: {self._pack.title}", words, self._name, licences, self._seen[0].about.address)
