"""The words for breakdown columns and their codes, with what is known of the groups themselves: order, reference, size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.schema import BREAKDOWNS, TOTAL, UNSPECIFIED
from data.catalogue_ages import AgeLabels
from data.catalogue_entries import Entry, Faults, read_yaml, shown


@dataclass(frozen=True)
class Labels:
    """All by column: its name, whether its codes have an order, the words of each code, the group that the others are set
    against (where there is one), the part of the people that a group is by its definition, and the publisher's series that
    gives its part of the population."""

    names: dict[str, str] = field(default_factory=dict)
    ordered: dict[str, bool] = field(default_factory=dict)
    labels: dict[str, Mapping[str, str]] = field(default_factory=dict)
    references: dict[str, str] = field(default_factory=dict)
    shares: dict[str, Mapping[str, float]] = field(default_factory=dict)
    series: dict[str, Mapping[str, str]] = field(default_factory=dict)


def read_labels(path: Path, faults: Faults) -> Labels:
    """What labels.yaml says; notes every fault."""
    found = Labels()
    content = read_yaml(path, dict, faults)
    for column in [c for c in BREAKDOWNS if c not in content]:
        faults.add(f"{path.name}: {column}", "the column is missing", "an entry for every breakdown column")
    for column, fields in content.items():
        entry = Entry(fields if isinstance(fields, dict) else {}, f"{path.name}: {column}", faults)
        if column not in BREAKDOWNS:
            entry.fault(f"{column!r} is no breakdown column", f"one of {', '.join(BREAKDOWNS)}")
        found.names[column], found.ordered[column] = entry.text("name"), entry.flag("ordered")
        words = _words(entry)
        found.labels[column] = AgeLabels(words) if column == "AGE" else words
        if reference := entry.text("reference", ""):
            found.references[column] = reference
            if reference not in words:
                entry.fault(f"reference is {reference!r}", "one of the codes")
        if shares := _shares(entry, words):
            found.shares[column] = shares
        if series := _series(entry, found.labels[column]):
            found.series[column] = series
        entry.finish()
    return found


def _words(entry: Entry) -> dict[str, str]:
    words = {}
    for code, label in entry.mapping("codes").items():
        if not isinstance(label, str) or not label.strip():
            entry.fault(f"code {code} is {shown(label)}", "words")
            continue
        words[code] = label.strip()
    for code in (TOTAL, UNSPECIFIED):
        if code not in words:
            entry.fault(f"code {code} has no words", "words for the total and for the unspecified")
    return words


def _shares(entry: Entry, words: Mapping[str, str]) -> dict[str, float]:
    shares = {}
    for code, share in entry.mapping("shares", {}).items():
        if code not in words or not isinstance(share, int | float) or not 0 < share < 1:
            entry.fault(f"shares has {code}: {shown(share)}", "a code of the column, and a number between 0 and 1")
            continue
        shares[code] = float(share)
    return shares


def _series(entry: Entry, words: Mapping[str, str]) -> dict[str, str]:
    series = {}
    for code, name in entry.mapping("population", {}).items():
        if code not in words or not isinstance(name, str) or not name.strip():
            entry.fault(f"population has {code}: {shown(name)}", "a code of the column, and a publisher's series")
            continue
        series[code] = name.strip()
    return series
