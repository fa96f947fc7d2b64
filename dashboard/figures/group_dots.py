"""Groups side by side: a row a country, a dot a group, and a bar from the lowest group to the highest.

Where a breakdown has many groups, or its codes are questions with scales of their own, the picture is turned: a row a
group, a dot a country, and no gap between groups is said. Groups keep their natural
order. A total is drawn only where it is on the groups' own scale.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dashboard import theme
from dashboard.catalogue import Indicator
from dashboard.figures.base import empty
from dashboard.figures.dot_rows import Kind, Line, Look, dot_rows
from dashboard.measures.groups import Groups, picked
from dashboard.schema import TOTAL

MOST_GROUPS_AS_DOTS = 6
MOST_ROWS_SEEN = 6  # a longer list scrolls: its axis stands above it
ALL_OF = "all"  # the total's name


@dataclass(frozen=True)
class Rows:
    """What stands in the rows or dots of the panel: codes with their words and colours, in order.

    is_own: whether each code is a country to be chosen by a click. ranked: how many at the end have their place by their gap.
    strong: how many at the beginning are the chosen.
    """

    codes: tuple[str, ...]
    words: tuple[str, ...]
    colours: tuple[str, ...]
    is_own: tuple[bool, ...] = ()
    ranked: int = 0
    strong: int = 0


def is_turned(groups: Rows, are_people: bool) -> bool:
    """Whether the groups are the rows, and the countries the dots."""
    return not are_people or len(groups.codes) > MOST_GROUPS_AS_DOTS


def group_dots(
    table: Groups, indicator: Indicator, rows: Rows, groups: Rows, has_total: bool, are_people: bool, year: int, are_medians: bool = False
) -> tuple[dict, dict, Look]:
    """The figure for one year, what the browser needs for all years, and how it looks.

    groups: without the total.
    """
    turned = is_turned(groups, are_people)
    has_total = has_total and not turned
    shown = picked(table, rows.codes, (*groups.codes, TOTAL) if has_total else groups.codes)  # a total that is not drawn must not stretch the axis
    labels, wide = ("", 1) if turned else ("first", len(groups.codes))
    look = Look.of(wide, numbers=not turned, labels=labels, total=has_total, at_top=turned or len(rows.codes) > MOST_ROWS_SEEN, are_medians=are_medians)
    if turned:
        return (*_turned(shown, indicator, rows, groups, look, year), look)
    if not len(rows.codes):
        return empty("No values by group here."), {}, look
    return (*dot_rows(shown, lines_of(rows), kinds_of(groups, has_total), look, indicator, year), look)


def lines_of(rows: Rows) -> tuple[Line, ...]:
    """Countries, or sets of them, as rows."""
    first_ranked, is_own = len(rows.codes) - rows.ranked, rows.is_own or (True,) * len(rows.codes)
    return tuple(
        Line(words, code if own else "", colour, i < rows.strong, i >= first_ranked)
        for i, (code, words, colour, own) in enumerate(zip(rows.codes, rows.words, rows.colours, is_own, strict=True))
    )


def kinds_of(groups: Rows, has_total: bool) -> tuple[Kind, ...]:
    """Groups as dots, each with its ink and shape; the total last."""
    shapes = theme.GROUP_SHAPES
    kinds = tuple(Kind(words, colour, shapes[i % len(shapes)]) for i, (words, colour) in enumerate(zip(groups.words, groups.colours, strict=True)))
    return (*kinds, Kind(ALL_OF, theme.TOTAL_COLOUR, "line-ns-open")) if has_total else kinds


def _turned(shown: Groups, indicator: Indicator, rows: Rows, groups: Rows, look: Look, year: int) -> tuple[dict, dict]:
    """A row a group that has a value anywhere, a dot a country or set of countries.

    The years really used and the numbers of countries are the dots' then, not the rows'.
    """
    held = ~np.isnan(shown.values).all(axis=(0, 2))
    if not held.any():
        return empty("No values by group here."), {}
    lines = tuple(Line(words) for words, has in zip(groups.words, held.tolist(), strict=True) if has)
    values, bounds = (part.transpose(1, 0, 2)[held] for part in (shown.values, shown.bounds))
    of = np.zeros((len(lines), len(shown.years)), dtype=int)
    table = Groups(tuple(g for g, has in zip(shown.groups, held.tolist(), strict=True) if has), rows.codes, shown.years, values, bounds, of, of)
    kinds = tuple(Kind(words, colour, "circle") for words, colour in zip(rows.words, rows.colours, strict=True))
    figure, packed = dot_rows(table, lines, kinds, look, indicator, year)
    there = ~np.isnan(shown.values).all(axis=1)
    is_own = rows.is_own or (True,) * len(rows.codes)
    for trace, code, own in zip(figure["data"][1:], rows.codes, is_own, strict=False):
        trace["customdata"] = [code if own else ""] * len(lines)
    packed |= {
        "used": [], "n": {},
        "of_kinds": {"used": np.where(there, shown.used, None).tolist(), "n": np.where(there, shown.n, None).tolist() if look.are_medians else []},
    }  # fmt: skip
    return figure, packed
