"""Groups over time on paper: the pictures that stand one below the other on the page, side by side where the sheet is wide."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property

from dashboard import theme
from dashboard.figures.group_lines import LEAST
from dashboard.paper.marks import Box, Mark, Words
from dashboard.paper.plot import Frame, plotted

ALONE = 190  # pixels of a picture that stands alone
NARROWEST = 26  # letters of the text's size that a picture needs
MOST_COLUMNS = 3
SMALLEST = 0.6  # of the usual size, to which pictures shrink before some are left out


@dataclass(frozen=True)
class GroupPictures:
    """figure: from `group_lines`, of one picture or more."""

    figure: dict
    frame: Frame

    @cached_property
    def each(self) -> list[dict]:
        """A figure a picture, in their order."""
        layout = self.figure["layout"]
        names = sorted((key.removeprefix("xaxis") for key in layout if key.startswith("xaxis")), key=lambda name: int(name or 1))
        return [_alone(self.figure, name) for name in names]

    def height(self, width: float) -> float:
        """Points that all of them need at their usual size."""
        if len(self.each) == 1:
            return ALONE * self.frame.scale
        return math.ceil(len(self.each) / self._columns(width, 1)) * LEAST * self.frame.scale

    def draw(self, box: Box) -> list[Mark]:
        """As many as can be read; how many are left out is said."""
        shrink = next((part / 20 for part in range(20, int(20 * SMALLEST), -1) if self._room(box, part / 20) >= len(self.each)), SMALLEST)
        count = min(self._room(box, shrink), len(self.each))
        columns = min(self._columns(box.width, shrink), count)
        frame, left_out = replace(self.frame, scale=shrink * self.frame.scale), len(self.each) - count
        rows = math.ceil(count / columns)
        inner = box.inset(bottom=1.6 * self.frame.text if left_out else 0)
        wide, high = inner.width / columns, inner.height / rows
        marks = []
        for n, figure in enumerate(self.each[:count]):
            place = Box(inner.x + n // rows * wide, inner.y + n % rows * high, wide - (1.5 * frame.text if columns > 1 else 0), high)
            marks += plotted(figure, place, frame)
        if left_out:
            words = f"{left_out} more of {len(self.each)} pictures do not fit this size."
            marks.append(Words(box.x, box.bottom - 0.3 * self.frame.text, words, self.frame.text, theme.INK_SOFT))
        return marks

    def _columns(self, width: float, shrink: float) -> int:
        return max(min(int(width / (NARROWEST * self.frame.text * shrink)), MOST_COLUMNS, len(self.each)), 1)

    def _room(self, box: Box, shrink: float) -> int:
        """How many pictures a box holds at a size; one always."""
        if len(self.each) == 1:
            return 1
        return max(int(box.height / (LEAST * self.frame.scale * shrink)) * self._columns(box.width, shrink), 1)


def _alone(figure: dict, name: str) -> dict:
    """One picture of several as a figure of its own."""
    layout = figure["layout"]
    y_axis = {**layout[f"yaxis{name}"], "domain": [0, 1]}
    high = layout[f"yaxis{name}"].get("domain", [0, 1])[1]
    notes = []
    for note in layout["annotations"]:
        if note["yref"] == f"y{name} domain":
            notes.append({**note, "yref": "y domain"})
        elif note["yref"] == "paper" and math.isclose(note["y"], high):
            notes.append({**note, "y": 1})
    own = {key: value for key, value in layout.items() if not key.startswith(("xaxis", "yaxis"))}
    traces = [{**trace, "xaxis": "x", "yaxis": "y"} for trace in figure["data"] if trace["xaxis"] == f"x{name}"]
    return {"data": traces, "layout": {**own, "xaxis": layout[f"xaxis{name}"], "yaxis": y_axis, "annotations": notes}}
