"""All that a document tells of one view, in the order in which it is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard import wording
from dashboard.documents.chart import Chart, Table
from dashboard.documents.map_shapes import Map
from dashboard.provenance import DISCLAIMER, Provenance


@dataclass(frozen=True)
class Chapter:
    """One panel of the view. title: what it shows. under: unit, year and whom. said: the finding in a sentence. charts: native; table: its numbers as words, or in place
    of charts that would mislead. notes: how to read it. why: why there is nothing to draw, "" where there is."""

    title: str
    under: str
    said: str = ""
    charts: tuple[Chart, ...] = ()
    table: Table | None = None
    notes: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class Told:
    """about: what the file says of itself. who: the countries shown. key: the key numbers. colours: of the chosen, by name."""

    about: Provenance
    who: str
    said: str
    full_name: str
    definition: str
    colours: Mapping[str, str]
    key: Table | None
    map: Map
    map_said: str
    trend: Chapter
    groups: Chapter
    places: Chapter
    disclaimer: str = DISCLAIMER

    @property
    def unit_and_year(self) -> str:
        return self.about.subtitle

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What stands on the last page: heading and words; empty ones are left out."""
        about = self.about
        pairs = (
            ("Definition", self.definition),
            ("Notes", " ".join(about.notes)),
            ("Source", about.source + ("" if about.vintage in about.source else f", {about.vintage}")),
            ("Licence", f"{about.licence}, {about.licence_url}" if about.licence_url else about.licence),
            ("Release", f"{about.name}, release {about.release}"),
            ("Map", self.disclaimer),
            ("Changed in the address", " ".join(about.notices)),
        )
        return tuple((head, words) for head, words in pairs if words)


def whose(names: list[str], scope: str, members: int) -> str:
    """Who a document is about: the chosen countries, or all of the scope."""
    return wording.listing(names) if names else f"{scope}: {wording.counted(members, 'country', 'countries')}"
