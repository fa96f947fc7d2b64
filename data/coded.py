"""A text column of a Parquet file without a frame."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from dashboard.coded import Coded


def coded(column: pa.ChunkedArray) -> Coded:
    """A column read as a dictionary."""
    parts = column.unify_dictionaries().chunks
    words = parts[0].dictionary.to_pylist() if parts else []
    return Coded(tuple(words), np.concatenate([part.indices.to_numpy() for part in parts] or [np.empty(0, dtype=int)]))
