"""Rows of dots on paper, from the table of all years that the breakdown panel travels with: names, dots, bars, gaps."""

from __future__ import annotations

import math
from dataclasses import dataclass

from dashboard import theme, wording
from dashboard.figures.dot_rows import NO_DATA, places
from dashboard.paper.legend import Key, dot, plain
from dashboard.paper.marks import Box, Mark, Symbol, Words, line
from dashboard.paper.plot import Axis, Frame
from dashboard.paper.symbols import UPRIGHT
from dashboard.paper.ticks import tick_words, ticks
from dashboard.paper.wrapped import wrapped

REACH = 9  # pixels from the middle of a dot to its name
LABEL = 13  # pixels of a group's name
SHAPES = (*theme.GROUP_SHAPES,)


@dataclass(frozen=True)
class DotRows:
    """The rows of one year. answer: of the breakdown panel, with a table. of_countries: whether a dot is a country, not a group."""

    answer: dict
    year: int
    frame: Frame

    @property
    def table(self) -> dict:
        return self.answer["table"]

    @property
    def of_countries(self) -> bool:
        return "of_kinds" in self.table

    def height(self) -> float:
        """Points that the rows need with their axis."""
        return self.answer["height"] * self.frame.scale

    def keys(self) -> list[Key]:
        """The legend; of countries whose values are of another year it says which."""
        keys = []
        for n, item in enumerate(self.answer["legend"]):
            words = item["words"] + self._year_of_kind(n)
            if not item["shape"]:
                keys.append(plain(words, theme.INK if self.frame.is_mono else item["colour"], item.get("is_strong", False)))
                continue
            shape = self._shape(n, item["shape"])
            keys.append(dot(words, shape, item["colour"], self.table["dot"] * self.frame.scale, self.frame.text))
        return keys

    def notes(self) -> list[str]:
        """Which values are only bounds, which the dots cannot show."""
        i, said = self.year - self.table["first"], []
        for place, letters in self.table["bound"].items():
            kind, row = (int(part) for part in place.split(","))
            if letters[i].strip():
                words = {"<": "under", ">": "over"}.get(letters[i], letters[i])
                value = wording.number(self.table["x"][kind][row][i], self.answer["shown"]["decimals"])
                said.append(f"{self.table['names'][row][0]}, {self._words(kind, row)}: {words} {value}")
        return [f"Known only as a bound: {'; '.join(said)}."] if said else []

    def draw(self, box: Box) -> list[Mark]:
        """The rows in a box, with the value axis where the figure has it."""
        frame, table, i = self.frame, self.table, self.year - self.table["first"]
        at, text = places(table, self.year), frame.text
        names = [self._name(row) for row in range(len(table["names"]))]
        left = min(max((frame.measure(words, text, table["names"][row][2]) for row, words in enumerate(names)), default=0) + 1.1 * text, 0.42 * box.width)
        numbers = [self._number(row, i) for row in range(len(names))]
        right = max([*(frame.measure(words, text) for words in numbers), frame.measure(table["heading"], text)], default=0) + text
        look = self.answer["figure"]["layout"]["xaxis"]
        at_top = look["side"] == "top"
        inner = box.inset(left, text * (1.9 if at_top else 1.4 if table["heading"] else 0.5), right, text * (0.4 if at_top else 1.8))
        axis, tall = Axis(*look["range"], inner.x, inner.right), inner.height / len(names)
        marks = self._axis(axis, look, inner, at_top)
        if table["heading"]:
            marks.append(Words(box.right, box.y + text, table["heading"], text, theme.INK_SOFT, anchor="end"))
        for row, place in enumerate(at):
            middle = inner.y + (place + 0.5) * tall
            _, colour, is_strong, _ = table["names"][row]
            colour = theme.INK if frame.is_mono else colour
            marks += self._named(names[row], box.x, middle, left - 0.6 * text, tall, colour, is_strong)
            if numbers[row]:
                marks.append(Words(box.right, middle + 0.34 * text, numbers[row], text, theme.INK if is_strong else theme.INK_SOFT, anchor="end"))
            marks += self._row(row, i, axis, middle, tall, inner)
        return marks

    def _named(self, name: str, x: float, middle: float, room: float, tall: float, colour: str, is_strong: bool) -> list[Mark]:
        """A row's name, in two lines where it needs them and the row has room."""
        text, measure = self.frame.text, self.frame.measure
        lines = wrapped(name, room, text, measure, is_strong, 2 if tall > 2.4 * text else 1) or [""]
        top = middle + 0.34 * text - 0.6 * text * (len(lines) - 1)
        return [Words(x, top + 1.2 * text * n, words, text, colour, is_strong) for n, words in enumerate(lines)]

    def _axis(self, axis: Axis, look: dict, inner: Box, at_top: bool) -> list[Mark]:
        text = self.frame.text
        values = ticks(axis.low, axis.high, max(min(5, int((axis.end - axis.start) / (4.5 * text))), 2))
        marks: list[Mark] = []
        for value, words in zip(values, tick_words(values, look.get("ticksuffix", "")), strict=True):
            x = axis.at(value)
            marks.append(line(x, inner.y, x, inner.bottom, theme.RULE_SOFT, 0.9 * self.frame.scale))
            marks.append(Words(x, inner.y - 0.5 * text if at_top else inner.bottom + 1.25 * text, words, text, theme.INK_SOFT, anchor="middle"))
        return marks

    def _row(self, row: int, i: int, axis: Axis, middle: float, tall: float, inner: Box) -> list[Mark]:
        table, scale = self.table, self.frame.scale
        values = [kind[row][i] for kind in table["x"]]
        groups = [None if v is None else axis.at(v) for v in values[: table["groups"]]]
        held = [x for x in groups if x is not None]
        marks: list[Mark] = [line(min(held), middle, max(held), middle, theme.RULE, 6 * scale)] if len(held) > 1 else []
        shifts = apart(groups, tall, table["dot"] * scale)
        for kind, value in enumerate(values):
            if value is None:
                continue
            marker = self.answer["figure"]["data"][kind + 1]["marker"]
            colour = marker["color"][row] if isinstance(marker["color"], list) else marker["color"]
            if kind >= table["groups"]:
                high = tall if table["labels"] == "all" else min(marker["size"] * scale, tall)
                marks.insert(1, Symbol(axis.at(value), middle, UPRIGHT, high, "", marker["line"]["color"], marker["line"]["width"] * scale))
                continue
            shape = self._shape(kind, marker["symbol"])
            marks.append(Symbol(axis.at(value), middle + shifts[kind], shape, table["dot"] * scale, colour, theme.PAPER, scale))
        return marks + self._labels(row, groups, shifts, middle, inner)

    def _labels(self, row: int, groups: list[float | None], shifts: list[float], middle: float, inner: Box) -> list[Mark]:
        """The groups' names beside their dots where there is room: of one row its two ends, or of each row all that fit."""
        table, frame = self.table, self.frame
        if not table["labels"] or (table["labels"] != "all" and row != table["labelled"]):
            return []
        size, reach = LABEL * frame.scale, REACH * frame.scale
        order = sorted((k for k, x in enumerate(groups) if x is not None), key=lambda k: (groups[k], k))
        taken: dict[int, list[tuple[float, float]]] = {-1: [], 0: [], 1: []}
        marks: list[Mark] = []
        ends = [(order[-1], 1), (order[0], -1)] if len(order) > 1 else [(k, 1) for k in order]
        rest = [(k, 0) for k in order[1:-1]] if table["labels"] == "all" else []
        for k, side in [*ends, *rest]:
            words, ink = self._words(k, row), self._ink(k, row)
            wide = frame.measure(words, size)
            for lane in (0,) if side else (-1, 1):
                start = groups[k] + (reach if side > 0 else -wide - reach if side < 0 else -wide / 2)
                if start < inner.x or start + wide > inner.right or any(start < b + 3 and start + wide > a - 3 for a, b in taken[lane]):
                    continue
                taken[lane].append((start, start + wide))
                down = shifts[k] if not lane else lane * 15 * frame.scale
                marks.append(Words(start, middle + down + 0.34 * size, words, size, ink))
                break
        return marks

    def _words(self, kind: int, row: int) -> str:
        words = self.table["words"][kind]
        return words[row] if isinstance(words, list) else words

    def _ink(self, kind: int, row: int) -> str:
        ink = self.table["inks"][kind]
        return ink[row] if isinstance(ink, list) else ink

    def _shape(self, kind: int, shape: str) -> str:
        """In greys countries, which are told apart by colour, have a shape each."""
        return SHAPES[kind % len(SHAPES)] if self.of_countries and self.frame.is_mono else shape

    def _name(self, row: int) -> str:
        """A row's name, with the year of its values where that is not the year shown."""
        name = self.table["names"][row][0]
        used = self.table["used"][row][self.year - self.table["first"]] if self.table["used"] else None
        return f"{name} ({used})" if used and used != self.year and str(row) not in self.table["n"] and row not in self.table["n"] else name

    def _year_of_kind(self, kind: int) -> str:
        if not self.of_countries or self.table["of_kinds"]["n"]:
            return ""
        used = self.table["of_kinds"]["used"]
        year = used[kind][self.year - self.table["first"]] if kind < len(used) else None
        return f" ({year})" if year and year != self.year else ""

    def _number(self, row: int, i: int) -> str:
        table, decimals = self.table, self.answer["shown"]["decimals"]
        if table["names"][row][3]:
            return ""
        if all(kind[row][i] is None for kind in table["x"][: table["groups"]]):
            return NO_DATA
        if table.get("measured"):
            measured = table["measured"][row]
            held = measured[i] if measured else None
            return wording.number(held, table["decimals"]) if held is not None else "–" if table["areas"][row] else ""
        return "" if table["gap"][row][i] is None else wording.number(table["gap"][row][i], decimals)


def apart(x: list[float | None], tall: float, size: float) -> list[float]:
    """How far up or down each dot of a row is moved so that none covers another, as the page does it: more the nearer they are."""
    shifts = [0.0] * len(x)
    order = sorted((k for k, at in enumerate(x) if at is not None), key=lambda k: (x[k], k))
    near: list[int] = []
    for n, k in enumerate(order):
        near.append(k)
        if n + 1 < len(order) and x[order[n + 1]] - x[k] < size:
            continue
        if len(near) > 1:
            least = min(x[b] - x[a] for a, b in zip(near, near[1:], strict=False))
            step = min(math.sqrt(max(size * size - least * least, 0)), max(tall - size, size / 3) / (len(near) - 1))
            for j, other in enumerate(sorted(near)):
                shifts[other] = (j - (len(near) - 1) / 2) * step
        near = []
    return shifts
