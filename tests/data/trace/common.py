"""What the independent readings share: no importer, no table of codes, no pandas; rows as dicts of texts.

A traced observation is `key -> (value, qualifier)`; the key is indicator, area, year and the groups that are no total.
"""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterator
from pathlib import Path

import yaml

Key = tuple[str, str, int, frozenset[tuple[str, str]]]
Traced = dict[Key, tuple[float | None, str]]
CATALOGUE = Path(__file__).parents[3] / "data" / "catalogue"

# written down again by hand from the notes on the sources, so that a slip in the shipped table shows
WORLD_BANK = {
    "CHI": "830",
    "ADO": "AND",
    "KSV": "XKX",
    "ROM": "ROU",
    "TMP": "TLS",
    "WBG": "PSE",
    "ZAR": "COD",
    "IMY": "IMN",
}
V_DEM = {"PSE": "XWB", "PSG": "XGZ", "SML": "XSL", "ZZB": "XZB"}
M49 = {"412": "XKX", "158": "TWN", "530": "ANT", "836": "XZB"}
UNHCR = {"TIB": "XTB", "AB9": "XAB"}


def entries(source: str) -> list[dict]:
    """The catalogue's entries of one source, straight from the YAML."""
    files = sorted((CATALOGUE / "indicators").glob("*.yaml"))
    found = [entry for file in files for entry in yaml.safe_load(file.read_text(encoding="utf-8"))]
    return [entry for entry in found if entry["source"] == source]


def records(path: Path, encoding: str = "utf-8-sig", delimiter: str = ",") -> Iterator[dict[str, str]]:
    """The records of a CSV file, compressed or not."""
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode(encoding)
    return csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)


def one(folder: Path, pattern: str) -> Path:
    (path,) = folder.glob(pattern)
    return path


def series_of(source: str) -> dict[str, list[tuple[str, frozenset, float]]]:
    """Publisher's series -> the indicators that it is part of, with the groups that it stands for and the factor."""
    found: dict[str, list[tuple[str, frozenset, float]]] = {}
    for entry in entries(source):
        for series in entry["origin"]["series"]:
            groups = frozenset((c, v) for c, v in series.items() if c != "code")
            factor = float(entry["origin"].get("multiply", 1))
            found.setdefault(series["code"], []).append((entry["key"], groups, factor))
    return found


def put(traced: Traced, key: Key, value: float | None, qualifier: str = "") -> None:
    assert key not in traced, f"{key} is traced twice"
    traced[key] = (value, qualifier)
