"""The release made larger: what a start, an idle worker and one slice cost then.

Made-up areas and breakdown codes, built on the fly in a folder that is thrown away: every row again and again, in turn for
an area and for a population group that nobody knows. The slice that a reader asks for stays the same, so that whatever
grows with the release shows.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from app import SHIPPED, create_app
from dashboard.schema import TEXT
from dashboard.settings import Settings
from dashboard.slices import slice_of
from dashboard.view import View
from data.catalogue_reader import load_catalogue
from data.desk import Desk
from data.release import MANIFEST, MOST_ROWS_IN_GROUP, observations_of, sha256, write_manifest
from data.store import open_release
from tests.benchmarks.machine import in_fresh_interpreter, median, memory, milliseconds
from tests.benchmarks.table import Bound, Row, Section

ASKED = ("unemployment", "women-in-national-parliament")
AT_ONCE = 20  # copies of an indicator held in memory while it is written
STARTED = "from tests.benchmarks.growth import started; started()"


def grown(release: Path, times: int, folder: Path) -> Path:
    """A copy of a release with `times` as many rows, its manifest in agreement."""
    out = Path(shutil.copytree(release, folder / f"release-{times}"))
    manifest = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    for key, entry in manifest["indicators"].items():
        name = observations_of(key)
        table, path = pq.read_table(release / name, read_dictionary=list(TEXT)).unify_dictionaries(), out / name
        entry["rows"] = 0
        with pq.ParquetWriter(path, table.schema, compression="zstd", compression_level=1) as writer:
            for first in range(0, times, AT_ONCE):
                part = pa.concat_tables([_copy(table, n) for n in range(first, min(first + AT_ONCE, times))]).unify_dictionaries()
                writer.write_table(part, row_group_size=MOST_ROWS_IN_GROUP)
                entry["rows"] += len(part)
        manifest["files"][name] = [sha256(path), path.stat().st_size]
    manifest["rows"] = sum(entry["rows"] for entry in manifest["indicators"].values())
    write_manifest(manifest, out / MANIFEST)
    return out


def _copy(table: pa.Table, number: int) -> pa.Table:
    """The rows themselves for number 0; else for areas (odd numbers) or a population group (even ones) with the number in the code."""
    if number == 0:
        return table
    column = "REF_AREA" if number % 2 else "POPULATION_GROUP"
    old = table[column].combine_chunks()
    old = old.chunk(0) if isinstance(old, pa.ChunkedArray) else old
    renamed = pa.DictionaryArray.from_arrays(old.indices, pa.array([f"{code}~{number}" for code in old.dictionary.to_pylist()]))
    return table.set_column(table.schema.get_field_index(column), table.schema.field(column), pa.chunked_array([renamed.cast(table.schema.field(column).type)]))


def started() -> None:
    """Starts over the release in `sys.argv[1]` and writes what that and one slice cost; meant for a process of its own."""
    release = Path(sys.argv[1])
    start = milliseconds(lambda: create_app(Settings(release=str(release))))
    idle = memory()
    store = open_release(release)
    desk = Desk(store, store.contents(load_catalogue()), Forgetful())
    parts = [slice_of(View(key), desk.contents) for key in ASKED if key in desk.contents.holdings]
    cold = [milliseconds(lambda part=part: desk.slice(part)) for part in parts for _ in range(3)]
    sys.stdout.write(json.dumps({"start": start, "idle": idle, "slice": median(cold), "after": memory(), "rows": store.manifest["rows"]}))


class Forgetful:
    """A cache that keeps nothing."""

    def get(self, key: str) -> None:
        return None

    def set(self, key: str, value: object) -> None:
        return None


def growth_section(sizes: tuple[int, ...], release: Path = SHIPPED) -> Section:
    """A row a size and measure; each size is built, measured in a fresh interpreter and thrown away."""
    rows: list[Row] = []
    base: dict[str, float] = {}
    for times in (1, *sizes):
        with tempfile.TemporaryDirectory() as folder:
            found = in_fresh_interpreter(STARTED, str(release if times == 1 else grown(release, times, Path(folder))))
        base = base or found
        bounds = (Bound(1.25 * base["idle"]),), (Bound(2 * base["slice"]),)
        name = "as it ships" if times == 1 else f"{times:,} times as large"
        rows += [
            Row(f"{name}: start of a worker", "ms", found["start"]),
            Row(f"{name}: memory of an idle worker", "MiB", found["idle"], bounds=bounds[0]),
            Row(f"{name}: one slice, cold", "ms", found["slice"], bounds=bounds[1]),
        ]
    note = f"{base['rows']:,} rows as it ships; the rest is made up. An idle worker may take a quarter more than now, a slice twice as long."
    return Section("Growth", tuple(rows), note)
