"""What every file says of itself: what it shows, where the numbers come from, on which terms, and its own address."""

from __future__ import annotations

from dataclasses import dataclass

DISCLAIMER = (
    "Boundaries, names and designations on the map do not imply official endorsement or acceptance by the United Nations, "
    "and the map is not cleared by it."
)


@dataclass(frozen=True)
class Provenance:
    """title: indicator and groups. unit, year (0 for none), scope ("" for the world), reading: which end is better. sentence: what the view shows.

    source: publisher and dataset as they ask to be named. notes: what a reader must know of the numbers. notices: what of the
    address had to be changed. release: version of the data. address: of the same view, absolute. name: of the monitor.
    """

    title: str
    unit: str
    year: int
    scope: str
    reading: str
    sentence: str
    source: str
    vintage: str
    licence: str
    licence_url: str
    notes: tuple[str, ...]
    notices: tuple[str, ...]
    release: str
    address: str
    name: str

    @property
    def subtitle(self) -> str:
        """Unit, year, who is shown, and which end is better."""
        return " · ".join(part for part in (self.unit, str(self.year or ""), self.scope, self.reading) if part)

    @property
    def source_line(self) -> str:
        """Source, vintage, licence and release, as one sentence each."""
        vintage = "" if self.vintage in self.source else f", {self.vintage}"
        return f"Source: {self.source}{vintage}. Licence: {self.licence}. {self.name}, release {self.release}."


def provenance(head: dict, year: int, release: str, address: str, name: str) -> Provenance:
    """head: from `headline`. address: without what the reader did not ask for, absolute."""
    source, about = head["source"], head["about"]
    return Provenance(
        title=head["title"],
        unit=head["unit"],
        year=year,
        scope=head["scope"],
        reading=head["direction_words"],
        sentence=head["sentences"].get(str(year), ""),
        source=source["attribution"],
        vintage=source["vintage"],
        licence=source["licence"],
        licence_url=source["licence_url"],
        notes=tuple(words for words in (about["note"], source["note"]) if words),
        notices=tuple(head["notices"]),
        release=release,
        address=address,
        name=name,
    )
