"""The ranking on paper: place, country, a dot on the scale of all, value, change; in columns where the sheet is wide.

Where not all rows fit, the first, the last and the chosen with their neighbours stay, and each gap says how many it leaves out.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from dashboard import theme, wording
from dashboard.figures.base import value_range
from dashboard.figures.world_map import chosen_colours
from dashboard.paper.body import Body
from dashboard.paper.marks import Box, Mark, Symbol, Words, line, rectangle
from dashboard.paper.plot import Axis, Frame
from dashboard.paper.wrapped import fitted
from dashboard.shown import Place, Shown

LEADING = 1.42  # lines of text a row
LEAST_COLUMN = 26  # letters of the text's size that a column needs
LEAST_DOTS = 3.2  # letters of the text's size that the dots' scale needs
MOST_COLUMNS = 4
LEFT_OUT = -1  # in place of a row's number


@dataclass(frozen=True)
class Ranking:
    """shown: the year's places, best first. names: of the chosen by code. limits: natural ends of the values."""

    shown: Shown
    head: dict
    names: dict[str, str]
    limits: tuple[float | None, float | None]
    frame: Frame

    @property
    def row(self) -> float:
        return self.frame.text * LEADING

    def columns(self, width: float) -> int:
        return max(min(int(width / (LEAST_COLUMN * self.frame.text)), MOST_COLUMNS), 1)

    def absent(self) -> list[str]:
        """The chosen that have no place, and why."""
        shown = self.shown
        return [f"{name}: {self._why(code)}." for code, name in self.names.items() if shown.place(code) is None]

    def _why(self, code: str) -> str:
        cell = self.shown.cells.get(code)
        return "not among the countries ranked" if cell and cell.value is not None else wording.nothing(cell.flag if cell else "")

    def body(self) -> Body:
        """The panel."""

        def height(width: float) -> float:
            return (math.ceil(len(self.shown.places) / self.columns(width)) + 1) * self.row + 0.4 * self.frame.text

        first = {"higher": "best first", "lower": "best first", "neutral": "highest first", "equality": "nearest to equality first"}[self.head["order"]]
        change = "change: against the last value 5 to 10 years before, whose year is given"
        said = f"{len(self.shown.places)} countries, {first}; {change}. A year in brackets: the value is of that year."
        return Body("ranking", height, self.draw, (said, *self.absent()) if self.shown.places else tuple(self.absent()))

    def draw(self, box: Box) -> list[Mark]:
        """The rows that fit."""
        text, places = self.frame.text, self.shown.places
        if not places:
            words = f"No country has a value for {self.shown.year} here."
            return [Words(box.x + box.width / 2, box.y + box.height / 2, words, text * 1.1, theme.INK_SOFT, anchor="middle")]
        columns = self.columns(box.width)
        deep = max(int((box.height - 0.4 * text) / self.row) - 1, 3)
        chosen = [n for n, place in enumerate(places) if place.code in self.names]
        rows = picked(len(places), chosen, deep * columns)
        deep = min(deep, math.ceil(len(rows) / columns))
        gap, marks = 2.2 * text, []
        wide = (box.width - gap * (columns - 1)) / columns
        for n in range(columns):
            own = rows[n * deep : (n + 1) * deep]
            if own:
                marks += self._column(Box(box.x + n * (wide + gap), box.y, wide, box.height), own, rows)
        return marks

    def _column(self, box: Box, own: list[tuple[int, int]], rows: list[tuple[int, int]]) -> list[Mark]:
        text, measure, places = self.frame.text, self.frame.measure, self.shown.places
        shown = [places[n] for n, _ in rows if n != LEFT_OUT]
        room = {
            "rank": max(measure(str(p.rank), text) for p in shown) + 0.7 * text,
            "value": max(measure("Value", text), *(measure(self._value(p), text, True) for p in shown)) + 0.5 * text,
            "change": max(measure("Change", text), *(measure(self._change(p), text) for p in shown)) + 0.9 * text,
        }
        rest = box.width - sum(room.values())
        has_dots = self.head["unit_short"] != wording.YES_NO and rest > 15 * text
        longest = max(measure(p.name, text, p.code in self.names) for p in shown) + 0.9 * text
        name = min(longest, rest - LEAST_DOTS * text) if has_dots else rest
        x = {"rank": box.x + room["rank"] - 0.7 * text, "name": box.x + room["rank"], "change": box.right, "value": box.right - room["change"]}
        dots = Box(x["name"] + name, box.y, rest - name - 0.6 * text, 0)
        marks = self._heads(x, box)
        span = self._span()
        for place, (n, count) in enumerate(own):
            top = box.y + (place + 1) * self.row + 0.4 * text
            if n == LEFT_OUT:
                marks.append(Words(x["name"], top + text, f"… {wording.counted(count, 'country', 'countries')} not shown", 0.92 * text, theme.INK_FAINT))
                continue
            marks += self._line(places[n], x, name - 0.6 * text, top, Box(box.x, top, box.width, self.row), Axis(*span, dots.x, dots.right) if has_dots else None)
        return marks

    def _heads(self, x: dict[str, float], box: Box) -> list[Mark]:
        text, base = 0.92 * self.frame.text, box.y + self.frame.text
        heads = [("rank", "#", "end"), ("name", "Country", "start"), ("value", "Value", "end"), ("change", "Change", "end")]
        rule = line(box.x, box.y + self.row, box.right, box.y + self.row, theme.RULE, 1.2 * self.frame.scale)
        return [rule, *(Words(x[key], base, words, text, theme.INK_SOFT, anchor=anchor) for key, words, anchor in heads)]

    def _line(self, place: Place, x: dict[str, float], room: float, top: float, row: Box, axis: Axis | None) -> list[Mark]:
        text, base = self.frame.text, top + self.frame.text
        colour = chosen_colours(tuple(self.names)).get(place.code)
        ink = theme.INK if colour is None or self.frame.is_mono else colour
        is_own = colour is not None
        marks: list[Mark] = [rectangle(row.inset(-0.3 * text, 0.08 * text, -0.3 * text, 0.04 * text), theme.SHADE)] if is_own else []
        marks += [
            Words(x["rank"], base, str(place.rank), text, theme.INK_SOFT, anchor="end"),
            Words(x["name"], base, fitted(place.name, room, text, self.frame.measure, is_own), text, ink, is_own),
            Words(x["value"], base, self._value(place), text, theme.INK, is_own, "end"),
            Words(x["change"], base, self._change(place), text, theme.INK_SOFT, anchor="end"),
        ]
        if axis:
            middle, at = top + 0.66 * text, axis.at(place.cell.value)
            marks.append(line(axis.start, middle, axis.end, middle, theme.RULE_SOFT, 0.9 * self.frame.scale))
            marks.append(Symbol(at, middle, "circle", 0.62 * text, ink if is_own else theme.INK_FAINT))
        return marks

    def _span(self) -> tuple[float, float]:
        values = [place.cell.value for place in self.shown.places]
        low, high = value_range(min(values), max(values), self.limits)
        return low, high

    def _value(self, place: Place) -> str:
        words = wording.value(place.cell.value, self.head["decimals"], wording.running_unit(self.head["unit_short"]), place.cell.flag)
        return f"({place.cell.year}) {words}" if place.cell.year < self.shown.year else words

    def _change(self, place: Place) -> str:
        if place.change is None:
            return "–"
        return f"{wording.changed(place.change, self.head['decimals'], wording.running_unit(self.head['unit_short']))} {place.since}"


def picked(count: int, chosen: list[int], room: int) -> list[tuple[int, int]]:
    """(row, 0) for rows that are shown and (`LEFT_OUT`, how many) between them, in order; no more than `room`, 2 at least, together.

    All where they fit. Else the chosen first, then from both ends inwards, the beginning twice as much as the end.
    """
    if count <= room:
        return [(n, 0) for n in range(count)]
    kept: set[int] = set(chosen[: room - 1])
    if len(_with_gaps(kept, count)) > room:  # no room to say where the others stand: their places do
        return [*((n, 0) for n in sorted(kept)), (LEFT_OUT, count - len(kept))]
    start, end = 0, count - 1
    turn = 0
    while start <= end:
        n, start, end = (end, start, end - 1) if turn % 3 == 2 else (start, start + 1, end)
        turn += 1
        if len(_with_gaps(kept | {n}, count)) > room:
            break
        kept.add(n)
    return _with_gaps(kept, count)


def _with_gaps(kept: set[int], count: int) -> list[tuple[int, int]]:
    rows: list[tuple[int, int]] = []
    before = -1
    for n in [*sorted(kept), count]:
        if n - before > 1:
            rows.append((LEFT_OUT, n - before - 1))
        if n < count:
            rows.append((n, 0))
        before = n
    return rows
