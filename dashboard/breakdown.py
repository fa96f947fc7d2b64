"""What stands in the rows and dots of the breakdown panel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dashboard import theme, wording
from dashboard.areas import Atlas, alphabetical
from dashboard.catalogue import Breakdown, Catalogue
from dashboard.figures.group_dots import Rows
from dashboard.figures.world_map import chosen_colours
from dashboard.measures.crossed import BETWEEN
from dashboard.measures.groups import Groups, gaps_of, picked
from dashboard.peers import Peers

MOST_LISTED = 40  # countries below the one that is chosen


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


def middle_row(peers: Peers) -> Rows:
    """The row of the middle of those a country is compared with."""
    return Rows((peers.code,), (f"{peers.name} median",), (theme.REFERENCE,), (False,))


def neighbours(area: str, compared: Peers, atlas: Atlas) -> Peers:
    """The countries listed below one: those it is compared with or, where these are the world, those of its sub-region; by name."""
    if compared.is_world:
        code = atlas.sub_region_of(area)
        if not code:
            return Peers("", "", ())
        compared = Peers(code, atlas.group(code).name, atlas.group(code).members)
    others = sorted((code for code in compared.members if code != area), key=lambda code: alphabetical(atlas.area(code).name))
    return replace(compared, members=tuple(others))


def listed(table: Groups, groups: tuple[str, ...], year: int, decimals: int) -> tuple[str, ...]:
    """The rows that have a value of a group in any year, in their order; where they are too many, those of the widest gap in one year."""
    held = picked(table, table.rows, groups)
    has = (held.values == held.values).any(axis=(1, 2)).tolist()
    gaps = gaps_of(held.values, held.bounds, decimals)[:, year - table.years[0]].tolist()
    known = [place for place, is_held in enumerate(has) if is_held]
    widest = sorted(known, key=lambda place: (gaps[place] != gaps[place], -gaps[place] if gaps[place] == gaps[place] else 0, place))
    return tuple(table.rows[place] for place in sorted(widest[:MOST_LISTED]))


def listed_rows(codes: tuple[str, ...], atlas: Atlas) -> Rows:
    """Countries below the chosen one, in plain ink, each in the place that its gap gives it."""
    return Rows(codes, tuple(atlas.area(code).name for code in codes), (theme.INK,) * len(codes), ranked=len(codes))


def one_below_the_other(*parts: Rows) -> Rows:
    """Several rows as one; only the last may have places by their gap. The first part is of the chosen."""
    own = tuple(is_own for part in parts for is_own in (part.is_own or (True,) * len(part.codes)))
    joined = (tuple(v for part in parts for v in getattr(part, name)) for name in ("codes", "words", "colours"))
    return Rows(*joined, own, parts[-1].ranked, len(parts[0].codes))


def with_totals(groups: Rows, column: str, table: Groups, catalogue: Catalogue) -> Rows:
    """The groups of a second breakdown below the codes that stand for all of them together, as far as the table of pairs holds those."""
    there = (table.values == table.values).any(axis=(0, 2)).tolist()
    held = [name.split(BETWEEN)[1] for name, has in zip(table.groups, there, strict=True) if has]
    first = tuple(code for code in dict.fromkeys(held) if code not in groups.codes)
    words = tuple(catalogue.label(column, code) for code in first)
    return Rows(first + groups.codes, words + groups.words, (theme.INK,) * len(first) + groups.colours)


def with_sizes(legend: list[dict], codes: tuple[str, ...], shares: Mapping[str, float | None]) -> list[dict]:
    """A legend that says how many people each group is, as far as that is known: once where all are alike, and not again where
    the group's name says it.

    codes: of the first entries. shares: part of the people, by code; None or absent where it is not known.
    """
    known = [shares.get(code) for code in codes]
    if len(known) > 1 and None not in known and len(set(known)) == 1:
        return [*legend, {"words": f"each {_percent(known[0])} of people", "colour": theme.INK_FAINT, "shape": ""}]
    said = [f" ({_percent(share)} of people)" if share is not None and _percent(share) not in entry["words"] else "" for entry, share in zip(legend, known, strict=False)]
    return [entry | {"words": entry["words"] + size} for entry, size in zip(legend, said, strict=False)] + legend[len(said) :]


def _percent(share: float) -> str:
    return wording.number(100 * share, 0) + "%"
