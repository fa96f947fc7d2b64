"""The release made larger: what a start, an idle worker and one slice cost then.

Made-up breakdown codes, areas and years, a third each, built on the fly in a folder that is thrown away; the rows of a slice
lie together, as `data/release.py` lays them out. A slice of made-up codes is as large as one that ships: its cost must stay. The
headline slice grows with areas and years: its cost must follow its own rows.

Not every indicator is written out: those that are asked for are, and one of the usual size, which stands under the names of
the others. So the rows are really there, and the disk holds them once. The indicator of the first view stays as it ships.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from app import SHIPPED, create_app
from dashboard.schema import BREAKDOWNS, TEXT, TOTAL
from dashboard.settings import Settings
from dashboard.slices import Slice, slice_of
from dashboard.view import View
from data.catalogue_reader import load_catalogue
from data.desk import Desk
from data.release import MANIFEST, MOST_ROWS_IN_GROUP, observations_of, sha256, write_manifest
from data.store import open_release
from tests.benchmarks.machine import in_fresh_interpreter, median, memory, milliseconds
from tests.benchmarks.table import Bound, Row, Section

ASKED = ("unemployment", "women-in-national-parliament")
MADE_UP = list(BREAKDOWNS)[-1]  # the column of the made-up codes: the last of a file's order, so that a cell's own come together
AT_ONCE = 10 * MOST_ROWS_IN_GROUP  # rows held in memory while a file is written
STARTED = "from tests.benchmarks.growth import started; started()"


def grown(release: Path, times: int, folder: Path, asked: tuple[str, ...] = ASKED) -> Path:
    """A copy of a release with `times` as many rows, its manifest in agreement."""
    out = Path(shutil.copytree(release, folder / f"release-{times}"))
    manifest = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    entries: dict[str, dict] = manifest["indicators"]
    others = [key for key in entries if key not in asked and key != load_catalogue().indicators[0].key]
    usual = sum(entries[key]["rows"] for key in others) / max(len(others), 1)
    stand_in = sorted(others, key=lambda key: abs(entries[key]["rows"] - usual))[:1]
    areas: set[str] = set(manifest["areas"])
    for key in (*(key for key in asked if key in entries), *stand_in):
        _grow(release, out, key, entries[key], times, areas)
        manifest["files"][observations_of(key)] = _fingerprint(out / observations_of(key))
    for key in others:
        path = out / observations_of(key)
        if key not in stand_in:
            path.unlink()
            path.hardlink_to(out / observations_of(stand_in[0]))
            entries[key]["rows"] = entries[stand_in[0]]["rows"]
            manifest["files"][observations_of(key)] = manifest["files"][observations_of(stand_in[0])]
    manifest["rows"] = sum(entry["rows"] for entry in entries.values())
    manifest["areas"] = sorted(areas)
    write_manifest(manifest, out / MANIFEST)
    return out


def _fingerprint(path: Path) -> list:
    return [sha256(path), path.stat().st_size]


def _grow(release: Path, out: Path, key: str, entry: dict, times: int, areas: set[str]) -> None:
    """Writes the file of one indicator `times` as large, and says so in its entry."""
    table = pq.read_table(release / observations_of(key), read_dictionary=list(TEXT)).unify_dictionaries().combine_chunks()
    kinds = {kind: [number for number in range(1, times) if number % 3 == place] for place, kind in enumerate(("group", "area", "year"))}
    areas |= {f"{code}~{number}" for number in kinds["area"] for code in table["REF_AREA"].unique().to_pylist()}
    span = entry["last_year"] - entry["first_year"] + 1
    entry["first_year"] -= span * len(kinds["year"])
    entry["codes"][MADE_UP] = sorted({*entry["codes"].get(MADE_UP, []), TOTAL, *map(_code, kinds["group"])})
    entry["rows"] = times * len(table)
    with pq.ParquetWriter(out / observations_of(key), table.schema, compression="zstd", compression_level=1) as writer:
        waiting: list[pa.Table] = []
        for part in _parts(table, kinds, span):
            waiting.append(part)
            if sum(map(len, waiting)) >= AT_ONCE:
                writer.write_table(pa.concat_tables(waiting).unify_dictionaries(), row_group_size=MOST_ROWS_IN_GROUP)
                waiting = []
        if waiting:
            writer.write_table(pa.concat_tables(waiting).unify_dictionaries(), row_group_size=MOST_ROWS_IN_GROUP)


def _parts(table: pa.Table, kinds: dict[str, list[int]], span: int) -> Iterator[pa.Table]:
    """The rows in the order of a release: cell by cell, in each the made-up codes first, then the cell's own rows with more areas and years."""
    cells = np.stack([_dictionary(table[column]).indices.to_numpy() for column in BREAKDOWNS])
    edges = [0, *(np.flatnonzero((cells[:, 1:] != cells[:, :-1]).any(axis=0)) + 1).tolist(), len(table)]
    for start, end in zip(edges[:-1], edges[1:], strict=True):
        cell = table.slice(start, end - start)
        for number in kinds["group"]:
            yield _renamed(cell, MADE_UP, lambda _, number=number: _code(number))
        yield cell
        for number in kinds["area"]:
            yield _renamed(cell, "REF_AREA", lambda code, number=number: f"{code}~{number}")
        for place, _ in enumerate(kinds["year"], start=1):
            years = pa.array(cell["TIME_PERIOD"].to_numpy() - place * span)
            yield cell.set_column(cell.schema.get_field_index("TIME_PERIOD"), "TIME_PERIOD", years)


def _code(number: int) -> str:
    """A made-up code; it stands before the total in the order of a file."""
    return f"G{number:04}"


def _dictionary(column: pa.ChunkedArray) -> pa.DictionaryArray:
    return column.combine_chunks() if column.num_chunks != 1 else column.chunk(0)


def _renamed(table: pa.Table, column: str, name) -> pa.Table:
    old, place = _dictionary(table[column]), table.schema.get_field_index(column)
    renamed = pa.DictionaryArray.from_arrays(old.indices, pa.array([name(code) for code in old.dictionary.to_pylist()]))
    return table.set_column(place, table.schema.field(column), renamed.cast(table.schema.field(column).type))


def started() -> None:
    """Starts over the release in `sys.argv[1]` and writes what that and slices cost; meant for a process of its own."""
    release = Path(sys.argv[1])
    start = milliseconds(lambda: create_app(Settings(release=str(release))))
    idle = memory()
    store = open_release(release)
    desk = Desk(store, store.contents(load_catalogue()), Forgetful())
    keys = [key for key in ASKED if key in desk.contents.holdings]
    own = [slice_of(View(key), desk.contents) for key in keys]
    made_up = [_made_up(part, store.manifest["indicators"][part.indicator]["codes"].get(MADE_UP, ())) for part in own]
    rows = sum(len(store.columns(part.indicator, part.cell, (), ("TIME_PERIOD",))[1]["TIME_PERIOD"]) for part in own)
    found = {"start": start, "idle": idle, "rows": store.manifest["rows"]}
    for name, parts in (("same", made_up), ("grown", own)):
        found[name] = sum(median(milliseconds(lambda part=part: desk.slice(part)) for _ in range(5)) or 0 for part in parts)
    sys.stdout.write(json.dumps(found | {"slice rows": rows}))


def _made_up(part: Slice, codes: list[str]) -> Slice:
    """The slice of a made-up code from the middle of those there are; the slice itself where there is none."""
    mine = [code for code in codes if code.startswith("G")]
    return Slice(part.indicator, tuple((column, mine[len(mine) // 2] if mine and column == MADE_UP else code) for column, code in part.cell))


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
        name = "as it ships" if times == 1 else f"{times:,} times as large"
        a_thousand = 1000 * found["grown"] / found["slice rows"]
        rows += [
            Row(f"{name}: rows", "", found["rows"]),
            Row(f"{name}: start of a worker", "ms", found["start"]),
            Row(f"{name}: memory of an idle worker", "MiB", found["idle"], bounds=(Bound(1.25 * base["idle"]),)),
            Row(f"{name}: two slices of the same size, cold", "ms", found["same"], bounds=(Bound(2 * base["same"]),)),
            Row(f"{name}: two slices that grew to {found['slice rows']:,} rows, cold, a thousand rows", "ms", a_thousand, bounds=(Bound(1000 * base["grown"] / base["slice rows"]),)),
        ]
    note = "Made-up codes, areas and years, a third each; indicators that are not asked for share one file that really has as many rows. "
    note += "An idle worker may take a quarter more than now, a slice of the same size twice as long, a larger one not more a row."
    return Section("Growth", tuple(rows), note)
