"""Corrections to single upstream facts, each with the wrong value it expects, its reason and its evidence.

A correction that finds another value than it expects is not applied: the publisher has mended the fact, or it is
another vintage, and somebody has to look again. The table is `data/catalogue/corrections.csv`.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from dashboard.checks.subject import list_finding
from dashboard.checks.values import NO_VALUE_EXISTS
from dashboard.report import Report
from dashboard.schema import BREAKDOWNS, IDENTITY, OBS_STATUS, TOTAL

COLUMNS = ("source", *IDENTITY, "breakdowns", "expect", "action", "value", "why", "evidence")
ACTIONS = ("set", "drop", "status")


class CorrectionError(ValueError):
    """A row of the corrections file that cannot be read: file, line, found, expected."""


@dataclass(frozen=True)
class Correction:
    """One fact to correct.

    expect: the upstream value in the indicator's unit.
    action: `set` gives the value `value`; `status` gives the status code `value`, and takes the number away where that
    status says that there is none; `drop` removes the row.
    """

    source: str
    indicator: str
    area: str
    year: int
    groups: tuple[tuple[str, str], ...]
    expect: float
    action: str
    value: str
    why: str
    evidence: str

    def __str__(self) -> str:
        groups = "".join(f" {c}={v}" for c, v in self.groups)
        return f"{self.indicator} {self.area} {self.year}{groups} ({self.source})"


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections of a file, in its order; raises CorrectionError for a row that cannot be read."""
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise CorrectionError(f"{path.name}: line 1: columns {reader.fieldnames}; expected {list(COLUMNS)}")
        return tuple(_correction(row, f"{path.name}: line {reader.line_num}") for row in reader)


def correct(frame: pd.DataFrame, corrections: Iterable[Correction]) -> tuple[pd.DataFrame, Report]:
    """The frame with the corrections that apply, and a report of every one that does not (an error) or does (info)."""
    corrections = tuple(corrections)
    frame = frame.copy()
    dropped, absent, mended, applied = [], [], [], []
    place = _places(frame, corrections)
    for c in corrections:
        row = place.get(_key(c))
        if row is None:
            absent.append(str(c))
            continue
        found = frame.at[row, "OBS_VALUE"]
        if not math.isclose(found, c.expect, rel_tol=1e-9, abs_tol=1e-12):
            mended.append(f"{c}: expected {c.expect:g}, found {found:g}")
            continue
        applied.append(f"{c}: {c.expect:g} -> {c.action} {c.value}".rstrip())
        if c.action == "drop":
            dropped.append(row)
        else:
            _apply(frame, row, c)
    report = Report.of(
        (
            list_finding(
                "correction-absent",
                "error",
                absent,
                "Corrections are for rows that the source no longer has.",
                "Take them out of corrections.csv, or mend their key.",
            ),
            list_finding(
                "correction-outdated",
                "error",
                mended,
                "Corrections expect another value than the source has.",
                "Look the value up: where the publisher mended it, take the correction out.",
            ),
            list_finding(
                "corrected",
                "info",
                applied,
                "Upstream facts were corrected.",
                "Nothing; reasons and evidence stand in corrections.csv.",
            ),
        )
    )
    return frame.drop(index=dropped).reset_index(drop=True), report


def _apply(frame: pd.DataFrame, row: int, c: Correction) -> None:
    if c.action == "set":
        frame.at[row, "OBS_VALUE"] = float(c.value)
    else:
        frame.at[row, "OBS_STATUS"] = c.value
        if c.value in NO_VALUE_EXISTS:
            frame.at[row, "OBS_VALUE"] = math.nan
    note = f"Corrected here: the publisher gives {c.expect:g}. {c.why}"
    frame.at[row, "COMMENT_OBS"] = " ".join(filter(None, (frame.at[row, "COMMENT_OBS"], note)))


def _places(frame: pd.DataFrame, corrections: tuple[Correction, ...]) -> dict[tuple, int]:
    """Key -> label of each row that could be meant; only of corrected indicators, since a frame has many others."""
    rows = frame[frame["INDICATOR"].isin({c.indicator for c in corrections})]
    columns = ["DATA_SOURCE", *IDENTITY, *BREAKDOWNS]
    return dict(zip(zip(*(rows[c] for c in columns), strict=True), rows.index, strict=True))


def _key(c: Correction) -> tuple:
    groups = dict(c.groups)
    return (c.source, c.indicator, c.area, c.year, *(groups.get(column, TOTAL) for column in BREAKDOWNS))


def _correction(row: dict[str, str], where: str) -> Correction:
    if None in row or None in row.values():
        raise CorrectionError(f"{where}: the line does not have {len(COLUMNS)} cells")
    groups = tuple(_pair(text, where) for text in row["breakdowns"].split(";") if text)
    if row["action"] not in ACTIONS:
        raise CorrectionError(f"{where}: action {row['action']!r} is not one of {', '.join(ACTIONS)}")
    if row["action"] == "status" and row["value"] not in OBS_STATUS:
        raise CorrectionError(f"{where}: status {row['value']!r} is not one of {', '.join(OBS_STATUS)}")
    if not row["why"] or not row["evidence"]:
        raise CorrectionError(f"{where}: why and evidence must both be given")
    try:
        year, expect = int(row["TIME_PERIOD"]), float(row["expect"])
        if row["action"] == "set":
            float(row["value"])
    except ValueError as fault:
        raise CorrectionError(f"{where}: year, expect and the value to set must be numbers ({fault})") from fault
    return Correction(
        row["source"],
        row["INDICATOR"],
        row["REF_AREA"],
        year,
        groups,
        expect,
        row["action"],
        row["value"],
        row["why"],
        row["evidence"],
    )


def _pair(text: str, where: str) -> tuple[str, str]:
    column, separator, code = text.partition("=")
    if not separator or column not in BREAKDOWNS:
        raise CorrectionError(f"{where}: breakdown {text!r}; expected COLUMN=CODE with a breakdown column")
    return column, code
