"""Reads the catalogue that people edit into frozen objects, or says everything that is wrong with it at once."""

from __future__ import annotations

import re
from pathlib import Path

from dashboard.catalogue import (
    Catalogue,
    Dimension,
    ExpertIndicator,
    Recommendation,
    Source,
)
from data.catalogue_entries import Entry, Faults, entries
from data.catalogue_exclusion import read_categories
from data.catalogue_indicators import Known, read_indicators
from data.catalogue_labels import read_labels

STATUSES = ("data", "proxy", "none")
RECOMMENDATION_FORM = re.compile(r"([a-z-]+)/([1-9]\d*)")


def load_catalogue(directory: Path = Path(__file__).parent / "catalogue") -> Catalogue:
    """The catalogue of a directory, checked through; indicators follow the order of dimensions.yaml and of their files.

    Raises CatalogueError that lists every fault as `file: entry: found, expected`.
    """
    faults = Faults()
    words = read_labels(directory / "labels.yaml", faults)
    dimensions = tuple(_dimension(entry) for entry in entries(directory / "dimensions.yaml", "key", faults))
    recommendations = _recommendations(directory / "recommendations.yaml", {d.key for d in dimensions}, faults)
    sources = tuple(_source(entry) for entry in entries(directory / "sources.yaml", "key", faults))
    known = Known(frozenset(r.key for r in recommendations), frozenset(s.key for s in sources), words.ordered, words.labels, words.series)
    indicators = read_indicators(directory / "indicators", dimensions, known, faults)
    keys = {indicator.key for indicator in indicators}
    experts = tuple(_expert(entry, keys) for entry in entries(directory / "experts.yaml", "number", faults))
    categories = read_categories(directory / "exclusion.yaml", keys, words.labels, faults)
    faults.raise_all()
    columns = (words.labels, words.names, words.references, words.shares, words.series)
    return Catalogue(dimensions, indicators, recommendations, sources, experts, *columns, categories)


def _dimension(entry: Entry) -> Dimension:
    name = entry.text("name")
    dimension = Dimension(key=entry.key(), name=name, summary=entry.text("summary"), short=entry.text("short", "") or name)
    entry.finish()
    return dimension


def _recommendations(path: Path, dimensions: set[str], faults: Faults) -> tuple[Recommendation, ...]:
    """The recommendations; within a dimension they must be numbered 1, 2, 3 and so on."""
    found = []
    last: dict[str, int] = {}
    for entry in entries(path, "key", faults):
        key = entry.text("key")
        match = RECOMMENDATION_FORM.fullmatch(key)
        dimension, number = (match[1], int(match[2])) if match else ("", 0)
        if dimension not in dimensions:
            entry.fault(f"key is {key!r}", "a dimension's key, a slash and a number, such as political/3")
        elif number != last.get(dimension, 0) + 1:
            entry.fault(f"number is {number}", f"{last.get(dimension, 0) + 1}, the next of its dimension")
        last[dimension] = number
        found.append(Recommendation(key, dimension, number, entry.text("text"), entry.text("why_none", "")))
        entry.finish()
    return tuple(found)


def _source(entry: Entry) -> Source:
    source = Source(
        key=entry.key(),
        publisher=entry.text("publisher"),
        title=entry.text("title"),
        vintage=entry.text("vintage"),
        licence=entry.text("licence"),
        licence_url=entry.text("licence_url"),
        attribution=entry.text("attribution"),
        url=entry.text("url"),
        share_alike=entry.flag("share_alike", False),
        note=entry.text("note", ""),
    )
    for name, address in (("licence_url", source.licence_url), ("url", source.url)):
        if address and not address.startswith("https://"):
            entry.fault(f"{name} is {address!r}", "an address that starts with https://")
    entry.finish()
    return source


def _expert(entry: Entry, keys: set[str]) -> ExpertIndicator:
    expert = ExpertIndicator(
        number=entry.whole("number", least=1),
        name=entry.text("name"),
        status=entry.choice("status", STATUSES),
        indicators=entry.texts("indicators", ()),
        comment=entry.text("comment"),
    )
    for key in expert.indicators:
        if key not in keys:
            entry.fault(f"indicators names {key!r}", "the key of an indicator of the catalogue")
    if (expert.status == "none") == bool(expert.indicators):
        entry.fault(
            f"status is {expert.status!r} with {len(expert.indicators)} indicators",
            "indicators unless the status is none",
        )
    entry.finish()
    return expert
