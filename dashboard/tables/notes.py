"""What goes with the numbers of a file: what they are, whose they are, on which terms, and where they are seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.catalogue import Indicator, Source
from dashboard.provenance import Provenance

SHARE_ALIKE = "What is derived from these data must be offered under the same licence."


@dataclass(frozen=True)
class Note:
    """label: "" for a further line of the one before. url: where the text leads, "" for nowhere."""

    label: str
    text: str
    url: str = ""


def notes(said: Provenance, indicator: Indicator, source: Source, citation: str) -> tuple[Note, ...]:
    """Everything that a reader of the numbers should know, most wanted first; lines without a text are left out."""
    lines = [
        Note("Title", said.title),
        Note("Address", said.address, said.address),
        Note("Unit", said.unit),
        Note("Year shown", str(said.year)),
        Note("Countries", said.scope or "the world"),
        Note("Reading", said.reading),
        Note("In short", said.sentence),
        Note("Indicator", indicator.full_name),
        Note("Definition", indicator.definition),
        *_each("Notes", said.notes),
        *_each("Changed in the address", said.notices),
        Note("Source", said.source, source.url),
        Note("Publisher", source.publisher),
        Note("Vintage", said.vintage),
        Note("Licence", said.licence, said.licence_url),
        Note("", SHARE_ALIKE if source.share_alike else ""),
        Note("Release", f"{said.name}, release {said.release}"),
        Note("To cite", citation),
    ]
    return tuple(line for line in lines if line.text)


def explained(columns: Mapping[str, str], codes: Mapping[str, Mapping[str, str]]) -> tuple[Note, ...]:
    """How to read the columns, and the codes of those among them that have any."""
    lines = [Note(column, words) for column, words in columns.items()]
    for column, words in codes.items():
        if column in columns:
            lines += [Note(f"{column} {code}", text) for code, text in words.items()]
    return tuple(lines)


def metadata(said: Provenance, indicator: Indicator, source: Source, columns: Mapping[str, str], codes: Mapping[str, Mapping[str, str]]) -> dict:
    """The same as plain values for JSON; `address` restores the view."""
    return {
        "address": said.address,
        "title": said.title,
        "unit": said.unit,
        "year": said.year,
        "scope": said.scope or "the world",
        "reading": said.reading,
        "sentence": said.sentence,
        "indicator": {"key": indicator.key, "name": indicator.name, "full_name": indicator.full_name, "definition": indicator.definition, "dimension": indicator.dimension},
        "source": {"key": source.key, "publisher": source.publisher, "title": source.title, "attribution": said.source, "vintage": said.vintage, "url": source.url},
        "licence": {"name": said.licence, "url": said.licence_url, "share_alike": source.share_alike},
        "notes": list(said.notes),
        "notices": list(said.notices),
        "monitor": said.name,
        "release": said.release,
        "columns": dict(columns),
        "codes": {column: dict(words) for column, words in codes.items() if column in columns},
    }


def readme(lines: Iterable[Note], members: Mapping[str, str], columns: Iterable[Note]) -> str:
    """The notes as plain text, with what the other files of an archive hold. members: name -> words."""
    parts = [_listed(lines), "Files\n\n" + _listed(Note(name, words) for name, words in members.items()), "Columns\n\n" + _listed(columns)]
    return "\r\n".join("\n\n".join(parts).split("\n")) + "\r\n"


def licence_words(said: Provenance, source: Source) -> str:
    """On which terms the numbers may be used, as text."""
    lines = [f"Source: {said.source}", f"Licence: {said.licence}", said.licence_url, SHARE_ALIKE if source.share_alike else ""]
    lines += [f"Of the source: {source.note}" if source.note else ""]
    return "\r\n".join(line for line in lines if line) + "\r\n"


def _each(label: str, texts: tuple[str, ...]) -> list[Note]:
    return [Note(label if i == 0 else "", text) for i, text in enumerate(texts)]


def _listed(lines: Iterable[Note]) -> str:
    told = ((line.label, f"{line.text} <{line.url}>" if line.url not in ("", line.text) else line.text) for line in lines)
    return "\n".join(f"{label}: {text}" if label else f"  {text}" for label, text in told)
