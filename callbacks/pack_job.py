"""Makes one briefing pack, in a process of its own: what it needs of memory is given back, and it can be stopped at any time.

    python -m callbacks.pack_job < question.json

The question: {"release", "catalogue": folders, "version" expected of the release, "asked": see `dashboard.pack.pack_of`, "name" of the
monitor, "to": the file to write}. Each line of the output is JSON: {"done", "of", "says"} while it works, then {"pages"} (of slides and documents the number of indicators), or {"fault"}.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from callbacks.pack_books import Book, Says
from dashboard.pack import Pack, pack_of
from data.catalogue_reader import load_catalogue
from data.desk import Desk
from data.memory import Memory
from data.store import open_release

ROOM = 32 * 2**20  # bytes of slices that are kept while the pack is made


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
    """Writes the pack, beside its place and then into it; the number of its pages, or of its indicators where it has no pages of ours."""
    book = Book(desk, pack, name, says)
    beside = to.with_name(to.name + ".part")
    beside.write_bytes(book.written())
    beside.replace(to)
    return book.count


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
