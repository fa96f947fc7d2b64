"""The words of a view: on the page as its headline, in a file as its provenance."""

from __future__ import annotations

from dashboard.headline import headline
from dashboard.measured_indicator import indicator_of
from dashboard.peers import scope_of
from dashboard.provenance import Provenance, provenance
from dashboard.sentence import sentences
from dashboard.slices import slice_of
from dashboard.view import View
from data.desk import Desk


def head_of(desk: Desk, view: View, notices: tuple[str, ...]) -> dict:
    """What is said about a view, from the cache as far as it was said before."""
    contents, part = desk.contents, slice_of(view, desk.contents)
    indicator, scope, window = indicator_of(part, contents), scope_of(view, contents.atlas), view.window_of(contents)
    said = desk.remember("sentences", (part, view.scope, window), lambda: sentences(desk.slice(part), indicator, scope, window, contents.atlas))
    return headline(view, contents, desk.classes(part), said, notices)


def provenance_of(desk: Desk, view: View, notices: tuple[str, ...], address: str, name: str) -> Provenance:
    """What a file of a view says of itself. address: of the view, absolute. name: of the monitor."""
    return provenance(head_of(desk, view, notices), view.year_of(desk.contents), desk.contents.version, address, name)
