"""A chart of lines on paper, from the same figure that the page draws: axes, bands, lines, marks, names at the right edge."""

from __future__ import annotations

import html
import math
import re
from dataclasses import dataclass

import numpy as np

from dashboard import theme
from dashboard.paper.ink import DASHES, NAMED_DASHES, parsed
from dashboard.paper.marks import Box, Mark, Measure, Shape, Symbol, Words, line
from dashboard.paper.ticks import tick_words, ticks

_TAG = re.compile(r"<[^>]+>")
GAP = 5  # pixels between an axis and what it says


@dataclass(frozen=True)
class Frame:
    """How a chart stands on paper. scale: points a pixel of the screen. is_mono: lines of countries are told apart by dashes."""

    scale: float
    measure: Measure
    is_mono: bool = False

    @property
    def text(self) -> float:
        """Points of the text in charts."""
        return theme.SIZES["chart"] * self.scale


@dataclass(frozen=True)
class Axis:
    """One axis between two ends on paper."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The place of a value."""
        return self.start + (value - self.low) / ((self.high - self.low) or 1.0) * (self.end - self.start)


def plotted(figure: dict, box: Box, frame: Frame) -> list[Mark]:
    """The marks of a figure of lines (`trend_lines`, `group_lines`) inside a box. A figure without traces gives its words."""
    layout = figure["layout"]
    if not figure["data"]:
        return _said(layout, box, frame)
    inner = box.inset(*_margins(layout, frame))
    marks: list[Mark] = []
    for name in sorted((key.removeprefix("xaxis") for key in layout if key.startswith("xaxis")), key=lambda n: int(n or 1)):
        part = _part(layout[f"yaxis{name}"], inner)
        x = Axis(*layout[f"xaxis{name}"]["range"], part.x, part.right)
        y = Axis(*layout[f"yaxis{name}"]["range"], part.bottom, part.y)
        marks += _grid(layout[f"xaxis{name}"], layout[f"yaxis{name}"], x, y, frame)
        marks += [mark for shape in layout.get("shapes", ()) for mark in _ruled(shape, x, y, inner, part, frame)]
        own = [trace for trace in figure["data"] if trace.get("xaxis", "x").removeprefix("x") == name]
        marks += [mark for trace in own for mark in _traced(trace, x, y, frame, _dash(trace, figure["data"], frame))]
    return marks + _annotated(layout, inner, frame)


def _margins(layout: dict, frame: Frame) -> tuple[float, float, float, float]:
    """Left, top, right, bottom: room for what really stands there."""
    measure, text, gap = frame.measure, frame.text, GAP * frame.scale
    y_words = [words for key, axis in layout.items() if key.startswith("yaxis") for _, words in _ticks(axis, 5)]
    left = max((measure(words, text) for words in y_words), default=0) + gap
    at_right = [a for a in layout.get("annotations", ()) if a.get("x") == 1]
    right = max((measure(_plain(a["text"]), a["font"]["size"] * frame.scale, _is_bold(a["text"])) + a.get("xshift", 0) * frame.scale for a in at_right), default=0)
    above = 1.6 * text if any(a.get("yanchor") == "bottom" for a in layout.get("annotations", ())) else 0.5 * text
    return left, above, right + gap / 2, text * 1.7


def _part(axis: dict, inner: Box) -> Box:
    low, high = axis.get("domain", (0, 1))
    return Box(inner.x, inner.y + (1 - high) * inner.height, inner.width, (high - low) * inner.height)


def _ticks(axis: dict, most: int) -> list[tuple[float, str]]:
    low, high = axis["range"]
    if axis.get("tickvals") is not None:
        words = axis.get("ticktext") or [f"{v:g}" for v in axis["tickvals"]]
        return list(zip(axis["tickvals"], words, strict=True))
    if axis.get("tickformat") == "d":  # years: whole ones only
        values = [v for v in ticks(low, high, most) if float(v).is_integer()]
        return [(v, str(int(v))) for v in values]
    values = ticks(low, high, axis.get("nticks", most))
    return list(zip(values, tick_words(values, axis.get("ticksuffix", "")), strict=True))


def _grid(x_axis: dict, y_axis: dict, x: Axis, y: Axis, frame: Frame) -> list[Mark]:
    text, gap = frame.text, GAP * frame.scale
    marks: list[Mark] = []
    for value, words in _ticks(y_axis, 5):
        at = y.at(value)
        marks.append(line(x.start, at, x.end, at, theme.RULE_SOFT, 0.9 * frame.scale))
        marks.append(Words(x.start - gap, at + 0.34 * text, words, text, theme.INK_SOFT, anchor="end"))
    room = max(int((x.end - x.start) / (frame.measure("2000", text) * 1.9)), 2)
    for value, words in _thinned(_ticks(x_axis, min(room, 9)), x, text, frame):
        marks.append(Words(x.at(value), y.start + 1.25 * text, words, text, theme.INK_SOFT, anchor="middle"))
    return marks


def _thinned(given: list[tuple[float, str]], axis: Axis, text: float, frame: Frame) -> list[tuple[float, str]]:
    """Every so many of the ticks that there is room for."""
    if len(given) < 2:
        return given
    need = max(frame.measure(words, text) for _, words in given) * 1.25
    apart = min(abs(axis.at(b) - axis.at(a)) for (a, _), (b, _) in zip(given, given[1:], strict=False)) or need
    return given[:: max(math.ceil(need / apart), 1)]


def _ruled(shape: dict, x: Axis, y: Axis, inner: Box, part: Box, frame: Frame) -> list[Mark]:
    """A line across the chart: the year shown, or equality. In a column of charts each has its own piece."""
    look = shape["line"]
    dash = NAMED_DASHES[look.get("dash", "solid")]
    if shape["xref"] == "x":
        return [line(x.at(shape["x0"]), part.y, x.at(shape["x0"]), part.bottom, look["color"], look["width"] * frame.scale, dash)]
    return [line(inner.x, y.at(shape["y0"]), inner.right, y.at(shape["y0"]), look["color"], look["width"] * frame.scale, dash)]


def _dash(trace: dict, traces: list[dict], frame: Frame) -> tuple[float, ...]:
    """The dash of a trace; in greys each country has one of its own."""
    own = NAMED_DASHES[trace.get("line", {}).get("dash", "solid")]
    colour = trace.get("line", {}).get("color")
    if not frame.is_mono or colour not in theme.AREA_COLOURS or trace.get("opacity"):
        return own
    return DASHES[theme.AREA_COLOURS.index(colour)]


def _traced(trace: dict, x: Axis, y: Axis, frame: Frame, dash: tuple[float, ...]) -> list[Mark]:
    runs = _runs([None if v is None else x.at(v) for v in trace["x"]], [None if v is None else y.at(v) for v in trace["y"]])
    if trace.get("fill") == "toself":
        colour, opacity = parsed(trace["fillcolor"])
        return [Shape(tuple(run for run in runs if len(run) > 2), fill=colour, is_closed=True, opacity=opacity)]
    marks: list[Mark] = []
    look = trace.get("line", {})
    if "lines" in trace["mode"] and look.get("width"):
        kept = tuple(run for run in runs if len(run) > 1)
        is_own = frame.is_mono and look["color"] in theme.AREA_COLOURS
        marks.append(Shape(kept, stroke=theme.INK if is_own else look["color"], width=look["width"] * frame.scale, dash=dash, opacity=trace.get("opacity", 1.0)))
    if "markers" in trace["mode"]:
        marks += _dots(trace, x, y, frame)
    return marks


def _dots(trace: dict, x: Axis, y: Axis, frame: Frame) -> list[Mark]:
    marker, count = trace["marker"], len(trace["x"])
    sizes, fills = _each(marker.get("size", 6), count), _each(marker["color"], count)
    rim = marker.get("line", {})
    return [
        Symbol(x.at(a), y.at(b), marker.get("symbol", "circle"), size * frame.scale, fill, rim.get("color", ""), rim.get("width", 0) * frame.scale)
        for a, b, size, fill in zip(trace["x"], trace["y"], sizes, fills, strict=True)
        if a is not None and b is not None and size
    ]


def _each(value: object, count: int) -> list:
    return list(value) if isinstance(value, list | tuple) else [value] * count


def _runs(x: list[float | None], y: list[float | None]) -> list[np.ndarray]:
    """The stretches between missing places."""
    runs: list[list[tuple[float, float]]] = [[]]
    for a, b in zip(x, y, strict=True):
        if a is None or b is None:
            runs.append([])
        else:
            runs[-1].append((a, b))
    return [np.array(run) for run in runs if run]


def _annotated(layout: dict, inner: Box, frame: Frame) -> list[Mark]:
    marks: list[Mark] = []
    for note in layout.get("annotations", ()):
        size, ref = note["font"]["size"] * frame.scale, note["yref"].removesuffix(" domain")
        part = inner if note["yref"] == "paper" else _part(layout[f"yaxis{ref.removeprefix('y')}"], inner)
        x, y = inner.x + note["x"] * inner.width + note.get("xshift", 0) * frame.scale, part.bottom - note["y"] * part.height
        down = -0.35 * size if note.get("yanchor") == "bottom" else 0.34 * size
        anchor = {"left": "start", "right": "end"}.get(note.get("xanchor", "center"), "middle")
        colour = theme.INK if frame.is_mono else note["font"]["color"]
        marks.append(Words(x, y + down, _plain(note["text"]), size, colour, _is_bold(note["text"]), anchor))
    return marks


def _said(layout: dict, box: Box, frame: Frame) -> list[Mark]:
    note = layout["annotations"][0]
    size = theme.SIZES["text"] * frame.scale
    lines = note["text"].split("<br>")
    top = box.y + box.height / 2 - (len(lines) - 1) * size * 0.65
    return [Words(box.x + box.width / 2, top + n * size * 1.3, _plain(words), size, theme.INK_SOFT, anchor="middle") for n, words in enumerate(lines)]


def _plain(text: str) -> str:
    return html.unescape(_TAG.sub("", text))


def _is_bold(text: str) -> bool:
    return text.startswith("<b>")
