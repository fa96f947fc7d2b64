"""Rows of dots: what every form of the breakdown panel is made of that sets groups side by side.

A row has a name at its left, a dot a group, a bar from the lowest group to the highest, and its number at the right: the gap.
The answer holds all years (`packed`): `assets/groups.js` puts each into the same traces by the same rules and sets dots of nearly
equal value apart. The library draws bars and dots only: names and numbers are text of the page (`assets/group-names.js`), so that a
name can be reached by the keyboard, a year step stays quick, and groups are named beside their dots where there is room.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dashboard import theme
from dashboard.catalogue import Indicator
from dashboard.figures.base import axis, empty, layout, value_range
from dashboard.measures.groups import NO_BOUND, Groups, gaps_of
from dashboard.slab import plain

BARS = 0  # place of the trace that holds the bars; the dots follow
ROW, TALL_ROW = 22, 50  # pixels: of a row, and of one that has its groups' names above and below its dots
DOT, SMALL_DOT, FEW_GROUPS = 12, 10, 3  # pixels of a dot; smaller and in higher rows where more groups than these may fall on each other
FRAME = 40  # pixels above and below the rows
LONGEST_NAME = 22  # characters of a row's name that there is room for
NO_DATA = "no data"


@dataclass(frozen=True)
class Line:
    """A row: its name, the country that a click on it means ("" for none), and whether it has its place by its number, widest first."""

    words: str
    area: str = ""
    colour: str = theme.INK
    is_strong: bool = False
    is_ranked: bool = False
    is_heading: bool = False


@dataclass(frozen=True)
class Kind:
    """The dots of one trace. Where each row has groups of its own, `own` holds their (words, colour) a row."""

    words: str
    colour: str
    shape: str
    own: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Look:
    """numbers: whether rows have their gap at the right. labels: the rows whose dots are named, "first", "all" or "".
    total: the last kind is no group. at_top: the value axis stands above the rows. are_medians: every row is of a set of countries.
    """

    numbers: bool = True
    labels: str = "first"
    total: bool = False
    at_top: bool = False
    are_medians: bool = False
    row: int = ROW
    dot: int = DOT

    @classmethod
    def of(cls, groups: int, **own: object) -> Look:
        """With room for so many groups in a row."""
        return cls(**own) if groups <= FEW_GROUPS else cls(row=ROW + 3 * min(groups - FEW_GROUPS, 3), dot=SMALL_DOT, **own)


def dot_rows(held: Groups, lines: tuple[Line, ...], kinds: tuple[Kind, ...], look: Look, indicator: Indicator, year: int) -> tuple[dict, dict]:
    """The figure of one year, and what the browser needs for all of them; both empty where there is no value of any group.

    held: a row a line and a group a kind, in their order. packed: {"first", "x": [kind][row][year], "used": [row][year],
    "n": {row: [year]} of rows that are medians, "bound": {"kind,row": text, a letter a year}, "gap": [row][year], "areas": [row],
    "words": [kind] or [kind][row], "inks": of these words, "names": [row] of (words, colour, whether strong, whether a heading),
    "heading": of the gaps, "ranked": the first row that has its place by its gap, "groups": kinds without the total, "labels",
    "dot": pixels, "labelled": the row whose dots are named where one is, "left": pixels for the names}.
    """
    groups = len(kinds) - look.total
    if np.isnan(held.values[:, :groups]).all():
        return empty("No values by group here."), {}
    packed = _packed(held, lines, kinds, look, indicator)
    traces = [_bars(), *(_dots(kind, place >= groups, look, lines) for place, kind in enumerate(kinds))]
    percent = "%" if indicator.unit_short == "%" and not indicator.group_scale else ""
    span = value_range(float(np.nanmin(held.values)), float(np.nanmax(held.values)), (None, None) if indicator.group_scale else indicator.limits)
    figure = {"data": traces, "layout": _layout(lines, span, percent, look)}
    fill(figure, packed, year)
    return figure, packed | {"left": figure["layout"]["margin"]["l"]}


def fill(figure: dict, packed: dict, year: int) -> None:
    """Puts a year into the traces; `assets/groups.js` does the same."""
    i, at = year - packed["first"], places(packed, year)
    x = [[row[i] for row in kind] for kind in packed["x"]]
    held = [[v for v in row if v is not None] for row in zip(*x[: packed["groups"]], strict=True)]
    figure["data"][BARS] |= {
        "x": [v for row in held for v in ((min(row), max(row), None) if len(row) > 1 else (None, None, None))],
        "y": [v for place in at for v in (place, place, None)],
    }
    for trace, values in zip(figure["data"][1:], x, strict=False):
        trace |= {"x": values, "y": list(at)}
    figure["layout"]["meta"] = {"year": year}


def places(packed: dict, year: int) -> list[int]:
    """Where each row stands from the top in a year: as they come, but those ranked by their gap, widest first, the unknown last."""
    gaps, ranked = packed["gap"], packed["ranked"]
    i = year - packed["first"]
    order = sorted(range(ranked, len(packed["names"])), key=lambda row: (gaps[row][i] is None, -(gaps[row][i] or 0), row))
    at = {row: place for place, row in enumerate([*range(ranked), *order])}
    return [at[row] for row in range(len(at))]


def legend_of(figure: dict) -> list[dict]:
    """Words, colour and shape of each kind of dot, for a legend outside the chart."""
    dots = [t for t in figure["data"] if t["mode"] == "markers" and t["name"]]
    return [{"words": t["name"], "colour": t["marker"]["color"], "shape": t["marker"]["symbol"]} for t in dots]


def height_of(figure: dict, look: Look) -> int:
    """Pixels that the rows need; 0 for a figure without rows."""
    rows = len(figure["layout"]["yaxis"].get("tickvals", []))
    return rows * look.row + FRAME if rows else 0


def _packed(held: Groups, lines: tuple[Line, ...], kinds: tuple[Kind, ...], look: Look, indicator: Indicator) -> dict:
    groups = len(kinds) - look.total
    there = ~np.isnan(held.values).all(axis=1)
    is_known = look.numbers and indicator.is_mappable
    gaps = gaps_of(held.values[:, :groups], held.bounds[:, :groups], indicator.decimals) if is_known else np.full(there.shape, np.nan)
    letters = held.bounds.astype("U1")
    of_sets = [row for row in range(len(lines)) if look.are_medians or (held.n[row] > 1).any()]
    return {
        "first": held.years[0],
        "groups": groups,
        "x": plain(held.values.transpose(1, 0, 2)),
        "used": np.where(there, held.used, None).tolist(),
        "n": {row: np.where(there[row], held.n[row], None).tolist() for row in of_sets},
        "bound": {
            f"{kind},{row}": "".join(letter or " " for letter in letters[row, kind].tolist())
            for kind in range(len(kinds))
            for row in range(len(lines))
            if (held.bounds[row, kind] != NO_BOUND).any()
        },
        "gap": plain(gaps),
        "areas": [line.area for line in lines],
        "words": [[words for words, _ in kind.own] if kind.own else kind.words for kind in kinds],
        "inks": [[theme.in_text(colour) for _, colour in kind.own] if kind.own else theme.in_text(kind.colour) for kind in kinds],
        "names": [[line.words, line.colour, line.is_strong, line.is_heading] for line in lines],
        "heading": "gap" if look.numbers and not np.isnan(gaps).all() else "",
        "ranked": next((row for row, line in enumerate(lines) if line.is_ranked), len(lines)),
        "dot": look.dot,
        "labels": look.labels,
        "labelled": next((row for row, line in enumerate(lines) if not line.is_heading), 0),
    }


def _bars() -> dict:
    return {"type": "scatter", "mode": "lines", "connectgaps": False, "line": {"color": theme.RULE, "width": 7}, "hoverinfo": "skip"}


def _dots(kind: Kind, is_total: bool, look: Look, lines: tuple[Line, ...]) -> dict:
    marker = {
        "size": look.dot,
        "color": [colour for _, colour in kind.own] if kind.own else kind.colour,
        "symbol": kind.shape,
        "line": {"color": theme.PAPER, "width": 1},
    }
    if is_total:
        marker |= {"size": 15, "symbol": "line-ns-open", "line": {"width": 2.5, "color": theme.TOTAL_COLOUR}}
        if look.row == TALL_ROW:  # one thin line through all rows
            marker |= {"size": TALL_ROW, "line": {"width": 1.2, "color": theme.INK_FAINT}}
    return {
        "type": "scatter",
        "mode": "markers",
        "name": kind.words,
        "customdata": [line.area for line in lines],
        "hoverinfo": "none",
        "cliponaxis": False,
        "marker": marker,
    }


def _layout(lines: tuple[Line, ...], span: list[float], percent: str, look: Look) -> dict:
    left = 24 + max((8.3 if line.is_strong else 7.5) * min(len(line.words), LONGEST_NAME) for line in lines)
    return layout(
        margin={"l": left, "r": 66 if look.numbers else 20, "t": 26 if look.at_top else 18, "b": 8 if look.at_top else 26},
        xaxis=axis(range=span, nticks=5, tickangle=0, ticksuffix=percent, side="top" if look.at_top else "bottom"),
        yaxis=axis(range=[len(lines) - 0.5, -0.5], tickmode="array", tickvals=list(range(len(lines))), showgrid=False, showticklabels=False),
    )
