"""Reads the categories of exclusion of the catalogue, and checks what they refer to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from dashboard.catalogue import Category
from dashboard.schema import BREAKDOWNS, PARTS
from data.catalogue_entries import Entry, Faults, entries, shown


def read_categories(path: Path, indicators: Collection[str], labels: Mapping[str, Mapping[str, str]], faults: Faults) -> tuple[Category, ...]:
    """The categories in the file's order. indicators: the keys there are. labels: column -> code -> words."""
    return tuple(_category(entry, indicators, labels) for entry in entries(path, "key", faults))


def _category(entry: Entry, indicators: Collection[str], labels: Mapping[str, Mapping[str, str]]) -> Category:
    columns, codes, about = (entry.texts(name, ()) for name in ("columns", "codes", "about"))
    category = Category(
        key=entry.key(),
        name=entry.text("name"),
        short=entry.text("short", "") or entry.text("name"),
        word=entry.text("word", ""),
        columns=columns,
        codes=codes,
        ages=_ages(entry),
        about=about,
        note=entry.text("note", ""),
    )
    for column in columns:
        if column not in BREAKDOWNS or column in PARTS:
            entry.fault(f"columns names {column!r}", "breakdown columns whose codes are groups of people")
    for code in codes:
        if not any(code in labels.get(column, {}) for column in columns):
            entry.fault(f"codes names {code!r}", "codes of its columns with words in labels.yaml")
    for key in about:
        if key not in indicators:
            entry.fault(f"about names {key!r}", "the key of an indicator of the catalogue")
    if category.word and not columns:
        entry.fault(f"word is {category.word!r}", "none where no column is looked at")
    entry.finish()
    return category


def _ages(entry: Entry) -> tuple[int, int | None] | None:
    value = entry.raw("ages", None)
    if value is None:
        return None
    pair = list(value) if isinstance(value, list) else []
    if len(pair) != 2 or not isinstance(pair[0], int) or not isinstance(pair[1], int | None):
        entry.fault(f"ages is {shown(value)}", "the first and the last year of age, null for no last")
        return None
    return (pair[0], pair[1])
