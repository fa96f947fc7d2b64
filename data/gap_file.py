"""The file of a release that holds its gaps: its columns, writing, reading."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.gaps.table import TEXT, VALUES, YEARS, GapTable
from data.coded import coded
from data.release import GAPS

SCHEMA = pa.schema(
    [*(pa.field(name, pa.string()) for name in TEXT), *(pa.field(name, pa.int64()) for name in YEARS), *(pa.field(name, pa.float64()) for name in VALUES)]
)


def write_rows(rows: Sequence[dict], directory: Path) -> str:
    """Writes the rows of a `GapTable` in their order and gives the file's name. A missing number is NaN."""
    table = pa.table({field.name: pa.array([row[field.name] for row in rows], type=field.type) for field in SCHEMA}, schema=SCHEMA)
    pq.write_table(table, directory / GAPS, compression="zstd", compression_level=9, use_dictionary=True)
    return GAPS


def read_gaps(source: pa.NativeFile) -> GapTable:
    """The gaps of a release. source: its open file."""
    table = pq.ParquetFile(source, read_dictionary=list(TEXT)).read(use_threads=False)
    return GapTable({name: coded(table[name]) for name in TEXT}, {name: table[name].to_numpy() for name in (*YEARS, *VALUES)})
