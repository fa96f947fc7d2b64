"""Reads the indicators of the catalogue, one file a dimension, and checks what they refer to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.catalogue import DIRECTIONS, KINDS, LEVELS, Breakdown, Dimension, Indicator
from dashboard.schema import BREAKDOWNS, TOTAL, UNSPECIFIED
from data.catalogue_entries import Entry, Faults, entries, shown


@dataclass(frozen=True)
class Known:
    """What an indicator may refer to; `ordered`, `labels` and `series` (of parts of the population) go by breakdown column."""

    recommendations: frozenset[str]
    sources: frozenset[str]
    ordered: Mapping[str, bool]
    labels: Mapping[str, Mapping[str, str]]
    series: Mapping[str, Mapping[str, str]]


def read_indicators(
    directory: Path, dimensions: tuple[Dimension, ...], known: Known, faults: Faults
) -> tuple[Indicator, ...]:
    """The indicators of a directory, in the order of the dimensions and of each file."""
    expected = {d.key for d in dimensions}
    for path in sorted(directory.glob("*.yaml")):
        if path.stem not in expected:
            faults.add(
                f"indicators/{path.name}", f"{path.stem!r} is no dimension", "a file named after one of dimensions.yaml"
            )
    found: list[Indicator] = []
    home: dict[str, str] = {}
    for dimension in dimensions:
        for entry in entries(directory / f"{dimension.key}.yaml", "key", faults):
            indicator = _indicator(entry, dimension.key, known)
            if indicator.key and home.get(indicator.key, dimension.key) != dimension.key:
                entry.fault(f"key {indicator.key!r} is used in {home[indicator.key]}.yaml too", "each key in one file")
            home[indicator.key] = dimension.key
            found.append(indicator)
    return tuple(found)


def _indicator(entry: Entry, dimension: str, known: Known) -> Indicator:
    indicator = Indicator(
        key=entry.key(),
        name=entry.text("name"),
        full_name=entry.text("full_name"),
        definition=entry.text("definition"),
        dimension=dimension,
        recommendations=_references(entry, known),
        unit=entry.text("unit"),
        unit_short=entry.text("unit_short", may_be_empty=True),
        decimals=entry.whole("decimals"),
        direction=entry.choice("direction", DIRECTIONS),
        level=entry.choice("level", LEVELS),
        kind=entry.choice("kind", KINDS),
        source=entry.text("source"),
        origin=_origin(entry, known),
        limits=_limits(entry),
        window=entry.whole("window", 5),
        is_mappable=entry.flag("is_mappable", True),
        why_not_mapped=entry.text("why_not_mapped", ""),
        headline=_headline(entry, known),
        headline_label=entry.text("headline_label", ""),
        breakdowns=_breakdowns(entry, known),
        group_scale=entry.text("group_scale", ""),
        **({"equality": 1.0, "is_ratio": True} if entry.flag("parity", False) else {}),
        note=entry.text("note", ""),
    )
    if indicator.source and indicator.source not in known.sources:
        entry.fault(f"source is {indicator.source!r}", f"one of {', '.join(sorted(known.sources))}")
    if indicator.is_mappable == bool(indicator.why_not_mapped):
        entry.fault(
            f"is_mappable is {indicator.is_mappable} and why_not_mapped is {indicator.why_not_mapped!r}",
            "a reason where, and only where, is_mappable is false",
        )
    entry.finish()
    return indicator


def _references(entry: Entry, known: Known) -> tuple[str, ...]:
    keys = entry.texts("recommendations")
    if not keys:
        entry.fault("recommendations is empty", "at least one recommendation")
    for key in keys:
        if key not in known.recommendations:
            entry.fault(f"recommendations names {key!r}", "the key of a recommendation, such as political/3")
    return keys


def _limits(entry: Entry) -> tuple[float | None, float | None]:
    value = entry.raw("limits", (None, None))
    pair = list(value) if isinstance(value, list | tuple) else []
    if len(pair) != 2 or any(isinstance(x, bool) or not isinstance(x, int | float | None) for x in pair):
        entry.fault(f"limits is {shown(value)}", "two numbers, null where there is no limit")
        return (None, None)
    low, high = pair
    if low is not None and high is not None and low > high:
        entry.fault(f"limits is {shown(value)}", "the lower limit first")
    return (low, high)


def _origin(entry: Entry, known: Known) -> Mapping[str, Any]:
    """How the importer finds the rows; only the breakdown codes that its series name are checked here."""
    origin = entry.mapping("origin")
    if not origin:
        entry.fault("origin is empty", "how the importer of the source finds the rows")
    series = origin.get("series")
    for member in series if isinstance(series, list) else []:
        if not isinstance(member, dict) or not isinstance(member.get("code"), str):
            entry.fault(f"origin has the series {shown(member)}", "a mapping with the publisher's code")
            continue
        for column in (c for c in member if c.isupper()):
            _check_code(entry, "origin", column, member[column], known)
    return origin


def _check_code(entry: Entry, field: str, column: str, code: object, known: Known) -> bool:
    """Whether column and code are known; notes what is not."""
    if column not in BREAKDOWNS:
        entry.fault(f"{field} names the column {column!r}", f"one of {', '.join(BREAKDOWNS)}")
        return False
    if not isinstance(code, str) or code not in known.labels.get(column, {}):
        entry.fault(f"{field} has the {column} code {shown(code)}", f"a code with words in labels.yaml under {column}")
        return False
    return True


def _headline(entry: Entry, known: Known) -> tuple[tuple[str, str], ...]:
    pairs = entry.mapping("headline", {}).items()
    return tuple((column, code) for column, code in pairs if _check_code(entry, "headline", column, code, known))


def _breakdowns(entry: Entry, known: Known) -> tuple[Breakdown, ...]:
    found, parts, sizes = [], entry.texts("parts", ()), entry.texts("sizes", ())
    held = entry.mapping("breakdowns", {})
    for field, columns in (("parts", parts), ("sizes", sizes)):
        for column in columns:
            if column not in held:
                entry.fault(f"{field} names {column!r}", "columns of the indicator's breakdowns")
    for column, codes in held.items():
        groups = entry.distinct(f"breakdowns {column}", codes)
        if not groups:
            entry.fault(f"breakdowns {column} has no codes", "at least one code")
        for code in groups:
            if code in (TOTAL, UNSPECIFIED):
                entry.fault(f"breakdowns {column} lists {code}", "groups only, not the total or the unspecified")
            elif not _check_code(entry, "breakdowns", column, code, known):
                break
        unsized = [code for code in groups if code not in known.series.get(column, {})]
        if column in sizes and (unsized or column in parts):
            entry.fault(f"sizes names {column}, of whose groups {unsized or list(groups)} no part of the population is known", "series under population in labels.yaml for all of them")
        found.append(Breakdown(column, groups, known.ordered.get(column, False), column in parts, column in sizes))
    return tuple(found)
