"""What stands in the rows and dots of the breakdown panel."""

from __future__ import annotations

from dashboard import theme
from dashboard.areas import Atlas
from dashboard.catalogue import Breakdown, Catalogue
from dashboard.figures.group_dots import Rows
from dashboard.figures.world_map import chosen_colours
from dashboard.peers import Peers


def group_rows(breakdown: Breakdown, offered: tuple[str, ...], catalogue: Catalogue) -> Rows:
    """The groups in their natural order, with their words; an order goes from light to dark."""
    codes = tuple(c for c in breakdown.groups if c in offered)
    if not breakdown.is_ordered:  # one order for a breakdown everywhere, so that a shape means the same group in every indicator
        listed = list(catalogue.labels.get(breakdown.column, {}))
        codes = tuple(sorted(codes, key=lambda code: listed.index(code) if code in listed else len(listed)))
    words = tuple(catalogue.label(breakdown.column, code) for code in codes)
    if breakdown.is_ordered and len(codes) > 2:
        colours = theme.ordered_colours(len(codes))
    else:
        colours = tuple(theme.GROUP_COLOURS[i % len(theme.GROUP_COLOURS)] for i in range(len(codes)))
    return Rows(codes, words, colours)


def area_rows(chosen: tuple[str, ...], atlas: Atlas) -> Rows:
    """The chosen countries in the order chosen, each in its colour."""
    colours = chosen_colours(chosen)
    return Rows(chosen, tuple(atlas.area(code).name for code in chosen), tuple(colours[c] for c in chosen))


def peer_sets(scope: Peers, atlas: Atlas) -> tuple[Peers, ...]:
    """The scope itself, then the regions or sub-regions inside it: what is shown while no country is chosen."""
    kind = "region" if scope.is_world else "sub-region"
    parts = [g for g in atlas.groups_of(kind) if set(g.members) < set(scope.members) and g.members]
    return (scope, *(Peers(g.code, g.name, g.members) for g in parts))


def peer_rows(sets: tuple[Peers, ...]) -> Rows:
    """Rows for sets of countries, all in the ink of a reference."""
    return Rows(tuple(s.code for s in sets), tuple(s.name for s in sets), (theme.REFERENCE,) * len(sets))
