"""Opens a release and reads one indicator at a time.

The Parquet file is mapped, not loaded, and stays open: an idle store costs its index only, and a build that swaps the
directory underneath does not disturb a store that is in use.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.areas import Atlas
from dashboard.catalogue import Catalogue
from dashboard.contents import Contents, Holding
from dashboard.schema import COLUMNS, TEXT
from data.areas import read_atlas
from data.release import FILES, MANIFEST, OBSERVATIONS, SCHEMA_VERSION, sha256

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
        self._file = pa.memory_map(str(directory / OBSERVATIONS))
        self._metadata = pq.read_metadata(self._file)

    def observations(self, key: str) -> pd.DataFrame:
        """All rows of one indicator as a standard frame, sorted by key, text columns as categories.

        Raises UnknownIndicator.
        """
        entry = self.manifest["indicators"].get(key)
        if entry is None:
            known = ", ".join(list(self.manifest["indicators"])[:3])
            raise UnknownIndicator(f"Release {self.version} has no indicator {key!r}; it has such as {known}.")
        reader = pq.ParquetFile(self._file, metadata=self._metadata, read_dictionary=list(TEXT))
        table = reader.read_row_groups(entry["row_groups"], use_threads=False)
        return table.to_pandas()[list(COLUMNS)]

    def source_series(self, key: str) -> tuple[str, ...]:
        """The publisher's series codes of one indicator, sorted; reads that column only."""
        reader = pq.ParquetFile(self._file, metadata=self._metadata)
        table = reader.read_row_groups(self.manifest["indicators"][key]["row_groups"], columns=["SOURCE_SERIES"], use_threads=False)
        return tuple(sorted(code for code in table["SOURCE_SERIES"].unique().to_pylist() if code))

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
        """Gives the file back; the store cannot be read from afterwards."""
        self._file.close()


def open_release(directory: Path) -> Store:
    """The release in a directory, its files held against the manifest's checksums. Raises ReleaseFault."""
    directory = Path(directory)
    manifest = _manifest(directory / MANIFEST)
    for name in FILES:
        path = directory / name
        if not path.is_file():
            raise ReleaseFault(path, "no such file", "a file of the release")
        if (found := sha256(path)) != manifest["files"].get(name):
            expected = f"the manifest's {str(manifest['files'].get(name))[:12]}"
            raise ReleaseFault(path, f"a damaged or changed file, checksum {found[:12]}", expected)
    store = Store(directory, manifest, read_atlas(directory))
    held = store._metadata.num_rows
    if held != manifest["rows"]:
        store.close()
        raise ReleaseFault(directory / OBSERVATIONS, f"{held} rows", f"the manifest's {manifest['rows']}")
    return store


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
