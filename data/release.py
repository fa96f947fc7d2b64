"""The files of a release: how observations are laid out, what the manifest says, how its version is drawn.

Parquet, not SQLite: the dictionaries of the text columns make the whole a tenth of the size. One file an indicator, so
that what an open release costs does not grow with what it holds; within it the rows of a slice lie together, so that what a
slice costs does not grow with its indicator either. No file holds a clock or a path of the machine, so
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

from dashboard.schema import BREAKDOWNS, COLUMNS, TEXT

SCHEMA_VERSION = 3
OBSERVATIONS, AREAS, GROUPS, LICENCES = "observations", "areas.csv", "groups.csv", "LICENCES.md"
SHARES, COVERAGE, GAPS = "shares.parquet", "coverage.parquet", "gaps.parquet"
MANIFEST = "manifest.json"
TABLES = (AREAS, GROUPS, LICENCES, SHARES, COVERAGE)
MOST_ROWS_IN_GROUP = 20_000
MOST_BYTES = 25_000_000
ORDER = (*BREAKDOWNS, "REF_AREA", "TIME_PERIOD")  # within an indicator: the rows of one slice lie together

_TYPES = dict.fromkeys(TEXT, pa.string()) | {
    "TIME_PERIOD": pa.int64(),
    "OBS_VALUE": pa.float64(),
    "STD_ERROR": pa.float64(),
}
SCHEMA = pa.schema([pa.field(c, _TYPES[c]) for c in COLUMNS])


def observations_of(key: str) -> str:
    """The name, within a release, of the file that holds one indicator's observations."""
    return f"{OBSERVATIONS}/{key}.parquet"


def write_observations(frame: pd.DataFrame, directory: Path) -> list[str]:
    """Writes one file an indicator, its rows in `ORDER`, and gives the names of the files.

    Missing numbers become nulls, as other readers of Parquet expect.
    """
    (directory / OBSERVATIONS).mkdir()
    names = []
    for key, rows in frame.groupby("INDICATOR", sort=False, observed=True):
        ordered = rows.sort_values(list(ORDER), kind="stable", ignore_index=True)[list(COLUMNS)]
        names.append(observations_of(str(key)))
        write_table(ordered, SCHEMA, directory / names[-1])
    return names


def write_shares(shares: pd.DataFrame, directory: Path) -> None:
    """Writes the sizes of groups (`group_sizes.COLUMNS`), in the order given."""
    types = {"TIME_PERIOD": pa.int64(), "SHARE": pa.float64()}
    write_table(shares, pa.schema([pa.field(column, types.get(column, pa.string())) for column in shares.columns]), directory / SHARES)


def write_coverage(coverage: pd.DataFrame, directory: Path) -> None:
    """Writes who has which group (`coverage.table.COLUMNS`), in the order given."""
    types = dict.fromkeys(("FIRST_YEAR", "LAST_YEAR", "YEARS"), pa.int64()) | {"IS_HEADLINE": pa.bool_()}
    write_table(coverage, pa.schema([pa.field(column, types.get(column, pa.string())) for column in coverage.columns]), directory / COVERAGE)


def write_table(rows: pd.DataFrame, schema: pa.Schema, path: Path) -> None:
    """Writes rows as Parquet without a trace of who wrote them."""
    table = pa.Table.from_pandas(rows, schema=schema, preserve_index=False).replace_schema_metadata(None)
    pq.write_table(table, path, row_group_size=MOST_ROWS_IN_GROUP, compression="zstd", compression_level=9, use_dictionary=True)


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
