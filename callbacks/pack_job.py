"""Makes one briefing pack, in a process of its own: what it needs of memory is given back, and it can be stopped at any time.

    python -m callbacks.pack_job < question.json

The question: {"release", "catalogue": folders, "version" expected of the release, "asked": see `dashboard.pack.pack_of`, "name" of the
monitor, "to": the file to write}. Each line of the output is JSON: {"done", "of", "says"} while it works, then {"pages"}, or {"fault"}.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from callbacks.images import BODIES, Pictured, paper_frame, written
from dashboard.pack import Pack, pack_of
from dashboard.paper.cover import Entry, cover
from dashboard.paper.marks import Sheet
from dashboard.paper.page import NAMES, Written, first_sheet, notes_sheets, numbered
from dashboard.provenance import Provenance
from data.catalogue_reader import load_catalogue
from data.desk import Desk
from data.memory import Memory
from data.store import open_release
from layouts.files.drawing import About, pages

ROOM = 32 * 2**20  # bytes of slices that are kept while the pack is made
Says = Callable[[int, int, str], None]


def main() -> int:
    """0 where the file was written; else 1, with the fault as the last line."""
    question = json.load(sys.stdin)
    try:
        store = open_release(Path(question["release"]))
        contents = store.contents(load_catalogue(Path(question["catalogue"])))
        if contents.version != question["version"]:
            return _fault("The data were renewed meanwhile; reload the page and ask again.")
        pack, fault = pack_of(question["asked"], contents)
        if pack is None:
            return _fault(fault)
        count = make(Desk(store, contents, Memory(ROOM)), pack, question["name"], Path(question["to"]), _say)
    except (ValueError, OSError) as failed:
        return _fault(f"The pack could not be made: {failed}")
    _line({"pages": count})
    return 0


def make(desk: Desk, pack: Pack, name: str, to: Path, says: Says) -> int:
    """Writes the pack, beside its place and then into it; the number of its pages."""
    seen = [Pictured.of(desk, view, lambda query: f"{pack.home}?{query}" if query else pack.home, name) for view in pack.views]
    book = _Book(pack, seen, name, says)
    beside = to.with_name(to.name + ".part")
    beside.write_bytes(pages(book.sheets(), _about(pack, name, seen)))
    beside.replace(to)
    return book.count


class _Book:
    """The sheets of a PDF: contents, a sheet an indicator, notes."""

    def __init__(self, pack: Pack, seen: list[Pictured], name: str, says: Says) -> None:
        self._pack, self._seen, self._name, self._says = pack, seen, name, says
        self.count = 0

    def sheets(self) -> Iterator[Sheet]:
        """Each as it is drawn."""
        frame, total = paper_frame(), len(self._seen) + 2
        notes: list[Written] = []
        entries = tuple(Entry(f"{own.about.title}, {own.about.year}", own.about.sentence, n + 2) for n, own in enumerate(self._seen))
        self._says(0, total, "Contents")
        yield self._counted(cover(self._pack.title, f"{self._name}, release {self._seen[0].about.release}", entries, self._pack.home, frame))
        for n, own in enumerate(self._seen):
            self._says(n + 1, total, own.about.title)
            bodies = {panel: BODIES[panel](own, frame) for panel in NAMES}
            sheet, is_long, _ = first_sheet(bodies, own.about, frame)
            said = [text for text in written(own) if text.heading != "Recommendations it informs"]
            groups = " The groups did not fit the sheet; they are at its address." if is_long else ""
            notes.append(Written(own.about.title, " ".join([*(text.text for text in said), *bodies["breakdown"].notes]) + groups))
            yield self._counted(sheet)
        self._says(total - 1, total, "Notes")
        for sheet in notes_sheets(tuple(notes), self._of_notes(), frame):
            yield self._counted(sheet)

    def _of_notes(self) -> Provenance:
        """Of the pages of notes, which are of several sources."""
        first = self._seen[0].about
        return replace(first, title=f"{self._pack.title}: notes and sources", unit="", year=0, reading="", scope="", sentence="", source="of each indicator, as named here", vintage="",
                       licence="of each source", address=self._pack.home)  # fmt: skip

    def _counted(self, sheet: Sheet) -> Sheet:
        """The sheet with its number."""
        self.count += 1
        return numbered(sheet, self.count)


def _about(pack: Pack, name: str, seen: list[Pictured]) -> About:
    words = "; ".join(f"{own.about.title}, {own.about.year}" for own in seen)
    licences = "; ".join(dict.fromkeys(own.about.licence for own in seen))
    return About(f"Briefing: {pack.title}", words, name, licences, seen[0].about.address)


def _say(done: int, of: int, says: str) -> None:
    _line({"done": done, "of": of, "says": says})


def _fault(words: str) -> int:
    _line({"fault": words})
    return 1


def _line(held: dict) -> None:
    sys.stdout.write(json.dumps(held) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
