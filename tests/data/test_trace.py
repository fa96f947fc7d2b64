"""Every value that ships, traced again from the publishers' files by readings that share no code with the importers.

Needs the sources: the folder in the environment variable SOCIETY_SOURCES, or `shared/sources` beside the repository.
"""

from __future__ import annotations

import csv
import json
import math
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from tests.data.trace import refugees, sdg, tables
from tests.data.trace.common import CATALOGUE, Key, Traced

ROOT = Path(__file__).parents[2]
SOURCES = Path(os.environ.get("SOCIETY_SOURCES", ROOT.parent / "shared" / "sources"))
RELEASE = ROOT / "data" / "release"
READINGS: dict[str, Callable[[Path], Traced]] = {
    "unsd-sdg": sdg.unsd_sdg,
    "wdi": tables.wdi,
    "wdi-databank": tables.wdi_databank,
    "vdem": tables.vdem,
    "wgi": tables.wgi,
    "findex": tables.findex,
    "hdr": tables.hdr,
    "spi": tables.spi,
    "unhcr": refugees.unhcr,
    "idmc": refugees.idmc,
    "ndgain": tables.ndgain,
}
MARKS = ("OBS_QUALIFIER", "NATURE", "OBS_STATUS", "DATA_SOURCE")
NOT_GROUPS = (*MARKS, "INDICATOR", "REF_AREA", "TIME_PERIOD", "OBS_VALUE", "STD_ERROR", "SOURCE_SERIES", "COMMENT_OBS")

pytestmark = [
    pytest.mark.sources,
    pytest.mark.skipif(
        not (SOURCES / "wdi").is_dir(),
        reason="the publishers' files are not here; name their folder in SOCIETY_SOURCES",
    ),
]


def shipped(source: str) -> dict[Key, tuple]:
    """key -> (value, qualifier, nature, status, standard error) of every row of one source, read by pyarrow alone."""
    manifest = json.loads((RELEASE / "manifest.json").read_text(encoding="utf-8"))
    found: dict[Key, tuple] = {}
    for indicator, entry in manifest["indicators"].items():
        if entry["source"] == source:
            columns = pq.read_table(RELEASE / "observations" / f"{indicator}.parquet").to_pydict()
            assert set(columns["DATA_SOURCE"]) == {source}
            assert set(columns["INDICATOR"]) == {indicator}
            found |= _keyed(columns)
    return found


def _keyed(columns: dict[str, list]) -> dict[Key, tuple]:
    split = [c for c in columns if c not in NOT_GROUPS and set(columns[c]) != {"_T"}]
    groups = zip(*(columns[c] for c in split), strict=True) if split else ((),) * len(columns["INDICATOR"])
    known: dict[tuple, frozenset] = {}
    for codes in (groups := list(groups)):
        if codes not in known:
            known[codes] = frozenset((c, code) for c, code in zip(split, codes, strict=True) if code != "_T")
    place = zip(
        columns["INDICATOR"], columns["REF_AREA"], columns["TIME_PERIOD"], (known[g] for g in groups), strict=True
    )
    facts = zip(*(columns[c] for c in ("OBS_VALUE", "OBS_QUALIFIER", "NATURE", "OBS_STATUS", "STD_ERROR")), strict=True)
    return dict(zip(place, facts, strict=True))


def corrections(source: str) -> dict[Key, dict[str, str]]:
    """The corrected facts of one source, by key."""
    with (CATALOGUE / "corrections.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["source"] == source]
    return {
        (
            row["INDICATOR"],
            row["REF_AREA"],
            int(row["TIME_PERIOD"]),
            frozenset(tuple(pair.split("=")) for pair in row["breakdowns"].split(";") if pair),
        ): row
        for row in rows
    }


def is_same(shipped_value: float | None, traced_value: float | None) -> bool:
    if shipped_value is None or traced_value is None:
        return shipped_value is traced_value
    # the same digits, parsed by two readers, may differ in the last bit
    return math.isclose(shipped_value, traced_value, rel_tol=1e-12, abs_tol=0)


@dataclass(frozen=True)
class Held:
    """One source: what ships, what its files say, what was corrected in between."""

    source: str
    shipped: dict[Key, tuple]
    traced: Traced
    corrected: dict[Key, dict[str, str]]


@pytest.fixture(scope="module", params=READINGS)
def held(request: pytest.FixtureRequest) -> Held:
    """Each source is read once, for all tests on it, and then given back: all at once would need a gigabyte."""
    source = request.param
    return Held(source, shipped(source), READINGS[source](SOURCES), corrections(source))


def test_every_shipped_value_is_the_publishers_and_none_is_missing(held: Held, record_property: Callable):
    record_property("rows compared", len(held.shipped))
    manifest = json.loads((RELEASE / "manifest.json").read_text(encoding="utf-8"))
    assert len(held.shipped) == manifest["sources"][held.source]["rows"] > 0
    different = []
    for key in held.shipped.keys() & held.traced.keys() - held.corrected.keys():
        value, qualifier = held.shipped[key][:2]
        if qualifier != held.traced[key][1] or not is_same(value, held.traced[key][0]):
            different.append((key, (value, qualifier), held.traced[key]))
    assert sorted(map(str, different))[:10] == []
    assert sorted(map(str, held.shipped.keys() - held.traced.keys()))[:10] == [], "shipped, but in no source"
    dropped = {key for key, row in held.corrected.items() if row["action"] == "drop"}
    absent = held.traced.keys() - held.shipped.keys() - dropped
    assert sorted(map(str, absent))[:10] == [], "in the source, but not shipped"


def test_every_correction_is_of_the_publishers_value_and_is_shipped(held: Held):
    for key, row in held.corrected.items():
        assert is_same(float(row["expect"]), held.traced[key][0]), key
        if row["action"] == "drop":
            assert key not in held.shipped
            continue
        value, _, _, status, _ = held.shipped[key]
        if row["action"] == "set":
            assert value == float(row["value"]), key
        else:
            # L, M, O and Q say that there is no value; any other status leaves it
            assert status == row["value"], key
            assert is_same(value, None if status in "LMOQ" else float(row["expect"])), key


def test_natures_and_statuses_of_the_sdg_database_are_the_publishers():
    found, marks, corrected = shipped("unsd-sdg"), sdg.marks(SOURCES), corrections("unsd-sdg")
    assert found.keys() == marks.keys()
    different = [(k, found[k][2:4], m) for k, m in marks.items() if k not in corrected and found[k][2:4] != m]
    assert different[:10] == []


def test_standard_errors_are_those_of_the_governance_indicators():
    traced = {key: value for key, (value, _) in tables.wgi(SOURCES, "stddev").items()}
    errors = {key: facts[-1] for key, facts in shipped("wgi").items()}
    assert errors.keys() == traced.keys()
    assert [(k, errors[k], v) for k, v in traced.items() if not is_same(errors[k], v)][:10] == []


def test_no_other_source_ships_a_standard_error():
    table = pq.read_table(RELEASE / "observations", columns=["DATA_SOURCE", "STD_ERROR"])
    assert set(table.filter(pc.is_valid(table["STD_ERROR"]))["DATA_SOURCE"].to_pylist()) == {"wgi"}


def test_comparison_finds_a_last_digit_that_differs():
    assert not is_same(7.76, 7.7600001)
    assert not is_same(None, 0.0)
    assert is_same(0.1 + 0.2, 0.3)


def test_every_row_of_the_release_is_of_a_source_that_is_traced():
    manifest = json.loads((RELEASE / "manifest.json").read_text(encoding="utf-8"))
    assert set(manifest["sources"]) <= set(READINGS)
    assert sum(s["rows"] for s in manifest["sources"].values()) == manifest["rows"]
    assert sum(i["rows"] for i in manifest["indicators"].values()) == manifest["rows"]
