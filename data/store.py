"""Opens a release and reads one indicator at a time.

The Parquet files are mapped, not loaded, and stay open: an idle store costs its manifest only, however much the files hold, and
a build that swaps the directory underneath does not disturb a store that is in use.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.areas import Atlas
from dashboard.catalogue import Catalogue
from dashboard.coded import Coded
from dashboard.contents import Contents, Holding
from dashboard.coverage.cube import Coverage, cube
from dashboard.gaps.table import GapTable
from dashboard.schema import COLUMNS, TEXT, TOTAL
from dashboard.slices import Cell
from data.areas import read_atlas
from data.coded import coded
from data.gap_file import read_gaps
from data.release import COVERAGE, GAPS, MANIFEST, SCHEMA_VERSION, SHARES, TABLES, observations_of, sha256

CHECKED_BYTES = 64_000_000
FILES_KNOWN = 8  # files asked for last whose inner order is kept in mind: it grows with a file
REMEDY = "Build the release again: python -m data.cli build --sources DIR"


class ReleaseFault(ValueError):
    """A release that cannot be served: which file, what was found, what to do."""

    def __init__(self, path: Path, found: str, expected: str) -> None:
        self.path, self.found, self.expected = path, found, expected
        super().__init__(f"{path}: found {found}; expected {expected}. {REMEDY}")


class UnknownIndicator(KeyError):
    """An indicator that the release does not hold; its text is a sentence."""

    def __str__(self) -> str:
        return str(self.args[0])


class Store:
    """One open release. Any number of threads may read from it at once: every reading has a reader of its own."""

    def __init__(self, directory: Path, manifest: Mapping, atlas: Atlas) -> None:
        self.directory, self.manifest, self.atlas = directory, manifest, atlas
        self.version: str = manifest["version"]
        self._maps = {key: pa.memory_map(str(directory / observations_of(key))) for key in manifest["indicators"]}
        self._shares, self._coverage = (pa.memory_map(str(directory / name)) for name in (SHARES, COVERAGE))
        # opened now, so that a swap does not disturb it, and read when asked for; while a release is being built there is none yet
        self._gaps_file = pa.memory_map(str(directory / GAPS)) if (directory / GAPS).is_file() else None
        self._metadata = lru_cache(FILES_KNOWN)(lambda key: pq.read_metadata(self._maps[key]))

    def observations(self, key: str, cell: Cell = (), columns: tuple[str, ...] = COLUMNS) -> pd.DataFrame:
        """The rows of one indicator, of one cell where asked, text columns as categories; by breakdown, area and year.

        cell: (breakdown column, code) pairs; parts of the file that cannot hold them are not read. Raises UnknownIndicator.
        """
        return self._table(key, cell, columns).to_pandas()[list(columns)]

    def columns(self, key: str, cell: Cell, text: tuple[str, ...], numbers: tuple[str, ...]) -> tuple[dict[str, Coded], dict[str, np.ndarray]]:
        """The same rows without a frame: its text columns, each word once, and its columns of numbers, NaN for a missing one."""
        table = self._table(key, cell, (*text, *numbers))
        return {name: coded(table[name]) for name in text}, {name: table[name].to_numpy() for name in numbers}

    def shares(self, column: str) -> tuple[dict[str, Coded], dict[str, np.ndarray]]:
        """What part of the population each group of a breakdown column is: REF_AREA and GROUP, TIME_PERIOD and SHARE; read when asked for."""
        text, numbers = ("REF_AREA", "GROUP"), ("TIME_PERIOD", "SHARE")
        table = pq.ParquetFile(self._shares, read_dictionary=["BREAKDOWN", *text]).read(["BREAKDOWN", *text, *numbers], use_threads=False)
        table = table.filter(pa.array(_matches(table, [("BREAKDOWN", column)])))
        return {name: coded(table[name]) for name in text}, {name: table[name].to_numpy() for name in numbers}

    def coverage(self) -> Coverage:
        """Who has which group; read when asked for."""
        text = ("INDICATOR", "BREAKDOWN", "GROUP", "REF_AREA")
        table = pq.ParquetFile(self._coverage, read_dictionary=list(text)).read(use_threads=False)
        numbers = {name: table[name].to_numpy() for name in ("FIRST_YEAR", "LAST_YEAR", "YEARS", "IS_HEADLINE")}
        return cube(*(coded(table[name]) for name in text), numbers)

    def _table(self, key: str, cell: Cell, columns: tuple[str, ...]) -> pa.Table:
        entry = self.manifest["indicators"].get(key)
        if entry is None:
            known = ", ".join(list(self.manifest["indicators"])[:3])
            raise UnknownIndicator(f"Release {self.version} has no indicator {key!r}; it has such as {known}.")
        asked = [(column, code) for column, code in cell if column in entry["codes"] or code != TOTAL]
        text = [column for column in TEXT if column in columns or column in dict(asked)]
        reader = pq.ParquetFile(self._maps[key], metadata=self._metadata(key), read_dictionary=text)
        parts = _parts(reader.metadata, asked)
        if not asked:
            return reader.read_row_groups(parts, columns=list(columns), use_threads=False)
        # the few columns that tell where the cell is come first, the others of those parts alone that hold it
        rows = {part: _matches(reader.read_row_group(part, columns=list(dict(asked)), use_threads=False), asked) for part in parts}
        held = [part for part, matches in rows.items() if matches.any()]
        table = reader.read_row_groups(held, columns=list(columns), use_threads=False)
        return table.filter(pa.array(np.concatenate([np.empty(0, dtype=bool), *(rows[part] for part in held)])))

    def gaps(self) -> GapTable:
        """The gaps of all indicators, read anew at each call."""
        return read_gaps(self._gaps_file)

    def source_series(self, key: str) -> tuple[str, ...]:
        """The publisher's series codes of one indicator, sorted; reads that column only."""
        return tuple(sorted(code for code in self.observations(key, columns=("SOURCE_SERIES",))["SOURCE_SERIES"].unique() if code))

    def holdings(self) -> dict[str, Holding]:
        """Years and codes of every indicator, from the manifest."""
        return {
            key: Holding(
                entry["first_year"],
                entry["last_year"],
                entry["default_year"],
                {column: tuple(codes) for column, codes in entry["codes"].items()},
            )
            for key, entry in self.manifest["indicators"].items()
        }

    def contents(self, catalogue: Catalogue) -> Contents:
        """What an address can name in this release. Raises ReleaseFault where the catalogue names more."""
        absent = [i.key for i in catalogue.indicators if i.key not in self.manifest["indicators"]]
        if absent:
            found = f"no observations of {len(absent)} indicators of the catalogue ({', '.join(absent[:5])})"
            raise ReleaseFault(self.directory, found, "every indicator of the catalogue")
        return Contents(catalogue, self.atlas, self.holdings(), self.version)

    def close(self) -> None:
        """Gives the files back; the store cannot be read from afterwards."""
        for file in (*self._maps.values(), self._shares, self._coverage, self._gaps_file):
            if file is not None:
                file.close()


def _matches(table: pa.Table, asked: list[tuple[str, str]]) -> np.ndarray:
    """True for each row that is of the cell."""
    matches = np.ones(len(table), dtype=bool)
    for column, code in asked:
        matches &= coded(table[column]).among(frozenset((code,)))
    return matches


def _parts(metadata: pq.FileMetaData, asked: list[tuple[str, str]]) -> list[int]:
    """The row groups that may hold the codes asked for, by their columns' lowest and highest value."""
    parts = range(metadata.num_row_groups)
    if metadata.num_row_groups < 2:
        return list(parts)
    place = {metadata.schema.column(i).name: i for i in range(metadata.num_columns)}

    def may_hold(part: int, column: str, code: str) -> bool:
        known = metadata.row_group(part).column(place[column]).statistics
        return known is None or not known.has_min_max or known.min <= code <= known.max

    return [part for part in parts if all(may_hold(part, column, code) for column, code in asked)]


def open_release(directory: Path) -> Store:
    """The release in a directory, its files held against the manifest. Raises ReleaseFault.

    Every file is there and has its size; the checksums are compared as well where that is a matter of a moment
    (`CHECKED_BYTES` in all). `python -m data.cli check` compares them always.
    """
    directory = Path(directory)
    manifest = _manifest(directory / MANIFEST)
    verify(directory, manifest, with_checksums=sum(size for _, size in manifest["files"].values()) <= CHECKED_BYTES)
    return Store(directory, manifest, read_atlas(directory))


def verify(directory: Path, manifest: Mapping, with_checksums: bool = True) -> None:
    """Raises ReleaseFault for the first file that is not as the manifest says."""
    wanted = [*TABLES, GAPS, *map(observations_of, manifest["indicators"])]
    for name in wanted:
        path = directory / name
        if not path.is_file():
            raise ReleaseFault(path, "no such file", "a file of the release")
        checksum, size = manifest["files"].get(name, ("", -1))
        if path.stat().st_size != size:
            raise ReleaseFault(path, f"a damaged or changed file of {path.stat().st_size} bytes", f"the manifest's {size}")
        if with_checksums and (found := sha256(path)) != checksum:
            raise ReleaseFault(path, f"a damaged or changed file, checksum {found[:12]}", f"the manifest's {checksum[:12]}")
    if with_checksums:
        _count(directory, manifest)


def _count(directory: Path, manifest: Mapping) -> None:
    """Raises ReleaseFault where an indicator has other rows than the manifest counts, or all together have."""
    for key, entry in manifest["indicators"].items():
        path = directory / observations_of(key)
        if (held := pq.read_metadata(path).num_rows) != entry["rows"]:
            raise ReleaseFault(path, f"{held} rows", f"the manifest's {entry['rows']}")
    if (total := sum(entry["rows"] for entry in manifest["indicators"].values())) != manifest["rows"]:
        raise ReleaseFault(directory / MANIFEST, f"{total} rows of all indicators", f"the manifest's {manifest['rows']}")


def _manifest(path: Path) -> dict:
    if not path.is_file():
        raise ReleaseFault(path, "no such file", "the manifest of a release")
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as fault:
        raise ReleaseFault(path, f"a file that is not JSON ({fault})", "the manifest of a release") from fault
    version = manifest.get("schema_version") if isinstance(manifest, dict) else None
    if version != SCHEMA_VERSION:
        raise ReleaseFault(path, f"schema version {version}", f"schema version {SCHEMA_VERSION}")
    lacking = [k for k in ("version", "rows", "files", "sources", "indicators") if k not in manifest]
    if lacking:
        raise ReleaseFault(path, f"no entries {', '.join(lacking)}", "a whole manifest")
    return manifest
