"""The files of a release: how observations are laid out, what the manifest says, how its version is drawn.

Parquet, not SQLite: one row group an indicator lets a reader take one indicator without touching the rest, and the
dictionaries of the text columns make the whole a tenth of the size. No file holds a clock or a path of the machine, so
that the same sources give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.catalogue import Catalogue
from dashboard.schema import COLUMNS, KEY, TEXT

SCHEMA_VERSION = 1
OBSERVATIONS, AREAS, GROUPS, LICENCES = "observations.parquet", "areas.csv", "groups.csv", "LICENCES.md"
MANIFEST = "manifest.json"
FILES = (OBSERVATIONS, AREAS, GROUPS, LICENCES)
MOST_ROWS_IN_GROUP = 200_000
MOST_BYTES = 25_000_000

_TYPES = dict.fromkeys(TEXT, pa.string()) | {
    "TIME_PERIOD": pa.int64(),
    "OBS_VALUE": pa.float64(),
    "STD_ERROR": pa.float64(),
}
SCHEMA = pa.schema([pa.field(c, _TYPES[c]) for c in COLUMNS])


def in_order(frame: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """The rows sorted by the catalogue's order of indicators, then by key."""
    place = {i.key: n for n, i in enumerate(catalogue.indicators)}
    columns = ["_place", *KEY]
    ordered = frame.assign(_place=frame["INDICATOR"].map(place)).sort_values(columns, kind="stable", ignore_index=True)
    return ordered[list(COLUMNS)]


def write_observations(frame: pd.DataFrame, path: Path) -> dict[str, list[int]]:
    """Writes the ordered frame and gives the row groups of each indicator.

    Missing numbers become nulls, as other readers of Parquet expect.
    """
    groups: dict[str, list[int]] = {}
    total = 0
    with pq.ParquetWriter(path, SCHEMA, compression="zstd", compression_level=9, use_dictionary=True) as writer:
        for key, rows in frame.groupby("INDICATOR", sort=False, observed=True):
            table = pa.Table.from_pandas(rows, schema=SCHEMA, preserve_index=False).replace_schema_metadata(None)
            writer.write_table(table, row_group_size=MOST_ROWS_IN_GROUP)
            count = -(-len(rows) // MOST_ROWS_IN_GROUP)
            groups[str(key)] = list(range(total, total + count))
            total += count
    return groups


def sha256(path: Path) -> str:
    """Checksum of a file as hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def version_of(checksums: Mapping[str, str]) -> str:
    """Short name of a release, drawn from what its files hold."""
    text = "\n".join([f"schema {SCHEMA_VERSION}", *(f"{name} {checksums[name]}" for name in sorted(checksums))])
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def write_manifest(manifest: Mapping, path: Path) -> None:
    """Writes the manifest as JSON, in the order given."""
    path.write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
